"""What Voikko's transducer writes (FSTOUTPUT), taken apart: compound segments, their dictionary forms, their tags.

The tags are those of voikko-fi's format 5: `[Xp]base[X]` gives a base form, `[Xj]ending[X]` the ending of a
derivation, `[Bc]` a border of a compound, `[L…]` the class, and one letter each for case, number and so on.
"""

import re
from dataclasses import dataclass

_PIECE = re.compile(r"\[([^\]]+)\]|([^\[]+)")

CLASSES = {
    "n": "nimisana", "l": "laatusana", "nl": "nimisana_laatusana", "h": "huudahdussana", "ee": "etunimi",
    "es": "sukunimi", "ep": "paikannimi", "em": "nimi", "t": "teonsana", "a": "lyhenne", "s": "seikkasana",
    "u": "lukusana", "ur": "lukusana", "r": "asemosana", "c": "sidesana", "d": "suhdesana", "k": "kieltosana",
    "p": "etuliite",
}  # fmt: skip
_VALUES = {
    "S": ("SIJAMUOTO", {
        "n": "nimento", "g": "omanto", "p": "osanto", "es": "olento", "tr": "tulento", "ine": "sisaolento",
        "ela": "sisaeronto", "ill": "sisatulento", "ade": "ulkoolento", "abl": "ulkoeronto", "all": "ulkotulento",
        "ab": "vajanto", "ko": "seuranto", "in": "keinonto", "sti": "kerrontosti", "ak": "kohdanto"}),
    "N": ("NUMBER", {"y": "singular", "m": "plural"}),
    "C": ("COMPARISON", {"c": "comparative", "s": "superlative"}),
    "T": ("MOOD", {
        "n1": "A-infinitive", "n2": "E-infinitive", "n3": "MA-infinitive", "n4": "MINEN-infinitive",
        "n5": "MAINEN-infinitive", "t": "indicative", "e": "conditional", "k": "imperative", "m": "potential"}),
    "P": ("PERSON", {"1": "1", "2": "2", "3": "3", "4": "4"}),
    "A": ("TENSE", {"p": "present_simple", "i": "past_imperfective"}),
    "O": ("POSSESSIVE", {"1y": "1s", "2y": "2s", "1m": "1p", "2m": "2p", "3": "3"}),
    "E": ("NEGATIVE", {"t": "true", "f": "false", "b": "both"}),
    "R": ("PARTICIPLE", {
        "v": "present_active", "a": "present_passive", "u": "past_active", "t": "past_passive", "m": "agent",
        "e": "negation"}),
}  # fmt: skip
_MINEN = "Tn4"
_NAME_CLASSES = frozenset({"etunimi", "sukunimi", "paikannimi", "nimi"})


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a compound, as the transducer wrote it.

    Attributes:
        surface: The letters of this part in the word form.
        base: Its dictionary form; derivations resolved (*oikeus* of *oike+us*).
        verb: The verb that it comes from, where it is a participle or a -minen noun; else None.
        tags: All tags but those that bracket text, in order.
    """

    surface: str
    base: str
    verb: str | None
    tags: tuple[str, ...]

    @property
    def word_class(self) -> str | None:
        """Voikko's name of the class, after derivation; None for an ending without one."""
        found = [CLASSES.get(tag[1:]) for tag in self.tags if tag[0] == "L"]
        return found[-1] if found else None


def segments(output: str) -> tuple[Segment, ...]:
    """The compound parts of one FSTOUTPUT that have letters; none for an empty one."""
    found = (_segment(piece) for piece in output.split("[Bc]") if piece)
    return tuple(segment for segment in found if segment.surface.strip("-"))


def _segment(output: str) -> Segment:
    """Follows how Voikko itself makes BASEFORM: a later base or derivation ending replaces the letters after it."""
    tags: list[str] = []
    surface = base = ending = letters = ""
    verb = None
    bracket = ""
    for tag, text in _PIECE.findall(output):
        if text:
            if bracket in ("Xp", "Xj"):
                ending += text
            elif not bracket:
                letters += text
                surface += text
        elif tag[0] == "X":
            if tag in ("Xp", "Xj"):
                base, ending, letters = base + letters, "", ""
            bracket = "" if tag == "X" else tag
        else:
            if verb is None and "Lt" in tags and (tag[0] == "L" or tag == _MINEN):
                verb = base + ending
            if tag == _MINEN:
                base, ending, letters = base + letters, "minen", ""
            tags.append(tag)
    return Segment(
        surface=surface,
        base=(base + (ending or letters)).replace("=", ""),
        verb=verb.replace("=", "") if verb else None,
        tags=tuple(tags),
    )


def attributes_of(output: str, form: str) -> list[dict[str, str]]:
    """The attributes that the native library gives for one FSTOUTPUT of the lower-cased `form`, as far as it tells."""
    parts = segments(output)
    last = next((part for part in reversed(parts) if part.word_class), None)
    if last is None:
        return []
    word_class = last.word_class or ""
    head = "".join(_before(part) for part in parts[: parts.index(last)])
    found = {"CLASS": word_class, "FSTOUTPUT": output, "BASEFORM": _capitals(head, word_class) + last.base}
    for tag in last.tags:
        key, values = _VALUES.get(tag[0], ("", {}))
        if tag[1:] in values:
            found[key] = values[tag[1:]]
    if form.endswith("-"):
        found = {"CLASS": "etuliite", "FSTOUTPUT": output, "BASEFORM": form.lower()}
    if word_class not in ("teonsana", "kieltosana"):
        found.pop("NEGATIVE", None)
    if "Dg" in last.tags:
        found["BASEFORM"] = found["BASEFORM"].lower()
    found["STRUCTURE"] = _structure(parts, found["CLASS"])
    if word_class in ("laatusana", "nimisana_laatusana"):
        found.setdefault("COMPARISON", "positive")
    if "Ion" in last.tags and len(parts) > 1:
        # As libvoikko does: a compound whose head is the name of an institution may be a name itself.
        name = {key: value for key, value in found.items() if key in ("NUMBER", "SIJAMUOTO")}
        name |= {
            "CLASS": "nimi",
            "BASEFORM": found["BASEFORM"].capitalize(),
            "STRUCTURE": "=i" + found["STRUCTURE"][2:],
        }
        return [found, name]
    return [found]


def _before(part: Segment) -> str:
    """An abbreviation keeps its capitals inside a compound: *EU-*."""
    return part.base + part.surface[len(part.base) :] if "La" in part.tags else part.surface


def _capitals(head: str, word_class: str) -> str:
    """*keski-* before a name is *Keski-*."""
    if word_class not in _NAME_CLASSES:
        return head
    return "-".join(piece[:1].upper() + piece[1:] for piece in head.split("-"))


def _structure(parts: tuple[Segment, ...], word_class: str) -> str:
    letters = ["=" + "p" * len(part.surface) for part in parts]
    structure = "".join(letters)
    return "=i" + structure[2:] if word_class in _NAME_CLASSES else structure
