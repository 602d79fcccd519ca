"""The command line: a stable contract with operators and their scripts.

Here are only names, help and exit codes; each group has a file of its own and imports what it needs
when it runs, so that `homework --help` is quick. It must not know how anything is done.
"""

import socket
import sys
from typing import Annotated

import typer

from bot.cli_audit import audit
from bot.cli_backup import backup, restore
from bot.cli_crisis import crisis
from bot.cli_doctor import doctor
from bot.cli_export import export
from bot.cli_keys import db, key
from bot.cli_simulate import simulate
from bot.cli_therapist import therapist
from bot.cli_worksheet import worksheet
from bot.endings import FAILED, OK, USAGE, PortTaken, classify

DEMO_PORT = 8765

app = typer.Typer(
    help="A Telegram bot that delivers psychotherapy homework and collects it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(therapist, name="therapist")
app.add_typer(worksheet, name="worksheet")
app.add_typer(crisis, name="crisis")
app.add_typer(db, name="db")
app.add_typer(key, name="key")
app.command()(doctor)
app.command()(audit)
app.command()(export)
app.command()(backup)
app.command()(restore)
app.command()(simulate)


@app.command()
def run() -> None:
    """Start the bot; Ctrl-C stops it after what it has begun."""
    from bot.settings import load

    settings = load()
    from bot import telemetry
    from bot.app import run as run_bot

    telemetry.setup(settings.homework_log)
    run_bot(settings)


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where the page is.")] = DEMO_PORT,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it.")] = True,
) -> None:
    """Play everything on this machine: no token, no network, nothing kept."""
    try:
        _knock(port)
        from bot.demo.play import play

        play(port, browser)
    except OSError as error:
        if classify(error) is None:
            raise
        raise PortTaken(
            f"Port {port} is in use by another program; choose another with --port N."
        ) from None


def _knock(port: int) -> None:
    """Raise `OSError` when the port is taken, before anything is loaded or written."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


def main() -> None:
    """Run the command line and exit; a person sees one sentence, never a traceback of theirs."""
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    try:
        code = app(args=arguments, prog_name="homework", standalone_mode=False)
    except typer.Abort:
        typer.echo("Nothing was changed.", err=True)
        return FAILED
    except typer.TyperException as wrong:
        return _wrong_usage(wrong)
    except Exception as error:
        ending = classify(error)
        if ending is None:
            from bot.telemetry import describe

            typer.echo(f"homework stopped on an error of its own.\n{describe(error)}", err=True)
            return FAILED
        typer.echo(f"homework: {ending}", err=True)
        return ending.exit_code
    return code if isinstance(code, int) else OK


def _wrong_usage(wrong: typer.TyperException) -> int:
    text = wrong.format_message().strip().replace("Value error, ", "")
    if "\n" in text:  # a group without a command: its help
        typer.echo(text, err=True)
    else:
        typer.echo(f'homework: {text.rstrip(".")}; see "homework --help".', err=True)
    return USAGE
