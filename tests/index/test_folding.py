"""Passages that say the same are one, and passages that say something else are not."""

from pathlib import Path

import pytest

from policysearch.index import open_index
from policysearch.index.folding import Folds, sketch
from policysearch.index.port import IndexRow
from tests.index.language import terms_of

BASE = (
    "Kaupunginhallitus kehottaa sosiaali- ja terveystoimialaa laatimaan yhdessä järjestöjen kanssa suunnitelman "
    "ihmiskaupan uhrien auttamisesta ja varaamaan siihen 40 000 euroa vuodelle 2022, jotta uhrit löytävät avun ajoissa."
)

SAME = [
    BASE.upper(),
    BASE.replace(", jotta", " jotta").replace("  ", " "),
    BASE.replace("uhrit löytävät", "uhri löytää"),
    BASE.replace("kehottaa", "kehotti"),
]
OTHER = [
    BASE.replace("auttamisesta", "tunnistamisesta"),
    BASE.replace("40 000", "400 000"),
    BASE.replace("2022", "2023"),
    BASE.replace("uhrit löytävät", "uhrit eivät löydä"),
    BASE.replace("kehottaa", "ei kehota"),
    BASE.replace("laatimaan yhdessä järjestöjen kanssa suunnitelman", "selvittämään kuntayhtymän kanssa keinot"),
    BASE[: len(BASE) // 2],
]


@pytest.mark.parametrize("text", SAME)
def test_the_same_in_other_letters(text: str) -> None:
    """Case of letters, marks, inflection."""
    folds = Folds()
    assert folds.key("a", terms_of(BASE), ()) == folds.key("b", terms_of(text), ())


@pytest.mark.parametrize("text", OTHER)
def test_something_else(text: str) -> None:
    """Another number, a negation, another word."""
    folds = Folds()
    assert folds.key("a", terms_of(BASE), ()) != folds.key("b", terms_of(text), ())


def test_others_are_named() -> None:
    """The same words of two bodies are two passages."""
    folds = Folds()
    assert folds.key("a", terms_of(BASE), ("body:1",)) != folds.key("b", terms_of(SAME[3]), ("body:2",))
    assert not sketch(terms_of(BASE), ("body:1",)).is_near(sketch(terms_of(BASE), ()))


def test_short_passages_are_one_by_all_their_words() -> None:
    """*Ehdotus hyväksyttiin* is not *Ehdotus hylättiin*."""
    folds = Folds()
    keys = [
        folds.key("a", terms_of(text), ())
        for text in ("Ehdotus hyväksyttiin.", "EHDOTUS HYVÄKSYTTIIN", "Ehdotus hylättiin.")
    ]
    assert keys[0] == keys[1] != keys[2]
    assert folds.key("a", (), ()) is None


def test_keys_outlive_writing() -> None:
    """What is written later is compared with what was written before; what is gone is forgotten."""
    folds = Folds()
    first = folds.key("a", terms_of(BASE), ())
    again = Folds.read(folds.written())
    assert again.key("b", terms_of(SAME[3]), ()) == first
    again.forget("a")
    assert Folds.read(again.written()).key("c", terms_of(SAME[2]), ()) == first
    again.forget("b")
    assert Folds.read(again.written()).key("c", terms_of(SAME[2]), ()) != first


def test_index_folds_over_commits(index_folder: Path) -> None:
    """A passage that is added later is folded under the one that is there; totals count both."""
    with open_index(index_folder, name="passages", corpus_id="corpus1", stamp="fi 1") as index:
        for number, text in enumerate((BASE, SAME[3], OTHER[0])):
            index.begin()
            index.replace(f"doc{number}", text, [IndexRow(f"row{number}", f"doc{number}", terms_of(text))])
            index.commit(str(number))
        found = index.search(fold=True)
        assert (found.total, found.groups) == (3, 2)
        assert sorted((id_, *others) for id_, others in zip(found.ids, found.folded, strict=True)) == [
            ("row0", "row1"),
            ("row2",),
        ]
        assert index.search().folded == ((), (), ())
