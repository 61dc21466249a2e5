"""Templates. The only importer of Jinja2."""

import functools
import hashlib
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from policysearch.web import labels
from policysearch.web.language import words
from policysearch.web.sayings import said


def render(code: str, template: str, context: dict[str, Any]) -> str:
    """A page in the language `code`; everything in `context` is escaped unless it is `Markup`."""
    return _environment(code).get_template(template).render(context)


@functools.cache
def static_file(name: str) -> tuple[bytes, str]:
    """A file of the package's `static` folder and its hash; KeyError for any other name."""
    if name not in STATIC:
        raise KeyError(name)
    data = resources.files(__package__).joinpath("static", name).read_bytes()
    return data, hashlib.sha256(data).hexdigest()[:16]


STATIC = {
    "style.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""Files that the page is made of, with their types."""


@functools.cache
def _environment(code: str) -> Environment:
    made = Environment(
        loader=PackageLoader(__package__),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    speech = words(code)
    made.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        speech.gettext, speech.ngettext, newstyle=True, pgettext=speech.pgettext
    )
    made.filters |= {
        "day": speech.date,
        "moment": speech.moment,
        "number": speech.number,
        "label": functools.partial(labels.label, speech.gettext),
        "said": functools.partial(said, speech),
    }
    made.globals |= {"words": speech, "static": lambda name: f"/static/{name}?v={static_file(name)[1]}"}
    return made
