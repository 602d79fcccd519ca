"""A file to be made of records: what of, in which form, in whose words. It travels to the worker.

It must not know who makes it, nor when.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from homework.reports.shared import Records

FORMS: Mapping[str, tuple[str, str]] = {
    "csv": ("application/zip", "zip"),
    "json": ("application/json", "json"),
    "fhir": ("application/fhir+json", "fhir.json"),
}
"""What can be made: the kind of file, and how its name ends."""


@dataclass(frozen=True, slots=True)
class Filing:
    """One file. `form`: a key of `FORMS`; `locale`: of its codebook."""

    records: Records = field(repr=False)
    form: str = field(repr=False)
    locale: str


def made(filing: Filing) -> bytes:
    """Return the bytes of the file."""
    from homework import packaged
    from homework.reports import fhir, json_file, table

    texts = packaged.texts(filing.locale)
    match filing.form:
        case "csv":
            return table.archive(filing.records, texts)
        case "json":
            return json_file.write(filing.records, texts)
        case _:
            return fhir.write(filing.records)
