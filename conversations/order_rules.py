"""Rules about a step that is asked ahead of an earlier one under a condition.

Apart from the other rules only for their length.
"""

from collections.abc import Iterator, Mapping

from conversations.model import Step
from conversations.problems import Finding

_SOURCES = ("of", "before", "beside", "adds_to", "restates", "not_below", "not_above")
"""Fields that name an earlier step."""


def sooner(step: Step, earlier: Mapping[str, Step]) -> Iterator[Finding]:
    """Return what does not hold in where a step would stand instead.

    What it needs, and when it is so, has to be asked before the step that it is put ahead of.
    """
    if step.sooner is None:
        return
    ahead = earlier.get(step.sooner.than)
    if ahead is None or ahead.stage != step.stage:
        rule = '"sooner" must name an earlier step of the same stage'
        here = [name for name, one in earlier.items() if one.stage == step.stage]
        yield Finding(step.id, "sooner", rule, f"choose {', '.join(here) or 'none'}")
        return
    names = list(earlier)
    before = names[: names.index(ahead.id)]
    needed = [when.step for when in (*step.sooner.when, *step.when)]
    needed += [name for field in _SOURCES if isinstance(name := getattr(step, field, None), str)]
    for name in needed:
        if name not in before:
            rule = f'"{name}" is asked too late for a step that may stand ahead of "{ahead.id}"'
            fix = f"choose {', '.join(before) or 'none'}, or take sooner out"
            yield Finding(step.id, "sooner", rule, fix)
