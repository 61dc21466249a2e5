"""XLSX that a spreadsheet opens as it was meant."""

import io

import openpyxl

from policysearch.present.workbook import MOST_CHARACTERS, workbook_bytes


def test_texts_stay_texts() -> None:
    """No formula, no error for what XML cannot hold, and a cut for what a cell cannot."""
    rows = [["=1+1", 3, 0.5, None, True], ["a\x0bb", "+358", "x" * 40_000, "", False]]
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes([("one", list("abcde"), rows), ("two", (), [["x"]])])))
    sheet = book["one"]
    assert sheet["A2"].value == "=1+1"
    assert sheet["A2"].data_type == "s"
    assert [cell.value for cell in sheet[2]][1:] == [3, 0.5, None, True]
    assert sheet["A3"].value == "a\ufffdb"
    assert len(sheet["C3"].value) == MOST_CHARACTERS
    assert book["two"]["A1"].value == "x"
    assert sheet.freeze_panes == "A2"
