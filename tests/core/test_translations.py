"""Every language says what English says: same keys, same variables, same choices, same commands;
every sheet, form and program has its words; buttons fit; nothing scolds, nothing gives away."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser, ast, visitor

from bot.handlers.client_settings import PAUSES
from conversations import loader
from conversations.daywords import day_in
from conversations.fingerprints import fingerprint
from conversations.markup import plain
from conversations.model import Multi, OneChoice, Worksheet
from homework import packaged, program, weekhours
from homework.pausing import length_meant, parse_length
from homework.readability import client_text
from homework.spoken_days import moment_in

ROOT = Path(__file__).parents[2]
OTHERS = [locale for locale in packaged.locales() if locale != packaged.ENGLISH]
THERAPISTS = {
    *(
        "therapist.ftl",
        "linter.ftl",
        "page.ftl",
        "digest.ftl",
        "meeting.ftl",
        "hours.ftl",
        "lock.ftl",
    ),
    *("sheets.ftl", "ledger.ftl", "tallies.ftl", "programs.ftl", "schedule.ftl", "brief.ftl"),
    "flags.ftl",
}
"""Files that only therapists read, or that are told to them."""
LOCKED = ("prompt-first-line", "prompt-reminder", "pause-over", "silence-ask", "series-ask")
"""What the bot says first: its beginning stands on a locked screen."""
SHORT, LONGEST = 32, 64
DAY = date(2026, 5, 5)
NUMBERS = {
    "carers",
    *("count", "n", "minutes", "hours", "days", "weeks"),
    *("prompts", "reminders", "practices"),
}
"""Variables that are numbers wherever they stand."""
PLURALS = {
    "en": {"one", "other"},
    "es": {"one", "other"},
    "de": {"one", "other"},
    "ru": {"one", "few", "many", "other"},
}


class _Parts(visitor.Visitor):
    """What a text is made of, apart from its words."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.chosen: dict[str, set[str]] = {}
        self.functions: set[tuple[str, ...]] = set()
        self.days: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            keys = {
                each.key.name if isinstance(each.key, ast.Identifier) else each.key.value
                for each in node.variants
            }
            self.chosen.setdefault(node.selector.id.name, set()).update(keys)
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        options = [f"{each.name.name}={each.value.value}" for each in node.arguments.named]
        self.functions.add((node.id.name, *options))
        if node.id.name == "DATETIME":
            inside = _Parts()
            inside.visit(node.arguments)
            self.days |= inside.variables
        self.generic_visit(node)


def messages(locale: str) -> dict[str, dict[str, ast.Message]]:
    """Return the messages of a locale by file and key; a line that is no Fluent fails."""
    found: dict[str, dict[str, ast.Message]] = {}
    for name, source in packaged.catalogue(locale).items():
        entries = FluentParser().parse(source).body
        junk = [each.content for each in entries if isinstance(each, ast.Junk)]
        assert junk == [], (locale, name)
        found[name] = {each.id.name: each for each in entries if isinstance(each, ast.Message)}
    return found


def parts(message: ast.Message) -> _Parts:
    found = _Parts()
    found.visit(message)
    return found


def numbers_and_days(message: ast.Message) -> dict[str, int | date]:
    """Return something for each variable of a text."""
    found = parts(message)
    return {name: DAY if name in found.days else 3 for name in found.variables}


def sources(locale: str) -> Iterator[tuple[str, str, str]]:
    """Yield file, key and the text as it is written, without comments."""
    for name, source in packaged.catalogue(locale).items():
        for found in re.finditer(r"^([a-z][\w-]*) =((?:.*)(?:\n[ }].*|\n$)*)", source, re.M):
            yield name, found[1], found[2]


ENGLISH = messages(packaged.ENGLISH)
WRITTEN = {key: text for _, key, text in sources(packaged.ENGLISH)}


def labels() -> set[str]:
    """Keys of texts that stand on buttons, as far as the code names them where it makes one."""
    found: set[str] = set()
    for room in ("bot", "homework", "conversations"):
        for path in (ROOT / room).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            found |= set(
                re.findall(r'(?:tap|Button)\(\s*\w+(?:\.texts)?\.plain\(\s*"([\w-]+)"', source)
            )
            for begun in re.findall(
                r'(?:tap|Button)\(\s*\w+(?:\.texts)?\.plain\(\s*f"([\w-]+-)\{', source
            ):
                found |= {key for key in WRITTEN if re.fullmatch(rf"{begun}\w+", key)}
    found |= {key for key in WRITTEN if key.startswith("button-")}
    lines = ENGLISH["digest.ftl"].keys()  # made by the same pattern, and no buttons
    return {key for key in found - lines if not WRITTEN[key].rstrip().endswith((".", "?"))}


LABELS = labels()


def test_the_scan_finds_buttons_and_words() -> None:
    assert len(LABELS) > 100 and "prompt-start" in LABELS and "skip-busy" in LABELS
    assert len(WRITTEN) == sum(map(len, ENGLISH.values())) > 500


@pytest.mark.parametrize("locale", OTHERS)
def test_every_language_has_every_text_and_no_other(locale: str) -> None:
    found = messages(locale)
    assert found.keys() == ENGLISH.keys()
    for name, known in ENGLISH.items():
        assert list(found[name]) == list(known), name


@pytest.mark.parametrize("locale", OTHERS)
def test_every_text_takes_the_same_variables(locale: str) -> None:
    found = messages(locale)
    for name, known in ENGLISH.items():
        for key, message in known.items():
            here, there = parts(message), parts(found[name][key])
            assert there.variables == here.variables, key
            assert there.chosen.keys() <= here.variables & NUMBERS, key
            assert here.chosen.keys() <= there.variables, key
            assert there.functions == here.functions, key


@pytest.mark.parametrize("locale", packaged.locales())
def test_plurals_are_those_of_the_language(locale: str) -> None:
    for known in messages(locale).values():
        for key, message in known.items():
            for said in parts(message).chosen.values():
                words = {each for each in said if not each.isdigit()}
                assert words == PLURALS[locale], key


@pytest.mark.parametrize("locale", OTHERS)
def test_tags_and_commands_are_the_same(locale: str) -> None:
    """A command that a text names must not get lost, nor a tag stay open."""
    for _, key, text in sources(locale):
        for pattern in (r"</?\w+>", r"(?<![\w/])/[a-z]+"):
            here, there = (sorted(set(re.findall(pattern, each))) for each in (WRITTEN[key], text))
            assert there == here, key


@pytest.mark.parametrize("locale", packaged.locales())
def test_texts_can_be_said_with_their_variables(locale: str) -> None:
    texts = packaged.texts(locale, strict=True)
    for known in messages(locale).values():
        for key, message in known.items():
            said = texts.plain(key, **numbers_and_days(message))
            assert said and "{" not in said.replace("{name}", ""), key


@pytest.mark.parametrize("locale", packaged.locales())
def test_buttons_fit(locale: str) -> None:
    english, texts = packaged.texts("en"), packaged.texts(locale)
    long: list[str] = []
    for known in ENGLISH.values():
        for key in known.keys() & LABELS:
            args = numbers_and_days(known[key])
            here, there = english.plain(key, **args), texts.plain(key, **args)
            most = SHORT if len(here) <= SHORT else LONGEST
            if len(here) <= LONGEST and not here.endswith(".") and len(there) > most:
                long.append(f"{key}: {there} ({len(there)})")
    assert long == []


# Sheets, forms, programs --------------------------------------------------------------------------


@pytest.mark.parametrize("locale", OTHERS)
@pytest.mark.parametrize("folder", ["worksheets", "forms", "programs"])
def test_everything_has_its_words_in_every_language(folder: str, locale: str) -> None:
    originals = {name.removesuffix(".toml") for name in packaged.sources(folder)}
    assert {id for id, found in packaged.translations(folder) if found == locale} == originals


@pytest.mark.parametrize("locale", OTHERS)
def test_another_language_asks_the_same(locale: str) -> None:
    for original in (*packaged.worksheets().values(), *map(packaged.form, ("assign", "program"))):
        found = packaged.in_other_words(original.id)[locale]
        assert found.locale == locale
        assert fingerprint(found) == fingerprint(original), original.id
        assert found.title != original.title or found.about != original.about
    for id, known in program.programs().items():
        there = program.programs(locale)[id]
        assert there.title != known.title
        assert [bool(link.enough) for link in there.links] == [
            bool(link.enough) for link in known.links
        ]


def _choices(sheet: Worksheet) -> Iterator[str]:
    for step in sheet.steps:
        if isinstance(step, OneChoice | Multi):
            yield from (choice.label for choice in step.choices)


@pytest.mark.parametrize("locale", packaged.locales())
def test_choices_fit_on_their_buttons(locale: str) -> None:
    for original in (*packaged.worksheets().values(), packaged.form("assign")):
        sheet = original
        if locale != packaged.ENGLISH:
            sheet = packaged.in_other_words(original.id)[locale]
        for known, label in zip(_choices(original), _choices(sheet), strict=True):
            assert len(label) <= (40 if len(known) <= SHORT else LONGEST), (sheet.id, label)


def test_a_translation_of_a_program_says_all_its_words_and_no_others() -> None:
    known = program.programs()["thought_records"]
    head = 'format = 1\nid = "thought_records"\nlocale = "xx"\ntitle = "T"\nabout = "A"\n'
    with pytest.raises(packaged.PackageBroken):
        program.translate(known, head, "x")
    with pytest.raises(packaged.PackageBroken):
        program.translate(known, head + '[links.reading]\nenough = "x"\n', "x")


def test_a_file_named_as_a_translation_is_one() -> None:
    for folder in ("worksheets", "forms"):
        for (name, locale), source in packaged.translations(folder).items():
            original = packaged.worksheets().get(name) or packaged.form(name)
            found = loader.translate(original, source, name)
            assert isinstance(found, Worksheet) and found.locale == locale


# How it is said -----------------------------------------------------------------------------------


def said_never(text: str, words: tuple[str, ...]) -> list[str]:
    """Return which of some words, or words that begin so, stand in a text."""
    return [word for word in words if re.search(rf"(?<!\w){re.escape(word)}", text.casefold())]


@pytest.mark.parametrize("locale", packaged.locales())
def test_no_text_scolds_or_praises(locale: str) -> None:
    never = packaged.own_language(locale).wording.never
    found = [
        f"{key}: {words}"
        for name, key, text in sources(locale)
        if name not in THERAPISTS
        and not key.startswith(("told-", "assign-", "program-", "pic-state-"))
        if (words := said_never(text, never))
    ]
    assert found == []


@pytest.mark.parametrize("locale", packaged.locales())
def test_no_sheet_scolds_or_praises(locale: str) -> None:
    never = packaged.own_language(locale).wording.never
    for original in packaged.worksheets().values():
        sheet = original
        if locale != packaged.ENGLISH:
            sheet = packaged.in_other_words(original.id)[locale]
        assert said_never(client_text(sheet), never) == [], sheet.id


@pytest.mark.parametrize("locale", packaged.locales())
def test_what_stands_on_a_locked_screen_says_nothing(locale: str) -> None:
    texts, private = packaged.texts(locale, strict=True), packaged.own_language(locale).wording
    for key in LOCKED:
        variables = {
            name
            for known in ENGLISH.values()
            if key in known
            for name in parts(known[key]).variables
        }
        first = plain(texts.html(key, **dict.fromkeys(variables, "ZZZ")))[:60]
        assert said_never(first, private.private) == [], key
        assert "ZZZ" not in first or key == "prompt-reminder", key


@pytest.mark.parametrize("locale", packaged.locales())
def test_what_a_text_says_one_may_type_is_understood(locale: str) -> None:
    texts = packaged.texts(locale, strict=True)
    now = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)

    def example(key: str) -> str:
        return texts.plain(key, name="ZZZ", when="ZZZ", text="ZZZ").rpartition(": ")[2].strip()

    assert weekhours.hours_in(example("hours-ask"), texts) is not None
    assert weekhours.hours_in(example("set-quiet-days-ask"), texts) is not None
    assert weekhours.span_in(example("set-quiet-ask")) is not None
    assert day_in(example("away-ask"), DAY, "future", texts.language.days) is not None
    assert moment_in(example("session-none"), now, texts.language.days) is not None
    for said in example("refuse-date").strip(".").split(", "):
        assert day_in(said, DAY, "future", texts.language.days) is not None, said
    found = re.search(r"/pause (\d+ \w+)", texts.plain("pause-length"))
    assert found and parse_length(found[1], texts.language.days) is not None
    for key in ("pause-length", "ease-hold-length"):
        said = texts.plain(key).rpartition(": ")[2].partition(".")[0].removeprefix("/pause ")
        assert length_meant(said, now, texts.language.days) is not None, said
    for name, days in PAUSES.items():
        label = texts.plain(f"pause-{name}")
        assert parse_length(label, texts.language.days) == timedelta(days=days), label


@pytest.mark.parametrize(
    ("locale", "said", "days"),
    [("en", "Two weeks.", 14), ("es", "una semana", 7), ("de", "zwei Wochen", 14)],
)
def test_the_length_of_a_pause_in_words(locale: str, said: str, days: int) -> None:
    tongues = packaged.language(locale).days
    assert parse_length(said, tongues) == timedelta(days=days)
    assert parse_length(f"maybe {said}", tongues) is None


MOMENT = datetime(2026, 5, 4, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))  # a Monday


@pytest.mark.parametrize(
    ("locale", "said", "hours"),
    [
        ("en", "until Friday", 76),
        ("en", "Until tomorrow.", 4),
        ("en", "till 12 May", 172),
        ("en", "for 3 days", 72),
        ("en", "for a week", 168),
        ("de", "bis Freitag", 76),
        ("de", "bis nächsten Montag", 148),
        ("de", "bis zum 12.5.", 172),
        ("de", "bis morgen", 4),
        ("de", "für zwei Tage", 48),
        ("de", "Freitag", 76),
        ("es", "hasta el viernes", 76),
        ("es", "hasta el 12 de mayo", 172),
        ("es", "hasta mañana", 4),
        ("es", "por una semana", 168),
        ("ru", "до пятницы", 76),
        ("ru", "до следующего понедельника", 148),
        ("ru", "до 12 мая", 172),
        ("ru", "до завтра", 4),
        ("ru", "на 3 дня", 72),
        ("ru", "на неделю", 168),
        ("ru", "until Friday", 76),
    ],
)
def test_a_pause_lasts_until_the_day_that_is_typed(locale: str, said: str, hours: int) -> None:
    tongues = packaged.language(locale).days
    assert length_meant(said, MOMENT, tongues) == timedelta(hours=hours)


@pytest.mark.parametrize("said", ["until today", "until yesterday", "until 4 July", "until then"])
def test_no_pause_ends_before_tomorrow_or_after_four_weeks(said: str) -> None:
    assert length_meant(said, MOMENT, packaged.language("en").days) is None


def test_a_day_alone_is_a_pause_only_where_nothing_else_was_asked() -> None:
    days = packaged.language("en").days
    assert length_meant("Friday", MOMENT, days, bare=False) is None
    assert length_meant("until Friday", MOMENT, days, bare=False) == timedelta(hours=76)


def test_a_pause_over_the_change_of_clocks_ends_at_midnight() -> None:
    eve = datetime(2026, 10, 24, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    tongues = packaged.language("de").days
    assert length_meant("bis Montag", eve, tongues) == timedelta(hours=29)


@pytest.mark.parametrize("locale", packaged.locales())
def test_the_names_of_commands_fit_in_a_menu(locale: str) -> None:
    texts = packaged.texts(locale)
    for key in WRITTEN:
        if key.startswith("command-"):
            assert 3 <= len(texts.plain(key)) <= 256, key
