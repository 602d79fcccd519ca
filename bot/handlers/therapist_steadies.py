"""From where on a rating is a lot, and what a client is shown then: their therapist's to say."""

from collections.abc import Callable
from dataclasses import replace

from bot.exchange import Exchange
from bot.handlers.therapist_practice import own
from conversations.message import Button, Message, Rows, tap
from conversations.model import Worksheet
from conversations.texts import Texts
from homework import contracting, steadying
from homework.store import assignments
from homework.store.assignments import Assignment
from homework.store.people import Client


async def pressed(turn: Exchange) -> None:
    """Look at what is set for a practice, or set it."""
    found = await own(turn, turn.key)
    sheet = turn.house.shelf.worksheet(found[0].worksheet) if found else None
    usable = sheet is not None and steadying.may_be_set(sheet)
    if found is None or sheet is None or not usable or found[0].state == "ended":
        turn.notice = turn.texts.plain("tap-stale")
        return
    one, client = found
    what, _, value = turn.value.partition(".")
    if turn.value == "show":
        message = _page(turn.texts, one, sheet, client)
        turn.say(message.html, message.buttons, client=client.id)
    elif turn.value == "g.own":
        await turn.expect(f"hard.{one.id}")
        text = turn.texts.html("distress-own-ask", most=steadying.LONGEST)
        turn.say(text, client=client.id)
    elif what == "t" and (value == "0" or value in map(str, steadying.LEVELS)) and sheet.distress:
        changed = replace(one.texts, distress=int(value) or None)
        await _keep(turn, one, changed, sheet, client)
    elif what == "g" and value in ("none", *steadying.SHIPPED):
        chosen = "" if value == "none" else value
        await _keep(turn, one, replace(one.texts, grounding=chosen), sheet, client)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _keep(
    turn: Exchange, one: Assignment, texts: assignments.Texts, sheet: Worksheet, client: Client
) -> None:
    message = _page(turn.texts, await _set(turn, one, texts), sheet, client)
    await turn.redraw(message.html, message.buttons, client=client.id)


async def _set(turn: Exchange, one: Assignment, texts: assignments.Texts) -> Assignment:
    if texts != one.texts:
        await assignments.set_texts(turn.unit, one.id, one.client, texts)
        if one.state != "draft":
            await contracting.record(turn.unit, one.id, turn.person.id, "distress")
    return replace(one, texts=texts)


def _page(texts: Texts, one: Assignment, sheet: Worksheet, client: Client) -> Message:
    """Return what is set for a practice, with a button for each other choice."""
    chosen = one.texts.grounding
    lines = [texts.html("distress-page", name=client.code_name, title=sheet.title)]
    rows: list[tuple[Button, ...]] = []
    if sheet.distress:
        now = one.texts.distress
        key = "distress-off" if now is None else "distress-from"
        lines.append(texts.html(key, rating=now or 0))
        levels = [_pick(texts.plain("distress-none"), one, "t.0", now is None)]
        levels += [_pick(str(at), one, f"t.{at}", at == now) for at in steadying.LEVELS]
        rows.append(tuple(levels))
    else:
        lines.append(texts.html("distress-exposure"))
    shown = steadying.grounding(texts, chosen)
    key = "distress-shown" if shown else "distress-shown-none"
    lines.append(texts.html(key) + (f"\n{shown}" if shown else ""))
    rows += _texts_to_choose(texts.plain, one)
    return Message("\n\n".join(lines), tuple(rows))


def _texts_to_choose(plain: Callable[..., str], one: Assignment) -> Rows:
    chosen = one.texts.grounding
    mine = bool(chosen) and chosen not in steadying.SHIPPED
    first = [_pick(plain("grounding-none-button"), one, "g.none", not chosen)]
    for name in steadying.SHIPPED:
        first.append(_pick(plain(f"grounding-{name}-button"), one, f"g.{name}", chosen == name))
    first.append(_pick(plain("grounding-own-button"), one, "g.own", mine))
    return tuple(first[:1]), tuple(first[1:3]), tuple(first[3:])


def _pick(label: str, one: Assignment, value: str, on: bool) -> Button:
    return tap(f"✓ {label}" if on else label, "hard", one.id, value)


async def typed(turn: Exchange, what: str) -> None:
    """The therapist's own words for what is shown."""
    found = await own(turn, what.partition(".")[2])
    said = turn.incoming.text.strip()
    if found is None or found[0].state == "ended":
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    one, client = found
    if not said or len(said) > steadying.LONGEST or said in steadying.SHIPPED:
        turn.say(turn.texts.html("distress-own-ask", most=steadying.LONGEST), client=client.id)
        return
    await turn.expect(None)
    sheet = turn.house.shelf.worksheet(one.worksheet)
    changed = await _set(turn, one, replace(one.texts, grounding=said))
    message = _page(turn.texts, changed, sheet, client)
    turn.say(message.html, message.buttons, client=client.id)
