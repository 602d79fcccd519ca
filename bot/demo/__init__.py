"""A messenger on this machine: a Bot API emulator, the people who use it, a page to play with."""
