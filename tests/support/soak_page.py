"""The page that a soak leaves behind: what befell the bot, on which machine, what was found."""

from collections.abc import Mapping

from tests.support.colophon import made_by
from tests.support.sendings import Findings
from tests.support.ward import Ward
from tests.support.ward_round import Rounds

FINDINGS = {
    "updates": "updates handled, each once",
    "said": "texts written to worksheets",
    "told not kept": "of them not kept, and their writer told so",
    "answers": "answers stored",
    "entries": "entries for the therapist",
    "rewritten": "messages edited by their writer",
    "occurrences": "planned moments",
    "prompts": "prompts that rang",
    "reminders": "reminders, each once",
    "skipped": "prompts passed over",
    "too much": "times the therapist was told that it is too much",
    "sent": "messages and edits the messenger took",
    "edits": "edits",
    "edits made again": "of them made more than once",
    "tries unsure": "tries whose fate the bot could not know",
    "arrived all the same": "of them arrived",
    "repeats": "messages that came twice",
    "repeats after a death": "of them because of a kill",
    "rows unknown": "messages given up after their last permitted try",
    "rows gone": "messages whose reader had blocked the bot",
    "rows dropped": "messages whose moment was over",
    "buried": "updates of garbage put aside",
}


def page(
    found: Findings, ended: Ward, rounds: Rounds, kills: int, seed: int, seconds: float
) -> str:
    """Return the page, in Markdown."""
    hits = {f"wire: {kind}": times for kind, times in ended.here.emulator.world.faults.hits.items()}
    wrong = [f"- {words}" for words in found.wrong[:40]] or ["Nothing."]
    return "\n".join(
        (
            "# Soak",
            "",
            made_by(f"make soak KILLS={kills} SEED={seed}", seconds),
            "",
            "## Wrong",
            "",
            *wrong,
            "",
            "## Words",
            "",
            *_words(rounds),
            "",
            "## Deaths",
            "",
            *_table("the bot was killed", ended.kills),
            "",
            "## Troubles",
            "",
            *_table("what happened", ended.troubles | hits),
            "",
            "## Counts",
            "",
            *_table(
                "what was compared",
                {
                    words: found.numbers[key]
                    for key, words in FINDINGS.items()
                    if key in found.numbers
                },
                keep_order=True,
            ),
            "",
        )
    )


def _words(rounds: Rounds) -> tuple[str, ...]:
    """Who wrote how much, over the whole run: who is silent finds nothing wrong."""
    stretches = rounds.stretches()
    names = [*next(iter(stretches.values()))]
    return (
        f"| kills | {' | '.join(names)} |",
        f"|---|{'---:|' * len(names)}",
        *(
            f"| {first} to {last} | {' | '.join(str(said[name]) for name in names)} |"
            for (first, last), said in stretches.items()
        ),
    )


def _table(head: str, numbers: Mapping[str, int], *, keep_order: bool = False) -> tuple[str, ...]:
    rows = numbers.items() if keep_order else sorted(numbers.items())
    return (f"| {head} | times |", "|---|---:|", *(f"| {what} | {times} |" for what, times in rows))
