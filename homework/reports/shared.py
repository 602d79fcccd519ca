"""What a therapist may take out: entries as far as they are shared, and the ledger, as plain data.

Whatever makes a file gets this and nothing else; it travels to the worker process. It must not know
what was left out of it (`sharing.py` does that), nor what is made of it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from conversations.model import Worksheet
from conversations.session import Json, Ref
from homework.chain import Occurrence

Answers = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Shared:
    """One entry as its therapist may read it.

    `sharing` all: everything. summary: of the answers the ratings with what each is for, and how
    many lines of a list were chosen (`counts`: chosen, offered). nothing: no answer at all. `zone`:
    the clock that was valid when it was begun. `answered_at`: when an answer became what it is, in
    milliseconds since 1970: a year has tens of thousands of them.
    `first`: the first words of what was locked; `put_off`: the answers of parts that were asked
    anew; `parts`: stage and when it was closed; `changed`: steps changed after the end; `after`:
    what was said of the sheet itself afterwards (done, hard, useful, way); `given`: steps whose
    answers came with the practice and were not asked for.
    """

    id: str
    sheet: Ref
    assignment: str | None
    occurrence: str | None
    variant: str
    state: str
    sharing: str
    recalled: bool
    zone: str
    began_at: datetime
    closed_at: datetime
    read_at: datetime | None
    answers: Answers = field(default_factory=dict[str, Json], repr=False)
    answered_at: Mapping[str, int] = field(default_factory=dict[str, int], repr=False)
    skipped: frozenset[str] = frozenset()
    notes: tuple[str, ...] = field(default=(), repr=False)
    names: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    lists: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]], repr=False
    )
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    first: Answers = field(default_factory=dict[str, Json], repr=False)
    put_off: tuple[Answers, ...] = field(default=(), repr=False)
    parts: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    changed: frozenset[str] = field(default=frozenset(), repr=False)
    given: frozenset[str] = field(default=frozenset(), repr=False)
    after: Answers = field(default_factory=dict[str, Json], repr=False)


@dataclass(frozen=True, slots=True)
class Case:
    """One client's: entries and occurrences, oldest first. `zone`: their clock now.

    `zones`: by occurrence, the clock that was valid when it was closed. `kinds`: by assignment, its
    worksheet.
    """

    code_name: str = field(repr=False)
    zone: str
    entries: Sequence[Shared] = field(repr=False)
    occurrences: Sequence[Occurrence]
    zones: Mapping[str, str] = field(repr=False)
    kinds: Mapping[str, Ref] = field(repr=False)

    @property
    def sharing(self) -> Counter[str]:
        """How many entries are shared how far."""
        return Counter(one.sharing for one in self.entries)


@dataclass(frozen=True, slots=True)
class Records:
    """All that goes into one file. `start`: the first day of the period, None: from the beginning.

    `sheets`: every worksheet that stands in it, in the version that was answered.
    """

    made_at: datetime
    start: date | None
    end: date
    cases: Sequence[Case]
    sheets: Mapping[Ref, Worksheet] = field(repr=False)
