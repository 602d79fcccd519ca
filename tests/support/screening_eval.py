"""What the screening finds and what it misses, over the sets in tests/screening.

Half B of the main and of the wide set is chosen by the hash of each line; nobody reads it, nor what
is in `fresh`, while patterns are mended. What a language is judged by is these together.

python -m tests.support.screening_eval --page docs/screening.md
python -m tests.support.screening_eval --show en        the faults in both halves A, none in B
"""

import argparse
import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from time import process_time

from homework.safety.screening import Finding, find, patterns

SETS = Path(__file__).parents[1] / "screening"
DEV, FRESH, WIDE = "dev", "fresh", "wide"
KINDS = ("explicit", "implicit", "soft", "safe")
PREVALENCE = (0.001, 0.005, 0.02)
EXPLICIT, IMPLICIT, FALSE = 0.95, 0.70, 0.005
SLOWEST = "The slowest text took"
MARK = "<!-- measured: what follows is written by `make eval` -->"


@dataclass(frozen=True)
class Case:
    kind: str
    text: str

    @property
    def half(self) -> str:
        return "AB"[hashlib.sha256(self.text.encode()).digest()[0] % 2]


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    hit: int
    of: int

    @property
    def value(self) -> float:
        return self.hit / self.of if self.of else 0.0

    @property
    def between(self) -> tuple[float, float]:
        """The Wilson interval at 95 %."""
        if not self.of:
            return 0.0, 1.0
        z, n = 1.96, self.of
        middle, width = (
            self.value + z * z / (2 * n),
            z * sqrt(self.value * (1 - self.value) / n + z * z / (4 * n * n)),
        )
        return max(0.0, (middle - width) / (1 + z * z / n)), (middle + width) / (1 + z * z / n)

    def __str__(self) -> str:
        low, high = self.between
        return f"{self.hit}/{self.of} = {self.value:.1%} ({low:.1%} to {high:.1%})"


@dataclass(frozen=True)
class Measured:
    """How often each kind of case came to each tier; "" is nothing found."""

    count: Counter[tuple[str, str]]

    def share(self, kind: str, *tiers: str) -> Share:
        of = sum(count for (one, _), count in self.count.items() if one == kind)
        return Share(sum(self.count[kind, tier] for tier in tiers), of)

    @property
    def explicit(self) -> Share:
        return self.share("explicit", "alert")

    @property
    def implicit(self) -> Share:
        """Found at all: in the alert or in the soft tier."""
        return self.share("implicit", "alert", "soft")

    @property
    def false(self) -> Share:
        return self.share("safe", "alert")

    @property
    def good_enough(self) -> bool:
        """Whether a language may be screened."""
        enough = self.explicit.value >= EXPLICIT and self.implicit.value >= IMPLICIT
        return enough and self.false.value <= FALSE


def precision(prevalence: float, recall: float, false: float) -> float:
    """Of all alerts, how many are right where so many of all texts are explicit risk."""
    true = recall * prevalence
    return true / (true + false * (1 - prevalence)) if true else 0.0


@cache
def cases(language: str, folder: str = ".") -> tuple[Case, ...]:
    found: list[Case] = []
    for kind in KINDS:
        lines = (SETS / language / folder / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
        found += [Case(kind, line) for line in lines if not line.startswith("#")]
    return tuple(found)


def halves(language: str, folder: str = ".") -> Mapping[str, tuple[Case, ...]]:
    """A set by its halves, A that may be read and B that may not."""
    every = cases(language, folder)
    return {half: tuple(one for one in every if one.half == half) for half in "AB"}


def unread(language: str) -> tuple[Case, ...]:
    """What nobody who writes patterns has read."""
    return halves(language)["B"] + cases(language, FRESH) + halves(language, WIDE)["B"]


@cache
def found(language: str, case: Case) -> Finding | None:
    return find(case.text, patterns()[language])


def measured(language: str, these: Iterable[Case]) -> Measured:
    count: Counter[tuple[str, str]] = Counter()
    for case in these:
        finding = found(language, case)
        count[case.kind, finding.tier if finding else ""] += 1
    return Measured(count)


def slowest(language: str) -> tuple[float, int]:
    """Milliseconds of the slowest text of the set, and how many characters it has.

    Each text counts by the fastest of three: the machine has other work.
    """
    return max(
        (min(once(language, case) for _ in range(3)), len(case.text)) for case in cases(language)
    )


def once(language: str, case: Case) -> float:
    began = process_time()
    find(case.text, patterns()[language])
    return (process_time() - began) * 1000


def row(name: str, one: Measured) -> str:
    soft = "/".join(str(one.count["soft", tier]) for tier in ("alert", "soft", ""))
    alerts = one.share("implicit", "alert")
    quiet = one.share("safe", "soft")
    shares = f"{one.explicit} | {one.implicit} | {alerts.value:.0%} | {one.false}"
    return f"| {name} | {shares} | {quiet.value:.1%} | {soft} |"


def precision_rows(one: Measured) -> list[str]:
    """At the figures as measured, and at the worse end of both intervals."""
    rows: list[str] = []
    for prevalence in PREVALENCE:
        likely = precision(prevalence, one.explicit.value, one.false.value)
        worst = precision(prevalence, one.explicit.between[0], one.false.between[1])
        rows.append(f"| {prevalence:.1%} | {likely:.0%} | {worst:.0%} |")
    return rows


def blind(language: str, part: str) -> Measured:
    """What a part of the set gave when it came, before patterns were mended."""
    kept = tomllib.loads((SETS / "blind.toml").read_text(encoding="utf-8"))[language][part]
    count: Counter[tuple[str, str]] = Counter()
    for kind, numbers in kept.items():
        for tier, number in zip(("alert", "soft", ""), numbers, strict=True):
            count[kind, tier] = number
    return Measured(count)


def by_rule(language: str) -> dict[str, Counter[str]]:
    """Alerts by what they mean, the second word of the rule's name, in what is unread."""
    sums: dict[str, Counter[str]] = {}
    for case in unread(language):
        finding = found(language, case)
        if finding is not None and finding.tier == "alert":
            sums.setdefault(finding.rule.split(".")[1], Counter())[case.kind] += 1
    return dict(sorted(sums.items()))


def page(language: str) -> list[str]:
    """What is measured of a language, without how long it takes: the same on every machine."""
    judged = measured(language, unread(language))
    state = "screened" if patterns()[language].screened else "not screened"
    state += ", good enough" if judged.good_enough else ", **not good enough**"
    return [
        f"## {language}: {state}",
        "",
        "| | explicit: alert | implicit: found | implicit: alert | safe: alert | safe: soft"
        " | soft: alert/soft/none |",
        "|---|---|---|---:|---|---:|---|",
        row("main set when it came", blind(language, "main")),
        row("fresh when it came", blind(language, FRESH)),
        row("wide set when it came", blind(language, WIDE)),
        row("**unread: both halves B and fresh**", judged),
        row("main set, half B, unread", measured(language, halves(language)["B"])),
        row("fresh, unread", measured(language, cases(language, FRESH))),
        row("wide set, half B, unread", measured(language, halves(language, WIDE)["B"])),
        row("main set, half A, read", measured(language, halves(language)["A"])),
        row("wide set, half A, read", measured(language, halves(language, WIDE)["A"])),
        row("development, read", measured(language, cases(language, DEV))),
        "",
        "| prevalence | alerts that are right, as measured | at the worse ends of the intervals |",
        "|---:|---:|---:|",
        *precision_rows(judged),
        "",
        "| alerts because of | explicit | implicit | soft | safe |",
        "|---|---:|---:|---:|---:|",
        *(
            f"| {name} | " + " | ".join(str(count[kind]) for kind in KINDS) + " |"
            for name, count in by_rule(language).items()
        ),
        "",
    ]


def speed(language: str) -> list[str]:
    """What a page says about speed: the one figure that is another one each time."""
    milliseconds, length = slowest(language)
    return [f"{SLOWEST} {milliseconds:.1f} ms ({length} characters).", ""]


def faults(language: str, these: Iterable[Case]) -> list[str]:
    wanted = {"explicit": {"alert"}, "implicit": {"alert", "soft"}, "soft": {"soft", ""}}
    lines: list[str] = []
    for case in these:
        finding = found(language, case)
        tier = finding.tier if finding else ""
        if tier not in wanted.get(case.kind, {""}):
            lines.append(f"{case.kind:9}{tier:6}{finding.rule if finding else '-':20}{case.text}")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description="measure the screening")
    parser.add_argument("--page", type=Path, help="write the figures below the mark in this file")
    parser.add_argument("--show", metavar="LANG", help="print the faults in both halves A")
    parser.add_argument("--dev", metavar="LANG", help="print the faults in the examples")
    asked = parser.parse_args()
    if asked.show:
        read = halves(asked.show)["A"] + halves(asked.show, WIDE)["A"]
        print("\n".join(faults(asked.show, read)))  # noqa: T201
        return 0
    if asked.dev:
        print("\n".join(faults(asked.dev, cases(asked.dev, DEV))))  # noqa: T201
        return 0
    figures = "\n".join(
        line for language in sorted(patterns()) for line in [*page(language), *speed(language)]
    )
    print(figures)  # noqa: T201
    if asked.page:
        head = asked.page.read_text(encoding="utf-8").partition(MARK)[0]
        asked.page.write_text(f"{head}{MARK}\n\n{figures}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
