"""Material for a practice: a therapist sends a text, a link, a file or a voice note."""

from bot.exchange import Exchange
from bot.handlers.therapist_practice import own
from homework import attaching, materials_shown
from homework.outgoing import Outgoing, Wanted, fetching
from homework.store import assignments, audit, materials, people
from homework.store.assignments import Assignment


async def pressed(turn: Exchange) -> None:
    """Look at what belongs to a practice, add to it, or be done."""
    found = await own(turn, turn.key)
    if found is None or found[0].state == "ended":
        turn.notice = turn.texts.plain("tap-stale")
        return
    one, client = found
    if turn.value == "add" and await materials.count(turn.unit, one.id) < materials_shown.MOST:
        await turn.expect(f"mat.{one.id}")
        turn.say(turn.texts.html("material-ask"), client=client.id)
    elif turn.value == "done":
        await _done(turn, one)
    else:  # below, so that what a draft is sent with stays where it is
        message = await materials_shown.for_therapist(turn.unit, turn.house, turn.texts, one)
        turn.say(message.html, message.buttons, client=one.client)


async def _done(turn: Exchange, one: Assignment) -> None:
    """A client who has agreed already is told what belongs to it now."""
    found = await own(turn, one.id)
    await turn.redraw(turn.texts.html("material-is-done"), client=one.client)
    if found is None or one.state not in ("active", "paused"):
        return
    words = await turn.texts_of(found[1])
    if message := await materials_shown.for_client(turn.unit, turn.house, words, one):
        await turn.send_client(found[1], message)


async def drop_pressed(turn: Exchange) -> None:
    """Take one thing out again."""
    whose = await materials.owner(turn.unit, turn.key)
    cared = await people.client_in_care(turn.unit, turn.therapist.id, whose) if whose else None
    one = await materials.own(turn.unit, turn.key, cared.id) if cared else None
    found = await own(turn, one.assignment) if one else None
    if one is None or found is None or turn.value != "drop":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await materials.drop(turn.unit, one.id)
    await audit.note(turn.unit, turn.person.id, "material.drop", one.client, one.assignment)
    house, texts = turn.house, turn.texts
    message = await materials_shown.for_therapist(turn.unit, house, texts, found[0])
    await turn.redraw(message.html, message.buttons, client=one.client)


async def typed(turn: Exchange, what: str) -> None:
    """A text, or a link; a text that comes in several messages is one."""
    _, key, more_of = (*what.split("."), "")[:3]
    found = await own(turn, key)
    if found is None or found[0].state == "ended":
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    one, text = found[0], turn.incoming.text.strip()
    if not more_of and await materials.count(turn.unit, one.id) >= materials_shown.MOST:
        await turn.expect(None)
        await _say(turn, one, "material-full")
        return
    link = attaching.link_of(text)
    if more_of or not (link or attaching.looks_like_a_link(text)):
        kept = await attaching.add_text(turn.unit, one, text, more_of or None)
        await turn.expect(f"mat.{one.id}.{kept.id}" if kept else f"mat.{one.id}")
        await _say(turn, one, "material-text-added" if kept else "material-too-long")
    elif link:
        await attaching.add_link(turn.unit, one, link)
        await turn.expect(None)
        await _say(turn, one, "material-added")
    else:
        turn.say(turn.texts.html("material-no-link"), client=one.client)
        return
    await audit.note(turn.unit, turn.person.id, "material.add", one.client, one.id)


async def _say(turn: Exchange, one: Assignment, key: str) -> None:
    said = turn.texts.html(key)
    message = await materials_shown.for_therapist(turn.unit, turn.house, turn.texts, one, said)
    turn.say(message.html, message.buttons, client=one.client)


async def sent(turn: Exchange) -> bool:
    """Have a file or voice note brought, if material was asked for; say whether it was."""
    expecting = (turn.who.person.expecting if turn.who.person else None) or ""
    noun, _, rest = expecting.partition(".")
    if noun != "mat" or turn.who.therapist is None or turn.incoming.foreign:
        return False
    key, file = rest.partition(".")[0], turn.incoming.file
    whose = await assignments.owner(turn.unit, key)
    if whose is None or file is None:
        return False
    kind = "voice-material" if turn.incoming.sort == "voice" else "file-material"
    wanted = Wanted(kind, file.id, f"{key} {' '.join(file.name.split())}", turn.incoming.at)
    if file.size > wanted.limit:
        turn.say(turn.texts.html("material-too-big"), client=whose)
        return True
    await turn.expect(None)
    once = f"fetch.{turn.incoming.update_id}"
    turn.unit.post(Outgoing(turn.person.id, whose, "fetch", fetching(wanted), dedupe=once))
    await audit.note(turn.unit, turn.person.id, "material.add", whose, key)
    return True
