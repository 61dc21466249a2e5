"""Sums of money in clauses."""

from decimal import Decimal

import pytest

from policysearch.facts.amounts import find_amount

AMOUNTS = [
    ("Hankkeelle myönnetään 45 000 euroa.", "45000"),
    ("Määräraha on 45,5 miljoonaa euroa.", "45500000"),
    ("Toimintaan on varattu noin 280 000 euron rahoitus.", "280000"),
    ("Varatusta 70 miljoonan euron määrärahasta siirretään 17 miljoonaa euroa.", "17000000"),
    ("Kustannukset ovat 1,2 milj. €.", "1200000"),
    ("Avustus on 500 e kuukaudessa.", "500"),
    ("Hinta on 12.500 euroa.", "12500"),
    ("Hankkeen arvo on 2,5 miljardia euroa.", "2500000000"),
    ("Se maksaa miljoona euroa.", "1000000"),
    ("Tilaus tehdään hintaan 30.720,90 euroa.", "30720.90"),
    ("Kustannus on 30 EUR.", "30"),
    ("Palveluja ostetaan noin kymmenellä miljoonalla eurolla vuodessa.", "10000000"),
    ("Hanke sai puolen miljoonan euron avustuksen.", "500000"),
    ("Varaus on kahdeksan miljoonaa euroa.", "8000000"),
]


@pytest.mark.parametrize(("text", "value"), AMOUNTS, ids=[text[:40] for text, _ in AMOUNTS])
def test_amount_is_found(text: str, value: str) -> None:
    """Figures with spaces, points, commas and words of scale; of two sums the one that is no share's source."""
    amount = find_amount(text)
    assert amount is not None
    assert (amount.value, amount.currency) == (Decimal(value), "EUR")


@pytest.mark.parametrize(
    "text",
    [
        "Hankkeessa on 12 työntekijää.",
        "Kokous on 5.10.2021.",
        "Kohta 5 10 01 siirretään.",
        "Eurooppa 2020",
        "Kulut ovat miljoonia euroja.",
        "Kyse on kymmenistä miljoonista euroista.",
        "Se sai muutaman miljoonan euron.",
    ],
)
def test_other_figures_are_no_amounts(text: str) -> None:
    """Counts, dates and budget codes are no money."""
    assert find_amount(text) is None
