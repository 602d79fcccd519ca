"""`homework worksheet …`."""

import typer

worksheet = typer.Typer(help="The worksheets.", no_args_is_help=True)


@worksheet.callback()
def _worksheet() -> None: ...
