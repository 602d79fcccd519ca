from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from apscheduler.events import JobEvent

class AsyncIOScheduler:
    running: bool
    def __init__(self, *, timezone: str, job_defaults: Mapping[str, object]) -> None: ...
    def add_listener(self, callback: Callable[[JobEvent], None], mask: int) -> None: ...
    def add_job(
        self,
        func: Callable[..., Awaitable[None]],
        trigger: str,
        *,
        args: Sequence[object],
        id: str,
        seconds: float,
        next_run_time: datetime,
    ) -> object: ...
    def start(self) -> None: ...
    def pause(self) -> None: ...
    def shutdown(self, wait: bool = ...) -> None: ...
