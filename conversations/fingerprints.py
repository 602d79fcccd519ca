"""The identity of a published worksheet: what is asked, apart from the words it is asked with.

A mended typo or a translation makes no new version; another step, type, choice or condition does.
"""

import hashlib
import json
from functools import lru_cache

from conversations.model import Worksheet
from conversations.session import Json

_WORDS = frozenset(
    [
        "prompt",
        "hint",
        "label",
        "low",
        "high",
        "rate_prompt",
        "more_prompt",
        "new_prompt",
        "title",
        "about",
        "why",
        "unit",
        "say",
        "done",
    ]
)
_BESIDE = frozenset({"minutes", "locale", "after", "material", "distress"})
"""What is no part of what a sheet asks."""


@lru_cache(maxsize=512)
def _hashes(dumped: str) -> tuple[str, str]:
    data: dict[str, Json] = json.loads(dumped)
    bare = _without_words({k: v for k, v in data.items() if k not in _BESIDE})
    return _sha256(bare), _sha256(data)


def fingerprint(worksheet: Worksheet) -> str:
    """Return the SHA-256 over steps, types and conditions, as hex."""
    return _of(worksheet)[0]


def texts_fingerprint(worksheet: Worksheet) -> str:
    """Return the SHA-256 over everything, texts included, as hex."""
    return _of(worksheet)[1]


def _of(worksheet: Worksheet) -> tuple[str, str]:
    return _hashes(worksheet.canonical)


def _without_words(value: Json) -> Json:
    if isinstance(value, dict):
        return {k: _without_words(v) for k, v in value.items() if k not in _WORDS}
    if isinstance(value, list):
        return [_without_words(item) for item in value]
    return value


def _sha256(value: Json) -> str:
    written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
