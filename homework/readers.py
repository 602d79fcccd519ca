"""Who has opened an entry, in words for its writer. It must not know what is in it."""

from conversations.texts import Texts
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.store import people, readings
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.people import Client
from homework.together import named


async def of_entry(unit: Unit, texts: Texts, client: Client, one: Written) -> str:
    """Return who has opened an entry and who has not (HTML); by name where there is more than one
    of them."""
    read = await readings.of_subject(unit, one.id)
    carers = {each.id: each.name for each in await people.therapists_of(unit, client.id)}
    zone = zone_of(client)
    if len(carers.keys() | read.keys()) < 2:
        if one.read_at is None:
            return texts.html("progress-unread")
        day = day_words(one.read_at.astimezone(zone).date(), texts)
        return texts.html("progress-read", day=day)
    names = await people.therapist_names(unit, read)
    said = [
        texts.html(
            "progress-read-by", who=names[key], day=day_words(at.astimezone(zone).date(), texts)
        )
        for key, at in read.items()
    ]
    if waiting := [name for key, name in carers.items() if key not in read]:
        said.append(texts.html("progress-unread-by", **named(waiting, texts)))
    return " ".join(said)
