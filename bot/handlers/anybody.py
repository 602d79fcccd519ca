"""What is the same for everybody: /start, /help, /privacy, and words that fit nothing."""

from bot import commands
from bot.exchange import Exchange
from bot.handlers import (
    client_joins,
    client_rights,
    client_today,
    help_now,
    languages,
    standing,
    therapist_reads,
    therapist_settings,
)
from conversations.message import Button, Rows, tap
from homework import joining
from homework.joining import ClientJoins, ComesBack, NotJoined, TherapistJoined
from homework.safety import consents
from homework.store import people
from homework.together import together


async def start(turn: Exchange) -> None:
    """/start: join by a link, or say where things stand. What was stopped goes on."""
    if turn.who.client is not None and await client_rights.come_back(turn):
        await turn.reread()
        if turn.client.erase_at is not None and turn.who.therapist is None:
            return
    if turn.incoming.args:
        await _redeem(turn, turn.incoming.args)
    elif turn.who.therapist is not None:
        turn.show_menu("both" if turn.who.client else "therapist")
        if turn.therapist.zone is None:
            await therapist_settings.ask_zone(turn)
            return
        await therapist_reads.glance(turn)
        lines, rows = await standing.form(turn)
        if lines:
            turn.say("\n".join(lines), rows)
    elif turn.who.client is not None:
        await where_client_stands(turn)
    else:
        turn.say(turn.texts.html("stranger-hello"), ((help_now.help_button(turn),),))


async def _redeem(turn: Exchange, token: str) -> None:
    locale = turn.languages[0]
    joined = await joining.redeem(turn.unit, turn.who, token[:64], locale)
    match joined:
        case ComesBack():
            pass  # they are asked already
        case NotJoined(reason):
            turn.say(turn.texts.html(f"link-{reason}"))
        case TherapistJoined(person, therapist):
            turn.who = people.Actor(turn.who.user, person, therapist, turn.who.client)
            turn.show_menu("therapist")
            if len(turn.languages) > 1:
                languages.ask(turn)
            else:
                await _welcome(turn)
        case ClientJoins(person, client):
            turn.who = people.Actor(turn.who.user, person, turn.who.therapist, client)
            await client_joins.begin(turn)


async def _welcome(turn: Exchange) -> None:
    turn.say(turn.texts.html("therapist-welcome", name=turn.therapist.name))
    await therapist_settings.ask_zone(turn)


async def language_pressed(turn: Exchange) -> None:
    """Ask for the language again, or one was chosen: while joining, or at any time after it."""
    if turn.key == "ask" and len(turn.languages) > 1:
        languages.ask(turn)
        return
    known = turn.key == "set" and turn.value in turn.languages
    if not known or (turn.value == turn.person.locale and not _is_first(turn)):
        turn.notice = turn.texts.plain("tap-stale")
        return
    first = _is_first(turn)
    await people.set_locale(turn.unit, turn.person.id, turn.value)
    await turn.reread()
    await turn.redraw(turn.texts.language.name if first else turn.texts.html("language-set"))
    if (role := role_of(turn)) != "stranger":
        turn.show_menu(role)
    client, therapist = turn.who.client, turn.who.therapist
    if therapist is not None and therapist.zone is None:
        await _welcome(turn)
    elif client is not None and client.state == "joining":
        await client_joins.chose_language(turn)
    elif client is not None and client.country is not None:
        await help_now.show_for(turn, client.country, pin=True)  # the pinned one is not in it


def _is_first(turn: Exchange) -> bool:
    """Whether somebody is asked for their language for the first time."""
    client, therapist = turn.who.client, turn.who.therapist
    if therapist is not None and therapist.zone is None:
        return turn.person.expecting is None  # the next question has not been asked
    return client is not None and client.joining_step == "language"


async def where_client_stands(turn: Exchange) -> None:
    """Say, for each state a client may be in, what comes next."""
    match turn.client.state:
        case "active":
            turn.show_menu("client")
            await client_today.today(turn)
        case "joining":
            await client_joins.ask_current(turn, turn.client)
        case "under_age":
            turn.say(turn.texts.html("join-under-age"), ((help_now.help_button(turn),),))
        case _:
            turn.say(turn.texts.html("join-waiting", number=turn.client.check_number or "-"))


async def help(turn: Exchange) -> None:
    """/help: what can be done here, now."""
    role = role_of(turn)
    stands, rows = await standing.anywhere(turn)
    lines = [*([*stands, ""] if stands else []), turn.texts.html("help-head")]
    for command in commands.menu(role):
        lines.append(f"/{command.name} – {turn.texts.html(command.about)}")
    turn.say("\n".join(lines), (*rows, (help_now.help_button(turn),)))


def role_of(turn: Exchange) -> str:
    """Return the role whose menu fits the sender best; `both`: a therapist who is a client too."""
    if turn.who.therapist is not None:
        return "both" if turn.who.client else "therapist"
    client = turn.who.client
    return "client" if client and client.state == "active" else "stranger"


async def privacy(turn: Exchange) -> None:
    """/privacy: the same claims that are agreed to when joining."""
    carers: list[str] = []
    if turn.who.client is not None:
        carers = [one.name for one in await people.therapists_of(turn.unit, turn.client.id)]
    name = together(carers or [turn.texts.plain("your-therapist")], turn.texts)
    edition = turn.house.edition(turn.locale)
    claims = consents.claims(turn.texts, name, edition, carers=len(carers) or 1)
    turn.say(f"{turn.texts.html('privacy-head')}\n\n{claims}")
    if turn.who.client is not None and turn.who.person is not None:
        await client_rights.say_who_read(turn)


async def unknown_command(turn: Exchange) -> None:
    """A command that is not this person's, or nobody's."""
    if turn.who.client is not None and turn.client.state != "active" and not turn.who.therapist:
        await where_client_stands(turn)
        return
    turn.say(turn.texts.html("unknown-command"), ways(turn))


async def unknown_text(turn: Exchange) -> None:
    """Words that answer no question: kept nowhere, answered helpfully."""
    if turn.who.client is not None and turn.client.state != "active":
        if turn.client.joining_step in ("language", "age", "consent"):
            turn.say(turn.texts.html("join-press"))
        else:
            await where_client_stands(turn)
        return
    key = "unknown-text" if turn.who.client is not None else "unknown-text-therapist"
    if turn.who.client is None and turn.who.therapist is None:
        key = "stranger-hello"
    turn.say(turn.texts.html(key), ways(turn))


def ways(turn: Exchange) -> Rows:
    """Return buttons for what somebody may do when nothing is open."""
    if turn.who.person is None:
        return ((help_now.help_button(turn),),)
    rows: list[tuple[Button, ...]] = []
    if turn.who.client is not None and turn.who.client.state == "active":
        rows.append((tap(turn.texts.plain("go-today"), "cmd", "today", "go"),))
    if turn.who.therapist is not None:
        rows.append((tap(turn.texts.plain("go-clients"), "cmd", "clients", "go"),))
    return (*rows, (help_now.help_button(turn),))
