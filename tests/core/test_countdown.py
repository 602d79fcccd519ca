"""A clock inside a sheet: what it says when, what stops it, what it counts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from conversations.effects import Ask, Ended, Schedule, Ticks
from conversations.engine import advance, lay_aside
from conversations.events import (
    Answered,
    Paused,
    Resumed,
    SteppedDown,
    Stopped,
    Ticked,
    TimedOut,
    WentBack,
)
from conversations.loader import load, translate
from conversations.markup import plain
from conversations.model import Worksheet
from conversations.typed_moves import says_stop
from homework import packaged
from homework.reading import clocks
from tests.support.sheets import HEAD, small
from tests.support.talk import Talk

FIRST = '[[steps]]\nid = "first"\nkind = "text"\nprompt = "Before?"\n'
LAST = '[[steps]]\nid = "words"\nkind = "text"\nprompt = "And then?"\n'
LINES = 'lines = [{ at = "0:00", say = "Sit." }, { at = "1:00", say = "Breathe." }]'
RATES = 'every = 2\nrate_prompt = "How is it?"\nlow = "calm"\nhigh = "most"'


def clock(more: str = LINES, minutes: int = 5) -> Worksheet:
    return small(
        f'{FIRST}[[steps]]\nid = "clock"\nkind = "clock"\nprompt = "Do it."\n'
        f"minutes = {minutes}\n{more}\n{LAST}"
    )


def running(more: str = LINES, minutes: int = 5) -> Talk:
    """A clock that has just been started."""
    talk = Talk(clock(more, minutes)).type("hello")
    assert talk.asked == "clock"
    return talk.label("Start the clock")


def after(talk: Talk, seconds: float) -> Talk:
    """Let time pass and the clock be looked at."""
    talk.now += timedelta(seconds=seconds)
    return talk.happen(Ticked())


def next_look(talk: Talk) -> float | None:
    """Seconds until the clock is to be looked at; None: not any more."""
    orders = [effect.at for effect in talk.effects if isinstance(effect, Ticks)]
    assert orders, "nothing was ordered"
    return (orders[-1] - talk.now).total_seconds() if orders[-1] else None


def asked(talk: Talk) -> list[str]:
    return [plain(one.message.html) for one in talk.messages if one.role == "ask"]


def test_lines_come_at_their_moments_and_the_end_goes_on_by_itself() -> None:
    talk = running()
    assert asked(talk) == ["Sit.\nYou can end it at any time."]
    assert next_look(talk) == 60
    assert asked(after(talk, 60)) == ["Breathe."]
    assert next_look(talk) == 240
    after(talk, 240)
    assert talk.asked == "words"
    assert talk.answers["clock"] == {"ran": 300, "ratings": {}}
    assert not talk.has(Ticks) or next_look(talk) is None


def test_a_look_that_comes_too_early_says_nothing_and_looks_again() -> None:
    talk = after(running(), 30)
    assert talk.messages == []
    assert next_look(talk) == 30


def test_after_a_downtime_the_newest_line_comes_alone() -> None:
    lines = ", ".join(f'{{ at = "{m}:00", say = "Line {m}." }}' for m in range(5))
    talk = after(running(f"lines = [{lines}]"), 200)
    assert asked(talk) == ["Line 3."]
    after(talk, 3600)
    assert talk.asked == "words"
    assert talk.answers["clock"] == {"ran": 300, "ratings": {}}


def test_whoever_is_done_goes_on_with_the_minutes_so_far() -> None:
    talk = running()
    talk.now += timedelta(seconds=100)
    talk.label("I’m done")
    assert talk.asked == "words"
    assert talk.answers["clock"] == {"ran": 130, "ratings": {}}
    assert next_look(talk) is None


@pytest.mark.parametrize(
    "word", ["stop", "Stop!", "Please stop", "Stop, please!", "I need to stop", "cancel"]
)
def test_stop_is_heard_as_a_word_too(word: str) -> None:
    talk = running().type(word)
    assert talk.session.status == "stopped"
    assert [effect.step for effect in talk.effects if isinstance(effect, Ended)] == ["clock"]
    assert "Thank you. It ends here." in talk.shown


@pytest.mark.parametrize(
    "said",
    [
        "I can't do this any more",
        "i cant do this anymore!!",
        "I can’t…",
        "No, I can't. Please stop",
        "oh god, get me out",
        "That's enough",
        "stop it please",
        "Please stop this, it is bad",
        "cant do it",
    ],
)
def test_that_one_cannot_go_on_is_heard_as_stop(said: str) -> None:
    talk = running().type(said)
    assert talk.session.status == "stopped"
    assert "Thank you. It ends here." in talk.shown


@pytest.mark.parametrize("said", ["My hands shake but I can go on", "It won't stop raining here"])
def test_what_only_sounds_like_it_ends_nothing(said: str) -> None:
    assert running().type(said).session.status == "open"


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("es", "ya no puedo más"),
        ("es", "¡Para ya!"),
        ("es", "detente"),
        ("de", "Ich kann nicht mehr!"),
        ("de", "Hör auf!"),
        ("de", "Stopp jetzt"),
        ("ru", "Я больше не могу"),
        ("ru", "Остановите это"),
    ],
)
def test_it_is_heard_in_each_language(locale: str, said: str) -> None:
    assert says_stop(clock().by_id["clock"], said, packaged.language(locale))


def test_what_is_written_into_a_clock_may_say_so() -> None:
    talk = running(f'{LINES}\ninto = "words"').type("I can't do this any more")
    assert talk.session.status == "open"
    assert talk.answers["words"] == "I can't do this any more"
    assert talk.type("Stop").session.status == "stopped"


def test_stop_counts_under_a_line_that_is_old_by_now() -> None:
    talk = running()
    old = talk.session.asked.id
    after(talk, 60)
    assert talk.session.asked.id != old
    talk.press("x", old)
    assert talk.session.status == "stopped"
    assert talk.answers["clock"] == {"ran": 90, "ratings": {}}


def test_a_clock_inside_a_plan_has_no_stop_and_the_word_goes_on() -> None:
    talk = running("stop = false")
    assert "Stop" not in talk.buttons
    talk.type("stop")
    assert (talk.session.status, talk.asked) == ("open", "words")


def test_an_old_stop_ends_nothing_else() -> None:
    talk = running()
    old = talk.session.asked.id
    talk.label("I’m done").press("x", old)
    assert (talk.session.status, talk.asked) == ("open", "words")


def test_who_pauses_goes_on_where_the_clock_stood() -> None:
    talk = running()
    talk.now += timedelta(seconds=60)
    talk.happen(Paused())
    assert next_look(talk) is None
    talk.now += timedelta(days=2)
    talk.happen(Resumed())
    assert "The clock stands at 1 of 5 minutes" in talk.shown
    assert {"Let it go on", "I’m done"} <= talk.buttons.keys()
    talk.label("Let it go on")
    assert asked(talk) == ["Breathe."]
    assert next_look(talk) == 240
    after(talk, 240)
    assert talk.answers["clock"] == {"ran": 300, "ratings": {}}


def test_who_opens_another_sheet_stops_the_clock() -> None:
    talk = running()
    now = talk.now + timedelta(seconds=60)
    aside = lay_aside(talk.worksheet, talk.session, now=now)
    assert aside.session.status == "waiting"
    assert aside.session.answers["clock"] == {"ran": 60, "ratings": {}}
    late = advance(talk.worksheet, aside.session, Ticked(), now=now + timedelta(hours=1))
    assert late.session == aside.session and late.effects == ()
    back = advance(talk.worksheet, aside.session, Resumed(), now=now + timedelta(hours=1))
    assert [e.step for e in back.effects if isinstance(e, Ask)] == ["clock"]
    assert not [e for e in back.effects if isinstance(e, Ticks)]


def test_going_back_stops_it_and_coming_again_finds_it_where_it_stood() -> None:
    talk = running()
    talk.now += timedelta(seconds=90)
    talk.happen(WentBack())
    assert talk.asked == "first"
    talk.label("Keep it so")
    assert talk.asked == "clock"
    assert "2 of 5 minutes" in talk.shown


@pytest.mark.parametrize("event", [Stopped(), TimedOut()])
def test_what_ends_the_sheet_keeps_what_was_counted(event: Stopped | TimedOut) -> None:
    talk = running()
    talk.now += timedelta(seconds=45)
    talk.happen(event)
    assert talk.answers["clock"] == {"ran": 45, "ratings": {}}


def test_a_skip_while_it_runs_is_no_loss() -> None:
    talk = running()
    talk.now += timedelta(seconds=45)
    talk.skip()
    assert talk.asked == "words"
    assert talk.answers["clock"] == {"ran": 45, "ratings": {}}
    assert "clock" not in talk.session.skipped


def test_it_can_be_skipped_before_it_is_started() -> None:
    talk = Talk(clock()).type("hello").skip()
    assert talk.asked == "words"
    assert talk.session.skipped == {"clock"}


@pytest.mark.parametrize(("said", "seconds"), [("7", 420), ("about 10 minutes", 600), ("0", 0)])
def test_minutes_counted_elsewhere_are_typed(said: str, seconds: int) -> None:
    talk = Talk(clock()).type("hello").type(said)
    assert talk.asked == "words"
    assert talk.answers["clock"] == {"ran": seconds, "ratings": {}}


def test_what_is_no_number_is_kept_and_asked_again() -> None:
    talk = Talk(clock()).type("hello").type("my back hurts")
    assert (talk.asked, talk.refused()) == ("clock", "refuse-clock")
    assert talk.session.notes == ("my back hurts",)


def test_it_starts_by_a_word_too() -> None:
    talk = Talk(clock()).type("hello").type("start")
    assert asked(talk) == ["Sit.\nYou can end it at any time."]


def test_words_while_it_runs_are_kept_beside_and_it_runs_on() -> None:
    talk = running()
    since = talk.answers["clock"]
    talk.type("a dog barks")
    assert talk.session.notes == ("a dog barks",)
    assert (talk.asked, talk.answers["clock"]) == ("clock", since)
    assert "I’m done" in talk.buttons


def test_ratings_are_asked_every_so_many_minutes_and_none_has_to_be_given() -> None:
    talk = running(RATES, minutes=7)
    assert asked(talk) == ["The clock runs: 7 minutes.\nYou can end it at any time."]
    after(talk, next_look(talk) or 0)
    assert asked(talk) == ["How is it?\n0 = calm · 100 = most\n2 of 7 minutes"]
    talk.press("v.60")
    assert "v.60" not in talk.buttons.values()
    assert "→ 60" in talk.question.message.html
    after(talk, 90)
    talk.type("about 40, I think")
    after(talk, 120)
    assert talk.session.notes == ("about 40, I think",)
    after(talk, 60)
    assert talk.asked == "words"
    assert talk.answers["clock"] == {"ran": 420, "ratings": {"2": 60, "4": 40}}
    talk.type("done with it")
    assert "7 minutes\n2 min: 60, 4 min: 40" in plain(talk.question.message.html)


def test_it_runs_as_long_as_was_chosen() -> None:
    chosen = '[[steps]]\nid = "long"\nkind = "number"\nprompt = "How long?"\nmin = 1\nmax = 60\n'
    more = 'minutes_from = "long"\n'
    sheet = small(chosen + _step(more) + LAST)
    talk = Talk(sheet).type("3").label("Start the clock")
    assert next_look(talk) == 180
    talk = Talk(sheet).skip().label("Start the clock")
    assert next_look(talk) == 300


def _step(more: str) -> str:
    return f'[[steps]]\nid = "clock"\nkind = "clock"\nprompt = "Do it."\nminutes = 5\n{more}\n'


def test_what_is_written_meanwhile_becomes_the_text_it_is_for() -> None:
    talk = running('into = "words"')
    assert "What you send here is kept." in talk.shown
    talk.type("The first page")
    talk.happen(Answered("in one go", talk.now))
    assert talk.messages == []
    assert talk.answers["words"] == "The first page\nin one go"
    talk.label("I’m done")
    assert talk.asked is None, "what was written is not asked again"


def test_a_smaller_form_leaves_the_clock_out_and_keeps_what_it_counted() -> None:
    shorter = LAST.replace('"words"', '"more"')
    sheet = small(FIRST + _step('variants = ["full"]') + LAST + shorter)
    talk = Talk(sheet).type("hello").label("Start the clock")
    talk.now += timedelta(seconds=60)
    talk.happen(SteppedDown("light"))
    assert talk.asked == "words"
    assert talk.answers["clock"] == {"ran": 60, "ratings": {}}


def test_from_the_review_it_can_be_run_anew_or_corrected() -> None:
    talk = running()
    talk.now += timedelta(seconds=60)
    talk.label("I’m done").type("all")
    assert "2 minutes" in plain(talk.question.message.html)
    talk.press("e.clock")
    assert {"Start the clock", "Keep it so"} <= talk.buttons.keys()
    talk.type("4")
    assert talk.asked is None
    assert talk.answers["clock"] == {"ran": 240, "ratings": {}}


def test_a_stage_that_ends_with_a_clock_plans_the_next_one_at_its_end() -> None:
    stages = '[[stages]]\nid = "now"\nreview_in = []\n[[stages]]\nid = "later"\n'
    stages += "starts = { after_minutes = 120 }\n"
    sheet = small(stages + _step('stage = "now"') + LAST + 'stage = "later"\n')
    talk = Talk(sheet).label("Start the clock")
    after(talk, 300)
    (order,) = [effect for effect in talk.effects if isinstance(effect, Schedule)]
    assert order.at == talk.now + timedelta(hours=2)


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ('lines = [{ at = "2:00", say = "b" }, { at = "1:00", say = "a" }]', "stands after"),
        ('lines = [{ at = "5:00", say = "b" }]', "when the clock is over"),
        ("every = 2", "needs"),
        ('rate_prompt = "How?"\nlow = "a"\nhigh = "b"', "needs"),
        ('minutes_from = "first"', "number step"),
        ('into = "first"', "further down"),
    ],
)
def test_what_does_not_hold_is_said(more: str, rule: str) -> None:
    found = load(HEAD + FIRST + _step(more) + LAST, "x.toml")
    assert isinstance(found, list)
    assert [problem.step for problem in found] == ["clock"]
    assert rule in str(found[0])


def test_a_moment_is_written_in_minutes_and_seconds() -> None:
    found = load(HEAD + FIRST + _step('lines = [{ at = "90", say = "a" }]') + LAST, "x.toml")
    assert isinstance(found, list)
    assert '"1:30"' in str(found[0])


def test_lines_are_translated_by_their_moment() -> None:
    words = (
        'format = 1\nid = "small"\nlocale = "de"\ntitle = "Klein"\n'
        '[steps.first]\nprompt = "Vorher?"\n[steps.words]\nprompt = "Und dann?"\n'
        '[steps.clock]\nprompt = "Tu es."\n[steps.clock.lines]\n"0:00" = "Sitz."\n'
    )
    found = translate(clock(), words, "small.de.toml")
    assert isinstance(found, list)
    assert "say" in str(found[0])
    found = translate(clock(), words + '"1:00" = "Atme."\n', "small.de.toml")
    assert isinstance(found, Worksheet)
    talk = Talk(replace_words(found)).type("hallo").label("Start the clock")
    assert "Sitz." in talk.shown


def replace_words(sheet: Worksheet) -> Worksheet:
    """The sheet as a client of another language gets it; the buttons stay English here."""
    return sheet.model_copy(update={"locale": "en"})


def test_ticks_after_the_end_say_nothing() -> None:
    talk = running()
    talk.happen(Stopped())
    before = talk.session
    after(talk, 60)
    assert talk.effects == () and replace(talk.session) == before


def test_who_shares_the_numbers_shares_those_of_the_clock() -> None:
    talk = running(RATES, minutes=7)
    after(talk, 120)
    talk.press("v.60")
    after(talk, 270)
    talk.type("my words")
    assert clocks(talk.worksheet, talk.session, talk.texts) == ["Do it. 7 minutes · 2 min: 60"]
