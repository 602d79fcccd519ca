"""What the conversation says goes out: new questions, edits of the last one, plain answers.

It must not know what was decided, nor who reads it.
"""

from collections.abc import Sequence

from conversations.message import Message
from conversations.render import Rendered
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store.database import Unit
from homework.store.people import Person
from homework.store.sessions import Held


def say(unit: Unit, person: Person, client: str | None, html: str) -> None:
    """Post one plain answer to a person."""
    unit.post(Outgoing(person.id, client, "ack", Message(html), dedupe=new_id(unit.now)))


def post_rendered(
    unit: Unit,
    person: Person,
    held: Held,
    rendered: Sequence[Rendered],
    *,
    silent: bool = False,
    hushed: bool = False,
    held_back: bool = False,
) -> str | None:
    """Post what the engine says; return the outbox row that carries the open question, if any.

    `silent`: nobody asked for what is said; `hushed`: nor does the question make a phone ring;
    `held_back`: the question is not put until it is asked for.
    """
    row, client = held.ask_row, held.session.client
    asked: str | None = None
    for one in rendered:
        key = new_id(unit.now)
        match one.role:
            case "ask" if held_back:
                pass
            case "ask":
                out = Outgoing(
                    person.id,
                    client,
                    "step",
                    one.message,
                    key,
                    ask=one.ask,
                    subject=held.session.id,
                    step=one.step,
                    silent=hushed,
                )
                row = asked = unit.post(out)
            case "redraw" if row:
                unit.post(Outgoing(person.id, client, "redraw", one.message, key, edits=row))
            case "settle" if one.ask == held.session.asked.id:
                if row:  # without one it was never put: it waited for its moment
                    unit.post(Outgoing(person.id, client, "tidy", one.message, key, edits=row))
            case _:
                unit.post(Outgoing(person.id, client, "ack", one.message, key, silent=silent))
    return asked
