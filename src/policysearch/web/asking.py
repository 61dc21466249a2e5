"""One request as a page sees it: what is asked for, the corpus, the language, and how to answer."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from policysearch.corpus import Corpus
from policysearch.errors import UsageError
from policysearch.model.meeting import SHEET_LANGUAGES, SheetLanguage
from policysearch.model.text import Span
from policysearch.web.forms import may_write, token_of
from policysearch.web.language import LANGUAGES, Words
from policysearch.web.marking import marked
from policysearch.web.navigation import navigation
from policysearch.web.rendering import render
from policysearch.web.sayings import said
from policysearch.web.site import Site

MOST_QUERY = 1000
"""Code points of a query, and of any other text that is asked for."""
MOST_OFFSET = 100_000
_SAFE = "/:@!$&'()*+,;=~"
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, and the corpus that answers it.

    Every value that comes from the request is read by a method that knows its kind and its limits; what is not of
    its kind ends as a page that says so (400).
    """

    request: Request
    corpus: Corpus
    words: Words
    site: Site
    form_secret: str = ""

    def text(self, name: str, *, most: int = MOST_QUERY) -> str:
        """A text of the address, without blanks around it; empty where there is none."""
        value = self.request.query_params.get(name, "").strip()
        if len(value) > most:
            said = self.words.gettext("%(name)s has %(length)s characters; at most %(most)s are read.")
            raise UsageError(said % {"name": name, "length": len(value), "most": most})
        if "\0" in value:
            raise UsageError(self.words.gettext("%(name)s holds a character that no text has.") % {"name": name})
        return value

    def number(self, name: str, *, default: int, least: int = 0, most: int = MOST_OFFSET) -> int:
        """A whole number of the address."""
        value = self.text(name, most=20)
        if not value:
            return default
        if not (value.isascii() and value.isdecimal() and least <= int(value) <= most):
            said = self.words.gettext("%(name)s must be a whole number from %(least)s to %(most)s.")
            raise UsageError(said % {"name": name, "least": least, "most": most})
        return int(value)

    def choice(self, name: str, values: Sequence[str], *, default: str | None = None) -> str | None:
        """One of `values`, or the default where there is none."""
        value = self.text(name, most=100)
        if value and value not in values:
            said = self.words.gettext("%(name)s must be one of: %(values)s.")
            raise UsageError(said % {"name": name, "values": ", ".join(values)})
        return value or default

    def choices(self, name: str, values: Sequence[str]) -> tuple[str, ...]:
        """All values of the address under that name, each of `values`, once."""
        found = tuple(dict.fromkeys(self.request.query_params.getlist(name)))
        if not set(found) <= set(values):
            said = self.words.gettext("%(name)s must be one of: %(values)s.")
            raise UsageError(said % {"name": name, "values": ", ".join(values)})
        return found

    def switch(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self.text(name, most=10) not in ("", "0", "no")

    def day(self, name: str) -> dt.date | None:
        """A day as 2024-05-31, which is what the browser's own field for a day sends."""
        value = self.text(name, most=20)
        if not value:
            return None
        match = _DAY.fullmatch(value)
        try:
            return dt.date(*map(int, match.groups())) if match else _refuse(value)
        except ValueError:
            said = self.words.gettext("%(name)s must be a day such as 2024-05-31.")
            raise UsageError(said % {"name": name}) from None

    def path(self, name: str) -> str:
        """A part of the path, an id: only ever looked up in the store."""
        return str(self.request.path_params[name])

    def address(self, route: str, /, **values: Any) -> str:
        """The address of a route: path parameters and, for those that the path has not, the query."""
        return address_of(self.request, route, values)

    def here(self, **changes: Any) -> str:
        """The address of this page with some parameters changed; None takes one out, a list gives several."""
        kept = [(name, value) for name, value in self.request.query_params.multi_items() if name not in changes]
        return _with_query(own_path(self.request), [*kept, *_pairs(changes)])

    @property
    def may_write(self) -> bool:
        """Whether this reader may review and add documents."""
        return may_write(self.request, self.site)

    @property
    def form_token(self) -> str:
        """What a form of this page must bring along."""
        return token_of(self.form_secret, self.site)

    @property
    def language(self) -> SheetLanguage:
        """The language of files that are made for the reader."""
        return next((code for code in SHEET_LANGUAGES if code == self.words.code), "fi")

    @property
    def hidden(self) -> str:
        """What is said where a contact detail is covered."""
        return self.words.gettext("contact detail hidden")

    def marked(self, text: str, spans: Iterable[Span], *, offset: int = 0) -> Markup:
        """Text of a document as HTML, with `spans` of the document marked; `offset` is where `text` begins in it."""
        return marked(text, spans, offset=offset, hidden=self.hidden)

    def page(self, template: str, /, *, status: int = 200, **context: Any) -> Response:
        """A page of HTML."""
        withheld = self.corpus.withheld_note
        own = {"asked": self, "withheld": said(self.words, withheld) if withheld else None}
        return page(self.request, self.words, self.site, template, status, {**own, **context})

    def not_found(self) -> Response:
        """The page that says so."""
        return self.page("errors/not_found.html", status=404)

    def go(self, address: str) -> Response:
        """Lead on to another page."""
        return RedirectResponse(address, status_code=303)


def page(
    request: Request, words: Words, site: Site, template: str, status: int, context: Mapping[str, Any]
) -> Response:
    """A page of HTML, also where there is no corpus to ask (an error page, the login)."""
    own = {
        "here": own_path(request),
        "languages": LANGUAGES,
        "switch": lambda code: _with_query(
            own_path(request),
            [*[(n, v) for n, v in request.query_params.multi_items() if n != "lang"], ("lang", code)],
        ),
        "address": lambda route, /, **values: address_of(request, route, values),
        "navigation": navigation(request),
        "site": site,
    }
    return HTMLResponse(render(words.code, template, own | dict(context)), status_code=status)


def own_path(request: Request) -> str:
    """The path that was asked for, as a link of ours: it never leads to another site, whatever it looks like."""
    return "/" + quote(str(request.scope["path"]).lstrip("/"), safe=_SAFE)


def address_of(request: Request, route: str, values: Mapping[str, Any]) -> str:
    """The path of a route with `values` in it, and those that it does not name as a query behind."""
    names = request.app.state.parameters[route]
    path = request.app.url_path_for(route, **{name: values[name] for name in names})
    return _with_query(
        quote(str(path), safe=_SAFE),
        _pairs({name: value for name, value in values.items() if name not in names}),
    )


def _pairs(values: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [
        (name, each)
        for name, value in values.items()
        for each in (value if isinstance(value, list | tuple) else [value])
        if each is not None and each != ""
    ]


def _with_query(path: str, pairs: list[tuple[str, Any]]) -> str:
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _refuse(value: str) -> dt.date:
    raise ValueError(value)
