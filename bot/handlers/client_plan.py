"""The safety plan in its owner's chat: to see, to agree to, to edit, and shown by /crisis."""

from zlib import crc32

from bot.exchange import Exchange
from bot.handlers.therapist_reviews import refused
from conversations.message import Rows, tap
from conversations.texts import Texts
from homework import helping
from homework.safety import plans
from homework.safety.plans import PARTS, SafetyPlan
from homework.store import audit, people, safety_plans


async def pressed(turn: Exchange) -> None:
    """Show the plan, ask for a part of it, or agree to all of it as it is now."""
    plan = await safety_plans.of_client(turn.unit, turn.client.id)
    if turn.value == "show":
        turn.say(_text(turn.texts, plan), _buttons(turn.texts, plan))
    elif turn.value in PARTS:
        await turn.expect(f"myplan.{turn.value}")
        turn.say(ask_words(turn.texts, turn.value, plan))
    elif turn.value.startswith("agree") and plan.proposed is not None:
        if turn.value != f"agree.{_mark(plan)}":  # another one than was read
            turn.say(_text(turn.texts, plan), _buttons(turn.texts, plan))
            return
        await _keep(turn, plans.agreed(plan), "plan.agree")
        await turn.redraw(turn.texts.html("plan-agreed"))
        await turn.tell_therapists(turn.client, "told-plan-agreed")
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def typed(turn: Exchange, what: str) -> None:
    """A part of one's own plan was typed."""
    part = what.partition(".")[2]
    text = turn.incoming.text.strip()
    if part not in PARTS or refused(turn, text, plans.PART_LIMIT):
        return
    await turn.expect(None)
    plan = await safety_plans.of_client(turn.unit, turn.client.id)
    plan = plans.written(plan, part, taken(text))
    await _keep(turn, plan, "plan.edit")
    turn.say(_text(turn.texts, plan), _buttons(turn.texts, plan))


async def _keep(turn: Exchange, plan: SafetyPlan, action: str) -> None:
    await safety_plans.keep(turn.unit, turn.client.id, plan)
    await audit.note(turn.unit, turn.person.id, action, turn.client.id)
    client = await people.client_by_id(turn.unit, turn.client.id)
    if client is not None:
        await helping.pin_anew(turn.unit, turn.house, client)


def taken(text: str) -> str:
    """Return what is kept of typed words; a dash alone takes the part out."""
    return "" if text in ("-", "–", "—") else " ".join(text.split())


def ask_words(texts: Texts, part: str, plan: SafetyPlan) -> str:
    """Return the question for a part, with what stands there now (HTML)."""
    name = texts.plain(f"plan-{part}")
    now = plan.newest.get(part)
    key = "plan-ask-again" if now else "plan-ask"
    return texts.html(key, part=name, now=now or "", about=texts.plain(f"plan-about-{part}"))


def part_buttons(texts: Texts, noun: str, key: str) -> Rows:
    """Return a button for each part of a plan."""
    return tuple((tap(texts.plain(f"plan-{part}"), noun, key, part),) for part in PARTS)


def _mark(plan: SafetyPlan) -> str:
    """Which plan was shown: it must not have become another one by the time it is agreed to."""
    return f"{crc32(repr(sorted(plan.newest.items())).encode()):08x}"


def _text(texts: Texts, plan: SafetyPlan) -> str:
    words = plans.words(texts, plan.newest)
    said = [texts.html("plan-head"), texts.html("plan-lines", lines=words or "-")]
    said.append(texts.html("plan-not-agreed" if plan.proposed is not None else "plan-shown"))
    return "\n\n".join(said)


def _buttons(texts: Texts, plan: SafetyPlan) -> Rows:
    agree = ((tap(texts.plain("plan-agree"), "myplan", "", f"agree.{_mark(plan)}"),),)
    return (*(agree if plan.proposed is not None else ()), *part_buttons(texts, "myplan", ""))
