"""The OpenAPI document of the interface, made of its table of operations."""

from functools import cache
from typing import Any

from policysearch import __version__
from policysearch.web.api.operations import ERRORS, OPERATIONS, Operation, Parameter
from policysearch.web.api.problems import MEDIA_TYPE
from policysearch.web.api.shapes import SHAPES
from policysearch.web.api.shaping import of

BASE = "/api/v1"


@cache
def openapi() -> dict[str, Any]:
    """The document (OpenAPI 3.1)."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "policysearch",
            "version": __version__,
            "description": "What pages of policysearch show, as records (docs/record-shapes.md). Read only.",
        },
        "servers": [{"url": BASE}],
        "paths": {operation.path: {"get": _operation(operation)} for operation in OPERATIONS},
        "components": {
            "schemas": dict(SHAPES),
            "responses": {
                status: {"description": about, "content": {MEDIA_TYPE: {"schema": of("Problem")}}}
                for status, about in ERRORS.items()
            },
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "basic": {"type": "http", "scheme": "basic"},
            },
        },
        "security": [{}, {"bearer": []}, {"basic": []}],
    }


def _operation(operation: Operation) -> dict[str, Any]:
    return {
        "operationId": operation.name,
        "summary": operation.about,
        "parameters": [_parameter(operation, each) for each in operation.parameters],
        "responses": {
            "200": {"description": "The answer.", "content": {"application/json": {"schema": operation.shape}}},
            **{status: {"$ref": f"#/components/responses/{status}"} for status in ERRORS},
        },
    }


def _parameter(operation: Operation, parameter: Parameter) -> dict[str, Any]:
    is_path = f"{{{parameter.name}}}" in operation.path
    return {
        "name": parameter.name,
        "in": "path" if is_path else "query",
        "description": parameter.about,
        "schema": parameter.shape,
        **({"required": True} if parameter.needed else {}),
    }
