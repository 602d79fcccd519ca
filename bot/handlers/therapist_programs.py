"""Programs: several practices one after another, set in a short form beside /assign."""

from collections.abc import Sequence
from dataclasses import replace

from bot.exchange import Exchange
from bot.handlers import client_programs
from bot.handlers.lint_words import end_rows, page_row, points
from conversations.message import Message, tap
from conversations.session import Option, Session
from conversations.texts import Texts
from homework import beginning, chaining, linter, packaged
from homework.collecting import Desk
from homework.house import House
from homework.ids import new_id
from homework.linter import Lint
from homework.outgoing import Outgoing
from homework.program import programs
from homework.store import assignments, people
from homework.store import programs as stored
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Actor, Client
from homework.store.programs import Running
from homework.store.sessions import Held, Turned

FORM = "program"


async def form_pressed(turn: Exchange) -> None:
    """Set a program for a client: the short form takes the place of the one that stands open."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await turn.desk.load([turn.person.id])
    held = turn.desk.held.get(turn.person.id)
    if held is not None and held.kind == "dialog":
        stopped = replace(held.session, status="stopped")
        turn.desk.turns.append(Turned(held, stopped, (), None, turn.now))
        await turn.desk.flush()
    choices = tuple(Option(one.id, one.title) for one in programs(turn.texts.locale).values())
    abouts = "\n\n".join(
        turn.texts.html("program-about", title=one.title, about=one.about)
        for one in programs(turn.texts.locale).values()
    )
    turn.say(abouts, client=client.id)
    handed = {"program": choices}
    await beginning.begin_form(turn.desk, turn.person, client.id, FORM, handed)


async def finished(desk: Desk, who: Actor, held: Held, session: Session) -> Message | None:
    """The form is confirmed: check each link, keep the draft, show what the client will see."""
    unit, house = desk.unit, desk.house
    if who.person is None or who.therapist is None:
        return None
    texts = house.texts(who.person.locale)
    client = await people.client_in_care(unit, who.therapist.id, session.client)
    if client is None or client.state != "active":
        return Message(texts.html("assign-client-gone"))
    theirs = await people.person_by_id(unit, client.person) if client.person else None
    words = house.texts(theirs.locale if theirs else packaged.ENGLISH)
    program = programs(words.locale)[str(session.answers["program"])]
    form = chaining.Form(who.therapist, client, session.answers)
    running, drafts = chaining.draft(house, program, form, unit.now)
    lints = [await linter.look(unit, house, client, one, rules, texts) for one, rules in drafts]
    if any(lint.refused for lint in lints):
        return _refused(house, texts, client, lints)
    await stored.add(unit, running)
    for one, rules in drafts:
        await assignments.add(unit, one, rules)
    links = await assignments.of_program(unit, running.id)
    message = await _preview(unit, house, texts, client, running, links, lints)
    unit.post(Outgoing(who.person.id, client.id, "ack", message, dedupe=new_id(unit.now)))
    return None


def _refused(house: House, texts: Texts, client: Client, lints: Sequence[Lint]) -> Message:
    said = [text for lint in lints for text in lint.refused]
    lines = [texts.html("assign-refused"), *points(texts, said)]
    ends = {one.id: one for lint in lints for one in lint.ends}
    rows = end_rows(house, texts, ends.values())
    if ends:
        lines.append(texts.html("assign-end-first"))
    if any(lint.marked for lint in lints):
        rows.append(page_row(texts, client))
    return Message("\n".join(lines), tuple(rows))


async def _preview(
    unit: Unit,
    house: House,
    texts: Texts,
    client: Client,
    running: Running,
    links: Sequence[Assignment],
    lints: Sequence[Lint],
) -> Message:
    text = await client_programs.program_text(unit, house, texts, running, links)
    parts = [texts.html("program-preview", name=client.code_name)]
    parts.append(f"<blockquote>{text}</blockquote>")
    reasons = [lint.reason for lint in lints if lint.reason]
    said = [*(text for lint in lints for text in lint.warned), *reasons]
    if said:
        parts.append("\n".join([texts.html("assign-look"), *points(texts, said)]))
    key, value = ("assign-say-why", "why") if reasons else ("assign-send", "send")
    rows = (
        (tap(texts.plain(key), "pdraft", running.id, value),),
        (tap(texts.plain("assign-discard"), "pdraft", running.id, "discard"),),
    )
    return Message("\n\n".join(parts), rows)


async def draft_pressed(turn: Exchange) -> None:
    """Send a program to the client, say why it is so much, or throw it away."""
    found = await _own(turn)
    if found is None or turn.value not in ("send", "why", "discard"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    running, client = found
    if turn.value == "discard":
        await chaining.stop(turn.unit, turn.person.id, running.id)
        await turn.redraw(turn.texts.html("assign-discarded"), client=client.id)
        return
    links = await assignments.of_program(turn.unit, running.id)
    if turn.value == "why":
        await turn.expect(f"reason.{links[0].id}")
        turn.say(turn.texts.html("assign-why-ask", name=client.code_name), client=client.id)
        return
    lints = await _look(turn, client, links)
    if any(lint.refused for lint in lints):
        message = _refused(turn.house, turn.texts, client, lints)
        turn.say(message.html, message.buttons, client=client.id)
    elif any(lint.reason for lint in lints):
        message = await _preview(turn.unit, turn.house, turn.texts, client, running, links, lints)
        turn.say(message.html, message.buttons, client=client.id)
    else:
        await _send(turn, running, client)


async def _look(turn: Exchange, client: Client, links: Sequence[Assignment]) -> list[Lint]:
    """Look again at each link: others may have been set since."""
    found: list[Lint] = []
    for one in links:
        rules = tuple(entry.rule for entry in one.entries)
        found.append(await linter.look(turn.unit, turn.house, client, one, rules, turn.texts))
    return found


async def _send(turn: Exchange, running: Running, client: Client) -> None:
    if await chaining.propose(turn.unit, turn.therapist, running) is None:
        return
    words = await turn.texts_of(client)
    links = await assignments.of_program(turn.unit, running.id)
    message = await client_programs.proposal(turn.unit, turn.house, words, running, links)
    await turn.send_client(client, message)
    away = await people.is_unreachable(turn.unit, client)
    key = "assign-sent-away" if away else "assign-sent"
    key = "assign-sent-stopped" if client.stopped_at else key
    await turn.redraw(turn.texts.html(key, name=client.code_name), client=client.id)


async def reason_given(turn: Exchange, program: str, client: Client, said: str) -> None:
    """Keep with each link why it has to be so much, and show the program again."""
    running = await stored.by_id(turn.unit, program)
    if running is None or running.state != "draft":
        turn.say(turn.texts.html("tap-stale"))
        return
    for one in await assignments.of_program(turn.unit, program):
        texts = replace(one.texts, reason=said)
        await assignments.set_texts(turn.unit, one.id, one.client, texts)
    links = await assignments.of_program(turn.unit, program)
    lints = await _look(turn, client, links)
    message = await _preview(turn.unit, turn.house, turn.texts, client, running, links, lints)
    turn.say(message.html, message.buttons, client=client.id)


async def _own(turn: Exchange) -> tuple[Running, Client] | None:
    running = await stored.by_id(turn.unit, turn.key)
    if running is None or running.state != "draft":
        return None
    client = await people.client_in_care(turn.unit, turn.therapist.id, running.client)
    return (running, client) if client else None
