"""The API's description, ``/openapi.json``: what FastAPI makes of the routes, with our one shape of errors."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from parley.web.models.problem import Problem
from parley.web.problems import PROBLEM_JSON

ABOUT = (
    "A ledger of climate diplomacy. Every page of the browser answers with JSON at the same path with .json at its "
    "end, or by preferring application/json in the header Accept.\n\n"
    "Names of paths, operations and fields do not change within a major version; fields may be added. Every error is "
    "a problem by RFC 9457 with a detail that says what was wrong and what to do. Parameters that are not listed are "
    "refused. Answers have an ETag: with If-None-Match what has not changed is not sent again.\n\n"
    "What changes something is asked for by POST with the token that every page carries in its forms, as the field "
    "token or in the header X-Parley-Token; it is another after each start of the server."
)
TAGS = (
    ("home", "What the ledger holds, and what is new in it."),
    ("timeline", "Events by time, each with its life, its reports and their words."),
    ("conflicts", "Where documents contradict each other."),
    ("pledges", "What Parties have pledged, how firmly, and what pledges of record say."),
    ("claims", "Figures and facts that documents state, held against data."),
    ("documents", "Texts with every record in place."),
    ("reading room", "Documents read without being kept."),
    ("outlook", "World emissions and warming with some pledges or others."),
    ("people", "Who is named, in which offices, with whom they met and what they said."),
    ("positions", "What Parties hold on issues, through time."),
    ("search", "Everything that holds some words."),
    ("judgements", "What people have decided about the links between reports."),
    ("reference", "This description."),
)
_METHODS = ("get", "post")


def operation_id(route: APIRoute) -> str:
    """The stable name of an operation: that of its function."""
    return f"{route.name}_json" if route.path.endswith(".json") and not route.name.endswith("_json") else route.name


def describe(app: FastAPI) -> dict[str, Any]:
    """The description of an application, made once."""
    if app.openapi_schema is None:
        description = FastAPI.openapi(app)
        schemas = description.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        used = set()
        for path, operations in description["paths"].items():
            twin = description["paths"].get("/index.json" if path == "/" else f"{path}.json", {}).get("get")
            for method in _METHODS:
                if method in operations:
                    if twin and method == "get":
                        _describe_twin(operations[method], twin)
                    _describe_errors(operations[method], path)
                    used.update(operations[method].get("tags", ()))
        description["tags"] = [{"name": name, "description": words} for name, words in TAGS if name in used]
    return app.openapi_schema or {}


def _describe_twin(operation: dict[str, Any], twin: dict[str, Any]) -> None:
    """A page also answers with the JSON of its twin, for who prefers that."""
    json = twin["responses"]["200"]["content"]
    operation["responses"]["200"]["content"] = {"text/html": {"schema": {"type": "string"}}, **json}


def _describe_errors(operation: dict[str, Any], path: str) -> None:
    """Every error of an operation is a problem: as JSON, or as a page for who does not prefer that."""
    problem: dict[str, Any] = {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    answers = operation["responses"]
    content = problem if path.endswith(".json") else {**problem, "text/html": {"schema": {"type": "string"}}}
    for status, answer in answers.items():
        if status.startswith("3"):
            answer.pop("content", None)
        if status.startswith(("4", "5")):
            answer["content"] = content
            if answer["description"] == "Validation Error":
                answer["description"] = "A value cannot be used."
    answers["default"] = {"description": "Any other error.", "content": content}
