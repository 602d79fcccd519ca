"""/assign, guided: client, worksheet, why, schedule, preview, send. /assignments: what is set."""

from dataclasses import replace

from bot.exchange import Exchange
from bot.handlers import client_profile
from bot.handlers.client_agrees import proposal, proposal_text
from bot.handlers.therapist_practice import own
from conversations.message import Button, Message, Rows, tap
from conversations.session import Session
from conversations.texts import Texts
from homework import assigning, beginning, chaining, linter, prompting
from homework.anchoring import anchors_of
from homework.collecting import Desk
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.prompt_texts import day_words
from homework.rhythm import next_dates, schedule_words
from homework.schedule import wall_time
from homework.spoken_days import Unread
from homework.store import assignments, people
from homework.store.assignments import Assignment
from homework.store.people import Actor, Client
from homework.store.sessions import Held

FORM = "assign"
MOST_BUTTONS = 90  # of the messenger's 100


async def assign(turn: Exchange) -> None:
    """Ask for whom; with one client, begin at once."""
    ready = [
        client
        for client in await people.clients_of(turn.unit, turn.therapist.id)
        if client.state == "active"
    ]
    if not ready:
        row = (tap(turn.texts.plain("invite-first"), "cmd", "invite", "go"),)
        turn.say(turn.texts.html("assign-nobody"), (row,))
    elif len(ready) == 1:
        await _begin(turn, ready[0])
    else:
        rows = tuple((tap(one.code_name, "assign", one.id, "go"),) for one in ready[:MOST_BUTTONS])
        turn.say(turn.texts.html("assign-who"), rows)


async def assign_pressed(turn: Exchange) -> None:
    """A client was picked to set something for."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await _begin(turn, client)


async def _begin(turn: Exchange, client: Client) -> None:
    said = turn.texts.html("assign-for", name=client.code_name)
    if told := await client_profile.told_line(turn.unit, turn.texts, client):
        said += f"\n{told}"
    row = (tap(turn.texts.plain("program-button"), "program", client.id, "go"),)
    turn.say(said, (row,), client=client.id)
    handed = {
        "worksheet": assigning.sheets_to_choose(turn.house, turn.therapist.id),
        "dates": assigning.days_to_choose(client, turn.texts, turn.now),
        "other": await assigning.others_of(turn.unit, turn.house, client),
    }
    await beginning.begin_form(turn.desk, turn.person, client.id, FORM, handed)


async def finished(desk: Desk, who: Actor, held: Held, session: Session) -> str | None:
    """The form is confirmed: check it, keep the draft, show what the client will see."""
    unit, house = desk.unit, desk.house
    if who.person is None or who.therapist is None:
        return None
    texts = house.texts(who.person.locale)
    client = await people.client_in_care(unit, who.therapist.id, session.client)
    if client is None or client.state != "active":
        return texts.html("assign-client-gone")
    others = await assigning.others_of(unit, house, client)
    draft, rules = assigning.from_form(house, session, who.therapist, client, others, unit.now)
    problem = await linter.problem(unit, house, client, draft, rules, texts)
    if problem is not None or isinstance(rules, Unread):
        return problem
    await assigning.keep_draft(unit, draft, rules)
    kept = (await assignments.by_ids(unit, [draft.id]))[draft.id]
    text = proposal_text(house, texts, kept)
    zone = prompting.zone_of(client)
    preview = texts.html("assign-preview-log", name=client.code_name)
    if rules:
        anchors = await anchors_of(unit, client, kept.therapist, rules)
        dates = next_dates(rules, kept, zone, unit.now, texts, anchors)
        preview = texts.html("assign-preview", name=client.code_name, dates=dates)
    message = Message(f"{preview}\n\n<blockquote>{text}</blockquote>", _draft_buttons(texts, kept))
    unit.post(Outgoing(who.person.id, client.id, "ack", message, dedupe=new_id(unit.now)))
    return None


def _draft_buttons(texts: Texts, draft: Assignment) -> Rows:
    rows = [(tap(texts.plain("assign-send"), "draft", draft.id, "send"),)]
    if any(wall_time(entry.rule) for entry in draft.entries):
        first, _, last = draft.texts.limits.partition("-")
        label = texts.plain("limits-button-none")
        if last:
            label = texts.plain("limits-button", first=first, last=last)
        rows.append((tap(label, "draft", draft.id, "limits"),))
    rows.append((tap(texts.plain("assign-discard"), "draft", draft.id, "discard"),))
    return tuple(rows)


LIMITS = {"l1": "06:00-23:00", "l2": "07:00-22:00", "l3": "07:00-12:00", "l4": "12:00-22:00"}


async def _limits(turn: Exchange, draft: Assignment) -> None:
    """Between which times the client may move the times themselves."""
    texts = turn.texts
    if turn.value == "limits":
        rows = [
            (
                tap(
                    texts.plain("limits-choice", first=span[:5], last=span[6:]),
                    "draft",
                    draft.id,
                    key,
                ),
            )
            for key, span in LIMITS.items()
        ]
        rows.append((tap(texts.plain("limits-none"), "draft", draft.id, "l0"),))
        turn.say(texts.html("limits-ask"), tuple(rows), client=draft.client)
        return
    changed = replace(draft.texts, limits=LIMITS.get(turn.value, ""))
    await assignments.set_texts(turn.unit, draft.id, draft.client, changed)
    text = texts.html("limits-button-none")
    if changed.limits:
        text = texts.html("limits-button", first=changed.limits[:5], last=changed.limits[6:])
    await turn.redraw(
        text, _draft_buttons(texts, replace(draft, texts=changed)), client=draft.client
    )


async def draft_pressed(turn: Exchange) -> None:
    """Send a draft to the client, or throw it away."""
    found = await own(turn, turn.key)
    if found is None or found[0].state != "draft":
        turn.notice = turn.texts.plain("tap-stale")
        return
    one, client = found
    if turn.value in ("limits", "l0", *LIMITS):
        await _limits(turn, one)
        return
    if turn.value not in ("send", "discard"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    if turn.value == "discard":
        await assignments.change(turn.unit, one.id, state="ended", ended_at=turn.now)
        await turn.redraw(turn.texts.html("assign-discarded"), client=client.id)
        return
    problem = await linter.problem_now(turn.unit, turn.house, client, one, turn.texts)
    if problem is not None:
        turn.say(problem, client=client.id)
        return
    if await assigning.propose(turn.unit, turn.therapist, one):
        words = await turn.texts_of(client)
        await turn.send_client(client, proposal(turn.house, words, one))
        away = await people.is_unreachable(turn.unit, client)
        key = "assign-sent-away" if away else "assign-sent"
        await turn.redraw(turn.texts.html(key, name=client.code_name), client=client.id)


async def overview(turn: Exchange) -> None:
    """/assignments: what is set, per client, with a button to each."""
    lines: list[str] = []
    rows: list[tuple[Button, ...]] = []
    for client in await people.clients_of(turn.unit, turn.therapist.id):
        found = await assignments.of_client(
            turn.unit, client.id, "active", "chained", *assignments.OPEN_PROPOSALS
        )
        for one in found:
            line, button = _line(turn, client, one)
            lines.append(line)
            rows.append((button,))
    rows = rows[:MOST_BUTTONS]
    rows.append((tap(turn.texts.plain("assign-now"), "cmd", "assign", "go"),))
    turn.say("\n\n".join(lines) or turn.texts.html("assignments-none"), tuple(rows))


def _line(turn: Exchange, client: Client, one: Assignment) -> tuple[str, Button]:
    title = turn.house.shelf.worksheet(one.worksheet).title
    rules = [entry.rule for entry in one.entries]
    line = turn.texts.html(
        "assignments-line-chained" if one.state == "chained" else "assignments-line",
        name=client.code_name,
        title=title,
        schedule=schedule_words(rules, turn.texts),
        state=turn.texts.plain(f"assignment-{one.state.replace('_', '-')}"),
        until=day_words(one.ends_on, turn.texts),
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
    title = turn.house.shelf.worksheet(one.worksheet).title
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
        await turn.tell_client(client, "told-client-ended", title=title)
