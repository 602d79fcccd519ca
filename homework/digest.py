"""The therapist's digest: clients in order of need, one line each, and one client's page.

Made of plain facts that are handed in. It reports and does not judge: a number stands in a sentence
that says what was counted. It must not know where the facts come from, nor read a clock.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from math import ceil
from statistics import median

from conversations.markup import plain, shorten, units
from conversations.message import Button, Message, tap
from conversations.texts import Texts
from homework.ledger import PERCENT_FROM, fair_rate, words

SILENT_DAYS = 3
"""From so many days without an answer to prompts on, a client has stopped answering."""

RATES: Mapping[str, str] = {"asked": "digest-halved", "stopped": "digest-stopped"}
"""How much rings for somebody who did not answer for days, in words."""

_ROOM = 3800  # of the messenger's 4096, so that the last line always fits
_MOST_BUTTONS = 90
_MOST_ALERTS = 10
_A_ROW = 3
_LABEL = 24


class Need(IntEnum):
    """Why a client stands where they stand; the smaller the more pressing."""

    ALERT = 0
    SILENT = 1
    TOO_MUCH = 2
    UNREAD = 3
    CHANGED = 4
    NONE = 5


@dataclass(frozen=True, slots=True)
class Period:
    """The local dates a digest looks at, both inclusive."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """What is known of one client in a period.

    `state` is the client's row state; `counts`: occurrences by end state; `unprompted`: entries
    written without a prompt; `recalled`: entries from memory; `unread`: entries not opened,
    `unread_newest` the date of the last, `brought_new`: one of them is for the session; `brought`:
    what was written last for it, a line each; `too_much`: how often they said so, at a prompt or
    after a sheet that they share; `smaller`: how often they took a shorter form; `suggested`: how
    many practices wait for their answer; `stopped`: they want nothing sent; `erased_on`: the day
    on which all of theirs is erased, as they wish;
    `silent_days`: days in which prompts went out and none was answered; `silence`: what came of
    them ("asked": every second prompt rings, "stopped": none). `after_hard`: nothing was answered
    since an entry that was very hard for them. `alerts`: safety flags nobody has seen; `flags`:
    texts in which something was found that is told in the digest only; `flag_lines`: a line on
    each flag of late. `changes` and `under_way` are finished sentences ("agreed on …").
    """

    id: str
    code_name: str = field(repr=False)
    state: str = "active"
    paused_until: date | None = None
    unreachable: bool = False
    stopped: bool = False
    erased_on: date | None = None
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    unprompted: int = 0
    recalled: int = 0
    unread: int = 0
    unread_newest: date | None = None
    brought: tuple[str, ...] = field(default=(), repr=False)
    brought_new: bool = False
    too_much: int = 0
    smaller: int = 0
    suggested: int = 0
    silent_days: int = 0
    silence: str | None = None
    after_hard: bool = False
    alerts: int = 0
    flags: int = 0
    flag_lines: tuple[str, ...] = field(default=(), repr=False)
    agreed: tuple[str, ...] = field(default=(), repr=False)
    under_way: tuple[str, ...] = field(default=(), repr=False)
    change_lines: tuple[str, ...] = field(default=(), repr=False)


def need(facts: ClientFacts) -> Need:
    """Return the most pressing reason to look at this client."""
    if facts.alerts:
        return Need.ALERT
    quiet = facts.silent_days >= SILENT_DAYS or facts.silence in RATES or facts.after_hard
    if quiet or facts.unreachable or facts.state == "unconfirmed" or facts.erased_on:
        return Need.SILENT
    if facts.too_much or facts.smaller or facts.flags:
        return Need.TOO_MUCH
    if facts.unread or facts.brought_new:
        return Need.UNREAD
    return Need.CHANGED if facts.agreed else Need.NONE


def digest(
    facts: Sequence[ClientFacts],
    texts: Texts,
    period: Period,
    took: Sequence[timedelta] = (),
    first: int = 0,
    alerts: Sequence[tuple[str, Button]] = (),
) -> Message:
    """Return the digest: a line and a button per client, the most pressing first.

    `alerts`: a line (HTML) and a button for each safety flag that nobody has seen; they come first.

    `took`: how long each entry that was opened in the period had waited, told as their median from
    five on.

    Always one message: clients that no longer fit are counted in a last line, and a button shows
    them; since they come last, they are the ones who need least. `first`: how many were shown.
    """
    title = "\n".join([_title(texts, period), *_alert_lines(alerts, texts)])
    flags = tuple((button,) for _, button in alerts[:_MOST_ALERTS])
    if not facts:
        return Message(f"{title}\n\n{texts.html('digest-empty')}", flags)
    ordered = sorted(facts, key=_order)[first:] or sorted(facts, key=_order)
    shown: list[str] = []
    room = _ROOM - units(plain(title))
    for one in ordered[: _MOST_BUTTONS - len(flags)]:
        line = client_line(one, texts)
        room -= units(plain(line)) + 1
        if room < 0:
            break
        shown.append(line)
    parts = [title, "\n".join(shown)]
    if rest := ordered[len(shown) :]:
        unread = sum(one.unread for one in rest)
        parts.append(texts.html("digest-more", count=len(rest), unread=unread))
    if len(took) >= PERCENT_FROM:
        hours = max(1, ceil(median(one.total_seconds() for one in took) / 3600))
        parts.append(texts.html("digest-response", count=len(took), hours=hours))
    if need(ordered[0]) is Need.NONE and not alerts:
        parts.append(texts.html("digest-calm"))
    buttons = _buttons(ordered[: len(shown)])
    rows = tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
    if rest:
        label = texts.plain("and-more", count=len(rest))
        rows = (*rows, (tap(label, "digest", "page", str(first + len(shown))),))
    return Message("\n\n".join(parts), (*flags, *rows))


def _alert_lines(alerts: Sequence[tuple[str, Button]], texts: Texts) -> list[str]:
    lines = [line for line, _ in alerts[:_MOST_ALERTS]]
    if left := len(alerts) - len(lines):
        lines.append(texts.html("digest-alerts-more", count=left))
    return lines


def client_line(facts: ClientFacts, texts: Texts) -> str:
    """Return one client's line (HTML): what presses, then the fair rate and what it leaves out."""
    said = [*pressing(facts, texts), *_standing(facts, texts)]
    return texts.html("digest-line", name=facts.code_name) + texts.html("digest-joiner").join(said)


def page_head(facts: ClientFacts, texts: Texts, period: Period) -> list[str]:
    """Return the head of one client's page (HTML): whose it is, then a sentence a line."""
    said = [*pressing(facts, texts), *_standing(facts, texts)]
    sentences = [sentence[:1].upper() + sentence[1:] for sentence in said]
    flags = [line[:1].upper() + line[1:] for line in facts.flag_lines]
    return [_page_title(facts, texts, period), *flags, *sentences]


def _order(facts: ClientFacts) -> tuple[int, int, int, int, str]:
    """By need. Where fewer prompts ring the days with prompts are fewer than those without an
    answer: who is asked less has been silent for longer."""
    rings = ("stopped", "asked").index(facts.silence) if facts.silence in RATES else len(RATES)
    name = facts.code_name.casefold()
    return (need(facts), rings, -facts.silent_days, -facts.unread, name)


def pressing(facts: ClientFacts, texts: Texts) -> list[str]:
    """Return what presses, one sentence each, in the order of `Need`."""
    rows: tuple[tuple[bool, Callable[[], str]], ...] = (
        (facts.alerts > 0, lambda: texts.html("digest-alerts", count=facts.alerts)),
        (facts.flags > 0, lambda: soft_flags(facts, texts)[0]),
        (
            facts.erased_on is not None,
            lambda: texts.html("digest-erased-on", day=facts.erased_on or date.min),
        ),
        (facts.state == "unconfirmed", lambda: texts.html("digest-unconfirmed")),
        (facts.unreachable, lambda: texts.html("digest-unreachable")),
        (
            facts.silent_days >= SILENT_DAYS,
            lambda: texts.html("digest-silent", days=facts.silent_days),
        ),
        (facts.after_hard, lambda: texts.html("digest-after-hard")),
        (facts.silence in RATES, lambda: texts.html(RATES[facts.silence or ""])),
        (facts.too_much > 0, lambda: texts.html("digest-too-much", count=facts.too_much)),
        (facts.smaller > 0, lambda: texts.html("digest-smaller", count=facts.smaller)),
        (facts.brought_new, lambda: texts.html("digest-brought")),
        (facts.unread > 0, lambda: _unread(facts, texts)),
        (bool(facts.agreed), lambda: texts.html("digest-changed", count=len(facts.agreed))),
    )
    return [say() for holds, say in rows if holds]


def soft_flags(facts: ClientFacts, texts: Texts) -> list[str]:
    """Return how many texts were flagged for the digest only, if there are any."""
    return [texts.html("digest-flags", count=facts.flags)] if facts.flags else []


def _unread(facts: ClientFacts, texts: Texts) -> str:
    if facts.unread_newest is None:
        return texts.html("digest-unread", count=facts.unread)
    return texts.html("digest-unread-newest", count=facts.unread, newest=facts.unread_newest)


def _standing(facts: ClientFacts, texts: Texts) -> list[str]:
    """Return the state of who is not active, else the rate, in front of it a pause."""
    if facts.state in ("invited", "joining", "under_age"):
        return [texts.html(f"digest-{facts.state.replace('_', '-')}")]
    states = [(state, False) for state, count in facts.counts.items() for _ in range(count)]
    states += [("on_time", True)] * facts.unprompted
    rate = texts.html("digest-rate", rate=words(fair_rate(states, facts.recalled), texts))
    waits = [texts.html("digest-suggested", count=facts.suggested)] if facts.suggested else []
    return [*away(facts, texts), rate, *waits]


def away(facts: ClientFacts, texts: Texts) -> list[str]:
    """Return that nothing is sent now, if it is so: messages stopped, or a pause until a day."""
    if facts.stopped:
        return [texts.html("digest-messages-stopped")]
    if facts.paused_until is None:
        return []
    return [texts.html("digest-paused", until=facts.paused_until)]


def _title(texts: Texts, period: Period) -> str:
    if period.start == period.end:
        return texts.html("digest-title-day", day=period.end)
    return texts.html("digest-title", start=period.start, end=period.end)


def _page_title(facts: ClientFacts, texts: Texts, period: Period) -> str:
    dates = {"start": period.start, "end": period.end}
    return texts.html("digest-page-title", name=facts.code_name, **dates)


def _buttons(shown: Sequence[ClientFacts]) -> list[Button]:
    """A button to each page; code names that are alike once they are cut short stand whole."""
    cut = [shorten(one.code_name, _LABEL) for one in shown]
    labels = [
        one.code_name if cut.count(label) > 1 else label
        for one, label in zip(shown, cut, strict=True)
    ]
    return [tap(label, "client", one.id, "page") for one, label in zip(shown, labels, strict=True)]
