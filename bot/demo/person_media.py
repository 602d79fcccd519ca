"""What people send beside text, as the Bot API describes it to the bot."""

from bot.demo.looks import file_json
from bot.demo.request_body import Upload
from bot.demo.world import Letter, World
from conversations.session import Json

MEDIA = (
    "sticker",
    "photo",
    "voice",
    "audio",
    "video",
    "video_note",
    "document",
    "location",
    "contact",
    "dice",
)
_STAND_INS = {
    "photo": Upload("photo.png", "image/png", b"\x89PNG\r\n\x1a\nnothing"),
    "voice": Upload("voice.oga", "audio/ogg", b"OggS nothing"),
    "document": Upload("notes.txt", "text/plain", b"nothing"),
}


def attach(world: World, letter: Letter, kind: str, upload: Upload | None) -> None:
    """Put media of `kind` into a message, with the given file or a small stand-in."""
    letter.media = kind
    if (plain := _without_file(kind)) is not None:
        letter.media_json = plain
        return
    given = upload or _STAND_INS.get(kind, Upload(f"{kind}.bin", "", b"nothing"))
    mime = given.mime or "application/octet-stream"
    letter.file = world.add_file(kind, given.name, mime, given.body)
    look: dict[str, Json] = {**file_json(letter.file), **_shape(kind, given.name, mime)}
    letter.media_json = [look] if kind == "photo" else look


def _without_file(kind: str) -> dict[str, Json] | None:
    match kind:
        case "location":
            return {"latitude": 52.52, "longitude": 13.4}
        case "contact":
            return {"phone_number": "+10000000000", "first_name": "Contact"}
        case "dice":
            return {"emoji": "🎲", "value": 4}
        case _:
            return None


def _shape(kind: str, name: str, mime: str) -> dict[str, Json]:
    match kind:
        case "sticker":
            return {
                "type": "regular",
                "width": 512,
                "height": 512,
                "is_animated": False,
                "is_video": False,
                "emoji": "🙂",
            }
        case "photo":
            return {"width": 640, "height": 480}
        case "video":
            return {"width": 640, "height": 480, "duration": 3, "mime_type": mime}
        case "video_note":
            return {"length": 240, "duration": 3}
        case "document":
            return {"file_name": name, "mime_type": mime}
        case _:
            return {"duration": 3, "mime_type": mime}
