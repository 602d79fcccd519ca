"""An entry told again as the session that it came from, as far as reading its answers needs it.

It must not know who reads.
"""

from conversations.model import Worksheet
from conversations.session import VARIANTS, Asked, Json, Option, Ref, Session
from homework.store.entries import Written


def session_of(entry: Written, sheet: Worksheet) -> Session:
    """Return the session the entry came from, as far as showing its answers needs it."""
    skipped, given = entry.body.get("skipped"), entry.body.get("names")
    names = given if isinstance(given, dict) else {}
    handed = {step: (Option(step, str(name)),) for step, name in names.items()}
    return Session(
        id=entry.session,
        client=entry.client,
        worksheet=Ref(entry.worksheet, 0, ""),
        variant=VARIANTS[0],
        stage=sheet.stages[-1].id,
        status="done",
        asked=Asked("", None),
        opened_at=entry.began_at,
        answers=answers_of(entry),
        skipped=frozenset(map(str, skipped)) if isinstance(skipped, list) else frozenset(),
        handed=handed | _lists(entry),
    )


def _lists(entry: Written) -> dict[str, tuple[Option, ...]]:
    """What could be chosen from in lists that were filled from earlier sheets."""
    kept = entry.body.get("lists")
    lists = kept if isinstance(kept, dict) else {}
    return {
        step: tuple(Option(id, str(label)) for id, label in offered.items())
        for step, offered in lists.items()
        if isinstance(offered, dict)
    }


def answers_of(entry: Written) -> dict[str, Json]:
    """Return the answers that an entry keeps, by step."""
    answers = entry.body.get("answers")
    return answers if isinstance(answers, dict) else {}
