"""A therapist's own notes about a client, and asking by hand how it is going."""

from bot.exchange import Exchange
from bot.handlers.therapist_reviews import refused
from bot.handlers.therapist_whom import active_of, one_of
from conversations.message import tap
from homework import nudging
from homework.hours import zone_of
from homework.nudging import Held
from homework.prompt_texts import day_words
from homework.rhythm import moment_words
from homework.store import people, remarks
from homework.store.people import Client
from homework.store.remarks import Note

MOST = 8


async def pressed(turn: Exchange) -> None:
    """A button of one's own notes. Only about clients in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    name, _, first = turn.value.partition(".")
    if name == "show":
        await _show(turn, client, int(first) if first.isdecimal() else 0)
    elif turn.value == "write":
        await turn.expect(f"mynote.{client.id}")
        turn.say(turn.texts.html("notes-ask"), client=client.id)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def drop_pressed(turn: Exchange) -> None:
    """One of one's own notes is taken out; nobody else's is found."""
    owner = await remarks.about(turn.unit, turn.key, turn.therapist.id)
    client = await people.client_in_care(turn.unit, turn.therapist.id, owner) if owner else None
    if client is None or turn.value != "drop":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await remarks.drop_note(turn.unit, turn.key, turn.therapist.id)
    turn.notice = turn.texts.plain("notes-dropped")
    await _show(turn, client)


async def _show(turn: Exchange, client: Client, first: int = 0) -> None:
    """Show some notes, whole, the newest first; the others are behind buttons."""
    every = await remarks.notes_of(turn.unit, client.id, turn.therapist.id)
    found, texts = every[first:][:MOST], turn.texts
    lines = [texts.html("notes-line", day=_day(turn, one), text=one.text) for one in found]
    head = texts.html("notes-head", name=client.code_name)
    rows = [(tap(texts.plain("notes-write"), "notes", client.id, "write"),)]
    rows += [
        (tap(texts.plain("notes-drop", day=_day(turn, one)), "mynote", one.id, "drop"),)
        for one in found
    ]
    turned = [
        tap(texts.plain(key), "notes", client.id, f"show.{at}")
        for key, at in (("clients-before", first - MOST), ("clients-more", first + MOST))
        if 0 <= at < len(every)
    ]
    rows += [tuple(turned)] if turned else []
    shown = "\n\n".join([head, *(lines or [texts.html("notes-none")])])
    await turn.redraw(shown, tuple(rows), client=client.id)


def _day(turn: Exchange, one: Note) -> str:
    """The day and time of a note: two of one day have to be told apart."""
    at = one.at.astimezone(zone_of(turn.therapist))
    return f"{day_words(at.date(), turn.texts)} {at:%H:%M}"


async def typed(turn: Exchange, what: str) -> None:
    """A note was typed."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, what.partition(".")[2])
    if client is None:
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    text = turn.incoming.text.strip()
    if refused(turn, text):
        return
    await turn.expect(None)
    await remarks.keep_note(turn.unit, client.id, turn.therapist.id, text)
    turn.say(turn.texts.html("notes-kept"), client=client.id)


# By hand ------------------------------------------------------------------------------------------


async def nudge(turn: Exchange) -> None:
    """/nudge: whom; with a whole code name typed behind it, at once."""
    if not await active_of(turn):
        turn.say(turn.texts.html("nudge-nobody"))
    elif client := await one_of(turn, "nudge", turn.incoming.args.strip()):
        await _nudge(turn, client)


async def nudge_pressed(turn: Exchange) -> None:
    """A client was picked. Only one in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or turn.value != "go":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await _nudge(turn, client)


async def _nudge(turn: Exchange, client: Client) -> None:
    against = await nudging.nudge(turn.unit, turn.house, turn.therapist, client)
    if against is None:
        text = turn.texts.html("nudge-sent", name=client.code_name)
    else:
        text = _why_not(turn, client, against)
    turn.say(text, client=client.id)


def _why_not(turn: Exchange, client: Client, against: Held) -> str:
    name = {"name": client.code_name}
    if against.until is None:
        key = "nudge-held-burden-day" if against.why == "burden" else f"nudge-held-{against.why}"
        return turn.texts.html(key, **name)
    when = moment_words(against.until, None, zone_of(turn.therapist), turn.texts)
    return turn.texts.html(f"nudge-held-{against.why}", when=when, **name)
