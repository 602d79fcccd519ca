"""When a therapist works, and who is told when they do not look: two short questions, asked before
the first invitation."""

from bot.exchange import Exchange
from bot.handlers.client_joins import in_columns
from conversations.markup import clean
from conversations.message import tap
from homework import briefing, covering, digesting, hours, notices, weekhours
from homework.store import contacts, people
from homework.store.contacts import Contact
from homework.weekhours import Hours

CONTACT_LIMIT = 120


async def is_ready(turn: Exchange) -> bool:
    """Whether both were answered; if not, the one that is missing is asked."""
    if turn.therapist.hours is None:
        await ask_hours(turn)
        return False
    if await contacts.of_therapist(turn.unit, turn.therapist.id) is None:
        await ask_contact(turn)
        return False
    return True


async def ask_hours(turn: Exchange) -> None:
    """Ask when the therapist works."""
    await turn.expect("hours.hours")
    buttons = [tap(turn.texts.plain(f"hours-{key}"), "hours", "set", key) for key in hours.USUAL]
    turn.say(turn.texts.html("hours-ask"), in_columns(buttons, 1))


async def ask_contact(turn: Exchange) -> None:
    """Ask who is told when the therapist does not look."""
    await turn.expect("hours.contact")
    found = await covering.colleagues(turn.unit, turn.therapist)
    buttons = [tap(one.name[:60], "hours", "who", one.id) for one in found[:20]]
    buttons.append(tap(turn.texts.plain("contact-none"), "hours", "who", "none"))
    turn.say(turn.texts.html("contact-ask"), in_columns(buttons, 1))


async def pressed(turn: Exchange) -> None:
    """Hours or a contact were pressed."""
    if turn.key == "set" and turn.value in hours.USUAL:
        await _keep_hours(turn, hours.USUAL[turn.value])
    elif turn.key == "set" and turn.value == "ask":
        await ask_hours(turn)
    elif turn.key == "who" and turn.value == "ask":
        await ask_contact(turn)
    elif turn.key == "who" and turn.value == "none":
        await _keep_contact(turn, Contact())
    elif turn.key == "who" and turn.value in await _known(turn):
        await _keep_contact(turn, Contact(colleague=turn.value))
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _known(turn: Exchange) -> set[str]:
    return {one.id for one in await covering.colleagues(turn.unit, turn.therapist)}


async def typed(turn: Exchange, what: str) -> None:
    """Hours or a contact were typed."""
    if what == "hours.contact":
        words = " ".join(clean(turn.incoming.text).split())
        if words and len(words) <= CONTACT_LIMIT:
            await _keep_contact(turn, Contact(words=words))
        else:
            turn.say(turn.texts.html("contact-long", most=CONTACT_LIMIT))
        return
    found = weekhours.hours_in(turn.incoming.text, turn.texts)
    if found is None or not hours.possible(found):
        turn.say(turn.texts.html("hours-wrong"))
        return
    await _keep_hours(turn, found)


async def _keep_hours(turn: Exchange, found: Hours) -> None:
    await turn.expect(None)
    unit, key = turn.unit, turn.therapist.id
    await people.change_therapist(unit, key, hours=weekhours.to_json(found))
    changed = await people.therapist_by_id(unit, key)
    if changed is not None:
        await notices.look_again(unit, changed)
        await briefing.plan_all(unit, changed)
    await digesting.plan(unit, key)
    words = turn.texts.html("hours-kept", hours=weekhours.words(found, turn.texts))
    turn.say(words)
    if await contacts.of_therapist(unit, key) is None:
        await ask_contact(turn)


async def _keep_contact(turn: Exchange, new: Contact) -> None:
    await turn.expect(None)
    first = await contacts.of_therapist(turn.unit, turn.therapist.id) is None
    await contacts.keep(turn.unit, turn.therapist.id, new)
    turn.say(await contact_words(turn, new))
    if first:
        row = (tap(turn.texts.plain("invite-first"), "cmd", "invite", "go"),)
        turn.say(turn.texts.html("therapist-ready"), (row,))


async def contact_words(turn: Exchange, contact: Contact | None) -> str:
    """Return in words who is told when the therapist does not look (HTML)."""
    name = contact.words if contact else None
    if contact and contact.colleague:
        colleague = await people.therapist_by_id(turn.unit, contact.colleague)
        name = colleague.name if colleague else None
    if name is None:
        return turn.texts.html("contact-operator")
    return turn.texts.html("contact-is", name=name)
