"""CSV and JSON."""

import csv
import io

from policysearch.present.tables import csv_text, json_text, jsonl_text

RECORD = {
    "record": "actor_summary", "name": 'Kuusjärven "uusi"; kunta', "kind": "organisation", "mentions": 2,
    "documents": 1, "commitments": 0, "names": ["=1+1", "K"], "id": "-k",
}  # fmt: skip


def test_csv_reads_back() -> None:
    """A spreadsheet reads what was written, and runs none of it as a formula."""
    header, row = csv.reader(io.StringIO("\n".join(csv_text([RECORD], "actor_summary"))))
    found = dict(zip(header, row, strict=True))
    assert found["name"] == RECORD["name"]
    assert found["names"] == "'=1+1; K"
    assert found["id"] == "'-k"
    assert found["mentions"] == "2"


def test_json_keeps_letters() -> None:
    """Letters stay letters."""
    assert "Kuusjärven" in json_text(RECORD)
    assert len(list(jsonl_text([RECORD, RECORD]))) == 2
