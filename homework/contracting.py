"""The contract about a practice: what was agreed, changed and put aside, by either of the two.

Whatever changes, what stood there before stays readable. It must not know how it is asked.
"""

from collections.abc import Mapping
from dataclasses import replace

from conversations.model import OneChoice, Worksheet
from conversations.session import Json
from homework import hierarchy
from homework.schedule import to_json
from homework.store import assignments, contracts
from homework.store.assignments import Assignment, Texts
from homework.store.database import Unit

SURE_ENOUGH = 70
"""Below this confidence a smaller version is offered: what is too big is not done."""


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
        "item": hierarchy.item_to_json(one.texts.item) if one.texts.item else None,
        "settings": {**one.texts.settings} or None,
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
    unit: Unit, one: Assignment, actor: str, answers: Mapping[str, Json], form: Worksheet
) -> Assignment:
    """Keep when and where, what may get in the way, what then, and how sure the client is.

    `form`: what was asked, for the words of its choices. What was left out keeps what it was.
    """
    step = form.by_id["obstacle"]
    choices = step.choices if isinstance(step, OneChoice) else ()
    labels = {choice.id: choice.label for choice in choices}
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
