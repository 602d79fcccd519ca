"""What a client told about their days, in words: for themselves, and for who cares for them."""

from conversations.texts import Texts
from homework import profile
from homework.profile import CHOICES, Profile
from homework.store.database import Unit
from homework.store.people import Client


def answer_words(texts: Texts, question: str, now: Profile) -> str:
    """Return what was told to a question, in words; "" for nothing."""
    told = [texts.plain(f"profile-{question}-{choice}") for choice in now.told(question)]
    return ", ".join(told)


async def told_line(unit: Unit, texts: Texts, client: Client) -> str | None:
    """Return what a client told, as their therapist reads it (HTML); None for nothing."""
    now = await profile.of(unit, client.id)
    said = [
        texts.plain(f"profile-told-{question}", answer=answer.lower())
        for question in CHOICES
        if (answer := answer_words(texts, question, now))
    ]
    if not said:
        return None
    return texts.html("profile-told", name=client.code_name, said="; ".join(said))
