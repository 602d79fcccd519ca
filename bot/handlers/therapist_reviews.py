"""/review: entries that wait, one by one; marks and comments, and the answers of a client."""

from bot.exchange import Exchange
from bot.handlers import therapist_entries
from bot.handlers.client_joins import in_columns
from conversations.message import Button, Message, tap
from conversations.model import Info
from conversations.texts import Texts
from homework import digesting, reading, reviewing
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.retelling import answers_of
from homework.reviewing import MARKS, TEXT_LIMIT
from homework.store import entries, remarks
from homework.store.entries import Written
from homework.store.people import Client

_LABEL = 60


async def review(turn: Exchange) -> None:
    """/review: the oldest entry that waits, opened."""
    await _next(turn)


async def _next(turn: Exchange) -> None:
    waiting = await reviewing.unread(turn.unit, turn.therapist)
    if not waiting:
        turn.say(turn.texts.html("review-none"))
        return
    client, one = waiting[0]
    series = digesting.is_series(turn.house, one)
    await therapist_entries.show(turn, client, one, series=series)


async def pressed(turn: Exchange) -> None:
    """A button at an entry. Only at entries of clients in one's own care, and what is shared."""
    found = await therapist_entries.of_therapist(turn, turn.key)
    if found is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    client, one = found
    if turn.value == "next":
        await _next(turn)
    elif turn.value in MARKS:
        await _mark(turn, client, one)
    elif turn.value == "say":
        rows = in_columns([_step_button(turn, one, step) for step in _steps(turn, one)])
        whole = tap(turn.texts.plain("review-comment-whole"), "rev", one.id, "s.")
        text = turn.texts.html("review-comment-where", name=client.code_name)
        turn.say(text, (*rows, (whole,)), client=client.id)
    elif turn.value.startswith("s."):
        step = turn.value.removeprefix("s.")
        await turn.expect(f"remark.{one.id}.{step}")
        label = reviewing.step_name(turn.house, one, step, turn.texts)
        args = {"label": label, "name": client.code_name}
        turn.say(turn.texts.html("review-comment-ask", **args), client=client.id)
    else:
        turn.notice = turn.texts.plain("tap-stale")


def _steps(turn: Exchange, one: Written) -> list[str]:
    """The steps of an entry whose answers the therapist can see."""
    ref = turn.house.shelf.newest.get(one.worksheet)
    if ref is None or one.sharing != "all":
        return []
    answers = answers_of(one)
    sheet = turn.house.shelf.worksheet(ref)
    return [s.id for s in sheet.steps if s.id in answers and not isinstance(s, Info)]


def _step_button(turn: Exchange, one: Written, step: str) -> Button:
    label = reviewing.step_name(turn.house, one, step, turn.texts)
    return tap(label[:_LABEL], "rev", one.id, f"s.{step}")


async def _mark(turn: Exchange, client: Client, one: Written) -> None:
    stands = await reviewing.mark(turn.unit, turn.therapist, one, turn.value)
    if stands and turn.value == remarks.WELL:
        await _tell(turn, client, one, "told-client-well")
    await therapist_entries.show(turn, client, one, anew=True)


async def _tell(turn: Exchange, client: Client, one: Written, key: str, **more: str) -> None:
    texts = await turn.texts_of(client)
    day = day_words(one.closed_at.astimezone(zone_of(client)).date(), texts)
    title = reading.title_of(turn.house, one, texts)
    args = {"name": turn.therapist.name, "day": day, "title": title} | more
    row: tuple[Button, ...] = ()
    if remark := more.get("remark"):
        row = (tap(texts.plain("remark-answer"), "rem", remark, "answer"),)
    args.pop("remark", None)
    await turn.send_client(client, Message(texts.html(key, **args), (row,) if row else ()))


async def typed(turn: Exchange, what: str) -> None:
    """A comment was typed."""
    _, key, step = what.split(".", 2)
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
    remark = await reviewing.comment(turn.unit, turn.therapist, one, step or None, text)
    label = reviewing.step_name(turn.house, one, step, await turn.texts_of(client))
    await _tell(turn, client, one, "told-client-comment", label=label, text=text, remark=remark)
    turn.say(turn.texts.html("review-comment-sent", name=client.code_name), client=client.id)


def refused(turn: Exchange, text: str) -> bool:
    """Say so when a text is too long to be taken."""
    if len(text) <= TEXT_LIMIT:
        return False
    said = turn.texts.html("review-too-long", length=len(text), limit=TEXT_LIMIT)
    turn.say(said)
    return True


# The client's side --------------------------------------------------------------------------------


async def answer_pressed(turn: Exchange) -> None:
    """A client wants to answer a comment on one of their own entries."""
    one = await remarks.own(turn.unit, turn.key, turn.client.id)
    if one is None or turn.value != "answer" or one.kind != remarks.COMMENT:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await turn.expect(f"reply.{one.id}")
    name = await reviewing.author(turn.unit, one)
    turn.say(turn.texts.html("remark-answer-ask", name=name))


async def answer_typed(turn: Exchange, what: str) -> None:
    """The answer of a client was typed: it is kept with the comment, and told."""
    one = await remarks.own(turn.unit, what.partition(".")[2], turn.client.id)
    entry = await entries.own(turn.unit, one.entry, turn.client.id) if one else None
    if one is None or entry is None:
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    text = turn.incoming.text.strip()
    if refused(turn, text):
        return
    await turn.expect(None)
    await remarks.answer(turn.unit, one, text)

    def label(theirs: Texts) -> str:
        return reviewing.step_name(turn.house, entry, one.step, theirs)

    await turn.tell_therapists(turn.client, "told-remark-answer", label=label, said=text)
    name = await reviewing.author(turn.unit, one)
    turn.say(turn.texts.html("remark-answer-sent", name=name))
