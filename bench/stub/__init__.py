"""A stub of the Bot API with a crowd of people in it, in a process of its own.

Cheap on purpose: bare sockets, no framework, nothing parsed that is not looked at, so that what is
measured is the bot. Standard library only.
"""
