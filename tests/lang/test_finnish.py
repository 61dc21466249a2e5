"""The whole of Finnish: elliptic compounds, what is known, the memo, threads, forks, and which Voikko reads."""

import os
import threading

import libvoikko
import pytest

from policysearch.errors import LanguageError, SettingsError
from policysearch.lang.fi import Finnish, memo, open_finnish, voikko

ELLIPSES = [
    ("sosiaali- ja terveysministeriön", "sosiaali- ja terveysministeriö"),
    ("Työ- ja elinkeinoministeriössä", "työ- ja elinkeinoministeriö"),
    ("kasvatus- ja koulutuslautakunnalle", "kasvatus- ja koulutuslautakunta"),
    ("luku- ja kirjoitustaitoa", "luku- ja kirjoitustaito"),
    ("työ-, perhe- ja sosiaaliasioita", "työ-, perhe- ja sosiaaliasia"),
    ("alku- sekä loppupäivinä", "alku- sekä loppupäivä"),
    ("sosiaali-/terveyslautakunnan", "sosiaali-/terveyslautakunta"),
    ("EU- ja ETA-maiden", "EU- ja ETA-maa"),
    ("Etelä- ja Pohjois-Pohjanmaalla", "Etelä- ja Pohjois-Pohjanmaa"),
]


@pytest.mark.parametrize(("text", "lemma"), ELLIPSES, ids=[text for text, _ in ELLIPSES])
def test_elliptic_compound_has_a_lemma_of_the_whole(either: Finnish, text: str, lemma: str) -> None:
    """The last member says what the whole is; the members before it stay tokens of their own."""
    tokens = either.tokens(text)
    assert tokens[-1].ellipsis == lemma
    assert all(token.ellipsis is None for token in tokens[:-1])


@pytest.mark.parametrize("text", ["työ- tehdään", "asia- .", "työ- ja", "työ-", "a - b"])
def test_hyphen_alone_makes_no_elliptic_compound(finnish: Finnish, text: str) -> None:
    """Without a link and a head there is nothing to complete."""
    assert all(token.ellipsis is None for token in finnish.tokens(text))


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Uhreille", True),
        ("HELSINGIN", True),
        ("helsingin", True),
        ("kotoutumisajan", True),
        ("isajan", False),
        ("", False),
    ],
)
def test_knows_without_guessing(either: Finnish, word: str, known: bool) -> None:
    """The dictionary is asked, in any case of letters; a guess does not count."""
    assert either.knows(word) is known


def test_memo_gives_the_same_readings(finnish: Finnish) -> None:
    """What one run learned, the next one decodes, without asking Voikko and without calling it new."""
    text = "Sosiaali- ja terveysministeriö laatii Rothin kanssa STM:n merkittävän ohjelman laatimisen."
    first = open_finnish()
    tokens = first.tokens(text)
    forms = first.new_forms()
    assert first.new_forms() == {}
    assert all(memo.encode(memo.decode(entry)) == entry for entry in forms.values())
    second = open_finnish()
    second.remember(forms)
    assert second.tokens(text) == tokens
    assert second.new_forms() == {}
    assert second.stamp == first.stamp


def test_memo_refuses_what_it_did_not_write() -> None:
    """A damaged entry is an error, never a wrong reading."""
    with pytest.raises(ValueError, match="not a reading"):
        memo.decode("ohjelma")


def test_two_threads_get_right_answers() -> None:
    """One Finnish may be shared: Voikko is never used by two threads at once."""
    words = [f"{head}{tail}" for head in ("työ", "laki", "kunta", "koulu") for tail in
             ("suunnitelman", "ohjelmassa", "ryhmille", "kokousta", "päätöksestä", "asioiden")]  # fmt: skip
    expected = {word: open_finnish().readings(word) for word in words}
    shared = open_finnish()
    found: list[dict[str, object]] = []

    def read(order: list[str]) -> None:
        found.append({word: shared.readings(word) for word in order})

    threads = [threading.Thread(target=read, args=(order,)) for order in (words * 20, words[::-1] * 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected, expected]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_forked_process_reads_with_a_handle_of_its_own() -> None:
    """A child that inherits an open Finnish reads as its parent does."""
    finnish = open_finnish()
    expected = finnish.readings("toimintaohjelman")
    child = os.fork()
    if not child:
        os._exit(0 if finnish.readings("määräajoista")[0].lemma == "määräaika" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert finnish.readings("toimintaohjelman") == expected


def test_unknown_backend_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting that names no Voikko is an error of the user."""
    monkeypatch.setenv(voikko.BACKEND_VARIABLE, "hunspell")
    with pytest.raises(SettingsError, match="native"):
        open_finnish()


def _unloadable(name: str) -> None:
    raise OSError(f"{name}: cannot open shared object file")


def test_python_stands_in_visibly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the native library is missing, the pure-Python one reads, and says why."""
    pytest.importorskip("pyvoikko", reason="the python-voikko extra is not installed")
    monkeypatch.setattr(libvoikko.VoikkoLibrary, "open", lambda path=None: _unloadable("libvoikko.so.1"))
    finnish = open_finnish("native")
    assert finnish.backend == "python"
    assert "libvoikko.so.1" in finnish.backend_note


def test_no_voikko_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any Voikko the message names the packages of each system."""
    monkeypatch.setattr(libvoikko.VoikkoLibrary, "open", lambda path=None: _unloadable("libvoikko.so.1"))
    monkeypatch.setitem(__import__("sys").modules, "pyvoikko", None)
    with pytest.raises(LanguageError, match="apt-get install libvoikko1 voikko-fi"):
        open_finnish("native")


def test_stamp_names_rules_and_dictionary(either: Finnish) -> None:
    """Two Voikkos never share a stamp."""
    assert either.stamp.startswith("fi rules")
    assert ("libvoikko" in either.stamp) is (either.backend == "native")
