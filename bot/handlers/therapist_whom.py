"""Whom a therapist means: a command asks it in pages, and hears a part of a code name typed.

What is typed behind a command names somebody at once. Nobody is left out of a list without a word:
what does not fit on a page is on the next.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.exchange import Exchange
from bot.handlers.client_joins import in_columns
from conversations.message import Button, Rows, tap
from homework.hours import zone_of
from homework.rhythm import moment_words
from homework.store import meetings, people
from homework.store.people import Client

A_PAGE = 20
PART_BYTES = 30
"""Of a part of a code name that a button carries."""
LABEL = 60

Labels = Callable[[Exchange, Sequence[Client]], Awaitable[Mapping[str, str]]]


async def _next_sessions(turn: Exchange, clients: Sequence[Client]) -> Mapping[str, str]:
    """The code names with the next session of each."""
    found = await meetings.next_of(turn.unit, turn.therapist.id, [one.id for one in clients])
    zone = zone_of(turn.therapist)
    return {
        one.id: turn.texts.plain(
            "session-button", name=one.code_name, when=moment_words(at, None, zone, turn.texts)
        )
        for one in clients
        if (at := found.get(one.id)) is not None and at > turn.now
    }


@dataclass(frozen=True, slots=True)
class Pick:
    """A command that is about one client: its question, and the button that goes on with one.

    `labels`: of those buttons, where they say more than a code name; `own`: a row for who is a
    client too."""

    ask: str
    noun: str
    value: str
    labels: Labels | None = None
    own: tuple[str, str] | None = None


PICKS: Mapping[str, Pick] = {
    "assign": Pick("assign-who", "assign", "go"),
    "brief": Pick("brief-who", "brief", "d0"),
    "export": Pick("take-who", "take", "ask", own=("take-own", "copy")),
    "nudge": Pick("nudge-who", "nudge", "go"),
    "report": Pick("report-whom", "rep", "ask"),
    "session": Pick("session-who", "meet", "show", labels=_next_sessions),
}


def named_in(client: Client, typed: str) -> bool:
    """Whether what was typed begins with a client's code name."""
    name, said = client.code_name.casefold(), typed.casefold()
    return said == name or said.startswith(f"{name} ")


def meant(turn: Exchange, clients: Sequence[Client]) -> list[Client]:
    """Return whom the command was typed for: by name, else by a part of it, else everybody."""
    typed = turn.incoming.args.strip()
    if named := [client for client in clients if named_in(client, typed)]:
        return named
    return having(clients, typed) or list(clients)


def having(clients: Sequence[Client], part: str) -> list[Client]:
    """Return those in whose code name a part stands; nobody has an empty one."""
    looked_for = part.strip().casefold()
    return [one for one in clients if looked_for and looked_for in one.code_name.casefold()]


def called(clients: Sequence[Client], part: str) -> list[Client]:
    """Return who has this code name, else those in whose code name it stands; all without one."""
    looked_for = part.strip().casefold()
    if not looked_for:
        return list(clients)
    named = [one for one in clients if one.code_name.casefold() == looked_for]
    return named or having(clients, part)


def is_clear(turn: Exchange, found: Sequence[Client]) -> bool:
    """Whether only one can be meant; behind a name that nobody has, somebody is asked for first."""
    typed = turn.incoming.args.strip()
    if len(found) != 1:
        return False
    return not typed or named_in(found[0], typed) or bool(having(found, typed))


async def active_of(turn: Exchange) -> list[Client]:
    """Return the clients of a therapist who are here."""
    every = await people.clients_of(turn.unit, turn.therapist.id)
    return [one for one in every if one.state == "active"]


async def ask(
    turn: Exchange, name: str, found: Sequence[Client], first: int = 0, part: str = ""
) -> None:
    """Ask for whom a command is, with a button for each of those found, some on a page."""
    pick, texts = PICKS[name], turn.texts
    ordered = sorted(found, key=lambda one: one.code_name.casefold())
    first = first if first < len(ordered) else 0
    shown = ordered[first:][:A_PAGE]
    labels: Mapping[str, str] = await pick.labels(turn, shown) if pick.labels else {}
    buttons = [
        tap(labels.get(one.id, one.code_name)[:LABEL], pick.noun, one.id, pick.value)
        for one in shown
    ]
    rows: Rows = (*in_columns(buttons), *turned(turn, "whom", name, first, len(ordered), part))
    if pick.own and turn.who.client is not None:
        label, noun = pick.own
        rows = (*rows, (tap(texts.plain(label), noun, "", "mine"),))
    said = texts.html(pick.ask)
    if len(ordered) > A_PAGE or part:
        await turn.expect(f"whom.{name}")
        said += " " + texts.html("clients-find")
    await turn.redraw(said, rows)


def turned(turn: Exchange, noun: str, key: str, first: int, count: int, part: str = "") -> Rows:
    """Return the row that turns the pages of a list, if it has more than one; it carries as much of
    what was looked for as callback data holds."""
    looked_for = part.strip().encode()[:PART_BYTES].decode(errors="ignore")
    pages = (("clients-before", first - A_PAGE), ("clients-more", first + A_PAGE))
    row: tuple[Button, ...] = tuple(
        tap(turn.texts.plain(label), noun, key, f"{at}.{looked_for}")
        for label, at in pages
        if 0 <= at < count
    )
    return (row,) if row else ()


def place_of(value: str) -> tuple[int, str]:
    """Return where a page begins, and what was looked for, as `turned` wrote it."""
    first, _, part = value.partition(".")
    return (int(first) if first.isdecimal() else 0), part


async def pressed(turn: Exchange) -> None:
    """Another page of a question for whom."""
    if turn.key not in PICKS:
        turn.notice = turn.texts.plain("tap-stale")
        return
    first, part = place_of(turn.value)
    clients = await active_of(turn)
    await ask(turn, turn.key, having(clients, part) if part else clients, first, part)


async def typed(turn: Exchange, what: str) -> None:
    """A part of a code name was typed."""
    name, part = what.partition(".")[2], turn.incoming.text.strip()
    found = having(await active_of(turn), part)
    if name not in PICKS or not found:
        await turn.expect(what)
        turn.say(turn.texts.html("clients-found-none", text=part[:40]))
        return
    await turn.expect(None)
    await ask(turn, name, found, 0, part)
