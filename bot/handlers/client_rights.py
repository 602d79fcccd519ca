"""A client's rights: a copy of what is kept about them, and no more messages."""

from bot.exchange import Exchange
from conversations.message import Rows, tap
from homework import exporting, stilling, trail, withdrawing
from homework.contract_texts import moment
from homework.moments import zone_of


async def export(turn: Exchange) -> None:
    """/export: a page to read and a file for programs, both of one's own data."""
    if await exporting.just_made(turn.unit, turn.client):
        turn.say(turn.texts.html("export-just-made"))
        return
    page, file, *more = await exporting.export(turn.unit, turn.house, turn.person, turn.client)
    turn.say(turn.texts.html("export-page"), attachment=page)
    turn.say(turn.texts.html("export-data"), attachment=file)
    for archive in more:
        turn.say(turn.texts.html("export-media"), attachment=archive)


async def copy_pressed(turn: Exchange) -> None:
    """Their own copy, pressed: whose /export shows a therapist's clients first comes here."""
    await export(turn)


# Nothing more ------------------------------------------------------------------------------------


async def stop(turn: Exchange) -> None:
    """/stop: nothing more is sent that was not asked for; the therapist is told."""
    stood = await stilling.still(turn.unit, turn.house, turn.client)
    if not await withdrawing.stop(turn.unit, turn.house, turn.person, turn.client):
        say_still(turn)
        return
    said = stilling.words(turn.texts, stood, turn.texts.html("stop-done"))
    turn.say(said, _back_again(turn))
    await turn.tell_therapists(turn.client, "told-stopped")


def say_still(turn: Exchange) -> None:
    """Nothing is sent already: say so, and what brings it back."""
    turn.say(turn.texts.html("stop-still"), _back_again(turn))


def _back_again(turn: Exchange) -> Rows:
    return ((tap(turn.texts.plain("stop-undo"), "cmd", "start", "go"),),)


async def come_back(turn: Exchange) -> bool:
    """Let messages come again, if they were stopped; say whether something was said.

    Who is to be erased gets none, unless they keep everything after all.
    """
    if turn.client.erase_at is not None:
        say_waits(turn)
        return True
    if not await withdrawing.come_back(turn.unit, turn.person, turn.client):
        return False
    turn.say(turn.texts.html("start-back"))
    await turn.tell_therapists(turn.client, "told-came-back")
    return True


def say_waits(turn: Exchange) -> None:
    """Everything will be erased: by when, and that it may still be kept."""
    at = moment(turn.client.erase_at or turn.now, zone_of(turn.client), turn.texts)
    keep = tap(turn.texts.plain("forget-keep-button"), "forget", "", "keep")
    turn.say(turn.texts.html("forget-waits", day=at), ((keep,),))


# Who read what -----------------------------------------------------------------------------------

MOST_READS = 10


async def say_who_read(turn: Exchange) -> None:
    """Under /privacy: who read what of theirs, and when, the newest last."""
    read = await trail.of(
        turn.unit, turn.texts, turn.person, turn.client, trail.READ, most=MOST_READS
    )
    zone = zone_of(turn.client)
    lines = [
        turn.texts.html("privacy-read", when=moment(one.at, zone, turn.texts), words=one.words)
        for one in read
    ]
    head = turn.texts.html("privacy-read-head" if lines else "privacy-read-nothing")
    turn.say("\n".join([head, *lines]))
