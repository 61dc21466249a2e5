"""HTML of others, made safe. The only importer of nh3."""

import nh3
from markupsafe import Markup

_TAGS = {
    "a", "b", "blockquote", "br", "caption", "cite", "dd", "del", "div", "dl", "dt", "em", "figcaption", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "ins", "li", "ol", "p", "pre", "q", "s", "section", "small", "span", "strong",
    "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "*": {"lang"},
}


def safe_html(html: str) -> Markup:
    """Text, headings, lists, tables and links of some HTML: no picture, script, style, form, frame or id of its own."""
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https"},
        link_rel="noreferrer noopener external nofollow",
    )
    return Markup(cleaned)  # noqa: S704  # sanitised just now
