"""The application: its table of routes, and what becomes of errors."""

import logging
import re
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from policysearch.errors import PolicySearchError, QueryError, UsageError, WithheldError
from policysearch.model.text import Span
from policysearch.web.adding import Adding
from policysearch.web.api.problems import NOT_FOUND, PREFIX, problem
from policysearch.web.api.routes import api_routes
from policysearch.web.asking import Asked, page
from policysearch.web.forms import COOKIE as FORM_COOKIE
from policysearch.web.forms import MOST_BODY, Form, OldFormError, may_write, read_form, secret_of
from policysearch.web.language import LANGUAGES, Words, preferred, words
from policysearch.web.marking import marked
from policysearch.web.pages import (
    accessibility,
    actors,
    by_hand,
    cases,
    commitments,
    concordance,
    corpus,
    deadlines,
    document,
    feeds,
    login,
    measures,
    originals,
    quotation,
    reviews,
    search,
)
from policysearch.web.pages import adding as adding_page
from policysearch.web.rendering import STATIC, static_file
from policysearch.web.sayings import said
from policysearch.web.security import Guard
from policysearch.web.site import Site, Workers

Page = Callable[[Asked], Response]
Take = Callable[[Asked, Form], Response]

PAGES: tuple[tuple[str, str, Page], ...] = (
    # Path, name of the route, and the function that answers it in a worker thread.
    ("/", "search", search.page),
    ("/search.{form}", "search-export", search.export_page),
    ("/feeds/search", "search-feed", feeds.search),
    ("/feeds/commitments", "commitments-feed", feeds.commitments),
    ("/documents/{id}", "document", document.page),
    ("/documents/{id}/pages/{page}", "page", originals.page),
    ("/documents/{id}/pages/{page}/picture.png", "picture", originals.picture),
    ("/documents/{id}/article", "article", originals.article),
    ("/documents/{id}/original", "original", originals.original),
    ("/documents/{id}/measures", "measures", measures.page),
    ("/documents/{id}/measures.{form}", "measures-export", measures.export_page),
    ("/passages/{id}", "passage", document.passage),
    ("/commitments", "commitments", commitments.page),
    ("/commitments.{form}", "commitments-export", commitments.export_page),
    ("/commitments/years", "commitments-years", commitments.by_year),
    ("/commitments/{id}", "commitment", document.passage),
    ("/commitments/{id}/thread", "thread", commitments.thread),
    ("/evidence/{id}.html", "evidence", commitments.evidence),
    ("/deadlines", "deadlines", deadlines.page),
    ("/deadlines.ics", "deadlines-calendar", deadlines.calendar_page),
    ("/actors", "actors", actors.page),
    ("/actors/{id:path}", "actor", actors.actor_page),
    ("/cases", "cases", cases.page),
    ("/cases/{number:path}", "case", cases.case),
    ("/meetings", "meetings", cases.series),
    ("/meetings/{document}", "meeting", cases.meeting),
    ("/meetings/{document}/sheet.{form}", "meeting-file", cases.sheet_file),
    ("/corpus", "corpus", corpus.page),
    ("/corpus/coverage", "coverage", corpus.coverage),
    ("/concordance", "concordance", concordance.page),
    ("/concordance.{form}", "concordance-export", concordance.export_page),
    ("/concordance/years", "frequency", concordance.frequency),
    ("/concordance/years.{form}", "frequency-export", concordance.frequency_export),
    ("/quotation", "quotation", quotation.page),
    ("/accessibility", "accessibility", accessibility.page),
    ("/deadlines.{form}", "deadlines-export", deadlines.export_page),
)

FORMS: tuple[tuple[str, str, Page, Take], ...] = (
    # Path, name, the function that shows the form, and the one that takes what was sent.
    ("/commitments/{id}/review", "review", reviews.page, reviews.keep),
    ("/documents/{id}/mark", "mark", by_hand.page, by_hand.keep),
)

log = logging.getLogger(__name__)
_SECONDS_WAITED = 8
_LANGUAGE_SECONDS = 365 * 24 * 3600


def create_app(site: Site) -> ASGIApp:
    """The application over one corpus, guarded."""
    workers, adding = Workers(site), Adding(site.settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await workers.open()
        yield
        workers.close()
        adding.close()

    routes = [
        *(Route(path, _endpoint(answer, workers, site), name=name) for path, name, answer in PAGES),
        *(Route(path, _endpoint(show, workers, site, forms=True), name=name) for path, name, show, _ in FORMS),
        *(
            Route(path, _taking(take, workers, site), name=f"{name}-sent", methods=["POST"])
            for path, name, _, take in FORMS
        ),
        Route("/add", _endpoint(adding_page.page, workers, site, forms=True), name="add"),
        Route("/add", _taking_files(adding, workers, site), name="add-sent", methods=["POST"]),
        Route(
            "/add/{id}",
            _endpoint(lambda asked: adding_page.outcome(asked, adding), workers, site, forms=True),
            name="added",
        ),
        *api_routes(workers, site),
        Route("/login", login.endpoint(site), name="login", methods=["GET", "POST"]),
        Route("/static/{name}", _static, name="static"),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={HTTPException: _http_error(site), Exception: _bug(site)},
        lifespan=lifespan,
    )
    app.state.parameters = {route.name: frozenset(route.param_convertors) for route in routes}
    return Guard(app, site)  # outermost, so that its headers are on the answer to a bug as well


def spoken(request: Request) -> Words:
    """The language of a request: asked for in the address, kept in a cookie, or liked by the browser."""
    for code in (request.query_params.get("lang"), request.cookies.get("lang")):
        if code in LANGUAGES:
            return words(str(code))
    return words(preferred(request.headers.get("accept-language", "")))


def _endpoint(answer: Page, workers: Workers, site: Site, *, forms: bool = False) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        speech = spoken(request)
        if forms and not may_write(request, site):
            return _forbidden(request, site)
        secret = secret_of(request) if forms else ""
        try:
            response = await workers.run(lambda opened: answer(Asked(request, opened, speech, site, secret)))
        except PolicySearchError as error:
            response = _error_page(request, speech, site, error)
        if forms:
            is_safe = request.url.scheme == "https"
            response.set_cookie(FORM_COOKIE, secret, httponly=True, samesite="strict", secure=is_safe)
        response.headers.setdefault("Vary", "Accept-Language, Cookie")
        if request.query_params.get("lang") in LANGUAGES:
            response.set_cookie("lang", speech.code, max_age=_LANGUAGE_SECONDS, samesite="lax", httponly=True)
        return response

    return endpoint


def _taking_files(adding: Adding, workers: Workers, site: Site) -> Callable[[Request], Any]:
    """Takes the files, and waits a little, so that the outcome of a small one is seen at once."""

    def take(asked: Asked, form: Form) -> Response:
        return adding_page.take(asked, form, adding)

    taking = _taking(take, workers, site, most=adding_page.MOST_MB * 2**20, most_files=adding_page.MOST_FILES)

    async def endpoint(request: Request) -> Response:
        response: Response = await taking(request)
        if response.status_code == 303:
            id_ = response.headers["location"].rpartition("/")[2]
            await run_in_threadpool(adding.wait, id_, _SECONDS_WAITED)
        return response

    return endpoint


def _taking(
    take: Take, workers: Workers, site: Site, *, most: int = MOST_BODY, most_files: int = 0
) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        speech = spoken(request)
        if not may_write(request, site):
            return _forbidden(request, site)
        try:
            form = await read_form(request, site, most=most, most_files=most_files)
        except OldFormError:
            return page(request, speech, site, "errors/old_form.html", 403, {})
        secret = secret_of(request)
        try:
            return await workers.run(
                lambda opened: take(Asked(request, opened, speech, site, secret), form), reads=False
            )
        except PolicySearchError as error:
            return _error_page(request, speech, site, error)

    return endpoint


def _forbidden(request: Request, site: Site) -> Response:
    return page(request, spoken(request), site, "errors/forbidden.html", 403, {})


def _error_page(request: Request, speech: Words, site: Site, error: PolicySearchError) -> Response:
    if isinstance(error, WithheldError):
        return page(request, speech, site, "errors/withheld.html", 404, {"why": said(speech, str(error))})
    if isinstance(error, NOT_FOUND):
        return page(request, speech, site, "errors/not_found.html", 404, {})
    if isinstance(error, QueryError):
        return page(request, speech, site, "errors/query.html", 400, _place(request, speech, error))
    if isinstance(error, UsageError):
        return page(request, speech, site, "errors/bad_request.html", 400, {"message": str(error)})
    log.error("%s %s: %s", request.method, request.url.path, error)
    return page(request, speech, site, "errors/failed.html", 503, {})


def _place(request: Request, speech: Words, error: QueryError) -> dict[str, Any]:
    """The query with the place marked, what is wrong there, and the nearest query that can be read."""
    query = request.query_params.get("q", "").strip()
    wrong = re.sub(r" \(character \d+ of the query\)$", "", str(error).partition("\n")[0])
    sentence, language = said(speech, wrong)
    at = min(error.at or 0, max(len(query) - 1, 0))
    return {
        "query": query,
        "place": marked(query, [Span(at, at + 1)], hidden="") if query and error.at is not None else None,
        "said": sentence,
        "said_in": language,
        "nearest": error.suggestion,
    }


def _http_error(site: Site) -> Callable[[Request, Exception], Response]:
    def handle(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if request.url.path.startswith(PREFIX):
            return problem(error.status_code, error.detail, headers=error.headers)
        if error.status_code == 404:
            return page(request, spoken(request), site, "errors/not_found.html", 404, {})
        return PlainTextResponse(error.detail, error.status_code, error.headers)

    return handle


def _bug(site: Site) -> Callable[[Request, Exception], Response]:
    def handle(request: Request, error: Exception) -> Response:
        log.error("%s %s\n%s", request.method, request.url.path, "".join(traceback.format_exception(error)))
        if request.url.path.startswith(PREFIX):
            return problem(500, "This is a fault of policysearch, and it is in its log.")
        return page(request, spoken(request), site, "errors/failed.html", 500, {})

    return handle


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    data, key = static_file(name)
    kept = "public, max-age=31536000, immutable" if request.query_params.get("v") == key else "no-cache"
    return Response(data, media_type=STATIC[name], headers={"Cache-Control": kept})
