"""A message is a reply to an earlier one: where its words belong, and putting them there.

A reply to a question that was answered, in the open sheet or another one, changes that answer. One
to the open question is an answer as always. One to something that asked for no words there and then
is no answer to the question that happens to stand open: its writer is asked.
"""

from dataclasses import dataclass, replace
from typing import Literal

from conversations.aimed import is_move, reply
from conversations.brought import Brought
from conversations.countdown import is_running
from conversations.markup import clean
from conversations.model import Info, Moods, Rerate, Step
from conversations.path import names_of, pairs_of
from conversations.session import CLOSED
from conversations.typed_moves import gives_up
from homework import correcting
from homework.collecting import Desk, local_now
from homework.posting import say
from homework.store import corrections, screens, sessions
from homework.store.people import Actor
from homework.store.screens import Sent
from homework.store.sessions import Held

BESIDE = frozenset({"prompt", "reminder", "question", "notice", "alert", "digest", "brief"})
"""Kinds of messages that are no part of a sheet that is being filled in."""
RANG = frozenset({"prompt", "reminder"})


@dataclass(frozen=True, slots=True)
class Aim:
    """What a reply was written under.

    `text`: nothing that matters, its words count as any do. `open`: the question that is open.
    `step`: the question of `step` in a sheet of theirs, `about` one of its feelings. `prompt`: that
    of the occurrence `subject`. `comment`: what told that comment of a therapist's. `other`: a
    message that is no part of the sheet that is open.
    """

    what: Literal["text", "open", "step", "prompt", "comment", "other"]
    held: Held | None = None
    step: Step | None = None
    about: str | None = None
    subject: str = ""


_TEXT, _OPEN, _OTHER = Aim("text"), Aim("open"), Aim("other")


async def aim(desk: Desk, who: Actor, message_id: int, text: str) -> Aim:
    """Return what the message is to which somebody replied with `text`."""
    person = who.person
    if person is None or (text and not clean(text).strip()):
        return _TEXT
    if who.therapist is None and (who.client is None or who.client.state != "active"):
        return _TEXT
    texts = desk.house.texts(person.locale)
    if gives_up(text, texts.language):
        return _TEXT
    await desk.flush()
    await desk.load([person.id])
    now = desk.open_for(who)
    if now is not None:
        sheet = desk.house.shelf.worksheet(now.session.worksheet)
        if is_running(sheet.by_id.get(now.session.asked.step or ""), now.session):
            return _TEXT
    sent = await screens.message(desk.unit, person.id, message_id)
    rang = sent is not None and sent.kind in RANG
    if is_move(text, texts.language) and not rang:
        return _TEXT
    if sent is None:
        return await _own(desk, who, now, message_id)
    if sent.kind != "step":
        return _apart(now, sent)
    held = await sessions.load(desk.unit, sent.subject) if sent.subject else None
    if held is None or not sessions.is_theirs(who, held):
        return _OTHER if now else _TEXT
    if now is not None and sent.ask == now.session.asked.id:
        return _OPEN
    step = _step(desk, held, sent.step)
    about = None
    if isinstance(step, Moods | Rerate) and sent.item is not None:
        about = await _rated_then(desk, held, step, sent)
        if about is None:
            step = None
    return _at(now, held, step, about, again=now is not None and _is_asked(now, sent))


async def _own(desk: Desk, who: Actor, now: Held | None, message_id: int) -> Aim:
    """Words of one's own that were replied to belong where those went."""
    if who.person is None:
        return _TEXT
    found = await corrections.brought_by(desk.unit, who.person.id, message_id)
    held = await sessions.load(desk.unit, found[0]) if found else None
    if found is None or held is None or not sessions.is_theirs(who, held):
        return _TEXT
    brought = next((one for one in found[1] if one.how != "noted"), None)
    step = _step(desk, held, brought.step) if brought else None
    if step is None or brought is None:
        return _TEXT
    return _at(now, held, step, _touched(step, brought), again=False)


def _step(desk: Desk, held: Held, step: str | None) -> Step | None:
    return desk.house.shelf.worksheet(held.session.worksheet).by_id.get(step or "")


def _is_asked(now: Held, sent: Sent) -> bool:
    """Whether a message asked what is asked now: it was put again since."""
    asked = (now.session.asked.step, now.session.item)
    return sent.subject == now.session.id and (sent.step, sent.item) == asked


def _at(now: Held | None, held: Held, step: Step | None, about: str | None, *, again: bool) -> Aim:
    same = now is not None and held.session.id == now.session.id
    if same and (again or step is None or isinstance(step, Info)):
        return _OPEN
    form = held.kind != "worksheet" and held.session.status in CLOSED
    if step is None or form:
        return _OTHER if now else _TEXT
    return Aim("step", held, step, about)


def _apart(now: Held | None, sent: Sent) -> Aim:
    if sent.kind in RANG and sent.subject and (now is None or now.occurrence != sent.subject):
        return Aim("prompt", subject=sent.subject)
    if sent.kind == "notice" and sent.subject:
        return Aim("comment", subject=sent.subject)
    if now is None or (sent.kind in RANG and now.occurrence == sent.subject):
        return _TEXT
    return _OTHER if sent.kind in BESIDE or sent.at < now.session.opened_at else _TEXT


async def _rated_then(desk: Desk, held: Held, step: Moods | Rerate, sent: Sent) -> str | None:
    """Return the feeling whose rating a message asked for; None where it is not there any more."""
    then = await corrections.as_it_was(desk.unit, held.session, sent.at)
    names = names_of(step, then)
    name = names[sent.item] if sent.item is not None and sent.item < len(names) else None
    return name if name in names_of(step, held.session) else None


def _touched(step: Step, brought: Brought) -> str | None:
    """Return the one feeling that a message named or rated."""
    if not isinstance(step, Moods | Rerate):
        return None
    before, after = dict(pairs_of(brought.before)), dict(pairs_of(brought.after))
    names = [name for name in after if name not in before or before[name] != after[name]]
    return names[0] if len(names) == 1 else None


async def put(desk: Desk, who: Actor, at: Aim, text: str, message_id: int | None) -> None:
    """Put the words of a reply where its question is, and say where that was."""
    person, held, step = who.person, at.held, at.step
    if person is None or held is None or step is None:
        return
    await desk.load([person.id])
    now = desk.open_for(who)
    texts = desk.house.texts(person.locale)
    sheet = desk.house.sheet(held.session.worksheet, texts)
    outcome = reply(
        sheet,
        held.session,
        sheet.by_id[step.id],
        text,
        about=at.about,
        now=local_now(desk.unit, who.client.zone if who.client else None),
        language=texts.language,
    )
    await desk.risk(who, held, sheet, outcome)
    if person.id in desk.held_back:  # the question waits behind help, as one that nobody saw
        asked = replace(outcome.session.asked, seen_at=None)
        outcome = replace(outcome, session=replace(outcome.session, asked=asked))
    if now is None or now.session.id != held.session.id:
        key = "replied-there" if now is None else "replied-there-open"
        say(desk.unit, person, held.session.client, texts.html(key, title=sheet.title))
    await correcting.carry_out(desk, who, held, sheet, outcome, message_id)
