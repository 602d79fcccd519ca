"""What a person sees: one question a message, short, with its ways out; and hostile strings."""

import re
from datetime import timedelta

import pytest

from conversations.effects import Ask, Refuse, Stale
from conversations.events import Answered, Paused, Resumed, Stopped
from conversations.markup import clean as cleaned
from conversations.markup import plain, units
from conversations.message import split_callback
from conversations.model import Countdown, Day, Moods, Multi, OneChoice, Rerate, TextList
from conversations.path import options_of
from conversations.render import render, toast
from conversations.session import CLOSED, VARIANTS, Option
from conversations.taps import tap
from homework import packaged
from tests.support.hostile import STRINGS
from tests.support.sheets import HANDED, every_kind, one, small
from tests.support.talk import TEXTS, Talk

SCALE = 'low = "not at all"\nhigh = "fully"'
ALLOWED = re.compile(r"</?[bi]>")


def labels(talk: Talk) -> list[list[str]]:
    return [[button.label for button in row] for row in talk.question.message.buttons]


def test_a_question_from_top_to_bottom() -> None:
    sheet = packaged.worksheets()["thought_record_7col"]
    talk = Talk(sheet).type("On the bus").type("sad 80").press("v.done")
    talk.type("They laugh").type("I look odd").press("v.done").press("v.1").skip().skip().skip()
    assert plain(talk.question.message.html) == (
        "Thought that hit hardest: I look odd\n"
        "8 of 10\n"
        "\n"
        "What would be a thought that takes in both sides?\n"
        "It does not have to sound cheerful, only true. For example: She may be busy, "
        "and I do miss her."
    )
    assert labels(talk) == [
        ["I can’t yet"],
        ["Back", "Pause"],
        ["Shorter form", "Help now"],
    ]


def test_a_rating_names_its_ends() -> None:
    talk = Talk(one("scale", SCALE + '\nhint = "Any number is fine."'))
    assert "0 = not at all · 100 = fully" in talk.shown
    assert labels(talk)[:2] == [
        ["0", "10", "20", "30", "40", "50"],
        ["60", "70", "80", "90", "100"],
    ]
    ten = Talk(one("scale", SCALE + "\nmax = 10"))
    assert "10 = fully" in ten.shown
    assert labels(ten)[1] == ["6", "7", "8", "9", "10"]


def test_a_question_is_one_message_also_after_a_refusal() -> None:
    talk = Talk(one("scale", SCALE)).type("no idea")
    assert [each.role for each in talk.messages] == ["settle", "ask"]
    assert "I kept your words" in talk.shown


def test_the_answered_question_keeps_its_answer_and_loses_its_buttons() -> None:
    talk = Talk(one("scale", SCALE))
    ask = talk.session.asked.id
    settled = talk.label("60").messages[0]
    assert (settled.role, settled.ask, settled.message.buttons) == ("settle", ask, ())
    assert settled.message.html == "It?\n→ <b>60</b>"


def test_a_multi_choice_is_redrawn_in_place() -> None:
    choices = 'choices = [{ id = "x", label = "X" }, { id = "y", label = "Y" }]'
    talk = Talk(one("multi", choices)).label("☐ X")
    assert [each.role for each in talk.messages] == ["redraw"]
    assert labels(talk)[:3] == [["☑ X"], ["☐ Y"], ["Done"]]


def test_several_events_together_put_one_question() -> None:
    sheet = one("text")
    talk = Talk(sheet)
    effects = list(talk.effects)
    talk.type("one", arrives=False)
    effects += talk.effects
    talk.burst("two")
    effects += talk.effects
    talk.burst("three")
    effects += talk.effects
    messages = render(effects, sheet, talk.session, TEXTS)
    assert [each.role for each in messages] == ["say", "ask"]  # "added to" once, one question
    assert messages[-1].ask == talk.session.asked.id


def test_a_redraw_of_a_question_just_put_is_not_a_second_message() -> None:
    talk = Talk(one("text"))
    ask = talk.session.asked.id
    effects = [Ask("it", ask), Stale(), Ask("it", ask, again=True)]
    assert [each.role for each in render(effects, talk.worksheet, talk.session, TEXTS)] == ["ask"]


def test_every_button_leads_back_to_an_event() -> None:
    talk = Talk(every_kind(), handed=HANDED)
    for value in talk.buttons.values():
        assert value == "h" or tap(talk.session.asked.id, value) is not None
    for row in talk.question.message.buttons:
        for button in row:
            found = split_callback(button.data)
            assert found is not None
            assert found[0] == talk.session.asked.id


def test_help_stands_under_every_question_but_not_in_a_therapists_dialog() -> None:
    talk = Talk(one("text"))
    assert "Help now" in talk.buttons
    order = Ask("it", talk.session.asked.id)
    shown = render([order], talk.worksheet, talk.session, TEXTS, help_button=False)
    assert "Help now" not in [b.label for row in shown[-1].message.buttons for b in row]


def test_done_shows_before_and_after_and_says_nothing_about_it() -> None:
    sheet = packaged.worksheets()["thought_record_beck"]
    talk = Talk(sheet).skip().type("The talk").type("shame 85, anxiety 70").press("v.done")
    talk.type("I will forget it all").press("v.done").label("90").type("I have notes")
    talk.label("40").label("90").label("60").label("70").press("f")
    shown = talk.messages[-1].message.html
    assert "shame 85 → 60, anxiety 70 → 70" in shown
    assert "90 → 90" in shown
    for word in ("great", "well done", "good", "better", "should", "failed", "missed"):
        assert word not in plain(shown).lower()


def test_partial_is_said_without_blame() -> None:
    sheet = packaged.worksheets()["thought_record_7col"]
    talk = Talk(sheet, variant="light").skip().skip().type("I am bad").press("v.done")
    assert talk.asked == "balanced"
    talk.label("I can’t yet").press("f")
    assert TEXTS.html("said-partial") in talk.shown


def test_nothing_written_is_said_kindly() -> None:
    talk = Talk(one("text")).skip().skip().press("f")
    assert talk.shown.endswith(TEXTS.html("said-nothing"))
    assert Talk(one("text")).happen(Stopped()).shown.endswith(TEXTS.html("said-stopped-empty"))


def test_put_aside_brings_a_button_to_go_on() -> None:
    talk = Talk(one("text")).happen(Paused())
    button = talk.messages[-1].message.buttons[0][0]
    assert button.label == TEXTS.plain("button-resume")
    ask, value = split_callback(button.data) or ("", "")
    event = tap(ask, value)
    assert event is not None
    assert talk.happen(event).asked == "it"


def test_toast_answers_a_press() -> None:
    assert toast([Stale()], TEXTS) == TEXTS.plain("said-stale")
    assert toast([Refuse("refuse-empty")], TEXTS) is None


def test_long_answers_are_shown_back_shortened_and_kept_whole() -> None:
    talk = Talk(one("text")).type("word " * 1800).type("word " * 800)
    assert all(units(plain(each.message.html)) <= 4096 for each in talk.messages)
    assert "…" in talk.shown
    kept = talk.answers["it"]
    assert isinstance(kept, str)
    assert len(kept) == 8999


def test_a_review_longer_than_a_message_is_split_with_its_buttons_last() -> None:
    steps = "".join(
        f'[[steps]]\nid = "s{n}"\nkind = "text"\nprompt = "Number {n}?"\n' for n in range(12)
    )
    talk = Talk(small(steps))
    for _ in range(12):
        talk.type("<&> " * 300)
    roles = [each.role for each in talk.messages]
    assert roles[-1] == "ask"
    assert roles.count("say") >= 1
    assert all(units(plain(each.message.html)) <= 4096 for each in talk.messages)
    assert not any(each.message.buttons for each in talk.messages if each.role == "say")


def test_many_choices_fit_and_can_be_typed() -> None:
    sheet = small(
        '[[steps]]\nid = "who"\nkind = "choice"\nprompt = "Who?"\nchoices_from = "handed"\n'
        "required = true\n"
    )
    handed = {"who": tuple(Option(f"id{n}", f"Tree {n:03d}") for n in range(150))}
    talk = Talk(sheet, handed=handed)
    assert sum(len(row) for row in talk.question.message.buttons) <= 100
    assert "type the first letters" in talk.shown
    assert talk.type("tree 149").answers == {"who": "id149"}


NAMES = {f"state_{n}": (Option(f"state_{n}", f"state {n}"),) for n in (1, 2, 3)}
SAID = {"moods": "sad 60", "time": "18:00", "scale": "6/10", "yes_no": "yes", "info": "ok"}


def said_to(talk: Talk) -> str:
    """An answer to the question that stands open, by its kind."""
    step = talk.worksheet.by_id.get(talk.asked or "")
    match step:
        case OneChoice() | Multi():
            return options_of(step, talk.session)[0].label
        case Day():
            return "today" if step.happened else "tomorrow"
        case _:
            return SAID.get(step.kind if step else "", "60")


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", sorted(packaged.worksheets()))
def test_shipped_sheets_are_short_and_plain(name: str, variant: str) -> None:
    sheet = packaged.worksheets()[name]
    talk = Talk(sheet, variant=variant, handed=NAMES)  # pyright: ignore[reportArgumentType]
    sitting: list[list[str]] = [[]]
    for _ in range(60):
        if talk.session.status in CLOSED:
            break
        if talk.session.status == "waiting":  # the next part, on another day
            talk.happen(Resumed())
            sitting.append([])
        sitting[-1].append(plain(talk.question.message.html))
        talk.type(said_to(talk))
        listed = isinstance(sheet.by_id.get(talk.asked or ""), Moods | Rerate | TextList)
        if listed and "v.done" in talk.buttons.values():
            talk.press("v.done")
        if talk.asked is None and talk.session.status == "open":
            sitting[-1].append(plain(talk.question.message.html))
            talk.press("f")
    assert talk.session.status == "done"
    seen = [text for one in sitting for text in one]
    clock = any(isinstance(step, Countdown) for step in sheet.steps)  # it is no question
    most = {"full": 15, "light": 11, "minute": (6 if len(sitting) > 1 else 4) + clock}
    assert all(len(one) <= most[variant] for one in sitting)
    for text in seen:
        assert units(text) < 420, text
        for word in ("failed", "missed", "overdue", "streak", "should", "patient"):
            assert word not in text.lower()


# Hostile strings --------------------------------------------------------------------------------


def test_2000_hostile_strings_as_answers_make_no_markup_and_lose_nothing() -> None:
    sheet = small(
        '[[steps]]\nid = "a"\nkind = "text"\nlabel = "A"\npin = true\nprompt = "A?"\n'
        '[[steps]]\nid = "b"\nkind = "text_list"\nprompt = "B?"\n'
        '[[steps]]\nid = "c"\nkind = "pick"\nof = "b"\nprompt = "C?"\n'
        '[[steps]]\nid = "d"\nkind = "moods"\nprompt = "D?"\nlow = "l"\nhigh = "h"\n'
        'rate_prompt = "How strong is {name}?"\n'
    )
    for place in range(0, len(STRINGS), 4):
        talk = Talk(sheet)
        for text in STRINGS[place : place + 4]:
            talk.type(text)
            clean(talk)
            written = cleaned(text).strip()
            kept = str([(row.value) for row in talk.history])
            assert all(word in kept for word in written.split() if word.isalpha())
        talk.happen(Answered(STRINGS[place], talk.now - timedelta(hours=1)))
        clean(talk)


def clean(talk: Talk) -> None:
    """No tag but ours, balanced, all within limits, nothing empty, no control characters."""
    for each in [*talk.messages, talk.question]:
        html = each.message.html
        rest = ALLOWED.sub("", html)
        assert "<" not in rest
        assert ">" not in rest
        assert re.sub(r"&(amp|lt|gt|quot);", "", rest).count("&") == 0
        for tag in "bi":
            assert html.count(f"<{tag}>") == html.count(f"</{tag}>")
        visible = plain(html)
        assert visible.strip()
        assert units(visible) <= 4096
        assert not re.search(r"[\u0000-\u0008\u200b\u202a-\u202e\u2066-\u2069\ufeff]", visible)
        visible.encode()
        for row in each.message.buttons:
            for button in row:
                assert button.label.strip()
                button.label.encode()
                assert len(button.data.encode()) <= 64


def test_2000_hostile_strings_as_names() -> None:
    sheet = every_kind()
    for place in range(0, len(STRINGS), 20):
        names = [Option(f"k{n}", name) for n, name in enumerate(STRINGS[place : place + 20])]
        talk = Talk(sheet, handed={"client": names}).press("v.ok").type("x")
        clean(talk)
        for name in names:
            talk.press(f"v.{name.id}")
            clean(talk)
            talk.back()
