"""A client's list of situations, as the therapist keeps it: typed in lines, taken off, agreed on.

Client and therapist make it together; the client sees it, and may propose an item. A practice can
only be about what both agreed on.
"""

from bot.exchange import Exchange
from bot.handlers.client_hierarchy import lines, show_button
from conversations.markup import shorten
from conversations.message import Button, Message, Rows, tap
from conversations.model import Hierarchy
from homework import hierarchy
from homework.chosen_words import item_words
from homework.hierarchy import KINDS, MOST, Items
from homework.store import audit, hierarchies, people
from homework.store.people import Client

LINES_SHOWN = 5


async def buttons(turn: Exchange, client: Client) -> Rows:
    """Return a button to each list of a client, with how many items it has."""
    lists = await hierarchies.of_client(turn.unit, client.id)
    return tuple(
        (tap(_label(turn, kind, len(lists[kind])), "list", client.id, f"{kind}.show"),)
        for kind in KINDS
    )


def _label(turn: Exchange, kind: Hierarchy, count: int) -> str:
    return turn.texts.plain("list-button", name=turn.texts.plain(f"list-name-{kind}"), count=count)


async def pressed(turn: Exchange) -> None:
    """A button of a list. Only of clients in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    name, _, what = turn.value.partition(".")
    kind = hierarchy.kind_of(name)
    if client is None or client.state != "active" or kind is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    items = (await hierarchies.of_client(turn.unit, client.id))[kind]
    action, _, key = what.partition(".")
    one = hierarchy.find(items, key)
    if what == "show":
        await audit.note(turn.unit, turn.person.id, "read.list", client.id)
        await _show(turn, client, kind, items)
    elif what == "add":
        await turn.expect(f"list.{client.id}.{kind}")
        turn.say(turn.texts.html("list-add-ask"), client=client.id)
    elif what == "send" and items:
        await _send(turn, client, kind, items)
    elif action == "item" and one is not None:
        rows = _item_rows(turn, client, kind, key, proposed=one.proposed)
        await turn.redraw(turn.texts.html("list-one", item=item_words(one, turn.texts)), rows)
    elif action == "drop" and one is not None:
        await _keep(turn, client, kind, hierarchy.drop(items, key))
    elif action == "agree" and one is not None:
        await _keep(turn, client, kind, hierarchy.agree(items, key))
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def typed(turn: Exchange, what: str) -> None:
    """Lines for a list: new items, or new numbers for what is there."""
    _, key, name = what.split(".")
    client, kind = (
        await people.client_in_care(turn.unit, turn.therapist.id, key),
        hierarchy.kind_of(name),
    )
    await turn.expect(None)
    if client is None or client.state != "active" or kind is None:
        turn.say(turn.texts.html("tap-stale"))
        return
    said, unread = hierarchy.read(turn.incoming.text)
    items = (await hierarchies.of_client(turn.unit, client.id))[kind]
    new = hierarchy.put(items, said)
    if new is None or unread:
        await turn.expect(what)
    if new is None:
        turn.say(turn.texts.html("list-full", most=MOST), client=client.id)
        return
    if unread:
        told = "; ".join(shorten(line, 60) for line in unread[:LINES_SHOWN])
        turn.say(turn.texts.html("list-unread", lines=told), client=client.id)
    if said:
        await _keep(turn, client, kind, new)


async def _keep(turn: Exchange, client: Client, kind: Hierarchy, items: Items) -> None:
    await hierarchies.keep(turn.unit, client.id, kind, items)
    await audit.note(turn.unit, turn.person.id, "page.list", client.id)
    await _show(turn, client, kind, items)


async def _show(turn: Exchange, client: Client, kind: Hierarchy, items: Items) -> None:
    """Show the list, the easiest first, with a button for each item."""
    texts = turn.texts
    head = texts.html("list-of", name=client.code_name, list=texts.plain(f"list-name-{kind}"))
    html = "\n".join([head, *lines(items, texts, client.code_name), "", texts.html("list-how")])
    rows = [
        (_item_button(turn, client, kind, one.id, item_words(one, texts)),)
        for one in hierarchy.in_order(items)
    ]
    rows.append((tap(texts.plain("list-add"), "list", client.id, f"{kind}.add"),))
    if items:
        label = texts.plain("list-send", name=client.code_name)
        rows.append((tap(label, "list", client.id, f"{kind}.send"),))
    rows.append((tap(texts.plain("assign-now"), "assign", client.id, "go"),))
    rows.append((tap(client.code_name, "client", client.id, "page"),))
    await turn.redraw(html, tuple(rows), client=client.id)


def _item_button(turn: Exchange, client: Client, kind: Hierarchy, key: str, words: str) -> Button:
    return tap(shorten(words, 60), "list", client.id, f"{kind}.item.{key}")


def _item_rows(
    turn: Exchange, client: Client, kind: Hierarchy, key: str, *, proposed: bool
) -> Rows:
    """What can be done with an item: agree on it, take it off, leave it."""
    keys = [*(["agree"] if proposed else []), "drop"]
    rows = [
        (tap(turn.texts.plain(f"list-{do}"), "list", client.id, f"{kind}.{do}.{key}"),)
        for do in keys
    ]
    back = tap(turn.texts.plain("page-back"), "list", client.id, f"{kind}.show")
    return (*rows, (back,))


async def _send(turn: Exchange, client: Client, kind: Hierarchy, items: Items) -> None:
    """Show the list to the client now; they find it under /progress at any time."""
    words = await turn.texts_of(client)
    shown = "\n".join([words.html(f"told-client-list-{kind}"), *lines(items, words)])
    await turn.send_client(client, Message(shown, (show_button(words, kind),)))
    turn.say(turn.texts.html("list-sent", name=client.code_name), client=client.id)
