"""A proposal reaches the client: accept, adjust, or not now."""

from collections.abc import Callable
from dataclasses import replace

from bot.exchange import Exchange
from bot.handlers import client_contract, client_programs, client_times
from bot.handlers.lint_words import end_rows
from conversations.message import Message, Rows, tap
from conversations.texts import Texts
from homework import assigning, chaining, chosen_words, materials_shown, room, waking
from homework.anchoring import anchors_of
from homework.burden import Caps
from homework.house import House
from homework.loads import prompts_a_day
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.rhythm import next_dates, schedule_words
from homework.schedule import AfterWaking
from homework.store import assignments, people, profiles
from homework.store.assignments import Assignment
from homework.store.database import Unit


async def pressed(turn: Exchange) -> None:
    """A button under a proposal. Only one's own is looked at."""
    found = await assignments.own(turn.unit, turn.key, turn.client.id)
    if found is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    match turn.value:
        case "accept":
            await _accept(turn, found)
        case "show" if found.state in assignments.OPEN_PROPOSALS and found.position == 0:
            await client_programs.show(turn, found)
        case "show" if found.state in assignments.OPEN_PROPOSALS:
            message = await proposal(turn.unit, turn.house, turn.texts, found)
            turn.say(message.html, message.buttons)
        case "read" if found.state in (*assignments.OPEN_PROPOSALS, "active", "paused"):
            await materials_shown.show(turn.unit, turn.house, turn.person, found)
        case "wish" if found.state == "active":
            await _ask_wish(turn, found)
        case "why" if found.state in assignments.OPEN_PROPOSALS:
            await turn.expect(f"whynot.{found.id}")
            turn.say(turn.texts.html("not-now-why-ask"))
        case "adjust" | "not_now":
            if not await assigning.put_off(turn.unit, turn.client, found, turn.value):
                turn.notice = turn.texts.plain("tap-stale")
                return
            await _put_off(turn, found)
        case _:
            turn.notice = turn.texts.plain("tap-stale")


async def _accept(turn: Exchange, proposal: Assignment) -> None:
    agreed = await assigning.accept(turn.unit, turn.house, turn.client, proposal)
    if agreed is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    if agreed.state == assignments.WAITS:
        await _say_it_waits(turn, agreed)
        return
    await chaining.accepted(turn.unit, turn.house, turn.client, agreed)
    rules = [entry.rule for entry in agreed.entries]
    zone = zone_of(turn.client)
    anchors = await anchors_of(turn.unit, turn.client, agreed.therapist, rules)
    dates = next_dates(rules, agreed, zone, turn.now, turn.texts, anchors)
    text = turn.texts.html("agreed-now", dates=dates) if rules else turn.texts.html("agreed-log")
    if agreed.program and agreed.position == 0:
        await turn.redraw(await client_programs.text_of(turn, agreed))
    else:
        await turn.redraw(await proposal_text(turn.unit, turn.house, turn.texts, agreed))
    turn.say(text)
    await materials_shown.show(turn.unit, turn.house, turn.person, agreed)
    await turn.tell_therapists(turn.client, "told-accepted", title=agreed.worksheet)
    if any(isinstance(rule, AfterWaking) for rule in rules):
        profile = await profiles.of(turn.unit, turn.client.id)
        if waking.told(profile) is None:
            await client_times.ask_waking(turn)
            return
    turn.say(turn.texts.html("contract-begin"))
    await client_contract.ask(turn, agreed)


async def _say_it_waits(turn: Exchange, agreed: Assignment) -> None:
    """As much runs as may at a time: the yes is kept, and one of the others may end."""
    others = await room.in_the_way(turn.unit, turn.house, agreed)
    titles = {one.id: turn.house.sheet(one.worksheet, turn.texts).title for one in others}
    rows = tuple(
        (tap(turn.texts.plain("agreed-button", title=title)[:60], "pact", key, "show"),)
        for key, title in titles.items()
    )
    title = turn.house.sheet(agreed.worksheet, turn.texts).title
    await turn.redraw(turn.texts.html("accepted-waits", title=title), rows)
    await turn.tell_therapists(
        turn.client,
        "told-accepted-waits",
        lambda texts: tuple(end_rows(turn.house, texts, others)),
        once=f"waits.{agreed.id}.{agreed.revision}",
        title=agreed.worksheet,
    )


async def _ask_wish(turn: Exchange, one: Assignment) -> None:
    await turn.expect(f"adjust.{one.id}")
    times = client_times.buttons(turn, one)
    text = turn.texts.html("adjust-ask-times" if times else "adjust-ask")
    turn.say(text, tuple((button,) for button in times))


async def _put_off(turn: Exchange, proposal: Assignment) -> None:
    if turn.value == "adjust":
        await _ask_wish(turn, proposal)
    else:
        buttons = (
            (tap(turn.texts.plain("proposal-accept-later"), "asg", proposal.id, "accept"),),
            (tap(turn.texts.plain("not-now-why"), "asg", proposal.id, "why"),),
        )
        await turn.redraw(turn.texts.html("not-now-kept"), buttons)
        await turn.tell_therapists(turn.client, "told-not-now", title=proposal.worksheet)


async def typed_adjust(turn: Exchange, what: str) -> None:
    """What should be different: kept with the assignment, told to the therapist."""
    key = what.partition(".")[2]
    found = await assignments.own(turn.unit, key, turn.client.id)
    await turn.expect(None)
    if found is None:
        turn.say(turn.texts.html("tap-stale"))
        return
    wish = turn.incoming.text
    texts = replace(found.texts, wish=wish)
    await assignments.set_texts(turn.unit, found.id, found.client, texts)
    await turn.tell_therapists(
        turn.client, "told-adjust", answers(found), title=found.worksheet, wish=wish
    )
    turn.say(turn.texts.html("adjust-told" if found.state != "active" else "adjust-told-active"))


def answers(one: Assignment) -> Callable[[Texts], Rows]:
    """Return what a therapist may do about a wish: set it anew, or say something."""

    def rows(texts: Texts) -> Rows:
        again = tap(texts.plain("assign-again"), "assign", one.client, "go")
        return ((again, tap(texts.plain("answer-wish"), "prac", one.id, "answer")),)

    return rows


async def typed_why_not(turn: Exchange, what: str) -> None:
    """Why a proposal is not for now: told to the therapist, who may answer."""
    found = await assignments.own(turn.unit, what.partition(".")[2], turn.client.id)
    await turn.expect(None)
    if found is None:
        turn.say(turn.texts.html("tap-stale"))
        return
    why = turn.incoming.text
    texts = replace(found.texts, wish=why)
    await assignments.set_texts(turn.unit, found.id, found.client, texts)
    await turn.tell_therapists(
        turn.client, "told-why-not", answers(found), title=found.worksheet, why=why
    )
    turn.say(turn.texts.html("not-now-told"))


async def proposal_text(unit: Unit, house: House, texts: Texts, one: Assignment) -> str:
    """Return why, what, how long, when, until, and what comes with it: what a client agrees to."""
    sheet = house.sheet(one.worksheet, texts)
    rules = [entry.rule for entry in one.entries]
    client = await people.client_by_id(unit, one.client)
    today = unit.now.astimezone(zone_of(client)).date() if client else one.starts_on
    lines = [
        texts.html("proposal-why", why=one.texts.why),
        texts.html(
            "proposal-what",
            title=sheet.title,
            minutes=sheet.minutes.get(one.variant, 5),
        ),
    ]
    if one.texts.enough:
        lines.append(texts.html("proposal-enough", enough=one.texts.enough))
    lines += chosen_words.lines(sheet, one.texts, texts, one.variant)
    if one.texts.states:
        lines.append(texts.html("proposal-states", names=", ".join(one.texts.states)))
    lines.append(
        texts.html(
            "proposal-when",
            schedule=schedule_words(rules, texts),
            until=day_words(one.until(today), texts),
        )
    )
    if (count := prompts_a_day(rules)) > Caps().prompts:
        lines.append(texts.html("proposal-many", count=count, usual=Caps().prompts))
    if belongs := await materials_shown.listed(unit, texts, one):
        lines.append(belongs)
    lines.append(texts.html(f"proposal-share-{one.sharing}"))
    if one.texts.media:
        lines.append(texts.html("media-allowed"))
    return "\n\n".join(lines)


async def proposal(unit: Unit, house: House, texts: Texts, one: Assignment) -> Message:
    """Return the proposal as the client will see it, with its three answers."""
    rows: Rows = (
        (tap(texts.plain("proposal-accept"), "asg", one.id, "accept"),),
        (
            tap(texts.plain("proposal-adjust"), "asg", one.id, "adjust"),
            tap(texts.plain("proposal-not-now"), "asg", one.id, "not_now"),
        ),
    )
    text = await proposal_text(unit, house, texts, one)
    return Message(f"{texts.html('proposal-head')}\n\n{text}", rows)
