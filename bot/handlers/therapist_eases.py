"""A client made a practice smaller twice: its therapist changes it, ends it, or keeps it."""

from bot.exchange import Exchange
from conversations.texts import Texts
from homework import easing
from homework.store import assignments, people


async def pressed(turn: Exchange) -> None:
    """The shorter form from now on, or as it is. Only for clients in one's own care."""
    whose = await assignments.owner(turn.unit, turn.key)
    client = await people.client_in_care(turn.unit, turn.therapist.id, whose) if whose else None
    one = await assignments.own(turn.unit, turn.key, client.id) if client else None
    if client is None or one is None or one.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    title = turn.house.sheet(one.worksheet, turn.texts).title
    if turn.value == "keep":
        await turn.redraw(turn.texts.html("steps-kept", title=title), client=client.id)
    elif turn.value[:2] == "v.":
        wanted = turn.value[2:]
        form = await easing.make_smaller(turn.unit, turn.house, turn.person.id, one, wanted)
        if form is None:
            turn.notice = turn.texts.plain("tap-stale")
            return
        name = turn.texts.plain(f"form-{form}")
        text = turn.texts.html("steps-smaller-done", name=client.code_name, title=title, form=name)
        await turn.redraw(text, client=client.id)

        def words(theirs: Texts) -> str:
            return theirs.plain(f"form-{form}")

        await turn.tell_client(client, "told-client-smaller", title=one.worksheet, form=words)
    else:
        turn.notice = turn.texts.plain("tap-stale")
