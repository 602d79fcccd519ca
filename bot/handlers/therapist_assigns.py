"""/assign, guided: client, worksheet, why, schedule, preview, send. /assignments: what is set."""

from bot.exchange import Exchange
from bot.handlers import therapist_drafts, therapist_templates
from bot.handlers.therapist_practice import own
from bot.handlers.therapist_whom import (
    A_PAGE,
    active_of,
    having,
    one_of,
    place_of,
    short,
    turned,
)
from conversations.markup import shorten
from conversations.message import Button, Message, tap
from conversations.session import Option, Session
from homework import assigning, beginning, chaining, linter, repeating, suggesting, templating
from homework.collecting import Desk
from homework.ids import new_id
from homework.moments import zone_of
from homework.outgoing import Outgoing
from homework.profile_words import told_line
from homework.prompt_texts import day_words
from homework.repeating import Earlier
from homework.rhythm import schedule_words
from homework.spoken_days import Unread
from homework.store import assignments, people, templates
from homework.store.assignments import Assignment
from homework.store.people import Actor, Client
from homework.store.sessions import Held

FORM = templating.FORM


async def assign(turn: Exchange) -> None:
    """Ask for whom; with one client, begin at once."""
    if not await active_of(turn):
        row = (tap(turn.texts.plain("invite-first"), "cmd", "invite", "go"),)
        turn.say(turn.texts.html("assign-nobody"), (row,))
    elif client := await one_of(turn, "assign", turn.incoming.args.strip()):
        await _begin(turn, client)


async def assign_pressed(turn: Exchange) -> None:
    """A client was picked to set something for."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await _begin(turn, client)


async def _begin(turn: Exchange, client: Client) -> None:
    said = turn.texts.html("assign-for", name=client.code_name)
    if told := await told_line(turn.unit, turn.texts, client):
        said += f"\n{told}"
    earlier = await repeating.offered(turn.unit, turn.house, turn.therapist, client)
    same = [(_again_button(turn, client, one),) for one in earlier if one.own]
    others = [(_again_button(turn, client, one),) for one in earlier if not one.own]
    kept = await therapist_templates.rows(turn, client)
    program = (tap(turn.texts.plain("program-button"), "program", client.id, "go"),)
    turn.say(said, (*same, *kept, *others, program), client=client.id)
    handed = await _handed(turn, client)
    await beginning.begin_form(turn.desk, turn.person, client.id, FORM, handed)


def _again_button(turn: Exchange, client: Client, one: Earlier) -> Button:
    """A button that sets an earlier practice once more; of another client it names nobody."""
    title = turn.house.sheet(one.assignment.worksheet, turn.texts).title
    words = schedule_words([entry.rule for entry in one.assignment.entries], turn.texts)
    key = "assign-once-more" if one.own else "assign-as-for-others"
    label = turn.texts.plain(key, title=shorten(title, 30), schedule=words)
    return tap(shorten(label, 60), "again", one.assignment.id, short(client.id))


async def again_pressed(turn: Exchange) -> None:
    """An earlier practice is set once more: for a client in care, of one of one's own clients."""
    owner = await assignments.owner(turn.unit, turn.key)
    source = await people.client_in_care(turn.unit, turn.therapist.id, owner) if owner else None
    one = await assignments.own(turn.unit, turn.key, source.id) if source else None
    client = await _pointed_at(turn)
    answers = await repeating.answers_for(turn.unit, one, client) if one and client else None
    mine = one is not None and one.therapist == turn.therapist.id
    if not mine or client is None or answers is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    handed = await _handed(turn, client)
    await beginning.begin_form(turn.desk, turn.person, client.id, FORM, handed, answers)


async def _pointed_at(turn: Exchange) -> Client | None:
    """The client in care whom a button means by the end of their id."""
    every = await people.clients_of(turn.unit, turn.therapist.id)
    found = [one for one in every if one.state == "active" and short(one.id) == turn.value]
    return found[0] if len(found) == 1 else None


async def fill_pressed(turn: Exchange) -> None:
    """The form is begun with a template of one's own; what it leaves open is asked."""
    one = await templates.own(turn.unit, turn.key, turn.therapist.id)
    client = await _pointed_at(turn)
    if one is None or client is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await templates.used(turn.unit, one)
    handed = {**await _handed(turn, client), **templating.handed(one)}
    await beginning.begin_form(turn.desk, turn.person, client.id, FORM, handed, one.answers)


async def _handed(turn: Exchange, client: Client) -> dict[str, tuple[Option, ...]]:
    """What the form lets choose from, for this client."""
    return {
        "worksheet": assigning.sheets_to_choose(turn.house, turn.therapist.id, turn.texts),
        "dates": assigning.days_to_choose(client, turn.texts, turn.now),
        "other": await assigning.others_of(turn.unit, turn.house, client, turn.texts),
        **await suggesting.handed(turn.unit, turn.house, client, turn.texts),
    }


async def finished(desk: Desk, who: Actor, held: Held, session: Session) -> Message | None:
    """The form is confirmed: check it, keep the draft, show what the client will see.

    What is found wrong keeps the form open, so that it can be changed.
    """
    unit, house = desk.unit, desk.house
    if who.person is None or who.therapist is None:
        return None
    texts = house.texts(who.person.locale)
    client = await people.client_in_care(unit, who.therapist.id, session.client)
    if client is None or client.state != "active":
        return Message(texts.html("assign-client-gone"))
    others = await assigning.others_of(unit, house, client, texts)
    draft, read = assigning.from_form(house, session, who.therapist, client, others, unit.now)
    draft = await templating.as_kept(unit, who.therapist, session, draft)
    draft = await assigning.as_chosen(unit, draft)
    lint = await linter.look(unit, house, client, draft, read, texts)
    if not isinstance(read, Unread):
        await assigning.keep_draft(unit, draft, read)
        draft = (await assignments.by_ids(unit, [draft.id]))[draft.id]
    stays = bool(lint.refused or lint.warned or lint.reason)
    message = await therapist_drafts.preview(
        unit, house, texts, client, draft, lint, open_form=stays
    )
    if stays:
        return message
    unit.post(Outgoing(who.person.id, client.id, "ack", message, dedupe=new_id(unit.now)))
    return None


async def overview(turn: Exchange) -> None:
    """/assignments: what is set, per client, with a button to each; a part of a code name behind
    it finds some."""
    await _overview(turn, turn.incoming.args.strip(), 0)


async def overview_pressed(turn: Exchange) -> None:
    """Another page of what is set."""
    first, part = place_of(turn.value)
    await _overview(turn, part, first)


async def overview_typed(turn: Exchange, _: str) -> None:
    """A part of a code name was typed."""
    await turn.expect(None)
    await _overview(turn, turn.incoming.text.strip(), 0)


async def _overview(turn: Exchange, part: str, first: int) -> None:
    every = await people.clients_of(turn.unit, turn.therapist.id)
    clients = having(every, part) if part else every
    if part and not clients:
        await turn.expect("sets")
        turn.say(turn.texts.html("clients-found-none", text=part[:40]))
        return
    clients.sort(key=lambda one: one.code_name.casefold())
    states = ("active", "chained", *assignments.OPEN_PROPOSALS)
    found = [
        (client, one)
        for client in clients
        for one in await assignments.of_client(turn.unit, client.id, *states)
    ]
    first = first if first < len(found) else 0
    shown = [_line(turn, client, one) for client, one in found[first:][:A_PAGE]]
    text = "\n\n".join(line for line, _ in shown) or turn.texts.html("assignments-none")
    if len(found) > A_PAGE:
        await turn.expect("sets")
        args = {"first": first + 1, "last": first + len(shown), "count": len(found)}
        head = f"{turn.texts.html('assignments-head', **args)} {turn.texts.html('clients-find')}"
        text = f"{head}\n\n{text}"
    rows = [(button,) for _, button in shown]
    more = turned(turn, "sets", "page", first, len(found), part)
    new = tap(turn.texts.plain("assign-now"), "cmd", "assign", "go")
    await turn.redraw(text, (*rows, *more, (new,)))


def _line(turn: Exchange, client: Client, one: Assignment) -> tuple[str, Button]:
    title = turn.house.sheet(one.worksheet, turn.texts).title
    rules = [entry.rule for entry in one.entries]
    line = turn.texts.html(
        "assignments-line-chained" if one.state == "chained" else "assignments-line",
        name=client.code_name,
        title=title,
        schedule=schedule_words(rules, turn.texts),
        state=turn.texts.plain(f"assignment-{one.state.replace('_', '-')}"),
        until=day_words(one.until(turn.now.astimezone(zone_of(client)).date()), turn.texts),
    )
    label = turn.texts.plain("practice-button", name=client.code_name, title=title)
    return line, tap(label[:60], "prac", one.id, "show")


async def end_pressed(turn: Exchange) -> None:
    """End an assignment, asked once more."""
    found = await own(turn, turn.key)
    if found is None or found[0].state == "ended" or turn.value not in ("ask", "yes"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    one, client = found
    title = turn.house.sheet(one.worksheet, turn.texts).title
    if turn.value == "ask":
        row = (tap(turn.texts.plain("assignment-end-yes"), "end", one.id, "yes"),)
        text = turn.texts.html("assignment-end-sure", name=client.code_name, title=title)
        turn.say(text, (row,), client=client.id)
        return
    await assigning.end(turn.unit, turn.person.id, one)
    if one.program:
        await chaining.stop(turn.unit, turn.person.id, one.program)
    await turn.redraw(turn.texts.html("assignment-ended", title=title), client=client.id)
    if one.state == "active":
        await turn.tell_client(client, "told-client-ended", title=one.worksheet)
