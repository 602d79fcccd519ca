"""What waits for a therapist's hours, and what a client's page holds."""

from datetime import UTC, datetime, timedelta

from conversations.texts import Texts
from homework import notices, packaged, page, weekhours
from homework.burden import Caps
from homework.house import House
from homework.loads import Load, caps_of, most, reason_needed
from homework.page import USUAL, Page
from homework.safety import crisis
from homework.stocking import stock
from homework.store import contacts, covers, outbox, pages, people, timers
from homework.store.claims import claim
from homework.store.contacts import Contact
from homework.store.database import Database, Unit
from homework.store.outbox import withhold
from homework.store.people import Therapist
from tests.support.stores import NOW, Cast

OFFICE: weekhours.Hours = dict.fromkeys(range(1, 6), ("09:00", "17:00"))
EVENING = datetime(2026, 3, 2, 20, tzinfo=UTC)  # a Monday
MORNING = datetime(2026, 3, 3, 9, tzinfo=UTC)
TEXTS = packaged.texts("en", strict=True)


async def house(unit: Unit) -> House:
    return House(await stock(unit), {"en": TEXTS}, crisis.shipped(), "bot")


async def therapist(unit: Unit, key: str, told: weekhours.Hours | None = OFFICE) -> Therapist:
    """A therapist with hours, who is a person of their own."""
    person = await people.add_person(unit, 7000 + int(key[-3:], 36), "en")
    hours = weekhours.to_json(told) if told else None
    await people.change_therapist(unit, key, person_id=person.id, zone="UTC", hours=hours)
    found = await people.therapist_by_id(unit, key)
    assert found is not None
    return found


def said(_: Texts) -> str:
    return "news"


async def waiting(db: Database, now: datetime) -> int:
    async with db.transaction(now) as unit:
        return len((await claim(unit, now, set(), replies=10, others=10)).ready)


async def test_news_waits_for_the_hours_and_goes_out_when_they_begin(
    db: Database, cast: Cast
) -> None:
    async with db.transaction(EVENING) as unit:
        one = await therapist(unit, cast.therapist)
        await notices.tell_one(unit, await house(unit), one, said)
    assert await waiting(db, EVENING + timedelta(hours=1)) == 0
    async with db.transaction(MORNING) as unit:
        assert await timers.at(unit, notices.HOURS, one.id) == MORNING
        (timer,) = [each for each in await timers.due(unit, MORNING, 9) if each.kind == "hours"]
        await notices.hours_due(unit, await house(unit), [timer])
    assert await waiting(db, MORNING) == 1


async def test_an_alert_waits_for_nothing(db: Database, cast: Cast) -> None:
    async with db.transaction(EVENING) as unit:
        one = await therapist(unit, cast.therapist)
        await notices.tell_one(unit, await house(unit), one, said, kind="alert")
    assert len(unit.born) == 1


async def test_hours_that_changed_meanwhile_hold_it_on_or_let_it_go(
    db: Database, cast: Cast
) -> None:
    async with db.transaction(EVENING) as unit:
        one = await therapist(unit, cast.therapist)
        await notices.tell_one(unit, await house(unit), one, said)
        later = weekhours.to_json({3: ("10:00", "12:00")})
        await people.change_therapist(unit, one.id, hours=later)
    async with db.transaction(MORNING) as unit:
        (timer,) = [each for each in await timers.due(unit, MORNING, 9) if each.kind == "hours"]
        await notices.hours_due(unit, await house(unit), [timer])
        assert await timers.at(unit, notices.HOURS, one.id) == MORNING + timedelta(hours=25)
    assert await waiting(db, MORNING) == 0
    async with db.transaction(MORNING) as unit:
        await people.change_therapist(unit, one.id, hours=None)
        changed = await people.therapist_by_id(unit, one.id)
        assert changed is not None
        await notices.look_again(unit, changed)
    assert await waiting(db, MORNING) == 1


async def test_what_is_held_for_a_removed_therapist_is_never_sent(db: Database, cast: Cast) -> None:
    async with db.transaction(EVENING) as unit:
        one = await therapist(unit, cast.therapist)
        await notices.tell_one(unit, await house(unit), one, said, client=cast.client)
        await withhold(unit, one.person or "", None)
        await outbox.release(unit, one.person or "")
    assert await waiting(db, MORNING) == 0


async def test_who_stands_in_is_told_and_no_client_is_theirs(db: Database, cast: Cast) -> None:
    until = NOW + timedelta(days=7)
    async with db.transaction(NOW) as unit:
        colleague = await people.add_therapist(unit, "C")
        await covers.ask(unit, colleague, [cast.client], until)
        assert [one.id for one, _ in await people.told_about(unit, cast.client)] == [cast.therapist]
        assert await covers.asked(unit, colleague, cast.therapist) == {cast.client: until}
        assert await covers.asked(unit, cast.therapist, cast.therapist) == {}
        await covers.begin(unit, colleague, [cast.client])
        told = await people.told_about(unit, cast.client)
        assert [(one.id, cover) for one, cover in told] == [
            (cast.therapist, False),
            (colleague, True),
        ]
        assert await people.client_in_care(unit, colleague, cast.client) is None
        assert await people.clients_of(unit, colleague) == []
        assert [one.id for one in await people.therapists_of(unit, cast.client)] == [cast.therapist]
    async with db.transaction(until) as unit:
        assert len(await people.told_about(unit, cast.client)) == 1, "it ends by itself"
        assert await covers.covered(unit, cast.therapist) == {}


async def test_who_stands_in_is_shown_no_words_of_a_client(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        await therapist(unit, cast.therapist, None)
        colleague = await people.add_therapist(unit, "C")
        person = await people.add_person(unit, 4343, "en")
        await people.change_therapist(unit, colleague, person_id=person.id)
        await covers.ask(unit, colleague, [cast.client], NOW + timedelta(days=7))
        await covers.begin(unit, colleague, [cast.client])
        client = await people.client_by_id(unit, cast.client)
        assert client is not None
        await notices.tell(
            unit, await house(unit), client, "told-times", title="Sheet", wish="in the mornings"
        )
        told = {out.person: out.message.html for _, out in unit.posted}
        assert len(told) == 2
        assert [("in the mornings" in html, "Fox" in html) for html in told.values()] == [
            (True, True),
            (False, True),
        ]
        assert "in the mornings" not in told[person.id]


async def test_a_contact_is_a_colleague_a_name_or_the_operator(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        assert await contacts.of_therapist(unit, cast.therapist) is None
        for contact in (Contact(), Contact(colleague="x" * 26), Contact(words="Dr Z, 555")):
            await contacts.keep(unit, cast.therapist, contact)
            assert await contacts.of_therapist(unit, cast.therapist) == contact
    assert "555" not in repr(Contact(words="Dr Z, 555"))


async def test_a_page_is_sealed_and_its_caps_hold(db: Database, cast: Cast) -> None:
    own = Page(Caps(2, 1, 90), minutes=15, practices=1, marks=frozenset({"relaxation"}))
    async with db.transaction(NOW) as unit:
        assert await pages.of_client(unit, cast.client) == USUAL
        await pages.keep(unit, cast.client, own)
        assert await pages.of_client(unit, cast.client) == own
        assert await caps_of(unit, await house(unit), [cast.client]) == {cast.client: own.caps}
        await pages.keep(unit, cast.client, USUAL)
        assert await pages.of_client(unit, cast.client) == USUAL
    assert page.to_json(USUAL) == {}
    assert "relaxation" not in repr(own)


def test_a_load_is_held_against_the_page_in_words() -> None:
    assert most(Load(4, 10, 2, 1, 4), USUAL, TEXTS, "Fox") == []
    assert len(most(Load(5, 40, 3, 2), Page(), TEXTS, "Fox")) == 2, "a series lifts prompts to ten"
    assert len(most(Load(5, 40, 3, 0, 5), USUAL, TEXTS, "Fox")) == 2
    assert "40 minutes" in (reason_needed(Load(1, 40.2, 1, 0), USUAL, TEXTS, "Fox") or "")
    assert reason_needed(Load(1, 30.0, 1, 0), USUAL, TEXTS, "Fox") is None
