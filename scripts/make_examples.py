"""Make the example documents that are not written by hand: PDFs, action plans (DOCX), decision records (JSON).

Usage: python scripts/make_examples.py [FOLDER]      (default: corpus/examples)
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from examples import (
    action_plan_2022,
    board_decision_2021,
    committee_minutes_2022,
    decision_records,
    followup_report_2024,
    labour_plan_2023,
    lehtoranta_plan_2021,
    municipal_board_2022,
    ngo_statement_2023,
    steering_minutes_2021,
)
from examples.record import write_records
from examples.sheet import write_pdf
from examples.word import write_docx

FOLDER = Path(__file__).resolve().parents[1] / "corpus" / "examples"
PDFS = (
    steering_minutes_2021.EXAMPLE,
    board_decision_2021.EXAMPLE,
    committee_minutes_2022.EXAMPLE,
    municipal_board_2022.EXAMPLE,
    ngo_statement_2023.EXAMPLE,
    followup_report_2024.EXAMPLE,
    labour_plan_2023.EXAMPLE,
)


def make_examples(folder: Path) -> Iterator[Path]:
    """Write every generated example into `folder`, and give the path of each as it is written."""
    for example in PDFS:
        yield write_pdf(example, folder)
    yield write_docx(action_plan_2022.PLAN, folder)
    yield write_docx(lehtoranta_plan_2021.PLAN, folder)
    yield write_records(decision_records.RECORDS, folder / decision_records.NAME)


if __name__ == "__main__":
    for path in make_examples(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(path.name)
