"""The page of a client's copy: what is kept about them, in words, one HTML file.

It loads nothing, runs nothing and opens on any phone. It must not know how it travels.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from conversations.markup import Html, escape
from conversations.texts import Texts
from homework import reading
from homework.contract_texts import moment, page
from homework.house import House
from homework.moments import zone_of
from homework.safety import plans
from homework.safety.plans import NONE, SafetyPlan
from homework.store.assignments import Assignment
from homework.store.entries import Written
from homework.store.people import Client
from homework.store.session_notes import SessionNote
from homework.trail import Step

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:1rem auto;padding:0 1rem;"
    "overflow-wrap:anywhere}article{border-top:1px solid #999;margin-top:1.5rem;padding-top:.5rem}"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}"
)
_FRAME = (
    '<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy"'
    " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
    "<title>{title}</title><style>{style}</style></head>\n<body>{body}</body></html>\n"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the page tells: agreements, closed entries, sheets under way (HTML), the trail."""

    client: Client
    carers: Sequence[str] = field(repr=False)
    agreed: Sequence[Assignment] = field(repr=False)
    entries: Sequence[Written] = field(repr=False)
    under_way: Sequence[str] = field(repr=False)
    trail: Sequence[Step] = field(repr=False)
    notes: Sequence[SessionNote] = field(default=(), repr=False)
    plan: SafetyPlan = field(default=NONE, repr=False)


def html(house: House, texts: Texts, kept: Kept, day: str) -> str:
    """Return the whole page."""
    zone = zone_of(kept.client)
    title = texts.html("copy-title")
    parts = [
        f"<h1>{title}</h1>",
        _block(texts.html("copy-made", day=day, zone=zone.key)),
        _block(texts.html("copy-about", carers=", ".join(kept.carers), name=kept.client.code_name)),
        *_section(texts, "plan-own", _plan(texts, kept.plan)),
        *_section(texts, "copy-agreed", (page(house, texts, one, zone) for one in kept.agreed)),
        *_section(texts, "copy-under-way", kept.under_way),
        *_section(texts, "copy-entries", (_entry(house, texts, one, zone) for one in kept.entries)),
        *_section(texts, "copy-notes", (_note(texts, one, zone) for one in kept.notes)),
        *_section(texts, "copy-trail", [_trail(texts, kept.trail, zone)] if kept.trail else []),
        _block(texts.html("copy-rest")),
    ]
    return _FRAME.format(lang=texts.locale, title=title, style=_STYLE, body="\n".join(parts))


def _plan(texts: Texts, plan: SafetyPlan) -> list[str]:
    words = plans.words(texts, plan.newest)
    return [escape(words)] if words else []


def _section(texts: Texts, key: str, blocks: Iterable[str]) -> list[str]:
    found = [f"<article>{_block(one)}</article>" for one in blocks]
    return [f"<h2>{texts.html(key)}</h2>", *found] if found else []


def _block(text: str) -> str:
    """The HTML of a chat as that of a page: its lines as paragraphs."""
    parts = text.replace("\n\n", "</p><p>").replace("\n", "<br>\n")
    return f"<p>{parts}</p>"


def _entry(house: House, texts: Texts, one: Written, zone: ZoneInfo) -> str:
    """An entry as its writer has it: all of it, and how much of it is shared."""
    head = texts.html("copy-entry", day=moment(one.closed_at, zone, texts))
    shared = texts.html(f"sharing-is-{one.sharing}")
    sheet = reading.sheet_of(house, one, texts)
    if sheet is None:
        return f"{head}\n{shared}"
    whole = reading.entry_html(replace(one, sharing="all"), sheet, texts)
    return f"<b>{head}</b>\n{Html(whole)}\n\n{shared}"


def _trail(texts: Texts, trail: Sequence[Step], zone: ZoneInfo) -> str:
    return "\n".join(escape(f"{moment(one.at, zone, texts)}: {one.words}") for one in trail)


def _note(texts: Texts, one: SessionNote, zone: ZoneInfo) -> str:
    return texts.html("copy-note", at=moment(one.written_at, zone, texts), words=one.words)
