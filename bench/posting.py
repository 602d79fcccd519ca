"""Writes messages into the outbox of a running bot: one notice to each of so many people."""

from typing import Any

from sqlalchemy import select

from bot.app import Running
from conversations.message import Button, Message
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store.tables import client

WORDS = "Your therapist has set a practice for you: <b>Thought record</b>. It takes four minutes."
BUTTONS = (
    (Button("Yes, let us begin", "1:asg~0:yes"),),
    (Button("Not now", "1:asg~0:later"), Button("Adjust", "1:asg~0:adjust")),
)


async def post_notices(running: Running, number: int) -> dict[str, Any]:
    """Post `number` notices in one transaction, each to another client."""
    async with running.db.transaction(running.calendar.now()) as unit:
        query = select(client.c.id, client.c.person_id).order_by(client.c.id).limit(number)
        for row in (await unit.conn.execute(query)).all():
            key = new_id(unit.now)
            unit.post(Outgoing(row.person_id, row.id, "notice", Message(WORDS, BUTTONS), key))
    return {}
