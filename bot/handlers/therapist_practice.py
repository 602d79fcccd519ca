"""One practice of a client, as its therapist sees it: what was agreed, a rest, a word in answer."""

from dataclasses import replace
from datetime import timedelta

from bot.exchange import Exchange
from bot.handlers import therapist_chooses
from bot.handlers.client_agrees import proposal
from conversations.message import Message, Rows, tap
from conversations.texts import Texts
from homework import chosen_words, contract_texts, contracting, pausing, steadying
from homework.moments import zone_of
from homework.store import assignments, audit, people
from homework.store.assignments import Assignment
from homework.store.people import Client

PAUSES = {"w1": 7, "w2": 14, "w4": 28}


async def own(turn: Exchange, key: str) -> tuple[Assignment, Client] | None:
    """Return an assignment of a client in one's own care; nobody else's is opened."""
    whose = await assignments.owner(turn.unit, key)
    client = await people.client_in_care(turn.unit, turn.therapist.id, whose) if whose else None
    one = await assignments.own(turn.unit, key, client.id) if client else None
    return None if client is None or one is None else (one, client)


async def pressed(turn: Exchange) -> None:
    """A button about a practice that was set."""
    found = await own(turn, turn.key)
    if found is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    one, client = found
    value = turn.value
    if value in ("show", "history"):
        await audit.note(turn.unit, turn.person.id, "read.practice", client.id, one.id)
        await (_show if value == "show" else _history)(turn, one, client)
    elif value == "answer":
        await turn.expect(f"answer.{one.id}")
        turn.say(turn.texts.html("answer-ask", name=client.code_name), client=client.id)
    elif value in ("media.0", "media.1") and one.state != "ended":
        await _media(turn, one, client)
    elif one.state != "ended" and await _choose(turn, one, client):
        return
    elif one.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
    elif value == "pause":
        rows = tuple(
            (tap(turn.texts.plain(f"pause-{key}"), "prac", one.id, key),) for key in PAUSES
        )
        await turn.redraw(turn.texts.html("agreed-pause-ask"), rows, client=client.id)
    elif value in PAUSES:
        await _pause(turn, one, client, timedelta(days=PAUSES[value]))
    elif value == "resume":
        await _resume(turn, one, client)
    else:
        turn.notice = turn.texts.plain("tap-stale")


def _title(turn: Exchange, one: Assignment) -> str:
    return turn.house.sheet(one.worksheet, turn.texts).title


async def _show(turn: Exchange, one: Assignment, client: Client) -> None:
    texts = turn.texts
    head = texts.html(
        "practice-page",
        name=client.code_name,
        title=_title(turn, one),
        form=texts.plain(f"form-{one.variant}"),
        state=texts.plain(f"assignment-{one.state.replace('_', '-')}"),
    )
    zone = zone_of(client)
    rest = contract_texts.page(turn.house, texts, one, zone, turn.now).partition("\n")[2]
    if one.texts.reason:
        rest += f"\n{texts.html('practice-reason', reason=one.texts.reason)}"
    rows: list[tuple[str, str, str]] = []
    if one.state == "active":
        rows.append(
            ("practice-resume", "prac", "resume")
            if one.paused_until
            else ("practice-pause", "prac", "pause")
        )
    if one.texts.wish:
        rows.append(("answer-wish", "prac", "answer"))
    rows.append(("practice-history", "prac", "history"))
    if one.program is None:
        rows.append(("template-keep", "keep", "ask"))
    chosen: Rows = ()
    if one.state != "ended":
        sheet = turn.house.sheet(one.worksheet, texts)
        chosen = therapist_chooses.rows("prac", one, sheet, texts)
        rows.append(("material-button", "mat", "list"))
        now = one.texts.media
        rows.append(("media-forbid" if now else "media-allow", "prac", f"media.{int(not now)}"))
        if steadying.may_be_set(turn.house.shelf.worksheet(one.worksheet)):
            rows.append(("distress-button", "hard", "show"))
        rows.append(("assignment-end-short", "end", "ask"))
    buttons: Rows = tuple(
        (tap(texts.plain(key), noun, one.id, value),) for key, noun, value in rows
    )
    turn.say(f"{head}\n{rest}", (*chosen, *buttons), client=client.id)


async def _history(turn: Exchange, one: Assignment, client: Client) -> None:
    names = {turn.person.id: turn.texts.plain("history-me")}
    if client.person:
        names[client.person] = turn.texts.plain("history-client", name=client.code_name)
    zone = zone_of(client)
    said = await contract_texts.history(turn.unit, turn.house, turn.texts, one, zone, names)
    turn.say(said, client=client.id)


async def _pause(turn: Exchange, one: Assignment, client: Client, length: timedelta) -> None:
    until = await pausing.pause_one(turn.unit, turn.house, turn.person.id, client, one, length)

    def words(texts: Texts) -> str:
        return contract_texts.moment(until, zone_of(client), texts)

    row = (tap(turn.texts.plain("practice-resume"), "prac", one.id, "resume"),)
    title = _title(turn, one)
    text = turn.texts.html(
        "practice-paused", name=client.code_name, title=title, until=words(turn.texts)
    )
    await turn.redraw(text, (row,), client=client.id)
    await turn.tell_client(client, "told-client-paused", title=one.worksheet, until=words)


async def _choose(turn: Exchange, one: Assignment, client: Client) -> bool:
    """Another item of the list, or another setting: for the sheets that begin from now on."""
    sheet = turn.house.sheet(one.worksheet, turn.texts)
    if await therapist_chooses.ask(turn, "prac", one, sheet):
        return True
    said = await therapist_chooses.taken(turn, one, sheet)
    if said is None:
        return False
    if said != one.texts:
        await assignments.set_texts(turn.unit, one.id, one.client, said)
        if one.agreed_at is not None:
            await contracting.record(turn.unit, one.id, turn.person.id, "chosen")
        words = await turn.texts_of(client)
        theirs = turn.house.sheet(one.worksheet, words)
        lines = chosen_words.lines(theirs, said, words, one.variant, one.texts)
        head = words.html("told-client-chosen", title=theirs.title)
        await turn.send_client(client, Message("\n".join([head, *lines])))
    lines = chosen_words.lines(sheet, said, turn.texts, one.variant, one.texts)
    head = turn.texts.html("chosen-now", name=client.code_name, title=sheet.title)
    await turn.redraw("\n".join([head, *lines]), client=client.id)
    return True


async def _media(turn: Exchange, one: Assignment, client: Client) -> None:
    """Whether voice notes and pictures are answers too; the client is told when that changes."""
    yes = turn.value == "media.1"
    texts, state = replace(one.texts, media=yes), "yes" if yes else "no"
    if one.texts.media != yes:
        await assignments.set_texts(turn.unit, one.id, one.client, texts)
        await contracting.record(turn.unit, one.id, turn.person.id, f"media-{state}")
        await turn.tell_client(client, f"told-client-media-{state}", title=one.worksheet)
    said = turn.texts.html(f"media-now-{state}", name=client.code_name, title=_title(turn, one))
    await turn.redraw(said, client=client.id)


async def _resume(turn: Exchange, one: Assignment, client: Client) -> None:
    title = _title(turn, one)
    if await pausing.resume_one(turn.unit, turn.person.id, client, one):
        await turn.tell_client(client, "told-client-resumed", title=one.worksheet)
    text = turn.texts.html("practice-resumed", title=title, name=client.code_name)
    await turn.redraw(text, client=client.id)


async def typed_answer(turn: Exchange, what: str) -> None:
    """A word in answer to a wish: it goes to the client, with the proposal if it is still open."""
    found = await own(turn, what.partition(".")[2])
    await turn.expect(None)
    if found is None:
        turn.say(turn.texts.html("tap-stale"))
        return
    one, client = found
    words = await turn.texts_of(client)
    said = words.html("answer-from", therapist=turn.therapist.name, answer=turn.incoming.text)
    message = Message(said)
    if one.state in assignments.OPEN_PROPOSALS:
        again = await proposal(turn.unit, turn.house, words, one)
        message = Message(f"{said}\n\n{again.html}", again.buttons)
    await turn.send_client(client, message)
    turn.say(turn.texts.html("answer-sent", name=client.code_name), client=client.id)
