"""Whatever happens to an occurrence: its events add up to its row, and its end never gets worse."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework import chain, ledger
from homework.chain import ChainBroken, Event, Occurrence
from homework.ids import new_id
from homework.store import chains, occurrences
from tests.support.given_work import give_agreements
from tests.support.scene import Party, Scene, scene_in

NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
STATES = sorted(ledger.MAY_BECOME)
MOMENTS = st.integers(0, 10_000_000).map(lambda ms: NOON + timedelta(milliseconds=ms))
CHANGES = st.one_of(
    st.builds(lambda at: {"planned_at": at, "local_date": at.date()}, MOMENTS),
    st.builds(lambda state: {"state": state}, st.sampled_from(STATES)),
    st.builds(lambda at: {"reminded_at": at}, MOMENTS),
    st.builds(lambda at: {"state": "opened", "opened_at": at}, MOMENTS),
    st.builds(lambda n: {"state": "planned", "snoozes": n}, st.integers(1, 2)),
)


def one_of(key: str = "o1", client: str = "c1", assignment: str = "a1") -> Occurrence:
    return Occurrence(
        id=key,
        client=client,
        assignment=assignment,
        entry=None,
        local_date=date(2027, 3, 1),
        stage="main",
        planned_at=NOON,
        zone="Europe/London",
        closes_at=NOON + timedelta(hours=12),
    )


# Pure ---------------------------------------------------------------------------------------------


@given(st.lists(CHANGES, max_size=12))
def test_events_add_up_to_the_row(changes: list[dict[str, object]]) -> None:
    row = one_of()
    events = [chain.began(row, NOON)]
    for one in changes:
        after = replace(row, **one, revision=row.revision + 1)  # type: ignore[arg-type]
        if not ledger.may_become(row.state, after.state):
            continue
        event = chain.changed(row, after, NOON, "Europe/London")
        if event is not None:
            events.append(event)
            row = after
    assert chain.rebuild(events) == row
    assert {one.kind for one in events} <= chain.KINDS


def test_fractions_of_a_millisecond_are_the_row_s() -> None:
    odd = replace(one_of(), planned_at=NOON + timedelta(microseconds=1999))
    assert chain.rebuild([chain.began(odd, NOON)]).planned_at == NOON + timedelta(milliseconds=1)


def test_only_a_chain_can_be_rebuilt() -> None:
    first = chain.began(one_of(), NOON)
    moved = Event("o1", "c1", "moved", NOON, "UTC", {"planned_at": 0})
    stranger = replace(moved, occurrence="o2")
    foreign = replace(moved, changes={"id": "o9"})
    bare = replace(first, changes={})
    for broken in ([], [moved], [first, first], [first, stranger], [first, foreign], [bare]):
        with pytest.raises(ChainBroken):
            chain.rebuild(broken)


def test_a_change_without_a_name_is_not_kept_silently() -> None:
    with pytest.raises(ChainBroken):
        chain.changed(one_of(), replace(one_of(), stage="other"), NOON, "UTC")


def test_every_kind_fits_its_column() -> None:
    assert all(len(kind) <= 16 for kind in chain.KINDS)


@given(st.lists(st.sampled_from(sorted(ledger.END_STATES)), max_size=9), st.data())
def test_what_changes_after_the_end_never_counts_against_anybody(
    others: list[str], data: st.DataObject
) -> None:
    before = data.draw(st.sampled_from(sorted(ledger.END_STATES)))
    for after in ledger.MAY_BECOME[before]:
        was = ledger.fair_rate([(state, False) for state in [*others, before]])
        now = ledger.fair_rate([(state, False) for state in [*others, after]])
        assert now.done * max(was.n, 1) >= was.done * max(now.n, 1)
        assert after in ledger.END_STATES


# In the store -------------------------------------------------------------------------------------

ACTS = st.one_of(
    st.tuples(st.just("close"), st.sampled_from(sorted(ledger.END_STATES))),
    st.tuples(st.just("state"), st.sampled_from(["planned", "prompted", "opened"])),
    st.tuples(st.just("opened"), MOMENTS),
    st.tuples(st.just("sent"), MOMENTS),
    st.tuples(st.just("answer"), MOMENTS),
    st.tuples(st.just("moved"), MOMENTS),
)


async def act(scene: Scene, key: str, what: str, value: object) -> None:
    async with scene.looking() as unit:
        match what:
            case "close":
                await occurrences.close(unit, key, str(value))
            case "state":
                await occurrences.change(unit, key, state=value)
            case "opened":
                await occurrences.change(unit, key, state="opened", opened_at=value)
            case "sent" if isinstance(value, datetime):
                await occurrences.note_sent(unit, [(key, value), (key, value), ("nobody", value)])
            case "answer" if isinstance(value, datetime):
                await occurrences.note_first_answer(unit, key, value)
            case _:
                await occurrences.change(unit, key, planned_at=value)


async def settled(folder: Path) -> Party:
    async with scene_in(folder) as scene:
        carer = await scene.therapist("A", 11)
        party, token = await scene.invite(carer, "A1", 111)
        await scene.joins(party, token)
        await give_agreements(scene, party)
        return party


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Party]:
    folder = tmp_path_factory.mktemp("chain")
    return folder, asyncio.run(settled(folder))


@settings(max_examples=12, deadline=None)
@given(st.lists(ACTS, max_size=10))
async def test_the_store_never_forgets_an_event(
    practice: tuple[Path, Party], acts: list[tuple[str, object]]
) -> None:
    """After each act the chain is the row, and each step is one the ledger allows."""
    folder, party = practice
    async with scene_in(folder) as scene:
        key = new_id(NOON)
        one = one_of(key, party.client or "", party.ids["active"])
        async with scene.looking() as unit:
            await occurrences.add(unit, [one])
        states = [one.state]
        for what, value in acts:
            await act(scene, key, what, value)
            async with scene.looking() as unit:
                row = await occurrences.by_id(unit, key)
                events = await chains.of(unit, key)
            assert row is not None
            assert chain.rebuild(events) == row
            assert all(event.zone == "Europe/London" for event in events)
            states.append(row.state)
        assert all(ledger.may_become(*pair) for pair in pairwise(states))


async def test_an_end_that_stays_is_written_once(practice: tuple[Path, Party]) -> None:
    """A sheet that was ended, taken up again and left ends once more: its occurrence does not."""
    folder, party = practice
    async with scene_in(folder) as scene:
        key = new_id(NOON)
        one = replace(one_of(key, party.client or "", party.ids["active"]), state="opened")
        async with scene.looking() as unit:
            await occurrences.add(unit, [one])
            assert await occurrences.close(unit, key, "partial", step="first")
            assert not await occurrences.close(unit, key, "partial", step="second")
            found = await occurrences.by_id(unit, key)
            assert found is not None and found.step_reached == "first"
