"""What a client agrees to before the first question: versioned, and hashed as it was shown.

Each claim is a text of its own, so that what is true can be said and what is not yet built left
out. Raise `VERSION` whenever a claim changes its meaning: everybody is then asked again. It must
not know who has agreed.
"""

import hashlib
from dataclasses import dataclass

from conversations.message import Button, Message, callback, reference
from conversations.texts import Texts

REF = reference("consent")
"""Callback reference. Values: `yes.<version>`, `no`."""

VERSION = 3

CLAIMS: tuple[tuple[str, ...], ...] = (
    ("consent-telegram", "consent-kept", "consent-operator"),
    ("consent-who", "consent-when"),
    ("consent-emergency", "consent-screening"),
    (
        "consent-right-no",
        "consent-right-pause",
        "consent-right-privacy",
        "consent-right-copy",
        "consent-right-erase",
    ),
)
"""The claims in the order they are made, by paragraph. A claim left out here is not made."""

_NAMELESS = "{therapist}"


@dataclass(frozen=True, slots=True)
class Consent:
    """The text of one version in one locale.

    `sha256`: over the text without the therapist's name, so that it can be checked later.
    """

    version: int
    locale: str
    sha256: str
    message: Message


def consent(texts: Texts, therapist: str, *, version: int = VERSION) -> Consent:
    """Return the consent as shown to a client of `therapist`, with "I agree" and "no" buttons."""
    agree = Button(texts.plain("consent-agree"), callback(REF, f"yes.{version}"))
    decline = Button(texts.plain("consent-decline"), callback(REF, "no"))
    message = Message(_body(texts, therapist), ((agree,), (decline,)))
    return Consent(version, texts.locale, _hash(texts), message)


def claims(texts: Texts, therapist: str) -> str:
    """Return the claims alone, for /privacy: the same words that were agreed to."""
    paragraphs = (
        "\n".join(texts.html(key, therapist=therapist) for key in keys) for keys in CLAIMS
    )
    return "\n\n".join(paragraphs)


def _body(texts: Texts, therapist: str) -> str:
    title = texts.html("consent-title")
    intro = texts.html("consent-what", therapist=therapist)
    draft = [] if texts.language.reviewed else [texts.html("consent-draft")]
    question = texts.html("consent-question")
    return "\n\n".join([title, *draft, intro, claims(texts, therapist), question])


def _hash(texts: Texts) -> str:
    return hashlib.sha256(_body(texts, _NAMELESS).encode()).hexdigest()
