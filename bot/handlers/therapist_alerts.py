"""/alerts: what is open and what was lately; one alert, and what its therapist says of it.

What is told of an alert names nobody's words; they stand behind a button, and who pressed it is
written down. A backup contact may take it on, and is shown no words.
"""

from dataclasses import replace

from bot.exchange import Exchange
from conversations.message import Button, Message, Rows, tap
from conversations.paging import pages
from homework import alert_words, alerting, hours, safeguarding
from homework.contract_texts import moment
from homework.outgoing import LIMIT
from homework.store import alerts, audit, people
from homework.store.alerts import CONTACTED, FALSE_ALARM, OPEN, SEEN, UNSEEN, Alert

SAYS = {"seen": SEEN, "contacted": CONTACTED, "false": FALSE_ALARM}
MOST = 20


async def show_all(turn: Exchange) -> None:
    """/alerts: the open ones first, then those of the last two weeks."""
    found = await safeguarding.of_therapist(turn.unit, turn.therapist)
    if not found:
        turn.say(turn.texts.html("alerts-none"))
        return
    found.sort(key=lambda one: (one.state not in UNSEEN, -one.raised_at.timestamp()))
    counts = await alerts.counts(turn.unit, [one.id for one in found])
    lines = [turn.texts.html("alerts-head")]
    lines += [_line(turn, one, counts.get(one.id, 0)) for one in found[:MOST]]
    rows: list[tuple[Button, ...]] = []
    for one in found[:MOST]:
        label = turn.texts.plain("alerts-button", name=one.name, at=_at(turn, one))
        rows.append((tap(label[:60], "alert", one.id, "show"),))
    turn.say("\n".join(lines), tuple(rows))


def _at(turn: Exchange, one: Alert) -> str:
    return moment(one.raised_at, hours.zone_of(turn.therapist), turn.texts)


def _line(turn: Exchange, one: Alert, count: int) -> str:
    state = turn.texts.plain(f"alert-state-{one.state.replace('_', '-')}")
    return turn.texts.html(
        "alerts-line", name=one.name, at=_at(turn, one), state=state, count=count
    )


async def pressed(turn: Exchange) -> None:
    """Look at an alert, or say what became of it."""
    one = await safeguarding.theirs(turn.unit, turn.therapist, turn.key)
    if one is None:
        await _as_backup(turn)
    elif turn.value == "show":
        await _show(turn, one)
    elif turn.value == "shown":
        await _shown_to_client(turn, one)
    elif turn.value in SAYS:
        state = SAYS[turn.value]
        await _says(turn, one, state, _decide(turn, replace(one, state=state)))
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _as_backup(turn: Exchange) -> None:
    """A backup contact says that they have taken it on; it is nobody else's to touch."""
    one = await alerts.by_id(turn.unit, turn.key)
    mine = one is not None and await alerting.is_backup(turn.unit, one, turn.therapist)
    if one is None or not mine or one.state != OPEN:
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value == "show":
        turn.say(turn.texts.html("alert-backup-only", name=one.name))
    elif turn.value == "seen":
        await safeguarding.taken_on(turn.unit, turn.house, turn.therapist, one)
        turn.say(turn.texts.html("alert-done-taken", name=one.name), kind="noted")
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _says(turn: Exchange, one: Alert, state: str, more: Rows) -> None:
    gone = one.carers is not None
    await safeguarding.seen(turn.unit, turn.house, turn.therapist, one, state)
    key = "alert-done-gone" if gone else f"alert-done-{state.replace('_', '-')}"
    shown = more if state == SEEN and not gone else ()
    turn.say(turn.texts.html(key, name=one.name), shown, kind="noted")


async def _show(turn: Exchange, one: Alert) -> None:
    """The words that were found, the rule, what the client said since; and who looked is noted."""
    found = await safeguarding.words(turn.unit, one)
    await audit.note(turn.unit, turn.person.id, "read.alert", one.client, one.id)
    head = turn.texts.html("alert-head", name=one.name, at=_at(turn, one))
    state = turn.texts.html("alert-now", state=turn.texts.plain(f"alert-state-{_state(one)}"))
    blocks = [f"{head}\n{state}"]
    zone = hours.zone_of(turn.therapist)
    for each in found:
        at = moment(each.at, zone, turn.texts)
        blocks.append(turn.texts.html("alert-words", at=at, words=each.words, rule=each.rule))
    count = (await alerts.counts(turn.unit, [one.id])).get(one.id, 0)
    if len(found) < count:
        blocks.append(turn.texts.html("alert-words-kept"))
    blocks += [turn.texts.html(key) for key in _since(one)]
    client = one.client if one.carers is None else None
    rows = _decide(turn, one) if one.state in (*UNSEEN, SEEN) else ()
    if one.carers is None:
        shown = tap(turn.texts.plain("alert-shown-button"), "alert", one.id, "shown")
        page = tap(one.name, "client", one.client, "page")
        rows = (*rows, *(((shown,),) if count else ()), (page,))
    *before, last = pages(Message("\n\n".join(blocks), rows), LIMIT)
    for part in before:
        turn.say(part.html, client=client)
    turn.say(last.html, last.buttons, client=client)


def _state(one: Alert) -> str:
    return one.state.replace("_", "-")


def _since(one: Alert) -> list[str]:
    """What the client said under it, and whether they left."""
    said = (
        (one.not_me_at, "alert-said-not-me"),
        (one.call_at, "alert-said-call"),
        (one.left_at, "alert-said-left"),
    )
    return [key for at, key in said if at is not None]


def _decide(turn: Exchange, one: Alert) -> Rows:
    """Return the buttons of what can be said of an alert; what was said already is left out."""
    first = (
        []
        if one.state not in UNSEEN
        else [tap(turn.texts.plain("alert-seen"), "alert", one.id, "seen")]
    )
    contacted = tap(turn.texts.plain("alert-contacted"), "alert", one.id, "contacted")
    false = tap(turn.texts.plain("alert-false"), "alert", one.id, "false")
    return (*((tuple(first),) if first else ()), (contacted, false))


async def _shown_to_client(turn: Exchange, one: Alert) -> None:
    """What the client was shown, in the client's language; their own plan is theirs."""
    client = await people.client_by_id(turn.unit, one.client)
    if client is None or client.person is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    person = await people.person_by_id(turn.unit, client.person)
    told = await alerting.reachable(turn.unit, one)
    locale = person.locale if person else "en"
    numbers = alert_words.numbers_alone(turn.house, locale, client)
    at = one.raised_at
    message = alert_words.to_client(turn.house, locale, client, one, told, at, numbers)
    turn.say(turn.texts.html("alert-shown-head"), client=client.id)
    turn.say(message.html, client=client.id)
