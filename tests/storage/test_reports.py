"""Reports: asked for once, drawn off the loop, delivered once; a death in between loses none."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from conversations.message import Message
from homework import packaged, reporting
from homework.firing import FIRE
from homework.house import House
from homework.reports import offers
from homework.reports.material import Told
from homework.reports.pictures import Drawn, Paper, Year
from homework.safety import crisis
from homework.stocking import stock
from homework.store import audit, erasure, people, reports, timers
from homework.store.database import Database, DatabaseUnavailable, Unit
from homework.store.tables import attachment, outbox, report, timer
from scheduler.due import Due
from scheduler.studio import DrawFn, Studio
from tests.support.stores import NOW, Cast
from tests.support.written import write

TEXTS = packaged.texts("en", strict=True)


class Calendar:
    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> Any:
        return self.at


class Drawer:
    """Draws a name; fails, or waits to be let go, where it is told to."""

    def __init__(self, *fails: Exception) -> None:
        self.fails = [*fails]
        self.drawn: list[Drawn] = []
        self.go = asyncio.Event()
        self.go.set()

    async def __call__(self, picture: Drawn) -> bytes:
        await self.go.wait()
        self.drawn.append(picture)
        if self.fails:
            raise self.fails.pop()
        return b"picture"


class Here:
    """The due timers and the studio of one start of the program."""

    def __init__(self, db: Database, house: House, calendar: Calendar, draw: DrawFn) -> None:
        self.db, self.house, self.calendar = db, house, calendar
        self.studio = Studio(db, calendar, draw)

        async def fire(unit: Unit, found: Any) -> None:
            await FIRE["report"](unit, house, found)

        self.due = Due(db, calendar, {"report": fire})

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Here"]:
        self.db.listeners.append(self.studio.heard)
        try:
            yield self
        finally:
            self.db.listeners.remove(self.studio.heard)

    async def tick(self, after: timedelta = timedelta()) -> None:
        self.calendar.at += after
        async with self.running():
            await self.due.tick()
            await self.studio.still()

    async def sent(self) -> list[tuple[str, bytes | None]]:
        async with self.db.transaction(self.calendar.now()) as unit:
            query = select(outbox, attachment.c.id.label("file"), attachment.c.body.label("bytes"))
            query = query.outerjoin(attachment, attachment.c.outbox_id == outbox.c.id)
            rows = (await unit.conn.execute(query.order_by(outbox.c.id))).all()
            return [(self._text(unit, row), self._file(unit, row)) for row in rows]

    def _text(self, unit: Unit, row: Any) -> str:
        return unit.sealer.open("outbox", "body", row.id, row.client_id, row.body)

    def _file(self, unit: Unit, row: Any) -> bytes | None:
        if row.file is None:
            return None
        return unit.sealer.open_bytes("attachment", "body", row.file, row.client_id, row.bytes)

    async def left(self) -> tuple[int, int]:
        async with self.db.transaction(self.calendar.now()) as unit:
            rows = await unit.conn.scalar(select(func.count()).select_from(report))
            set_ = await unit.conn.scalar(select(func.count()).select_from(timer))
            return rows or 0, set_ or 0


async def house_of(db: Database) -> House:
    async with db.transaction(NOW) as unit:
        shelf = await stock(unit)
    return House(shelf, {"en": TEXTS}, crisis.shipped(), "bot")


@pytest.fixture
async def here(db: Database, cast: Cast) -> Here:
    house = await house_of(db)
    async with db.transaction(NOW) as unit:
        for place in range(4):
            await write(unit, house, cast.person, cast.client, NOW - timedelta(days=place))
    return Here(db, house, Calendar(), Drawer())


async def ask(here: Here, cast: Cast, *, own: bool = True, key: str = "") -> str:
    async with here.db.transaction(here.calendar.now()) as unit:
        person = await people.person_by_id(unit, cast.person)
        client = await people.client_by_id(unit, cast.client)
        assert person is not None and client is not None
        if not key:
            (told,) = await reporting.pictures_of(unit, here.house, client, TEXTS, own=own)
            key = told.key
        await reporting.ask(unit, person, client, key, own=own)
    return key


def drawer(here: Here) -> Drawer:
    draw = here.studio._draw
    assert isinstance(draw, Drawer)
    return draw


async def test_it_is_drawn_and_posted_as_one_sealed_message(here: Here, cast: Cast) -> None:
    await ask(here, cast)
    assert await here.left() == (1, 1)
    await here.tick()
    assert [type(one) for one in drawer(here).drawn] == [Year]
    ((text, file),) = await here.sent()
    assert "4 entries on 4 days" in text and "pic:menu" in text.replace("pic~", "pic")
    assert file == b"picture"
    assert await here.left() == (0, 0)
    await here.tick(timedelta(hours=1))
    assert len(await here.sent()) == 1


async def test_pressed_twice_it_is_drawn_once(here: Here, cast: Cast) -> None:
    await ask(here, cast)
    await ask(here, cast)
    await here.tick()
    assert len(await here.sent()) == 1


async def test_nothing_waits_inside_the_transaction_while_it_is_drawn(
    here: Here, cast: Cast
) -> None:
    await ask(here, cast)
    drawer(here).go.clear()
    async with here.running():
        await here.due.tick()
        async with asyncio.timeout(5), here.db.transaction(NOW) as unit:
            assert len(await reports.waiting(unit)) == 1
        drawer(here).go.set()
        await here.studio.still()
    assert len(await here.sent()) == 1


async def test_who_waits_is_shown_that_it_is_being_made_until_it_is(here: Here, cast: Cast) -> None:
    shown: list[int | None] = []
    begun = asyncio.Event()

    async def busy(order: reporting.Order) -> None:
        shown.append(order.chat)
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            shown.append(None)

    here.studio = Studio(here.db, here.calendar, drawer(here), busy)
    await ask(here, cast)
    drawer(here).go.clear()
    async with here.running():
        await here.due.tick()
        async with asyncio.timeout(5):
            await begun.wait()
        assert len(shown) == 1 and shown[0] is not None, "not in vain, and not yet over"
        drawer(here).go.set()
        await here.studio.still()
    assert len(shown) == 2 and len(await here.sent()) == 1


async def test_a_death_while_it_is_drawn_loses_nothing(here: Here, cast: Cast) -> None:
    await ask(here, cast)
    async with here.db.transaction(NOW) as unit:
        await timers.remove(unit, [one.id for one in await timers.due(unit, NOW, 9)])
    assert await here.left() == (1, 0), "taken, and then the program died"
    again = Here(here.db, here.house, here.calendar, Drawer())
    async with here.db.transaction(NOW) as unit:
        await reporting.resume(unit)
    await again.tick()
    assert [file for _, file in await again.sent()] == [b"picture"]


async def test_what_nobody_drew_in_time_comes_back_and_is_given_up_in_the_end(
    here: Here, cast: Cast
) -> None:
    await ask(here, cast)
    for _ in range(reporting.TRIES):
        await here.due.tick()  # nobody listens: the process that should draw is gone
        assert await here.sent() == []
        here.calendar.at += reporting.LEASE
    await here.due.tick()
    ((text, file),) = await here.sent()
    assert "could not be drawn" in text and file is None
    assert await here.left() == (0, 0)


async def test_what_cannot_be_drawn_is_said_at_once(here: Here, cast: Cast) -> None:
    drawer(here).fails = [RuntimeError("x")]
    await ask(here, cast)
    await here.tick()
    ((text, file),) = await here.sent()
    assert "could not be drawn" in text and file is None
    assert await here.left() == (0, 0)


async def test_a_jump_of_the_calendar_does_not_draw_it_twice(here: Here, cast: Cast) -> None:
    await ask(here, cast)
    drawer(here).go.clear()
    async with here.running():
        await here.due.tick()
        here.calendar.at += timedelta(days=1)
        await here.due.tick()
        drawer(here).go.set()
        await here.studio.still()
    assert len(drawer(here).drawn) == 1 and len(await here.sent()) == 1


async def test_a_database_that_is_away_puts_it_off(
    here: Here, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ask(here, cast)

    async def away(*args: object) -> None:
        raise DatabaseUnavailable("gone")

    with monkeypatch.context() as patched:
        patched.setattr(reporting, "deliver", away)
        await here.tick()
    assert await here.sent() == [] and (await here.left())[0] == 1
    await here.tick(reporting.LEASE)
    assert len(await here.sent()) == 1


async def test_who_is_erased_meanwhile_gets_nothing(here: Here, cast: Cast) -> None:
    await ask(here, cast)
    drawer(here).go.clear()
    async with here.running():
        await here.due.tick()
        async with here.db.transaction(NOW) as unit:
            await erasure.empty(unit, cast.client)
        drawer(here).go.set()
        await here.studio.still()
    assert await here.sent() == []
    assert await here.left() == (0, 0)


async def test_a_therapist_who_lets_go_of_a_client_gets_nothing(here: Here, cast: Cast) -> None:
    async with here.db.transaction(NOW) as unit:
        other = await people.add_person(unit, 77, "en")
        await people.change_therapist(unit, cast.therapist, person_id=other.id)
    theirs = replace(cast, person=other.id)
    await ask(here, theirs, own=False)
    async with here.db.transaction(NOW) as unit:
        noted = await audit.of_client(unit, cast.client)
        assert [one.action for one in noted][-1] == "read.picture"
        await people.end_care(unit, cast.therapist)
    await here.tick()
    assert await here.sent() == [] and drawer(here).drawn == []
    assert await here.left() == (0, 0)


async def test_a_report_goes_to_the_therapist_as_a_document(here: Here, cast: Cast) -> None:
    async with here.db.transaction(NOW) as unit:
        other = await people.add_person(unit, 77, "en")
        await people.change_therapist(unit, cast.therapist, person_id=other.id)
    await ask(here, replace(cast, person=other.id), own=False, key=reporting.paper_key(28))
    await here.tick()
    (paper,) = drawer(here).drawn
    assert isinstance(paper, Paper) and paper.title == "Fox"
    ((sheet, written, _),) = paper.rows
    assert (sheet, written) == (packaged.worksheets()["action_plan"].title, "4")
    ((text, file),) = await here.sent()
    assert "The report of Fox" in text and file == b"picture"
    async with here.db.transaction(NOW) as unit:
        mime = await unit.conn.scalar(select(attachment.c.mime))
        noted = await audit.of_client(unit, cast.client)
    assert mime == "application/pdf"
    assert [one.action for one in noted][-1] == "read.report"


async def test_a_report_of_one_sheet_holds_nothing_of_the_others(here: Here, cast: Cast) -> None:
    async with here.db.transaction(NOW) as unit:
        client = await people.client_by_id(unit, cast.client)
        assert client is not None
        assert await reporting.sheets_of(unit, here.house, client, TEXTS) == [], "there is but one"
        await write(unit, here.house, cast.person, cast.client, NOW, "worry_outcome")
        several = await reporting.sheets_of(unit, here.house, client, TEXTS)
        other = await people.add_person(unit, 77, "en")
        await people.change_therapist(unit, cast.therapist, person_id=other.id)
    assert {one.id for one in several} == {"action_plan", "worry_outcome"}
    key = reporting.paper_key(28, "worry_outcome")
    await ask(here, replace(cast, person=other.id), own=False, key=key)
    await here.tick()
    (paper,) = drawer(here).drawn
    title = packaged.worksheets()["worry_outcome"].title
    assert isinstance(paper, Paper) and paper.under.startswith(title)
    assert [row[0] for row in paper.rows] == [title]


async def test_a_client_gets_no_report_for_therapists(here: Here, cast: Cast) -> None:
    await ask(here, cast, key=reporting.paper_key(28))
    await here.tick()
    assert drawer(here).drawn == []
    ((text, file),) = await here.sent()
    assert "could not be drawn" in text and file is None


async def test_nobody_gets_the_pictures_of_somebody_else_as_their_own(
    here: Here, cast: Cast
) -> None:
    key = await ask(here, cast)
    await here.tick()
    async with here.db.transaction(NOW) as unit:
        other = await people.add_person(unit, 78, "en")
    await ask(here, replace(cast, person=other.id), key=key)
    await here.tick()
    assert len(await here.sent()) == 1


async def test_what_does_not_fit_under_a_picture_comes_after_it(
    here: Here, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def long(*args: Any) -> Told:
        (told,) = offers.told(*args[::2])
        return replace(told, finding="many words " * 120)

    key = await ask(here, cast)
    assert key.startswith("year.")
    monkeypatch.setattr(offers, "one", long)
    await here.tick()
    (picture, words) = await here.sent()
    assert picture[1] == b"picture" and "many words" not in picture[0]
    assert words[1] is None and "many words" in words[0]


async def test_many_at_once_are_made_ready_a_few_at_a_time(here: Here, cast: Cast) -> None:
    sizes: list[int] = []
    here.db.listeners.append(lambda unit: sizes.append(len(unit.orders)))
    await ask(here, cast)
    async with here.db.transaction(NOW) as unit:
        (first,) = await reports.of_person(unit, cast.person)
        for _ in range(9):
            row = await reports.add(unit, cast.person, cast.client, first.what)
            await timers.set(unit, NOW, reporting.TIMER, row, 0)
    await here.tick()
    assert len(await here.sent()) == 10
    assert max(sizes) == reporting.AT_ONCE


def test_an_order_tells_nothing_in_its_repr() -> None:
    picture = Year("zqcanaryzq", ("zqcanaryzq",), (1,), ((0, 1, 1),), ("a", "b", "c"))
    order = reporting.Order("r", "p", "c", "x.png", picture, Message("zqcanaryzq"), Message(""))
    assert "zqcanaryzq" not in repr(order)
