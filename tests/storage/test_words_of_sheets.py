"""The words of a version in other languages stay with it, also when a newer one is shipped."""

import pytest

from conversations import loader
from conversations.fingerprints import fingerprint
from conversations.model import Worksheet
from conversations.session import Ref
from homework import packaged
from homework.stocking import stock
from homework.store import published, wordings
from homework.store.database import Database, Unit
from tests.support.stores import NOW

OLD = """
format = 1
id = "reading"
version = 1
title = "Old"

[[steps]]
id = "it"
kind = "text"
prompt = "What?"
"""
WORDS = """
format = 1
id = "reading"
locale = "de"
title = "Alt"

[steps.it]
prompt = "Was?"
"""


async def old_version(unit: Unit) -> Ref:
    """A version of a shipped sheet as an earlier release had it, with its German words."""
    sheet = loader.load(OLD, "reading.toml")
    assert isinstance(sheet, Worksheet)
    ref = Ref(sheet.id, sheet.version, fingerprint(sheet))
    await published.publish(unit, ref, OLD)
    await wordings.keep(unit, ref, "de", WORDS)
    return ref


async def test_who_began_an_older_version_ends_it_in_their_language(db: Database) -> None:
    async with db.transaction(NOW) as unit:
        ref = await old_version(unit)
        shelf = await stock(unit)
    assert shelf.newest["reading"] != ref
    assert shelf.worksheet(ref).title == "Old"
    assert shelf.worksheet(ref, "de").title == "Alt"
    assert shelf.worksheet(ref, "es").title == "Old", "no words in it: those it was written in"
    newest = shelf.worksheet(shelf.newest["reading"], "de")
    assert newest == packaged.in_other_words("reading")["de"]


async def test_what_is_shipped_is_kept_once_and_mended_words_replace_it(db: Database) -> None:
    async with db.transaction(NOW) as unit:
        shelf = await stock(unit)
        ref = shelf.newest["reading"]
        kept = await wordings.load(unit)
        count = len(packaged.translations("worksheets")) + len(packaged.translations("forms"))
        assert len(kept) == count > 0
        await wordings.keep(unit, ref, "de", WORDS)
        await stock(unit)
        assert await wordings.load(unit) == kept


@pytest.mark.parametrize("broken", ["", WORDS.replace("[steps.it]", "[steps.gone]")])
async def test_words_that_do_not_fit_are_left_out(db: Database, broken: str) -> None:
    async with db.transaction(NOW) as unit:
        ref = await old_version(unit)
        await wordings.keep(unit, ref, "de", broken)
        shelf = await stock(unit)
    assert shelf.worksheet(ref, "de").title == "Old"
