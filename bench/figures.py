"""Figures of several rounds: medians, spreads, ratios, and tables of them. Pure."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured in each round. `unit` stands behind the number."""

    rounds: tuple[float, ...]
    unit: str = ""

    @property
    def median(self) -> float:
        """The middle of the rounds."""
        return statistics.median(self.rounds)

    def __str__(self) -> str:
        shown = f"{short(self.median)}{self.unit}"
        if len(self.rounds) > 1:
            shown += f" ({short(min(self.rounds))}-{short(max(self.rounds))})"
        return shown


@dataclass(frozen=True, slots=True)
class Claim:
    """One goal and what came of it. `need` is said in words; `reached` None: nothing was wanted."""

    what: str
    got: str
    need: str
    reached: bool | None


@dataclass(slots=True)
class Report:
    """One benchmark's result: tables, goals, notes, the stub's share of a core."""

    title: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])
    claims: list[Claim] = field(default_factory=list[Claim])
    notes: list[str] = field(default_factory=list[str])
    stub: list[float] = field(default_factory=list[float])

    def markdown(self) -> str:
        """Return the report as a section of Markdown."""
        parts = [f"## {self.title}", table(self.head, self.rows)]
        if self.claims:
            parts.append(
                table(
                    ("goal", "measured", "needed", "reached"),
                    [(one.what, one.got, one.need, _word(one.reached)) for one in self.claims],
                )
            )
        notes = list(self.notes)
        if self.stub:
            share = f"median {statistics.median(self.stub):.2f}, most {max(self.stub):.2f}"
            notes.append(f"The stub took of one core: {share}.")
        parts.append("\n".join(f"- {note}" for note in notes))
        return "\n\n".join(part for part in parts if part) + "\n"


def short(value: float) -> str:
    """Return a number with three digits that matter."""
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.3g}"


def ratio(ours: Figure, theirs: Figure) -> Figure:
    """Return ours by theirs, round by round where both have the same rounds."""
    if len(ours.rounds) == len(theirs.rounds):
        pairs = zip(ours.rounds, theirs.rounds, strict=True)
        return Figure(tuple(one / other for one, other in pairs if other), " ×")
    return Figure((ours.median / theirs.median,), " ×")


def at_least(what: str, measured: Figure, least: float) -> Claim:
    """Return the claim that a figure's median is at least so much."""
    need = f"≥ {short(least)}{measured.unit}"
    return Claim(what, str(measured), need, measured.median >= least)


def at_most(what: str, measured: Figure, most: float) -> Claim:
    """Return the claim that a figure's median is at most so much."""
    need = f"≤ {short(most)}{measured.unit}"
    return Claim(what, str(measured), need, measured.median <= most)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table whose columns are as wide as their widest cell."""
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )


def _word(reached: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[reached]
