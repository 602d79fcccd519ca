"""A worksheet file that does not hold says where, which rule, and how to mend it."""

import pytest

from conversations.loader import (
    SIZE_LIMIT,
    Problem,
    fingerprint,
    load,
    texts_fingerprint,
    translate,
)
from conversations.model import Worksheet
from homework import packaged
from tests.support.sheets import HEAD, every_kind, loaded, small

GOOD = """format = 1
id = "small"
version = 1
title = "Small"

[[steps]]
id = "situation"
kind = "text"
prompt = "What happened?"

[[steps]]
id = "moods"
kind = "moods"
prompt = "Feelings?"
low = "none"
high = "most"
rate_prompt = "How strong is {name}?"

[[steps]]
id = "thoughts"
kind = "text_list"
prompt = "Thoughts?"

[[steps]]
id = "hot"
kind = "pick"
of = "thoughts"
prompt = "Which?"

[[steps]]
id = "place"
kind = "choice"
prompt = "Where?"
choices = [
    { id = "in", label = "Inside" },
    { id = "out", label = "Outside" },
]

[[steps]]
id = "safety"
kind = "yes_no"
when = { step = "place", is = "out" }
prompt = "Alone?"

[[steps]]
id = "now"
kind = "rerate"
of = "moods"
prompt = "Now?"
rate_prompt = "And {name}?"

[[steps]]
id = "note"
kind = "text"
prompt = "Anything else?"
"""


def problems(old: str, new: str) -> list[str]:
    source = GOOD.replace(old, new, 1)
    assert source != GOOD
    found = load(source, "small.toml")
    assert isinstance(found, list), "the file holds"
    assert all(isinstance(problem, Problem) for problem in found)
    return [str(problem) for problem in found]


def test_the_good_one_holds() -> None:
    assert isinstance(load(GOOD, "small.toml"), Worksheet)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'step = "place", is = "out"',
            'step = "note", answered = true',
            'line 42, step "safety": "when" must point to an earlier step; '
            'move "note" up or choose situation, moods, thoughts, hot, place',
        ),
        (
            'step = "place", is = "out"',
            'step = "nowhere", answered = true',
            'line 42, step "safety": "when" must point to an earlier step; '
            "choose situation, moods, thoughts, hot, place",
        ),
        (
            'is = "out"',
            'is = "outside"',
            'line 42, step "safety": "place" has no choice "outside"; use in, out',
        ),
        (
            'step = "place", is = "out"',
            'step = "situation", at_least = 3',
            'line 42, step "safety": "at_least" cannot be asked of "situation", which is a text '
            "step; use answered = true, or another test",
        ),
        (
            'is = "out" }',
            'is = "out", has = "in" }',
            'line 42, step "safety": "when" give exactly one of: is, in, has, at_least, at_most, '
            "answered; change it so that it fits",
        ),
        (
            'kind = "pick"',
            'kind = "pik"',
            'line 26, step "hot": there is no kind "pik"; did you mean "pick"?',
        ),
        ('kind = "pick"\n', "", 'line 24, step "hot": "kind" is missing; write one of'),
        (
            'prompt = "Thoughts?"',
            'promt = "Thoughts?"',
            'line 19, step "thoughts": "prompt" is missing; add it',
        ),
        (
            'prompt = "Thoughts?"',
            'prompt = "Thoughts?"\nhnt = "x"',
            'line 23, step "thoughts": "hnt" is not known here; did you mean "hint"?',
        ),
        (
            'label = "Outside"',
            'lable = "Outside"',
            'line 34, step "place": "lable" is not known here; did you mean "label"?',
        ),
        (
            'of = "thoughts"',
            'of = "moods"',
            'line 27, step "hot": "of" must name an earlier text_list step; choose thoughts',
        ),
        (
            'of = "moods"',
            'of = "thoughts"',
            'line 48, step "now": "of" must name an earlier moods step; choose moods',
        ),
        (
            'id = "hot"',
            'id = "moods"',
            'line 25, step "moods": the id "moods" is used 2 times; give each its own',
        ),
        (
            'id = "situation"',
            'id = "The Situation"',
            'line 7, step "The Situation": "id" is not written as it has to be; '
            "use small letters, digits and _, beginning with a letter",
        ),
        (
            "How strong is {name}?",
            "How strong?",
            'line 17, step "moods": "rate_prompt" does not say which feeling is rated; '
            "write {name} where the feeling belongs",
        ),
        (
            'id = "out", label = "Outside"',
            'id = "in", label = "Outside"',
            'line 34, step "place": 2 choices have the id "in"; give each its own',
        ),
        (
            'id = "out", label = "Outside"',
            'id = "clear", label = "Outside"',
            'line 34, step "place": the id "clear" is what a button of the bot itself says; '
            "write another one, such as it_clear",
        ),
        (
            'of = "thoughts"',
            'of = "thoughts"\nlock = true',
            'line 28, step "hot": a locked answer needs a later stage in which it stays as it was; '
            "add a stage after it, or take lock out",
        ),
        (
            'of = "thoughts"',
            'of = "thoughts"\nstage = "later"',
            'line 28, step "hot": there is no stage "later"; use main',
        ),
        (
            'of = "moods"',
            'of = "moods"\nmax = 10',
            'line 49, step "now": "moods" goes to 100, this step to 10; write max = 100',
        ),
        (
            "format = 1",
            "format = 2",
            "line 1: the format is not known; begin the file with: format = 1",
        ),
        ("version = 1", "version = 0", 'line 3: "version" should be greater than or equal to 1'),
        ("version = 1", "version = 1\nrung = 1", "line 4: a rung needs a family; add family"),
    ],
)
def test_each_mistake_is_told_with_its_line_and_its_mending(old: str, new: str, said: str) -> None:
    assert any(problem.startswith(said) for problem in problems(old, new)), problems(old, new)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('kind = "text_list"\n', 'kind = "text_list\n', 21),
        ('title = "Small"', 'title = Small"', 4),
        ("[[steps]]", "[[steps]", 6),
        ('id = "hot"', 'id = "hot"\nid = "hot"', 26),
    ],
)
def test_broken_toml_says_the_line(old: str, new: str, line: int) -> None:
    found = problems(old, new)
    assert len(found) == 1
    assert found[0].startswith(f"line {line}: small.toml is not valid TOML: ")


def test_a_form_that_would_break_off_is_refused() -> None:
    said = problems('prompt = "Thoughts?"', 'prompt = "Thoughts?"\nvariants = ["full"]')
    assert said == [
        'line 28, step "hot": "thoughts" is not asked in the form light, minute, where this step '
        'is; add light, minute to the variants of "thoughts", or take it out here'
    ]


def test_every_problem_is_told_at_once() -> None:
    source = (
        GOOD.replace('kind = "pick"', 'kind = "pik"')
        .replace("Where?", "")
        .replace('id = "now"', 'id = "N"')
    )
    found = load(source, "small.toml")
    assert isinstance(found, list)
    assert [problem.step for problem in found] == ["hot", "place", "N"]
    assert [problem.line for problem in found] == sorted(problem.line or 0 for problem in found)


def test_stages_have_rules_of_their_own() -> None:
    stages = (
        '[[stages]]\nid = "main"\nstarts = { after_minutes = 5 }\n\n[[stages]]\nid = "more"\n\n'
    )
    found = load(GOOD.replace("\n[[steps]]", "\n" + stages + "[[steps]]", 1), "x.toml")
    assert isinstance(found, list)
    assert [str(problem) for problem in found] == [
        'line 8: the first stage begins when the sheet does; take "starts" out',
        'line 11: the stage "more" has no steps; add a step to it or take it out',
    ]
    late = HEAD + (
        '[[stages]]\nid = "a"\n[[stages]]\nid = "b"\nstarts = { on = "x", recall = "z" }\n'
        '[[steps]]\nid = "x"\nkind = "text"\nstage = "a"\nprompt = "X?"\n'
        '[[steps]]\nid = "y"\nkind = "text"\nstage = "b"\nprompt = "Y?"\n'
        '[[steps]]\nid = "z"\nkind = "text"\nstage = "a"\nprompt = "Z?"\n'
    )
    found = load(late, "x.toml")
    assert isinstance(found, list)
    rules = [problem.rule for problem in found]
    assert rules == [
        '"x" must be a date step of an earlier stage',
        '"z" must be a date step of an earlier stage',
        'the step belongs to stage "a" but stands after a later stage',
    ]


@pytest.mark.parametrize(
    "source", ["", "x", "format = 1", "\x00", "[[[", "a = " + "[" * 5000, "format = 1\nsteps = 3"]
)
def test_nonsense_is_a_problem_and_not_an_exception(source: str) -> None:
    found = load(source, "x.toml")
    assert isinstance(found, list)
    assert all(str(problem) for problem in found)


def test_a_file_that_is_too_long_is_not_read() -> None:
    found = load("#" * (SIZE_LIMIT + 1), "x.toml")
    assert isinstance(found, list)
    assert "longer than 200,000 characters" in str(found[0])


def test_prose_with_colons_hashes_and_headers_is_only_prose() -> None:
    prompt = 'Be kind: "yes" # no.\n[[steps]]\nid = "x"'
    steps = f'[[steps]]\nid = "a"\nkind = "text"\nprompt = """{prompt}. """\n'
    assert small(steps).by_id["a"].prompt == f"{prompt}."
    found = load(HEAD + steps + "bad = 1\n", "x.toml")
    assert isinstance(found, list)
    assert found[0].line == 11


# Identity ----------------------------------------------------------------------------------------


def test_a_mended_word_makes_no_new_version_but_another_step_does() -> None:
    first, worded = loaded(GOOD), loaded(GOOD.replace("Thoughts?", "Which thoughts?"))
    assert fingerprint(first) == fingerprint(worded)
    assert texts_fingerprint(first) != texts_fingerprint(worded)
    for old, new in (
        ('is = "out"', 'is = "in"'),
        ('id = "note"', 'id = "notes"'),
        ('kind = "yes_no"', 'kind = "text"'),
        (
            '{ id = "out", label = "Outside" },',
            '{ id = "far", label = "Outside" },\n{ id = "out", label = "Out" },',
        ),
        ('id = "note"', 'id = "note"\nrequired = true'),
    ):
        assert fingerprint(loaded(GOOD.replace(old, new))) != fingerprint(first), new


def test_fingerprints_do_not_change_with_the_program() -> None:
    """Sessions in the database name these; a change of the model must not change them."""
    assert (
        fingerprint(loaded(GOOD))
        == "b9a2ebb0a561b8bc0029bbc907ddd872d940aea7c3addf7f36fd195cf18a9e73"
    )
    assert len(fingerprint(every_kind())) == 64


# Translations ------------------------------------------------------------------------------------

GERMAN = """
format = 1
id = "two"
locale = "de"
title = "Zwei"

[steps.place]
prompt = "Wo?"

[steps.place.choices]
in = "Drinnen"
out = "Draußen"

[steps.note]
prompt = "Noch etwas?"
hint = "Zum Beispiel: nichts."
"""
ENGLISH = """
format = 1
id = "two"
version = 1
title = "Two"

[[steps]]
id = "place"
kind = "choice"
prompt = "Where?"
choices = [{ id = "in", label = "Inside" }, { id = "out", label = "Outside" }]

[[steps]]
id = "note"
kind = "text"
prompt = "Anything else?"
hint = "For example: nothing."
"""


def test_a_translation_changes_words_and_nothing_else() -> None:
    original = loaded(ENGLISH)
    german = translate(original, GERMAN, "two.de.toml")
    assert isinstance(german, Worksheet)
    assert german.locale == "de"
    assert german.by_id["note"].prompt == "Noch etwas?"
    assert german.by_id["place"].choices[1].label == "Draußen"  # pyright: ignore
    assert fingerprint(german) == fingerprint(original)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('prompt = "Wo?"\n', "", 'line 7, step "place": the translation of "prompt" is missing'),
        ('out = "Draußen"\n', "", 'line 10, step "place": the translation of "label" is missing'),
        ("[steps.note]", "[steps.notes]", 'there is no "notes" in the original'),
        ('prompt = "Wo?"', 'prompt = "Wo?"\nkind = "text"', '"kind" has nothing to translate here'),
        ('id = "two"', 'id = "three"', "this translates another worksheet"),
        ('title = "Zwei"', 'title = "Zwei"\nversion = 2', '"version" has nothing to translate'),
        ('locale = "de"', 'locale = "Deutsch!"', '"locale" is not written as it has to be'),
    ],
)
def test_a_translation_that_does_not_fit_is_told_so(old: str, new: str, said: str) -> None:
    found = translate(loaded(ENGLISH), GERMAN.replace(old, new, 1), "two.de.toml")
    assert isinstance(found, list)
    assert any(said in str(problem) for problem in found), [str(problem) for problem in found]


# Shipped -----------------------------------------------------------------------------------------


def test_the_thought_record_comes_in_three_rungs_and_three_forms() -> None:
    sheets = [s for s in packaged.worksheets().values() if s.family == "thought_record"]
    assert sorted((s.rung, s.id) for s in sheets) == [
        (1, "thought_record_3col"),
        (2, "thought_record_beck"),
        (3, "thought_record_7col"),
    ]
    for sheet in sheets:
        assert sheet.variants == ("full", "light", "minute")
        assert set(sheet.minutes) == {"full", "light", "minute"}
        assert sheet.why
        for step in sheet.steps:
            assert step.label, f"{sheet.id}.{step.id} has no short name for the review"
