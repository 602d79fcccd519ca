"""Material for a practice or a worksheet: a therapist sends a text, a link, a file, a voice note.

What is sent is material only for a while after it was asked for, so that a word to somebody else
an hour later never becomes something that a client reads.
"""

from bot.exchange import Exchange
from bot.handlers import therapist_drafts
from conversations.message import tap
from homework import attaching, holders, materials_shown
from homework.attaching import holder_of
from homework.holders import Holder, OfPractice, OfSheet
from homework.outgoing import Outgoing, Wanted, fetching
from homework.store import audit, materials, people, sheet_materials

LASTS = 30
"""Minutes for which something is waited for, from the last message on."""
MORE = "+"
"""In what is expected: the next text goes on from the one before."""


async def pressed(turn: Exchange) -> None:
    """Look at what belongs to a practice, add to it, or be done."""
    await _pressed(turn, OfPractice.noun)


async def sheet_pressed(turn: Exchange) -> None:
    """The same for a worksheet."""
    await _pressed(turn, OfSheet.noun)


async def _pressed(turn: Exchange, noun: str) -> None:
    holder = await _holder(turn, noun, turn.key)
    if holder is None:
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value == "add" and await holders.count(turn.unit, holder) < materials_shown.MOST:
        await _expect(turn, holder)
        done = tap(turn.texts.plain("material-done"), holder.noun, holder.key, "done")
        text = turn.texts.html("material-ask", minutes=LASTS)
        turn.say(text, ((done,),), client=holder.client)
    elif turn.value == "done":
        await _done(turn, holder)
    else:  # below, so that what a draft is sent with stays where it is
        await _say(turn, holder)


async def _holder(turn: Exchange, noun: str, key: str) -> Holder | None:
    return await holder_of(turn.unit, turn.house, turn.therapist, noun, key)


async def _expect(turn: Exchange, holder: Holder, more: str = "") -> None:
    minute = int(turn.now.timestamp()) // 60
    await turn.expect(f"{holder.noun}.{holder.key}.{more}.{minute:x}")


def is_over(turn: Exchange, expecting: str) -> bool:
    """Whether material was waited for, too long ago."""
    noun, *rest = expecting.split(".")
    if noun not in (OfPractice.noun, OfSheet.noun):
        return False
    since = int(rest[2], 16) if len(rest) == 3 else 0
    return int(turn.now.timestamp()) // 60 - since > LASTS


async def lapse(turn: Exchange) -> None:
    """Nothing is waited for any more: say that what came now was not added."""
    await turn.expect(None)
    turn.say(turn.texts.html("material-lapsed", minutes=LASTS))


async def _done(turn: Exchange, holder: Holder) -> None:
    """A client who has agreed already is told what belongs to it now; a draft is shown anew."""
    if not await holders.count(turn.unit, holder):
        await turn.redraw(turn.texts.html("material-nothing"), client=holder.client)
        return
    of = "material-sheet-is-done" if isinstance(holder, OfSheet) else "material-is-done"
    await turn.redraw(turn.texts.html(of), client=holder.client)
    if isinstance(holder, OfSheet):
        return
    one = holder.one
    client = await people.client_in_care(turn.unit, turn.therapist.id, one.client)
    if client is None:
        return
    if one.state == "draft" and not one.program:
        await therapist_drafts.show_again(turn, one, client)
    elif one.state in ("active", "paused"):
        words = await turn.texts_of(client)
        if message := await materials_shown.for_client(turn.unit, turn.house, words, one):
            await turn.send_client(client, message)


async def drop_pressed(turn: Exchange) -> None:
    """Take one thing out of a practice again."""
    whose = await materials.owner(turn.unit, turn.key)
    cared = await people.client_in_care(turn.unit, turn.therapist.id, whose) if whose else None
    one = await materials.own(turn.unit, turn.key, cared.id) if cared else None
    holder = await _holder(turn, OfPractice.noun, one.assignment) if one else None
    if one is None or holder is None or turn.value != "drop":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await materials.drop(turn.unit, one.id)
    await audit.note(turn.unit, turn.person.id, "material.drop", one.client, one.assignment)
    await _redraw(turn, holder)


async def sheet_drop_pressed(turn: Exchange) -> None:
    """Take one thing out of a worksheet again: who has it already keeps it."""
    one = await sheet_materials.own(turn.unit, turn.key, turn.therapist.id)
    holder = await _holder(turn, OfSheet.noun, one.worksheet) if one else None
    if one is None or holder is None or turn.value != "drop":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await sheet_materials.drop(turn.unit, one.id)
    await _redraw(turn, holder)


async def _redraw(turn: Exchange, holder: Holder) -> None:
    message = await materials_shown.for_therapist(turn.unit, turn.house, turn.texts, holder)
    await turn.redraw(message.html, message.buttons, client=holder.client)


async def typed(turn: Exchange, what: str) -> None:
    """A text, or a link; a text that comes in several messages is one."""
    noun, key, more = (*what.split("."), "", "")[:3]
    holder = await _holder(turn, noun, key)
    if holder is None:
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    text = turn.incoming.text.strip()
    if not more and await holders.count(turn.unit, holder) >= materials_shown.MOST:
        await turn.expect(None)
        await _say(turn, holder, "material-full")
        return
    link = attaching.link_of(text)
    if more or not (link or attaching.looks_like_a_link(text)):
        kept = await attaching.add_text(turn.unit, holder, text, more=bool(more))
        await _expect(turn, holder, MORE if kept else "")
        await _say(turn, holder, "material-text-added" if kept else "material-too-long")
    elif link:
        await attaching.add_link(turn.unit, holder, link)
        await turn.expect(None)
        await _say(turn, holder, "material-added")
    else:
        turn.say(turn.texts.html("material-no-link"), client=holder.client)
        return
    await _note(turn, holder)


async def _note(turn: Exchange, holder: Holder) -> None:
    if isinstance(holder, OfPractice):
        await audit.note(
            turn.unit, turn.person.id, "material.add", holder.one.client, holder.one.id
        )


async def _say(turn: Exchange, holder: Holder, key: str = "") -> None:
    said = turn.texts.html(key) if key else ""
    message = await materials_shown.for_therapist(turn.unit, turn.house, turn.texts, holder, said)
    turn.say(message.html, message.buttons, client=holder.client)


async def sent(turn: Exchange) -> bool:
    """Have a file or voice note brought, if material was asked for; say whether it was."""
    expecting = (turn.who.person.expecting if turn.who.person else None) or ""
    noun, _, rest = expecting.partition(".")
    file = turn.incoming.file
    if noun not in (OfPractice.noun, OfSheet.noun) or turn.who.therapist is None:
        return False
    if turn.incoming.foreign or file is None:
        return False
    if is_over(turn, expecting):
        await lapse(turn)
        return False
    holder = await _holder(turn, noun, rest.partition(".")[0])
    if holder is None:
        return False
    kind = "voice-material" if turn.incoming.sort == "voice" else "file-material"
    name = f"{noun} {holder.key} {' '.join(file.name.split())}"
    wanted = Wanted(kind, file.id, name, turn.incoming.at)
    if file.size > wanted.limit:
        turn.say(turn.texts.html("material-too-big"), client=holder.client)
        return True
    await turn.expect(None)
    once = f"fetch.{turn.incoming.update_id}"
    turn.unit.post(Outgoing(turn.person.id, holder.client, "fetch", fetching(wanted), dedupe=once))
    await _note(turn, holder)
    return True
