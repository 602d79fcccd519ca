"""The composition root: everything is made here, once, and handed what it needs.

`serve` is one running bot; `homework run`, the demo and the tests differ only in what they hand in.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import structlog
from starlette.routing import Route
from telegram.error import TelegramError

from bot import commands, screener, telemetry
from bot.afterwards import Afterwards, Tell, perform
from bot.busy import Busy
from bot.calls import Api, Identity
from bot.clock import Calendar, Machine
from bot.doorstep import Doorstep
from bot.floodgate import Limits
from bot.garbage import leave_alone_what_stays
from bot.health import listening
from bot.heap import share_one_heap
from bot.identity import remember_username
from bot.incoming import Incoming
from bot.ingest import Intake
from bot.opening import opened
from bot.outage import answer_in_outage
from bot.polling import Poller
from bot.pulse import Pulse
from bot.routing import Router
from bot.sender import Sender
from bot.settings import Hook, Settings
from bot.stopping import ended, stop_on_signals
from bot.transport import AiohttpRequest, NoSuchPlace, TokenRefused
from bot.webhook import Door, Webhook
from conversations.message import Message
from homework import delivery, digesting, packaged, places, reporting
from homework.collecting import Desk
from homework.firing import FIRE, UseCase
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.reports.worker import Worker
from homework.safety import crisis, screening
from homework.stocking import Restocking, stock
from homework.store import erasure, people
from homework.store.database import Database, Unit
from homework.store.marks import Mark
from homework.store.timers import Timer
from scheduler.clocks import MachineClock
from scheduler.due import Due, FireFn
from scheduler.jobs import Workbench
from scheduler.pacing import Pace
from scheduler.relay import Relay
from scheduler.runner import Runner
from scheduler.studio import DrawFn, Studio

log = structlog.get_logger()

CONNECTIONS = 96
LONG_POLL = 25


@dataclass(slots=True)
class Running:
    """A bot that runs: what the demo and the tests need to reach into."""

    db: Database
    calendar: Calendar
    due: Due
    runner: Runner
    relay: Relay
    intake: Intake
    poller: Poller | Webhook
    house: House
    pulse: Pulse
    doorstep: Doorstep
    studio: Studio


def run(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM; raises an `Ending` when it cannot begin."""
    asyncio.run(_run(settings, Calendar(Machine())))


async def _run(settings: Settings, calendar: Calendar) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().set_exception_handler(telemetry.loop_error)
    stop_on_signals(stop)
    await serve(settings, calendar, stop)


async def serve(
    settings: Settings,
    calendar: Calendar,
    stop: asyncio.Event,
    *,
    ready: Callable[[Running], None] | None = None,
    pace: Pace | None = None,
    floods: Limits | None = None,
    long_poll: int = LONG_POLL,
) -> None:
    """Run one bot until `stop`; what is under way is finished first."""
    share_one_heap()
    token, hook = settings.token(), settings.webhook()
    door = Door(hook.secret) if hook else None
    doors = [Route(hook.path, door.answer, methods=["POST"])] if hook and door else []
    async with opened(settings, alone=True) as db:
        pulse = Pulse(Machine(), settings.homework_data_dir, settings.backups_path)
        pulse.write()
        async with listening(settings.listen, pulse, doors), _connected(token, settings) as api:
            identity = await _identify(api, stop)
            if identity is None:
                return
            if identity.username:
                remember_username(settings.homework_data_dir, identity.username)
            worker = Worker()
            running = await assemble(
                settings,
                db,
                api,
                identity,
                calendar,
                pulse,
                pace,
                floods,
                long_poll=long_poll,
                draw=worker.draw,
                entrance=(hook, door) if hook and door else None,
            )
            leave_alone_what_stays()
            if ready is not None:
                ready(running)
            try:
                await _until_stopped(running, stop)
            finally:
                await ended(asyncio.create_task(worker.close()), "worker")


@asynccontextmanager
async def _connected(token: str, settings: Settings) -> AsyncGenerator[Api]:
    request = AiohttpRequest(connections=CONNECTIONS)
    await request.initialize()
    try:
        yield Api(token, settings.telegram_api_url, request)
    finally:
        await request.shutdown()


async def _identify(api: Api, stop: asyncio.Event) -> Identity | None:
    """Ask who we are until somebody answers; None when `stop` comes first."""
    asking = asyncio.create_task(_ask_who_we_are(api))
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([asking, stopped], return_when=asyncio.FIRST_COMPLETED)
        return asking.result() if asking.done() else None
    finally:
        asking.cancel()
        stopped.cancel()


async def _ask_who_we_are(api: Api) -> Identity:
    """The messenger may be away when we start."""
    pause = 1.0
    while True:
        try:
            return await api.identify()
        except (TokenRefused, NoSuchPlace):
            raise
        except TelegramError as error:
            log.warning("messenger_away", error=type(error).__name__, again_in=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)


async def assemble(
    settings: Settings,
    db: Database,
    api: Api,
    identity: Identity,
    calendar: Calendar,
    pulse: Pulse,
    pace: Pace | None = None,
    floods: Limits | None = None,
    *,
    long_poll: int = LONG_POLL,
    machine: MachineClock | None = None,
    draw: DrawFn | None = None,
    entrance: tuple[Hook, Door] | None = None,
) -> Running:
    """Put all parts together; nothing runs yet. With an `entrance` updates are brought there."""
    machine = machine or Machine()
    house = await _house(settings, db, identity, calendar)
    router = Router(house, settings.homework_languages, floods or Limits())

    async def at_once(items: Sequence[Afterwards]) -> None:
        await perform(api, items, lambda role, locale: _menu(house, role, locale))

    async def direct(items: Sequence[Afterwards]) -> None:
        now: list[Afterwards] = []
        for item in items:
            if isinstance(item, Tell) and item.patient:
                doorstep.put(item)
            else:
                now.append(item)
        await at_once(now)

    async def in_outage(incoming: Incoming) -> None:
        message = answer_in_outage(house, router.known, incoming)
        if message is not None:
            await direct([Tell(incoming.chat_id, message)])

    async def marked(unit: Unit, marks: Sequence[Mark]) -> None:
        for mark in marks:
            telemetry.SENDS.labels(mark.posted.kind, mark.state).inc()
        await delivery.marked(unit, house, [mark for mark in marks if mark.final])

    relay = Relay(db, Sender(api), machine, marked, calendar=calendar, pace=pace)
    doorstep = Doorstep(lambda tell: at_once([tell]), machine, relay.spend)
    due = Due(db, calendar, _fire(house), parked=_parked, looked=pulse.ticked, machine=machine)
    runner = Runner(
        Workbench(
            db,
            due,
            calendar,
            machine,
            alive=lambda: _beat(machine, pulse),
            wrote=pulse.wrote,
            backups=settings.backups_path,
            restock=Restocking(house.shelf).look,
        )
    )
    intake = Intake(
        db,
        identity.id,
        router.handle,
        direct,
        in_outage,
        calendar=calendar,
        machine=machine,
        apologise=apologiser(house),
        count=_count_updates,
    )
    busy = Busy(machine, lambda shown: at_once([shown]))
    studio = Studio(db, calendar, draw or Worker().draw, busy)
    poller = (
        Webhook(api, intake, machine, *entrance, heard=pulse.fetched)
        if entrance
        else Poller(api, intake, machine, long_poll=long_poll, fetched=pulse.fetched)
    )

    def shelved(unit: Unit) -> None:
        house.shelf.take(unit.shelved)

    db.sends = True
    db.listeners += [relay.heard, runner.heard, studio.heard, shelved, screener.heard]
    calendar.listeners.append(runner.wake)
    return Running(db, calendar, due, runner, relay, intake, poller, house, pulse, doorstep, studio)


async def _house(settings: Settings, db: Database, identity: Identity, calendar: Calendar) -> House:
    words = {locale: packaged.texts(locale) for locale in settings.homework_languages}
    words.setdefault("en", packaged.texts("en"))
    async with db.transaction(calendar.now()) as unit:
        if erased := await erasure.replay(unit):
            log.info("erased_again", clients=erased)
        await reporting.resume(unit)
        shelf = await stock(unit)
        operator = await _operator(unit, settings)
        for therapist in await people.therapists(unit):
            if therapist.person is not None:
                await digesting.plan_first(unit, therapist.id)
    book = crisis.load(settings.homework_data_dir)
    screening.load()
    places.load()
    commands.load()
    return House(
        shelf,
        words,
        book,
        identity.username,
        settings.erasure_days,
        settings.homework_retention_days,
        settings.screened,
        operator,
        minors=settings.homework_minors == "on",
    )


async def _operator(unit: Unit, settings: Settings) -> str | None:
    """Return the person who is told when no therapist looks at an alert."""
    chat = settings.homework_operator_chat
    if chat is None:
        return None
    known = (await people.actor(unit, chat)).person
    return (known or await people.add_person(unit, chat, settings.homework_languages[0])).id


def _fire(house: House) -> dict[str, FireFn]:
    def bound(kind: str, use_case: UseCase) -> FireFn:
        async def fire(unit: Unit, timers: Sequence[Timer]) -> None:
            await use_case(unit, house, timers)
            telemetry.TIMERS.labels(kind, "fired").inc(len(timers))

        return fire

    return {kind: bound(kind, use_case) for kind, use_case in FIRE.items()}


def _parked(timer: Timer, error: str) -> None:
    telemetry.TIMERS.labels(timer.kind, "parked").inc()


def _count_updates(outcome: str, number: int) -> None:
    telemetry.UPDATES.labels(outcome).inc(number)
    if outcome == "buried":
        telemetry.DEAD_UPDATES.inc(number)


async def _beat(machine: MachineClock, pulse: Pulse) -> None:
    telemetry.HEARTBEAT.set(machine.now().timestamp())
    await asyncio.to_thread(pulse.write)


def _menu(house: House, role: str, locale: str) -> list[tuple[str, str]]:
    texts = house.texts(locale)
    return [(one.name, texts.plain(one.about)) for one in commands.menu(role)]


def apologiser(house: House) -> Callable[[Unit, Incoming], Awaitable[None]]:
    """Return what is said to the sender of an update that was kept aside."""

    async def apologise(unit: Unit, incoming: Incoming) -> None:
        who = await people.actor(unit, incoming.user_id)
        if who.person is None or not incoming.private:
            return
        client = who.client.id if who.client else None
        text = house.texts(who.person.locale).html("update-apology")
        unit.post(Outgoing(who.person.id, client, "ack", Message(text), dedupe=new_id(unit.now)))
        words = screener.words_of(who, incoming, None)
        if found := screener.finding_in(house, who, words):  # help hangs on nothing else
            await Desk(unit, house, {}).flag(who, found, words)

    return apologise


async def _until_stopped(running: Running, stop: asyncio.Event) -> None:
    """Run everything; stop so that nothing is lost: no new updates, no new timers, drain."""
    relay = asyncio.create_task(running.relay.run())
    poller = asyncio.create_task(running.poller.run())
    stopped = asyncio.create_task(stop.wait())
    running.runner.start()
    log.info("running")
    try:
        await asyncio.wait([relay, poller, stopped], return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopped.cancel()
        running.poller.stop()
        await ended(poller, "poller")
        running.doorstep.close()
        await ended(asyncio.create_task(running.runner.stop()), "jobs")
        await ended(asyncio.create_task(running.studio.stop()), "studio")
        running.relay.stop()
        await ended(relay, "relay")
        log.info("stopped")
    for task in (poller, relay):
        if not task.cancelled():
            task.result()
