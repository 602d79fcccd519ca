"""A therapist invites a client and confirms who joined."""

import io
from unicodedata import category

import segno

from bot.exchange import Exchange
from bot.handlers import therapist_hours, therapist_settings
from bot.handlers.client_joins import ask_current
from conversations.markup import clean
from conversations.message import tap
from homework import joining
from homework.outgoing import Attachment
from homework.store import people

NAME_LIMIT = 40


async def invite(turn: Exchange) -> None:
    """/invite, with a code name or asking for one."""
    if turn.therapist.zone is None:
        await therapist_settings.ask_zone(turn)
        return
    if not await therapist_hours.is_ready(turn):
        return
    if turn.incoming.args:
        await _invite(turn, turn.incoming.args)
        return
    await turn.expect("invite.name")
    row = (tap(turn.texts.plain("invite-myself"), "invite", "", "self"),)
    turn.say(turn.texts.html("invite-name"), (row,))


async def typed_name(turn: Exchange, what: str) -> None:
    """The code name was typed."""
    await _invite(turn, turn.incoming.text)


async def _invite(turn: Exchange, name: str) -> None:
    name = " ".join(clean(name).split())
    if len(name) > NAME_LIMIT or not any(category(char)[0] in "LNPS" for char in name):
        turn.say(turn.texts.html("invite-name-long", most=NAME_LIMIT))
        return
    taken = {client.code_name.casefold() for client in await _clients(turn)}
    if name.casefold() in taken:
        turn.say(turn.texts.html("invite-name-taken", name=name))
        return
    await turn.expect(None)
    client, token = await joining.invite_client(turn.unit, turn.therapist, name)
    _send_link(turn, client, name, token)


def _send_link(turn: Exchange, client: str, name: str, token: str) -> None:
    link = turn.house.link(token)
    picture = io.BytesIO()
    segno.make(link, error="m").save(picture, kind="png", scale=8, border=3)
    turn.say(
        turn.texts.html("invite-link", name=name, link=link, hours=joining.LINK_HOURS),
        client=client,
        attachment=Attachment("invitation.png", "image/png", picture.getvalue()),
    )


async def _clients(turn: Exchange) -> list[people.Client]:
    return await people.clients_of(turn.unit, turn.therapist.id)


async def invite_pressed(turn: Exchange) -> None:
    """ "Try it myself", or a new link for a client who has not joined."""
    if turn.value == "self":
        await _try_it(turn)
        return
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state not in joining.MAY_BE_INVITED:
        turn.notice = turn.texts.plain("tap-stale")
        return
    if await joining.just_linked(turn.unit, client.id):
        return  # pressed twice; a second link would end the first
    token = await joining.new_link(turn.unit, turn.therapist, client.id)
    _send_link(turn, client.id, client.code_name, token)


async def _try_it(turn: Exchange) -> None:
    if turn.who.client is not None:
        turn.say(turn.texts.html("invite-self-already"))
        return
    await turn.expect(None)
    name = turn.texts.plain("self-code-name")
    client = await joining.try_it_oneself(turn.unit, turn.person, turn.therapist, name)
    await ask_current(turn, client)


async def confirm_pressed(turn: Exchange) -> None:
    """The therapist says whether it was their client who joined."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    answer, _, number = turn.value.partition(".")
    meant = client is not None and client.state == "unconfirmed" and number == client.check_number
    if client is None or not meant or answer not in ("yes", "no"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    if answer == "yes":
        await joining.activate(turn.unit, client)
        await turn.show_menu_of(client)
        await turn.tell_client(client, "join-confirmed")
        row = (tap(turn.texts.plain("assign-now"), "assign", client.id, "go"),)
        await turn.redraw(turn.texts.html("confirm-done", name=client.code_name), (row,))
    else:
        await turn.tell_client(client, "join-rejected")
        await joining.reject(turn.unit, client)
        row = (tap(turn.texts.plain("invite-again"), "invite", client.id, "link"),)
        await turn.redraw(turn.texts.html("confirm-rejected", name=client.code_name), (row,))
