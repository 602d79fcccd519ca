"""/away: until when, and who stands in. The colleague who is asked agrees with one tap."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.exchange import Exchange
from bot.handlers.client_joins import in_columns
from conversations.daywords import day_in
from conversations.message import Rows, tap
from conversations.texts import Texts
from homework import covering, hours
from homework.prompt_texts import day_words
from homework.store import covers, people

LENGTHS = {"d3": 3, "w1": 7, "w2": 14, "w3": 21}
LONGEST = 183


async def away(turn: Exchange) -> None:
    """/away, with the day of the return or asking for it."""
    until = turn.therapist.away_until
    if until is not None and covering.is_away(turn.therapist, turn.now):
        back = covering.back_words(turn.therapist, until, turn.texts)
        row = (tap(turn.texts.plain("away-end"), "away", "", "back"),)
        turn.say(turn.texts.html("away-now", back=back), (row,))
        return
    if turn.incoming.args:
        await typed(turn, "away.until")
        return
    await turn.expect("away.until")
    buttons = [tap(turn.texts.plain(f"away-{key}"), "away", "until", key) for key in LENGTHS]
    turn.say(turn.texts.html("away-ask"), in_columns(buttons))


async def typed(turn: Exchange, what: str) -> None:
    """The day of the return was typed."""
    text = turn.incoming.args or turn.incoming.text
    day = day_in(text.removeprefix("until "), _today(turn), "future", turn.texts.language.days)
    if day is None or _until(turn, day) is None:
        turn.say(turn.texts.html("away-when"))
        return
    await _ask_who(turn, day)


async def pressed(turn: Exchange) -> None:
    """A length, a colleague, nobody, or "I am back"."""
    if turn.key == "until" and turn.value in LENGTHS:
        await _ask_who(turn, _today(turn) + timedelta(days=LENGTHS[turn.value]))
    elif turn.value == "back" and covering.is_away(turn.therapist, turn.now):
        await covering.come_back(turn.unit, turn.house, turn.therapist, early=True)
        await turn.redraw(turn.texts.html("away-back"))
    else:
        await _chose_who(turn)


def _today(turn: Exchange) -> date:
    return turn.now.astimezone(hours.zone_of(turn.therapist)).date()


def _until(turn: Exchange, day: date) -> datetime | None:
    """Return the begin of the day of the return; None if it is not ahead, or too far."""
    if not timedelta() < day - _today(turn) <= timedelta(days=LONGEST):
        return None
    zone = hours.zone_of(turn.therapist)
    return datetime.combine(day, time(0), zone).astimezone(turn.now.tzinfo)


async def _ask_who(turn: Exchange, day: date) -> None:
    await turn.expect(None)
    found = await covering.colleagues(turn.unit, turn.therapist)
    buttons = [tap(one.name[:60], "away", one.id, day.isoformat()) for one in found[:20]]
    buttons.append(tap(turn.texts.plain("away-nobody"), "away", "nobody", day.isoformat()))
    back = day_words(day, turn.texts)
    turn.say(turn.texts.html("away-who", back=back), in_columns(buttons, 1))


async def _chose_who(turn: Exchange) -> None:
    day = day_in(turn.value, _today(turn), "future", turn.texts.language.days)
    until = _until(turn, day) if day else None
    found = await covering.colleagues(turn.unit, turn.therapist)
    colleague = next((one for one in found if one.id == turn.key), None)
    if until is None or covering.is_away(turn.therapist, turn.now):
        turn.notice = turn.texts.plain("tap-stale")
        return
    back = covering.back_words(turn.therapist, until, turn.texts)
    if turn.key == "nobody":
        await covering.leave(turn.unit, turn.house, turn.therapist, until, None)
        await turn.redraw(turn.texts.html("away-set", back=back))
    elif colleague is None:
        turn.notice = turn.texts.plain("tap-stale")
    elif await covering.ask(
        turn.unit, turn.house, turn.therapist, colleague, until, _answers(turn.therapist.id)
    ):
        await turn.redraw(turn.texts.html("away-asked", name=colleague.name, back=back))
    else:
        await turn.redraw(turn.texts.html("away-no-clients"))


def _answers(lead: str) -> Callable[[Texts], Rows]:
    """Return the two answers of a colleague, to be said in their language."""

    def buttons(texts: Texts) -> Rows:
        yes = tap(texts.plain("cover-yes"), "cover", lead, "yes")
        return ((yes,), (tap(texts.plain("cover-no"), "cover", lead, "no"),))

    return buttons


async def cover_pressed(turn: Exchange) -> None:
    """A colleague says whether they stand in. Only who was asked can."""
    lead = await people.therapist_by_id(turn.unit, turn.key)
    asked = await covers.asked(turn.unit, turn.therapist.id, lead.id) if lead else {}
    if lead is None or not asked or turn.value not in ("yes", "no"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    if turn.value == "no":
        await covering.refuse(turn.unit, turn.house, turn.therapist, lead)
        await turn.redraw(turn.texts.html("cover-refused-kept", name=lead.name))
        return
    back = covering.back_words(lead, max(asked.values()), turn.texts)
    found = await people.clients_by_id(turn.unit, list(asked))
    names = ", ".join(sorted(client.code_name for client in found.values()))
    await covering.agree(turn.unit, turn.house, turn.therapist, lead)
    await turn.redraw(turn.texts.html("cover-begun", name=lead.name, back=back, clients=names))
