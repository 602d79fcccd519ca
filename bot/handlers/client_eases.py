"""Less, please: the ways out of "too much", of days without an answer, and the short questions.

Whatever is pressed is done at once, and told to the therapist where it changes what was agreed. It
is never argued.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.exchange import Exchange
from bot.handlers import client_settings
from conversations.message import Button, Rows, tap
from conversations.texts import Texts
from homework import asides, easing, pausing, silence, stilling
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.store import assignments, feedback
from homework.store.assignments import Assignment

RESTS = {"d3": 3, "w1": 7, "w2": 14, "w4": 28}
WISH_LIMIT = 500


# One practice ------------------------------------------------------------------------------------


async def pressed(turn: Exchange) -> None:
    """A way to make one practice less. Only one's own, while it is agreed, is looked at."""
    found = await assignments.own(turn.unit, turn.key, turn.client.id)
    if found is None or found.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    act = _EASES.get(turn.value)
    if act is not None:
        await act(turn, found)
    elif turn.value[:2] == "v.":
        await _smaller(turn, found, turn.value[2:])
    elif turn.value[:2] == "r." and turn.value[2:] in RESTS:
        await _rest(turn, found, timedelta(days=RESTS[turn.value[2:]]))
    else:
        turn.notice = turn.texts.plain("tap-stale")


def _title(turn: Exchange, one: Assignment) -> str:
    return turn.house.sheet(one.worksheet, turn.texts).title


async def _fewer(turn: Exchange, one: Assignment) -> None:
    changed = await easing.halve(turn.unit, turn.person.id, one)
    row = (tap(turn.texts.plain("ease-full"), "ease", one.id, "full"),)
    await turn.redraw(turn.texts.html("ease-fewer-done", title=_title(turn, one)), (row,))
    if changed:
        await turn.tell_therapists(turn.client, "told-fewer", title=one.worksheet)


async def _full(turn: Exchange, one: Assignment) -> None:
    changed = await easing.make_whole(turn.unit, turn.person.id, one)
    await turn.redraw(turn.texts.html("ease-full-done", title=_title(turn, one)))
    if changed:
        await turn.tell_therapists(turn.client, "told-full", title=one.worksheet)


async def _smaller(turn: Exchange, one: Assignment, wanted: str) -> None:
    form = await easing.make_smaller(turn.unit, turn.house, turn.person.id, one, wanted)
    if form is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    name = turn.texts.plain(f"form-{form}")
    await turn.redraw(turn.texts.html("ease-smaller-done", title=_title(turn, one), form=name))

    def words(theirs: Texts) -> str:
        return theirs.plain(f"form-{form}")

    await turn.tell_therapists(turn.client, "told-smaller", title=one.worksheet, form=words)


async def _hold(turn: Exchange, one: Assignment) -> None:
    buttons = [tap(turn.texts.plain(f"pause-{key}"), "ease", one.id, f"r.{key}") for key in RESTS]
    rows = (tuple(buttons[:2]), tuple(buttons[2:]))
    await turn.redraw(turn.texts.html("ease-hold-ask", title=_title(turn, one)), rows)
    await turn.expect(f"{client_settings.REST}.{one.id}")


async def rest_typed(turn: Exchange, what: str) -> None:
    """How long one practice is to rest was asked, and something was written: a length, or the
    question once more."""
    found = await assignments.own(turn.unit, what.partition(".")[2], turn.client.id)
    await turn.expect(None)
    if found is None or found.state != "active":
        turn.say(turn.texts.html("tap-stale"))
        return
    length = client_settings.length_said(turn, turn.incoming.text)
    if length is None:
        turn.say(turn.texts.html("ease-hold-length"))
        await _hold(turn, found)
        return
    await _rest(turn, found, length)


async def _rest(turn: Exchange, one: Assignment, length: timedelta) -> None:
    stood = await stilling.still(turn.unit, turn.house, turn.client, assignment=one.id)
    until = await pausing.pause_one(turn.unit, turn.house, turn.person.id, turn.client, one, length)
    local = until.astimezone(zone_of(turn.client))

    def words(texts: Texts) -> str:
        return f"{day_words(local.date(), texts)} {local:%H:%M}"

    row = (tap(turn.texts.plain("ease-go-on"), "ease", one.id, "go"),)
    text = turn.texts.html("ease-hold-done", title=_title(turn, one), until=words(turn.texts))
    await turn.redraw(stilling.words(turn.texts, stood, text), (row,))
    await turn.tell_therapists(turn.client, "told-held", title=one.worksheet, until=words)


async def _go_on(turn: Exchange, one: Assignment) -> None:
    if not await pausing.resume_one(turn.unit, turn.person.id, turn.client, one):
        turn.notice = turn.texts.plain("tap-stale")
        return
    await turn.redraw(turn.texts.html("ease-go-on-done", title=_title(turn, one)))
    await turn.tell_therapists(turn.client, "told-went-on", title=one.worksheet)


async def _times(turn: Exchange, one: Assignment) -> None:
    await turn.expect(f"ease.{one.id}")
    turn.say(turn.texts.html("ease-times-ask", title=_title(turn, one)))


async def _tell(turn: Exchange, one: Assignment) -> None:
    once = f"much.{one.id}.{turn.now:%Y%m%d}"
    await turn.tell_therapists(turn.client, "told-much-of", title=one.worksheet, once=once)
    await turn.redraw(turn.texts.html("ease-told"))


async def _fine(turn: Exchange, one: Assignment) -> None:
    await turn.redraw(turn.texts.html("ease-fine-done"))


_EASES: dict[str, Callable[[Exchange, Assignment], Awaitable[None]]] = {
    "fewer": _fewer,
    "full": _full,
    "hold": _hold,
    "go": _go_on,
    "times": _times,
    "tell": _tell,
    "fine": _fine,
}


async def typed(turn: Exchange, what: str) -> None:
    """Which times would be better: handed to the therapist in the client's words."""
    found = await assignments.own(turn.unit, what.partition(".")[2], turn.client.id)
    await turn.expect(None)
    if found is None:
        turn.say(turn.texts.html("tap-stale"))
        return
    wish = turn.incoming.text[:WISH_LIMIT]

    def again(theirs: Texts) -> Rows:
        return ((tap(theirs.plain("assign-again"), "assign", turn.client.id, "go"),),)

    await turn.tell_therapists(turn.client, "told-times", again, title=found.worksheet, wish=wish)
    turn.say(turn.texts.html("ease-times-told"))


# After days without an answer ---------------------------------------------------------------------


async def silence_pressed(turn: Exchange) -> None:
    """What would help: with one practice it is done at once, with more it is asked for which."""
    asked = await feedback.own(turn.unit, turn.key, turn.client.id)
    if asked is None or asked.answer is not None or turn.value not in silence.HELPS:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await feedback.answer(turn.unit, asked, turn.value)
    match turn.value:
        case "fine":
            await turn.redraw(turn.texts.html("silence-fine-done"))
        case "break":
            await client_settings.pause(turn)
        case "stop":
            await client_settings.pause_for(turn, pausing.LONGEST)
        case "smaller":
            await _which_smaller(turn)
        case _:
            found = await assignments.of_client(turn.unit, turn.client.id, "active")
            await _which(turn, [(one, turn.value) for one in found])


async def _which_smaller(turn: Exchange) -> None:
    found = await assignments.of_client(turn.unit, turn.client.id, "active")
    forms = [(one, easing.next_smaller(turn.house, one)) for one in found]
    if any(form for _, form in forms):
        await _which(turn, [(one, f"v.{form}") for one, form in forms if form])
    else:
        await turn.redraw(turn.texts.html("ease-smallest"))


async def _which(turn: Exchange, found: list[tuple[Assignment, str]]) -> None:
    if len(found) == 1:
        turn.key, turn.value = found[0][0].id, found[0][1]
        await pressed(turn)
        return
    rows = tuple((tap(_title(turn, one)[:60], "ease", one.id, way),) for one, way in found)
    await turn.redraw(turn.texts.html("log-which" if rows else "log-nothing"), rows)


# Short questions ----------------------------------------------------------------------------------


async def aside_pressed(turn: Exchange) -> None:
    """An answer to a short question of one's own."""
    asked = await feedback.own(turn.unit, turn.key, turn.client.id)
    if asked is None or turn.value not in asides.ANSWERS.get(asked.kind, ()):
        turn.notice = turn.texts.plain("tap-stale")
        return
    first = asked.answer is None
    await feedback.answer(turn.unit, asked, turn.value)
    found = await assignments.own(turn.unit, asked.assignment or "", turn.client.id)
    active = found if found and found.state == "active" else None
    if turn.value == "much" and active:
        await turn.redraw(turn.texts.html("prompt-much-ask"), ways_out(turn, active))
    elif turn.value == "worse" and active:
        await _taper(turn, active, first=first)
    else:
        await turn.redraw(turn.texts.html("aside-thanks"))


def ways_out(turn: Exchange, one: Assignment) -> tuple[tuple[Button, ...], ...]:
    """Return a button for each way to make a practice less."""
    ways = {"smaller": f"v.{form}"} if (form := easing.next_smaller(turn.house, one)) else {}
    ways |= {way: way for way in ("fewer", "hold", "tell", "fine")}
    return tuple(
        (tap(turn.texts.plain(f"ease-{way}"), "ease", one.id, value),)
        for way, value in ways.items()
    )


async def _taper(turn: Exchange, one: Assignment, *, first: bool) -> None:
    """Noting it down makes it worse: half the prompts from now on, and the therapist is told."""
    await easing.halve(turn.unit, turn.person.id, one)
    buttons = (
        (tap(turn.texts.plain("ease-hold"), "ease", one.id, "hold"),),
        (tap(turn.texts.plain("ease-full"), "ease", one.id, "full"),),
    )
    await turn.redraw(turn.texts.html("aside-worse-done"), buttons)
    if first:
        await turn.tell_therapists(turn.client, "told-worse", title=one.worksheet)
