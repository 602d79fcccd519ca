"""`python -m bot` is `homework`."""

from bot.cli import main

main()
