"""Finnish, read by Voikko: tokens with all their readings, sentences, and what the dictionary knows.

finnish = open_finnish()
[token.lemma for token in finnish.tokens("Uhreille laaditaan ohjeet.")]   # uhri, laatia, ohje, .
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from policysearch.lang.fi import memo
from policysearch.lang.fi.choice import best_first
from policysearch.lang.fi.ellipsis import elliptic_lemmas
from policysearch.lang.fi.guess import guessed, with_names
from policysearch.lang.fi.kin import kin_of
from policysearch.lang.fi.sentences import sentence_starts, spans_of
from policysearch.lang.fi.tokenizer import raw_tokens
from policysearch.lang.fi.voikko import Analyser, Backend, open_analyser, wanted_backend
from policysearch.model.language import Kin, Reading, Token
from policysearch.model.text import Span

_INITIAL = "^"  # marks a memo key: the form begins a sentence, so that its capital tells nothing
_MOST_FORMS = 200_000  # decoded forms held in memory, about 1 kB each
_BEFORE_CAPITALS = frozenset(':”"“«»')
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class Finnish:
    """One Voikko with one dictionary; safe to share between threads, and to use after a fork.

    Attributes:
        backend: Which Voikko reads.
        backend_note: A sentence that says so, and why where it is not the one asked for.
    """

    code = "fi"

    def __init__(self, analyser: Analyser, note: str) -> None:
        self._analyser = analyser
        self.backend: Backend = analyser.backend
        self.backend_note = note
        self.stamp = f"fi rules {_rules_digest()}; {analyser.version}"
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._remembered: Mapping[str, str] = {}
        self._new: dict[str, tuple[Reading, ...]] = {}

    def tokens(self, text: str) -> tuple[Token, ...]:
        """All tokens of `text` in order; spans point into `text`, white space belongs to none."""
        raw = raw_tokens(text)
        initials = frozenset(sentence_starts(text, raw))
        known = self._readings
        found: list[Token] = []
        elliptic = False
        initial = False
        for index, (start, end, kind) in enumerate(raw):
            # A capital tells nothing after a bullet, a number, an opening quote or a colon either.
            initial = initial or index in initials
            surface = text[start:end]
            if kind == "word":
                key = _INITIAL + surface if initial and surface[0].isupper() else surface
                readings = known.get(key) or self._look_up(key)
                elliptic = elliptic or surface[-1] in "-‑"
                initial = False
            elif kind == "number":
                readings = (Reading(surface, "numeral"),)
            else:
                readings = _mark(surface)
                initial = initial or surface in _BEFORE_CAPITALS
            found.append(Token(surface, Span(start, end), kind, readings))
        if elliptic:
            for index, lemma in elliptic_lemmas(found).items():
                token = found[index]
                found[index] = Token(token.surface, token.span, token.kind, token.readings, lemma)
        return tuple(found)

    def sentences(self, text: str) -> tuple[Span, ...]:
        """The sentences of `text`, in order, without the white space around them."""
        return spans_of(text, raw_tokens(text))

    def knows(self, word: str) -> bool:
        """Whether the dictionary reads `word` (any inflected form, any case of letters), without guessing."""
        form = _normalised(word)
        return any(self._analyser.analyse(case) for case in dict.fromkeys((form, form.lower(), form.capitalize())))

    def kin(self, lemma: str) -> Kin:
        """The words of one stem with a dictionary form in small letters."""
        return kin_of(lemma, self.readings)

    def readings(self, form: str, *, initial: bool = False) -> tuple[Reading, ...]:
        """The readings of one word form, best first; at least one.

        Args:
            form: A word without white space around it.
            initial: The form begins a sentence, so that a capital tells nothing.
        """
        key = _INITIAL + form if initial and form[:1].isupper() else form
        return self._readings.get(key) or self._look_up(key)

    def remember(self, forms: Mapping[str, str]) -> None:
        """Takes over a memo that `new_forms` gave earlier under the same stamp; an entry is decoded when it is met."""
        self._remembered = forms if not self._remembered else {**self._remembered, **forms}

    def new_forms(self) -> dict[str, str]:
        """The memo of all forms read since the last call, to be kept by the caller under `stamp`."""
        new, self._new = self._new, {}
        return {key: memo.encode(readings) for key, readings in list(new.items())}

    def _look_up(self, key: str) -> tuple[Reading, ...]:
        remembered = self._remembered.get(key)
        if remembered is not None:
            readings = memo.decode(remembered)
        else:
            initial = key.startswith(_INITIAL) and len(key) > 1
            readings = self._analyse(key[1:] if initial else key, initial=initial)
            self._new[key] = readings
        if len(self._readings) >= _MOST_FORMS:
            self._readings.clear()
        self._readings[key] = readings
        return readings

    def _analyse(self, form: str, *, initial: bool) -> tuple[Reading, ...]:
        word = _normalised(form)
        readings = self._known(word, initial=initial)
        if not readings:
            return guessed(word, self._known)
        return readings if initial else with_names(word, readings, self._known)

    def _known(self, word: str, *, initial: bool = False) -> tuple[Reading, ...]:
        return best_first(self._analyser.analyse(word), word, initial=initial)


def open_finnish(backend: str | None = None) -> Finnish:
    """Finnish with the Voikko asked for: `backend`, else POLICYSEARCH_VOIKKO, else native.

    Args:
        backend: `native` or `python`; the pure-Python one stands in where the native one cannot be loaded.

    Raises:
        SettingsError: There is no Voikko of that name.
        LanguageError: No Voikko can be loaded.
    """
    return Finnish(*open_analyser(wanted_backend(backend)))


@lru_cache(maxsize=1)
def _rules_digest() -> str:
    """First 12 hex digits of a hash of this package: other rules or word lists make other readings."""
    digest = hashlib.sha256()
    for file in sorted(files(__package__).iterdir(), key=lambda file: file.name):
        # Kin makes no readings: a query asks for it, and texts read before it stay as they are.
        if file.name.endswith((".py", ".toml", ".txt")) and not file.name.startswith("kin."):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


@lru_cache(maxsize=1024)
def _mark(surface: str) -> tuple[Reading, ...]:
    return (Reading(surface, "unknown"),)


def _normalised(form: str) -> str:
    """NFC, without characters that are not seen, with plain hyphens and apostrophes; what Voikko expects."""
    if form.isascii():
        return form
    return unicodedata.normalize("NFC", form.translate(_INVISIBLE)).replace("‑", "-").replace("’", "'")
