"""The ways through the page that stand at its head."""

from dataclasses import dataclass

from starlette.requests import Request

from policysearch.web.labels import N_

NAVIGATION: tuple[tuple[str, str], ...] = (
    ("search", N_("Search")),
    ("commitments", N_("Commitments")),
    ("deadlines", N_("Deadlines")),
    ("actors", N_("Actors")),
    ("cases", N_("Cases and meetings")),
    ("corpus", N_("Documents")),
    ("concordance", N_("Occurrences")),
    ("quotation", N_("Check a quotation")),
)
"""Route and message of each; those without a route are not shown."""


@dataclass(frozen=True, slots=True)
class Way:
    """One of them; `is_here` where the page, or one under it, is being read."""

    message: str
    address: str
    is_here: bool


def navigation(request: Request) -> tuple[Way, ...]:
    """The ways that there are."""
    here = request.scope["path"]
    ways = []
    for route, message in NAVIGATION:
        if route in request.app.state.parameters:
            path = str(request.app.url_path_for(route))
            ways.append(Way(message, path, here == path or (path != "/" and here.startswith(f"{path}/"))))
    return tuple(ways)
