"""Words as a language reads them: tokens, and the readings of a word form."""

from dataclasses import dataclass
from typing import Literal

from policysearch.model.text import Span

TokenKind = Literal["word", "number", "punctuation"]
WordClass = Literal[
    "noun", "proper", "adjective", "numeral", "pronoun", "verb", "adverb", "adposition", "conjunction",
    "particle", "interjection", "abbreviation", "prefix", "negation", "unknown",
]  # fmt: skip
NameKind = Literal["person", "place", "organisation", "other"]
Case = Literal[
    "nominative", "genitive", "partitive", "accusative", "inessive", "elative", "illative", "adessive", "ablative",
    "allative", "essive", "translative", "abessive", "comitative", "instructive", "adverbial",
]  # fmt: skip
Number = Literal["singular", "plural"]
Mood = Literal["indicative", "conditional", "imperative", "potential", "A-infinitive", "MA-infinitive", "E-infinitive"]
Tense = Literal["present", "past"]
Participle = Literal["present_active", "present_passive", "past_active", "past_passive", "agent", "negative"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word form.

    Attributes:
        lemma: The dictionary form. A participle has its verb, a -minen noun itself (*laatiminen*).
        parts: Dictionary forms of the compound's parts, in order; empty for a simple word (*ihminen, kauppa, rikos*).
        pieces: `lemma` cut at the same borders, hyphens gone (*ihmis, kauppa, rikos*); as many as `parts`.
        person: 1 to 3, and 4 for the passive.
        negative: True for the form that follows a negation verb, None where the form tells nothing.
        verb: The verb behind a participle or a -minen noun, else None.
        name: What kind of name a proper noun is.
        guessed: The word is unknown to the dictionary and was read by its ending.
    """

    lemma: str
    word_class: WordClass
    parts: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    case: Case | None = None
    number: Number | None = None
    person: Literal[1, 2, 3, 4] | None = None
    mood: Mood | None = None
    tense: Tense | None = None
    participle: Participle | None = None
    negative: bool | None = None
    possessive: str | None = None
    comparison: Literal["comparative", "superlative"] | None = None
    verb: str | None = None
    name: NameKind | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of a text.

    `surface` is the text at `span`, always. `readings` has at least one, best first; `lemma` and `parts` are those
    of the best. The elliptic member of a compound (*sosiaali-* of *sosiaali- ja terveysministeriön*) is a token of
    its own; `ellipsis` of the last member's token is the lemma of the whole (*sosiaali- ja terveysministeriö*);
    `stem` is that of a word of another language, with its code before it (*sv:offr*).
    """

    surface: str
    span: Span
    kind: TokenKind
    readings: tuple[Reading, ...]
    ellipsis: str | None = None
    stem: str | None = None

    @property
    def lemma(self) -> str:
        """The dictionary form of the best reading."""
        return self.readings[0].lemma

    @property
    def parts(self) -> tuple[str, ...]:
        """The compound parts of the best reading, empty for a simple word."""
        return self.readings[0].parts


@dataclass(frozen=True, slots=True)
class Kin:
    """Words of one stem with a word, as dictionary forms.

    Attributes:
        same: What says the same in another part of speech: the verb of a -minen noun, the -minen noun of a verb.
        near: What mostly does: the noun of an act and its verb (*majoitus*, *majoittaa*).
    """

    same: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
