"""The process that draws: started once, survived when it dies, gone when the program is."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from homework import packaged
from homework.reports import filing
from homework.reports.pictures import Pair, Pairs, Ratings, Series
from homework.reports.worker import NotDrawn, Worker
from tests.support.taken_out import entry, occurrence, records, shared, walked

pytestmark = pytest.mark.system

WORD = "zqcanaryzq"
SMALL = Pairs(WORD, "before", "after", 100, (Pair(WORD, 85, 60),))
MANY = tuple((place / 1600, place % 10) for place in range(40_000))
LONG = Ratings(WORD, tuple("x" * 28), tuple(Series(WORD, "", 10, MANY) for _ in range(3)), "")
"""It takes seconds to draw."""


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    made = Worker()
    yield made
    await made.close()


async def process_of(worker: Worker) -> int:
    return await asyncio.get_running_loop().run_in_executor(worker._pool, os.getpid)


def is_there(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
    return False


async def is_gone(process: int) -> bool:
    for _ in range(200):
        if not is_there(process):
            return True
        await asyncio.sleep(0.05)
    return False


async def test_it_makes_files_of_records_too(worker: Worker) -> None:
    sheet = packaged.worksheets()["thought_record_7col"]
    found = records([shared(sheet, entry(sheet, walked(sheet, "full")))], [sheet], occurrence("o"))
    for form in filing.FORMS:
        paper = filing.Filing(found, form, "en")
        assert await worker.draw(paper) == filing.made(paper), form


async def test_it_draws_in_one_process_of_its_own(worker: Worker) -> None:
    assert worker._pool is None, "nothing is started before somebody wants a picture"
    first = await worker.draw(SMALL)
    assert first.startswith(b"\x89PNG")
    process = await process_of(worker)
    assert process != os.getpid()
    assert await worker.draw(SMALL) == first
    assert await process_of(worker) == process
    await worker.close()
    assert await is_gone(process)


async def test_the_library_that_draws_stays_out_of_the_program(worker: Worker) -> None:
    code = (
        "import sys, bot.app, homework.reporting, scheduler.studio; "
        "print([name for name in sys.modules if name.startswith(('matplotlib', 'numpy'))])"
    )
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


async def test_a_worker_that_died_is_renewed(worker: Worker) -> None:
    await worker.draw(SMALL)
    process = await process_of(worker)
    os.kill(process, signal.SIGKILL)
    assert (await worker.draw(SMALL)).startswith(b"\x89PNG")
    assert await process_of(worker) != process


async def test_a_worker_that_dies_while_it_draws_is_renewed(worker: Worker) -> None:
    await worker.draw(SMALL)
    process = await process_of(worker)
    drawing = asyncio.create_task(worker.draw(LONG))
    await asyncio.sleep(0.3)
    assert not drawing.done()
    os.kill(process, signal.SIGKILL)
    assert (await drawing).startswith(b"\x89PNG")
    assert await process_of(worker) != process


async def test_a_worker_without_work_ends_and_the_next_picture_starts_one() -> None:
    worker = Worker(rest=0.2)
    await worker.draw(SMALL)
    process = await process_of(worker)
    assert await is_gone(process)
    assert (await worker.draw(SMALL)).startswith(b"\x89PNG")
    await worker.close()


async def test_signals_to_all_processes_are_left_to_the_program(worker: Worker) -> None:
    await worker.draw(SMALL)
    process = await process_of(worker)
    for number in (signal.SIGTERM, signal.SIGINT):
        os.kill(process, number)
    await worker.draw(SMALL)
    assert await process_of(worker) == process


async def test_what_cannot_be_drawn_is_told_by_its_kind_alone(
    worker: Worker, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = Ratings(WORD, (), (Series(WORD, WORD, 0, ((0.5, 1),)),), WORD)
    with pytest.raises(NotDrawn) as caught:
        await worker.draw(broken)
    assert str(caught.value) == "ZeroDivisionError"
    told = repr(caught.value) + repr(caught.value.__cause__) + repr(worker) + repr(broken)
    assert WORD not in told
    assert (await worker.draw(SMALL)).startswith(b"\x89PNG"), "it goes on"
    out, err = capfd.readouterr()
    assert WORD not in out + err


async def test_it_does_not_outlive_the_program() -> None:
    code = (
        "import asyncio, os\n"
        "from homework.reports.worker import Worker\n"
        "from homework.reports.pictures import Pairs\n"
        "async def main():\n"
        "    worker = Worker()\n"
        "    await worker.draw(Pairs('x', 'a', 'b', 10, ()))\n"
        "    loop = asyncio.get_running_loop()\n"
        "    print(await loop.run_in_executor(worker._pool, os.getpid), flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        code,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert program.stdout is not None
    process = int(await program.stdout.readline())
    assert is_there(process)
    program.kill()
    await program.wait()
    assert await is_gone(process)


async def test_the_loop_goes_on_while_it_draws(worker: Worker) -> None:
    await worker.draw(SMALL)
    drawing = asyncio.create_task(worker.draw(LONG))
    worst, began = 0.0, time.perf_counter()
    last = began
    while not drawing.done():
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        worst, last = max(worst, now - last), now
    await drawing
    assert worst < (last - began) / 3, "it takes seconds over there"
