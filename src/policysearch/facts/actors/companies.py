"""Companies and associations by their form: *Oy*, *Ab*, *ry*, before or behind the name."""

from collections.abc import Iterator, Sequence

from policysearch.facts.actors.cues import ActorCues
from policysearch.facts.actors.phrases import opens_sentence
from policysearch.facts.gazetteer import Match, actor_of
from policysearch.model.language import Token

_LOCAL = frozenset({"inessive", "elative", "illative", "adessive", "ablative", "allative", "essive"})


def find_companies(tokens: Sequence[Token], cues: ActorCues) -> Iterator[Match]:
    """*Pohjolan Siivous Oy*, *Oy Koe Ab:n*, *Kiinteistö Oy Metsätorppa*, *Kuusjärven nuoret ry*."""
    index = 0
    while index < len(tokens):
        form = _stem(tokens[index])
        if form not in cues.company or (tokens[index].surface.islower() and form not in {"ry", "rf", "sr", "oy", "ab"}):
            index += 1
            continue
        first = _company_start(tokens, index, cues)
        last = index + 1
        if first == index or _stem(tokens[first]) in cues.company_front:
            while last < len(tokens) and (
                _is_capital(tokens[last]) or _stem(tokens[last]) in cues.company or _is_joint(tokens, last)
            ):
                last += 1
        elif last < len(tokens) and _stem(tokens[last]) in cues.company:
            last += 1
        last = _partners_end(tokens, last)
        is_named = any(_stem(token) not in cues.company | cues.company_front for token in tokens[first:last])
        if last - first >= 2 and is_named:
            yield Match(first, last, actor_of(_company_name(tokens[first:last], cues), "organisation"))
        index = max(last, index + 1)


def _partners_end(tokens: Sequence[Token], last: int) -> int:
    """The index behind the names of partners, *Mikko Metsälä & Co* of *Arviointitoimisto Oy Mikko Metsälä & Co*."""
    place = last
    while place < len(tokens) and (_is_capital(tokens[place]) or _is_joint(tokens, place)):
        place += 1
    return place if any(token.surface == "&" for token in tokens[last:place]) else last


def _is_joint(tokens: Sequence[Token], index: int) -> bool:
    """The sign of *Koe & Co*, between two words of a name."""
    return tokens[index].surface == "&" and index + 1 < len(tokens) and _is_capital(tokens[index + 1])


def _company_start(tokens: Sequence[Token], index: int, cues: ActorCues) -> int:
    first = index
    while first > 0 and _may_be_company(tokens, first - 1):
        first -= 1
    while first < index and not _is_capital(tokens[first]):
        first += 1
    if _stem(tokens[index]) in {"ry", "rf", "sr"} and first == index:
        for back in range(1, 5):
            place = index - back
            if (
                place < 0
                or tokens[place].kind != "word"
                or tokens[place].readings[0].word_class in {"verb", "conjunction"}
            ):
                break
            if _is_capital(tokens[place]):
                first = place
                break
    if first < index - 1 and _opens_sentence(tokens, first, cues):
        first += 1
    return first


def _may_be_company(tokens: Sequence[Token], index: int) -> bool:
    """A capitalised word that is in no local case, *&*, *and*, or a number between two such words."""
    token = tokens[index]
    if token.surface in {"&", "+"} or (token.surface in {"and", "of"} and index > 0 and _is_capital(tokens[index - 1])):
        return True
    if token.kind == "number" and index > 0:
        return token.surface.isdigit() and _is_capital(tokens[index - 1]) and _is_capital(tokens[index + 1])
    if not _is_capital(token) or ":" in token.surface:
        return False
    best = token.readings[0]
    if best.word_class == "noun" and best.case == "translative":
        return False  # Lisäksi, Esimerkiksi
    return best.case not in _LOCAL or (best.guessed and "-" not in token.surface)


def _opens_sentence(tokens: Sequence[Token], index: int, cues: ActorCues) -> bool:
    """Whether the capital only begins the sentence: *Lisäksi Pohjola Oy*, *Vuokralainen Pohjola Oy*."""
    if not opens_sentence(tokens, index) or _stem(tokens[index]) in cues.company_front:
        return False
    if tokens[index].lemma.lower() in cues.not_company:
        return True
    return tokens[index].readings[0].word_class in {"adverb", "conjunction", "particle", "pronoun", "adjective", "verb"}


def _is_capital(token: Token) -> bool:
    return token.kind == "word" and token.surface[:1].isupper()


def _stem(token: Token) -> str:
    return token.surface.lower().partition(":")[0].rstrip(".")


def _form(word: str) -> str:
    return word.capitalize() if word in {"OY", "AB", "OYJ", "KY"} else word


def _company_name(tokens: Sequence[Token], cues: ActorCues) -> str:
    words = [_form(token.surface) for token in tokens]
    last = tokens[-1]
    if _stem(last) in cues.company:
        words[-1] = _form(last.surface.partition(":")[0].rstrip("."))
    elif last.readings[0].case not in {None, "nominative"}:
        words[-1] = last.lemma[:1].upper() + last.lemma[1:]
    return " ".join(words)
