"""/review: entries that wait, one by one; marks and comments, and the answers of a client."""

from bot.exchange import Exchange
from bot.handlers import therapist_entries
from bot.handlers.client_joins import in_columns
from bot.handlers.therapist_entries import PART
from bot.handlers.therapist_whom import alone, called
from conversations.markup import shorten
from conversations.message import Button, tap
from conversations.model import Info
from conversations.texts import Texts
from homework import digesting, reading, remarking, reviewing
from homework.retelling import answers_of
from homework.reviewing import OFF, TEXT_LIMIT
from homework.store import entries, people, remarks
from homework.store.entries import Written
from homework.store.people import Client, Therapist
from homework.store.remarks import Remark

_LABEL = 60
_NAMES = 200


async def review(turn: Exchange) -> None:
    """/review: the oldest entry that waits, opened; behind it a part of a code name, whose."""
    await _looked_for(turn, turn.incoming.args.strip())


async def part_typed(turn: Exchange, _: str) -> None:
    """A part of a code name was typed."""
    await turn.expect(None)
    await _looked_for(turn, turn.incoming.text.strip())


async def next_of(turn: Exchange, client: Client) -> None:
    """Open the oldest entry of one client that waits."""
    await _next(turn, alone(client))


async def _looked_for(turn: Exchange, part: str) -> None:
    found = called(await people.clients_of(turn.unit, turn.therapist.id), part)
    if part and not found:
        await turn.expect("review")
        turn.say(turn.texts.html("clients-found-none", text=part[:40]))
        return
    await _next(turn, alone(found[0]) if part and len(found) == 1 else part)


async def _next(turn: Exchange, part: str) -> None:
    every = await people.clients_of(turn.unit, turn.therapist.id)
    waiting = await reviewing.unread(turn.unit, turn.therapist, called(every, part))
    if waiting:
        client, one = waiting[0]
        series = digesting.is_series(turn.house, one)
        await therapist_entries.show(turn, client, one, series=series, part=part)
    elif part and await reviewing.unread(turn.unit, turn.therapist, every):
        names = ", ".join(one.code_name for one in called(every, part))
        row = (tap(turn.texts.plain("review-all"), "cmd", "review", "go"),)
        turn.say(turn.texts.html("review-none-of", names=shorten(names, _NAMES)), (row,))
    else:
        turn.say(turn.texts.html("review-none"))


async def pressed(turn: Exchange) -> None:
    """A button at an entry. Only at entries of clients in one's own care, and what is shared."""
    found = await therapist_entries.of_therapist(turn, turn.key)
    if found is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    client, one = found
    value, _, part = turn.value.partition(PART)
    if value == "next":
        await remarking.plan(turn.unit, one.id, now=True)
        await _next(turn, part)
    elif value.removesuffix(OFF) in reviewing.marks_of(one):
        await _mark(turn, client, one, value, part)
    elif one.sharing == "nothing":
        turn.notice = turn.texts.plain("tap-stale")
    elif value == "say":
        rows = in_columns([_step_button(turn, one, *each) for each in _steps(turn, one).items()])
        whole = tap(turn.texts.plain("review-comment-whole"), "rev", one.id, "s.")
        text = turn.texts.html("review-comment-where", name=client.code_name)
        turn.say(text, (*rows, (whole,)), client=client.id)
    elif value in ("s.", *(f"s.{place}" for place in _steps(turn, one))):
        place = value.removeprefix("s.")
        await turn.expect(f"remark.{one.id}.{place}")
        step = _steps(turn, one).get(place)
        label = reviewing.step_name(turn.house, one, step, turn.texts)
        args = {"label": label, "name": client.code_name}
        turn.say(turn.texts.html("review-comment-ask", **args), client=client.id)
    else:
        turn.notice = turn.texts.plain("tap-stale")


def _steps(turn: Exchange, one: Written) -> dict[str, str]:
    """The steps of an entry whose answers the therapist can see, by their place in the sheet: an id
    may be too long for a button."""
    sheet = reading.sheet_of(turn.house, one, turn.texts)
    if sheet is None or one.sharing != "all":
        return {}
    answers = answers_of(one)
    return {
        str(place): step.id
        for place, step in enumerate(sheet.steps)
        if step.id in answers and not isinstance(step, Info)
    }


def _step_button(turn: Exchange, one: Written, place: str, step: str) -> Button:
    label = reviewing.step_name(turn.house, one, step, turn.texts)
    return tap(label[:_LABEL], "rev", one.id, f"s.{place}")


async def _mark(turn: Exchange, client: Client, one: Written, value: str, part: str) -> None:
    kind, on = value.removesuffix(OFF), not value.endswith(OFF)
    await reviewing.mark(turn.unit, turn.therapist, one, kind, on=on)
    await remarking.plan(turn.unit, one.id)
    await therapist_entries.show(turn, client, one, anew=True, part=part)


async def typed(turn: Exchange, what: str) -> None:
    """A comment was typed."""
    _, key, place = what.split(".", 2)
    found = await therapist_entries.of_therapist(turn, key)
    if found is None:
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    text = turn.incoming.text.strip()
    if refused(turn, text):
        return
    client, one = found
    await turn.expect(None)
    step = _steps(turn, one).get(place)
    await reviewing.comment(turn.unit, turn.therapist, one, step, text)
    await remarking.plan(turn.unit, one.id)
    key = "assign-sent-stopped" if client.stopped_at else "review-comment-sent"
    if await people.is_unreachable(turn.unit, client):
        key = "nudge-held-unreachable"
    turn.say(turn.texts.html(key, name=client.code_name), client=client.id)


def refused(turn: Exchange, text: str, limit: int = TEXT_LIMIT) -> bool:
    """Say so when a text is too long to be taken."""
    if len(text) <= limit:
        return False
    said = turn.texts.html("review-too-long", length=len(text), limit=limit)
    turn.say(said)
    return True


# The client's side --------------------------------------------------------------------------------


async def answer_pressed(turn: Exchange) -> None:
    """A client wants to answer a comment on one of their own entries."""
    one = await remarks.own(turn.unit, turn.key, turn.client.id)
    if one is None or turn.value != "answer" or not await _may_answer(turn, one):
        turn.notice = turn.texts.plain("tap-stale")
        return
    await turn.expect(f"reply.{one.id}")
    name = await reviewing.author(turn.unit, one)
    turn.say(turn.texts.html("remark-answer-ask", name=name))


async def _may_answer(turn: Exchange, one: Remark) -> bool:
    """Whether who commented still cares for the client: nobody else is answered in their place."""
    carers = await people.therapists_of(turn.unit, turn.client.id)
    return one.kind == remarks.COMMENT and one.therapist in {each.id for each in carers}


async def replied(turn: Exchange, key: str) -> bool:
    """Take what a client wrote under a comment as their answer to it; False where it is none."""
    if turn.who.client is None:
        return False
    one = await remarks.own(turn.unit, key, turn.client.id)
    if one is None or not await _may_answer(turn, one):
        return False
    await answer_typed(turn, f"reply.{key}")
    return True


async def answer_typed(turn: Exchange, what: str) -> None:
    """The answer of a client was typed: it is kept with the comment, and told."""
    one = await remarks.own(turn.unit, what.partition(".")[2], turn.client.id)
    entry = await entries.own(turn.unit, one.entry, turn.client.id) if one else None
    if one is None or entry is None or not await _may_answer(turn, one):
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    text = turn.incoming.text.strip()
    if refused(turn, text):
        return
    await turn.expect(None)
    await remarks.answer(turn.unit, one, text)

    name = await reviewing.author(turn.unit, one)

    def label(theirs: Texts) -> str:
        return reviewing.step_name(turn.house, entry, one.step, theirs)

    def key(therapist: Therapist) -> str:
        mine = therapist.id == one.therapist
        return "told-remark-answer" if mine else "told-remark-answer-other"

    await turn.tell_therapists(turn.client, key, label=label, said=text, who=name)
    turn.say(turn.texts.html("remark-answer-sent", name=name))
