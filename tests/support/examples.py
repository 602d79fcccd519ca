"""How many examples a property is tried on, and which.

With the tests: the same few each time, so that the same files always pass or always fail. By
`make fuzz EXAMPLES=20000`: many, others each time.
"""

import os

from hypothesis import settings

LONG = int(os.environ.get("FUZZ_EXAMPLES", "0"))


def examples(usual: int, one_in: int = 1) -> int:
    """Return how many: `usual` with the tests; of a long run's every `one_in`th, if one is slow."""
    return LONG // one_in if LONG else usual


def choose() -> None:
    """Set what holds for every property, before any is defined."""
    settings.register_profile("tests", derandomize=True)
    settings.register_profile("long", max_examples=max(100, LONG // 10), print_blob=True)
    settings.load_profile("long" if LONG else "tests")
