"""How a decision ended: approved, rejected, tabled, noted or forwarded."""

from policysearch.facts.commitments.scene import ActingClause
from policysearch.model.facts import Outcome

#: With these a body takes note and promises nothing.
NOTED = frozenset({"tiedoksi", "tiedokseen"})
#: What is put off to a later time.
_PUT_OFF = frozenset({"käsittely", "ratkaisu", "päätös"})
_FORWARDING = frozenset({"edelleen", "käsiteltäväksi", "valmisteltavaksi", "lausunnolle", "päätettäväksi"})


def outcome_of(acting: ActingClause, action: str) -> Outcome | None:
    """How a decision ended: *hylättiin*, *palautettiin*, *jätettiin pöydälle*, *merkittiin tiedoksi*."""
    forms = acting.forms
    if acting.has(frozenset({"mielipide"})) and any(form.startswith("eriäv") for form in forms):
        return "noted"  # a dissent is recorded; the decision stands
    if "pöydälle" in forms:
        return "tabled"
    later = any(token.readings[0].case == "illative" for token in acting.tokens)
    if action in {"jättää", "lykätä", "siirtää"} and later and acting.has(_PUT_OFF):
        return "deferred"
    if action == "lähettää" and any(token.readings[0].case in {"allative", "illative"} for token in acting.tokens):
        return "forwarded"
    if forms & NOTED:
        return "noted"
    if action == "katsoa" or forms & {"käsitellyksi", "sikseen", "rauenneeksi"}:
        return "concluded"
    if action in {"lähettää", "siirtää", "saattaa"} and forms & _FORWARDING:
        return "forwarded"
    if action in {"esittää", "ehdottaa"}:
        return "forwarded"
    found = acting.scene.cues.outcomes.get(action)
    return "rejected" if found == "approved" and acting.group.negative else found
