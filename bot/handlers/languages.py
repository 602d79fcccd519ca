"""Which language somebody is written to in: asked where several are offered, never guessed.

What the messenger tells of a phone only decides which one stands first, and how strangers are
answered, of whom nothing is kept.
"""

from collections.abc import Sequence

from bot.exchange import Exchange
from conversations.message import Rows, tap


def offered(languages: Sequence[str], hint: str) -> list[str]:
    """Return the languages to choose from, that of the sender's phone first."""
    near = hint.partition("-")[0]
    return sorted(languages, key=lambda code: code != near)


def ask(turn: Exchange) -> None:
    """Ask for the language, in each of them; a button calls each by its own name."""
    words = [turn.house.texts(code) for code in offered(turn.languages, turn.incoming.locale_hint)]
    asked = "\n".join(each.html("join-language") for each in words)
    rows = tuple((tap(each.language.name, "lang", "set", each.locale),) for each in words)
    turn.say(asked, rows)


def row(turn: Exchange) -> Rows:
    """Return the row of the settings that changes the language; none where there is but one."""
    if len(turn.languages) == 1:
        return ()
    label = turn.texts.plain("set-language", name=turn.texts.language.name)
    return ((tap(label, "lang", "ask", "go"),),)
