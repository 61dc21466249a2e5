"""The time and the condition that belong to a clause."""

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import PlacedTime, ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.commitments.agents import in_case
from policysearch.model.time import When

#: Words before *että* that make its clause what the act hangs on.
PROVISOS = frozenset({"edellytyksellä", "edellytyksin", "edellyttäen", "ehdolla", "ehdoin"})
#: Verbs that a length of time belongs to (jatkaa kahdella vuodella, panna pöydälle kahdeksi viikoksi).
_LASTING = frozenset({"jatkaa", "pidentää", "säilyttää", "panna", "jättää", "lykätä", "keskeyttää", "kestää"})
_BUDGETS = ("talousarvio", "budjetti")
_SPANS = ("kausi", "aika", "jakso")
_RANK = {"deadline": 0, "period": 1, "event": 1, "start": 1, "recurrence": 3, "duration": 4}


def time_of(sentence: ReadSentence, own: range, clause: Clause, *, wish: bool = False) -> When | None:
    """When the clause says that it is to be or was done, by span and syntax.

    A time in parentheses, before a participle of another deed (*12.12.2012 antaman päätöksen*) or attached to a noun
    (*vuoden 2022 talousarvion*, *suunnitelma vuodelle 2022*) is not the clause's; a relative clause that follows lends
    its time (*ohjelma, jonka valmistumisaika on maaliskuussa*) where the clause has none.

    Args:
        sentence: Where the clause stands.
        own: The tokens of the entry, subordinate clauses included.
        clause: The clause that carries the act.
        wish: The act stands in a clause that hangs on it (*toivottavaa, jos …*).
    """
    words = set(sentence.words_of(clause))
    mine = [p for p in sentence.times if p.start in own and not _attached(sentence, p) and not _before(sentence, p)]
    free = [p for p in mine if p.time.when.is_resolved and p.time.when.role != "duration"]
    first = [p for p in free if p.start in words]
    lent = [p for p in free if p.start not in words and (wish or _lends(sentence, p, clause))]
    for group in (first, lent):
        if group:
            return min(group, key=lambda p: (_RANK[p.time.when.role], _is_name(sentence, p), p.start)).time.when
    lasting = clause.group is not None and clause.group.action in _LASTING
    loose = [p for p in mine if p.start in words and (p.time.when.role == "deadline" or lasting)]
    return min(loose, key=lambda p: (_RANK[p.time.when.role], p.start)).time.when if loose else None


def _is_name(sentence: ReadSentence, placed: PlacedTime) -> bool:
    """*Talousraportti helmikuu 2017*: a month in the nominative names a thing sooner than it dates a deed."""
    first = sentence.tokens[placed.start].readings[0]
    return first.lemma.lower().endswith("kuu") and first.case == "nominative"


def _before(sentence: ReadSentence, placed: PlacedTime) -> bool:
    """*pidennetään kolmesta kuukaudesta kuuteen*: the length that was, not the one that is to be."""
    return placed.time.when.role == "duration" and in_case(sentence.tokens[placed.end - 1], "elative")


def _lends(sentence: ReadSentence, placed: PlacedTime, clause: Clause) -> bool:
    """Whether the time stands in a relative clause after `clause` that tells when the thing is to be ready."""
    for child in sentence.clauses:
        if child.role == "relative" and child.start <= placed.start < child.end and child.start >= clause.group_end:
            group = child.group
            return (
                group is not None
                and group.verb in {"olla", "valmistua", "päättyä", "alkaa", "käynnistyä"}
                and group.tense == "present"
            )
        if child.joined and child.role == clause.role and child.start <= placed.start < child.end:
            return True
        if child.role == "complement" and child.start <= placed.start < child.end:
            return True
    return False


def _attached(sentence: ReadSentence, placed: PlacedTime) -> bool:
    tokens = sentence.tokens
    budget = [t.readings[0] for t in tokens[placed.start : placed.end + 1] if t.readings[0].lemma.endswith(_BUDGETS)]
    if budget:
        return budget[-1].case != "inessive"  # lisättiin talousarviossa, not talousarvion laatiminen
    if grammar.word(tokens[placed.start - 1]) == "paitsi" or _cited(sentence, placed):
        return True
    depth = sum((t.surface == "(") - (t.surface == ")") for t in tokens[: placed.start])
    if depth > 0:
        return True
    if placed.end >= len(tokens):
        return _for_a_year(sentence, placed)
    following = tokens[placed.end].readings[0]
    if _dates_the_deed(sentence, placed.end):
        return False
    if any(r.participle == "agent" and r.case not in {None, "illative"} for r in tokens[placed.end].readings):
        return True
    if following.participle in {"past_active", "past_passive"} and following.case not in {"nominative", None}:
        return True
    before = tokens[placed.start - 1] if placed.start else None
    bare = placed.time.when.role == "period" and tokens[placed.start].kind == "number"
    if bare and before is not None and before.kind == "word":
        spans = before.readings[0].lemma.endswith(_SPANS) and in_case(before, "allative", "adessive")
        return not spans and grammar.word(before) not in {"ajalle", "ajalla", "aikana", "välillä"}
    last = tokens[placed.end - 1].readings[0]
    named = tokens[placed.start].readings[0].case == "genitive" or grammar.word(tokens[placed.start]) == "vuoden"
    year = named and tokens[placed.end - 1].kind == "number"
    genitive = last.case == "genitive" or year
    if placed.time.when.role == "period" and genitive and following.word_class in {"noun", "proper"}:
        return True
    return _for_a_year(sentence, placed)


def _cited(sentence: ReadSentence, placed: PlacedTime) -> bool:
    """*päätökseen 10.12.2019 § 89 perustuen*, *päätöstä 18 § 14.4.2020*: an earlier decision is cited by its day."""
    tokens = sentence.tokens
    before = placed.start - 1
    while before >= 0 and (tokens[before].kind == "number" or tokens[before].surface in {"§", ".", "("}):
        before -= 1
    after = tokens[placed.end].surface if placed.end < len(tokens) else ""
    numbered = after.startswith("§") or before < placed.start - 1
    return numbered and before >= 0 and tokens[before].readings[0].lemma.lower().endswith("päätös")


def _dates_the_deed(sentence: ReadSentence, at: int) -> bool:
    """*5.4.2017 pidetyssä kokouksessa*, *16.9.2024 päivätyn kirjeen*: their day is that of the deed."""
    held = grammar.participle(sentence.tokens[at], "past_passive")
    if held is None:
        return False
    verb = grammar.verb_of(held)
    return verb == "päivätä" or (verb == "pitää" and held.case == "inessive")


def _for_a_year(sentence: ReadSentence, placed: PlacedTime) -> bool:
    """*suunnitelma vuodelle 2022*: the year belongs to the noun before it."""
    first = grammar.word(sentence.tokens[placed.start])
    return (
        first in {"vuodelle", "vuosille", "vuodelta", "vuosilta"}
        and not _money(sentence, placed.start - 1)
        and placed.start > 0
        and sentence.tokens[placed.start - 1].readings[0].word_class == "noun"
    )


def _money(sentence: ReadSentence, at: int) -> bool:
    return at >= 0 and bool(grammar.lemmas(sentence.tokens[at]) & {"euro", "avustus", "määräraha", "rahoitus"})


def condition_of(sentence: ReadSentence, clause: Clause) -> str | None:
    """The words of the *mikäli, jos, kun* clause that the act hangs on, or of a *… sattuessa*; None without one."""
    for child in sentence.children_of(clause):
        given = {grammar.word(token) for token in sentence.tokens[max(0, child.start - 2) : child.start]}
        if child.role == "complement" and given & PROVISOS:
            first = next(
                i for i in range(child.start) if grammar.word(sentence.tokens[i]) in PROVISOS and i >= child.start - 2
            )
            return _trimmed(sentence, first, child.end)
        if child.role != "condition" or child.group is None:
            continue
        if child.introducer == "kun" and (child.group.tense == "past" or child.group.mood != "indicative"):
            continue
        return _trimmed(sentence, child.start, child.end)
    return _event_condition(sentence, clause)


def _event_condition(sentence: ReadSentence, clause: Clause) -> str | None:
    """*Onnettomuuden sattuessa, …*: an E-infinitive in the inessive before a comma or the verb."""
    if clause.group is None:
        return None
    for i in range(clause.begin, clause.group.finite):
        reading = grammar.reading_in_mood(sentence.tokens[i], "E-infinitive")
        form = grammar.word(sentence.tokens[i])
        if reading and form.endswith(("ssa", "ssä", "ssaan", "ssään")) and grammar.verb_of(reading) in _EVENTS:
            return _trimmed(sentence, clause.begin, i + 1)
    return None


_EVENTS = frozenset(
    {
        "sattua",
        "ilmetä",
        "vaatia",
        "edellyttää",
        "tarvita",
        "salli",
        "sallia",
        "puuttua",
        "muuttua",
        "toteutua",
        "ilmaantua",
    }
)


def _trimmed(sentence: ReadSentence, start: int, end: int) -> str:
    while end > start and sentence.tokens[end - 1].kind == "punctuation":
        end -= 1
    while start < end - 1 and grammar.word(sentence.tokens[start]) in {"ja", ",", "(", "vain"}:
        start += 1
    first, last = sentence.tokens[start].span.start, sentence.tokens[end - 1].span.end
    return sentence.between(first, last)
