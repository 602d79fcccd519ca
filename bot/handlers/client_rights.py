"""What a client may do with what is kept about them: have a copy of it."""

from bot.exchange import Exchange
from homework import exporting


async def export(turn: Exchange) -> None:
    """/export: a page to read and a file for programs, both of one's own data."""
    if await exporting.just_made(turn.unit, turn.client):
        turn.say(turn.texts.html("export-just-made"))
        return
    page, file = await exporting.export(turn.unit, turn.house, turn.person, turn.client)
    turn.say(turn.texts.html("export-page"), attachment=page)
    turn.say(turn.texts.html("export-data"), attachment=file)
