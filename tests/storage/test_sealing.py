import random
import time

import pytest

from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from homework.store.troubles import KeyMissing, SealBroken
from tests.support.yardstick import slowness


@pytest.fixture
def sealer(keyring: Keyring) -> Sealer:
    keyring.make_all(f"client{n}" for n in range(10))
    return Sealer(keyring)


def test_what_is_sealed_opens_at_its_place(sealer: Sealer):
    sealed = sealer.seal("answer", "value", "row", "client1", "naïve 😀\x00")
    assert sealer.open("answer", "value", "row", "client1", sealed) == "naïve 😀\x00"
    sealed = sealer.seal("attachment", "body", "row", None, b"\x00\xff")
    assert sealer.open_bytes("attachment", "body", "row", None, sealed) == b"\x00\xff"


def test_p1_a_thousand_swapped_pairs_are_refused(sealer: Sealer):
    """Two values of the same table and column change places, within and across clients."""
    places = [("answer", "value", f"row{n}", f"client{n % 10}") for n in range(2000)]
    sealed = [sealer.seal(*place, f"text {n}") for n, place in enumerate(places)]
    order = random.Random(7).sample(range(2000), 2000)
    refused = 0
    for a, b in zip(order[::2], order[1::2], strict=True):
        for mine, theirs in ((a, b), (b, a)):
            with pytest.raises(SealBroken):
                sealer.open(*places[mine], sealed[theirs])
            refused += 1
    assert refused == 2000


@pytest.mark.parametrize(
    "place",
    [
        ("entry", "value", "row", "client1"),
        ("answer", "body", "row", "client1"),
        ("answer", "value", "other", "client1"),
        ("answer", "value", "row", "client2"),
        ("answer", "value", "row", None),
    ],
)
def test_p1_a_value_opens_nowhere_else(sealer: Sealer, place: tuple[str, str, str, str | None]):
    sealed = sealer.seal("answer", "value", "row", "client1", "text")
    with pytest.raises(SealBroken):
        sealer.open(*place, sealed)


def test_every_changed_byte_is_noticed(sealer: Sealer):
    sealed = sealer.seal("answer", "value", "row", None, "text")
    for where in range(len(sealed)):
        for flip in (1, 0x80, 0xFF):
            changed = bytearray(sealed)
            changed[where] ^= flip
            with pytest.raises(SealBroken):
                sealer.open("answer", "value", "row", None, bytes(changed))


@pytest.mark.parametrize("sealed", [b"", b"text", b"\xe5hw\x01", b"\xe5hw\x01" + b"x" * 12])
def test_what_is_not_sealed_does_not_open(sealer: Sealer, sealed: bytes):
    with pytest.raises(SealBroken):
        sealer.open("answer", "value", "row", "client1", sealed)


def test_nothing_is_sealed_before_its_key_is_made(sealer: Sealer):
    with pytest.raises(KeyMissing):
        sealer.seal("answer", "value", "row", "stranger", "text")


def test_errors_quote_nothing_that_was_sealed(sealer: Sealer):
    sealed = sealer.seal("answer", "value", "row", "client1", "canary")
    with pytest.raises(SealBroken) as caught:
        sealer.open("answer", "value", "row2", "client1", sealed)
    assert "canary" not in f"{caught.value!r} {caught.value}"
    assert str(caught.value) == (
        "A sealed value does not open at this place: answer.value of row row2"
    )


def test_equal_texts_do_not_look_equal(sealer: Sealer):
    assert len({sealer.seal("t", "c", "r", None, "yes") for _ in range(100)}) == 100


def test_the_blind_index_finds_an_id_and_no_other(sealer: Sealer, keyring: Keyring):
    assert sealer.index(42) == Sealer(keyring).index(42)
    assert len({sealer.index(n) for n in range(1000)}) == 1000
    assert len(sealer.index(42)) == 32


def test_sealing_and_opening_are_quick(sealer: Sealer):
    began = time.process_time()
    for n in range(1000):
        sealed = sealer.seal("answer", "value", f"r{n}", "client1", "x" * 200)
        sealer.open("answer", "value", f"r{n}", "client1", sealed)
    assert time.process_time() - began < 0.5 * slowness()
