"""What connectors share: asking without falling, walking answers whose shape may have changed, dates in Finland."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from policysearch.errors import BudgetError, FetchError, ReadError
from policysearch.extract.dates import day_of_stamp
from policysearch.extract.html import parse
from policysearch.extract.html_tree import flat_text, tidy
from policysearch.model.channel import Channel, Trouble
from policysearch.sources import addresses
from policysearch.sources.connectors import Client, Response

GONE = (404, 410)
"""What a server answers for what it once had."""


class MissedError(Exception):
    """A part of a channel was not read; the connector yields `trouble` and goes on. `status` is the server's."""

    def __init__(self, uri: str, reason: str, *, status: int | None = None) -> None:
        super().__init__(uri, reason)
        self.trouble = Trouble(uri, reason)
        self.status = status


def cut_short(uri: str, read: str, name: str) -> MissedError:
    """A list that goes on where the connector stops: the rest is a gap, and is told as one.

    Args:
        uri: Of the list.
        read: How much of it was read: *300 hits*.
        name: The option of the channel that says so.
    """
    return MissedError(uri, f"goes on after {read}: the rest was not read (option {name} of the channel)")


def ask(
    client: Client, uri: str, *, params: Mapping[str, str | int] | None = None, accept: str | None = None
) -> Response:
    """The answer to a GET that the listing can do without; only a spent budget ends the listing.

    Raises:
        MissedError: There is none.
    """
    try:
        return client.get(uri, params=params, accept=accept)
    except BudgetError:
        raise
    except FetchError as error:
        raise MissedError(uri, str(error), status=error.status) from error


def search(client: Client, uri: str, payload: Any) -> Response:
    """The answer to a search that the listing can do without.

    Raises:
        MissedError: There is none.
    """
    try:
        return client.post_json(uri, payload)
    except BudgetError:
        raise
    except FetchError as error:
        raise MissedError(uri, str(error), status=error.status) from error


def page(response: Response) -> BeautifulSoup:
    """The tree of an HTML answer.

    Raises:
        MissedError: It is no HTML, or nests without end.
    """
    if b"<" not in response.content:
        raise MissedError(response.uri, "answered with something that is no HTML page")
    try:
        return parse(response.text())
    except ReadError as error:
        raise MissedError(response.uri, str(error)) from error


def json_object(response: Response) -> dict[str, Any]:
    """The JSON object of an answer.

    Raises:
        MissedError: It is none.
    """
    try:
        root = json.loads(response.content)
    except (ValueError, RecursionError) as error:
        reason = "answered with something that is no JSON; the interface may have changed"
        raise MissedError(response.uri, reason) from error
    if not isinstance(root, dict):
        raise MissedError(response.uri, "answered with JSON that is no object; the interface may have changed")
    return root


def records(root: Mapping[str, Any], uri: str, *path: str) -> list[dict[str, Any]]:
    """The list of objects at `path`; what stands in it beside objects is left out.

    Raises:
        MissedError: There is no list.
    """
    found = value_at(root, *path)
    if not isinstance(found, list):
        keys = ", ".join(sorted(root)) or "nothing"
        reason = f"answered without the list {'.'.join(path)}: it holds {keys}; the interface may have changed"
        raise MissedError(uri, reason)
    return [item for item in found if isinstance(item, dict)]


def value_at(value: Any, *path: str) -> Any:
    """What stands at `path` in nested objects, else None."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def text_at(value: Any, *path: str) -> str | None:
    """The text at `path`, white space tidied; a list counts by its first text, a number by its digits."""
    found = value_at(value, *path)
    if isinstance(found, list):
        found = next((one for one in found if isinstance(one, str | int) and not isinstance(one, bool)), None)
    if isinstance(found, int) and not isinstance(found, bool):
        found = str(found)
    return tidy(found) or None if isinstance(found, str) else None


def in_language(value: Any, languages: Sequence[str] = ("fi", "sv", "en")) -> tuple[str | None, str | None]:
    """The text of a field that holds one text, or one a language, and its language where the field says so."""
    if isinstance(value, Mapping):
        for language in languages:
            if found := text_at(value, language):
                return found, language
        return None, None
    return text_at({"it": value}, "it"), None


def day_at(value: Any, *path: str) -> dt.date | None:
    """The day, in Finland, of the time stamp at `path`."""
    stamp = text_at(value, *path)
    return day_of_stamp(stamp) if stamp else None


def links(root: Tag | BeautifulSoup, base: str, selector: str = "a[href]") -> Iterator[tuple[str, Tag]]:
    """The `http(s)` addresses that the elements of `selector` lead to, absolute and without fragment, in order."""
    base_tag = root.select_one("base[href]")
    base = urljoin(base, str(base_tag["href"])) if base_tag else base
    for tag in root.select(selector):
        href = tag.get("href")
        if not isinstance(href, str) or not href.strip():
            continue
        try:
            uri = urldefrag(urljoin(base, href.strip())).url
            is_web = urlsplit(uri).scheme in ("http", "https") and bool(urlsplit(uri).hostname)
        except ValueError:
            continue
        if is_web:
            yield uri, tag


def canonical(uri: str) -> str:
    """An address in one spelling (`sources.addresses`); what is no web address stays, for the pull to refuse."""
    try:
        return addresses.canonical(uri)
    except FetchError:
        return uri


def label_of(tag: Tag) -> str | None:
    """The words of a link, None where it has none."""
    return flat_text(tag) or None


def option(channel: Channel, name: str, default: str) -> str:
    """A text among the options of a channel."""
    value = channel.options.get(name, default)
    return value if isinstance(value, str) else str(value)


def count_option(channel: Channel, name: str, default: int) -> int:
    """A number among the options of a channel; anything else counts as the default."""
    value = channel.options.get(name, default)
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else default


def list_option(channel: Channel, name: str) -> tuple[str, ...]:
    """A list of texts among the options of a channel; one text is a list of itself."""
    value = channel.options.get(name, ())
    return (value,) if isinstance(value, str) else tuple(str(one) for one in value)
