"""The ways in which every sheet is played: straight, skipped, changed, made smaller, put aside."""

from collections.abc import Callable
from datetime import timedelta

from conversations.effects import Refuse
from conversations.events import Skipped, WentBack
from conversations.path import next_smaller
from tests.support.sheet_answers import other_words
from tests.support.sheet_player import Evening

Way = Callable[[Evening], list[str]]


def straight(evening: Evening) -> list[str]:
    """Everything is answered."""
    return evening.to_end()


def skip_all(evening: Evening) -> list[str]:
    """Every question is skipped that can be."""

    def skipped(evening: Evening) -> bool:
        if evening.step is None:
            return False
        evening.command("/skip", Skipped())
        return not evening.talk.has(Refuse)

    return evening.to_end(skipped)


def change_one(evening: Evening) -> list[str]:
    """The first answer is changed: in the review, or where there is none, by going back to it."""
    done: list[str] = []

    def changed(evening: Evening) -> bool:
        talk = evening.talk
        if done or talk.session.status != "open":
            return False
        if talk.asked is None:
            found = [value for value in talk.buttons.values() if value.startswith("e.")]
            evening.press(found[0])
        elif not _has_review(evening) and evening.answered and "b" in talk.buttons.values():
            evening.command("/back", WentBack())
        else:
            return False
        step = evening.step
        assert step is not None
        done.append(step.id)
        evening.say(other_words(step, talk.session))
        return True

    return evening.to_end(changed)


def too_much(evening: Evening) -> list[str]:
    """After the first answer the smaller form is chosen; in the smallest one it is said, and put
    aside, where these words may be an answer after that was asked."""

    def smaller(evening: Evening) -> None:
        form = next_smaller(evening.talk.worksheet, evening.talk.session)
        if form:
            evening.press(f"d.{form}")
            return
        evening.write("too much")
        if evening.talk.session.unsure:
            evening.press("p")
        come_back(evening)

    return evening.to_end(_once(smaller))


def put_aside(evening: Evening) -> list[str]:
    """After the first answer it is put aside until the next evening."""

    def aside(evening: Evening) -> None:
        evening.press("p")
        come_back(evening)

    return evening.to_end(_once(aside))


def come_back(evening: Evening) -> None:
    """Go on with what was put aside, the next evening."""
    evening.until(evening.talk.now + timedelta(hours=22))
    evening.press("r")


def _once(act: Callable[[Evening], None]) -> Callable[[Evening], bool]:
    done: list[str] = []

    def instead(evening: Evening) -> bool:
        if done or not evening.answered or evening.step is None:
            return False
        done.append("done")
        act(evening)
        return True

    return instead


def _has_review(evening: Evening) -> bool:
    session = evening.talk.session
    return session.variant in evening.talk.worksheet.stage(session.stage).review_in


WAYS: dict[str, Way] = {
    "everything is answered": straight,
    "everything is skipped that can be": skip_all,
    "the first answer is changed": change_one,
    "too much after the first answer": too_much,
    "put aside until the next evening": put_aside,
}
