"""Whom a therapist means: all of their clients, or those whose code name was typed behind it."""

from collections.abc import Sequence

from bot.exchange import Exchange
from homework.store.people import Client


def named_in(client: Client, typed: str) -> bool:
    """Whether what was typed begins with a client's code name."""
    name, said = client.code_name.casefold(), typed.casefold()
    return said == name or said.startswith(f"{name} ")


def meant(turn: Exchange, clients: Sequence[Client]) -> list[Client]:
    """Return whom the command was typed for: by name, else by a part of it, else everybody."""
    typed = turn.incoming.args.strip()
    if named := [client for client in clients if named_in(client, typed)]:
        return named
    part = typed.casefold()
    found = [client for client in clients if part and part in client.code_name.casefold()]
    return found or list(clients)


def is_clear(turn: Exchange, found: Sequence[Client]) -> bool:
    """Whether only one can be meant; behind a name that nobody has, somebody is asked for first."""
    typed = turn.incoming.args.strip()
    if len(found) != 1:
        return False
    return (
        not typed or named_in(found[0], typed) or typed.casefold() in found[0].code_name.casefold()
    )
