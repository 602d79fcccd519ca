"""X12: what is kept of a picture or a voice note is the picture and the sound, and nothing else."""

from io import BytesIO

import pytest
from PIL import Image

from homework import cleaning
from tests.support.recordings import SECRET, jpeg, ogg, png


def test_x12_a_picture_is_drawn_anew_and_upright() -> None:
    before = jpeg(64, 48)
    assert SECRET in before
    after = cleaning.photo(before)
    assert after is not None and after.startswith(b"\xff\xd8\xff")
    assert SECRET not in after and b"Exif" not in after
    with Image.open(BytesIO(after)) as image:
        assert image.size == (48, 64)
        assert not image.getexif() and not image.info.keys() - {"jfif", "jfif_version"} - {
            *("jfif_unit", "jfif_density", "dpi")
        }


def test_what_one_can_see_through_is_white() -> None:
    after = cleaning.photo(png())
    assert after is not None
    with Image.open(BytesIO(after)) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)


def test_a_large_picture_is_made_smaller() -> None:
    after = cleaning.photo(jpeg(5000, 100))
    assert after is not None
    with Image.open(BytesIO(after)) as image:
        assert max(image.size) == cleaning.LONGEST_SIDE


@pytest.mark.parametrize("long_tags", [False, True], ids=["one page of comments", "two pages"])
def test_x12_a_voice_note_keeps_its_sound_and_no_comment(long_tags: bool) -> None:
    before = ogg(42, long_tags=long_tags)
    assert SECRET in before
    after = cleaning.voice(before)
    assert after is not None and after.seconds == 42
    assert SECRET not in after.body
    for second in range(1, 43):
        assert bytes([second]) * 100 in after.body
    again = cleaning.voice(after.body)
    assert again == after, "what was cleaned is whole, and clean"


BROKEN = {
    "empty": b"",
    "words": b"hello, this is no picture",
    "only magic": b"\xff\xd8\xff",
    "cut off": jpeg()[:200],
    "png cut off": png()[:40],
    "gif": b"GIF89a" + bytes(50),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
    "a voice note": ogg(),
}


@pytest.mark.parametrize("name", BROKEN)
def test_x12_what_is_no_picture_is_refused(name: str) -> None:
    assert cleaning.photo(BROKEN[name]) is None


def test_a_picture_of_too_many_pixels_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "MOST_PIXELS", 64 * 48 - 1)
    assert cleaning.photo(jpeg(64, 48)) is None


PARTLY = ("cut off", "a flipped bit", "two streams")
NO_VOICE = {
    "empty": b"",
    "words": b"OggS nothing",
    "cut off": ogg()[:-5],
    "no sound": ogg(0),
    "a flipped bit": ogg()[:400] + bytes([ogg()[400] ^ 1]) + ogg()[401:],
    "another codec": ogg().replace(b"OpusHead", b"\x01vorbis\x00"),
    "a picture": jpeg(),
    "two streams": ogg() + ogg().replace(b"\x07\x00\x00\x00", b"\x08\x00\x00\x00"),
}


@pytest.mark.parametrize("name", sorted(NO_VOICE.keys() - {*PARTLY}))
def test_x12_what_is_no_voice_note_is_refused(name: str) -> None:
    assert cleaning.voice(NO_VOICE[name]) is None


@pytest.mark.parametrize("name", PARTLY)
def test_of_a_broken_voice_note_only_whole_pages_are_kept(name: str) -> None:
    """What follows a broken page is not kept; nothing is kept that was not checked."""
    after = cleaning.voice(NO_VOICE[name])
    assert after is None or len(after.body) <= len(ogg())


def test_a_big_picture_that_lies_on_its_side_is_made_small_and_upright() -> None:
    file, turned = BytesIO(), Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (5000, 3000), "red").save(file, "JPEG", exif=turned)
    clean = cleaning.photo(file.getvalue())
    assert clean is not None
    with Image.open(BytesIO(clean)) as image:
        assert image.size == (1536, 2560)
