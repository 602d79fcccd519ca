"""Tables: what people type in each language that has a file for it."""

from datetime import date

import pytest

from conversations.answers import Value, parse
from conversations.daywords import day_in, time_in
from conversations.effects import Completed, Refuse
from conversations.language import LanguageBroken, folded, read_language
from conversations.model import Scale
from conversations.texts import Texts
from homework import packaged
from homework.safety.crisis import is_crisis_words
from tests.support.sheets import one
from tests.support.talk import TEXTS, Talk

TODAY = date(2026, 5, 5)  # a Tuesday
TONGUES = ("en", "es", "de", "ru")
SCALE = 'low = "a"\nhigh = "b"'


def talk_in(locale: str, kind: str, more: str = "", variant: str = "full") -> Talk:
    """A conversation in English words with somebody who types another language."""
    texts = Texts("en", packaged.catalogue("en"), strict=True, language=packaged.language(locale))
    return Talk(one(kind, more), texts=texts, variant=variant)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("locale", TONGUES)
def test_every_language_says_its_name_and_what_people_type(locale: str) -> None:
    own = packaged.own_language(locale)
    assert own.name and own.skip and own.back and own.pause and own.too_much
    assert own.enough and own.done and own.yes and own.no and own.on and own.crisis
    (days,) = own.days
    assert len(days.weekdays) == 7 and len(days.months) == 12
    assert days.today and days.tomorrow and days.yesterday and days.ahead
    assert own.wording.never and own.wording.private


def test_only_the_original_needs_nobody_who_has_read_it() -> None:
    assert packaged.language("en").reviewed
    draft = read_language('format = 1\nname = "X"\nreviewed_by = ""\nreviewed_on = ""')
    assert not draft.reviewed
    read = read_language('format = 1\nname = "X"\nreviewed_by = "A"\nreviewed_on = 2026-05-05')
    assert read.reviewed


@pytest.mark.parametrize(
    "source",
    [
        'format = 2\nname = "X"',
        'format = 1\nname = "X"\nreviewed_by = "A"',
        'format = 1\nname = "X"\nreviewed_on = 2026-05-05',
        'format = 1\nname = "X"\nmoves = { skpi = ["x"] }',
        'format = 1\nname = "X"\ncrisis = [" "]',
        "format = ",
    ],
)
def test_a_file_that_does_not_hold_is_said(source: str) -> None:
    with pytest.raises(LanguageBroken):
        read_language(source)


SKIP = {"es": "Saltar", "de": "Überspringen.", "ru": "пропустить"}
TOO_MUCH = {"es": "es demasiado", "de": "Das ist zu viel!", "ru": "слишком много"}
ENOUGH = {"es": "eso es todo", "de": "das wars", "ru": "это всё"}
BACK = {"es": "atrás", "de": "zurück", "ru": "назад", "en": "back"}
PAUSE = {"es": "ahora no", "de": "später", "ru": "позже", "en": "Stop"}


@pytest.mark.parametrize("locale", SKIP)
def test_moves_are_typed_in_ones_own_words_and_in_english(locale: str) -> None:
    for words in (SKIP[locale], "skip"):
        assert "it" not in talk_in(locale, "text").type(words).answers
    for words in (TOO_MUCH[locale], "too much"):
        assert talk_in(locale, "scale", SCALE).type(words).session.variant == "light"
    for words in (ENOUGH[locale], "that’s all"):
        talk = talk_in(locale, "text_list").type("a").type(words)
        assert talk.answers == {"it": ["a"]} and talk.asked == "after"
        assert talk.skip().asked is None and talk.type(words).has(Completed)


@pytest.mark.parametrize("locale", BACK)
def test_back_and_pause_are_typed_where_they_are_no_answer(locale: str) -> None:
    talk = talk_in(locale, "scale", SCALE)
    assert talk.type(BACK[locale]).refused() == "refuse-first"
    assert talk.type(PAUSE[locale]).session.status == "paused" and talk.answers == {}
    for words, move in ((BACK[locale], "back"), (PAUSE[locale], "pause")):
        asked = talk_in(locale, "text").type(words).session
        assert asked.unsure and asked.unsure.move == move and asked.answers == {"it": words}


def test_what_stands_on_a_choice_is_an_answer() -> None:
    choices = 'choices = [{ id = "a", label = "Later" }, { id = "b", label = "Back" }]'
    assert talk_in("en", "choice", choices).type("later").answers == {"it": "a"}
    assert talk_in("en", "choice", choices).type("back").answers == {"it": "b"}
    assert talk_in("en", "choice", choices).type("pause").session.status == "paused"


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("es", "Sí", True),
        ("es", "si, pero poco", True),
        ("es", "no pude", False),
        ("es", "yes", True),
        ("de", "Ja!", True),
        ("de", "nein weil es regnete", False),
        ("de", "na klar", True),
        ("ru", "Да.", True),
        ("ru", "нет, но хотелось", False),
        ("ru", "no", False),
    ],
)
def test_yes_and_no(locale: str, text: str, value: bool) -> None:
    step = one("yes_no").steps[0]
    found = parse(step, text, today=TODAY, language=packaged.language(locale))
    assert isinstance(found, Value) and found.value is value


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("es", "no sé"),
        ("es", "no lo sé"),
        ("es", "No me acuerdo"),
        ("de", "nein danke auch"),
        ("ru", "не знаю"),
    ],
)
def test_no_idea_is_not_no(locale: str, text: str) -> None:
    step = one("yes_no").steps[0]
    assert isinstance(parse(step, text, today=TODAY, language=packaged.language(locale)), Refuse)


@pytest.mark.parametrize(
    ("locale", "text", "day"),
    [
        ("es", "ayer", "2026-05-04"),
        ("es", "Anteayer", "2026-05-03"),
        ("es", "mañana", "2026-05-06"),
        ("es", "pasado mañana", "2026-05-07"),
        ("es", "el viernes", "2026-05-08"),
        ("es", "el próximo martes", "2026-05-12"),
        ("es", "el lunes pasado", "2026-05-04"),
        ("es", "5 de mayo", "2026-05-05"),
        ("es", "el 5 de junio de 2027", "2027-06-05"),
        ("es", "3/6", "2026-06-03"),
        ("es", "dentro de dos semanas", "2026-05-19"),
        ("es", "en 3 días", "2026-05-08"),
        ("de", "gestern Abend", "2026-05-04"),
        ("de", "übermorgen", "2026-05-07"),
        ("de", "am Freitag", "2026-05-08"),
        ("de", "Fr", "2026-05-08"),
        ("de", "nächsten Dienstag", "2026-05-12"),
        ("de", "letzten Montag", "2026-05-04"),
        ("de", "5. Juni", "2026-06-05"),
        ("de", "am 5. Juni 2027", "2027-06-05"),
        ("de", "5.6.", "2026-06-05"),
        ("de", "in einer Woche", "2026-05-12"),
        ("de", "in 3 Tagen", "2026-05-08"),
        ("ru", "вчера", "2026-05-04"),
        ("ru", "послезавтра", "2026-05-07"),
        ("ru", "в пятницу", "2026-05-08"),
        ("ru", "пт", "2026-05-08"),
        ("ru", "в следующий вторник", "2026-05-12"),
        ("ru", "в прошлый понедельник", "2026-05-04"),
        ("ru", "5 июня", "2026-06-05"),
        ("ru", "5 июня 2027", "2027-06-05"),
        ("ru", "через неделю", "2026-05-12"),
        ("ru", "через три дня", "2026-05-08"),
        ("de", "next Friday", "2026-05-08"),
        ("ru", "5 May", "2026-05-05"),
        ("es", "2026-06-01", "2026-06-01"),
        ("es", "jueves, 4 de junio de 2026", "2026-06-04"),
        ("es", "el 4", "2026-06-04"),
        ("es", "4-6-26", "2026-06-04"),
        ("de", "Donnerstag, den 4. Juni 2026", "2026-06-04"),
        ("de", "Do, 4.6.26", "2026-06-04"),
        ("de", "am 4.6.", "2026-06-04"),
        ("de", "am 4.", "2026-06-04"),
        ("ru", "в четверг, 4 июня 2026 года", "2026-06-04"),
        ("ru", "4 июня 2026 г.", "2026-06-04"),
        ("ru", "чт 4.06.26", "2026-06-04"),
        ("ru", "4 числа", "2026-06-04"),
    ],
)
def test_days_in_ones_own_words_and_in_english(locale: str, text: str, day: str) -> None:
    found = day_in(text, TODAY, "future", packaged.language(locale).days)
    assert found is not None and found.isoformat() == day


@pytest.mark.parametrize(
    ("locale", "text", "time"),
    [
        ("es", "a las 6 de la tarde", "18:00"),
        ("es", "9:30", "09:30"),
        ("es", "mediodía", "12:00"),
        ("es", "12 de la noche", "00:00"),
        ("es", "18 h", "18:00"),
        ("de", "um 18 Uhr", "18:00"),
        ("de", "18 Uhr 30", "18:30"),
        ("de", "8 Uhr abends", "20:00"),
        ("de", "12 Uhr mittags", "12:00"),
        ("de", "18.30 Uhr", "18:30"),
        ("ru", "в 18:30", "18:30"),
        ("ru", "в 6 вечера", "18:00"),
        ("ru", "9 утра", "09:00"),
        ("ru", "2 часа дня", "14:00"),
        ("ru", "полночь", "00:00"),
        ("ru", "6 pm", "18:00"),
        ("en", "half past 7", "07:30"),
        ("en", "at half seven pm", "19:30"),
        ("en", "at seven", "07:00"),
        ("de", "halb acht", "07:30"),
        ("de", "um halb 8 abends", "19:30"),
        ("de", "um sieben", "07:00"),
        ("de", "sieben Uhr abends", "19:00"),
        ("de", "halb 25", None),
        ("de", "halb zwölf abends", "23:30"),
        ("de", "halb 1", "00:30"),
        ("de", "Viertel nach 7", "07:15"),
        ("de", "um viertel vor acht abends", "19:45"),
        ("de", "dreiviertel acht", "07:45"),
        ("de", "drei viertel acht", "07:45"),
        ("de", "viertel acht", "07:15"),
        ("de", "zehn nach acht", "08:10"),
        ("de", "fünf vor halb neun", "08:25"),
        ("de", "zwanzig vor 8", "07:40"),
        ("de", "45 nach 8", "08:45"),
        ("de", "60 nach 8", None),
        ("de", "acht Uhr dreißig", "08:30"),
        ("de", "neunzehn Uhr fünfundvierzig", "19:45"),
        ("de", "um eins", "01:00"),
        ("de", "ein Uhr", "01:00"),
        ("de", "24 Uhr", "00:00"),
        ("en", "eight thirty", "08:30"),
        ("en", "at eight forty five pm", "20:45"),
        ("en", "8 30", "08:30"),
        ("en", "8 in the evening", "20:00"),
        ("en", "nine at night", "21:00"),
        ("en", "12 at night", "00:00"),
        ("en", "one", "01:00"),
        ("en", "8 3", None),
        ("es", "las ocho y diez", "08:10"),
        ("es", "ocho y cuarenta y cinco", "08:45"),
        ("es", "a la una y media de la tarde", "13:30"),
        ("es", "veinte horas", "20:00"),
        ("ru", "восемь тридцать", "08:30"),
        ("ru", "двадцать часов", "20:00"),
        ("ru", "двадцать один тридцать", "21:30"),
        ("ru", "в час дня", "13:00"),
        ("ru", "в час ночи", "01:00"),
        ("en", "quarter past seven", "07:15"),
        ("en", "at a quarter to 8 pm", "19:45"),
        ("en", "twenty past six", "06:20"),
        ("en", "ten minutes to 8", "07:50"),
        ("en", "10 to 8", None),
        ("en", "half past 12 pm", "12:30"),
        ("es", "a las 7 y cuarto", "07:15"),
        ("es", "las ocho menos cuarto de la tarde", "19:45"),
        ("es", "nueve menos diez", "08:50"),
        ("es", "cuarto para las ocho", "07:45"),
        ("ru", "полвосьмого", "07:30"),
        ("ru", "пол восьмого вечера", "19:30"),
        ("ru", "в половине восьмого", "07:30"),
        ("ru", "полпервого ночи", "00:30"),
        ("ru", "четверть восьмого", "07:15"),
        ("ru", "без четверти восемь", "07:45"),
        ("ru", "без десяти восемь", "07:50"),
        ("ru", "без 20 8", "07:40"),
        ("ru", "десять минут девятого", "08:10"),
        ("ru", "около восьми вечера", "20:00"),
        ("ru", "часов в 8", "08:00"),
        ("ru", "восьмого", None),
        ("es", "a las 7 y media", "07:30"),
        ("es", "a las siete y media de la tarde", "19:30"),
        ("es", "a las siete", "07:00"),
        ("ru", "семь вечера", "19:00"),
        ("de", "ein", None),
        ("en", "a", None),
        ("xx", "18:30", "18:30"),
        ("de", "25 Uhr", None),
        ("es", "tarde", None),
    ],
)
def test_times_in_ones_own_words_and_in_english(locale: str, text: str, time: str | None) -> None:
    assert time_in(text, packaged.language(locale).days) == time


@pytest.mark.parametrize("locale", packaged.locales())
def test_what_stands_on_the_buttons_of_a_question_can_be_typed(locale: str) -> None:
    texts, name = packaged.texts(locale), "worry_outcome"
    sheet = packaged.in_other_words(name).get(locale, packaged.worksheets()[name])

    def typed(button: str) -> Talk:
        talk = Talk(sheet, texts=texts).type("A.").skip()
        assert isinstance(talk.worksheet.by_id[talk.asked or ""], Scale)
        label = texts.plain(button)
        assert label in talk.buttons
        return talk.type(label.lower())

    start = Talk(sheet, texts=texts).type("A.").skip()
    assert typed("button-back").asked == "clear"
    assert typed("button-skip").asked != start.asked
    assert typed("button-pause").session.status == "paused"
    assert typed("button-smaller-light").session.variant == "light"


@pytest.mark.parametrize("locale", packaged.locales())
def test_the_smallest_form_can_be_asked_for_by_its_name(locale: str) -> None:
    texts = packaged.texts(locale)
    assert folded(texts.plain("button-smaller-minute")) in texts.language.too_much


CRISIS = {"es": "¡Ayúdame!", "de": "Bitte hilf mir", "ru": "Помогите мне, пожалуйста", "en": "SOS"}


@pytest.mark.parametrize("locale", CRISIS)
def test_a_call_for_help_is_heard_in_ones_own_words_and_in_english(locale: str) -> None:
    for words in (CRISIS[locale], "help me", "s.o.s."):
        assert is_crisis_words(words, locale), words
        assert is_crisis_words(words, None), words
    assert not is_crisis_words(f"{CRISIS[locale]} with the dishes", locale)


@pytest.mark.parametrize("locale", packaged.locales())
def test_what_stands_on_the_button_for_help_may_be_typed(locale: str) -> None:
    label = packaged.texts(locale, strict=True).plain("help-now")
    assert is_crisis_words(label, locale)
    assert is_crisis_words(label.split()[0].upper(), locale)


def test_a_call_for_help_of_another_language_is_not_taken_from_an_answer() -> None:
    assert not is_crisis_words("hilf mir", "es")


def test_english_stays_what_it_was() -> None:
    assert TEXTS.language is packaged.language("en")
    assert packaged.language("en").files == packaged.own_language("en").files
