"""Writes docs/licences.md: the licence of everything in requirements.lock.

make licences
"""

import sys
from importlib.metadata import PackageNotFoundError, metadata

from tools.locked import Locked, locked

PERMISSIVE = frozenset(
    [
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "PSF-2.0",
        "Zlib",
    ]
)
ALLOWED = {
    "python-telegram-bot": ("LGPL-3.0-only", "used unchanged, as a library that can be replaced"),
    "certifi": ("MPL-2.0", "a list of certificates, used unchanged"),
    "pathspec": ("MPL-2.0", "used unchanged, to build a wheel"),
    "hypothesis": ("MPL-2.0", "used unchanged, in tests"),
}
"""What is not permissive and may stay, with its licence and why it binds nobody here."""
_SAID = {
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "MIT": "MIT",
    "ISC License (ISCL)": "ISC",
    "BSD License": "BSD-3-Clause",
    "BSD-3-Clause": "BSD-3-Clause",
    "BSD-2-Clause": "BSD-2-Clause",
    "Apache-2.0": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_BY_HAND = {
    "colorama": "BSD-3-Clause",  # Windows only, so it may not be installed here
    "grimp": "BSD-2-Clause",  # their classifiers say only "BSD"
    "import-linter": "BSD-2-Clause",
}


class LicenceUnknown(LookupError):
    """Nothing says which licence it has: look it up, and write it into _BY_HAND."""


def licence(name: str) -> str:
    """Return the SPDX expression of a locked name; raise `LicenceUnknown`."""
    if name in _BY_HAND:
        return _BY_HAND[name]
    try:
        told = metadata(name)
    except PackageNotFoundError:
        raise LicenceUnknown(name) from None
    if expression := told.get("License-Expression"):
        return expression
    said = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or []]
    known = [_SAID[one] for one in [*said, told.get("License") or ""] if one in _SAID]
    if not known:
        raise LicenceUnknown(name)
    return " OR ".join(dict.fromkeys(known))


def parts(expression: str) -> list[list[str]]:
    """Return an expression as choices of what must all be kept."""
    return [
        choice.replace("(", "").replace(")", "").split(" AND ")
        for choice in expression.split(" OR ")
    ]


def is_permissive(expression: str) -> bool:
    """Whether some choice asks for no more than that notices are kept."""
    return any(PERMISSIVE.issuperset(choice) for choice in parts(expression))


def page() -> str:
    """Return docs/licences.md."""
    rows = {one.name: one for one in locked()}.values()
    return "\n".join(
        [
            "# Licences of what is used",
            "",
            "Everything in `requirements.lock`, by what each package says of itself. Made by",
            "`make licences`; a test holds it to the lock, and refuses what is not permissive.",
            "",
            "## In the bot",
            "",
            *_table([one for one in rows if not one.development]),
            "",
            "## For development only",
            "",
            *_table([one for one in rows if one.development]),
            "",
            "## Not permissive, and why they may stay",
            "",
            *(f"- {name} ({spdx}): {why}." for name, (spdx, why) in sorted(ALLOWED.items())),
            "",
        ]
    )


def _table(rows: list[Locked]) -> list[str]:
    head = ["| package | licence |", "|---|---|"]
    return head + [f"| {one.name} | {licence(one.name)} |" for one in rows]


if __name__ == "__main__":
    sys.stdout.write(page())
