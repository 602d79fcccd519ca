"""Says in one line each what changed between two looks at the tables. Pure.

It knows kinds of rows, states and sizes; what anybody wrote never comes here, so it cannot be told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from homework.store.traces import Trace

Tone = Literal["people", "sealed", "sent", "time", "done"]
"""What a line is about: who may do what, what was kept, what went out, the clock, what ended."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Neighbours with the same `group` become one, told by `many` with {n}, {size}."""

    tone: Tone
    text: str
    group: str = ""
    many: str = ""
    size: int = 0


_AUDIT: Mapping[str, tuple[Tone, str]] = {
    "therapist.invite": ("people", "A one-time link for the therapist: only its hash is stored."),
    "therapist.join": ("people", "The therapist is in. The link is used up; the name is sealed."),
    "client.invite": ("people", "A client is invited, and gets an encryption key of their own."),
    "client.under_age": ("people", "Not 18 yet: nothing more is asked, the therapist is told."),
    "client.decline": ("people", "No consent: nothing is kept of this client."),
    "client.confirm": ("people", "The therapist confirmed who it is. Only now may prompts go out."),
    "client.reject": ("people", "The wrong person: let go again, nothing was sent."),
    "client.pause": ("time", "A pause: prompts stop, and nothing in it counts as missed."),
    "client.resume": ("time", "The pause is over; prompts come as agreed."),
    "client.stop": ("time", "The client wants nothing sent: it is not even written any more."),
    "client.start": ("time", "Messages come again; what waited is asked now."),
    "export": ("people", "A copy for the client, sealed until it is sent."),
    "export.therapist": ("people", "A copy of what is shared goes out; the client can see that."),
    "forget.order": ("people", "The client wants everything erased, and was asked twice."),
    "erase": ("done", "Their rows go, then their key: old backups stay shut."),
    "assignment.accept": ("people", "The client agreed. From here the clock does the asking."),
    "assignment.not_now": ("people", "Not now: nothing rings. That is an answer, too."),
    "assignment.adjust": ("people", "The client wants it different; until then nothing rings."),
    "assignment.end": ("done", "A practice has ended: its prompts are taken out of the plan."),
    "read.page": ("people", "The therapist looked at a client: noted in the audit trail."),
    "read.brief": ("people", "The therapist got a brief of a client: noted, and told to them."),
    "read.list": ("people", "The therapist looked at a list of a client: noted, and told to them."),
    "remark.well": ("people", "The therapist marked an entry; the client is told."),
    "remark.discuss": ("people", "The therapist wants to speak of an entry: the brief says so."),
    "remark.comment": ("people", "A comment, sealed with the client's key; they can answer."),
    "nudge": ("sent", "Asked by hand how it is going, within what may ring."),
    "read.entry": ("people", "The therapist opened the entry: noted, and it is new no more."),
}
_SENT: Mapping[str, tuple[Tone, str]] = {
    "prompt": ("sent", "Prompt sent: no name and no therapy word for a lock screen to show."),
    "reminder": ("sent", "The one agreed reminder is sent."),
    "digest": ("sent", "Digest sent to the therapist, those in need first."),
    "brief": ("sent", "A brief sent to the therapist before the session."),
    "crisis": ("sent", "Help lines sent, ahead of all else. Opening them tells nobody."),
    "alert": ("sent", "An alert for the therapist is sent."),
}
_LOST: Mapping[str, str] = {
    "unknown": "Nobody knows whether a message arrived: said so, not guessed.",
    "refused": "The messenger refused a message; it is not tried for ever.",
    "gone": "The chat is gone or blocked: nothing more is sent, nothing counts against anybody.",
}
_ENDS: Mapping[str, str] = {
    "on_time": "on time",
    "late": "late, and just as welcome",
    "partial": "partly done, with the step reached",
    "missed": "not done; the fair rate counts it, the client hears no word of it",
    "declined": "declined",
    "paused": "paused, which counts neither way",
    "superseded": "replaced by a newer one",
}
_SHARED: Mapping[str, str] = {
    "all": "the therapist may read it",
    "summary": "the therapist sees the numbers only",
    "nothing": "the therapist sees only that it was done",
}


def tell(before: Mapping[str, Trace], after: Mapping[str, Trace], zone: ZoneInfo) -> list[Line]:
    """Return what happened from `before` to `after`, in the order in which it makes sense.

    `zone`: whose wall time planned moments are told in.
    """
    return [
        line
        for key, now in after.items()
        if now != (old := before.get(key))
        for line in _changed(old, now, zone)
    ]


def _changed(old: Trace | None, now: Trace, zone: ZoneInfo) -> Iterator[Line]:
    was = old.state if old else ""
    match now.table:
        case "audit" if now.state in _AUDIT:
            yield Line(*_AUDIT[now.state])
        case "therapist" if now.kind and (old is None or old.kind != now.kind):
            yield Line("time", f"The therapist's clock: {now.kind}. Digest at {now.state} there.")
        case "client" if now.kind and (old is None or old.kind != now.kind):
            yield Line("time", f"The client's clock: {now.kind}.")
        case "invite" if now.kind == "client" and now.state == "used" != was:
            yield Line("people", "The client's link is used. It opens nothing any more.")
        case "consent" if old is None:
            yield Line("people", "Consent kept: the version, the hour, a hash of the exact text.")
        case "assignment" if now.state == "proposed" != was:
            text = f"A practice is proposed; reason and plan are sealed ({now.size} bytes)."
            yield Line("sealed", text)
        case "session" if now.state != was:
            yield from _session(now)
        case "answer" if old is None:
            yield _answer(now)
        case "entry":
            yield from _entry(old, now)
        case "occurrence" if now.state != was:
            yield from _occurrence(now)
        case "timer" if now.moment and (old is None or old.moment != now.moment):
            yield from _timer(now, _wall(now.moment, zone))
        case "outbox" if now.state != was:
            yield from _outbox(now)
        case _:
            pass


def _session(now: Trace) -> Iterator[Line]:
    match now.kind, now.state:
        case "dialog", "open":
            yield Line("people", "The therapist's form is open: a worksheet like any other.")
        case "worksheet", "open":
            yield Line("people", "A sheet is open. It survives days and restarts.")
        case "worksheet", "paused":
            yield Line("time", "The sheet is put aside; it goes on at the same question.")
        case "worksheet", "expired":
            yield Line("time", "The sheet's time ran out; what was written is kept.")
        case "worksheet", "stopped":
            yield Line("done", "The sheet was ended early; what was written is kept.")
        case _:
            pass


def _answer(now: Trace) -> Line:
    if now.kind == "dialog":
        return Line(
            "sealed",
            f"An answer of the form is sealed ({now.size} bytes).",
            group=f"form {now.note}",
            many="{n} answers of the form are sealed ({size} bytes).",
            size=now.size,
        )
    if now.state in {"edited", "appended", "reworded"}:
        return Line("sealed", f"A change is sealed ({now.size} bytes); the older words stay below.")
    return Line("sealed", f"An answer is sealed under the client's own key ({now.size} bytes).")


def _entry(old: Trace | None, now: Trace) -> Iterator[Line]:
    shared = _SHARED.get(now.kind, now.kind)
    if old is None:
        yield Line("done", f"The sheet is kept, sealed whole ({now.size} bytes): {shared}.")
    elif old.kind != now.kind:
        yield Line("people", f"The client decides who sees this sheet: {shared}.")


def _occurrence(now: Trace) -> Iterator[Line]:
    if now.state in _ENDS:
        yield Line("done", f"The check-in is closed: {_ENDS[now.state]}.")
    elif now.state in {"skipped", "not_delivered"}:
        why = f" ({now.note.replace('_', ' ')})" if now.note else ""
        how = "skipped" if now.state == "skipped" else "not delivered"
        yield Line("done", f"The check-in is closed: {how}{why}. It stays out of the rate.")


def _timer(now: Trace, moment: str) -> Iterator[Line]:
    if now.kind == "plan":
        yield Line("time", f"The next check-in is planned for {moment}.")
    elif now.kind == "prompt":
        yield Line("time", f"The prompt waits until {moment}.")


def _outbox(now: Trace) -> Iterator[Line]:
    if now.state == "sent" and now.kind in _SENT:
        many = (
            "{n} digests sent to the therapist, one each morning." if now.kind == "digest" else ""
        )
        yield Line(*_SENT[now.kind], group=now.kind if many else "", many=many)
    elif now.state in _LOST:
        yield Line("sent", _LOST[now.state])


def _wall(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{local:%a} {local.day} {local:%b, %H:%M}"
