"""The line over all predictions is one tap from the sheets that it counts."""

from datetime import timedelta

from homework import predictions
from tests.support.scene import Heard, Scene
from tests.support.written import write

SHEET = "behavioural_experiment"
BUTTON = "Predictions: what these numbers are"


def buttons(seen: list[Heard], user: int) -> dict[str, str]:
    return {one.label: one.data for each in seen if each.user == user for one in each.buttons}


async def test_the_numbers_lead_to_their_sheets_and_to_no_other(scene: Scene) -> None:
    one, carer, other = scene.parties["A1"], scene.parties["A"], scene.parties["B"]
    before = buttons(await scene.say(carer.user, f"/brief {one.word}"), carer.user)
    assert before and BUTTON not in before
    outcome = {predictions.kinds(scene.house)[SHEET]: "no"}
    async with scene.looking() as unit:
        for days in range(1, 6):
            at, person = scene.now - timedelta(days=days), one.ids["person"]
            await write(unit, scene.house, person, one.client or "", at, SHEET, outcome)
    shown = buttons(await scene.say(carer.user, f"/brief {one.word}"), carer.user)
    listed = buttons(await scene.tap(carer.user, shown[BUTTON]), carer.user)
    opened = [data for data in listed.values() if data.startswith("1:ent~")]
    assert len(opened) == 5
    forged = await scene.tap(other.user, f"1:client~{one.client}:predicted.0")
    assert buttons(forged, other.user) == {}
