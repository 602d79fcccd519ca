"""Lives shared out over the machine's cores.

A crew is a few therapists with all their clients, in one process with a bot of their own. A plan
has the same crews on every machine, and so the same report. It must not know how anybody lives.
"""

import asyncio
import os
from collections import Counter
from collections.abc import MutableSequence, Sequence
from concurrent.futures import ProcessPoolExecutor, wait
from multiprocessing import get_context

from bot.simulate.carrier import Network
from bot.simulate.simulation import A_THERAPISTS, Plan, Report, simulate
from bot.simulate.timeline import Progress

LARGEST = 25
"""Clients of a crew."""
FOR_ALL = ("outages", "restarts")
"""What befalls all crews alike, and is counted once."""
LOOK = 0.5
"""Seconds between two looks at how far the crews are."""

_far: MutableSequence[float] = []
"""How far each crew is, 0 to 1, in memory that all processes share."""


def crews(plan: Plan, largest: int = LARGEST) -> list[list[int]]:
    """Return the numbers of each crew's clients; nobody is parted from their therapist."""
    groups = -(-plan.clients // A_THERAPISTS)
    count = -(-plan.clients // largest)
    return [
        [
            number
            for group in range(first, groups, count)
            for number in range(group * A_THERAPISTS, min((group + 1) * A_THERAPISTS, plan.clients))
        ]
        for first in range(count)
    ]


def simulate_all(
    plan: Plan,
    progress: Progress,
    *,
    largest: int = LARGEST,
    network: type[Network] = Network,
) -> Report:
    """Live all lives of a plan, as many crews at once as there are cores."""
    every = crews(plan, largest)
    if len(every) == 1:
        return asyncio.run(simulate(plan, progress=progress, network=network))
    processes = get_context("spawn")
    far = processes.Array("d", len(every), lock=False)
    workers = min(len(every), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, processes, _share, (far,)) as pool:
        living = [pool.submit(_live, plan, network, *one) for one in enumerate(every)]
        while wait(living, LOOK).not_done:
            progress(sum(far) / len(every))
        return _together(plan, [one.result() for one in living])


def tell(plan: Plan, client: int, network: type[Network] = Network) -> Sequence[str]:
    """Return the story of a life in which a rule did not hold: lived again, alone.

    If all holds as long as it is alone, it is lived among those it was lived with.
    """
    alone = asyncio.run(simulate(plan, crew=[client], told=client, network=network))
    if any(one.client == client for one in alone.breaches):
        return alone.story
    crew = next(one for one in crews(plan) if client in one)
    return asyncio.run(simulate(plan, crew=crew, told=client, network=network)).story


def _share(far: MutableSequence[float]) -> None:
    """Begin a process: from now on it tells how far it is."""
    global _far
    _far = far


def _live(plan: Plan, network: type[Network], number: int, crew: Sequence[int]) -> Report:
    def progress(part: float) -> None:
        _far[number] = part

    return asyncio.run(simulate(plan, crew=crew, progress=progress, network=network))


def _together(plan: Plan, reports: Sequence[Report]) -> Report:
    counts: Counter[str] = Counter()
    for one in reports:
        counts.update(one.counts)
    counts.update({name: reports[0].counts.get(name, 0) - counts[name] for name in FOR_ALL})
    breaches = [breach for one in reports for breach in one.breaches]
    breaches.sort(key=lambda breach: -1 if breach.client is None else breach.client)
    return Report(plan, dict(counts), breaches)
