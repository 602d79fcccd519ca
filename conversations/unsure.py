"""Words that are an answer in an open text and a move elsewhere: "too much", "back", "stop".

They are kept as the answer, and their writer is asked which they are: nothing is lost, and no fear
is called "too much" for good because nobody asked.
"""

from conversations.effects import Refuse
from conversations.language import folded
from conversations.lists import add_texts, full
from conversations.model import Step, TextList
from conversations.moves import back, conclude, put_aside, refuse, step_down
from conversations.path import next_smaller
from conversations.session import Move, Unsure
from conversations.turn import Turn


def ask_which(turn: Turn, step: Step, text: str, move: Move) -> None:
    """Keep words that are an answer here and a move elsewhere, and ask which they are."""
    unsure, value = turn.session.unsure, turn.session.answers.get(step.id)
    if isinstance(step, TextList):
        add_texts(turn, step, [text])
    else:
        turn.keep(
            step.id,
            text,
            "answered" if value is None or step.id in turn.session.halfway else "edited",
        )
    before = unsure.before if unsure else value
    turn.change(unsure=Unsure(move, before), halfway=turn.session.halfway | {step.id})
    refuse(turn, Refuse(f"ask-unsure-{move.replace('_', '-')}"))


def says_which(turn: Turn, step: Step, text: str) -> bool:
    """Take a text that says which they are: yes is the move, no is none; False if it does neither.

    Whoever says stop once more may go, whatever was asked about.
    """
    unsure, said = turn.session.unsure, folded(text)
    if unsure is None:
        return False
    if said in turn.language.no:
        is_answer(turn, step)
    elif said in turn.language.pause:
        _move(turn, "pause")
    elif said in turn.language.yes:
        _move(turn, unsure.move)
    else:
        return False
    return True


def _move(turn: Turn, move: Move) -> None:
    smaller = next_smaller(turn.worksheet, turn.session) if move == "too_much" else None
    take_out(turn, told=smaller is not None)
    if smaller:
        step_down(turn, smaller)
    elif move == "back":
        back(turn)
    else:
        put_aside(turn)


def is_answer(turn: Turn, step: Step) -> None:
    """The words that were kept are the answer, and no move."""
    turn.change(last=step.id)
    if isinstance(step, TextList) and not full(step, turn.session):
        turn.settle()
        turn.put(step.id)
    else:
        conclude(turn, step)


def take_out(turn: Turn, *, told: bool = False) -> None:
    """Words that were kept as the open answer were none.

    "Too much" stays beside the answers, unless what is done now tells as much (`told`).
    """
    step, unsure = turn.step, turn.session.unsure
    if step is None or unsure is None:
        return
    value = turn.session.answers.get(step.id)
    turn.keep(step.id, unsure.before, "undone")
    listed = isinstance(step, TextList) and unsure.before is not None
    halfway = turn.session.halfway - {step.id}
    turn.change(unsure=None, halfway=halfway | {step.id} if listed else halfway)
    said = value[-1] if isinstance(value, list) else value
    kept = value != unsure.before  # else a full list had no room for them, and they were noted
    if unsure.move == "too_much" and kept and not told and isinstance(said, str):
        turn.note(said, said=False)
