"""What the linter found, as lines and buttons: shared by a practice and a program."""

from collections.abc import Iterable

from conversations.markup import Html
from conversations.message import Button, tap
from conversations.model import Hierarchy
from conversations.texts import Texts
from homework.house import House
from homework.store.assignments import Assignment
from homework.store.people import Client
from homework.trimming import Cut

Row = tuple[Button, ...]


def points(texts: Texts, said: Iterable[str]) -> list[str]:
    """Return sentences (HTML) as a list, each once."""
    return [texts.html("assign-point", text=Html(one)) for one in dict.fromkeys(said)]


def cut_rows(texts: Texts, draft: Assignment, cuts: Iterable[Cut]) -> list[Row]:
    """Return a button for each smaller shape in which a draft fits."""
    rows: list[Row] = []
    for cut in cuts:
        label = _cut_words(texts, draft, cut)
        rows.append((tap(label[:1].upper() + label[1:], "draft", draft.id, f"c{cut.code}"),))
    return rows


def _cut_words(texts: Texts, draft: Assignment, cut: Cut) -> str:
    said: list[str] = []
    if cut.variant != draft.variant:
        said.append(texts.plain(f"assign-cut-{cut.variant}"))
    if cut.times is not None:
        said.append(texts.plain("assign-cut-times", count=cut.times))
    if cut.days is not None:
        days = ", ".join(texts.plain(f"weekday-short-{day}") for day in sorted(cut.days))
        said.append(texts.plain("assign-cut-days", days=days))
    return ", ".join(said)


def end_rows(house: House, texts: Texts, ends: Iterable[Assignment]) -> list[Row]:
    """Return a button for each practice that could end first; it asks once more."""
    rows: list[Row] = []
    for one in ends:
        title = house.sheet(one.worksheet, texts).title
        rows.append(
            (tap(texts.plain("assign-end-button", title=title)[:60], "end", one.id, "ask"),)
        )
    return rows


def page_row(texts: Texts, client: Client) -> Row:
    """Return the button to what fits a client."""
    label = texts.plain("page-button", name=client.code_name)
    return (tap(label, "page", client.id, "show"),)


def list_row(texts: Texts, client: Client, kind: Hierarchy) -> Row:
    """Return the button to a list of a client."""
    return (tap(texts.plain(f"list-name-{kind}"), "list", client.id, f"{kind}.show"),)
