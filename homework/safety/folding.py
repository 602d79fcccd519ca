"""A text as the patterns of the screening expect it, and a pattern as it meets such a text.

What a phone, a keyboard or a hand that shakes does to letters should hide no word. It must not know
what is looked for.
"""

import re
import unicodedata

LONGEST = 4096
"""Characters that are looked at: no message has more."""
_SHOWN_AS = str.maketrans(
    {
        **dict.fromkeys("'‘’‚‛ʼ´`ˈ＇", ""),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "ß": "ss",
        "ё": "е",
    }
)
_UMLAUTS = {"ä": "ae?", "ö": "oe?", "ü": "ue?"}
_ACCENT = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_DOTS = re.compile(r"\.{2,}")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_AGAIN = re.compile(r"(?<!\w)(\w{1,20}(?: \w{1,20}){0,3})(?: \1){2,}(?!\w)")
_A_WORD = re.compile(r"\w+")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ .*_-]){2,}[^\W\d_](?!\w)")


def fold(text: str) -> str:
    """Return a text as the patterns expect it.

    Compatibility forms, curly quotes, dashes and case are made one; what has no width, accents over
    Latin letters and apostrophes go; runs of blanks and line ends become one blank; "d i e" and
    "d i e e e e" become "die", and "no no no no" becomes "no".
    """
    text = text[:LONGEST]
    text = text.lower() if text.isascii() else _bare(text)
    text = " ".join(_DOTS.sub(" ", text.translate(_SHOWN_AS)).split())
    text = _SPACED.sub(lambda found: re.sub(r"[ .*_-]", "", found[0]), text)
    text = _DRAWN_OUT.sub(r"\1", text)
    words = _A_WORD.findall(text)
    return _AGAIN.sub(r"\1", text) if len(words) > len(set(words)) + 1 else text


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)[: LONGEST + 512]  # one sign may become 18
    kept = (one for one in text if unicodedata.category(one) != "Cf")
    text = unicodedata.normalize("NFD", "".join(kept).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", text))


def as_folded(pattern: str) -> str:
    """Return a pattern in the letters that `fold` leaves; of "ö" it leaves "o" or "oe"."""
    spelled = "".join(_UMLAUTS.get(one, one) for one in unicodedata.normalize("NFC", pattern))
    bare = _ACCENT.sub("", unicodedata.normalize("NFD", spelled))
    return unicodedata.normalize("NFC", bare).translate(_SHOWN_AS)
