"""What a client agreed to, in their hands: a plan, less, a break, the end, how it was before."""

from bot.exchange import Exchange
from bot.handlers import client_profile
from conversations.markup import Html
from conversations.message import Message, Rows, tap
from conversations.session import Session
from conversations.texts import Texts
from homework import assigning, beginning, contract_texts, contracting, easing, notices
from homework.collecting import Desk
from homework.house import House
from homework.ids import new_id
from homework.moments import zone_of
from homework.outgoing import Outgoing
from homework.rhythm import schedule_words
from homework.store import assignments, people, unopened
from homework.store.assignments import Assignment
from homework.store.people import Actor
from homework.store.sessions import Held

# The questions after "yes" -----------------------------------------------------------------------


async def ask(turn: Exchange, one: Assignment) -> None:
    """Open the few questions about an agreed practice; without prompts of its own times, fewer."""
    momentary = turn.house.shelf.worksheet(one.worksheet).momentary
    form = "light" if momentary else "full"
    await beginning.begin_contract(turn.desk, turn.person, turn.client, one, form)


async def ask_left_out(turn: Exchange) -> None:
    """Ask about what was agreed lately and not asked about yet: another question came first."""
    for one in await assignments.of_client(turn.unit, turn.client.id, "active"):
        lately = one.agreed_at is not None and turn.now - one.agreed_at < beginning.CONTRACT_LASTS
        if lately and not await unopened.about_contract(turn.unit, one.id):
            turn.say(turn.texts.html("contract-begin"))
            await ask(turn, one)
            return


async def finished(desk: Desk, who: Actor, held: Held, session: Session) -> Message | None:
    """The questions are over, all or some of them: keep what was said, tell both, offer less."""
    unit, house, person = desk.unit, desk.house, who.person
    one = await assignments.own(unit, held.assignment or "", session.client)
    if person is None or who.client is None or one is None or one.state != "active":
        return None
    texts = house.texts(person.locale)
    form = house.sheet(session.worksheet, texts)
    agreed = await contracting.keep_answers(unit, one, person.id, session.answers, form)
    if agreed is one:
        message = Message(texts.html("contract-none"))
    else:
        lines = contract_texts.contract(agreed, texts)
        message = Message("\n".join([texts.html("contract-kept"), *lines]))

        def said(theirs: Texts) -> str:
            return Html("\n".join(contract_texts.contract(agreed, theirs)))

        await notices.tell(unit, house, who.client, "told-contract", title=one.worksheet, said=said)
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
    rows: Rows = (
        *_smaller(desk.house, one, texts),
        (tap(texts.plain("contract-ask"), "pact", one.id, "ask"),),
        (tap(texts.plain("contract-keep"), "pact", one.id, "keep"),),
    )
    return Message(texts.html("contract-unsure", confidence=sure), rows)


def _smaller(house: House, one: Assignment, texts: Texts) -> Rows:
    """A button for each smaller form of the agreed sheet."""
    sheet = house.sheet(one.worksheet, texts)
    return tuple(
        (
            tap(
                texts.plain(f"contract-use-{form}", minutes=sheet.minutes.get(form, 1)),
                "ease",
                one.id,
                f"v.{form}",
            ),
        )
        for form in easing.smaller_forms(sheet, one.variant)
    )


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
            schedule=schedule_words([entry.rule for entry in one.entries], turn.texts),
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
    return turn.house.sheet(one.worksheet, turn.texts).title


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
    elif value in ("end", "end_yes"):
        await _end(turn, one, sure=value == "end_yes")
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _show(turn: Exchange, one: Assignment) -> None:
    texts = turn.texts
    rest = ("agreed-resume", "go") if one.paused_until else ("agreed-pause", "hold")
    halved = await easing.is_halved(turn.unit, one)
    rate = ("ease-full", "full") if halved else ("ease-fewer", "fewer")
    rows: Rows = (
        (tap(texts.plain("agreed-change-plan"), "pact", one.id, "plan"),),
        *_smaller(turn.house, one, texts),
        tuple(tap(texts.plain(key), "ease", one.id, value) for key, value in (rest, rate)),
        (tap(texts.plain("agreed-other"), "asg", one.id, "wish"),),
        (
            tap(texts.plain("agreed-history"), "pact", one.id, "history"),
            tap(texts.plain("agreed-end"), "pact", one.id, "end"),
        ),
    )
    page = contract_texts.page(turn.house, texts, one, zone_of(turn.client))
    await turn.redraw(page, rows)


async def _about_size(turn: Exchange, one: Assignment) -> None:
    if turn.value == "keep":
        await turn.redraw(turn.texts.html("contract-kept-as-is"))
        return
    sure = one.texts.confidence if one.texts.confidence is not None else 0

    def again(theirs: Texts) -> Rows:
        return ((tap(theirs.plain("assign-again"), "assign", turn.client.id, "go"),),)

    await turn.tell_therapists(
        turn.client,
        "told-unsure",
        again,
        once=f"unsure.{one.id}.{turn.now:%Y%m%d}",
        title=one.worksheet,
        confidence=str(sure),
    )
    await turn.redraw(turn.texts.html("contract-asked"))


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
    await turn.tell_therapists(turn.client, "told-practice-ended", title=one.worksheet)


async def _history(turn: Exchange, one: Assignment) -> None:
    zone = zone_of(turn.client)
    carers = {
        carer.person: turn.texts.plain("history-therapist")
        for carer in await people.therapists_of(turn.unit, turn.client.id)
        if carer.person
    }
    names = carers | {turn.person.id: turn.texts.plain("history-you")}
    turn.say(await contract_texts.history(turn.unit, turn.house, turn.texts, one, zone, names))
