"""A client's safety plan on their page: written with them, and shown to them to agree."""

from bot.exchange import Exchange
from bot.handlers.client_plan import ask_words, part_buttons, taken
from bot.handlers.therapist_reviews import refused
from conversations.message import Rows, tap
from homework.safety import plans
from homework.safety.plans import PARTS, SafetyPlan
from homework.store import audit, people, safety_plans
from homework.store.people import Client


async def pressed(turn: Exchange) -> None:
    """Show the plan, ask for a part of it, or show it to the client. Only in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    plan = await safety_plans.of_client(turn.unit, client.id)
    if turn.value == "show":
        await audit.note(turn.unit, turn.person.id, "read.plan", client.id)
        turn.say(_text(turn, client, plan), _buttons(turn, client, plan), client=client.id)
    elif turn.value in PARTS:
        if plan.newest.get(turn.value):  # the question says what stands there now
            await audit.note(turn.unit, turn.person.id, "read.plan", client.id)
        await turn.expect(f"plan.{turn.value}.{client.id}")
        turn.say(ask_words(turn.texts, turn.value, plan), client=client.id)
    elif turn.value == "tell" and plan.proposed is not None:
        words = (await turn.texts_of(client)).plain("plan-see")
        await turn.tell_client(
            client,
            "told-plan",
            ((tap(words, "myplan", "", "show"),),),
            therapist=turn.therapist.name,
        )
        await turn.redraw(turn.texts.html("plan-told", name=client.code_name), client=client.id)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def typed(turn: Exchange, what: str) -> None:
    """A part of a plan was typed."""
    part, _, key = what.partition(".")[2].partition(".")
    client = await people.client_in_care(turn.unit, turn.therapist.id, key)
    if client is None or client.state != "active" or part not in PARTS:
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    text = turn.incoming.text.strip()
    if refused(turn, text, plans.PART_LIMIT):
        return
    await turn.expect(None)
    before = await safety_plans.of_client(turn.unit, client.id)
    plan = plans.proposed(before, part, taken(text))
    await safety_plans.keep(turn.unit, client.id, plan)
    await audit.note(turn.unit, turn.person.id, "plan.write", client.id)
    turn.say(_text(turn, client, plan), _buttons(turn, client, plan), client=client.id)


def _text(turn: Exchange, client: Client, plan: SafetyPlan) -> str:
    texts = turn.texts
    words = plans.words(texts, plan.newest)
    said = [
        texts.html("plan-head-of", name=client.code_name),
        texts.html("plan-lines", lines=words or "-"),
    ]
    key = "plan-waits" if plan.proposed is not None else "plan-is-theirs"
    said.append(texts.html(key, name=client.code_name))
    return "\n\n".join(said)


def _buttons(turn: Exchange, client: Client, plan: SafetyPlan) -> Rows:
    show = tap(turn.texts.plain("plan-show", name=client.code_name), "plan", client.id, "tell")
    rows = part_buttons(turn.texts, "plan", client.id)
    return (*rows, (show,)) if plan.proposed is not None else rows
