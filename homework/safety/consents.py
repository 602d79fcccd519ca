"""What a client agrees to before the first question: versioned, and hashed as it was shown.

Each claim is a text of its own, so that what is true can be said and what is not yet built left
out. Raise `VERSION` whenever a claim changes its meaning: everybody is then asked again. It must
not know who has agreed.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from conversations.message import Button, Message, callback, reference
from conversations.texts import Texts

REF = reference("consent")
"""Callback reference. Values: `yes.<edition>`, `no`."""

VERSION = 4
CHANGES: Mapping[int, str] = {4: "consent-changed-4"}
"""What each version says anew, from the first that may follow another one that was agreed to."""

_PROGRAM, _NOBODY = "consent-screening-on", "consent-screening"

CLAIMS: tuple[tuple[str, ...], ...] = (
    ("consent-telegram", "consent-kept", "consent-operator"),
    ("consent-who", "consent-when"),
    ("consent-emergency", _NOBODY),
    (
        "consent-right-no",
        "consent-right-pause",
        "consent-right-privacy",
        "consent-right-copy",
        "consent-right-erase",
        "consent-after-care",
    ),
)
"""The claims in the order they are made, by paragraph. A claim left out here is not made."""

_NAMELESS = "{therapist}"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a text of the consent says beyond its words: its version, whether a program looks
    through what is written, and for how many days it is kept after the end of care (0: the text
    did not say)."""

    version: int
    screened: bool = False
    days: int = 0

    def __str__(self) -> str:
        return f"{self.version}{'s' if self.screened else ''}.{self.days}"


def edition(text: str | None) -> Edition:
    """Return what `str` of an edition stands for; the edition 0 for None."""
    version, _, days = (text or "0").partition(".")
    return Edition(int(version.removesuffix("s")), version.endswith("s"), int(days or 0))


def news(texts: Texts, before: Edition, now: Edition) -> list[str]:
    """Return what is other than in the edition that was agreed to, a sentence each."""
    said = [
        texts.html(key, count=now.days)
        for version, key in sorted(CHANGES.items())
        if before.version < version <= now.version
    ]
    if before.screened != now.screened:
        said.append(texts.html(f"consent-changed-screening-{'on' if now.screened else 'off'}"))
    if before.days and before.days != now.days:
        said.append(texts.html("consent-changed-days", count=now.days))
    return said


@dataclass(frozen=True, slots=True)
class Consent:
    """The text of one edition in one locale.

    `sha256`: over the text without the therapist's name, so that it can be checked later.
    """

    edition: Edition
    locale: str
    sha256: str
    message: Message


def consent(texts: Texts, therapist: str, edition: Edition, *, carers: int = 1) -> Consent:
    """Return the consent as shown to a client of `therapist`, with "I agree" and "no" buttons.

    `carers`: how many therapists that names; the text says the same of one and of several.
    """
    agree = Button(texts.plain("consent-agree"), callback(REF, f"yes.{edition}"))
    decline = Button(texts.plain("consent-decline"), callback(REF, "no"))
    message = Message(_body(texts, therapist, edition, carers), ((agree,), (decline,)))
    return Consent(edition, texts.locale, _hash(texts, edition, carers), message)


def claims(texts: Texts, therapist: str, edition: Edition, *, carers: int = 1) -> str:
    """Return the claims alone, for /privacy: the same words that were agreed to."""
    instead = {_NOBODY: _PROGRAM} if edition.screened else {}
    said = {"therapist": therapist, "carers": carers, "count": edition.days}
    paragraphs = (
        "\n".join(texts.html(instead.get(key, key), **said) for key in keys) for keys in CLAIMS
    )
    return "\n\n".join(paragraphs)


def _body(texts: Texts, therapist: str, edition: Edition, carers: int) -> str:
    title = texts.html("consent-title")
    intro = texts.html("consent-what", therapist=therapist, carers=carers)
    draft = [] if texts.language.reviewed else [texts.html("consent-draft")]
    question = texts.html("consent-question")
    said = claims(texts, therapist, edition, carers=carers)
    return "\n\n".join([title, *draft, intro, said, question])


def _hash(texts: Texts, edition: Edition, carers: int) -> str:
    return hashlib.sha256(_body(texts, _NAMELESS, edition, carers).encode()).hexdigest()
