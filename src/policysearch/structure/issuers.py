"""Whose document it is: the body that decided, the ministry that published, under its full name in the nominative."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from policysearch.lang.base import Language
from policysearch.model.source import DocumentType
from policysearch.structure.evidence import Evidence
from policysearch.structure.headings import head_label, is_body, is_title, part_of
from policysearch.structure.letterheads import SERIES, sender_in
from policysearch.structure.titles import MEETING_OF
from policysearch.structure.wordlists import word_endings, wordlist

_MUNICIPALITY = re.compile(
    r"\b([A-ZÅÄÖ][\wäöå-]*[nN]) (?:kaupun(?:ki|gi\w*)|kun(?:ta|nan?\w*)|KAUPUNKI|KUNTA|hyvinvointialue\w*)\b"
)
_MUNICIPAL = re.compile(
    r"(?:(?:kaupungin|kunnan|alue|yhtymä)?(?:hallitus|valtuusto)|.*(?:lautakunta|jaosto|johtokunta|toimikunta|jaos))",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?P<body>[A-ZÅÄÖ][^\d,:|\t]{3,160}?)(?:\s*[,:|\t].*|\s+[–-]\s.*|\s+\d.*|\s+kokous\b.*|\s+(?:pöytäkirja|esityslista)\b.*)?",
    re.IGNORECASE,
)
_STATEMENT_OF = re.compile(r"(?P<body>[A-ZÅÄÖ][\wäöå -]{3,80}?n) (?:lausunto|esitys|kannanotto|selvitys|vastaus)\b")
_HANDLING_OF = re.compile(r"(?P<body>[A-ZÅÄÖ][\wäöå -]{3,60}?n) (?:käsittely|päätös|päätösehdotus|esitys)")
_AS_STATEMENT = re.compile(
    r"(?P<body>(?!Lausuntonaan\b)[A-ZÅÄÖ][\wäöå -]{3,80}?) (?:kiittää|toteaa|esittää|lausuu|katsoo|antaa)\b"
    r"|[Ll]ausuntonaan (?P<after>[\wäöå -]{3,80}?) (?:toteaa|esittää|lausuu)\b"
)
_OWNED = re.compile(
    r"(?P<owner>[A-ZÅÄÖ][\wäöå-]*n) (?:kaupunki|kunta|KAUPUNKI|KUNTA|kuntayhtymä|seurakunta)[,:]? (?P<body>[A-ZÅÄÖ].*)"
)
_OWNED_TITLE = re.compile(
    r"(?P<owner>[A-ZÅÄÖ][\wäöå-]*(?: [A-ZÅÄÖ][\wäöå-]*){0,3}n) "
    r"(?P<what>\w*(?:kertomus|strategia|suunnitelma|ohjelma|tilinpäätös|talousarvio))\b",
    re.IGNORECASE,
)
_TOWN = re.compile(r"\b(?:kaupungin(?:hallitu|valtuust|johtaja|kanslia|toimisto)|kaupun(?:ki\b|gin\b))", re.IGNORECASE)
_RURAL = re.compile(r"\bkunnan(?:hallitu|valtuust|johtaja|toimisto)|\bkunnanviras", re.IGNORECASE)
_MOST_LINES = 14
_MOST_WORDS = 14
_FEW_WORDS = 3
_MOST_LETTERHEAD_WORDS = 8
_FIRST_WORDS = 1500  # code points


def issuer_of(kind: DocumentType, evidence: Evidence, text: str, language: Language) -> str | None:
    """The issuer, or None: a web page names none, and a body that only the text mentions is not one.

    Args:
        kind: Type of the document.
        evidence: Of the document.
        text: All of it; its mentions of a municipality complete the name of a municipal body.
        language: Gives names in the genitive back in the nominative.
    """
    if kind == "web_page" and evidence.is_page:
        return None
    for name in _candidates(kind, evidence, text, language):
        return full_name(_plain(name, language), evidence, text, language)
    return None


def _candidates(kind: DocumentType, evidence: Evidence, text: str, language: Language) -> Iterator[str]:
    """Names of the issuer, the surest first."""
    is_record = kind in ("minutes", "decision", "statement")
    head = evidence.head[:_MOST_LINES]
    if is_record:
        yield from _of_record(kind, evidence, text, language)
    if kind == "statement":
        heads = tuple(_authorities(head))
        for name in _statement_givers(text):
            # *Aluehallintovirasto* in the text is the one of the letterhead.
            yield next((full for full in heads if full.casefold().endswith(f" {name.casefold()}")), name)
    if kind == "decision":
        yield from _offices(head)
    yield from _authorities(head)
    if is_record:
        yield from _offices(head)
    if evidence.title and kind in ("plan", "report"):
        yield from _owners_of_title(evidence.title, text, language)
    for line in head:
        if match := SERIES.fullmatch(line):
            yield from nominative(match["body"], language, bodies_only=False)


def _of_record(kind: DocumentType, evidence: Evidence, text: str, language: Language) -> Iterator[str]:
    """The body whose minutes, decision or statement it is."""
    yield from _bodies(line for line in evidence.head[:_MOST_LINES] if evidence.is_own(line))
    if evidence.handling is not None:
        yield _in_full(evidence.handling.body, evidence, text)
    if evidence.title and kind == "minutes":
        yield from _bodies([evidence.title])
        if match := MEETING_OF.match(evidence.title):
            for name in nominative(match["body"], language, bodies_only=True):
                # *Hallituksen kokous* of an association: the board has no name of its own.
                owner = next(_authorities(evidence.head[:_MOST_LINES]), name)
                yield owner if name.casefold() == "hallitus" else name
    yield from _deciders(evidence.decision, language)
    yield from _deciders(evidence.proposal, language)
    for heading in evidence.headings:
        match = _HANDLING_OF.fullmatch(heading)
        if match and part_of(heading) in ("handling", "decision", "proposal"):
            yield from nominative(match["body"], language, bodies_only=True)
    if evidence.title and (match := _STATEMENT_OF.match(evidence.title)):
        yield from nominative(match["body"], language, bodies_only=False)


def _bodies(lines: Iterable[str]) -> Iterator[str]:
    """Collegial bodies that open a line: *Kaupunginhallitus*, *Kaupunginhallitus, kokous 18.5.2020*."""
    for line in lines:
        match = None if head_label().match(line) else _UNTIL.fullmatch(line.strip("* "))
        if match and len(match["body"].split()) <= _MOST_WORDS and is_body(match["body"].strip()):
            name = match["body"].strip()
            owned = _OWNED.fullmatch(name)
            yield f"{owned['owner']} {owned['body'].lower()}" if owned and is_body(owned["body"]) else name


def _authorities(lines: Sequence[str]) -> Iterator[str]:
    """Ministries, agencies, municipalities and organisations alone on a line of the head, receivers left out."""
    endings = word_endings("headings", "authorities")
    for n, line in enumerate(lines):
        name = sender_in(line.strip("* "))
        if match := _UNTIL.fullmatch(name):
            name = match["body"].strip()
        is_receiver = head_label().match(line) or "@" in line or "kirjaamo" in " ".join(lines[n + 1 : n + 2]).casefold()
        if len(name.split()) <= 5 and name.casefold().endswith(endings) and not name.endswith(".") and not is_receiver:
            yield name


def _owners_of_title(title: str, text: str, language: Language) -> Iterator[str]:
    """*Lehtorannan kuntastrategia* is the municipality's; *Tukikeskus Majakan toimintakertomus* is its own."""
    match = _OWNED_TITLE.match(title)
    if match is None:
        return
    what = match["what"].casefold()
    is_municipal = what.startswith(("kaupunki", "kunta"))
    if " " not in match["owner"] and (is_municipal or _is_place(match["owner"], language)):
        towns = what.startswith("kaupunki") + len(_TOWN.findall(text)) + len(re.findall(r"\bKaupunki\b", text))
        rural = what.startswith("kunta") + len(_RURAL.findall(text)) + len(re.findall(r"\bKunta\b|\bkunna[ns]", text))
        if towns != rural:
            yield f"{match['owner']} {'kaupunki' if towns > rural else 'kunta'}"
    elif match["owner"].split(" ")[0].casefold().endswith(word_endings("headings", "authorities")):
        before, _, last = match["owner"].rpartition(" ")
        readings = language.tokens(f"x {last}")[1].readings
        yield f"{before} {next((r.lemma for r in readings if r.case == 'genitive'), readings[0].lemma).capitalize()}"


def _in_full(body: str, evidence: Evidence, text: str) -> str:
    """*Kh* as *kaupunginhallitus*, in a document of a rural municipality as *kunnanhallitus*."""
    name = str(wordlist("metadata")["abbreviations"].get(body, body))
    if name == body or not name.startswith("kaupungin"):
        return name
    for words in ("\n".join((*evidence.head, evidence.title or "")), text):
        towns, rural = len(_TOWN.findall(words)), len(_RURAL.findall(words))
        if towns != rural:
            return name if towns > rural else "kunnan" + name.removeprefix("kaupungin")
    return name


def _offices(lines: Iterable[str]) -> Iterator[str]:
    """Titles of office alone on a line; neither the label of a list nor a person with the title behind a comma."""
    for line in lines:
        name = line.strip("* ")
        is_alone = "," not in name and ":" not in name and part_of(name) is None
        if is_alone and len(name.split()) <= 6 and name[:1].isupper() and is_title(name.split(" ")[-1]):
            yield name


def _deciders(lines: Iterable[str], language: Language) -> Iterator[str]:
    """The subject of the first clause under *Päätös*: what stands before its first finite verb, or before a colon."""
    for line in lines:
        tokens = language.tokens(line[:300])
        for token in tokens:
            if token.kind == "punctuation" and token.surface == ":":
                break  # *Kunnanhallitus:*, or whose words follow
            best = token.readings[0]
            if best.word_class == "verb" and best.mood == "indicative":
                break
        else:
            continue
        subject = line[: token.span.start].strip()
        last = subject.rpartition(" ")[2].casefold()
        if 0 < len(subject.split()) <= _MOST_WORDS and subject[0].isupper():
            authorities = word_endings("headings", "authorities")
            is_authority = last.endswith(authorities) and last not in authorities and len(subject.split()) <= _FEW_WORDS
            if is_body(subject) or is_authority or last.endswith(word_endings("headings", "titles")):
                yield subject
            if is_body(subject) or token.surface != ":":
                return


def _statement_givers(text: str) -> Iterator[str]:
    """*Kuusjärven Majakka ry kiittää mahdollisuudesta lausua …*, *Lausuntonaan X toteaa …*."""
    endings = word_endings("headings", "authorities")
    for match in _AS_STATEMENT.finditer(text[:_FIRST_WORDS]):
        name = (match["body"] or match["after"]).strip()
        if is_body(name) or name.casefold().endswith(endings):
            yield name


def nominative(name: str, language: Language, *, bodies_only: bool) -> Iterator[str]:
    """A name in the genitive with its last word in the nominative."""
    before, space, last = name.rpartition(" ")
    lemma = language.tokens(last.lower())[0].lemma
    whole = before + space + (lemma.capitalize() if last[0].isupper() else lemma)
    if is_body(whole) or (not bodies_only and whole.casefold().endswith(word_endings("headings", "authorities"))):
        yield whole


def _plain(name: str, language: Language) -> str:
    """A name in capitals in the usual letters; the small initial of bodies and ministries."""
    if name.isupper() and len(name) > 6:
        name = sentence_case(name, language)
    last = name.rpartition(" ")[2]
    is_common = last.casefold().endswith(("ministeriö", "valiokunta")) or _MUNICIPAL.fullmatch(last) or is_title(last)
    is_owned = " " in name and _is_proper(name.split(" ", 1)[0], language)
    if is_common and name[1:2].islower() and not is_owned:
        name = name[0].lower() + name[1:]
    return name


def _is_proper(word: str, language: Language) -> bool:
    best = language.tokens(f"x {word}")[1].readings[0]
    return best.word_class == "proper" and not best.guessed


def sentence_case(text: str, language: Language) -> str:
    """Words in capitals as a sentence has them: small if the dictionary knows them so, names with an initial."""
    words: list[str] = []
    for word in text.split(" "):
        bare = word.strip('.,:;()”"')
        if not bare.isupper() or len(bare) < 2:
            words.append(word)
            continue
        readings = language.tokens(f"x {word.lower()}")[1].readings if word[0].isalpha() else ()
        best = readings[0] if readings else None
        if best is None or best.guessed or best.word_class in ("unknown", "abbreviation"):
            words.append(word if len(bare) <= 5 else word.capitalize())
        elif best.word_class == "proper":
            words.append(word.capitalize())
        else:
            words.append(word.lower())
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:]


def full_name(name: str, evidence: Evidence, text: str, language: Language) -> str:
    """A municipal body with its municipality in front, where the document names one."""
    first, last = name.partition(" ")[0], name.rpartition(" ")[2]
    has_owner = first != name and first[0].isupper() and first.endswith("n")
    if has_owner or _MUNICIPAL.fullmatch(last) is None:
        return name
    municipality = municipality_of(evidence, text, language)
    if municipality is None:
        return name
    if name.casefold().startswith(f"{municipality.casefold()} "):
        return f"{municipality}{name[len(municipality) :]}"  # a town that the dictionary does not know
    small = f"{name[0].lower()}{name[1:]}"
    is_county = name.casefold().startswith("alue") and re.search(
        rf"\b{re.escape(municipality)} hyvinvointialue", "\n".join((*evidence.head, text)), re.IGNORECASE
    )
    return f"{municipality} {'hyvinvointialueen ' if is_county else ''}{small}"


def municipality_of(evidence: Evidence, text: str, language: Language) -> str | None:
    """The genitive of the municipality whose document it is (*Kuusjärven*), or None."""
    for line in evidence.head:
        match = _MUNICIPALITY.search(line)
        if match is None or len(line.split()) > _MOST_LETTERHEAD_WORDS:
            continue
        if match.start() == 0 or _is_place(match[1], language):
            return match[1].capitalize() if match[1].isupper() else match[1]
    known = wordlist("metadata")["municipalities"]
    for line in evidence.head:
        for register, genitive in known["registers"].items():
            if re.match(rf"(?:\S+ )?{re.escape(register)}[ /-]", line):
                return str(genitive)
    for domain, genitive in known["domains"].items():
        if re.search(rf"(?:@|\(a\)|\[at\]){re.escape(domain)}\b", text):
            return str(genitive)
    counts = Counter(match[1] for match in _MUNICIPALITY.finditer(text) if _is_place(match[1], language))
    ranked = counts.most_common(2)
    if ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return ranked[0][0]
    return _municipality_by_mail(text)


def _is_place(genitive: str, language: Language) -> bool:
    """*Tulevaisuuden kunta* is no municipality: a word that the dictionary reads only as a common noun is no place."""
    readings = language.tokens(f"x {genitive.capitalize()}")[1].readings
    known = [reading for reading in readings if not reading.guessed]
    return not known or any(reading.word_class == "proper" for reading in known)


def _municipality_by_mail(text: str) -> str | None:
    """The municipality whose mail addresses the document prints, if its genitive stands in the text too."""
    for domain in re.findall(r"(?:@|\(a\)|\[at\])([a-zåäö-]+)\.fi\b", text):
        stem = domain[:4].casefold()
        match = re.search(rf"\b({re.escape(stem[0].upper())}{re.escape(stem[1:])}[a-zåäö]*n)\b", text)
        if match and match[1].casefold().startswith(domain[:-1].casefold()[:5]):
            return match[1]
    return None
