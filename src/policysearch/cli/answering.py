"""A corpus that answers a command: with the contact details of persons, or without them in what is handed on."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policysearch.cli.output import note
from policysearch.errors import CorpusBusyError
from policysearch.settings import Settings

if TYPE_CHECKING:
    from policysearch.corpus import Corpus

_HANDED_ON = frozenset({"csv", "xlsx", "docx", "html", "atom", "ics"})
"""Forms that are made to be handed on, also where they go to the screen or a pipe."""

contacts = click.option(
    "--show-contacts/--hide-contacts",
    "show_contacts",
    default=None,
    help="Phone numbers and e-mail addresses of persons.  [default: hidden in files, tables and feeds]",
)


def hides(show_contacts: bool | None, *, form: str, output: Path | None) -> bool:
    """Whether contact details are covered: as the user says, else in files, and in forms that are handed on."""
    return (output is not None or form in _HANDED_ON) if show_contacts is None else not show_contacts


def _but(told: Collection[str]) -> Callable[[str], None]:
    """Notes to the person, without those that were told already."""
    return lambda sentence: None if sentence in told else note(sentence)


def say_withheld(corpus: "Corpus") -> None:
    """Tell the person how many documents are hidden, where an answer could be misread without it."""
    if corpus.withheld_note:
        note(corpus.withheld_note)


@contextmanager
def answering(settings: Settings, *, hide_contacts: bool, says_withheld: bool = True) -> Iterator["Corpus"]:
    """The corpus, its index up to date; with `hide_contacts` one that is only read and covers them.

    Says how many documents are hidden, unless the answer itself does.
    """
    from policysearch.corpus import open_corpus

    told: list[str] = []

    def tell(sentence: str) -> None:
        told.append(sentence)
        note(sentence)

    with open_corpus(settings=settings, on_note=tell) as corpus:
        if not hide_contacts:
            if says_withheld:
                say_withheld(corpus)
            yield corpus
            return
        try:
            corpus.update_index()
        except CorpusBusyError:
            note("Another process is writing to the corpus: the answer is from before its changes.")
    # A freeze has said already what is not as it was.
    with open_corpus(settings=settings, on_note=_but(told), read_only=True, hide_contacts=True) as corpus:
        if says_withheld:
            say_withheld(corpus)
        yield corpus
