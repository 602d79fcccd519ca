"""How strong the strongest rating of distress in a sheet is. Pure; it knows not what is a lot."""

from conversations.model import Moods, Rerate, Scale, Worksheet
from conversations.path import rated_of
from conversations.session import Session


def strongest(sheet: Worksheet, session: Session) -> int:
    """Return the highest rating of distress so far, of 100; 0 where there is none."""
    found = [0]
    for name in sheet.distress:
        step = sheet.by_id[name]
        if isinstance(step, Scale):
            value = session.answers.get(name)
            found.append(round(value * 100 / step.max) if isinstance(value, int | float) else 0)
        elif isinstance(step, Moods | Rerate):
            rated = [rating for _, rating in rated_of(name, session) if rating is not None]
            found += [round(rating * 100 / step.max) for rating in rated]
    return max(found)
