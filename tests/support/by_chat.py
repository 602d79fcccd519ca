"""People who join a practice, and set and agree to something, by chat alone."""

import json
from collections.abc import Mapping

from tests.support.premises import Premises
from tests.support.telegram import Phone


async def joined_therapist(here: Premises, name: str = "Dr A") -> Phone:
    """A therapist invited on the command line beside the running bot, whose date is today's."""
    done = await here.command("therapist", "invite", name, "--json")
    assert done.returncode == 0, done.stderr
    return await joined_by(here, json.loads(done.stdout)["link"], name)


async def joined_by(here: Premises, link: str, name: str = "Dr A") -> Phone:
    """A therapist who opened a link and said where they work."""
    phone = await here.telegram.person(name)
    await phone.open(link)
    await phone.expect("In which city")
    await phone.say("London")
    await phone.expect("When do you work?")
    await phone.press("At any time")
    await phone.expect("Who may be told")
    await phone.press("I have none")
    await phone.expect("Now invite your first client")
    return phone


async def joined_client(therapist: Phone, name: str) -> Phone:
    """A client who opened the link, agreed, said where they are, and was confirmed."""
    await therapist.say(f"/invite {name}")
    told = (await therapist.expect(f"Link for {name}")).text
    link = next(word for word in told.split() if "?start=" in word)
    phone = await therapist.telegram.person(name)
    await phone.open(link)
    await phone.expect("18 or over")
    await phone.press("Yes, 18 or over")
    await phone.expect_button("I agree")
    await phone.press("I agree")
    await phone.expect("Which country")
    await phone.press("United Kingdom")
    await phone.expect("Your number is")
    await therapist.expect(f"{name} has joined")
    await therapist.press("Yes, it is them")
    await phone.expect("confirmed that it is you")
    return phone


async def press_under(phone: Phone, words: str, label: str) -> None:
    """Press a button under a message with these words; others may hold them too."""
    while label not in (seen := await phone.expect(words)).labels:
        pass
    await phone.press(label, message_id=seen.message_id)


SCHEDULE = {
    "When should the bot ask": "Every day",
    "At what time": "18:00",
    "A second time": "Skip",
    "How long may it be begun": "To the end of the day",
    "One reminder": "No reminder",
    "For how long": "1 week",
    "What will you see": "All of it",
}
ON_DEMAND = {
    "When should the bot ask": "No prompts, only when they like",
    "For how long": "8 weeks",
    "What will you see": "All of it",
}


async def agreed(
    here: Premises,
    therapist: Phone,
    client: Phone,
    title: str,
    schedule: Mapping[str, str],
    *,
    form: str = "Full",
    several: bool = False,
) -> None:
    """The therapist sets a worksheet, question by question, and the client says yes."""
    await therapist.say("/assign")
    if several:
        await therapist.expect("For whom")
        await therapist.press(client.name)
    await therapist.expect("Which worksheet?")
    await therapist.press(title)
    await therapist.expect("Which form")
    await therapist.press(form)
    await therapist.expect("Why this")
    await here.settled()
    await therapist.say("You said evenings are the worst. One note helps us see.", after=5)
    await therapist.expect("What counts as enough")
    await therapist.press("Skip")
    for question, answer in schedule.items():
        await therapist.expect(question)
        await therapist.press(answer)
    await press_under(therapist, "evenings are the worst", "Done")
    await therapist.expect(f"what {client.name} will see")
    await therapist.press("Send")
    await client.expect("suggests this")
    await client.press("Yes")
    await client.expect("Agreed")
    await therapist.expect(f"{client.name} accepted")
    for question in ("When and where", "get in the way", "How sure are you"):
        await client.expect(question)
        await client.press("Skip")
    await client.expect("That is fine")
    await here.settled()
