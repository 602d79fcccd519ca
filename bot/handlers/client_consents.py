"""The consent: shown while joining, and again when its text has changed."""

from bot.exchange import Exchange
from bot.handlers import client_joins, standing
from homework import agreeing, beginning, joining
from homework.safety.consents import Consent


async def ask(turn: Exchange) -> None:
    """Show the consent text with both answers."""
    consent = await agreeing.text(turn.unit, turn.house, turn.person, turn.client)
    turn.say(consent.message.html, consent.message.buttons)


async def has_agreed(turn: Exchange) -> bool:
    """Whether the client agreed to the text as it is now; if not, it is shown."""
    if not agreeing.is_asked_anew(turn.house, turn.person, turn.client):
        return True
    await agreeing.ask_anew(turn.unit, turn.house, turn.person, turn.client)
    return False


async def pressed(turn: Exchange) -> None:
    """ "I agree" to the edition shown, or "no"."""
    client = turn.client
    consent = await agreeing.text(turn.unit, turn.house, turn.person, client)
    if client.state == "active":
        await _agree_anew(turn, consent)
    elif client.state != "joining" or client.joining_step != "consent":
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value == f"yes.{consent.edition}":
        await joining.agree(turn.unit, client, consent, turn.person.locale)
        await turn.redraw(turn.texts.html("join-agreed"))
        await client_joins.ask_country(turn)
    elif turn.value == "no":
        await joining.decline(turn.unit, client)
        await turn.redraw(turn.texts.html("join-declined"))
        await turn.tell_therapists(client, "told-declined")
    else:
        await ask(turn)


async def _agree_anew(turn: Exchange, consent: Consent) -> None:
    """The text changed while the client was here: agreed, or nothing more is asked."""
    if turn.value == f"yes.{consent.edition}":
        await joining.agree_anew(turn.unit, turn.client, consent, turn.person.locale)
        lines, rows, _ = await standing.sheets(turn)
        said = [turn.texts.html("consent-anew-agreed"), *lines]
        await turn.redraw("\n\n".join(said), tuple(rows))
    elif turn.value == "no":
        await beginning.step_aside(turn.desk, turn.person)  # nothing that is typed now is kept
        await turn.redraw(turn.texts.html("consent-anew-declined"))
        await turn.tell_therapists(turn.client, "told-declined-anew")
    else:
        await ask(turn)
