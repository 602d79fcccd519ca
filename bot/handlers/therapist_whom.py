"""Whom a therapist means: a command asks it in pages, and hears a part of a code name typed.

What is typed behind a command names somebody at once; what fits nobody is said to. Nobody is left
out of a list without a word: what does not fit on a page is on the next.
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
SHORT_ID = 12
ONE = "/"
"""In the place of a part of a code name, which cannot begin so: behind it the end of one's id."""

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
    client too; `asks`: it asks also where there is one client alone; `whole`: a part of a code name
    is not enough to act on."""

    ask: str
    noun: str
    value: str
    labels: Labels | None = None
    own: tuple[str, str] | None = None
    asks: bool = False
    whole: bool = False


PICKS: Mapping[str, Pick] = {
    "assign": Pick("assign-who", "assign", "go"),
    "brief": Pick("brief-who", "brief", "d0"),
    "export": Pick("take-who", "take", "ask", own=("take-own", "copy"), asks=True),
    "nudge": Pick("nudge-who", "nudge", "go", asks=True, whole=True),
    "report": Pick("report-whom", "rep", "ask"),
    "session": Pick("session-who", "meet", "show", labels=_next_sessions),
}


def having(clients: Sequence[Client], part: str) -> list[Client]:
    """Return those in whose code name a part stands; nobody has an empty one."""
    looked_for = part.strip().casefold()
    return [one for one in clients if looked_for and looked_for in one.code_name.casefold()]


def short(client: str) -> str:
    """The end of a client's id: callback data has no room for two ids."""
    return client[-SHORT_ID:]


def alone(client: Client) -> str:
    """Return a part that fits one client alone, whatever others are called."""
    return f"{ONE}{short(client.id)}"


def called(clients: Sequence[Client], part: str) -> list[Client]:
    """Return who has this code name, else those in whose code name it stands; all without one."""
    if part.startswith(ONE):
        return [one for one in clients if part == alone(one)]
    looked_for = part.strip().casefold()
    if not looked_for:
        return list(clients)
    named = [one for one in clients if _is(one, looked_for)]
    return named or having(clients, part)


async def active_of(turn: Exchange) -> list[Client]:
    """Return the clients of a therapist who are here."""
    every = await people.clients_of(turn.unit, turn.therapist.id)
    return [one for one in every if one.state == "active"]


async def one_of(turn: Exchange, name: str, typed: str) -> Client | None:
    """Return the client that a command means; where that is not clear, ask and return None.

    Whom only a part fits is never taken for somebody of that very name who is not here yet.
    """
    every = await people.clients_of(turn.unit, turn.therapist.id)
    fits, pick = called(every, typed), PICKS[name]
    found = [one for one in fits if one.state == "active"]
    absent = [one for one in fits if one.state != "active" and (_is(one, typed) or not found)]
    if typed and absent:
        page = tap(absent[0].code_name, "client", absent[0].id, "page")
        turn.say(turn.texts.html("whom-not-here", name=absent[0].code_name), ((page,),))
        return None
    if len(found) == 1 and (_is(found[0], typed) or not (pick.whole if typed else pick.asks)):
        return found[0]
    if found:
        await ask(turn, name, found, part=typed)
    else:
        nobody = turn.texts.html("whom-none", text=typed[:40])
        await ask(turn, name, await active_of(turn), above=nobody)
    return None


def _is(one: Client, typed: str) -> bool:
    return one.code_name.casefold() == typed.casefold()


async def ask(
    turn: Exchange,
    name: str,
    found: Sequence[Client],
    first: int = 0,
    part: str = "",
    above: str = "",
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
    said = f"{above} {texts.html(pick.ask)}".strip()
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
