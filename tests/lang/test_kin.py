"""Words of one stem, as the dictionary has them."""

import pytest

from policysearch.lang.fi import open_finnish
from policysearch.model.language import Kin


@pytest.mark.parametrize(
    ("lemma", "same", "near"),
    [
        ("tunnistaminen", {"tunnistaa"}, {"tunnistus"}),
        ("tunnistaa", {"tunnistaminen"}, {"tunnistus"}),
        ("tunnistus", set(), {"tunnistaa", "tunnistaminen"}),
        ("raportointi", set(), {"raportoida", "raportoiminen"}),
        ("seuranta", set(), {"seurata", "seuraaminen"}),
        ("arvioida", {"arvioiminen"}, {"arviointi"}),
        ("yhdistys", set(), set()),
        ("yritys", set(), set()),
        ("uhri", set(), set()),
        ("xyzzy", set(), set()),
    ],
)
def test_words_of_one_stem(lemma: str, same: set[str], near: set[str]) -> None:
    """A verb and its -minen noun are the same, the noun of its act is near; pairs that mean two things are apart."""
    kin = open_finnish().kin(lemma)
    assert (set(kin.same), set(kin.near)) == (same, near)
    assert isinstance(kin, Kin)
