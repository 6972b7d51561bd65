"""Every page as HTML or as its JSON twin: the templates are given what the JSON holds, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic import BaseModel

from parley.version import __version__
from parley.web.models.problem import Problem
from parley.web.options import ServeOptions
from parley.web.wording import FILTERS, LABELS

Handler = TypeVar("Handler", bound=Callable[..., Any])
NAVIGATION = (
    ("/timeline", "Timeline"),
    ("/pledges", "Pledges"),
    ("/claims", "Claims"),
    ("/outlook", "Outlook"),
    ("/positions", "Positions"),
    ("/people", "People"),
    ("/documents", "Documents"),
)
_JSON = "application/json"
_WEIGHT = re.compile(r"[01](\.[0-9]{0,3})?")


def answer(request: Request, template: str, content: BaseModel | str, status: int = 200) -> Response:
    """``content``, a model or its JSON, as JSON or drawn by ``template`` (which knows it as ``page``)."""
    text = content if isinstance(content, str) else content.model_dump_json()
    headers = {"Vary": "Accept"}
    if wants_json(request):
        return Response(text, status, headers, _JSON)
    return HTMLResponse(render(request, template, json.loads(text)), status, headers)


def compose(**parts: object) -> str:
    """A JSON object of models, plain values, and ``Raw`` texts that are JSON already."""
    return "{" + ",".join(f"{json.dumps(name)}:{_as_json(value)}" for name, value in parts.items()) + "}"


class Raw(str):
    """A text that is JSON already."""


def raw_list(items: Sequence[str]) -> Raw:
    """A JSON array of texts that are JSON already."""
    return Raw(f"[{','.join(items)}]")


def wants_json(request: Request) -> bool:
    """Whether a program asks: by the end of the address, or by preferring JSON to HTML."""
    if request.url.path.endswith(".json"):
        return True
    accepted = request.headers.get("accept", "")
    return _weight(accepted, _JSON) > _weight(accepted, "text/html")


def render(request: Request, template: str, page: Mapping[str, Any]) -> str:
    """A page of HTML. Every word in it is escaped."""
    options: ServeOptions = request.app.state.options
    return (
        templates()
        .get_template(template)
        .render(
            page=page,
            path=quote(request.url.path.removesuffix(".json")),
            query=request.url.query,
            params=request.query_params,
            site={
                "navigation": NAVIGATION,
                "edit": options.edit,
                "token": options.token,
                "ledger": options.ledger.name,
                "stamp": request.app.state.keeper.catalogue.stamp,
                "version": __version__,
            },
        )
    )


@cache
def templates() -> Environment:
    """The templates: everything escaped, nothing undefined."""
    environment = Environment(
        loader=PackageLoader("parley.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(FILTERS)
    environment.globals["labels"] = LABELS
    return environment


def load_templates() -> None:
    """Compile every template now rather than for the first who asks."""
    for name in templates().list_templates():
        templates().get_template(name)


def page(router: APIRouter, path: str, model: type[BaseModel], *, summary: str) -> Callable[[Handler], Handler]:
    """Register a handler for a page at ``path`` and for its JSON twin at ``path.json``."""
    html: dict[str, Any] = {"text/html": {"schema": {"type": "string"}}}
    problems: dict[int | str, dict[str, Any]] = {
        code: {"model": Problem, "description": words}
        for code, words in ((404, "There is no such thing."), (422, "A value cannot be used."))
    }

    def register(handler: Handler) -> Handler:
        name = handler.__name__
        twin = "/index.json" if path == "/" else f"{path}.json"
        router.add_api_route(
            twin,
            handler,
            methods=["GET"],
            response_class=Response,
            responses={200: {"model": model, "description": summary}, **problems},
            summary=summary,
            operation_id=f"{name}_json",
        )
        router.add_api_route(
            path,
            handler,
            methods=["GET"],
            response_class=HTMLResponse,
            responses={200: {"model": model, "content": html, "description": summary}, **problems},
            summary=f"{summary} As a page, or as JSON for who prefers that.",
            operation_id=name,
        )
        return handler

    return register


def _as_json(value: object) -> str:
    if isinstance(value, Raw):
        return value
    if isinstance(value, BaseModel):
        return value.model_dump_json()
    if isinstance(value, (list, tuple)):
        return f"[{','.join(_as_json(each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False)


def _weight(accepted: str, media: str) -> float:
    """How much a media type is wanted by an Accept header; the closest of its ranges counts."""
    kind = media.split("/")[0]
    found: dict[str, float] = {}
    for part in accepted.split(","):
        name, *settings = (word.strip() for word in part.split(";"))
        weight = next((word[2:] for word in settings if word.startswith("q=")), "1")
        found[name.lower()] = float(weight) if _WEIGHT.fullmatch(weight) else 0.0
    return next((found[name] for name in (media, f"{kind}/*", "*/*") if name in found), 0.0)
