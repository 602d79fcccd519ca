"""A client opened help and lets those who care for them know. Where none of them can be reached,
those who stand behind them are told. It must not know what help is, nor what anybody wrote."""

from collections.abc import Callable, Sequence

from conversations.message import Message
from conversations.texts import Texts
from homework import standing_behind
from homework.house import House
from homework.outgoing import Outgoing
from homework.store import marks, people
from homework.store.database import Unit
from homework.store.people import Client, Person, Therapist

Said = Callable[[Texts], str]


async def tell(unit: Unit, house: House, client: Client, once: str) -> list[Therapist]:
    """Tell whoever cares for a client and can be reached, and return them; if nobody can be, tell
    who stands behind them. `once`: what it is about; nobody is told the same thing twice."""
    told = [one for one, _ in await people.told_about(unit, client.id)]
    near = [one for one in told if await standing_behind.is_near(unit, one)]

    def said(texts: Texts) -> str:
        return texts.html("told-help-opened", name=client.code_name)

    for one in near:
        await _post(unit, house, client, one.person, said, once)
    if not near:
        await _tell_behind(unit, house, client, told)
    return near


async def undelivered(unit: Unit, house: House, key: str, person: str) -> None:
    """What was to be told about a client did not arrive at somebody: if nobody else who cares for
    them can be reached, who comes after them is told."""
    client = await people.client_by_id(unit, key)
    if client is None or person == house.operator:
        return
    told = [one for one, _ in await people.told_about(unit, client.id)]
    others = [one for one in told if one.person != person]
    if len(others) == len(told):  # it was who stands behind them
        await _tell_operator(unit, house, client, ", ".join(one.name for one in told), "", "lost")
    elif not [one for one in others if await standing_behind.is_near(unit, one)]:
        await _tell_behind(unit, house, client, told)


async def out_of_reach(unit: Unit, house: House, person: str) -> None:
    """Somebody cannot be reached any more: what was on its way to them is told to others."""
    for key in await marks.alerts_just_gone(unit, person):
        await undelivered(unit, house, key, person)


async def _tell_behind(
    unit: Unit, house: House, client: Client, missed: Sequence[Therapist]
) -> None:
    for one in missed:
        colleague, words = await standing_behind.of(unit, one)
        if colleague is None:
            await _tell_operator(unit, house, client, one.name, words, one.id)
            continue

        def said(texts: Texts, carer: str = one.name) -> str:
            return texts.html("told-help-behind", name=client.code_name, carer=carer)

        await _post(unit, house, client, colleague.person, said, _hourly(unit, client, one.id))


async def _tell_operator(
    unit: Unit, house: House, client: Client, carer: str, contact: str, why: str
) -> None:
    def said(texts: Texts) -> str:
        key = "told-help-operator-contact" if contact else "told-help-operator"
        return texts.html(key, name=client.code_name, carer=carer, contact=contact)

    await _post(unit, house, client, house.operator, said, _hourly(unit, client, why))


def _hourly(unit: Unit, client: Client, why: str) -> str:
    return f"help.{client.id}.{why}.{unit.now:%Y%m%d%H}"


async def _post(
    unit: Unit, house: House, client: Client, whom: str | None, said: Said, once: str
) -> None:
    person: Person | None = await people.person_by_id(unit, whom) if whom else None
    if person is not None:
        message = Message(said(house.texts(person.locale)))
        key = f"{once}.{person.id}"[:96]
        unit.post(Outgoing(person.id, None, "alert", message, key, subject=client.id))
