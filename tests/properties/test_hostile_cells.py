"""X10: whatever people write, no cell begins like a formula, and no row is lost or split."""

import csv
import io
import zipfile
from dataclasses import replace
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from conversations.markup import clean
from homework import packaged
from homework.reports.table import archive, defused
from tests.support.taken_out import TEXTS, entry, records, shared, walked

RECORD = packaged.worksheets()["thought_record_7col"]
DONE = walked(RECORD, "full")
ANY = st.text(st.characters(), max_size=40)
NASTY = st.one_of(
    ANY,
    st.builds(
        "".join,
        st.lists(
            st.sampled_from([*"=+-@\"',;\r\n\t\0 \u200b\u202e\ufeff＝|", "cmd", "1+1"]), max_size=8
        ),
    ),
)


def begins_like_a_formula(cell: str) -> bool:
    shown = cell.lstrip()[:1]
    return shown in [*"=+-@＝＋－＠"] or (cell[:1] != "" and category(cell[0]) in ("Cc", "Cf"))


@given(NASTY)
def test_a_defused_cell_is_no_formula_and_keeps_its_words(text: str) -> None:
    safe = defused(text)
    assert not begins_like_a_formula(safe)
    assert safe.removeprefix("'") == clean(text).removeprefix("'") or safe == clean(text)


@given(st.lists(NASTY, min_size=1, max_size=5), NASTY, NASTY)
def test_every_answer_stays_one_row_with_its_columns(
    thoughts: list[str], note: str, name: str
) -> None:
    session = replace(DONE, answers={"thoughts": [*thoughts]}, notes=(note,))
    found = records([shared(RECORD, entry(RECORD, session))], [RECORD], name=name)
    with zipfile.ZipFile(io.BytesIO(archive(found, TEXTS))) as packed:
        text = packed.read("answers.csv").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert len(rows) == len(thoughts) + 1
    assert {len(row) for row in rows} == {len(head)}
    assert not [cell for row in rows for cell in row if begins_like_a_formula(cell)]
    assert [row[head.index("text")] for row in rows] == [
        defused(each) for each in [*thoughts, note]
    ]
