"""What the linter refuses, what it warns of, and what it says would fit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from conversations.model import Nature
from conversations.session import Asked, Session
from homework import hierarchy, linter, occasions, packaged, profile, weekhours
from homework.burden import Caps
from homework.hierarchy import Item
from homework.house import House, Shelf
from homework.ids import new_id
from homework.linter import MOST_UNREAD, Lint
from homework.page import Page
from homework.safety import crisis
from homework.schedule import (
    WEEK,
    AfterOther,
    AfterWaking,
    BySession,
    EveryDays,
    InMinutes,
    OnDates,
    Random,
    Rule,
    Weekly,
)
from homework.spoken_days import Read, Unread
from homework.stocking import stock
from homework.store import assignments, entries, hierarchies, pages, people, sessions
from homework.store.assignments import Assignment
from homework.store.database import Database, Unit
from homework.store.entries import Written
from homework.store.sessions import Held
from homework.trimming import Cut, trimmed
from tests.support.stores import NOW, Cast

TEXTS = packaged.texts("en", strict=True)
SHEET, SERIES, LONG = "thought_record_3col", "self_monitoring", "thought_record_7col"
EVENING: tuple[Rule, ...] = (Weekly(WEEK, time(18)),)


async def house_of(unit: Unit, *nature: Nature) -> House:
    """The house; with a nature, the sheet of three columns is of that nature."""
    shelf = await stock(unit)
    ref = shelf.newest[SHEET]
    sheet = shelf.worksheet(ref).model_copy(update={"nature": nature})
    shelf = Shelf({**shelf.published, ref: sheet}, shelf.newest, shelf.forms)
    return House(shelf, {"en": TEXTS}, crisis.shipped(), "bot")


def draft_of(house: House, cast: Cast, sheet: str = SHEET, key: str = "d" * 26) -> Assignment:
    return Assignment(
        id=key, client=cast.client, therapist=cast.therapist, worksheet=house.shelf.newest[sheet],
        variant="full", state="draft", texts=assignments.Texts("It helps us see when it is hard."),
        sharing="all", window_minutes=None, grace_minutes=None, idle_minutes=60,
        reminder_minutes=None, starts_on=NOW.date(), ends_on=NOW.date() + timedelta(days=13),
        revision=0, agreed_at=None,
    )  # fmt: skip


async def look(
    unit: Unit, cast: Cast, house: House, draft: Assignment, read: Read = EVENING
) -> Lint:
    client = await people.client_by_id(unit, cast.client)
    assert client is not None
    return await linter.look(unit, house, client, draft, read, TEXTS)


async def agree(
    unit: Unit, house: House, cast: Cast, sheet: str, rules: Sequence[Rule], key: str = "a" * 26
) -> None:
    one = replace(draft_of(house, cast, sheet, key), state="active")
    await assignments.add(unit, one, rules)


async def test_what_fits_is_neither_refused_nor_warned_of(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        assert await look(unit, cast, house, draft_of(house, cast)) == Lint()


@pytest.mark.parametrize("why", ["", ".", "  - ", "?!"])
async def test_without_a_reason_it_is_refused(db: Database, cast: Cast, why: str) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        draft = replace(draft_of(house, cast), texts=assignments.Texts(why))
        assert "no reason" in "".join((await look(unit, cast, house, draft)).refused)


@pytest.mark.parametrize("days", [-1, 84, 4000])
async def test_without_an_end_it_is_refused(db: Database, cast: Cast, days: int) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        draft = draft_of(house, cast)
        draft = replace(draft, ends_on=draft.starts_on + timedelta(days=days))
        assert "no end" in "".join((await look(unit, cast, house, draft)).refused)
        draft = replace(draft, ends_on=draft.starts_on + timedelta(days=83))
        assert (await look(unit, cast, house, draft)).refused == ()


async def test_days_after_the_end_are_refused(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        late = OnDates((date(2026, 4, 1),), time(18))
        found = await look(unit, cast, house, draft_of(house, cast), (late,))
        assert "before the end" in "".join(found.refused)
        found = await look(unit, cast, house, draft_of(house, cast), (late, *EVENING))
        assert found.refused == ()


async def test_quiet_hours_are_those_of_the_day(db: Database, cast: Cast) -> None:
    days = weekhours.to_json({5: ("17:00", "10:00")})
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        await people.change_client(unit, cast.client, quiet_days=days)
        (said,) = (await look(unit, cast, house, draft_of(house, cast))).refused
        assert "18:00 on Fri lies in Fox’s quiet hours" in said
        assert "22:00 to 08:00; Fri 17:00 to 10:00" in said
        assert "16:30 would fit" in said
        found = await look(unit, cast, house, draft_of(house, cast), (Weekly(WEEK, time(16, 30)),))
        assert found.refused == ()


async def test_random_and_after_waking_are_looked_at_too(db: Database, cast: Cast) -> None:
    nap = weekhours.to_json(dict.fromkeys(range(1, 8), ("12:00", "14:00")))
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        draft = draft_of(house, cast)
        late: tuple[Rule, ...] = (AfterWaking(WEEK, 15 * 60),)
        (said,) = (await look(unit, cast, house, draft, late)).refused
        assert "it is 23:00 for Fox, in their quiet hours" in said and "21:30 would fit" in said
        assert (await look(unit, cast, house, draft, (AfterWaking(WEEK, 60),))).refused == ()
        span: tuple[Rule, ...] = (Random(WEEK, time(9), time(20), 1, 0, 60, "s"),)
        assert (await look(unit, cast, house, draft, span)).refused == ()
        await people.change_client(unit, cast.client, quiet_days=nap)
        (said,) = (await look(unit, cast, house, draft, span)).refused
        assert "Between 09:00 and 20:00 lie quiet hours of Fox" in said


async def test_above_the_minutes_a_reason_is_asked_and_less_is_offered(
    db: Database, cast: Cast
) -> None:
    rules = (Weekly(WEEK, time(10)), Weekly(WEEK, time(14)), Weekly(WEEK, time(18)))
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        draft = draft_of(house, cast, LONG)
        found = await look(unit, cast, house, draft, rules)
        assert found.refused == ()
        assert "36 minutes a day" in (found.reason or "") and "30 is the most" in found.reason
        assert found.cuts[0] == Cut("light") and Cut("full", 2) in found.cuts
        for cut in found.cuts:
            left = trimmed(rules, cut)
            less = replace(draft, variant=cut.variant)
            assert (await look(unit, cast, house, less, left)) == Lint()
        told = replace(draft, texts=replace(draft.texts, reason="It is the week before the exam."))
        assert (await look(unit, cast, house, told, rules)) == Lint()


async def test_what_the_client_told_is_realistic_counts_if_it_is_less(
    db: Database, cast: Cast
) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        await profile.answer(unit, cast.client, "minutes", "10", on=True)
        found = await look(unit, cast, house, draft_of(house, cast, LONG))
        assert "Fox told that 10 are realistic" in (found.reason or "")
        await profile.answer(unit, cast.client, "minutes", "45", on=True)
        await pages.keep(unit, cast.client, Page(minutes=5))
        found = await look(unit, cast, house, draft_of(house, cast, LONG))
        assert "5 is the most" in (found.reason or "")


async def test_above_the_prompts_it_is_refused_with_what_fits(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        await pages.keep(unit, cast.client, Page(Caps(prompts=2)))
        work = frozenset(range(1, 6))
        await agree(unit, house, cast, SHEET, [Weekly(work, time(9)), Weekly(work, time(13))])
        found = await look(unit, cast, house, draft_of(house, cast))
        assert "3 prompts on one day; 2 is the most for Fox" in found.refused[0]
        assert found.cuts == (Cut("full", days=frozenset({6, 7})),)
        assert found.ends == ()


@pytest.mark.parametrize(
    ("have", "want", "refused"),
    [
        ([SHEET, LONG], SHEET, True),
        ([SHEET, LONG], SERIES, False),
        ([SHEET, SERIES], LONG, False),
        ([SERIES], SERIES, True),
        ([SHEET], LONG, False),
    ],
)
async def test_two_practices_and_one_series_at_a_time(
    db: Database, cast: Cast, have: list[str], want: str, refused: bool
) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        for place, sheet in enumerate(have):
            await agree(unit, house, cast, sheet, [], f"{place}" * 26)
        found = await look(unit, cast, house, draft_of(house, cast, want), (Weekly(WEEK, time(9)),))
        assert bool(found.refused) == refused
        same = [sheet for sheet in have if (sheet == SERIES) == (want == SERIES)]
        assert [one.worksheet.id for one in found.ends] == (same if refused else [])


async def test_hard_words_are_warned_of_and_named(db: Database, cast: Cast) -> None:
    hard = "Systematic documentation of dysfunctional cognitions facilitates their modification."
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        draft = replace(draft_of(house, cast), texts=assignments.Texts(hard))
        found = await look(unit, cast, house, draft)
        assert found.refused == () and found.reason is None
        assert "grade" in found.warned[0] and "documentation" in found.warned[0]
        easy = assignments.Texts("You said nights are hard.", enough=hard)
        assert len((await look(unit, cast, house, replace(draft, texts=easy))).warned) == 1


@pytest.mark.parametrize("nature", ["relaxation", "expressive_writing"])
async def test_what_the_page_rules_out_is_refused(db: Database, cast: Cast, nature: Nature) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit, nature)
        days = tuple(NOW.date() + timedelta(days=ahead) for ahead in (1, 3, 5))
        morning = (OnDates(days, time(9)),)
        draft = draft_of(house, cast)
        assert await look(unit, cast, house, draft, morning) == Lint()
        await pages.keep(unit, cast.client, Page(marks=frozenset({nature})))
        found = await look(unit, cast, house, draft, morning)
        assert found.marked and len(found.refused) == 1
        assert await look(unit, cast, house, draft_of(house, cast, LONG), morning) == Lint()


async def test_an_exposure_needs_a_list_with_something_on_it(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit, "exposure")
        draft = draft_of(house, cast)
        found = await look(unit, cast, house, draft)
        assert found.list == "fears" and "has none yet" in found.refused[0]
        wished = hierarchy.put((), [("Take the lift", 40)], proposed=True)
        await hierarchies.keep(unit, cast.client, "fears", wished or ())
        assert (await look(unit, cast, house, draft)).refused, "proposed is not agreed"
        await hierarchies.keep(unit, cast.client, "moments", (Item("i1", "Say no", 20),))
        assert (await look(unit, cast, house, draft)).refused, "another list is none of fears"
        await hierarchies.keep(unit, cast.client, "fears", (Item("i1", "Take the lift", 40),))
        assert await look(unit, cast, house, draft) == Lint(), "this sheet asks for its own step"


async def test_a_sheet_that_goes_by_the_list_names_an_item_of_it(db: Database, cast: Cast) -> None:
    items = (Item("i1", "Take the lift", 60), Item("i2", "Look at a lift", 10))
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        ref = house.shelf.newest["exposure"]
        draft = replace(draft_of(house, cast), worksheet=ref)
        await hierarchies.keep(unit, cast.client, "fears", items)
        found = await look(unit, cast, house, draft)
        assert [item.id for item in found.items] == ["i2", "i1"], "the easiest is offered first"
        named = replace(draft, texts=replace(draft.texts, item=items[0]))
        assert (await look(unit, cast, house, named)).list is None
        await hierarchies.keep(unit, cast.client, "fears", items[1:])
        assert (await look(unit, cast, house, named)).items, "what was taken off is not set"


async def test_saying_it_may_do_without_a_list(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        ref = house.shelf.newest["assertiveness_practice"]
        found = await look(unit, cast, house, replace(draft_of(house, cast), worksheet=ref))
        assert found == Lint(list="moments"), "the sheet asks then, and the list is one tap away"


async def test_two_hours_after_writing_it_must_not_be_night(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit, "expressive_writing")
        late = (Weekly(WEEK, time(19, 30)),)  # five minutes to write, and two hours
        assert (await look(unit, cast, house, draft_of(house, cast), late)).refused == ()
        (said,) = (
            await look(unit, cast, house, draft_of(house, cast), (Weekly(WEEK, time(20, 30)),))
        ).refused
        assert "at 22:35, in their quiet hours" in said and "19:00 would fit" in said
        (said,) = (
            await look(unit, cast, house, draft_of(house, cast), (Weekly(WEEK, time(23)),))
        ).refused
        assert "23:00 lies in" in said, "the time itself is said first"


async def test_writing_it_out_is_for_a_few_times(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit, "expressive_writing")
        draft = draft_of(house, cast)
        found = await look(unit, cast, house, draft, (Weekly(WEEK, time(17)),))
        assert found.few and "comes 14 times" in found.warned[0]
        await assignments.add(unit, draft, (Weekly(WEEK, time(17)),))
        draft = (await assignments.by_ids(unit, [draft.id]))[draft.id]
        few = await occasions.take_proposed(unit, draft)
        rules = [entry.rule for entry in few.entries]
        assert rules == [EveryDays(2, draft.starts_on, time(17))]
        assert occasions.count(few, rules) == 4
        assert not (await look(unit, cast, house, few, rules)).few
        assert not (await look(unit, cast, house, few, ())).few, "when they like has no number"


async def test_a_backlog_is_warned_of_and_a_series_counts_once(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        single = [await write(unit, house, cast, SHEET) for _ in range(MOST_UNREAD - 1)]
        assert await look(unit, cast, house, draft_of(house, cast)) == Lint()
        for _ in range(MOST_UNREAD):
            await write(unit, house, cast, SERIES)
        found = await look(unit, cast, house, draft_of(house, cast))
        assert [f"{MOST_UNREAD} entries of Fox wait" in said for said in found.warned] == [True]
        await entries.mark_read(unit, cast.therapist, cast.client, single[:1])
        assert await look(unit, cast, house, draft_of(house, cast)) == Lint()


async def write(unit: Unit, house: House, cast: Cast, sheet: str) -> str:
    """An entry that nobody read, with the session it came from."""
    key, ref = new_id(NOW), house.shelf.newest[sheet]
    asked = Asked(key[-16:], None)
    now = Session(key, cast.client, ref, "full", "main", "done", asked, NOW)
    held = Held(now, cast.person, None, None, "worksheet", None, 1, None, "sent", NOW)
    await sessions.insert(unit, held)
    entry = Written(
        id=key, client=cast.client, session=key, assignment=None, occurrence=None, worksheet=sheet,
        variant="full", state="done", sharing="all", body={}, began_at=NOW, closed_at=NOW,
    )  # fmt: skip
    await entries.add(unit, entry)
    return key


async def test_what_cannot_be_read_is_said_with_the_rest(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        draft = replace(draft_of(house, cast), texts=assignments.Texts("One. Two. Three."))
        found = await look(unit, cast, house, draft, Unread("words", "sometimes"))
        assert len(found.refused) == 2 and found.cuts == ()


async def test_what_follows_a_session_or_another_practice_is_counted_as_often_as_that(
    db: Database, cast: Cast
) -> None:
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        await pages.keep(unit, cast.client, Page(minutes=6))
        await agree(unit, house, cast, SHEET, [Weekly(frozenset({1}), time(9))])
        after = (AfterOther("a" * 26, "Sheet", InMinutes(60)), BySession(InMinutes(60)))
        found = await look(unit, cast, house, draft_of(house, cast, LONG), after)
        assert found.reason is None, "twice 12 minutes a week and once 5 are no 6 a day"
        found = await look(unit, cast, house, draft_of(house, cast, LONG))
        assert found.reason is not None
