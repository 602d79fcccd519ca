"""What a worksheet is: an ordered list of steps, each with an optional condition; no jumps.

Outside data (TOML) enters here, so these are pydantic models: frozen, and strict about unknown
fields. Texts are plain text: whatever stands in them is escaped before anybody sees it. Rules that
span several steps live in `rules.py`; this file knows one step at a time.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from conversations.session import VARIANTS, Variant

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
OptionId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_\-]{1,40}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1200)]
Maybe = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1200)]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


def _several(value: object) -> object:
    """Let an author write one table where a list of one is meant."""
    alone: object = (value,)
    return alone if isinstance(value, Mapping) else value


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Choice(_Record):
    """One answer to press: a stable id and the words on the button."""

    id: OptionId
    label: Line


class When(_Record):
    """A condition on an earlier step; exactly one of the tests is given."""

    step: Name
    is_: str | int | float | bool | None = Field(default=None, alias="is")
    in_: tuple[str, ...] | None = Field(default=None, alias="in")
    has: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    answered: bool | None = None

    @model_validator(mode="after")
    def _one_test(self) -> "When":
        tests = (self.is_, self.in_, self.has, self.at_least, self.at_most, self.answered)
        if sum(test is not None for test in tests) != 1:
            raise ValueError("give exactly one of: is, in, has, at_least, at_most, answered")
        return self


class Sooner(_Record):
    """Where a step is asked instead: ahead of the earlier step `than`, where `when` holds."""

    than: Name
    when: Annotated[tuple[When, ...], BeforeValidator(_several)] = Field(min_length=1)


Given = Literal["item", "difficulty", "therapist"]
"""Where an answer comes from that is not asked for: the words, or the difficulty, of the item of
the client's list that the practice is about; or what the therapist set with the practice."""


class _Question(_Record):
    """What every step has. `label` is its short name in the review.

    `given`: where its answer comes from. Without an item it is asked; what a therapist sets never.
    `sooner`: when it is asked ahead of an earlier step.
    """

    id: Name
    prompt: Prose
    hint: Maybe = ""
    label: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""
    stage: Name = "main"
    variants: tuple[Variant, ...] = Field(default=VARIANTS, min_length=1)
    when: Annotated[tuple[When, ...], BeforeValidator(_several)] = ()
    required: bool = False
    cannot_yet: bool = False
    pin: bool = False
    lock: bool = False
    show_back: bool = False
    given: Given | None = None
    sooner: Sooner | None = None

    @property
    def name(self) -> str:
        """The short name, or the prompt where the author gave none."""
        return self.label or self.prompt


class Info(_Question):
    """Something to read, with one button to go on."""

    kind: Literal["info"]


class Text(_Question):
    """Free words. `max_chars` refuses longer ones; without it up to 10,000 are kept.

    `beside` names an earlier text that this one is read beside: predicted | happened. `adds_to`
    names an earlier text to which the words are added when the stage is put off. `restates` names
    an earlier text in whose place this one is pinned and read beside others, once it is answered.
    """

    kind: Literal["text"]
    max_chars: int | None = Field(default=None, ge=1, le=10_000)
    beside: Name | None = None
    adds_to: Name | None = None
    restates: Name | None = None


class OneChoice(_Question):
    """One of several answers, written here or handed in by the one who starts the session.

    `beside` names an earlier text that this one is read beside: planned | done. `risk_above`: a
    choice that stands further down than that (the first is 0) is a question of safety. `quiet`: a
    therapist sets by it how the sheet is asked; it is not among the answers, and told only where it
    is not as usual.
    """

    kind: Literal["choice"]
    choices: tuple[Choice, ...] = ()
    choices_from: Literal["handed"] | None = None
    beside: Name | None = None
    risk_above: int | None = Field(default=None, ge=0)
    quiet: bool = False


class Multi(_Question):
    """Any number of several answers, at least `min_items`.

    `choices_from`: "words" are those written to the text step `of` in sheets of this kind since
    this question was last answered, only of sheets where `where` holds; "entries" are the sheets
    that were closed since the last one of this kind. With nothing to choose it is not asked.
    """

    kind: Literal["multi"]
    choices: tuple[Choice, ...] = ()
    choices_from: Literal["handed", "words", "entries"] | None = None
    of: Name | None = None
    where: Annotated[tuple[When, ...], BeforeValidator(_several)] = ()
    min_items: int = Field(default=0, ge=0, le=50)


class Scale(_Question):
    """A rating from 0 to `max`. `before` names an earlier rating this one is shown beside.

    `not_below`, `not_above`: an earlier rating that this one is not expected to be below, or above;
    if it is, that is asked once, and then it stands.

    `named`: what is rated is handed in by name and stands for {name} in the words of the step;
    without a name it is not asked. `risk_above`: a number above it is a question of safety.
    """

    kind: Literal["scale"]
    max: Literal[10, 100] = 100
    low: Line
    high: Line
    before: Name | None = None
    not_below: Name | None = None
    not_above: Name | None = None
    named: bool = False
    risk_above: int | None = Field(default=None, ge=0)


class Moods(_Question):
    """One to five feelings, each with a rating. `{name}` in `rate_prompt` is the feeling.

    In the variants of `one_in` a single one is enough and the next step follows at once.
    """

    kind: Literal["moods"]
    max: Literal[10, 100] = 100
    low: Line
    high: Line
    rate_prompt: Prose
    more_prompt: Maybe = ""
    max_items: int = Field(default=5, ge=1, le=5)
    one_in: tuple[Variant, ...] = ()


class TextList(_Question):
    """Several short texts, one a message."""

    kind: Literal["text_list"]
    more_prompt: Maybe = ""
    max_items: int = Field(default=7, ge=1, le=20)
    one_in: tuple[Variant, ...] = ()


class Number(_Question):
    """A number between bounds; `whole` refuses fractions.

    `risk_above`: a number above it is a question of safety. `usual`: what a therapist sets unless
    they choose another.
    """

    kind: Literal["number"]
    min: float = 0
    max: float = 1_000_000
    whole: bool = True
    usual: int | None = None
    unit: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)] = ""
    risk_above: float | None = None


class Day(_Question):
    """A calendar day. `suggest`: which buttons are offered. `happened`: the day on which it was."""

    kind: Literal["date"]
    happened: bool = False
    suggest: tuple[Literal["yesterday", "today", "tomorrow"], ...] = ("today", "yesterday")


class Clock(_Question):
    """A time of day. `suggest`: which times are offered as buttons, unless others are handed in
    (`suggest_from`). `happened`: when it was."""

    kind: Literal["time"]
    happened: bool = False
    suggest_from: Literal["handed"] | None = None
    suggest: tuple[ClockTime, ...] = Field(default=(), max_length=12)


class YesNo(_Question):
    """Yes or no."""

    kind: Literal["yes_no"]


class Spoken(_Record):
    """A line that is said while a clock runs, `at` so many minutes and seconds from its start."""

    at: Annotated[str, StringConstraints(pattern=r"^\d{1,2}:[0-5]\d$")]
    say: Prose

    @property
    def second(self) -> int:
        """Seconds from the start of the clock."""
        minutes, _, seconds = self.at.partition(":")
        return 60 * int(minutes) + int(seconds)


class Countdown(_Question):
    """A clock that runs while something is done; its answer is how long it was done.

    `minutes`: how long, unless the number step `minutes_from` was answered. `every`: so many
    minutes apart a rating is asked, unless the number step `every_from` was answered; the rating
    may be left out. `into`: the text step further down that keeps what is written meanwhile.
    `done`: the words on the button that ends it early. `stop`:
    whether another button ends the whole sheet.
    """

    kind: Literal["clock"]
    minutes: int = Field(ge=1, le=90)
    minutes_from: Name | None = None
    lines: tuple[Spoken, ...] = Field(default=(), max_length=60)
    every: int | None = Field(default=None, ge=1, le=60)
    every_from: Name | None = None
    max: Literal[10, 100] = 100
    rate_prompt: Maybe = ""
    low: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)] = ""
    high: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)] = ""
    into: Name | None = None
    stop: bool = True
    done: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""


class Pick(_Question):
    """One item of an earlier list of texts; with a single item it picks itself."""

    kind: Literal["pick"]
    of: Name


class Rerate(_Question):
    """Each item of an earlier list of feelings, rated again; each may be skipped."""

    kind: Literal["rerate"]
    of: Name
    max: Literal[10, 100] = 100
    rate_prompt: Prose
    allow_new: bool = False
    new_prompt: Maybe = ""


Step = Annotated[
    Info
    | Text
    | OneChoice
    | Multi
    | Scale
    | Moods
    | TextList
    | Number
    | Day
    | Clock
    | Countdown
    | YesNo
    | Pick
    | Rerate,
    Field(discriminator="kind"),
]


class Starts(_Record):
    """When a stage begins: so many minutes after the one before, or on a day the client chose.

    `recall` names an earlier date step: on that day the plan is recalled once, in silence.
    """

    after_minutes: int | None = Field(default=None, ge=0)
    on: Name | None = None
    at: Name | None = None
    recall: Name | None = None
    usual_time: ClockTime = "18:00"

    @model_validator(mode="after")
    def _one_way(self) -> "Starts":
        if (self.after_minutes is None) == (self.on is None):
            raise ValueError("give either after_minutes, or on (a date step)")
        return self


class Again(_Record):
    """When a stage, answered to its end, was put off: it is asked anew on a day chosen in it."""

    when: Annotated[tuple[When, ...], BeforeValidator(_several)] = Field(min_length=1)
    on: Name
    at: Name | None = None
    usual_time: ClockTime = "18:00"


SOON = 24 * 60
"""Minutes after which a part still belongs to what was begun before it."""


class Stage(_Record):
    """A part of a worksheet that is confirmed on its own. Without `starts` it follows at once.

    In variants that `review_in` leaves out, the last answer confirms the stage.
    """

    id: Name
    title: Maybe = ""
    starts: Starts | None = None
    again: Again | None = None
    review_in: tuple[Variant, ...] = VARIANTS

    @property
    def soon(self) -> bool:
        """Whether it comes within a day by itself: it was agreed when the part before was begun."""
        after = self.starts.after_minutes if self.starts else None
        return after is not None and after <= SOON


class Tally(_Record):
    """What is counted over all sheets of a kind: the answers `counted` of the choice `step`.

    `expected` names a rating given before, whose mean is told beside the count.
    """

    step: Name
    counted: tuple[OptionId, ...] = Field(min_length=1)
    expected: Name | None = None


class Rest(_Record):
    """An answer that says that the practice does no good: after `times` of them it rests."""

    when: Annotated[tuple[When, ...], BeforeValidator(_several)] = Field(min_length=1)
    times: int = Field(default=2, ge=1, le=9)


Nature = Literal["exposure", "relaxation", "expressive_writing"]
Hierarchy = Literal["fears", "moments"]
After = Literal["done", "hard", "useful", "way"]


class Worksheet(_Record):
    """A published worksheet. `family` and `rung` order sheets that build on each other.

    `momentary`: about right now, asked several times a day; each time is one point of a series.
    `to_session`: what is shown back of it is for the next session, and stands on top of the page.
    `after`: what is asked after a full sheet; left out is what it asks itself.
    `nature`: what may do harm to some, so that a therapist is warned by the marks of a client.
    `rests`: when it is not asked for any more and the therapist is told. `sharing`: as much of it
    as may be seen at first, whatever was agreed. `hierarchy`: the list of the client, made with the
    therapist, of which a practice is about one item: what is feared, or moments to say something.
    `material`: the text step that what the therapist attached answers, so that it is not asked
    then. `distress`: the ratings of which the therapist may say from where on it is a lot.
    """

    format: Literal[1]
    id: Name
    version: int = Field(ge=1, le=9999)
    locale: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    title: Line
    about: Maybe = ""
    why: Maybe = ""
    family: Name | None = None
    rung: int | None = Field(default=None, ge=1, le=9)
    momentary: bool = False
    to_session: bool = False
    nature: tuple[Nature, ...] = ()
    after: tuple[After, ...] = ("done", "hard", "useful", "way")
    minutes: dict[Variant, int] = {}
    tally: Tally | None = None
    rests: Rest | None = None
    sharing: Literal["all", "summary", "nothing"] = "all"
    hierarchy: Hierarchy | None = None
    material: Name | None = None
    distress: tuple[Name, ...] = ()
    stages: tuple[Stage, ...] = Field(default=(Stage(id="main"),), min_length=1)
    steps: tuple[Step, ...] = Field(min_length=1)

    @cached_property
    def by_id(self) -> dict[str, Step]:
        """Steps by their id."""
        return {step.id: step for step in self.steps}

    @cached_property
    def movable(self) -> tuple[Step, ...]:
        """Steps that stand sooner under a condition."""
        return tuple(step for step in self.steps if step.sooner)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The forms this sheet comes in, largest first."""
        used = {variant for step in self.steps for variant in step.variants}
        return tuple(variant for variant in VARIANTS if variant in used)

    @cached_property
    def canonical(self) -> str:
        """The sheet as JSON without what is usual, so that a new field makes no new version."""
        return self.model_dump_json(by_alias=True, exclude_defaults=True)

    def stage(self, name: str) -> Stage:
        """Return the stage of that id; the last one if there is none such."""
        return next((stage for stage in self.stages if stage.id == name), self.stages[-1])
