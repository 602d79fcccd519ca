"""What a client agrees to: every claim is made, and the hash is of the words."""

from conversations.message import split_callback
from homework import packaged
from homework.safety import consents
from homework.safety.consents import CLAIMS, VERSION, claims, consent

TEXTS = packaged.texts("en", strict=True)


def test_what_must_be_said_is_said() -> None:
    html = consent(TEXTS, "Dr A").message.html
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
        "Dr A can read",
    ):
        assert words in html
    assert len(html) < 4096


def test_only_built_commands_are_promised() -> None:
    promised = {word for word in claims(TEXTS, "Dr A").split() if word.startswith("/")}
    assert promised == {"/crisis", "/pause", "/privacy", "/stop", "/export", "/forget"}


def test_the_hash_is_of_the_words_not_of_the_name() -> None:
    one, other = consent(TEXTS, "Dr A"), consent(TEXTS, "Dr B & <co>")
    assert one.sha256 == other.sha256
    assert (one.version, one.locale) == (VERSION, "en")
    assert "&lt;co&gt;" in other.message.html


def test_the_hash_changes_with_a_claim() -> None:
    sources = dict(packaged.catalogue("en"))
    changed = sources["consent.ftl"].replace("not for emergencies", "for everything")
    other = packaged.Texts("en", {**sources, "consent.ftl": changed}, strict=True)
    assert consent(other, "Dr A").sha256 != consent(TEXTS, "Dr A").sha256


def test_the_answer_names_the_version() -> None:
    buttons = [row[0] for row in consent(TEXTS, "Dr A", version=7).message.buttons]
    assert [split_callback(button.data) for button in buttons] == [
        (consents.REF, "yes.7"),
        (consents.REF, "no"),
    ]


def test_no_claim_is_made_twice_and_none_lies_unused() -> None:
    used = [key for keys in CLAIMS for key in keys]
    chrome = {"title", "what", "question", "agree", "decline"}
    source = packaged.catalogue("en")["consent.ftl"]
    written = [line.split(" =")[0] for line in source.splitlines() if line.startswith("consent-")]
    assert len(used) == len(set(used))
    assert set(written) == {*used, *(f"consent-{name}" for name in chrome)}
