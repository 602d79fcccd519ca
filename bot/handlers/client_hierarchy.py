"""A client's own lists: what the two of them made, and a way to propose an item.

What is proposed is told to the therapist; it stands apart until both agreed on it.
"""

from collections.abc import Callable

from bot.exchange import Exchange
from conversations.message import Button, Rows, tap
from conversations.model import Hierarchy
from conversations.texts import Texts
from homework import hierarchy
from homework.hierarchy import KINDS, MOST, Items
from homework.store import hierarchies


def lines(items: Items, texts: Texts, name: str = "") -> list[str]:
    """Return a list, the easiest first, a line each (HTML). `name`: of whom proposed something;
    "" for who reads it."""
    if not items:
        return [texts.html("list-none")]
    found: list[str] = []
    for one in hierarchy.in_order(items):
        key = "list-line"
        if one.proposed:
            key = "list-line-proposed" if name else "list-line-mine"
        args = {"name": name} if one.proposed and name else {}
        found.append(texts.html(key, number=one.difficulty, words=one.words, **args))
    return found


def show_button(texts: Texts, kind: Hierarchy) -> tuple[Button, ...]:
    """Return the button to one of one's own lists."""
    return (tap(texts.plain(f"my-list-{kind}"), "mylist", kind, "show"),)


async def buttons(turn: Exchange) -> Rows:
    """Return a button to each list that has something on it."""
    lists = await hierarchies.of_client(turn.unit, turn.client.id)
    return tuple(show_button(turn.texts, kind) for kind in KINDS if lists[kind])


async def pressed(turn: Exchange) -> None:
    """Show one's own list, or ask for what is to be proposed."""
    kind = hierarchy.kind_of(turn.key)
    if kind is None or turn.value not in ("show", "propose"):
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value == "show":
        items = (await hierarchies.of_client(turn.unit, turn.client.id))[kind]
        await turn.redraw(_page(turn, kind, items), _rows(turn, kind))
    else:
        await turn.expect(f"mylist.{kind}")
        turn.say(turn.texts.html(f"my-list-ask-{kind}"))


def _page(turn: Exchange, kind: Hierarchy, items: Items) -> str:
    head = f"<b>{turn.texts.html(f'my-list-{kind}')}</b>"
    return "\n".join([head, *lines(items, turn.texts), "", turn.texts.html("my-list-how")])


def _rows(turn: Exchange, kind: Hierarchy) -> Rows:
    return ((tap(turn.texts.plain("my-list-propose"), "mylist", kind, "propose"),),)


async def typed(turn: Exchange, what: str) -> None:
    """Lines that a client proposes."""
    kind = hierarchy.kind_of(what.partition(".")[2])
    await turn.expect(None)
    if kind is None:
        turn.say(turn.texts.html("tap-stale"))
        return
    said, unread = hierarchy.read(turn.incoming.text)
    items = (await hierarchies.of_client(turn.unit, turn.client.id))[kind]
    new = hierarchy.put(items, said, proposed=True)
    if unread or not said:
        await turn.expect(what)
        turn.say(turn.texts.html("my-list-unread"))
        return
    if new is None:
        turn.say(turn.texts.html("list-full", most=MOST))
        return
    await hierarchies.keep(turn.unit, turn.client.id, kind, new)
    if new != items:
        words = "; ".join(words for words, _ in said)
        await turn.tell_therapists(
            turn.client, "told-proposed-item", _to_list(turn.client.id, kind), said=words
        )
    turn.say(f"{turn.texts.html('my-list-told')}\n\n{_page(turn, kind, new)}", _rows(turn, kind))


def _to_list(client: str, kind: Hierarchy) -> Callable[[Texts], Rows]:
    """Return the therapist's button to the list."""

    def rows(texts: Texts) -> Rows:
        return ((tap(texts.plain(f"list-name-{kind}"), "list", client, f"{kind}.show"),),)

    return rows
