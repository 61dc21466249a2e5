"""The routes of the interface: worker threads, the same limits as pages, errors in one shape."""

import json
import logging
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from policysearch.errors import PolicySearchError
from policysearch.web.api.document import BASE, openapi
from policysearch.web.api.operations import OPERATIONS, Operation
from policysearch.web.api.problems import problem_of
from policysearch.web.asking import Asked
from policysearch.web.language import words
from policysearch.web.site import Site, Workers

log = logging.getLogger(__name__)


def api_routes(workers: Workers, site: Site) -> list[Route]:
    """A route an operation, and one for the OpenAPI document."""
    return [
        Route(f"{BASE}/openapi.json", _document, name="api-openapi"),
        *(
            Route(f"{BASE}{each.path}", _endpoint(each, workers, site), name=f"api-{each.name}", methods=["GET"])
            for each in OPERATIONS
        ),
    ]


def _endpoint(operation: Operation, workers: Workers, site: Site) -> Callable[[Request], Any]:
    speech = words("en")  # programs read the same words whatever their reader speaks

    async def endpoint(request: Request) -> Response:
        try:
            return await workers.run(lambda corpus: _json(operation.answer(Asked(request, corpus, speech, site))))
        except PolicySearchError as error:
            answer = problem_of(error)
            if answer.status_code >= 500:
                log.error("%s %s: %s", request.method, request.url.path, error)
            return answer

    return endpoint


async def _document(_: Request) -> Response:
    return _json(openapi())


def _json(value: Any) -> Response:
    return Response(json.dumps(value, ensure_ascii=False), media_type="application/json")
