"""``/``: what this ledger is and what is new in it; and which ledger the pages show."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from parley.web.answering import answer, page
from parley.web.listing import FromCatalogue
from parley.web.models.home import HomePage, StatusPage

router = APIRouter(tags=["home"])


@page(router, "/", HomePage, summary="What is in the ledger, and what is new.")
async def home(request: Request, catalogue: FromCatalogue) -> Response:
    """What is in the ledger, and what is new."""
    return answer(request, "home.html", catalogue.get("home", "home"))


@router.get("/status.json", summary="Which ledger the pages show.", response_model=StatusPage)
async def status(request: Request, response: Response, catalogue: FromCatalogue) -> StatusPage:
    """Which ledger the pages show, and whether it has changed since."""
    response.headers["Cache-Control"] = "no-store"
    return StatusPage(
        stamp=catalogue.stamp, stale=request.app.state.keeper.stale, documents=catalogue.count("document")
    )
