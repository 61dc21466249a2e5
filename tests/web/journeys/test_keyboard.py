"""With the keyboard alone every page is read from its head to its end, and left again: no stop holds the reader."""

import pytest

from tests.web.journeys.conftest import Walk
from tests.web.journeys.reader import Reader, Way

PAGES = (
    "/", "/?q=uhri&size=10", "/commitments?kind=obligation", "/deadlines?view=month&month=2023-09",
    "/meetings/39a50eb3e04473a7", "/concordance?q=uhri", "/concordance/years?q=uhri", "/quotation?quote=uhri+harvoin",
    "/documents/ed17e9011c7624c9?mark=1598-1609",
)  # fmt: skip
# What can be acted upon; radio buttons of one name are one stop.
_STOPS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const open = all.filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== "hidden" && e.checkVisibility());
  const stops = open.filter(e => e.type !== "radio" || e.checked);
  stops.forEach((e, number) => e.dataset.stop = number);
  return stops.length;
}"""
_HERE = "() => document.activeElement.dataset.stop ?? (document.activeElement === document.body ? 'none' : '')"


@pytest.mark.parametrize("address", PAGES)
def test_no_stop_holds_the_reader(walk: Walk, address: str) -> None:
    """Tab comes to everything in its order and to the end; Shift and Tab go back from there."""
    reader = walk(Way(hands="keyboard"), address)
    stops = [str(number) for number in range(reader.page.evaluate(_STOPS))]
    assert stops_with(reader, "Tab", stops[-1]) == stops
    reader.page.keyboard.press("Shift+Tab")
    assert reader.page.evaluate(_HERE) == stops[-2]


def stops_with(reader: Reader, key: str, last: str) -> list[str]:
    """Where the focus comes, each place once, until it is at the last one."""
    seen: list[str] = []
    for _ in range(400):
        reader.page.keyboard.press(key)
        here = str(reader.page.evaluate(_HERE))
        if here and here not in seen:  # parts of a field, and pictures that scroll, are no stops of their own
            seen.append(here)
        if here == last:
            break
    return seen
