"""Programs: several practices one after another, set in a short form beside /assign."""

from dataclasses import replace

from bot.exchange import Exchange
from bot.handlers import client_programs
from conversations.message import Message, tap
from conversations.session import Option, Session
from homework import beginning, chaining, linter
from homework.collecting import Desk
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.program import programs
from homework.store import assignments, people
from homework.store import programs as stored
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
    choices = tuple(Option(one.id, one.title) for one in programs().values())
    abouts = "\n\n".join(
        turn.texts.html("program-about", title=one.title, about=one.about)
        for one in programs().values()
    )
    turn.say(abouts, client=client.id)
    handed = {"program": choices}
    await beginning.begin_form(turn.desk, turn.person, client.id, FORM, handed)


async def finished(desk: Desk, who: Actor, held: Held, session: Session) -> str | None:
    """The form is confirmed: check each link, keep the draft, show what the client will see."""
    unit, house = desk.unit, desk.house
    if who.person is None or who.therapist is None:
        return None
    texts = house.texts(who.person.locale)
    client = await people.client_in_care(unit, who.therapist.id, session.client)
    if client is None or client.state != "active":
        return texts.html("assign-client-gone")
    program = programs()[str(session.answers["program"])]
    form = chaining.Form(who.therapist, client, session.answers)
    running, drafts = chaining.draft(house, program, form, unit.now)
    for one, rules in drafts:
        problem = await linter.problem(unit, house, client, one, rules, texts)
        if problem is not None:
            return problem
    await stored.add(unit, running)
    for one, rules in drafts:
        await assignments.add(unit, one, rules)
    links = await assignments.of_program(unit, running.id)
    text = client_programs.program_text(house, texts, running, links)
    preview = texts.html("program-preview", name=client.code_name)
    buttons = (
        (tap(texts.plain("assign-send"), "pdraft", running.id, "send"),),
        (tap(texts.plain("assign-discard"), "pdraft", running.id, "discard"),),
    )
    message = Message(f"{preview}\n\n<blockquote>{text}</blockquote>", buttons)
    unit.post(Outgoing(who.person.id, client.id, "ack", message, dedupe=new_id(unit.now)))
    return None


async def draft_pressed(turn: Exchange) -> None:
    """Send a program to the client, or throw it away."""
    found = await _own(turn)
    if found is None or turn.value not in ("send", "discard"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    running, client = found
    if turn.value == "discard":
        await chaining.stop(turn.unit, turn.person.id, running.id)
        await turn.redraw(turn.texts.html("assign-discarded"), client=client.id)
        return
    first = await chaining.propose(turn.unit, turn.therapist, running)
    if first is not None:
        words = await turn.texts_of(client)
        links = await assignments.of_program(turn.unit, running.id)
        await turn.send_client(client, client_programs.proposal(turn.house, words, running, links))
        away = await people.is_unreachable(turn.unit, client)
        key = "assign-sent-away" if away else "assign-sent"
        await turn.redraw(turn.texts.html(key, name=client.code_name), client=client.id)


async def _own(turn: Exchange) -> tuple[Running, Client] | None:
    running = await stored.by_id(turn.unit, turn.key)
    if running is None or running.state != "draft":
        return None
    client = await people.client_in_care(turn.unit, turn.therapist.id, running.client)
    return (running, client) if client else None
