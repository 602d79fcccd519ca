"""/note: a few words for the next session, written whenever they come to mind."""

from bot.exchange import Exchange
from conversations.message import Rows, tap
from homework.contract_texts import moment
from homework.moments import zone_of
from homework.store import session_notes
from homework.store.session_notes import SessionNote

LIMIT = 1500
"""Characters of a note: it is shown whole, on a screen that holds other things too."""


async def note(turn: Exchange) -> None:
    """Take what stands after the command; without words show the note, or ask for it."""
    if words := turn.incoming.args.strip():
        await _keep(turn, words, anew=False)
        return
    last = await session_notes.newest(turn.unit, turn.client.id)
    if last is not None and last.read_at is None:
        turn.say(_shown(turn, last), _buttons(turn, last))
        return
    lines = [turn.texts.html("note-ask")]
    if last is not None:
        lines.insert(0, _read(turn, last))
    await turn.expect("note.add")
    turn.say("\n\n".join(lines))


async def pressed(turn: Exchange) -> None:
    """Add to one's note, write it anew, or take it back; only while nobody has opened it."""
    last = await session_notes.newest(turn.unit, turn.client.id)
    if last is None or last.id != turn.key:
        turn.notice = turn.texts.plain("tap-stale")
    elif last.read_at is not None:
        await turn.redraw(_read(turn, last))
    elif turn.value in ("add", "new"):
        await turn.expect(f"note.{turn.value}")
        turn.say(turn.texts.html(f"note-ask-{turn.value}"))
    elif turn.value == "back" and await session_notes.take_back(turn.unit, last.id, turn.client.id):
        key = "note-taken-back-sent" if last.sent_at else "note-taken-back"
        await turn.redraw(turn.texts.html(key))
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def typed(turn: Exchange, what: str) -> None:
    """The words of the note."""
    await turn.expect(None)
    await _keep(turn, turn.incoming.text.strip(), anew=what == "note.new")


async def _keep(turn: Exchange, words: str, *, anew: bool) -> None:
    last = await session_notes.newest(turn.unit, turn.client.id)
    if last is not None and last.read_at is not None:
        last = None  # it was read as it was: what comes now is a new one
    whole = words if anew or last is None else f"{last.words}\n{words}"
    if len(whole) > LIMIT:
        await turn.expect("note.new" if anew else "note.add")
        turn.say(turn.texts.html("note-too-long", most=LIMIT, count=len(whole)))
        return
    if last is None:
        kept = await session_notes.add(turn.unit, turn.client.id, whole)
    else:
        kept = await session_notes.change(turn.unit, last, whole)
    turn.say(_shown(turn, kept), _buttons(turn, kept))


def _shown(turn: Exchange, one: SessionNote) -> str:
    key = "note-shown-sent" if one.sent_at else "note-shown"
    return turn.texts.html(key, words=one.words)


def _read(turn: Exchange, one: SessionNote) -> str:
    at = moment(one.read_at or turn.now, zone_of(turn.client), turn.texts)
    return turn.texts.html("note-read", words=one.words, at=at)


def _buttons(turn: Exchange, one: SessionNote) -> Rows:
    add, new, back = (
        tap(turn.texts.plain(f"note-{what}"), "note", one.id, what)
        for what in ("add", "new", "back")
    )
    return (add, new), (back,)
