"""What values of records are called on the page. `N_` marks messages for translation (docs/web.md)."""

from collections.abc import Callable, Mapping


def N_(message: str) -> str:  # noqa: N802  # the name that message extraction knows
    """Marks a message that is translated later."""
    return message


LABELS: Mapping[str, Mapping[str, str]] = {
    "type": {
        "minutes": N_("minutes"),
        "decision": N_("decision of a body"),
        "press_release": N_("press release"),
        "plan": N_("plan"),
        "report": N_("report"),
        "statement": N_("statement"),
        "web_page": N_("web page"),
    },
    "part": {
        "decision": N_("Decision"),
        "proposal": N_("Proposed decision"),
        "rationale": N_("Grounds"),
        "summary": N_("Summary"),
        "statement": N_("Statement"),
        "handling": N_("Handling"),
        "history": N_("Earlier handling"),
        "presenter": N_("Presenter"),
        "contacts": N_("Contacts"),
        "participants": N_("Participants"),
        "attachments": N_("Attachments"),
        "notification": N_("For information"),
        "appeal": N_("Appeal"),
    },
    "kind": {
        "decision": N_("decision"),
        "undertaking": N_("undertaking"),
        "obligation": N_("obligation"),
        "proposal": N_("proposal"),
        "accomplishment": N_("accomplishment"),
    },
    "event": {
        "met": N_("met"),
        "same_text": N_("other bytes, the same text"),
        "told": N_("named by the user"),
        "withdrawn": N_("gives nothing more"),
        "returned": N_("gives it again"),
        "unchanged": N_("looked at, unchanged"),
        "failed": N_("looked at, failed"),
    },
    "step": {
        "proposed": N_("proposed"),
        "decided": N_("decided"),
        "undertaken": N_("undertaken"),
        "obliged": N_("obliged"),
        "restated": N_("said again"),
        "moved": N_("moved to another time"),
        "begun": N_("begun"),
        "done": N_("reported as done"),
        "not_done": N_("reported as not done"),
        "rejected": N_("rejected"),
        "tabled": N_("tabled"),
        "returned": N_("returned for preparation"),
    },
    "outcome": {
        "approved": N_("approved"),
        "rejected": N_("rejected"),
        "returned": N_("returned for preparation"),
        "tabled": N_("tabled"),
        "noted": N_("noted"),
        "concluded": N_("brought to an end"),
        "forwarded": N_("sent on"),
        "deferred": N_("deferred"),
    },
    "gap": {
        "missing": N_("not in this corpus"),
        "quoted": N_("only quoted by another document"),
        "announced": N_("announced as one to come"),
        "failed": N_("could not be read"),
        "unread": N_("page not read"),
        "withdrawn": N_("withdrawn by its publisher"),
        "not_public": N_("not public"),
        "left_out": N_("left out by a rule"),
        "held": N_("held back until somebody has looked"),
        "hidden": N_("withdrawn by its publisher, and hidden until somebody decides"),
        "undated": N_("undated"),
    },
    "taken": {
        "added": N_("taken in"),
        "new_version": N_("taken in as a new version"),
        "updated": N_("was in the corpus already, and was read again"),
        "unchanged": N_("was in the corpus already"),
        "returned": N_("taken in"),
        "skipped": N_("not taken in"),
        "left_out": N_("not taken in"),
        "failed": N_("could not be read"),
    },
    "actor": {"organisation": N_("organisation"), "person": N_("person")},
    "verdict": {"confirmed": N_("confirmed"), "rejected": N_("not an entry"), "added": N_("added by a person")},
    "status": {"done": N_("done"), "partly": N_("partly done"), "ongoing": N_("going on"), "lapsed": N_("lapsed")},
    "review": {
        "confirm": N_("confirmed"),
        "reject": N_("not an entry"),
        "correct": N_("corrected"),
        "status": N_("Status"),
        "note": N_("Note"),
        "tag": N_("code"),
        "untag": N_("code taken off"),
        "add": N_("added by a person"),
    },
    "measure": {
        "goal": N_("Goal"),
        "responsible": N_("Who answers for it"),
        "partners": N_("Partners"),
        "schedule": N_("Schedule"),
        "indicator": N_("Indicator and follow-up"),
        "funding": N_("Funding"),
        "status": N_("State of it"),
        "answer": N_("Answer"),
        "description": N_("Description"),
    },
    "field": {"kind": N_("kind"), "actor": N_("actor"), "date": N_("date"), "action": N_("action")},
    "language": {"fi": N_("Finnish"), "sv": N_("Swedish"), "en": N_("English"), "se": N_("Northern Sámi")},
}
"""Messages by what they name and by value."""


def label(gettext: Callable[[str], str], value: str | None, what: str) -> str:
    """The word of the page for `value` of a `what`; the value itself where it is a name of its own."""
    if value is None:
        return gettext("unknown")
    message = LABELS.get(what, {}).get(value)
    return value if message is None else gettext(message)
