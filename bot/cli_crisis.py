"""`homework crisis …`: the crisis lines clients are shown, and the practice's word for them."""

import typer

crisis = typer.Typer(help="The crisis lines shown to clients.", no_args_is_help=True)


@crisis.callback()
def _crisis() -> None: ...
