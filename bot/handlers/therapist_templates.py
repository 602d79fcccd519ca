"""Templates of one's own: keep a practice under a name, look at what it holds, rename, delete.

/assign offers them; setting something with one is `therapist_assigns`' to do.
"""

from bot.exchange import Exchange
from bot.handlers.therapist_practice import own
from bot.handlers.therapist_whom import A_PAGE, place_of, short, turned
from conversations.message import Button, Message, Rows, tap
from homework import templating
from homework.store import people, templates
from homework.store.assignments import Assignment
from homework.store.people import Client
from homework.store.templates import Template
from homework.templating import MOST, NAME_LIMIT

FIRST = 5
"""Templates that /assign offers at once; the others are one press further."""
MINE = "mine"
WORDS, BARE = "words", "bare"


# Choosing one -------------------------------------------------------------------------------------


async def rows(turn: Exchange, client: Client) -> Rows:
    """Return a button for each template that was used last, and one to all of them."""
    every = await templating.offered(turn.unit, turn.house, turn.therapist)
    if not every:
        return ()
    all_of_them = tap(turn.texts.plain("templates-button"), "tmpls", client.id, "0.")
    return (*((_use(turn, client, one),) for one in every[:FIRST]), (all_of_them,))


def _use(turn: Exchange, client: Client, one: Template) -> Button:
    return tap(turn.texts.plain("template-use", name=one.name), "fill", one.id, short(client.id))


async def list_pressed(turn: Exchange) -> None:
    """All of one's templates: to set something with for a client, or to look after."""
    client = None
    if turn.key != MINE:
        client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
        if client is None or client.state != "active":
            turn.notice = turn.texts.plain("tap-stale")
            return
    await _list(turn, client, place_of(turn.value)[0])


async def _list(turn: Exchange, client: Client | None, first: int) -> None:
    every = await templating.offered(turn.unit, turn.house, turn.therapist)
    every.sort(key=lambda one: one.name.casefold())
    first = first if first < len(every) else 0
    shown: list[tuple[Button, ...]] = []
    for one in every[first:][:A_PAGE]:
        look = tap("✎" if client else one.name, "tmpl", one.id, "show")
        shown.append((_use(turn, client, one), look) if client else (look,))
    more = turned(turn, "tmpls", client.id if client else MINE, first, len(every))
    key = "templates-none" if not every else "templates-for" if client else "templates-head"
    said = turn.texts.html(key, name=client.code_name if client else "")
    await turn.redraw(said, (*shown, *more), client=client.id if client else None)


# Keeping one --------------------------------------------------------------------------------------


async def keep_pressed(turn: Exchange) -> None:
    """Ask under which name a practice is kept, and whether its words are kept with it."""
    found = await own(turn, turn.key)
    held = await templating.answers_of(turn.unit, *found) if found else None
    if found is None or held is None or turn.value not in ("ask", WORDS, BARE):
        turn.notice = turn.texts.plain("tap-stale")
        return
    one, client = found
    if len(await templates.of_therapist(turn.unit, turn.therapist.id)) >= MOST:
        turn.say(turn.texts.html("templates-full", most=MOST))
        return
    way = BARE if turn.value == BARE or not templating.has_words(held) else WORDS
    await turn.expect(f"keep.{one.id}.{way}")
    message = _ask(turn, one, client, way, has_words=templating.has_words(held))
    if turn.value == "ask":
        turn.say(message.html, message.buttons, client=client.id)
    else:
        await turn.redraw(message.html, message.buttons, client=client.id)


def _ask(turn: Exchange, one: Assignment, client: Client, way: str, *, has_words: bool) -> Message:
    parts = [turn.texts.html("template-name-ask", most=NAME_LIMIT)]
    if not has_words:
        return Message(parts[0])
    parts.append(turn.texts.html(f"template-keeps-{way}", name=client.code_name))
    other = BARE if way == WORDS else WORDS
    row = (tap(turn.texts.plain(f"template-{other}"), "keep", one.id, other),)
    return Message("\n\n".join(parts), (row,))


async def keep_typed(turn: Exchange, what: str) -> None:
    """The name was typed: the practice is kept as a template."""
    _, key, way = what.split(".")
    found = await own(turn, key)
    held = await templating.answers_of(turn.unit, *found, words=way == WORDS) if found else None
    if found is None or held is None:
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    name = await _name(turn)
    if name is not None:
        await turn.expect(None)
        one = await templating.keep(turn.unit, turn.therapist, found[0], held, name)
        _show(turn, one, "template-kept")


async def _name(turn: Exchange, but: str | None = None) -> str | None:
    """Return the name that was typed; None, and it is said why, if it will not do."""
    name = templating.named(turn.incoming.text)
    every = await templates.of_therapist(turn.unit, turn.therapist.id)
    if name is None:
        turn.say(turn.texts.html("template-name-long", most=NAME_LIMIT))
    elif templating.is_taken(every, name, but):
        turn.say(turn.texts.html("template-name-taken", name=name))
    elif but is None and len(every) >= MOST:
        turn.say(turn.texts.html("templates-full", most=MOST))
    else:
        return name
    return None


# Looking after one --------------------------------------------------------------------------------


async def pressed(turn: Exchange) -> None:
    """Look at a template of one's own, rename it, take its words out, delete it."""
    one = await templates.own(turn.unit, turn.key, turn.therapist.id)
    if one is None:
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value == "show":
        _show(turn, one)
    elif turn.value == "name":
        await turn.expect(f"tmpl.{one.id}")
        turn.say(turn.texts.html("template-name-new", name=one.name, most=NAME_LIMIT))
    elif turn.value == "bare":
        await templates.write(turn.unit, one, templating.without_words(one.answers))
        row = (tap(one.name, "tmpl", one.id, "show"),)
        await turn.redraw(turn.texts.html("template-bared", name=one.name), (row,))
    elif turn.value == "drop":
        yes = tap(turn.texts.plain("template-drop-yes"), "tmpl", one.id, "yes")
        said = turn.texts.html("template-drop-sure", name=one.name)
        back = tap(turn.texts.plain("page-back"), "tmpl", one.id, "show")
        await turn.redraw(said, ((yes,), (back,)))
    elif turn.value == "yes":
        await templates.drop(turn.unit, one)
        row = (tap(turn.texts.plain("templates-button"), "tmpls", MINE, "0."),)
        await turn.redraw(turn.texts.html("template-dropped", name=one.name), (row,))
    else:
        turn.notice = turn.texts.plain("tap-stale")


def _show(turn: Exchange, one: Template, key: str = "template-page") -> None:
    """Show what a template holds, with what can be done with it."""
    lines = templating.page(turn.unit, turn.house, turn.texts, turn.therapist, one)
    rows = [("template-rename", "name"), ("template-delete", "drop")]
    if templating.has_words(one.answers):
        rows.insert(1, ("template-bare", "bare"))
    buttons = tuple((tap(turn.texts.plain(key), "tmpl", one.id, value),) for key, value in rows)
    new = (tap(turn.texts.plain("assign-now"), "cmd", "assign", "go"),)
    turn.say("\n".join([turn.texts.html(key, name=one.name), *lines]), (*buttons, new))


async def typed(turn: Exchange, what: str) -> None:
    """Another name for a template was typed."""
    one = await templates.own(turn.unit, what.partition(".")[2], turn.therapist.id)
    if one is None:
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    name = await _name(turn, one.id)
    if name is not None:
        await turn.expect(None)
        await templates.rename(turn.unit, one, name)
        row = (tap(name, "tmpl", one.id, "show"),)
        turn.say(turn.texts.html("template-renamed", name=name), (row,))
