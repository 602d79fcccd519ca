"""A client tells about their days: one question at a time, and all of them in the settings."""

from bot.exchange import Exchange
from bot.handlers.client_joins import in_columns
from conversations.message import Button, Message, Rows, tap
from conversations.texts import Texts
from homework import profile
from homework.moments import zone_of
from homework.profile import CHOICES, SEVERAL, Profile
from homework.profile_words import answer_words
from homework.store.database import Unit
from homework.store.people import Client


async def next_message(unit: Unit, texts: Texts, client: Client) -> Message | None:
    """Return the next question about a client's days, if one may be put today, and note it."""
    now = await profile.of(unit, client.id)
    today = unit.now.astimezone(zone_of(client)).date()
    question = profile.next_question(now, today)
    if question is None:
        return None
    await profile.note_asked(unit, client.id, now, question, today)
    return Message(
        f"{texts.html('profile-one')}\n\n{_asked(texts, question)}", _rows(texts, question, now)
    )


def _asked(texts: Texts, question: str) -> str:
    return texts.html(f"profile-{question}")


def _rows(texts: Texts, question: str, now: Profile) -> Rows:
    several, told = question in SEVERAL, now.told(question)
    buttons: list[Button] = []
    for choice in CHOICES[question]:
        on = choice in told
        mark = ("☑ " if on else "☐ ") if several else ""
        label = mark + texts.plain(f"profile-{question}-{choice}")
        buttons.append(
            tap(label, "prof", question, f"{choice}.{'off' if several and on else 'on'}")
        )
    last = tap(texts.plain("profile-done" if told else "profile-skip"), "prof", question, "done")
    columns = 5 if question == "minutes" else 2 if several else 1
    return (*in_columns(buttons, columns), (last,))


async def pressed(turn: Exchange) -> None:
    """A button of a question about one's days."""
    question, (choice, _, how) = turn.key, turn.value.partition(".")
    if question == "all":
        await show(turn)
    elif question not in CHOICES:
        turn.notice = turn.texts.plain("tap-stale")
    elif choice == "ask":
        now = await profile.of(turn.unit, turn.client.id)
        await turn.redraw(_asked(turn.texts, question), _rows(turn.texts, question, now))
    elif choice == "done":
        told = (await profile.of(turn.unit, turn.client.id)).told(question)
        await turn.redraw(turn.texts.html("profile-thanks" if told else "profile-skipped"))
    elif not await profile.answer(turn.unit, turn.client.id, question, choice, on=how != "off"):
        turn.notice = turn.texts.plain("tap-stale")
    elif question in SEVERAL:
        now = await profile.of(turn.unit, turn.client.id)
        await turn.redraw(_asked(turn.texts, question), _rows(turn.texts, question, now))
    else:
        await turn.redraw(turn.texts.html("profile-thanks"))


async def show(turn: Exchange) -> None:
    """Show all that was told, a button to change each."""
    now, texts = await profile.of(turn.unit, turn.client.id), turn.texts
    lines = [texts.html("profile-head")]
    for question in CHOICES:
        said = answer_words(texts, question, now) or texts.plain("profile-unsaid")
        name = texts.plain(f"profile-name-{question}")
        lines.append(texts.html("profile-line", question=name, answer=said))
    buttons = [
        tap(texts.plain(f"profile-name-{question}").rstrip(":"), "prof", question, "ask")
        for question in CHOICES
    ]
    turn.say("\n".join(lines), in_columns(buttons))
