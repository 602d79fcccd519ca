"""A therapist attaches material to a practice or a worksheet: it is looked at, and kept sealed.

At most three. A text may come in several messages; a link begins with http:// or https:// and names
a host; a file is a PDF, a picture or plain text of at most 5 MB; a voice note is kept as sound.
It must not know how a file is fetched.
"""

from urllib.parse import urlsplit

from conversations.markup import shorten
from conversations.texts import Texts
from homework import cleaning, holders, materials_shown
from homework.holders import Holder, OfPractice, OfSheet
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing, Wanted
from homework.store import assignments, materials, people
from homework.store.database import Unit
from homework.store.marks import Mark
from homework.store.people import Therapist

LONGEST = 60_000
"""Characters of a text: about twenty pieces."""
NAME = 40
LONGEST_LINK = 1000
_ENDS = '.!?…:;)”"'
_GAP = {True: "\n\n", False: " "}
PDF = "application/pdf"
PLAIN = "text/plain"


def link_of(text: str) -> str | None:
    """Return a text that is nothing but a link that may be shown; None for any other text."""
    if len(text) > LONGEST_LINK or not text.isprintable() or len(text.split()) != 1:
        return None
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    fine = parts.scheme in ("http", "https") and "." in host.strip(".")
    # a name before the host hides where it leads
    return text if fine and "@" not in parts.netloc and port != 0 else None


def looks_like_a_link(text: str) -> bool:
    """Whether a text is one word that wants to be an address, of whatever kind."""
    first, colon, rest = text.partition(":")
    return len(text.split()) == 1 and bool(colon and rest) and first.isalpha()


async def add_text(unit: Unit, holder: Holder, text: str, *, more: bool = False) -> bool:
    """Keep a text; `more`: it goes on from the newest one. False where it would be too long."""
    newest = (await holders.things(unit, holder) or [None])[-1] if more else None
    if newest is not None and newest.kind == materials.TEXT:
        before = (await holders.body(unit, newest)).decode()
        # A phone cuts a long text wherever its message is full.
        whole = f"{before}{_GAP[before[-1:] in _ENDS]}{text}"
        if len(whole) > LONGEST:
            return False
        await holders.write(unit, newest, whole)
        return True
    if len(text) > LONGEST:
        return False
    name = shorten(" ".join(text.split()), NAME)
    await holders.add(unit, holder, materials.TEXT, PLAIN, name, text)
    return True


async def add_link(unit: Unit, holder: Holder, link: str) -> None:
    """Keep a link."""
    await holders.add(unit, holder, materials.LINK, PLAIN, shorten(link, NAME), link)


async def received(unit: Unit, house: House, mark: Mark, wanted: Wanted) -> None:
    """Keep a fetched file, or say why it cannot be kept."""
    therapist = await people.therapist_of_person(unit, mark.posted.person)
    person = await people.person_by_id(unit, mark.posted.person)
    noun, _, rest = wanted.name.partition(" ")
    key, _, name = rest.partition(" ")
    holder = await holder_of(unit, house, therapist, noun, key) if therapist else None
    if person is None or holder is None:
        return
    texts = house.texts(person.locale)
    if mark.state != "sent" or mark.file is None:
        said = "material-not-fetched" if mark.state == "unknown" else "material-too-big"
    else:
        said = await _keep(unit, holder, wanted.kind, name, mark.file, texts)
    message = await materials_shown.for_therapist(unit, house, texts, holder, texts.html(said))
    once = new_id(unit.now)
    unit.post(Outgoing(person.id, holder.client, "ack", message, dedupe=once))


async def holder_of(
    unit: Unit, house: House, therapist: Therapist, noun: str, key: str
) -> Holder | None:
    """Return what a therapist may attach to, as its buttons name it; nobody else's is opened."""
    if noun == OfSheet.noun:
        ref = house.shelf.newest.get(key)
        own = house.shelf.owners.get(key, therapist.id) == therapist.id
        return OfSheet(therapist.id, ref) if ref and own else None
    whose = await assignments.owner(unit, key)
    client = await people.client_in_care(unit, therapist.id, whose) if whose else None
    one = await assignments.own(unit, key, client.id) if client else None
    return OfPractice(one) if one and one.state != "ended" else None


async def _keep(unit: Unit, holder: Holder, kind: str, name: str, file: bytes, texts: Texts) -> str:
    """Keep a file if it is one that may be; return the key of what is said."""
    if await holders.count(unit, holder) >= materials_shown.MOST:
        return "material-full"
    if kind == "voice-material":
        voice = cleaning.voice(file)
        if voice is None:
            return "material-wrong"
        length = f"{voice.seconds // 60}:{voice.seconds % 60:02}"
        named = texts.plain("media-voice", length=length)
        await holders.add(unit, holder, materials.VOICE, "audio/ogg", named, voice.body)
        return "material-added"
    if (picture := cleaning.photo(file)) is not None:
        named = shorten(name or texts.plain("media-photo"), NAME)
        await holders.add(unit, holder, materials.FILE, "image/jpeg", named, picture)
    elif file.startswith(b"%PDF-"):
        named = name if name.lower().endswith(".pdf") else f"{name}.pdf"
        await holders.add(unit, holder, materials.FILE, PDF, named, file)
    elif name.lower().endswith(".txt") and (text := _text_in(file)):
        kept = await add_text(unit, holder, text)
        return "material-added" if kept else "material-too-long"
    else:
        return "material-wrong"
    return "material-added"


def _text_in(file: bytes) -> str | None:
    """The words of a plain text file; None if it is something else."""
    try:
        text = file.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        return None
    readable = all(letter.isprintable() or letter in "\n\r\t" for letter in text)
    return text.replace("\r\n", "\n") if readable else None
