"""X1, X3: every command and every button × every kind of person × their own and others' things.

Generated from the tables of `bot/commands.py`. What each row is for is said here a second time, by
hand: a new command or button fails these tests until somebody has written down whose it is.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from sqlalchemy import text

from bot import commands
from bot.afterwards import AnswerTap, Tell
from bot.dispatching import roles_of
from bot.incoming import Incoming
from bot.ingest import Handled
from bot.routing import Router
from homework import trail
from homework.store import people
from homework.store.unit import Unit
from tests.support.neighbours import Rows, all_rows, belongings, grown, without
from tests.support.scene import SHEET, Party, Scene
from tests.support.stores import AGREED

EVERYBODY, GUEST, CLIENT, THERAPIST = "everybody", "guest", "client", "therapist"
COMMANDS = {
    "start": {EVERYBODY},
    "crisis": {EVERYBODY},
    "privacy": {EVERYBODY},
    "help": {EVERYBODY},
    "clients": {THERAPIST},
    "invite": {THERAPIST},
    "assign": {THERAPIST},
    "assignments": {THERAPIST},
    "session": {THERAPIST},
    "brief": {THERAPIST},
    "review": {THERAPIST},
    "nudge": {THERAPIST},
    "alerts": {THERAPIST},
    "library": {THERAPIST},
    "digest": {THERAPIST},
    "report": {THERAPIST},
    "away": {THERAPIST},
    "settings": {THERAPIST, CLIENT},
    "today": {CLIENT},
    "log": {CLIENT},
    "progress": {CLIENT},
    "note": {CLIENT},
    "pause": {CLIENT},
    "resume": {CLIENT},
    "export": {GUEST, CLIENT, THERAPIST},
    "stop": {GUEST, CLIENT},
    "forget": {GUEST, CLIENT},
    "back": {CLIENT, THERAPIST},
    "skip": {CLIENT, THERAPIST},
    "cancel": {CLIENT, THERAPIST},
}


@dataclass(frozen=True)
class Button:
    """Who a button is for, which ids its noun takes, and what can be done with it."""

    whose: set[str]
    things: tuple[str, ...]
    values: tuple[str, ...]


EASE = ("fewer", "full", "v.light", "hold", "r.d3", "go", "times", "tell", "fine")
OCC = ("start", "menu", "later", "l60", "skip", "sbusy", "much", "tell", "vminute")
PACT = ("show", "plan", "history", "ask", "keep", "end", "end_yes")
PAGE = ("show", "prompts", "prompts.2", "minutes.10", "relaxation.on", "expected.on", "back")
PRAC = ("show", "history", "answer", "pause", "w1", "resume", "media.1")
TAPS = {
    "crisis": Button({EVERYBODY}, (), ("c.GB", "country", "tell")),
    "lang": Button({GUEST, CLIENT, THERAPIST}, (), ("en", "xx", "go")),
    "join": Button({GUEST, CLIENT}, (), ("yes", "no", "GB", "Europe/London")),
    "consent": Button({GUEST, CLIENT}, (), (f"yes.{AGREED}", "no")),
    "occ": Button({CLIENT}, ("occ", "occ_open"), OCC),
    "log": Button({CLIENT}, ("active",), ("go",)),
    "ses": Button(
        {CLIENT, THERAPIST}, ("session_waiting", "session_open", "session_form"), ("go",)
    ),
    "share": Button({CLIENT}, ("entry",), ("all", "summary", "nothing", "ask")),
    "mine": Button({CLIENT}, ("entry",), ("open", "nothing")),
    "list": Button({THERAPIST}, ("client",), ("fears.show", "moments.add", "fears.drop.i1")),
    "mylist": Button({CLIENT}, (), ("show", "propose")),
    "pic": Button({CLIENT}, (), ("menu", "year.0123456789")),
    "cpic": Button({THERAPIST}, ("client",), ("menu", "year.0123456789")),
    "rep": Button({THERAPIST}, ("client",), ("ask", "56", "one.00000000", "56.00000000")),
    "use": Button({CLIENT, THERAPIST}, ("session_open", "session_form"), ("1", "2")),
    "asg": Button({CLIENT}, ("proposed", "active", "draft"), ("accept", "adjust", "not_now")),
    "pact": Button({CLIENT}, ("active", "proposed"), PACT),
    "prof": Button({CLIENT}, (), ("10.on", "morning.on", "ask", "done")),
    "myplan": Button({CLIENT}, (), ("show", "signs", "agree")),
    "plan": Button({THERAPIST}, ("client",), ("show", "helps", "tell")),
    "pause": Button({CLIENT}, (), ("d1", "w4")),
    "ease": Button({CLIENT}, ("active",), EASE),
    "sil": Button({CLIENT}, ("silence",), ("fine", "fewer", "smaller", "stop")),
    "fb": Button({CLIENT}, ("much", "silence"), ("right", "much", "worse")),
    "note": Button({CLIENT}, ("note",), ("add", "new", "back")),
    "med": Button({CLIENT, THERAPIST}, ("medium",), ("open",)),
    "read": Button({CLIENT}, ("material",), ("p.0", "open")),
    "mat": Button({THERAPIST}, ("active", "draft"), ("list", "add", "done")),
    "matx": Button({THERAPIST}, ("material",), ("drop",)),
    "hard": Button({THERAPIST}, ("active", "draft"), ("show", "t.80", "g.feet", "g.own")),
    "smat": Button({THERAPIST}, (), ("list", "add", "done")),
    "smatx": Button({THERAPIST}, ("sheet_material",), ("drop",)),
    "wrap": Button({CLIENT}, ("entry",), ("done.most", "hard.4", "hard.much", "way.skip", "end")),
    "link": Button({CLIENT}, ("active", "chained"), ("yes", "no")),
    "time": Button({CLIENT}, ("entry_line",), ("ask", "17:30")),
    "copy": Button({GUEST, CLIENT}, (), ("mine",)),
    "forget": Button({GUEST, CLIENT}, (), ("copy", "once", "twice", "erase", "keep")),
    "erase": Button({THERAPIST}, ("client",), ("ask", "yes", "no")),
    "set": Button({CLIENT}, (), ("ask", "on", "off", "Europe/London")),
    "invite": Button({THERAPIST}, ("client",), ("link",)),
    "confirm": Button({THERAPIST}, ("client",), ("yes", "no", "yes.1234", "yes.", "no.")),
    "assign": Button({THERAPIST}, ("client",), ("go",)),
    "draft": Button({THERAPIST}, ("draft",), ("send", "why", "c100", "l2", "m1", "discard")),
    "program": Button({THERAPIST}, ("client",), ("go",)),
    "pdraft": Button({THERAPIST}, ("program_draft",), ("send", "why", "discard")),
    "prac": Button({THERAPIST}, ("active", "proposed"), PRAC),
    "end": Button({THERAPIST}, ("active", "proposed"), ("ask", "yes")),
    "meet": Button({THERAPIST}, ("client",), ("show", "days", "day.2099-01-01", "none")),
    "client": Button({THERAPIST}, ("client",), ("page", "entries.0")),
    "minor": Button({THERAPIST}, ("client",), ("ask", "16-17", "yes.16-17")),
    "care": Button({THERAPIST}, ("client",), ("show", "end", "ended", "next", "beside", "n.x")),
    "heir": Button({THERAPIST}, ("client",), ("yes", "no")),
    "carer": Button({CLIENT}, (), ("with", "without", "no")),
    "page": Button({THERAPIST}, ("client",), PAGE),
    "ent": Button({THERAPIST}, ("entry",), ("open",)),
    "brief": Button({THERAPIST}, ("client",), ("d0", "d7", "seen")),
    "clients": Button({THERAPIST}, (), ("0", "20.x")),
    "digest": Button({THERAPIST}, (), ("0", "60")),
    "whom": Button({THERAPIST}, (), ("0.", "20.x")),
    "sets": Button({THERAPIST}, (), ("0.", "20.x")),
    "again": Button({THERAPIST}, ("active", "proposed"), ("x",)),
    "fill": Button({THERAPIST}, ("template",), ("x",)),
    "keep": Button({THERAPIST}, ("active", "proposed", "draft"), ("ask", "words", "bare")),
    "tmpl": Button({THERAPIST}, ("template",), ("show", "name", "bare", "drop", "yes")),
    "tmpls": Button({THERAPIST}, ("client",), ("0.", "20.")),
    "rev": Button({THERAPIST}, ("entry",), ("discuss", "well?zq", "say", "s.", "next", "next?zq")),
    "queue": Button({THERAPIST}, ("client",), ("go",)),
    "notes": Button({THERAPIST}, ("client",), ("show", "write")),
    "mynote": Button({THERAPIST}, ("private_note",), ("drop",)),
    "nudge": Button({THERAPIST}, ("client",), ("go",)),
    "flag": Button({CLIENT}, ("alert",), ("on", "stop", "call", "not-me")),
    "alert": Button({THERAPIST}, ("alert",), ("show", "shown", "seen", "contacted", "false")),
    "rem": Button({CLIENT}, ("remark",), ("answer",)),
    "traced": Button({THERAPIST}, ("active", "proposed"), ("d0", "d28")),
    "take": Button({THERAPIST}, ("client",), ("ask", "w4", "w12.csv", "all.json", "all.fhir")),
    "lib": Button({THERAPIST}, (), ("full", "light", "light.0", "back", "withdraw")),
    "own": Button({THERAPIST}, ("sheet_draft",), ("full.1", "back", "publish", "drop")),
    "dry": Button({THERAPIST}, (), ("x",)),
    "tset": Button({THERAPIST}, (), ("daily", "ask", "Europe/London")),
    "hours": Button({THERAPIST}, (), ("office", "none", "ask")),
    "away": Button({THERAPIST}, (), ("w1", "2027-03-20", "back")),
    "cover": Button({THERAPIST}, ("therapist",), ("yes", "no")),
    "steps": Button({THERAPIST}, ("active", "proposed"), ("v.light", "v.minute", "keep")),
}
KEYS = {
    "lang": ("ask", "set"),
    "join": ("age", "cc", "tz"),
    "prof": ("minutes", "best", "all"),
    "set": ("quiet", "nights", "most", "zone", "tz", "discreet", "tidy", "agreed"),
    "tset": ("time", "days", "zone", "tz", "after"),
    "hours": ("set", "who"),
    "away": ("until", "nobody"),
    "lib": (SHEET,),
    "whom": ("brief", "session"),
    "sets": ("page",),
    "digest": ("page",),
    "smat": (SHEET,),
}
"""Where the middle of the data is no id but a word of ours."""

STRANGER = 999
NAMES_COLLEAGUES = ("1:hours~", "1:away~", "1:care~")
"""Where therapists of one installation see each other's names: as a contact, or to stand in."""
OWNERS = ("A1", "A2", "B1", "B", "A", "unconfirmed", "R1")
"""Whose things are tried: enough that each is somebody else's to everybody but its owner."""

PEOPLE = {
    "stranger": (),
    "joining": (GUEST,),
    "unconfirmed": (GUEST,),
    "under_age": (GUEST,),
    "A1": (CLIENT,),
    "paused": (CLIENT,),
    "A": (THERAPIST,),
    "B": (THERAPIST, CLIENT),
    "removed": (),
}
"""B is a therapist who is their own client too."""


def test_every_command_and_button_is_written_down_here() -> None:
    assert {row.name for row in commands.table()} == COMMANDS.keys()
    assert commands.taps().keys() == TAPS.keys()


def test_the_table_gives_each_row_to_those_written_down_here() -> None:
    given: dict[str, set[str]] = {}
    for row in commands.table():
        given.setdefault(row.name, set()).update(_named(row.roles))
    assert given == COMMANDS
    assert {noun: _named(row.roles) for noun, row in commands.taps().items()} == {
        noun: row.whose for noun, row in TAPS.items()
    }


def _named(roles: frozenset[str]) -> set[str]:
    return {EVERYBODY} if roles == commands.EVERYBODY else set(roles)


@dataclass(frozen=True)
class Cell:
    """One thing done by one person: may they, and is it about their own?

    `repeats`: under a question that is over, one's own open question is put again.
    """

    incoming: Incoming
    allowed: bool
    foreign: bool
    what: str
    repeats: bool = False


def cells(scene: Scene, name: str) -> Iterator[Cell]:
    """Everything this person could type or press."""
    me = scene.parties.get(name) or Party(name, STRANGER)
    roles = {*PEOPLE[name], EVERYBODY}
    for word, whose in COMMANDS.items():
        allowed = bool(whose & roles)
        yield Cell(scene.message(me.user, f"/{word}"), allowed, False, f"/{word}")
        yield Cell(scene.button(me.user, f"1:cmd~{word}:go"), allowed, False, f"cmd {word}")
    mine = {me.name}
    if THERAPIST in roles:
        mine |= {one.name for one in scene.parties.values() if one.carer == name}
    for noun, button in TAPS.items():
        allowed = bool(button.whose & roles)
        for key, foreign in _keys(scene, noun, button, me, mine):
            for value in button.values:
                data = f"1:{noun}~{key}:{value}"
                yield Cell(scene.button(me.user, data), allowed, foreign, data)
    yield from _asks(scene, me)


def _keys(
    scene: Scene, noun: str, button: Button, me: Party, mine: set[str]
) -> Iterator[tuple[str, bool]]:
    if not button.things:
        yield from ((key, False) for key in KEYS.get(noun, ("",)))
    personal = THERAPIST not in button.whose or noun in ("ses", "use")
    for one in map(scene.parties.__getitem__, OWNERS):
        own = one is me if personal else one.name in mine
        for thing in button.things:
            key = _key(one, thing)
            if key:
                yield key, not own or noun in ("cover", "heir")  # nobody was asked


def _key(one: Party, thing: str) -> str | None:
    if thing in ("client", "therapist"):
        return one.client if thing == "client" else one.therapist
    return one.ids.get(thing)


def _asks(scene: Scene, me: Party) -> Iterator[Cell]:
    """The buttons under a question name only the question."""
    for one in map(scene.parties.__getitem__, OWNERS):
        for thing in ("ask_open", "ask_waiting", "ask_done", "ask_form"):
            if one is not me and (ask := one.ids.get(thing)):
                for value in ("v.60", "s", "f", "u"):
                    data = f"1:{ask}:{value}"
                    yield Cell(scene.button(me.user, data), False, True, data, repeats=True)


class _Undo(Exception):
    """Nothing of what was tried stays."""


@dataclass
class Tried:
    handled: Handled
    rows: Rows
    shown: list[str]


async def attempt(scene: Scene, unit: Unit, incoming: Incoming, before: Rows) -> Tried:
    """Let one thing happen, look at what it did, and undo it."""
    router = Router(scene.house, ("en",))
    tried: list[Tried] = []
    try:
        async with unit.savepoint():
            written = await _written(unit)
            handled = await router.handle(unit, [incoming])
            await unit.flush()
            rows = before if await _written(unit) == written else await all_rows(unit)
            tried.append(Tried(handled, rows, _shown(unit, handled, incoming)))
            raise _Undo
    except _Undo:
        return tried[0]
    raise AssertionError("it was not undone")


async def _written(unit: Unit) -> int:
    """How many rows this connection has ever written."""
    return (await unit.conn.execute(text("SELECT total_changes()"))).scalar_one()


def _shown(unit: Unit, handled: Handled, incoming: Incoming) -> list[str]:
    """Everything its sender would be shown by it."""
    told = [one.text for one in handled.after if isinstance(one, AnswerTap)]
    told += [one.message.html for one in handled.after if isinstance(one, Tell)]
    born = [one.message for one in unit.born if one.chat == incoming.user_id]
    labels = [button.label for one in born for row in one.buttons for button in row]
    return [*told, *(one.html for one in born), *labels]


@pytest.mark.parametrize("name", PEOPLE)
async def test_x1_nobody_does_what_is_not_theirs(scene: Scene, name: str) -> None:
    me = scene.parties.get(name) or Party(name, STRANGER)
    async with scene.looking() as unit:
        who = await people.actor(unit, me.user)
        assert set(roles_of(who)) == (set(PEOPLE[name]) or {"stranger"})
        before = await all_rows(unit)
        mine = grown(before, await belongings(unit, me))
        mine_only = {who.person.id} if who.person else set[object]()
        near = {one.name for one in scene.parties.values() if one.carer == name} | {name, me.carer}
        others = {one.word for one in scene.parties.values() if one.name not in near}
        colleagues = {one.word for one in scene.parties.values() if one.therapist}
        counts = {"allowed": 0, "refused": 0}
        for cell in cells(scene, name):
            tried = await attempt(scene, unit, cell.incoming, before)
            assert tried.handled.failed == {}, cell.what
            changed = _changed(before, tried.rows)
            if cell.allowed and not cell.foreign:
                counts["allowed"] += 1
                assert without(changed, mine) == {}, cell.what
            elif cell.repeats:
                counts["refused"] += 1
                own = mine_only | {me.ids.get("session_open"), me.ids.get("session_form")}
                assert [key for key, row in changed.items() if _owner(row) not in own] == []
            else:
                counts["refused"] += 1
                assert all("lane" in row for row in changed.values()), cell.what
                assert {_owner(row) for row in changed.values()} <= mine_only, cell.what
            said = "\n".join(tried.shown)
            known = colleagues if cell.what.startswith(NAMES_COLLEAGUES) else set[str]()
            assert not [word for word in others - known if word in said], cell.what
    assert counts["refused"] > 100 and counts["allowed"] >= 8


def _changed(before: Rows, after: Rows) -> Rows:
    """Return the rows that are new or other than before, and those that are gone."""
    if after is before:
        return {}
    other = {key: row for key, row in after.items() if before.get(key) != row}
    return other | {key: row for key, row in before.items() if key not in after}


def _owner(row: Mapping[str, object]) -> object:
    """To whom a new outbox row goes; of any other row its own id."""
    return row["person_id"] if "lane" in row else row["id"]


# What shows something that a client wrote, is in the audit ----------------------------------------

SEEN = "zqseenzq"
NOT_BY_CLIENTS = ("client", "outbox", "private_note", "assignment", "material")
"""Tables sealed with a client's key whose words are a therapist's, or the code name."""


async def test_p10_whatever_shows_what_a_client_wrote_stands_in_the_audit(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command and button, so that a new one cannot show it unseen by its owner."""
    opened = scene.sealer.open_bytes
    words = [one.word.encode() for one in scene.parties.values() if one.carer == "A"]

    def marked(table: str, column: str, row: str, client: str | None, sealed: bytes) -> bytes:
        found = opened(table, column, row, client, sealed)
        if client is not None and table not in NOT_BY_CLIENTS:
            for word in words:
                found = found.replace(word, SEEN.encode())
        return found

    monkeypatch.setattr(scene.sealer, "open_bytes", marked)
    shown = 0
    async with scene.looking() as unit:
        before = await all_rows(unit)
        for cell in cells(scene, "A"):
            if cell.foreign or not cell.allowed:
                continue
            tried = await attempt(scene, unit, cell.incoming, before)
            if SEEN in "\n".join(tried.shown):
                shown += 1
                noted = {row.get("action") for row in _changed(before, tried.rows).values()}
                assert noted & trail.READ, cell.what
    assert shown >= 20


# Words that were asked for: what they are about is looked at again when they come -----------------

THINGS = ("entry", "active", "private_note", "template")


@pytest.mark.parametrize("name", ["A1", "A", "B"])
async def test_x1_typed_words_never_reach_what_is_not_theirs(scene: Scene, name: str) -> None:
    """Every kind of typed words × things of others, as if they had been asked for."""
    me, tried_so_far = scene.parties[name], 0
    near = {one.name for one in scene.parties.values() if one.carer == name} | {name, me.carer}
    others = [one for one in map(scene.parties.__getitem__, OWNERS) if one.name not in near]
    async with scene.looking() as unit:
        who = await people.actor(unit, me.user)
        assert who.person is not None
        await people.expect(unit, who.person.id, "x")
        before = await all_rows(unit)
        mine = grown(before, await belongings(unit, me))
        nouns = [noun for noun, row in commands.typed().items() if row[0] & set(PEOPLE[name])]
        nouns = [noun for noun in nouns if noun != "invite"]  # a new client, and one's own
        one = others[0]
        keys = [key for key in (one.client, *map(one.ids.get, THINGS)) if key]
        for noun, key in itertools.product(nouns, keys):
            parts = {"plan": f"signs.{key}", "list": f"{key}.fears", "remark": f"{key}.all"}
            parts["keep"] = f"{key}.words"
            expecting = f"{noun}.{parts.get(noun, key)}"
            await people.expect(unit, who.person.id, expecting)
            tried = await attempt(scene, unit, scene.message(me.user, "some words"), before)
            tried_so_far += 1
            assert tried.handled.failed == {}, expecting
            assert without(_changed(before, tried.rows), mine) == {}, expecting
            assert one.word not in "\n".join(tried.shown), expecting
    assert tried_so_far >= 20


# What is theirs, they can do: otherwise the matrix would hold for a bot that does nothing ---------

DOABLE = {
    "A1": (
        "1:ease~{active}:fewer", "1:ease~{active}:r.d3", "1:ease~{active}:v.light",
        "1:sil~{silence}:fewer", "1:fb~{much}:right", "1:set~nights:56", "1:myplan~:signs",
        "1:occ~{occ}:start", "1:occ~{occ}:sbusy", "1:occ~{occ}:tell", "1:log~{active}:go",
        "1:ses~{session_waiting}:go", "1:share~{entry}:nothing", "1:mine~{entry}:open",
        "1:wrap~{entry}:done.most", "1:note~{note}:new", "1:note~{note}:back",
        "1:read~{material}:p.0", "1:flag~{alert}:call", "1:flag~{alert}:stop",
        "1:asg~{proposed}:accept",
        "1:asg~{proposed}:not_now", "1:time~{entry_line}:ask", "1:time~{entry_line}:17:30",
        "1:pause~:d1", "1:set~discreet:off", "1:{ask_open}:s",
    ),
    "A": (
        "1:client~{A1}:page", "1:ent~{A1.entry}:open", "1:take~{A1}:w4.csv",
        "1:draft~{A1.draft}:send",
        "1:draft~{A1.draft}:discard", "1:draft~{A1.draft}:why", "1:draft~{A1.draft}:c100",
        "1:mat~{A1.active}:add", "1:matx~{A1.material}:drop",
        "1:end~{A1.active}:yes", "1:assign~{A2}:go",
        "1:hours~set:office", "1:away~nobody:2027-03-20", "1:steps~{A1.active}:v.light",
        "1:page~{A1}:prompts.2", "1:plan~{A1}:show", "1:care~{A1}:ended",
        "1:page~{A1}:relaxation.on", "1:meet~{A1}:none",
        "1:program~{A2}:go", "1:pdraft~{A1.program_draft}:send",
        "1:tset~days:weekly", f"1:lib~{SHEET}:full", "1:{ask_form}:p",
        "1:own~{A1.sheet_draft}:drop",
        "1:tmpl~{A1.template}:show", "1:tmpl~{A1.template}:name", "1:tmpl~{A1.template}:yes",
        "1:tmpls~{A1}:0.", "1:tmpls~mine:0.",
        "1:alert~{A1.alert}:show", "1:alert~{A1.alert}:false",
    ),
    "joining": (f"1:consent~:yes.{AGREED}", "1:consent~:no"),
    "B": ("1:client~{B}:page", "1:ent~{B.entry}:open", "1:occ~{occ}:start", "1:copy~:mine"),
}  # fmt: skip


@pytest.mark.parametrize("name", DOABLE)
async def test_what_is_theirs_they_can_do(scene: Scene, name: str) -> None:
    me = scene.parties[name]
    ids = dict(me.ids)
    for one in scene.parties.values():
        ids |= {one.name: one.client or ""}
        ids |= {f"{one.name}.{thing}": key for thing, key in one.ids.items()}
    async with scene.looking() as unit:
        before = await all_rows(unit)
        stale = scene.house.texts("en").plain("tap-stale")
        for template in DOABLE[name]:
            data = template
            for key, value in ids.items():
                data = data.replace("{" + key + "}", value)
            tried = await attempt(scene, unit, scene.button(me.user, data), before)
            assert stale not in tried.shown and tried.rows != before, template
