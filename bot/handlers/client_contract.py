"""What a client agreed to, in their hands: a plan, less, a break, the end, how it was before."""

from datetime import timedelta

from bot.exchange import Exchange
from bot.handlers import client_profile, contract_words
from conversations.markup import Html
from conversations.message import Message, Rows, tap
from conversations.model import OneChoice
from conversations.session import Session
from conversations.texts import Texts
from homework import assigning, beginning, contracting, notices, prompting
from homework.collecting import Desk
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import assignments, people
from homework.store.assignments import Assignment
from homework.store.people import Actor
from homework.store.sessions import Held

PAUSES = {"w1": 7, "w2": 14, "w4": 28}


# The questions after "yes" -----------------------------------------------------------------------


async def ask(turn: Exchange, one: Assignment) -> None:
    """Open the few questions about an agreed practice; without prompts of its own times, fewer."""
    momentary = turn.house.shelf.worksheet(one.worksheet).momentary
    form = "light" if momentary else "full"
    await beginning.begin_contract(turn.desk, turn.person, turn.client, one, form)


async def finished(desk: Desk, who: Actor, held: Held, session: Session) -> str | None:
    """The questions are over, all or some of them: keep what was said, tell both, offer less."""
    unit, house, person = desk.unit, desk.house, who.person
    one = await assignments.own(unit, held.assignment or "", session.client)
    if person is None or who.client is None or one is None or one.state != "active":
        return None
    texts = house.texts(person.locale)
    form = house.shelf.worksheet(session.worksheet)
    step = form.by_id["obstacle"]
    choices = step.choices if isinstance(step, OneChoice) else ()
    labels = {choice.id: choice.label for choice in choices}
    agreed = await contracting.keep_answers(unit, one, person.id, session.answers, labels)
    if agreed is one:
        message = Message(texts.html("contract-none"))
    else:
        lines = contract_words.contract(agreed, texts)
        message = Message("\n".join([texts.html("contract-kept"), *lines]))
        title = house.shelf.worksheet(one.worksheet).title
        said = Html("\n".join(lines))
        await notices.tell(unit, house, who.client, "told-contract", title=title, said=said)
    unit.post(Outgoing(person.id, session.client, "ack", message, dedupe=new_id(unit.now)))
    sure = session.answers.get("confidence")
    if isinstance(sure, int | float) and sure < contracting.SURE_ENOUGH:
        offer: Message | None = _offer(desk, agreed, round(sure), texts)
    else:
        offer = await client_profile.next_message(unit, texts, who.client)
    if offer is not None:
        unit.post(Outgoing(person.id, session.client, "ack", offer, dedupe=new_id(unit.now)))
    return None


def _offer(desk: Desk, one: Assignment, sure: int, texts: Texts) -> Message:
    sheet, forms = contracting.smaller(desk.house, one)
    rows: Rows = tuple(
        (
            tap(
                texts.plain(f"contract-use-{form}", minutes=sheet.minutes.get(form, 1)),
                "pact",
                one.id,
                f"v{form}",
            ),
        )
        for form in forms
    )
    rows += (
        (tap(texts.plain("contract-ask"), "pact", one.id, "ask"),),
        (tap(texts.plain("contract-keep"), "pact", one.id, "keep"),),
    )
    return Message(texts.html("contract-unsure", confidence=sure), rows)


# What is agreed, and changing it -----------------------------------------------------------------


async def agreements(turn: Exchange) -> None:
    """List what is agreed, a button to each."""
    found = await assignments.of_client(turn.unit, turn.client.id, "active")
    if not found:
        turn.say(turn.texts.html("agreed-none"))
        return
    lines = [
        turn.texts.html(
            "agreed-line",
            title=_title(turn, one),
            schedule=assigning.schedule_words([entry.rule for entry in one.entries], turn.texts),
            why=one.texts.why,
        )
        for one in found
    ]
    rows = tuple(
        (
            tap(
                turn.texts.plain("agreed-button", title=_title(turn, one))[:60],
                "pact",
                one.id,
                "show",
            ),
        )
        for one in found
    )
    turn.say("\n\n".join(lines), rows)


def _title(turn: Exchange, one: Assignment) -> str:
    return turn.house.shelf.worksheet(one.worksheet).title


async def pressed(turn: Exchange) -> None:
    """A button about something agreed. Only one's own is looked at."""
    one = await assignments.own(turn.unit, turn.key, turn.client.id)
    if one is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    value = turn.value
    if value == "history":
        await _history(turn, one)
    elif one.state != "active":
        await turn.redraw(turn.texts.html("agreed-over"))
    elif value == "show":
        await _show(turn, one)
    elif value == "plan":
        await ask(turn, one)
    elif value in ("ask", "keep"):
        await _about_size(turn, one)
    elif value[:1] == "v":
        await _use_form(turn, one, value[1:])
    elif value == "pause":
        await _ask_pause(turn, one)
    elif value in PAUSES:
        await _pause(turn, one, timedelta(days=PAUSES[value]))
    elif value == "resume":
        await _resume(turn, one)
    elif value in ("end", "end_yes"):
        await _end(turn, one, sure=value == "end_yes")
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _show(turn: Exchange, one: Assignment) -> None:
    texts = turn.texts
    button = "agreed-resume" if one.paused_until else "agreed-pause"
    value = "resume" if one.paused_until else "pause"
    sheet, forms = contracting.smaller(turn.house, one)
    smaller = tuple(
        tap(
            texts.plain(f"contract-use-{form}", minutes=sheet.minutes.get(form, 1)),
            "pact",
            one.id,
            f"v{form}",
        )
        for form in forms
    )
    rows: Rows = (
        (tap(texts.plain("agreed-change-plan"), "pact", one.id, "plan"),),
        *((button,) for button in smaller),
        (
            tap(texts.plain(button), "pact", one.id, value),
            tap(texts.plain("agreed-end"), "pact", one.id, "end"),
        ),
        (tap(texts.plain("agreed-other"), "asg", one.id, "wish"),),
        (tap(texts.plain("agreed-history"), "pact", one.id, "history"),),
    )
    page = contract_words.page(turn.house, texts, one, prompting.zone_of(turn.client))
    await turn.redraw(page, rows)


async def _about_size(turn: Exchange, one: Assignment) -> None:
    if turn.value == "keep":
        await turn.redraw(turn.texts.html("contract-kept-as-is"))
        return
    sure = one.texts.confidence if one.texts.confidence is not None else 0
    row = (tap(turn.texts.plain("assign-again"), "assign", turn.client.id, "go"),)
    await turn.tell_therapists(
        turn.client,
        "told-unsure",
        (row,),
        once=f"unsure.{one.id}.{turn.now:%Y%m%d}",
        title=_title(turn, one),
        confidence=str(sure),
    )
    await turn.redraw(turn.texts.html("contract-asked"))


async def _use_form(turn: Exchange, one: Assignment, variant: str) -> None:
    form = await contracting.use_form(turn.unit, turn.house, one, turn.person.id, variant)
    if form is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    words = turn.texts.plain(f"contract-form-{form}")
    await turn.redraw(turn.texts.html("contract-form-now", form=words))
    await turn.tell_therapists(turn.client, "told-form", form=words, title=_title(turn, one))


async def _ask_pause(turn: Exchange, one: Assignment) -> None:
    rows = tuple((tap(turn.texts.plain(f"pause-{key}"), "pact", one.id, key),) for key in PAUSES)
    back = (tap(turn.texts.plain("agreed-back"), "pact", one.id, "show"),)
    await turn.redraw(turn.texts.html("agreed-pause-ask"), (*rows, back))


async def _pause(turn: Exchange, one: Assignment, length: timedelta) -> None:
    until = await contracting.pause(
        turn.unit, turn.house, turn.person.id, turn.client, turn.person, one, turn.now + length
    )
    words = contract_words.moment(until, prompting.zone_of(turn.client), turn.texts)
    row = (tap(turn.texts.plain("agreed-resume"), "pact", one.id, "resume"),)
    title = _title(turn, one)
    await turn.redraw(turn.texts.html("agreed-pause-set", title=title, until=words), (row,))
    once = f"rest.{one.id}.{until:%Y%m%d%H}"
    await turn.tell_therapists(
        turn.client, "told-practice-paused", once=once, title=title, until=words
    )


async def _resume(turn: Exchange, one: Assignment) -> None:
    title = _title(turn, one)
    if await contracting.unpause(turn.unit, turn.person.id, one):
        await turn.tell_therapists(turn.client, "told-practice-resumed", title=title)
    await turn.redraw(turn.texts.html("agreed-resumed", title=title))


async def _end(turn: Exchange, one: Assignment, *, sure: bool) -> None:
    title = _title(turn, one)
    if not sure:
        rows = (
            (tap(turn.texts.plain("agreed-end-yes"), "pact", one.id, "end_yes"),),
            (tap(turn.texts.plain("agreed-end-no"), "pact", one.id, "show"),),
        )
        await turn.redraw(turn.texts.html("agreed-end-sure", title=title), rows)
        return
    await assigning.end(turn.unit, turn.person.id, one)
    await turn.redraw(turn.texts.html("agreed-ended", title=title))
    await turn.tell_therapists(turn.client, "told-practice-ended", title=title)


async def _history(turn: Exchange, one: Assignment) -> None:
    zone = prompting.zone_of(turn.client)
    carers = {
        carer.person: turn.texts.plain("history-therapist")
        for carer in await people.therapists_of(turn.unit, turn.client.id)
        if carer.person
    }
    names = carers | {turn.person.id: turn.texts.plain("history-you")}
    turn.say(await contract_words.history(turn.unit, turn.house, turn.texts, one, zone, names))
