"""What all peers say: twelve questions, word for word and button for button those of ours."""

LAST = 12
FIRST_MESSAGE = 1
"""The message of the first question: it stood there before the benchmark began."""

Rows = tuple[tuple[tuple[str, str], ...], ...]

_MOVES = (("Back", "back"), ("Pause", "pause"))
_HELP = (("Help now", "help"),)
_NUMBERS = tuple((str(n), f"rate:{n}") for n in range(11))
_WORDS = "what was going through your mind just then?"
_RATED = "how true did this thought feel at that time?"
REVIEW = "<b>That was the last question.</b>\nLook through your answers, then press Done."


def question(number: int, kind: str) -> tuple[str, Rows]:
    """Return the words (HTML) and the buttons (label, data) of a question."""
    if number > LAST:
        return REVIEW, (*((("Done", "done"),),), _HELP)
    asked = _WORDS if kind == "text" else _RATED
    hint = (
        "A thought or a picture. For example: She does not want to talk to me."
        if kind == "text"
        else "Press the number that fits best.\n0: not true at all, 10: fully true"
    )
    words = f"{number} of {LAST}\n\n<b>Question {number}: {asked}</b>\n<i>{hint}</i>"
    numbers = (_NUMBERS[:6], _NUMBERS[6:]) if kind == "rating" else ()
    return words, (*numbers, _MOVES, _HELP)


def settled(number: int, kind: str, answer: str) -> str:
    """Return what a question becomes when it is answered."""
    asked = _WORDS if kind == "text" else _RATED
    return f"Question {number}: {asked}\n<b>{answer}</b>"


PROMPT = "Your therapist has set a practice for you: <b>Thought record</b>. It takes four minutes."
PROMPT_ROWS: Rows = (
    (("Yes, let us begin", "yes"),),
    (("Not now", "later"), ("Adjust", "adjust")),
)
