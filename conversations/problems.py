"""What is wrong with a worksheet file: where, which rule, how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `line` counts from 1; `step` is None where it is about the sheet as a whole.

    As text: `line 41, step "safety": "when" must point to an earlier step; move "note" up`.
    """

    line: int | None
    step: str | None
    rule: str
    fix: str

    def __str__(self) -> str:
        place = [f"line {self.line}"] if self.line else []
        place += [f'step "{self.step}"'] if self.step else []
        start = ", ".join(place)
        return f"{start}: {self.rule}; {self.fix}" if start else f"{self.rule}; {self.fix}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule, before its line is known. `field`: the key that the author has to look at."""

    step: str | None
    field: str
    rule: str
    fix: str
    stage: str | None = None
