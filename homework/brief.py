"""The brief: one client on one screen, before the session.

Made of plain facts that are handed in. It counts and quotes; it must not know where the facts come
from, and it says nothing that they do not hold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from conversations.markup import Html, shorten
from conversations.message import Button, Message, Rows, tap
from conversations.texts import Texts
from homework.brief_span import SHORTER, Span
from homework.hints import Hint
from homework.ledger import fair_rate, words
from homework.missing import Part, worth_telling

QUOTE = 120
"""UTF-16 units of the words quoted from one practice."""

_STEPS = 3
_LABEL = 60


@dataclass(frozen=True, slots=True)
class Pairs:
    """Ratings that were given twice in some sheets: how many fell, stayed and rose."""

    down: int = 0
    same: int = 0
    up: int = 0

    @property
    def count(self) -> int:
        """All of them."""
        return self.down + self.same + self.up


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """What one practice held in a period.

    `counts`: occurrences by end state; `unprompted`, `recalled`: entries; `stopped_at`: labels of
    the questions at which unfinished sheets stopped, with how often; `skips`: by reason; `parts`:
    not begun, by part of the day; `newest`: a plain line about the newest entry and its day;
    `lines`: plain lines over several entries; `quote`: the client's words, where shared, and their
    day.
    """

    id: str
    title: str = field(repr=False)
    counts: Mapping[str, int] = field(default_factory=dict[str, int], repr=False)
    unprompted: int = 0
    recalled: int = 0
    stopped_at: Mapping[str, int] = field(default_factory=dict[str, int], repr=False)
    skips: Mapping[str, int] = field(default_factory=dict[str, int], repr=False)
    parts: Mapping[str, Part] = field(default_factory=dict[str, Part], repr=False)
    newest: tuple[date, str] | None = field(default=None, repr=False)
    pairs: Pairs = field(default=Pairs())
    lines: tuple[str, ...] = field(default=(), repr=False)
    quote: tuple[date, str] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """What is known of one client for a session, in the days of `span`.

    `asked`: how those days were asked for; `unseen`: the brief comes by itself; `next_session` in
    words; `flags`: finished sentences on safety flags and when they were seen; `noted`: the
    client's own notes for the session; `brought`: when something was written for it, and its
    lines; `pressing`: finished sentences (no answers, cannot be reached, changes);
    `discuss`: entries that the therapist wants to speak of;
    `suggested`: what is not agreed yet: its title, and in words what it waits for;
    `predictions`: a line over all sheets that have one; `load`: prompts on the busiest day and
    minutes a day; `undelivered`: by reason; `kept`: entries that are not shared;
    `unread`: entries that their reader has not opened, whether something of them is quoted or not.
    """

    id: str
    code_name: str = field(repr=False)
    span: Span
    asked: int = SHORTER
    unseen: bool = False
    next_session: str = field(default="", repr=False)
    flags: tuple[str, ...] = field(default=(), repr=False)
    noted: tuple[str, ...] = field(default=(), repr=False)
    brought: tuple[date, tuple[str, ...]] | None = field(default=None, repr=False)
    pressing: tuple[str, ...] = field(default=(), repr=False)
    practices: tuple[PracticeFacts, ...] = field(default=(), repr=False)
    discuss: tuple[str, ...] = field(default=(), repr=False)
    suggested: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    predictions: str = field(default="", repr=False)
    load: tuple[int, int] | None = None
    put_off: int = 0
    too_much: int = 0
    smaller: int = 0
    undelivered: Mapping[str, int] = field(default_factory=dict[str, int], repr=False)
    kept: int = 0
    unread: int = 0
    hint: Hint | None = field(default=None, repr=False)


def brief(facts: BriefFacts, texts: Texts, *, choices: Sequence[int]) -> Message:
    """Return the brief. `choices`: the days that can be asked for.

    After the head and what concerns safety it opens with the client's own words for the session.
    """
    blocks = ["\n".join(_head(facts, texts))]
    blocks += [texts.html("digest-change", text=line) for line in facts.noted]
    if facts.brought:
        day, lines = facts.brought
        told = [texts.html("digest-change", text=line) for line in lines]
        blocks.append("\n".join([texts.html("brief-brought", day=day), *told]))
    if waits := _waiting(facts, texts):
        blocks.append("\n".join(waits))
    if facts.discuss:
        blocks.append(texts.html("brief-discuss", what="; ".join(facts.discuss)))
    blocks += [_practice(one, texts) for one in facts.practices]
    if not facts.practices:
        blocks.append(texts.html("brief-nothing"))
    if facts.suggested:
        said = [
            texts.html("brief-suggested", title=title, state=state)
            for title, state in facts.suggested
        ]
        blocks.append("\n".join(said))
    if below := _below(facts, texts):
        blocks.append("\n".join(below))
    if facts.hint:
        said = Html(_hint(facts.hint, texts))
        blocks.append(texts.html("hint-line", text=said))
    return Message("\n\n".join(blocks), _buttons(facts, texts, choices))


def _head(facts: BriefFacts, texts: Texts) -> list[str]:
    dates = {"start": facts.span.start, "end": facts.span.end}
    lines = [texts.html("brief-head", name=facts.code_name, **dates)]
    if facts.span.why:
        lines.append(texts.html(f"brief-since-{facts.span.why}"))
    when = facts.next_session
    lines.append(texts.html("brief-next", when=when) if when else texts.html("brief-next-none"))
    return lines + _sentences(facts.flags)


def _waiting(facts: BriefFacts, texts: Texts) -> list[str]:
    """What presses, and what the therapist has not read."""
    unread = [texts.html("brief-unread")] if facts.unread else []
    return _sentences(facts.pressing) + unread


def _sentences(said: Sequence[str]) -> list[str]:
    return [line[:1].upper() + line[1:] for line in said]


def _practice(one: PracticeFacts, texts: Texts) -> str:
    states = [(state, False) for state, count in one.counts.items() for _ in range(count)]
    states += [("on_time", True)] * one.unprompted
    rate = words(fair_rate(states, one.recalled), texts, whole=True)
    lines = [texts.html("brief-practice", title=one.title, rate=rate)]
    if one.stopped_at:
        most = sorted(one.stopped_at.items(), key=lambda pair: -pair[1])[:_STEPS]
        steps = [texts.html("brief-step", label=label, count=count) for label, count in most]
        lines.append(texts.html("brief-partial", steps=Html(", ".join(steps))))
    if one.skips:
        reasons = [texts.plain(_why(why), count=count) for why, count in one.skips.items()]
        lines.append(texts.html("brief-skips", reasons=", ".join(reasons)))
    if worth_telling(one.parts):
        parts = [
            texts.plain("brief-part", part=texts.plain(f"brief-part-{name}"), missed=left, due=due)
            for name, (left, due) in one.parts.items()
        ]
        lines.append(texts.html("brief-pattern", parts=", ".join(parts)))
    lines += [texts.html("digest-change", text=line) for line in one.lines]
    if one.pairs.count > 1:
        numbers = {"down": one.pairs.down, "same": one.pairs.same, "up": one.pairs.up}
        lines.append(texts.html("brief-pairs", count=one.pairs.count, **numbers))
    if one.newest:
        day, said = one.newest
        lines.append(texts.html("brief-newest", day=day, said=said))
    if one.quote:
        day, said = one.quote
        key = "brief-quote" if one.newest and one.newest[0] == day else "brief-quote-of"
        lines.append(texts.html(key, text=shorten(said, QUOTE), day=day))
    return "\n".join(lines)


def _why(reason: str) -> str:
    return f"brief-why-{reason.replace('_', '-')}"


def _below(facts: BriefFacts, texts: Texts) -> list[str]:
    """What holds over all practices: how much is asked, and what was not the client's doing."""
    lines = [texts.html("digest-change", text=facts.predictions)] if facts.predictions else []
    if facts.load:
        prompts, minutes = facts.load
        lines.append(texts.html("brief-load", count=prompts, minutes=minutes))
    if facts.put_off:
        lines.append(texts.html("brief-put-off", count=facts.put_off))
    if facts.too_much:
        lines.append(texts.html("brief-too-much", count=facts.too_much))
    if facts.smaller:
        lines.append(texts.html("brief-smaller", count=facts.smaller))
    if facts.undelivered:
        keys = {why: f"brief-not-{why.replace('_', '-')}" for why in facts.undelivered}
        said = [texts.plain(keys[why], count=count) for why, count in facts.undelivered.items()]
        lines.append(texts.html("brief-undelivered", reasons=", ".join(said)))
    if facts.kept:
        lines.append(texts.html("brief-kept", count=facts.kept))
    return lines


def _hint(hint: Hint, texts: Texts) -> str:
    args = dict(hint.args)
    for name in ("part", "other"):
        if name in args:
            args[name] = texts.plain(f"brief-part-{args[name]}")
    return texts.html(f"hint-{hint.key}", **args)


def _buttons(facts: BriefFacts, texts: Texts, choices: Sequence[int]) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if facts.unseen:
        rows.append((tap(texts.plain("brief-seen"), "brief", facts.id, "seen"),))
    if facts.unread:
        label = texts.plain("brief-read", count=facts.unread)
        rows.append((tap(label, "queue", facts.id, "go"),))
    rows += [
        (_entries_button(one, texts, facts.asked),)
        for one in facts.practices
        if one.counts or one.unprompted
    ]
    if facts.predictions:
        rows.append((tap(texts.plain("brief-predicted"), "client", facts.id, "predicted.0"),))
    others = [days for days in choices if days != facts.asked]
    rows.append(
        tuple(tap(texts.plain(f"brief-days-{n}"), "brief", facts.id, f"d{n}") for n in others)
    )
    page = texts.plain("brief-page", name=shorten(facts.code_name, 24))
    rows.append((tap(page, "client", facts.id, "page"),))
    return tuple(rows)


def _entries_button(one: PracticeFacts, texts: Texts, days: int) -> Button:
    label = texts.plain("brief-entries", title=shorten(one.title, 28))
    return tap(label[:_LABEL], "traced", one.id, f"d{days}")


def stuck(stopped_at: Mapping[str, int]) -> tuple[str, int] | None:
    """Return the question at which most sheets stopped, and how many."""
    return max(stopped_at.items(), key=lambda pair: pair[1], default=None)


def pairs_of(changes: Sequence[tuple[int, int]]) -> Pairs:
    """Count ratings given twice: how many fell, stayed and rose. No judgement."""
    return Pairs(
        sum(after < before for before, after in changes),
        sum(after == before for before, after in changes),
        sum(after > before for before, after in changes),
    )
