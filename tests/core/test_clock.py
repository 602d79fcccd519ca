"""Two clocks: the calendar can be set forward, the machine's never jumps."""

from datetime import UTC, timedelta

from bot.clock import Calendar, Machine


def test_rule_4_6_the_calendar_jumps_and_the_machine_does_not() -> None:
    machine = Machine()
    calendar = Calendar(machine)
    told: list[bool] = []
    calendar.listeners.append(lambda: told.append(True))
    before, monotonic = machine.now(), machine.monotonic()
    calendar.jump(before + timedelta(days=3))
    assert timedelta(days=3) <= calendar.now() - before < timedelta(days=3, minutes=1)
    assert machine.now() - before < timedelta(minutes=1)
    assert 0 <= machine.monotonic() - monotonic < 60
    assert told == [True]
    assert calendar.now().tzinfo is UTC


def test_rule_4_6_the_calendar_is_never_set_back() -> None:
    calendar = Calendar(Machine(), timedelta(hours=5))
    calendar.jump(calendar.now() - timedelta(hours=1))
    assert calendar.offset == timedelta(hours=5)


async def test_sleeping_no_time_lets_others_run() -> None:
    await Machine().sleep(-1.0)
