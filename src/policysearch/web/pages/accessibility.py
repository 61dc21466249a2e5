"""What is known of how accessible the pages are, and whom to tell of a fault."""

from starlette.responses import Response

from policysearch.web.asking import Asked


def page(asked: Asked) -> Response:
    """The statement; it says what tests/web/test_every_page.py and test_browser.py test, and no more."""
    feedback = asked.site.settings.feedback
    return asked.page("accessibility.html", feedback=feedback, is_mail="@" in feedback and "://" not in feedback)
