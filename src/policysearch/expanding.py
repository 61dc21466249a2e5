"""Synonyms of query words: the names of one body from the gazetteer, and Finnish terms from the thesaurus."""

from collections.abc import Iterator, Sequence

from policysearch.facts.synonyms import Named, OtherName, named_bodies
from policysearch.index.expansion import Alternative, Expanded, Expander, TypedWord
from policysearch.index.thesaurus import Thesaurus
from policysearch.lang.base import Language


def synonyms(language: Language) -> Expander:
    """An expander that knows both lists; words that both know keep the alternatives of both."""
    thesaurus = Thesaurus(language.knows)

    def expand(words: Sequence[TypedWord], /) -> Iterator[Expanded]:
        for named in named_bodies([(word.text, word.lemmas) for word in words]):
            yield Expanded(named.first, named.count, tuple(_name(named, other) for other in named.others))
        yield from thesaurus(words)

    return expand


def _name(named: Named, other: OtherName) -> Alternative:
    note = None
    if other.until:
        note = f"{other.text}: name until {other.until}"
    elif named.until:
        note = f"the typed name was used until {named.until}"
    return Alternative(other.text, "gazetteer", note=note)
