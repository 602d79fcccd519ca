"""X9: whatever people write or are called, no markup comes of it, nothing is refused, nothing lost.

Strings come in as the messenger's JSON; what goes out is read as the messenger reads it.
"""

import re
from collections.abc import Awaitable, Callable

import pytest

from bot.demo.html_entities import finish, parse_html, units
from bot.demo.inline_keyboards import read_keyboard
from bot.incoming import parse
from bot.sender import keyboard
from conversations.markup import clean
from homework import assigning, joining
from homework.safety.crisis import is_crisis_words
from homework.store import assignments, people
from tests.support.given_work import assignment
from tests.support.hostile import SEEDS, STRINGS
from tests.support.scene import Heard, Scene
from tests.support.stores import AGREED

TOGETHER = 100
OURS = {"bold", "italic", "blockquote"}
WHOLE = (
    "<" * 4096,
    "&" * 4096,
    '"' * 4096,
    "&lt;" * 1024,
    "<b>" * 1365,
    "\U0001f600" * 2048,
    "e" + "\u0301" * 4095,
    "\u202e" * 4096,
    "\x00" * 4096,
    "a\ud800" * 2048,
    "\u2028" * 2000 + "x",
    "\u2800" * 4096,
    "word " * 819,
)
EVERY = [*SEEDS, *WHOLE]
REST = [one for one in STRINGS if one not in SEEDS]
HIDDEN = {"type": "hidden_user", "sender_user_name": "x", "date": 1}


def visible(heard: Heard) -> str:
    """The text as a phone shows it; fails where the messenger would refuse it or see markup."""
    marked = parse_html(heard.html)
    assert {entity.kind for entity in marked.entities} <= OURS
    shown = finish(marked).text
    assert 0 < units(shown) <= 4096
    assert clean(shown) == shown, "no controls, no direction marks, nothing of no width"
    rows = read_keyboard(keyboard(heard.message.buttons), only_inline=True)
    labels = [str(button["text"]) for row in rows for button in row]
    assert [clean(label) for label in labels] == labels
    return shown


def shown_to(heard: list[Heard], user: int) -> str:
    """Everything that all phones showed is sound; return what this one showed."""
    texts = [(one.user, visible(one)) for one in heard]
    return "\n".join(text for whose, text in texts if whose == user)


def bare(text: str) -> str:
    """The words without spaces and breaks: how they were wrapped is no matter."""
    return re.sub(
        r"\s+", "", clean(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    )


def is_text(scene: Scene, words: str) -> bool:
    """Whether the messenger and the bot take it for words: no command, no call for help."""
    incoming = scene.message(1, words)
    return incoming.what == "text" and bool(bare(words)) and not is_crisis_words(words, "en")


# Where people write ------------------------------------------------------------------------------

Place = Callable[[Scene, str], Awaitable[None]]


async def an_answer(scene: Scene, words: str) -> None:
    """Shown back, kept whole, and read by the therapist."""
    one, carer = scene.parties["A1"], scene.parties["A"]
    await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
    shown = shown_to(await scene.say(one.user, words), one.user)
    current = await scene.open_session(one.user)
    assert current is not None
    if not is_text(scene, words):
        return
    assert bare(str(current.answers["situation"])) == bare(words)
    assert bare(words)[:50] in bare(shown)
    heard = await scene.say(one.user, "/cancel")
    shown_to(heard, one.user)
    (entry,) = [b.data.split(":")[1][6:] for h in heard for b in h.buttons if "share~" in b.data][
        :1
    ]
    read = shown_to(await scene.tap(carer.user, f"1:ent~{entry}:open"), carer.user)
    assert bare(words) in bare(read)


async def a_feeling(scene: Scene, words: str) -> None:
    one = scene.parties["A1"]
    await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
    current = await scene.open_session(one.user)
    if current is not None and current.asked.step == "situation":
        await scene.tap(one.user, f"1:{current.asked.id}:s")
    shown_to(await scene.say(one.user, f"{words} 80"), one.user)
    shown_to(await scene.say(one.user, words), one.user)
    shown_to(await scene.say(one.user, "/today"), one.user)
    shown_to(await scene.say(one.user, "/cancel"), one.user)


async def a_wish(scene: Scene, words: str) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    await scene.tap(one.user, f"1:asg~{one.ids['proposed']}:adjust")
    shown = shown_to(await scene.say(one.user, words), carer.user)
    if is_text(scene, words):
        assert bare(words) in bare(shown)


async def a_code_name(scene: Scene, words: str) -> None:
    carer = scene.parties["A"]
    await scene.say(carer.user, "/invite")
    heard = await scene.say(carer.user, words)
    shown = shown_to(heard, carer.user)
    if "Link for" in shown:
        assert units(visible(heard[-1])) <= 1024, "it stands under a picture"
        assert bare(words) in bare(shown)
        async with scene.looking() as unit:
            made = (await people.clients_of(unit, carer.therapist or ""))[-1]
        shown = shown_to(await scene.tap(carer.user, f"1:client~{made.id}:page"), carer.user)
        assert bare(words) in bare(shown)


async def a_place(scene: Scene, words: str) -> None:
    one = scene.parties["A1"]
    await scene.tap(one.user, "1:set~zone:ask")
    shown_to(await scene.say(one.user, words), one.user)


async def a_country(scene: Scene, words: str) -> None:
    user = scene.parties["joining"].user
    if (await scene.client(scene.parties["joining"].client or "")).joining_step == "consent":
        await scene.tap(user, f"1:consent~:yes.{AGREED}")
    shown_to(await scene.say(user, words), user)


async def a_reason(scene: Scene, words: str) -> None:
    """Proposed to the client in the therapist's words."""
    one, carer = scene.parties["A1"], scene.parties["A"]
    mended = scene.message(1, words or "x").text[:400]
    await scene.tap(carer.user, f"1:end~{one.ids['proposed']}:yes")  # there is room for one more
    async with scene.looking() as unit:
        for other in await assignments.of_client(unit, one.client or "", "active", "proposed"):
            await assigning.end(unit, "operator", other)  # there is room for two at a time
        new = assignment(
            scene, one, carer.therapist or "", why=f"So: {mended}", enough=mended[:200]
        )
        await assigning.keep_draft(unit, new, [])
    shown = shown_to(await scene.tap(carer.user, f"1:draft~{new.id}:send"), one.user)
    assert bare(mended) in bare(shown)
    heard = await scene.tap(one.user, f"1:asg~{new.id}:accept")
    shown_to(heard, one.user)
    shown_to(await scene.tap(one.user, "1:set~agreed:ask"), one.user)
    await scene.tap(carer.user, f"1:end~{new.id}:yes")


async def something_forwarded(scene: Scene, words: str) -> None:
    one = scene.parties["A1"]
    await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
    heard = await scene.say(one.user, words, forward_origin=HIDDEN)
    shown_to(heard, one.user)
    data = [b.data for one in heard for b in one.buttons if "use~" in b.data]
    if data and is_text(scene, words):
        shown = shown_to(await scene.tap(one.user, data[0]), one.user)
        assert bare(words)[:50] in bare(shown)
    await scene.say(one.user, "/cancel")


async def a_command(scene: Scene, words: str) -> None:
    for order in ("/start", "/pause", "/crisis", "/log", "/nonsense"):
        for user in (scene.parties["A1"].user, scene.parties["A"].user, 900):
            shown_to(await scene.say(user, f"{order} {words}"[:4096]), user)


PLACES: dict[str, Place] = {
    "an answer": an_answer,
    "a feeling": a_feeling,
    "a wish": a_wish,
    "a code name": a_code_name,
    "a place": a_place,
    "a country": a_country,
    "a reason": a_reason,
    "something forwarded": something_forwarded,
}


async def write(scene: Scene, place: Place, words: str) -> None:
    await place(scene, words)
    assert scene.last.failed == {}


@pytest.mark.parametrize("place", PLACES)
async def test_x9_hostile_words(scene: Scene, place: str) -> None:
    """The worst in every place, and some of the others in each."""
    turn = list(PLACES).index(place)
    for words in [*EVERY, *REST[turn :: 8 * len(PLACES)]]:
        await write(scene, PLACES[place], words)


async def test_x9_two_thousand_hostile_strings(scene: Scene) -> None:
    """All of them: to an open sheet, which keeps every one, and to the therapist as a wish."""
    one, carer = scene.parties["A1"], scene.parties["A"]
    texts = [words for words in STRINGS if is_text(scene, words)]
    assert len(STRINGS) == 2000 and len(texts) > 1800
    for start in range(0, len(texts), TOGETHER):
        batch = texts[start : start + TOGETHER]
        await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
        await scene.happen(*(scene.message(one.user, words) for words in batch))
        assert scene.last.failed == {}
        shown_to(await scene.deliver(), one.user)
        current = await scene.open_session(one.user)
        assert current is not None
        kept = bare("".join([*map(str, current.answers.values()), *current.notes]))
        assert [words for words in batch if bare(words) not in kept] == []
        await scene.say(one.user, "/cancel")
        adjust = f"1:asg~{one.ids['proposed']}:adjust"
        pairs = [(scene.button(one.user, adjust), scene.message(one.user, w)) for w in batch]
        await scene.happen(*(each for pair in pairs for each in pair))
        assert scene.last.failed == {}
        shown = bare(shown_to(await scene.deliver(), carer.user))
        assert [words for words in batch if bare(words) not in shown] == []


async def test_x9_hostile_words_after_commands(scene: Scene) -> None:
    for words in EVERY:
        await write(scene, a_command, words)


async def test_x9_lists_of_hostile_names_can_be_read(scene: Scene) -> None:
    carer = scene.parties["A"]
    for start in range(0, 400, 40):
        pairs = [
            (scene.message(carer.user, "/invite"), scene.message(carer.user, words))
            for words in STRINGS[start : start + 40]
        ]
        await scene.happen(*(each for pair in pairs for each in pair))
    await scene.deliver()
    async with scene.looking() as unit:
        assert len(await people.clients_of(unit, carer.therapist or "")) > 90
    for order in ("/clients", "/digest", "/assign", "/assignments", "/start"):
        assert shown_to(await scene.say(carer.user, order), carer.user)


@pytest.mark.parametrize("words", WHOLE)
async def test_x9_a_therapist_of_any_name(scene: Scene, words: str) -> None:
    """Clients read it when they join, agree, and ask for help."""
    name = scene.message(1, words or "x").text[:60]
    async with scene.looking() as unit:
        token = await joining.invite_therapist(unit, name)
    shown_to(await scene.say(801, f"/start {token}"), 801)
    shown_to(await scene.say(801, "London"), 801)
    shown_to(await scene.tap(801, "1:hours~set:any"), 801)
    shown_to(await scene.tap(801, "1:hours~who:none"), 801)
    seen = await scene.say(801, "/invite Fox")
    shown_to(seen, 801)
    seen = await scene.say(802, "/start " + seen[-1].html.split("?start=")[1].split()[0])
    for label in ("Yes, 18", "I agree", "United King"):
        shown_to(seen, 802)
        seen = await scene.press(802, seen, label)
    shown_to(seen, 802)
    for order in ("/crisis", "/privacy", "/help"):
        shown_to(await scene.say(802, order), 802)


def test_x9_halves_of_characters_are_marked_at_the_door() -> None:
    raw = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 1,
            "chat": {"id": 1, "type": "private"},
            "from": {"id": 1, "is_bot": False, "first_name": "x"},
            "text": "a\ud83db \ud83d\ude00",
        },
    }
    text = parse(raw).text
    assert text == "a\ufffdb \U0001f600"
    assert text.encode()
