"""A therapist, clients who write all day, and everything that may befall the bot they talk to.

`befall` brings one storm over them and ends with a new process that runs. What to bring is drawn
elsewhere (`storms.py`), what came of it is judged elsewhere (`history.py`).
"""

import os
import signal
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.clock import Machine
from tests.support.bot_process import BotDied
from tests.support.patients import Patient
from tests.support.premises import Premises
from tests.support.storms import ANYWHERE, Fault, Storm
from tests.support.telegram import Phone

START = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
LAST_DAY = START + timedelta(days=50)
"""Time is not moved on beyond it: nothing is agreed any more after eight weeks."""
GARBAGE = (
    {"message": {"message_id": "x"}},
    {"message": {"text": "x" * 5000}},
    {"callback_query": {"id": 5, "data": ["a"]}},
    {"my_chat_member": {"chat": {"id": 2**70, "type": "private"}, "new_chat_member": "kicked"}},
    {"something_new": {"of": "next year"}},
)
DEATH_WITHIN = 10.0
LAST_WORDS = 120.0
MANY, FEW = 20, 6
"""Messages not sent yet: so many are too many to go on at once, so few are enough."""
BREATH = 20.0
FULL = 1024
"""Bytes that a file may have while the disk is full."""


@dataclass
class Ward:
    """Everybody, and the bot they talk to.

    `kills` and `troubles` count what came true. `claimed`: ids of updates that were handled, looked
    up at each death, for the bot forgets them in time.
    """

    here: Premises
    therapist: Phone
    patients: list[Patient]
    kills: Counter[str] = field(default_factory=Counter[str])
    troubles: Counter[str] = field(default_factory=Counter[str])
    claimed: set[int] = field(default_factory=set[int])
    garbage: int = 0
    deaths_unasked: list[str] = field(default_factory=list[str])
    _invited: int = 0
    _back_in: dict[int, int] = field(default_factory=dict[int, int])
    _right_in: int = 0
    _old_updates: int = 0

    async def befall(self, storm: Storm) -> None:
        """Let one storm pass: troubles, then a death, then a new process."""
        await self._come_back()
        await self._spoil_wire(storm.faults)
        await self._spoil_queue(storm.queue)
        await self._leave(storm)
        await self._set_clock(storm.wrong)
        await self._time_passes(storm)
        if storm.stopped:
            await self.stop_for(storm.stopped)
        if storm.disk:
            await self._fill_disk(storm)
        else:
            await self.die(storm)
        await self.again(twice=storm.twice)
        await self._breathe()

    async def busy(self, calls: int, within: float = 5.0) -> None:
        """Wait until so many more calls were made to the messenger, but not for ever."""
        world = self.here.emulator.world
        until = len(world.calls) + calls
        await world.bell.until(lambda: True if len(world.calls) >= until else None, within)

    # Troubles -----------------------------------------------------------------------------------

    async def _spoil_wire(self, faults: Sequence[Fault]) -> None:
        switched_on = self.here.emulator.world.faults.switched_on
        if len(switched_on) > 6:
            switched_on.clear()
        for one in faults:
            chat = None if one.whose is None else self.patients[one.whose].phone.chat
            how = {"skip": one.skip, "times": one.times, "seconds": one.seconds, "chat": chat}
            await self.here.telegram.fault(one.kind, one.method, **how)

    async def _spoil_queue(self, how: str) -> None:
        queue = self.here.emulator.world.queue
        match how:
            case "redelivered":
                # None is older than the last long pause: the real server forgets after a day.
                fresh = len(queue.made) - self._old_updates - len(queue.waiting)
                self.troubles[how] += queue.redeliver(min(25, fresh))
            case "shuffled":
                await self.here.telegram.queue(shuffle=2)
                self.troubles[how] += 2
            case "garbage":
                await self.here.telegram.queue(garbage=[*GARBAGE])
                self.garbage += len(GARBAGE)
                self.troubles["updates of garbage"] += len(GARBAGE)
            case "restarted":
                if await self._all_confirmed():  # as after a quiet week
                    queue.restart(None)
                    self.troubles["ids restarted"] += 1
            case _:
                pass

    async def _all_confirmed(self) -> bool:
        """Wait until no update waits; say whether it came to that.

        The real server forgets an update after a day: none outlives a long pause.
        """
        queue, bell = self.here.emulator.world.queue, self.here.emulator.world.bell
        return bool(await bell.until(lambda: None if queue.waiting or queue.again else True, 2.0))

    async def _leave(self, storm: Storm) -> None:
        if storm.away is not None and storm.away not in self._back_in:
            self._back_in[storm.away] = storm.rounds
            self.troubles["blocked, and came back"] += 1
            await self.patients[storm.away].leave()

    async def _come_back(self, *, everybody: bool = False) -> None:
        for number, rounds in [*self._back_in.items()]:
            self._back_in[number] = rounds - 1
            if everybody or rounds <= 0:
                del self._back_in[number]
                await self.patients[number].come_back()

    async def _set_clock(self, wrong: timedelta) -> None:
        """Set the clock of the bot's machine wrong; right again in the round after next."""
        if self._right_in:
            self._right_in -= 1
            if not self._right_in:
                await self.here.leap(timedelta())
        elif wrong and await self._all_confirmed():
            self._right_in = 2
            self._old_updates = len(self.here.emulator.world.queue.made)
            self.troubles[f"clock wrong by {wrong / timedelta(hours=1):+.0f} h"] += 1
            await self.here.leap(wrong)

    async def _time_passes(self, storm: Storm) -> None:
        now = self.here.calendar.now()
        if now > LAST_DAY:
            return
        if storm.passes and await self._all_confirmed():
            self._old_updates = len(self.here.emulator.world.queue.made)
            self.troubles[f"{storm.passes / timedelta(hours=1):.0f} h passed at once"] += 1
            await self.here.set_calendar(now + storm.passes)
        elif storm.due and (due := await self.here.next_due()):
            self.troubles["a timer fell due"] += 1
            await self.here.set_calendar(due)

    async def stop_for(self, seconds: float) -> None:
        """SIGSTOP, and on again: the bot's machine clock has moved, its connections have aged."""
        pid = self.here.bot.pid
        self.troubles["stopped for a second" if seconds < 10 else f"stopped {seconds:.0f} s"] += 1
        os.kill(pid, signal.SIGSTOP)
        try:
            await Machine().sleep(seconds)
        finally:
            os.kill(pid, signal.SIGCONT)

    async def _fill_disk(self, storm: Storm) -> None:
        """Nothing more can be written for a while; then there is room again, or a death."""
        self.troubles[f"disk {storm.disk}"] += 1
        size = (self.here.data / "homework.db").stat().st_size
        await self.here.bot.ask("limit", bytes=FULL if storm.calls % 2 else size)
        await self.busy(storm.calls, within=2.0)
        if storm.disk == "full":
            await self.here.bot.ask("limit", bytes=-1)
            await self.busy(10)
        await self._kill(storm.moment)

    # Deaths -------------------------------------------------------------------------------------

    async def die(self, storm: Storm) -> bool:
        """Bring about the death of a storm; say whether it came where it was to come."""
        if storm.death != ANYWHERE:
            return await self.kill_at(storm.death, storm.skip, storm.moment)
        await self.busy(storm.calls)
        await self._kill(storm.moment)
        return True

    async def _kill(self, moment: float) -> None:
        """Kill after a moment that falls anywhere inside what comes next."""
        await Machine().sleep(moment * 0.02)
        self.here.bot.kill()
        self.kills[ANYWHERE] += 1

    async def kill_at(self, point: str, skip: int = 0, moment: float = 0.5) -> bool:
        """Order the death and make what leads to it happen; say whether it came."""
        bot = self.here.bot
        try:
            await bot.ask("die", point=point, skip=skip, after=moment * 0.004)
            if point.startswith("timers"):
                await self.here.set_calendar(await self._next_moment())
            elif point.startswith("key"):
                self._invited += 1
                await self.therapist.say(f"/invite Guest{self._invited}")
            await bot.died(DEATH_WITHIN)
        except BotDied:
            pass
        except TimeoutError:
            bot.kill()
            self.kills["in vain"] += 1
            return False
        self.kills[point] += 1
        return True

    async def _next_moment(self) -> datetime:
        return await self.here.next_due() or self.here.calendar.now() + timedelta(hours=24)

    async def again(self, *, twice: bool = False) -> None:
        """Start anew; sometimes the next death comes while it is starting."""
        await self._buried()
        if twice:
            await self.here.bot.launch()
            await Machine().sleep(0.2)
            self.here.bot.kill()
            self.kills["while starting"] += 1
            await self._buried()
        await self.here.bot.start()

    async def _breathe(self) -> None:
        """Let this process live until most of what waited is sent, if that was much.

        Killed again and again it says less than people ask for. Who reads for minutes what was
        meant long ago presses what is stale and falls silent, and silence finds nothing wrong.
        """
        if self._unsent() < MANY:
            return
        self.troubles["left alone for a while"] += 1
        machine, calls = Machine(), 4
        until = machine.monotonic() + BREATH
        while self._unsent() > FEW and machine.monotonic() < until:
            await self.busy(calls, within=1.0)

    def _unsent(self) -> int:
        """How many messages wait; edits that only tidy up wait until nobody writes."""
        query = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed') AND lane < 3"
        url = f"{(self.here.data / 'homework.db').as_uri()}?mode=ro"
        with closing(sqlite3.connect(url, uri=True, timeout=20)) as db:
            return int(db.execute(query).fetchone()[0])

    async def _buried(self) -> None:
        code = await self.here.bot.ended()
        if code != -signal.SIGKILL:
            self.deaths_unasked.append(f"exit {code}\n{self.here.bot.tail()}")
        with closing(sqlite3.connect(self.here.data / "homework.db")) as db:
            self.claimed |= {one for (one,) in db.execute("SELECT update_id FROM update_claim")}

    # The end ------------------------------------------------------------------------------------

    async def calm(self) -> None:
        """No more troubles: the wire holds, the clock is right, everybody is back."""
        await self.here.telegram.no_faults()
        self._right_in = 0
        await self.here.leap(timedelta())
        await self._come_back(everybody=True)

    async def drained(self) -> None:
        """Wait until everything said is handled and everything to say is sent."""
        world = self.here.emulator.world
        left = [id(item) for item in world.queue.waiting]

        def handled() -> bool | None:
            return None if any(id(item) in left for item in world.queue.waiting) else True

        tail = self.here.bot.tail
        assert await world.bell.until(handled, LAST_WORDS), f"updates are left\n{tail()}"
        await self.here.settled(LAST_WORDS)

    async def prompted_again(self) -> list[str]:
        """Let two days pass after a sign of life of everybody; return who got no prompt.

        Who was silent for days is asked less, and rightly so. Two days and not one: a clock that
        was a day ahead in the last rounds has already rung for the day that comes.
        """
        for one in self.patients:
            await one.phone.say("/today", after=5)
        await self.drained()
        before = len(self.here.emulator.world.sends)
        target = self.here.calendar.now() + timedelta(hours=50)
        while (due := await self.here.next_due()) and due <= target:
            await self.here.set_calendar(due)
            await self.drained()  # else a prompt's moment is over before it is sent
        sends = self.here.emulator.world.sends[before:]
        rang = {one["chat"] for one in sends if "It is the time you picked" in one["text"]}  # type: ignore[index,call-overload,misc]
        return [one.phone.name for one in self.patients if one.phone.chat not in rang]

    async def closed(self) -> None:
        """Stop the bot as its owner would."""
        assert await self.here.bot.stop() == 0, self.here.bot.tail()
