"""Whether quoted words stand in the corpus."""

from starlette.responses import Response

from policysearch.errors import UsageError
from policysearch.model.quotes import QuotePlace
from policysearch.present.quotes import ends_of_gap
from policysearch.web.asking import Asked
from policysearch.web.labels import N_

VERDICTS = {
    "exact": N_("These words stand in the corpus exactly so."),
    "same_words": N_("These words stand in the corpus; capital letters or marks differ."),
    "differs": N_("Words like these stand in the corpus, but not these."),
    "absent": N_("These words are not in this corpus, and nothing is near to them."),
}
RELATIONS = {
    "inflected": N_("another form"),
    "moved": N_("elsewhere"),
    "replaced": N_("another word"),
    "added": N_("only in the quotation"),
    "left_out": N_("only in the document"),
}
_LONGEST = 1000
_MOST_PLACES = 20


def page(asked: Asked) -> Response:
    """The form, and what became of the words in it."""
    quote = asked.text("quote", most=_LONGEST)
    found = None
    if quote:
        if not any(sign.isalpha() for sign in quote):
            raise UsageError(asked.words.gettext("There is no word in the quotation."))
        found = asked.corpus.check(quote)
    return asked.page(
        "quotation.html",
        quote=quote,
        most=_LONGEST,
        found=found,
        verdicts=VERDICTS,
        relations=RELATIONS,
        ends_of_gap=ends_of_gap,
        places=[] if found is None else [(place, _address(asked, place)) for place in found.places[:_MOST_PLACES]],
    )


def _address(asked: Asked, place: QuotePlace) -> str:
    mark = ",".join(f"{span.start}-{span.end}" for span in place.spans)
    return asked.address("document", id=place.document.id, mark=mark, of=place.passage) + "#mark"
