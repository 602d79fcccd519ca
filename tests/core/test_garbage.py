"""What is loaded once is never walked again by the collector; what comes later is."""

import gc
import weakref

from bot.garbage import YOUNG, leave_alone_what_stays


class Ring:
    def __init__(self) -> None:
        self.itself = self


def test_what_is_alive_is_left_alone_and_later_rings_are_still_freed() -> None:
    before = gc.get_threshold()
    garbage = weakref.ref(Ring())
    stays = Ring()
    try:
        leave_alone_what_stays()
        assert garbage() is None
        assert not any(one is stays for one in gc.get_objects())
        assert gc.get_threshold() == (YOUNG, *before[1:])
        later = weakref.ref(Ring())
        gc.collect()
        assert later() is None
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
