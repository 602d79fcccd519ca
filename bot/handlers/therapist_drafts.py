"""A draft of a practice: what the client will see, what does not fit, and what is done about it."""

from dataclasses import replace
from zlib import crc32

from bot.exchange import Exchange
from bot.handlers import therapist_chooses, therapist_programs
from bot.handlers.client_agrees import proposal, proposal_text
from bot.handlers.lint_words import cut_rows, end_rows, list_row, page_row, points
from bot.handlers.therapist_practice import own
from conversations.message import Button, Message, Rows, tap
from conversations.model import Worksheet
from conversations.texts import Texts
from homework import assigning, beginning, linter, occasions, steadying
from homework.anchoring import anchors_of
from homework.house import House
from homework.linter import Lint
from homework.moments import zone_of
from homework.rhythm import next_dates
from homework.schedule import wall_time
from homework.store import assignments, people
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client
from homework.trimming import cut_in

LIMITS = {"l1": "06:00-23:00", "l2": "07:00-22:00", "l3": "07:00-12:00", "l4": "12:00-22:00"}
REASON_LIMIT = 300


# What is shown -----------------------------------------------------------------------------------


def _refused(
    house: House, texts: Texts, draft: Assignment, client: Client, lint: Lint, *, open_form: bool
) -> Message:
    """Return why a draft cannot be sent, with what would fit."""
    lines = [texts.html("assign-refused"), *points(texts, lint.refused)]
    rows: list[tuple[Button, ...]] = []
    if open_form:
        lines.append(texts.html("assign-change"))
    if lint.cuts:
        lines.append(texts.html("assign-would-fit", count=len(lint.cuts)))
        rows += cut_rows(texts, draft, lint.cuts)
    if lint.ends:
        lines.append(texts.html("assign-end-first"))
        rows += end_rows(house, texts, lint.ends)
    rows += therapist_chooses.item_rows("draft", draft, lint.items, texts)
    if lint.list:
        rows.append(list_row(texts, client, lint.list))
    if lint.marked:
        rows.append(page_row(texts, client))
    return Message("\n".join(lines), tuple(rows))


async def preview(
    unit: Unit,
    house: House,
    texts: Texts,
    client: Client,
    draft: Assignment,
    lint: Lint,
    *,
    open_form: bool = False,
) -> Message:
    """Return what the client will see of a draft, what to look at first, and what can be done.

    `open_form`: the form of the draft is still open below.
    """
    if lint.refused:
        return _refused(house, texts, draft, client, lint, open_form=open_form)
    rules = [entry.rule for entry in draft.entries]
    head = texts.html("assign-preview-log", name=client.code_name)
    if rules:
        anchors = await anchors_of(unit, client, draft.therapist, rules)
        zone = zone_of(client)
        dates = next_dates(rules, draft, zone, unit.now, texts, anchors)
        head = texts.html("assign-preview", name=client.code_name, dates=dates)
    text = await proposal_text(unit, house, texts, draft)
    parts = [head, f"<blockquote>{text}</blockquote>"]
    said = [*lint.warned, *([lint.reason] if lint.reason else [])]
    if said:
        change = [texts.html("assign-change")] if open_form else []
        parts.append("\n".join([texts.html("assign-look"), *points(texts, said), *change]))
    if lint.cuts:
        parts.append(texts.html("assign-would-fit", count=len(lint.cuts)))
    rows_now = _buttons(house.sheet(draft.worksheet, texts), texts, draft, lint, _mark(text))
    if lint.list:
        rows_now = (*rows_now, list_row(texts, client, lint.list))
    return Message("\n\n".join(parts), rows_now)


def _mark(html: str) -> str:
    """Return what tells one text from another: what is sent is what was shown above the button."""
    return f"{crc32(html.encode()):08x}"


def _buttons(sheet: Worksheet, texts: Texts, draft: Assignment, lint: Lint, shown: str) -> Rows:
    rows = [*cut_rows(texts, draft, lint.cuts)]
    if lint.few:
        rows.append((tap(texts.plain("assign-few"), "draft", draft.id, "few"),))
    send = ("assign-send", f"send.{shown}")
    key, value = ("assign-say-why", "why") if lint.reason else send
    rows.append((tap(texts.plain(key), "draft", draft.id, value),))
    rows += therapist_chooses.rows("draft", draft, sheet, texts)
    if any(wall_time(entry.rule) for entry in draft.entries):
        first, _, last = draft.texts.limits.partition("-")
        label = texts.plain("limits-button-none")
        if last:
            label = texts.plain("limits-button", first=first, last=last)
        rows.append((tap(label, "draft", draft.id, "limits"),))
    rows.append((tap(texts.plain("material-button"), "mat", draft.id, "list"),))
    media = ("media-forbid", "m0") if draft.texts.media else ("media-allow", "m1")
    rows.append((tap(texts.plain(media[0]), "draft", draft.id, media[1]),))
    if steadying.may_be_set(sheet):
        rows.append((tap(texts.plain("distress-button"), "hard", draft.id, "show"),))
    rows.append((tap(texts.plain("assign-discard"), "draft", draft.id, "discard"),))
    return tuple(rows)


# What is done ------------------------------------------------------------------------------------


async def pressed(turn: Exchange) -> None:
    """Send a draft, make it smaller, say why it is so much, or throw it away."""
    found = await own(turn, turn.key)
    if found is None or found[0].state != "draft":
        turn.notice = turn.texts.plain("tap-stale")
        return
    one, client = found
    if turn.value in ("limits", "l0", *LIMITS):
        await _limits(turn, one, client)
    elif turn.value in ("m0", "m1"):
        await _media(turn, one, client)
    elif turn.value == "why":
        await turn.expect(f"reason.{one.id}")
        turn.say(turn.texts.html("assign-why-ask", name=client.code_name), client=client.id)
    elif turn.value == "discard":
        await beginning.stop_form(turn.desk, turn.person, one.id)
        await assignments.change(turn.unit, one.id, state="ended", ended_at=turn.now)
        await turn.redraw(turn.texts.html("assign-discarded"), client=client.id)
    elif turn.value.partition(".")[0] == "send":
        await _send(turn, one, client)
    elif not await _choose(turn, one, client):
        await _cut(turn, one, client)


async def _choose(turn: Exchange, one: Assignment, client: Client) -> bool:
    """Choose the item of the list, or what else is set with a practice; False if it is none."""
    sheet = turn.house.sheet(one.worksheet, turn.texts)
    if await therapist_chooses.ask(turn, "draft", one, sheet):
        return True
    said = await therapist_chooses.taken(turn, one, sheet)
    if said is None:
        return False
    await assignments.set_texts(turn.unit, one.id, one.client, said)
    chosen = replace(one, texts=said)
    lint = await _look(turn, chosen, client)
    if not lint.refused:  # what else is wrong is changed in the form
        await beginning.stop_form(turn.desk, turn.person, one.id)
    message = await preview(turn.unit, turn.house, turn.texts, client, chosen, lint)
    await turn.redraw(message.html, message.buttons, client=client.id)
    return True


async def _cut(turn: Exchange, one: Assignment, client: Client) -> None:
    """Take what fits, and show it as the client will see it."""
    cut = cut_in(turn.value[1:]) if turn.value[:1] == "c" else None
    smaller = await assigning.take_cut(turn.unit, turn.house, one, cut) if cut else None
    if turn.value == "few":
        smaller = await occasions.take_proposed(turn.unit, one)
    if smaller is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await beginning.stop_form(turn.desk, turn.person, one.id)
    message = await _again(turn, smaller, client)
    await turn.redraw(message.html, message.buttons, client=client.id)


async def _look(turn: Exchange, one: Assignment, client: Client) -> Lint:
    rules = tuple(entry.rule for entry in one.entries)
    return await linter.look(turn.unit, turn.house, client, one, rules, turn.texts)


async def _again(turn: Exchange, one: Assignment, client: Client) -> Message:
    lint = await _look(turn, one, client)
    return await preview(turn.unit, turn.house, turn.texts, client, one, lint)


async def show_again(turn: Exchange, one: Assignment, client: Client) -> None:
    """Show a draft below, as it is now."""
    message = await _again(turn, one, client)
    turn.say(message.html, message.buttons, client=client.id)


async def _text(turn: Exchange, one: Assignment) -> str:
    return await proposal_text(turn.unit, turn.house, turn.texts, one)


async def _send(turn: Exchange, one: Assignment, client: Client) -> None:
    """Send a draft, unless it fits no more, since others were set, or is not what was shown."""
    lint = await _look(turn, one, client)
    shown = turn.value.partition(".")[2]
    other = shown not in ("", _mark(await _text(turn, one)))
    if lint.refused or lint.reason or other:
        message = await preview(turn.unit, turn.house, turn.texts, client, one, lint)
        turn.say(message.html, message.buttons, client=client.id)
        return
    await beginning.stop_form(turn.desk, turn.person, one.id)
    if await assigning.propose(turn.unit, turn.therapist, one):
        words = await turn.texts_of(client)
        sent = replace(one, state="proposed")
        await turn.send_client(client, await proposal(turn.unit, turn.house, words, sent))
        away = await people.is_unreachable(turn.unit, client)
        key = "assign-sent-away" if away else "assign-sent"
        key = "assign-sent-stopped" if client.stopped_at else key
        keep = (tap(turn.texts.plain("template-keep"), "keep", one.id, "ask"),)
        said = turn.texts.html(key, name=client.code_name)
        await turn.redraw(said, (keep,), client=client.id)


async def typed_reason(turn: Exchange, what: str) -> None:
    """Why it has to be more than fits a day: kept with the practice, for the therapist alone."""
    found = await own(turn, what.partition(".")[2])
    said = turn.incoming.text.strip()
    if found is None or found[0].state != "draft":
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    if len(said) > REASON_LIMIT or not any(letter.isalpha() for letter in said):
        turn.say(turn.texts.html("assign-why-wrong", most=REASON_LIMIT))
        return
    await turn.expect(None)
    one, client = found
    if one.program:
        await therapist_programs.reason_given(turn, one.program, client, said)
        return
    await beginning.stop_form(turn.desk, turn.person, one.id)
    texts = replace(one.texts, reason=said)
    await assignments.set_texts(turn.unit, one.id, one.client, texts)
    message = await _again(turn, replace(one, texts=texts), client)
    turn.say(message.html, message.buttons, client=client.id)


async def _media(turn: Exchange, one: Assignment, client: Client) -> None:
    """Whether voice notes and pictures are answers too; the client sees which."""
    texts = replace(one.texts, media=turn.value == "m1")
    await assignments.set_texts(turn.unit, one.id, one.client, texts)
    message = await _again(turn, replace(one, texts=texts), client)
    await turn.redraw(message.html, message.buttons, client=client.id)


async def _limits(turn: Exchange, draft: Assignment, client: Client) -> None:
    """Between which times the client may move the times themselves."""
    texts = turn.texts
    if turn.value == "limits":
        rows: list[tuple[Button, ...]] = []
        for key, span in LIMITS.items():
            label = texts.plain("limits-choice", first=span[:5], last=span[6:])
            rows.append((tap(label, "draft", draft.id, key),))
        rows.append((tap(texts.plain("limits-none"), "draft", draft.id, "l0"),))
        turn.say(texts.html("limits-ask"), tuple(rows), client=draft.client)
        return
    changed = replace(draft.texts, limits=LIMITS.get(turn.value, ""))
    await assignments.set_texts(turn.unit, draft.id, draft.client, changed)
    text = texts.html("limits-button-none")
    if changed.limits:
        text = texts.html("limits-button", first=changed.limits[:5], last=changed.limits[6:])
    draft = replace(draft, texts=changed)
    shown = _mark(await _text(turn, draft))
    sheet = turn.house.sheet(draft.worksheet, texts)
    rows_now = _buttons(sheet, texts, draft, await _look(turn, draft, client), shown)
    await turn.redraw(text, rows_now, client=draft.client)
