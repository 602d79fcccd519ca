"""`homework doctor`."""


def doctor() -> None:
    """Check."""
