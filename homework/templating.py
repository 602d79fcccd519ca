"""Templates of a therapist's own: a filled-in form under a name, for whomever it fits next.

What holds for one client's calendar alone is never kept: not their days, not the practice it hung
on. The words for why are the therapist's to keep or to leave out; a template outlives the data of
the client it was made with, and is said to. It must not know how a form looks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from conversations import engine
from conversations.markup import Html, clean
from conversations.path import name_of
from conversations.prefilling import fill
from conversations.session import VARIANTS, Json, Option, Session
from conversations.showing import answer_html
from conversations.texts import Texts
from homework import assigning, chosen_words, packaged, repeating, steadying
from homework.house import House
from homework.ids import new_id
from homework.reading import WHOLE
from homework.store import templates
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client, Therapist
from homework.store.templates import Template
from homework.store.wording import Texts as Said

FORM = "assign"
HANDED = "template"
"""Under what a form is handed the template that it began with."""
NAME_LIMIT = 40
MOST = 50
"""Templates of one therapist."""


async def offered(unit: Unit, house: House, therapist: Therapist) -> list[Template]:
    """Return the templates whose worksheet can still be set, those that were used last first."""
    settable = {sheet.id for sheet in house.shelf.settable_by(therapist.id, packaged.ENGLISH)}
    found = await templates.of_therapist(unit, therapist.id)
    return [one for one in found if one.worksheet in settable]


def named(name: str) -> str | None:
    """Return a name as it is kept; None if it is none, or too long."""
    said = " ".join(clean(name).split())
    readable = any(char.isalnum() for char in said)
    return said if readable and len(said) <= NAME_LIMIT else None


def is_taken(every: Iterable[Template], name: str, but: str | None = None) -> bool:
    """Whether another template has this name."""
    return any(one.name.casefold() == name.casefold() for one in every if one.id != but)


def without_words(answers: Mapping[str, Json]) -> dict[str, Json]:
    """Return answers without the words that are asked for anew each time."""
    return {step: value for step, value in answers.items() if step not in repeating.WORDS}


def has_words(answers: Mapping[str, Json]) -> bool:
    """Whether answers hold words that were written to one person."""
    return any(answers.get(step) for step in repeating.WORDS)


async def answers_of(
    unit: Unit, one: Assignment, client: Client, *, words: bool = True
) -> dict[str, Json] | None:
    """Return what a template of a client's practice would hold; None where no form made it."""
    found = await repeating.answers_for(unit, one, client)
    if found is None:
        return None
    kept = {step: value for step, value in found.items() if step not in repeating.PASSING}
    return kept if words else without_words(kept)


async def keep(
    unit: Unit, therapist: Therapist, one: Assignment, answers: Mapping[str, Json], name: str
) -> Template:
    """Keep a practice as a template, with what was set beside its form."""
    said = one.texts
    texts = Said(
        why="",
        limits=said.limits,
        media=said.media,
        settings=said.settings,
        distress=said.distress,
        grounding=said.grounding,
    )
    return await templates.add(unit, therapist.id, one.worksheet.id, name, answers, texts)


def handed(one: Template) -> dict[str, tuple[Option, ...]]:
    """Return what a form is handed so that it knows its template when it is finished."""
    return {HANDED: (Option(one.id, ""),)}


async def as_kept(
    unit: Unit, therapist: Therapist, session: Session, draft: Assignment
) -> Assignment:
    """Return the draft of a form with what its template set beside it, for the same worksheet."""
    chosen = session.handed.get(HANDED)
    one = await templates.own(unit, chosen[0].id, therapist.id) if chosen else None
    if one is None or one.worksheet != draft.worksheet.id:
        return draft
    written = draft.texts
    kept = replace(one.texts, why=written.why, enough=written.enough, states=written.states)
    return replace(draft, texts=kept)


def page(unit: Unit, house: House, texts: Texts, therapist: Therapist, one: Template) -> list[str]:
    """Return what a template holds, as its form says it (HTML), without what fits no more."""
    form = house.sheet(house.shelf.forms[FORM], texts)
    forms = tuple(Option(each, texts.plain(f"form-{each}")) for each in VARIANTS)
    sheets = assigning.sheets_to_choose(house, therapist.id, texts)
    begun = engine.start(
        form,
        id=new_id(unit.now),
        client="",
        variant="full",
        now=unit.now,
        handed={"worksheet": sheets, "variant": forms},
    ).session
    session = fill(form, begun, one.answers, now=unit.now).session
    lines: list[str] = []
    for step in form.steps:
        shown = answer_html(step, session, texts, limit=WHOLE)
        if shown is not None:
            label = name_of(step, session)
            lines.append(texts.html("template-line", label=label, answer=Html(shown)))
    return [*lines, *_beside(house, texts, one)]


def _beside(house: House, texts: Texts, one: Template) -> Sequence[str]:
    said, ref = one.texts, house.shelf.newest.get(one.worksheet)
    if ref is None:
        return ()
    sheet = house.sheet(ref, texts)
    lines = [*chosen_words.lines(sheet, said, texts)]
    first, _, last = said.limits.partition("-")
    lines.append(
        texts.html("limits-button", first=first, last=last)
        if last
        else texts.html("limits-button-none")
    )
    lines.append(texts.html("media-forbid" if said.media else "media-allow"))
    if said.distress is not None:
        lines.append(texts.html("distress-from", rating=said.distress))
    if shown := steadying.grounding(texts, said.grounding):
        lines.append(f"{texts.html('distress-shown')}\n{shown}")
    return lines
