"""The contract about a practice: what was agreed, changed and put aside, by either of the two.

Whatever changes, what stood there before stays readable. It must not know how it is asked.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from conversations.model import Worksheet
from conversations.session import Json, Variant
from homework import beginning, prompting
from homework.house import House
from homework.moments import audible
from homework.recurrence import to_json
from homework.store import assignments, audit, contracts, occurrences, timers
from homework.store.assignments import Assignment, Texts
from homework.store.database import Unit
from homework.store.people import Client, Person

SURE_ENOUGH = 70
"""Below this confidence a smaller version is offered: what is too big is not done."""
UNPAUSE = "unpause"
"""The kind of the timer at which a practice that was paused goes on."""


async def record(unit: Unit, key: str, actor: str, change: str) -> None:
    """Write down what an assignment says from now on, and who changed it."""
    one = (await assignments.by_ids(unit, [key]))[key]
    await contracts.add(unit, one.id, one.client, actor, change, _body(one))


def _body(one: Assignment) -> dict[str, Json]:
    texts: dict[str, Json] = {
        "why": one.texts.why,
        "enough": one.texts.enough,
        "states": [*one.texts.states],
        "plan": one.texts.plan,
        "obstacle": one.texts.obstacle,
        "answer": one.texts.answer,
        "confidence": one.texts.confidence,
    }
    agreed: dict[str, Json] = {
        "worksheet": one.worksheet.id,
        "version": one.worksheet.version,
        "variant": one.variant,
        "sharing": one.sharing,
        "rules": [to_json(entry.rule) for entry in one.entries],
        "window": one.window_minutes,
        "until": one.ends_on.isoformat(),
        "paused": one.paused_until.isoformat() if one.paused_until else None,
    }
    return agreed | {name: said for name, said in texts.items() if said not in (None, "", [])}


# The client's own part ---------------------------------------------------------------------------


async def keep_answers(
    unit: Unit, one: Assignment, actor: str, answers: Mapping[str, Json], labels: Mapping[str, str]
) -> Assignment:
    """Keep when and where, what may get in the way, what then, and how sure the client is.

    `labels`: the words of the choices. What was left out keeps what it was.
    """
    sure = answers.get("confidence")
    obstacle = answers.get("obstacle")
    new: dict[str, str | int | None] = {
        "plan": _said(answers.get("plan")),
        "obstacle": labels.get(str(obstacle)) if obstacle else None,
        "answer": _said(answers.get("answer")),
        "confidence": round(sure) if isinstance(sure, int | float) else None,
    }
    given: dict[str, str | int | None] = {
        name: said for name, said in new.items() if said is not None
    }
    if not given:
        return one
    if "obstacle" in given and "answer" not in given:
        given["answer"] = None
    texts: Texts = replace(one.texts, **given)  # type: ignore[arg-type]
    await assignments.set_texts(unit, one.id, one.client, texts)
    await record(unit, one.id, actor, "plan")
    return replace(one, texts=texts)


def _said(value: Json) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def smaller(house: House, one: Assignment) -> tuple[Worksheet, tuple[Variant, ...]]:
    """Return the sheet and the forms of it that are smaller than the one agreed."""
    sheet = house.shelf.worksheet(one.worksheet)
    return sheet, beginning.smaller_forms(sheet, one.variant)


async def use_form(
    unit: Unit, house: House, one: Assignment, actor: str, variant: str
) -> Variant | None:
    """Agree on another form of the same sheet; None if it has no such form, or has it already."""
    sheet = house.shelf.worksheet(one.worksheet)
    form: Variant | None = next((found for found in sheet.variants if found == variant), None)
    if form is None or form == one.variant or one.state not in ("active", "proposed"):
        return None
    await assignments.change(unit, one.id, variant=form)
    await record(unit, one.id, actor, "form")
    await audit.note(unit, actor, "assignment.form", one.client, one.id)
    return form


# Put aside for a while ---------------------------------------------------------------------------


async def pause(
    unit: Unit,
    house: House,
    actor: str,
    client: Client,
    person: Person | None,
    one: Assignment,
    until: datetime,
) -> datetime:
    """Let one practice be quiet until a time; what would have rung ends as paused."""
    until = audible(client, until)
    await assignments.change(unit, one.id, paused_until=until)
    await timers.set(unit, until, UNPAUSE, one.id, 0)
    live = await occurrences.live_of_client(unit, client.id)
    resting = [
        each
        for each in live
        if each.assignment == one.id and not each.chosen and each.state in ("planned", "prompted")
    ]
    for each in resting:
        await occurrences.close(unit, each.id, "paused")
        await prompting.drop_timers(unit, each.id)
    if person is not None:
        for row in await occurrences.prompt_rows(unit, [each.id for each in resting]):
            prompting.take_away_buttons(unit, house, person, client, row)
    await record(unit, one.id, actor, "pause")
    await audit.note(unit, actor, "assignment.pause", one.client, one.id)
    return until


async def unpause(unit: Unit, actor: str, one: Assignment) -> bool:
    """Let a paused practice go on; False if it was not paused."""
    if one.paused_until is None:
        return False
    await assignments.change(unit, one.id, paused_until=None)
    await timers.cancel(unit, UNPAUSE, one.id)
    await record(unit, one.id, actor, "resume")
    await audit.note(unit, actor, "assignment.resume", one.client, one.id)
    return True
