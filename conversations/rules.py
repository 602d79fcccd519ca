"""Rules of a worksheet that span several steps. Each broken one says how to mend it.

They make a worksheet that loads one that cannot lead into a dead end.
"""

from collections import Counter
from collections.abc import Iterator

from conversations.choice_rules import choices, distress, listed, material, tally, unknown_choice
from conversations.clock_rules import clock
from conversations.given_rules import expected, given
from conversations.model import (
    Clock,
    Day,
    Info,
    Moods,
    Multi,
    Number,
    OneChoice,
    Pick,
    Rerate,
    Scale,
    Stage,
    Step,
    Text,
    TextList,
    When,
    Worksheet,
    YesNo,
)
from conversations.order_rules import sooner
from conversations.problems import Finding


def broken(worksheet: Worksheet) -> list[Finding]:
    """Return every broken rule, in the order of the steps."""
    found = [*_ids(worksheet), *_stages(worksheet), *_variants(worksheet), *tally(worksheet)]
    found += [*material(worksheet), *distress(worksheet)]
    earlier: dict[str, Step] = {}
    for step in worksheet.steps:
        found += [*_alone(step), *_conditions(step, earlier, worksheet), *_sources(step, earlier)]
        found += [*_asked_only_once(step, worksheet), *_added(step, earlier)]
        found += [*_listed(step, worksheet), *clock(step, earlier, worksheet)]
        found += [*given(step, worksheet), *expected(step, earlier), *sooner(step, earlier)]
        earlier.setdefault(step.id, step)
    return found


def _ids(worksheet: Worksheet) -> Iterator[Finding]:
    for step, count in Counter(step.id for step in worksheet.steps).items():
        if count > 1:
            yield Finding(step, "id", f'the id "{step}" is used {count} times', "give each its own")
    for stage, count in Counter(stage.id for stage in worksheet.stages).items():
        if count > 1:
            rule = f'the stage "{stage}" stands here {count} times'
            yield Finding(None, "id", rule, "give each stage its own id", stage)


def _stages(worksheet: Worksheet) -> Iterator[Finding]:
    order = [stage.id for stage in worksheet.stages]
    reached = 0
    for step in worksheet.steps:
        if step.stage not in order:
            names = ", ".join(order)
            yield Finding(step.id, "stage", f'there is no stage "{step.stage}"', f"use {names}")
        elif order.index(step.stage) < reached:
            rule = f'the step belongs to stage "{step.stage}" but stands after a later stage'
            yield Finding(step.id, "stage", rule, "move it up to the other steps of its stage")
        else:
            reached = order.index(step.stage)
    used = {step.stage for step in worksheet.steps}
    for place, stage in enumerate(worksheet.stages):
        if stage.id not in used:
            rule = f'the stage "{stage.id}" has no steps'
            yield Finding(None, "id", rule, "add a step to it or take it out", stage.id)
        yield from _start(worksheet, stage, first=place == 0)
        yield from _again(worksheet, stage)


def _start(worksheet: Worksheet, stage: Stage, *, first: bool) -> Iterator[Finding]:
    if stage.starts is None:
        return
    if first:
        rule = "the first stage begins when the sheet does"
        yield Finding(None, "starts", rule, 'take "starts" out', stage.id)
    given = stage.starts
    for name, kind, cls in (
        (given.on, "date", Day),
        (given.at, "time", Clock),
        (given.recall, "date", Day),
    ):
        step = worksheet.by_id.get(name or "")
        order = [each.id for each in worksheet.stages]
        if name and (
            not isinstance(step, cls)
            or step.stage not in order
            or order.index(step.stage) >= order.index(stage.id)
        ):
            rule = f'"{name}" must be a {kind} step of an earlier stage'
            fix = f"name one, or use after_minutes in place of {kind}"
            yield Finding(None, "starts", rule, fix, stage.id)


def _again(worksheet: Worksheet, stage: Stage) -> Iterator[Finding]:
    again = stage.again
    if again is None:
        return
    own = {step.id: step for step in worksheet.steps if step.stage == stage.id}
    for name, kind, cls in ((again.on, "date", Day), (again.at, "time", Clock)):
        if name and not isinstance(own.get(name), cls):
            rule = f'"{name}" must be a {kind} step of the stage that is asked anew'
            yield Finding(None, "again", rule, f"name a {kind} step of this stage", stage.id)
    for when in again.when:
        source = own.get(when.step)
        if source is None:
            rule = f'"{when.step}" is no step of the stage that is asked anew'
            yield Finding(None, "again", rule, f"choose {', '.join(own)}", stage.id)
        elif finding := _unfit(None, when, source):
            yield Finding(None, "again", finding.rule, finding.fix, stage.id)


def _variants(worksheet: Worksheet) -> Iterator[Finding]:
    asking = [step for step in worksheet.steps if not isinstance(step, Info)]
    for form in worksheet.variants:
        if not any(form in step.variants for step in asking):
            rule = f'the form "{form}" asks nothing'
            yield Finding(None, "steps", rule, "let at least one question appear in it")
    if worksheet.rung is not None and worksheet.family is None:
        yield Finding(None, "rung", "a rung needs a family", "add family, or take rung out")


def _alone(step: Step) -> Iterator[Finding]:
    """Rules about one step."""
    match step:
        case OneChoice() | Multi():
            yield from choices(step)
        case Number() if step.min >= step.max:
            yield Finding(step.id, "min", "min must be below max", "exchange them")
        case Moods() | Rerate() if "{name}" not in step.rate_prompt:
            rule = '"rate_prompt" does not say which feeling is rated'
            yield Finding(step.id, "rate_prompt", rule, "write {name} where the feeling belongs")
        case Scale() if step.named and "{name}" not in step.prompt:
            rule = '"prompt" does not say what is rated'
            yield Finding(step.id, "prompt", rule, "write {name} where the name belongs")
        case Info() if step.required or step.cannot_yet or step.lock:
            rule = "a step to read has no answer that could be required or locked"
            yield Finding(step.id, "kind", rule, "take required, cannot_yet and lock out")
        case _:
            return


def _asked_only_once(step: Step, worksheet: Worksheet) -> Iterator[Finding]:
    last = worksheet.stages[-1].id
    if step.lock and step.stage == last:
        rule = "a locked answer needs a later stage in which it stays as it was"
        yield Finding(step.id, "lock", rule, "add a stage after it, or take lock out")


def _added(step: Step, earlier: dict[str, Step]) -> Iterator[Finding]:
    if not isinstance(step, Text):
        return
    for field, name in (("adds_to", step.adds_to), ("restates", step.restates)):
        if name is not None and not isinstance(earlier.get(name), Text):
            names = ", ".join(each.id for each in earlier.values() if isinstance(each, Text))
            rule = f'"{field}" must name an earlier text step'
            yield Finding(step.id, field, rule, f"choose {names or 'none, or take it out'}")


def _conditions(step: Step, earlier: dict[str, Step], sheet: Worksheet) -> Iterator[Finding]:
    for when in step.when:
        source = earlier.get(when.step)
        if source is None:
            there = when.step in sheet.by_id and when.step != step.id
            names = ", ".join(list(earlier)[-6:]) or "nothing: it is the first step"
            fix = f'move "{when.step}" up or choose {names}' if there else f"choose {names}"
            yield Finding(step.id, "when", '"when" must point to an earlier step', fix)
            continue
        yield from _covered(step, source, "when")
        if finding := _unfit(step.id, when, source):
            yield finding


def _listed(step: Step, sheet: Worksheet) -> Iterator[Finding]:
    """A list that is filled from earlier sheets: from which of their answers."""
    if not isinstance(step, Multi):
        return
    yield from listed(step, sheet)
    for when in step.where:
        source = sheet.by_id.get(when.step)
        if source is None:
            rule, fix = f'"{when.step}" is no step of this sheet', "name a step of it"
            yield Finding(step.id, "where", rule, fix)
        elif finding := _unfit(step.id, when, source):
            yield Finding(step.id, "where", finding.rule, finding.fix)


def _unfit(step: str | None, when: When, source: Step) -> Finding | None:
    """A test that can never hold, because the step asked has no such answer."""
    kinds = {
        "is": (OneChoice, YesNo, Number, Scale, Pick),
        "in": (OneChoice,),
        "has": (Multi,),
        "at_least": (Scale, Number),
        "at_most": (Scale, Number),
    }
    given = {
        "is": when.is_,
        "in": when.in_,
        "has": when.has,
        "at_least": when.at_least,
        "at_most": when.at_most,
    }
    for test, value in given.items():
        if value is None:
            continue
        if not isinstance(source, kinds[test]):
            rule = f'"{test}" cannot be asked of "{source.id}", which is a {source.kind} step'
            return Finding(step, "when", rule, "use answered = true, or another test")
        if isinstance(source, YesNo) and not isinstance(value, bool):
            rule = f'the answer to "{source.id}" is yes or no'
            return Finding(step, "when", rule, "write is = true or is = false")
        return unknown_choice(step, source, value if isinstance(value, tuple) else (value,))
    return None


def _sources(step: Step, earlier: dict[str, Step]) -> Iterator[Finding]:
    match step:
        case Pick():
            wanted, name, field = (TextList,), step.of, "of"
        case Rerate():
            wanted, name, field = (Moods,), step.of, "of"
        case Scale() if step.before:
            wanted, name, field = (Scale,), step.before, "before"
        case Text() | OneChoice() if step.beside:
            wanted, name, field = (Text,), step.beside, "beside"
        case _:
            return
    source = earlier.get(name)
    if not isinstance(source, wanted):
        kind = {TextList: "text_list", Moods: "moods", Scale: "scale", Text: "text"}[wanted[0]]
        names = ", ".join(each.id for each in earlier.values() if isinstance(each, wanted))
        fix = f"choose {names}" if names else f"put a {kind} step before it"
        yield Finding(step.id, field, f'"{field}" must name an earlier {kind} step', fix)
        return
    if (
        isinstance(source, Moods | Scale)
        and isinstance(step, Rerate | Scale)
        and source.max != step.max
    ):
        rule = f'"{source.id}" goes to {source.max}, this step to {step.max}'
        yield Finding(step.id, "max", rule, f"write max = {source.max}")
    if isinstance(step, Pick | Rerate):
        yield from _covered(step, source, field)


def _covered(step: Step, source: Step, field: str) -> Iterator[Finding]:
    missing = [form for form in step.variants if form not in source.variants]
    if missing:
        rule = f'"{source.id}" is not asked in the form {", ".join(missing)}, where this step is'
        fix = f'add {", ".join(missing)} to the variants of "{source.id}", or take it out here'
        yield Finding(step.id, field, rule, fix)
