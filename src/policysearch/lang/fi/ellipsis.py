"""Elliptic compounds: *sosiaali- ja terveysministeriön* stands for two words that share their head."""

from collections.abc import Sequence

from policysearch.model.language import Token

_LINKS = frozenset({"ja", "tai", "sekä", "eli", "että", "kuin", "ynnä", "taikka"})
_HYPHENS = ("-", "‑")


def elliptic_lemmas(tokens: Sequence[Token]) -> dict[int, str]:
    """The lemma of the whole by index of the last member: *sosiaali- ja terveysministeriö*.

    Members are joined by a conjunction, a comma or a slash; there may be any number of them.
    """
    found: dict[int, str] = {}
    index = 0
    while index < len(tokens):
        if not _is_elliptic(tokens[index]):
            index += 1
            continue
        first, last = index, _last_member(tokens, index)
        if last is None:
            index += 1
            continue
        found[last] = _whole(tokens, first, last)
        index = last + 1
    return found


def _is_elliptic(token: Token) -> bool:
    return token.kind == "word" and len(token.surface) > 1 and token.surface.endswith(_HYPHENS)


def _last_member(tokens: Sequence[Token], index: int) -> int | None:
    """The index of the word that carries the head, or None where no such word follows."""
    while index < len(tokens) and _is_elliptic(tokens[index]):
        index += 1
        linked = False
        while index < len(tokens) and (tokens[index].surface in ",/" or tokens[index].surface.lower() in _LINKS):
            linked, index = True, index + 1
        if not linked:
            return None
    return index if index < len(tokens) and tokens[index].kind == "word" else None


def _whole(tokens: Sequence[Token], first: int, last: int) -> str:
    lemma = tokens[last].lemma
    words: list[str] = []
    for index in range(first, last + 1):
        token = tokens[index]
        word = lemma if index == last else token.surface
        if index < last and not lemma[:1].isupper() and not word.isupper():
            word = word.lower()
        if index > first and token.span.start > tokens[index - 1].span.end:
            words.append(" ")
        words.append(word)
    return "".join(words).replace("‑", "-")
