"""What a message brought into a sheet, and what is told when an edit of it changes nothing."""

from dataclasses import dataclass, field

from conversations.effects import How, Reworded
from conversations.model import Step
from conversations.session import Json
from conversations.turn import Turn


@dataclass(frozen=True, slots=True)
class Brought:
    """What a message brought: the step's whole value before and after it, or (noted) the words.

    `said`: what it said when it was last edited; None for one that was not edited yet.
    """

    step: str
    how: How
    before: Json = field(repr=False)
    after: Json = field(repr=False)
    said: str | None = field(default=None, repr=False)

    @property
    def words(self) -> str:
        """The words of a note as they stand."""
        return str(self.after) if self.said is None else self.said


def unclear(turn: Turn, step: Step) -> None:
    """Tell that the message says no answer now."""
    turn.effects.append(Reworded(step.id, "unclear"))


def overtaken(turn: Turn, step: Step) -> None:
    """Tell that the step was answered anew since."""
    turn.effects.append(Reworded(step.id, "overtaken"))
