"""The room that talks: Telegram, commands, settings, the command line, the demo."""
