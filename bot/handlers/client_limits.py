"""What a client is asked at most, and when nothing rings: their quiet hours, the same every day or
other ones on some."""

from datetime import timedelta

from bot.exchange import Exchange
from bot.handlers.client_joins import in_columns
from conversations.message import Button, tap
from homework import easing, loads, planning, weekhours
from homework.anchoring import anchors_of
from homework.burden import is_quiet
from homework.moments import quiet_of, zone_of
from homework.pausing import LONGEST
from homework.prompting import SNOOZES
from homework.recurrence import preview
from homework.store import assignments, pages, people
from homework.store.people import Client
from homework.weekhours import Hours

NIGHTS: dict[str, Hours] = {
    "56": {5: ("23:00", "10:00"), 6: ("23:00", "10:00")},
    "67": {6: ("23:00", "10:00"), 7: ("23:00", "09:00")},
}
"""Other quiet hours that can be pressed; any can be typed."""
A_WEEK = timedelta(days=7)
MOST_TIMES = 70


def quiet_words(turn: Exchange, client: Client) -> str:
    """Return a client's quiet hours in words, the other ones of some days behind."""
    usual = (client.quiet_from, client.quiet_to)
    return weekhours.quiet_words(usual, client.quiet_days, turn.texts)


async def ask_quiet(turn: Exchange) -> None:
    """Ask for the quiet hours that hold every day."""
    await turn.expect("set.quiet")
    turn.say(turn.texts.html("set-quiet-ask"))


async def nights_pressed(turn: Exchange) -> None:
    """Ask for other hours on some days, or take those that were pressed."""
    if turn.value == "none":
        await _keep(turn, {})
    elif turn.value in NIGHTS:
        await _keep(turn, NIGHTS[turn.value])
    else:
        await turn.expect("set.nights")
        buttons = [
            tap(weekhours.words(hours, turn.texts)[:60], "set", "nights", key)
            for key, hours in NIGHTS.items()
        ]
        buttons.append(tap(turn.texts.plain("set-quiet-same"), "set", "nights", "none"))
        turn.say(turn.texts.html("set-quiet-days-ask"), in_columns(buttons, 1))


async def typed_quiet(turn: Exchange) -> None:
    """Quiet hours were typed: for every day, or for the days that stand before them."""
    span = weekhours.span_said(turn.incoming.text, turn.texts.language.days)
    hours = None if span else weekhours.hours_in(turn.incoming.text, turn.texts)
    given = [span] if span else [*hours.values()] if hours else []
    if not given or any("24:00" in each for each in given):
        turn.say(turn.texts.html("set-quiet-wrong"))
        return
    await turn.expect(None)
    if span:
        await people.change_client(
            turn.unit, turn.client.id, quiet_from=span[0], quiet_to=span[1], quiet_days=None
        )
        await _say_quiet(turn)
    else:
        await _keep(turn, hours or {})


async def _keep(turn: Exchange, hours: Hours) -> None:
    await turn.expect(None)
    kept = weekhours.to_json(hours) if hours else None
    await people.change_client(turn.unit, turn.client.id, quiet_days=kept)
    await _say_quiet(turn)


async def _say_quiet(turn: Exchange) -> None:
    client = await people.client_by_id(turn.unit, turn.client.id) or turn.client
    await planning.quiet_hours_changed(turn.unit, client)
    text = turn.texts.html("set-quiet-done", quiet=quiet_words(turn, client))
    if times := await _agreed_inside(turn, client):
        text += " " + turn.texts.html("set-quiet-moves", times=", ".join(times))
    turn.say(text)


async def _agreed_inside(turn: Exchange, client: Client) -> list[str]:
    """Return the agreed times of the coming week that lie in quiet hours."""
    zone, quiet = zone_of(client), quiet_of(client)
    times: set[str] = set()
    for one in await assignments.of_client(turn.unit, client.id, "active"):
        rules = [entry.rule for entry in one.entries]
        coming = preview(
            rules,
            turn.now,
            zone,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            count=MOST_TIMES,
            anchors=await anchors_of(turn.unit, client, one.therapist, rules),
        )
        for planned in coming:
            if planned.at <= turn.now + A_WEEK and is_quiet(planned.at, zone, quiet):
                times.add(f"{planned.at.astimezone(zone):%H:%M}")
    return sorted(times)


async def show_most(turn: Exchange) -> None:
    """Say everything that the bot keeps to: caps, distance, pauses, and what is asked now."""
    unit, texts, client = turn.unit, turn.texts, turn.client
    found = await assignments.of_client(unit, client.id, "active")
    caps = (await loads.caps_of(unit, turn.house, [client.id]))[client.id]
    page = await pages.of_client(unit, client.id)
    asked = loads.load(turn.house, found)
    lines = [
        texts.html(
            "most-asked",
            prompts=caps.prompts,
            reminders=caps.reminders,
            minutes=caps.spacing_minutes,
        ),
        texts.html("most-quiet", quiet=quiet_words(turn, client)),
        texts.html("most-set", practices=page.practices),
        texts.html("most-later", snoozes=SNOOZES, weeks=LONGEST.days // 7),
        texts.html("most-now", count=asked.prompts, minutes=round(asked.minutes)),
    ]
    if caps.most > caps.prompts:
        lines.append(texts.html("most-series", count=caps.most))
    rows: list[tuple[Button, ...]] = []
    for one in found:
        title = turn.house.sheet(one.worksheet, turn.texts).title
        if await easing.is_halved(unit, one):
            lines.append(texts.html("most-halved", title=title))
            label = texts.plain("ease-full-of", title=title)
            rows.append((tap(label[:60], "ease", one.id, "full"),))
    turn.say("\n\n".join(lines), tuple(rows))
