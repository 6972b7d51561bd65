"""``/openapi.json``, and ``/docs``, the reference that is made from it."""

from __future__ import annotations

import json

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from parley.web.answering import answer, page
from parley.web.models.reference import ReferencePage
from parley.web.options import ServeOptions
from parley.web.reference import reference

router = APIRouter(tags=["reference"])


@router.get("/openapi.json", include_in_schema=False)
async def openapi(request: Request) -> Response:
    """The API's description by OpenAPI 3.1."""
    description = await run_in_threadpool(request.app.openapi)
    return Response(json.dumps(description, ensure_ascii=False), media_type="application/json")


@page(router, "/docs", ReferencePage, summary="What can be asked for, and what the answers hold.")
async def api_reference(request: Request) -> Response:
    """Every endpoint with its parameters and answers, and every model with its fields."""
    return answer(request, "reference.html", await run_in_threadpool(_reference, request.app))


def _reference(app: FastAPI) -> str:
    """The reference as JSON, made once for an application."""
    made: str | None = getattr(app.state, "reference", None)
    if made is None:
        options: ServeOptions = app.state.options
        made = reference(app.openapi(), f"http://127.0.0.1:{options.port}").model_dump_json()
        app.state.reference = made
    return made
