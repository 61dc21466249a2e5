"""Errors of the interface: one shape for all of them, problem details (RFC 9457)."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from policysearch.errors import (
    ActorNotFoundError,
    CaseNotFoundError,
    DocumentNotFoundError,
    PictureError,
    PolicySearchError,
    QueryError,
    ThreadNotFoundError,
    UsageError,
)

PREFIX = "/api/"
MEDIA_TYPE = "application/problem+json"
NOT_FOUND = (ActorNotFoundError, CaseNotFoundError, DocumentNotFoundError, PictureError, ThreadNotFoundError)


def problem(
    status: int, detail: str, *, headers: Mapping[str, str] | None = None, more: Mapping[str, Any] | None = None
) -> Response:
    """An answer that says what is wrong; `more` are fields beside those of every problem."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **(more or {}),
    }
    return Response(
        json.dumps(body, ensure_ascii=False), status, media_type=MEDIA_TYPE, headers=dict(headers) if headers else None
    )


def problem_of(error: PolicySearchError) -> Response:
    """What an error of the library becomes: not found 404, a bad value or query 400, anything else 503."""
    if isinstance(error, NOT_FOUND):
        return problem(404, str(error))
    if isinstance(error, QueryError):
        return problem(400, str(error), more={"at": error.at, "suggestion": error.suggestion})
    if isinstance(error, UsageError):
        return problem(400, str(error))
    return problem(503, "The corpus cannot answer now.")  # the message may name folders of the machine
