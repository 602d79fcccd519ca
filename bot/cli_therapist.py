"""`homework therapist …`: who may use the bot as a therapist. Works beside a running bot."""

import asyncio
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_output import say, say_json, say_table
from bot.endings import Failed, WrongUsage

if TYPE_CHECKING:
    from bot.settings import Settings

therapist = typer.Typer(help="Who may use the bot as a therapist.", no_args_is_help=True)
JsonFlag = Annotated[bool, typer.Option("--json", help="One JSON document, for a program.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As clients will read it.")]
MAX_NAME = 60


@therapist.command()
def invite(name: Name, as_json: JsonFlag = False) -> None:
    """Make a one-time link for a therapist, valid for 72 hours."""
    name = " ".join(name.split())
    if not 0 < len(name) <= MAX_NAME or not name.isprintable():
        raise WrongUsage(f"A therapist's name has 1 to {MAX_NAME} characters.")
    settings = _settings()
    token, username = asyncio.run(_invite(settings, name))
    _tell(name, token, username, as_json)


@therapist.command("list")
def list_therapists(as_json: JsonFlag = False) -> None:
    """List the therapists and how many clients each has."""
    found = asyncio.run(_list(_settings()))
    if as_json:
        say_json(found)
        return
    if not found:
        say('Nobody yet. "homework therapist invite NAME" makes the first link.')
        return
    rows = [
        (str(row["name"]), str(row["state"]), str(row["clients"]), str(row["id"])) for row in found
    ]
    say_table(("Name", "State", "Clients", "Id"), rows)


@therapist.command()
def remove(
    name_or_id: Annotated[str, typer.Argument(metavar="NAME_OR_ID")],
    hand_over_to: Annotated[
        str,
        typer.Option(metavar="NAME_OR_ID", help="Ask their clients about this one."),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take a therapist's access away, from the next thing they send on; their clients are told."""
    settings = _settings()
    key, name, clients = asyncio.run(_find(settings, name_or_id))
    heir = asyncio.run(_heir(settings, hand_over_to, key)) if hand_over_to else None
    if clients:
        days = settings.homework_retention_days
        say(f"{name} has {clients} clients in care. Who has nobody else is told, nothing rings for")
        say(f"them any more, and what they wrote is erased in {days} days,")
        say("unless they agree to the other therapist." if heir else "see also --hand-over-to.")
    say(f"What is {name}'s alone is erased at once: private notes, drafts, templates, material for")
    say("worksheets, and worksheets of their own that no client has anything of.")
    if not yes and not typer.confirm(f"Remove {name}?"):
        raise Failed("Nothing was changed.")
    asyncio.run(_remove(settings, key, heir))
    say(f"{name} has no access any more.")


@therapist.command()
def unlock(name_or_id: Annotated[str, typer.Argument(metavar="NAME_OR_ID")]) -> None:
    """Take a forgotten passphrase off a therapist's chat; make sure that it is them who ask."""
    settings = _settings()
    key, name, _ = asyncio.run(_find(settings, name_or_id))
    if not asyncio.run(_unlock(settings, key)):
        raise Failed(f"{name} has set no passphrase; nothing was changed.")
    say(f"The chat of {name} asks for no passphrase any more, and {name} is told so.")


def _settings() -> "Settings":
    from bot.settings import load

    return load()


def _tell(name: str, token: str, username: str | None, as_json: bool) -> None:
    from bot.identity import start_link

    link = start_link(username, token) if username else None
    if as_json:
        say_json({"name": name, "token": token, "link": link, "hours": 72})
        return
    if link is None:
        say(f"For {name}; works once, for 72 hours. The bot's own name is not known yet, so there")
        say("is no link: open the chat with the bot and send this line to it:")
        say(f"/start {token}")
        return
    say(f"Give this link to {name}; it works once, for 72 hours:")
    say(link)
    if sys.stdout.isatty():
        import segno

        segno.make(link, error="m").terminal(compact=True)


async def _invite(settings: "Settings", name: str) -> tuple[str, str | None]:
    from bot.clock import Machine
    from bot.identity import learn_username
    from bot.opening import opened
    from homework.joining import invite_therapist

    settings.token()
    async with opened(settings) as database, database.transaction(Machine().now()) as unit:
        token = await invite_therapist(unit, name)
    return token, await learn_username(settings)


async def _list(settings: "Settings") -> list[dict[str, object]]:
    from bot.clock import Machine
    from bot.opening import opened
    from homework.store import people

    async with opened(settings) as database, database.transaction(Machine().now()) as unit:
        return [
            {
                "id": found.id,
                "name": found.name,
                "state": "joined" if found.person else "invited",
                "clients": len(await people.clients_of(unit, found.id)),
            }
            for found in await people.therapists(unit)
        ]


async def _find(settings: "Settings", wanted: str) -> tuple[str, str, int]:
    found = [
        (str(row["id"]), str(row["name"]), int(str(row["clients"])))
        for row in await _list(settings)
        if wanted == row["id"] or wanted.casefold() == str(row["name"]).casefold()
    ]
    if not found:
        raise Failed(f'No therapist is called {wanted!r}; "homework therapist list" shows them.')
    if len(found) > 1:
        ids = ", ".join(row[0] for row in found)
        raise Failed(f"Several therapists are called {wanted!r}; use one of the ids: {ids}.")
    return found[0]


async def _heir(settings: "Settings", wanted: str, leaving: str) -> str:
    key, name, _ = await _find(settings, wanted)
    states = {row["id"]: row["state"] for row in await _list(settings)}
    if key == leaving or states[key] != "joined":
        raise Failed(f"{name} cannot; expected is another therapist, who has joined.")
    return key


async def _remove(settings: "Settings", key: str, heir: str | None) -> None:
    from bot.clock import Machine
    from bot.opening import opened
    from homework.joining import remove_therapist

    async with opened(settings) as database, database.transaction(Machine().now()) as unit:
        await remove_therapist(unit, key, settings.homework_retention_days, heir)


async def _unlock(settings: "Settings", key: str) -> bool:
    from bot.clock import Machine
    from bot.opening import opened
    from homework.locking import forgotten
    from homework.store import people

    async with opened(settings) as database, database.transaction(Machine().now()) as unit:
        found = await people.therapist_by_id(unit, key)
        return found is not None and await forgotten(unit, found)
