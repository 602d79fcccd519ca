"""Names in a row, as people say them: "A", "A and B", "A, B and C". It must not know whose."""

from collections.abc import Sequence

from conversations.texts import Texts


def together(names: Sequence[str], texts: Texts) -> str:
    """Return names as one reads them in a sentence; "" for nobody."""
    *first, last = names or ("",)
    return texts.plain("names-and").join([", ".join(first), last]) if first else last


def named(names: Sequence[str], texts: Texts, argument: str = "names") -> dict[str, str | int]:
    """Return what a text needs that speaks of them: the row, under `argument`, and their count."""
    return {argument: together(names, texts), "count": len(names)}
