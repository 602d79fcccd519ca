"""X15: what is used is locked by hash, known by its licence, and listed for whoever asks."""

import re

from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion

from tools.licences import ALLOWED, is_permissive, licence, page
from tools.locked import ROOT, locked
from tools.sbom import bom


def test_x15_everything_locked_has_hashes() -> None:
    rows = locked()
    assert len(rows) > 80
    assert all(row.hashes for row in rows)
    text = (ROOT / "requirements.lock").read_text()
    assert len(rows) == len(re.findall(r"^[a-z0-9._-]+==", text, re.MULTILINE))


def test_x15_what_the_bot_needs_is_told_from_what_its_developers_need() -> None:
    needed = {row.name: not row.development for row in locked()}
    for name in ("python-telegram-bot", "httpx", "h11", "greenlet", "pydantic-core", "cffi"):
        assert needed[name], name
    for name in ("pytest", "bandit", "hypothesis", "hatchling", "ruff", "cyclonedx-python-lib"):
        assert not needed[name], name


def test_x15_every_licence_is_permissive_or_excepted_with_a_reason() -> None:
    for row in locked():
        found = licence(row.name)
        if row.name in ALLOWED:
            assert ALLOWED[row.name][0] == found
        else:
            assert is_permissive(found), (row.name, found)
    assert {row.name for row in locked()} >= ALLOWED.keys(), "an exception for nothing"
    assert is_permissive("GPL-3.0-only OR MIT")
    assert not is_permissive("MIT AND GPL-3.0-only")


def test_x15_the_list_of_licences_is_that_of_the_lock() -> None:
    assert (ROOT / "docs" / "licences.md").read_text() == page(), "make licences"


def test_x15_the_bill_of_materials_is_whole_and_valid() -> None:
    made = bom()
    assert {(one.name, one.version) for one in made.components} == {
        (row.name, row.version) for row in locked()
    }
    written = JsonV1Dot6(made).output_as_string()
    known = {row.hashes[0] for row in locked()}
    assert known <= set(re.findall(r"[0-9a-f]{64}", written))
    assert "sqlalchemy" in written
    assert SchemaVersion.V1_6 is JsonV1Dot6(made).schema_version
