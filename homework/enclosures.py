"""What voice notes and pictures an entry holds: those whose label stands in one of its answers.

Whoever may read the answer may open them; what is taken out of the answers is deleted. What found
no place in an answer, and was kept beside them, stays too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from conversations.session import Json
from homework.outgoing import Attachment
from homework.store import kept_media
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.kept_media import Medium

MIMES = {"voice": "audio/ogg", "photo": "image/jpeg"}


def lines(value: Json) -> set[str]:
    """Return the lines of an answer in words, or of each of a list of them."""
    items = value if isinstance(value, list) else [value]
    return {line for item in items if isinstance(item, str) for line in item.split("\n")}


def _live(found: list[Medium], body: Mapping[str, Json]) -> list[Medium]:
    """Those that stand in the answers of an entry, or in what was put off in it."""
    earlier = body.get("put_off")
    rounds = [body.get("answers"), *(earlier if isinstance(earlier, list) else [])]
    answers = [one for one in rounds if isinstance(one, dict)]
    beside = lines(body.get("notes"))
    return [
        m
        for m in found
        if m.label in beside or any(m.label in lines(each.get(m.step)) for each in answers)
    ]


async def of_entry(unit: Unit, entry: Written) -> list[Medium]:
    """Return the recordings of an entry."""
    return _live(await kept_media.of_session(unit, entry.session), entry.body)


async def in_words(unit: Unit, client: str, found: Sequence[Written]) -> list[Written]:
    """Return some entries of a client with what they wrote alone: a recording's label is no words
    of theirs, and is quoted nowhere."""
    labels: dict[str, set[str]] = {}
    for one in await kept_media.of_client(unit, client) if found else ():
        labels.setdefault(one.session, set()).add(one.label)
    return [_without(one, labels[one.session]) if one.session in labels else one for one in found]


def _without(one: Written, labels: set[str]) -> Written:
    body = dict(one.body)
    for place in ("answers", "first"):
        answers = body.get(place)
        if isinstance(answers, dict):
            bare = {step: _bare(value, labels) for step, value in answers.items()}
            body[place] = {step: value for step, value in bare.items() if value not in ("", [])}
    return replace(one, body=body)


def _bare(value: Json, labels: set[str]) -> Json:
    if isinstance(value, str):
        return "\n".join(line for line in value.split("\n") if line not in labels)
    if isinstance(value, list):
        return [left for item in value if (left := _bare(item, labels)) != ""]
    return value


async def tidy(unit: Unit, session: str, body: Mapping[str, Json]) -> None:
    """Delete the recordings of a sheet that its writer took out of the answers."""
    found = await kept_media.of_session(unit, session)
    kept = {one.id for one in _live(found, body)}
    await kept_media.drop(unit, [one.id for one in found if one.id not in kept])


async def attachment(unit: Unit, one: Medium) -> Attachment:
    """Return a recording as it is sent: from its sealed row, so that it is what was cleaned, and
    that nothing is left to send once it was erased."""
    ending = "ogg" if one.mime == MIMES["voice"] else "jpg"
    return Attachment(f"{one.at:%Y-%m-%d}.{ending}", one.mime, await kept_media.body(unit, one))
