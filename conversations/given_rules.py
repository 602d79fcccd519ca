"""Rules about answers that come with a practice: from the client's list, or set by the therapist.

Apart from the other rules only for their length.
"""

from collections.abc import Iterator, Mapping

from conversations.model import Number, OneChoice, Scale, Step, Text, Worksheet
from conversations.problems import Finding


def given(step: Step, sheet: Worksheet) -> Iterator[Finding]:
    """Return what does not hold in a step whose answer comes with the practice."""
    if isinstance(step, OneChoice) and step.quiet and step.given != "therapist":
        rule = "what a client answers is not kept quiet"
        yield Finding(step.id, "quiet", rule, 'take quiet out, or write given = "therapist"')
    match step.given:
        case None:
            return
        case "item":
            fits, kind = isinstance(step, Text), "text"
        case "difficulty":
            fits, kind = isinstance(step, Scale) and step.max == 100, "scale to 100"
        case "therapist":
            fits, kind = _can_be_set(step), "choice with its own choices, or a number with usual"
    if not fits:
        rule = f'given = "{step.given}" belongs to a step of another kind'
        yield Finding(step.id, "given", rule, f"make it a {kind}, or take given out")
    if step.given != "therapist" and sheet.hierarchy is None:
        rule = "the sheet does not say from which list of the client it comes"
        yield Finding(step.id, "given", rule, 'write hierarchy = "fears" or "moments" at the top')


def _can_be_set(step: Step) -> bool:
    if isinstance(step, Number):
        return step.usual is not None and step.min <= step.usual <= step.max
    return isinstance(step, OneChoice) and bool(step.choices)


def expected(step: Step, earlier: Mapping[str, Step]) -> Iterator[Finding]:
    """Return what does not hold in a rating that is held against earlier ones."""
    if not isinstance(step, Scale):
        return
    for field, name in (("not_below", step.not_below), ("not_above", step.not_above)):
        source = earlier.get(name or "")
        if name is not None and (not isinstance(source, Scale) or source.max != step.max):
            fitting = [s.id for s in earlier.values() if isinstance(s, Scale) and s.max == step.max]
            rule = f'"{field}" must name an earlier scale step that goes to {step.max}'
            yield Finding(
                step.id, field, rule, f"choose {', '.join(fitting) or 'none, or drop it'}"
            )
