"""What a client agrees to: every claim is made, and the hash is of the words."""

import pytest

from conversations.message import split_callback
from homework import packaged
from homework.safety import consents
from homework.safety.consents import (
    CHANGES,
    CLAIMS,
    VERSION,
    Edition,
    claims,
    consent,
    edition,
    news,
)
from tests.support.stores import EDITION

TEXTS = packaged.texts("en", strict=True)


def test_what_must_be_said_is_said() -> None:
    html = consent(TEXTS, "Dr A", EDITION).message.html
    for words in (
        "not end-to-end encrypted",
        "Telegram holds copies",
        "Nobody watches this chat live",
        "not for emergencies",
        "does not check what you write for signs of danger",
        "do not count on anybody noticing",
        "/crisis",
        "/pause",
        "/privacy",
        "/stop",
        "/export",
        "/forget erases it",
        "kept for 90 days and then erased",
        "Dr A can read",
    ):
        assert words in html
    assert len(html) < 4096


def test_only_built_commands_are_promised() -> None:
    promised = {word for word in claims(TEXTS, "Dr A", EDITION).split() if word.startswith("/")}
    assert promised == {"/crisis", "/pause", "/privacy", "/stop", "/export", "/forget"}


def test_the_hash_is_of_the_words_not_of_the_name() -> None:
    one, other = consent(TEXTS, "Dr A", EDITION), consent(TEXTS, "Dr B & <co>", EDITION)
    assert one.sha256 == other.sha256
    assert (one.edition, one.locale) == (EDITION, "en")
    assert "&lt;co&gt;" in other.message.html


def test_the_hash_changes_with_a_claim() -> None:
    sources = dict(packaged.catalogue("en"))
    changed = sources["consent.ftl"].replace("not for emergencies", "for everything")
    other = packaged.Texts("en", {**sources, "consent.ftl": changed}, strict=True)
    assert consent(other, "Dr A", EDITION).sha256 != consent(TEXTS, "Dr A", EDITION).sha256


def test_the_answer_names_the_version() -> None:
    buttons = [row[0] for row in consent(TEXTS, "Dr A", Edition(7, True, 30)).message.buttons]
    assert [split_callback(button.data) for button in buttons] == [
        (consents.REF, "yes.7s.30"),
        (consents.REF, "no"),
    ]


SCREENED = Edition(VERSION, screened=True, days=30)


@pytest.mark.parametrize("code", packaged.locales())
def test_what_is_looked_through_is_said_where_it_is_and_only_there(code: str) -> None:
    texts = packaged.texts(code, strict=True)
    off, on = consent(texts, "Dr A", EDITION), consent(texts, "Dr A", SCREENED)
    nobody = texts.html("consent-screening", therapist="Dr A")
    program = texts.html("consent-screening-on", therapist="Dr A", carers=1)
    assert nobody in off.message.html and program not in off.message.html
    assert program in on.message.html and nobody not in on.message.html
    assert off.sha256 != on.sha256
    assert "30" in on.message.html and "90" in off.message.html
    assert max(len(one.message.html) for one in (off, on)) < 4096


def test_who_gets_told_is_said() -> None:
    html = consent(TEXTS, "Dr A", SCREENED).message.html
    for words in ("It misses things", "Dr A gets a note", "a colleague or the practice", "call"):
        assert words in html


@pytest.mark.parametrize("one", [EDITION, SCREENED, Edition(3), Edition(0)])
def test_an_edition_is_written_and_read_back(one: Edition) -> None:
    assert edition(str(one)) == one
    assert edition(None) == Edition(0)


def test_what_changed_is_said_and_nothing_else() -> None:
    assert news(TEXTS, EDITION, EDITION) == []
    assert len(news(TEXTS, Edition(3), EDITION)) == 1
    assert "now looks through" in news(TEXTS, EDITION, Edition(VERSION, True, 90))[0]
    assert "any more" in news(TEXTS, Edition(VERSION, True, 90), EDITION)[0]
    (days,) = news(TEXTS, EDITION, Edition(VERSION, days=30))
    assert "30 days" in days


def test_each_version_after_the_first_kept_one_says_what_it_changed() -> None:
    assert set(CHANGES) == set(range(min(CHANGES), VERSION + 1))


def test_no_claim_is_made_twice_and_none_lies_unused() -> None:
    used = [key for keys in CLAIMS for key in keys]
    chrome = {"title", "what", "question", "agree", "decline", "screening-on"}
    chrome |= {"changed-days", "changed-screening-on", "changed-screening-off"}
    chrome |= {f"changed-{version}" for version in CHANGES}
    source = packaged.catalogue("en")["consent.ftl"]
    written = [line.split(" =")[0] for line in source.splitlines() if line.startswith("consent-")]
    assert len(used) == len(set(used))
    assert set(written) == {*used, *(f"consent-{name}" for name in chrome)}


@pytest.mark.parametrize("locale", packaged.locales())
@pytest.mark.parametrize("screened", [False, True])
def test_of_several_therapists_the_same_is_said(locale: str, screened: bool) -> None:
    """Whoever has one therapist reads, and has agreed to, the very same words as before."""
    texts, now = packaged.texts(locale, strict=True), Edition(VERSION, screened, 90)
    one = consent(texts, "ZZZ", now)
    two = consent(texts, "ZZZ", now, carers=2)
    assert consent(texts, "ZZZ", now, carers=1).sha256 == one.sha256 != two.sha256
    singular, plural = (each.message.html.count("\n•") for each in (one, two))
    assert singular == plural == sum(len(keys) for keys in CLAIMS)
    read = {"en": "ZZZ read when", "de": "ZZZ lesen", "es": "ZZZ leen", "ru": "ZZZ читают"}
    assert read[locale] in two.message.html
    assert read[locale] not in one.message.html
