"""A year of sixty people whose truth is known: what a therapist is told is that, and no more."""

import asyncio
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conversations.markup import plain
from conversations.texts import Texts
from homework import briefing, client_page, digesting
from homework.brief_span import LONGER, SHORTER
from homework.chain import rebuild
from homework.digest import Need, need
from homework.store import chains, occurrences, people
from homework.store.database import Database, Unit, upgrade
from homework.store.keyring import Keyring
from homework.store.people import Client
from homework.store.sealing import Sealer
from tests.support import known_truth, known_year
from tests.support.known_cast import KEPT, cast
from tests.support.known_lives import HERE, NOW, Life
from tests.support.known_year import KnownYear
from tests.support.stores import MASTER

BRIEFS = Path(__file__).with_name("briefs")
SHOWN = ("overwhelmed", "improving", "worrier")
BOTH = "Thought record: looking at both sides"
HINTS = {
    "silent": "Prompts came on 6 days and none was answered. Ask what would help?",
    "overwhelmed": f"{BOTH}: “too much” was pressed 2 times. Offer the shorter form?",
    "no evenings": "Check-in: how it is right now: 7 of 7 were not begun in the evening, 0 of 7 in"
    " the morning. Offer other times?",
    "busy": f"{BOTH}: skipped 3 times as busy or for want of a private place. Offer other times, or"
    " another place?",
    "unwell": f"{BOTH}: skipped as unwell 3 times. Offer a pause?",
    "too hard": f"{BOTH}: skipped as too hard 3 times. Offer the shorter form?",
    "not relevant": f"{BOTH}: skipped 3 times as not fitting. Ask whether it still fits?",
    "stuck": f"{BOTH}: 4 sheets stopped at “What does not fit it”. Look at that question together?",
    "puts off": f"{BOTH}: 4 of 6 prompts were put off. Offer other times?",
    "held back": f"{BOTH}: 3 prompts were held back by quiet hours, the number a day or the time"
    " between. Set other times, or fewer?",
}
NONE = {
    *("improving", "unmoved", "blocked", "from memory", "keeps all", "numbers only"),
    *("bot down", "paused", "new", "worrier", "night writer"),
}
"""Of whom there is nothing to suggest: nobody's doing, or nothing that a rule is about."""
INTERPRETING = re.compile(
    r"\b(better|worse|improv|because|therefore|good|bad|well|success|fail|progress|declin|avoid"
    r"|resist|motivat|complian|adheren|should|shows|means|streak|overdue)"
)


@dataclass
class Told:
    """The messages of everybody, made once: digest, briefs by days, pages; by row id of clients."""

    year: KnownYear
    digest: list[str]
    texts: dict[tuple[str, int], str]
    pages: dict[str, list[str]]
    needs: dict[str, Need]
    chains_hold: bool

    @property
    def briefs(self) -> dict[tuple[str, int], list[str]]:
        """The lines of each brief."""
        return {key: _lines(said) for key, said in self.texts.items()}

    def of(self, kind: str) -> tuple[str, Life]:
        """The one client of a kind."""
        ((key, life),) = [one for one in self.year.lives.items() if one[1].kind == kind]
        return key, life


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return asyncio.run(_tell(tmp_path_factory.mktemp("year")))


async def _tell(folder: Path) -> Told:
    url = f"sqlite:///{folder / 'homework.db'}"
    upgrade(url)
    keyring = Keyring.open(folder / "keyring.db", MASTER)
    db = Database(url, Sealer(keyring))
    await db.open()
    try:
        year = await known_year.write(db)
        async with db.transaction(NOW) as unit:
            return await _told(unit, year)
    finally:
        await db.close()
        keyring.close()


async def _told(unit: Unit, year: KnownYear) -> Told:
    texts, who, house = year.house.texts("en"), year.therapist, year.house
    clients = await people.clients_of(unit, who.id)
    briefs = {
        (one.id, days): plain((await briefing.of_client(unit, house, who, one, texts, days)).html)
        for one in clients
        for days in (SHORTER, LONGER)
    }
    facts = await digesting.facts_of(unit, house, who, clients, texts)
    return Told(
        year,
        _lines(plain((await digesting.digest_of(unit, house, who, texts)).html)),
        briefs,
        {one.id: await _page(unit, year, one, texts) for one in clients},
        {one.id: need(one) for one in facts},
        await _chains_hold(unit, [one.id for one in clients]),
    )


async def _page(unit: Unit, year: KnownYear, one: Client, texts: Texts) -> list[str]:
    seen = await client_page.opened(unit, year.house, year.therapist, one, texts)
    return _lines(plain(await client_page.page(seen)))


async def _chains_hold(unit: Unit, clients: list[str]) -> bool:
    rows = await occurrences.since(unit, clients, known_truth.begin(7))
    found = await chains.of_each(unit, [one.id for one in rows])
    return all(rebuild(found[one.id]) == one for one in rows) and len(rows) > 100


def _lines(said: str) -> list[str]:
    return [line for line in said.split("\n") if line]


def everybody(told: Told) -> Iterator[tuple[str, list[str]]]:
    """Each message, with whom it is about."""
    yield "", told.digest
    yield from ((key, lines) for (key, _), lines in told.briefs.items())
    yield from told.pages.items()


# The truth ----------------------------------------------------------------------------------------


def test_the_year_is_a_year_as_the_program_leaves_one(told: Told) -> None:
    lives = told.year.lives.values()
    assert len(lives) == 60
    assert {one.kind for one in lives} == {*HINTS, *NONE, "ordinary"}
    assert told.chains_hold
    assert cast() == list(lives)  # the same seed, the same year


def test_everybody_stands_where_they_need_it(told: Told) -> None:
    lives = {one.name: one for one in told.year.lives.values()}
    names = [line.split(":")[0] for line in told.digest[1:] if line.split(":")[0] in lives]
    assert len(names) == 60
    needs = [known_truth.need(lives[name]) for name in names]
    assert needs == sorted(needs)
    assert {*needs} == {1, 2, 3, 4, 5}
    silent = [known_truth.how_silent(lives[name]) for name in names[: needs.count(1)]]
    assert silent == sorted(silent, reverse=True)
    for key, life in told.year.lives.items():
        assert told.needs[key] == known_truth.need(life)


def test_every_line_of_the_digest_is_true(told: Told) -> None:
    lives = told.year.lives.values()
    said = set(told.digest)
    for life in lives:
        assert known_truth.digest_line(life) in said
    assert told.digest[0] == "Your clients, Feb 28, 2026 to Mar 6, 2026"
    assert told.digest[-1] == known_truth.response(lives)
    assert len(told.digest) == 62


@pytest.mark.parametrize("days", [SHORTER, LONGER])
def test_every_line_of_every_brief_is_true(told: Told, days: int) -> None:
    for key, life in told.year.lives.items():
        lines = told.briefs[key, days]
        asked = [line for line in lines if line.endswith("?")]
        assert len(asked) <= 1
        assert lines == known_truth.brief(life, days, *asked)


def test_every_line_of_every_page_is_true(told: Told) -> None:
    for key, life in told.year.lives.items():
        assert told.pages[key] == known_truth.page(life)


# Nothing beyond it --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(HINTS))
def test_who_needs_one_gets_the_one_suggestion(told: Told, kind: str) -> None:
    key, _ = told.of(kind)
    assert told.briefs[key, 7][-1] == HINTS[kind]


@pytest.mark.parametrize("kind", sorted(NONE))
def test_where_no_rule_holds_nothing_is_suggested(told: Told, kind: str) -> None:
    key, _ = told.of(kind)
    for days in (7, 28):
        assert not told.briefs[key, days][-1].endswith("?")


def test_no_percentage_is_said_of_fewer_than_five(told: Told) -> None:
    rates = [
        (int(n), percent)
        for _, lines in everybody(told)
        for line in lines
        for n, percent in re.findall(r"of (\d+) done( \(\d+ %\))?", line)
    ]
    assert {bool(percent) for _, percent in rates} == {True, False}
    assert all(bool(percent) == (n >= 5) for n, percent in rates)


def test_what_is_kept_leaves_no_word_and_no_number(told: Told) -> None:
    key, life = told.of("keeps all")
    said = [*told.briefs[key, 7], *told.briefs[key, 28], *told.pages[key]]
    assert not any("→" in line or "“" in line or "predictions" in line for line in said)
    assert "9 entries are kept by the client" in "\n".join(told.briefs[key, 7])
    assert {one.sharing for one in life.sheets} == {"nothing"}
    assert not any(KEPT in line for _, lines in everybody(told) for line in lines)


def test_of_who_shares_numbers_only_the_numbers_are_there(told: Told) -> None:
    key, life = told.of("numbers only")
    said = "\n".join([*told.briefs[key, 7], *told.pages[key]])
    assert "→" in said
    assert "“" not in said
    assert {one.sharing for one in life.sheets} == {"summary"}


@pytest.mark.parametrize("kind", ["blocked", "bot down", "paused", "held back"])
def test_what_never_rang_was_never_missed(told: Told, kind: str) -> None:
    key, life = told.of(kind)
    for days in (7, 28):
        due = known_truth.moments(life, days)
        counted = sum(one.state in ("on_time", "late", "partial", "missed") for one in due)
        assert all(one.rang for one in due if one.state == "missed")
        (line,) = [
            one for one in told.briefs[key, days] if one.startswith(f"{BOTH}: ") and "?" not in one
        ]
        rate = re.search(r"of (\d+) done", line)
        assert (int(rate[1]) if rate else 0) == counted < len(due)


def test_nothing_is_interpreted(told: Told) -> None:
    own = {"What went well: I went to the meeting"}
    said = {line for _, lines in everybody(told) for line in lines} - own
    assert not [line for line in said if INTERPRETING.search(line.lower())]


def test_days_are_those_of_the_reader_not_of_the_machine(told: Told) -> None:
    key, life = told.of("night writer")
    newest = life.sheets[-1].closed
    assert newest.date() != newest.astimezone(HERE).date()
    assert any(line.startswith("Newest, Mar 6, 2026: ") for line in told.briefs[key, 7])


@pytest.mark.parametrize("kind", SHOWN)
def test_three_briefs_to_read(told: Told, kind: str) -> None:
    """UPDATE_BRIEFS=1 writes them anew; then read them."""
    key, _ = told.of(kind)
    file = BRIEFS / f"brief_{kind}.txt"
    now = f"{told.texts[key, 7]}\n\n\n{told.texts[key, 28]}\n"
    if os.environ.get("UPDATE_BRIEFS"):
        file.write_text(now, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == now
