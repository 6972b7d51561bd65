"""``/outlook``: what pledges add up to, changed as one likes, and what every figure rests on."""

from __future__ import annotations

import json
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import Field

from parley.outlook import iamc
from parley.outlook.rows import COLUMNS, rows
from parley.outlook.told import told, told_coal
from parley.pathways.party_codes import party_code
from parley.web.answering import answer, page
from parley.web.models.outlook import (
    OutlookPage,
    OutlookPartyPage,
    OutlookRun,
    OutlookSharesPage,
    OutlookSourcesPage,
    SinceParisPage,
)
from parley.web.models.problem import Problem
from parley.web.outlook_controls import controls_of, scenario_of_form
from parley.web.outlook_drawing import draw_emissions, draw_warming, odds_parts
from parley.web.outlook_levers import levers_of
from parley.web.outlook_moves import moves_page
from parley.web.outlook_party import party_page
from parley.web.outlook_runs import Ran, Runs, runs_of
from parley.web.outlook_scenario import Scenario, ScenarioQuery, scenario_at
from parley.web.outlook_sources import shares_page, sources_page
from parley.web.outlook_told import alternatives, series_of, tell_run, warming_of
from parley.web.spreadsheet import CSV, write_csv

router = APIRouter(tags=["outlook"])

FromRuns = Annotated[Runs, Depends(runs_of)]
Asked = Annotated[ScenarioQuery, Query()]
_CURRENT = Scenario.of(policy="current")
_RECORD = Scenario.of()
_PROBLEM: dict[int | str, dict[str, Any]] = {422: {"model": Problem, "description": "A value cannot be used."}}


class FigureQuery(ScenarioQuery):
    """A figure of an outlook."""

    figure: str = Field(
        default="warming.2100",
        max_length=30,
        description="warming.2100, warming.2050.95, warming.peak, emissions.2030 or odds.1.5.",
    )


@page(router, "/outlook", OutlookPage, summary="What pledges add up to: emissions, warming, odds.")
async def outlook(request: Request, asked: Asked, runs: FromRuns) -> Response:
    """The outlook of a scenario with its drawing and all controls."""
    scenario = asked.scenario()
    ran, start, record, current = [await runs.run(each) for each in (scenario, scenario.start, _RECORD, _CURRENT)]
    return answer(request, "outlook.html", await runs.work(partial(_page, ran, start, record, current)))


@router.get(
    "/outlook/run.json",
    response_class=Response,
    responses={200: {"model": OutlookRun, "description": "What changes with a scenario."}, **_PROBLEM},
    summary="What a scenario comes to, for a page that follows a slider.",
)
async def outlook_run(asked: Asked, runs: FromRuns) -> Response:
    """The whole ensemble, run for one scenario."""
    ran, record = await runs.run(asked.scenario()), await runs.run(_RECORD)
    return Response(await runs.work(lambda: tell_run(ran, record).model_dump_json()), media_type="application/json")


@router.get(
    "/outlook/choose",
    include_in_schema=False,
)
async def choose(request: Request, runs: FromRuns) -> Response:
    """The scenario of a form that was sent without JavaScript: on to its address."""
    form: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        form.setdefault(name, []).append(value)
    before = scenario_at(next(iter(form.pop("was", ())), ""))
    ran, start = await runs.run(before), await runs.run(before.start)
    parties = await runs.work(partial(levers_of, ran, start))
    wanted = scenario_of_form(form, before, parties)
    return RedirectResponse(f"/outlook?{wanted.address}".rstrip("?"), 303)


@page(router, "/outlook/shares", OutlookSharesPage, summary="Each Party's and each pledge's share of the change.")
async def outlook_shares(request: Request, asked: Asked, runs: FromRuns) -> Response:
    """What each pledge changes the median warming of 2100 by; worked out on demand, in a second or two."""
    ran, shares = await runs.shares(asked.scenario())
    return answer(request, "outlook_shares.html", shares_page(ran, shares))


@page(router, "/outlook/sources", OutlookSourcesPage, summary="What a figure of the outlook rests on.")
async def outlook_sources(request: Request, asked: Annotated[FigureQuery, Query()], runs: FromRuns) -> Response:
    """From a figure down to Parties, pledges with their words, and data."""
    ran, found = await runs.sources(asked.scenario(), asked.figure)
    return answer(request, "outlook_sources.html", await runs.work(partial(sources_page, ran, found)))


@page(router, "/outlook/since-paris", SinceParisPage, summary="How the outlook has moved since Paris.")
async def outlook_since_paris(request: Request, asked: Asked, runs: FromRuns) -> Response:
    """The outlook of every day on which the book of record changed."""
    scenario = asked.scenario().start
    moves = await runs.moves(scenario)
    return answer(request, "outlook_moves.html", await runs.work(partial(moves_page, moves, scenario)))


@router.get(
    "/outlook/full.json",
    response_class=Response,
    responses={200: {"content": {"application/json": {}}, "description": "Everything."}, **_PROBLEM},
    summary="Everything, as parley outlook --format json --no-shares writes it.",
)
async def outlook_full(asked: Asked, runs: FromRuns) -> Response:
    """Each figure with its unit, each pledge with its source, each step of each derivation."""
    ran = await runs.run(asked.scenario())
    return Response(await runs.work(partial(_full, ran)), media_type="application/json")


@router.get(
    "/outlook.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "One number a row."}, **_PROBLEM},
    summary="The outlook as rows with one number each.",
)
async def outlook_csv(asked: Asked, runs: FromRuns) -> Response:
    """As parley outlook --format csv --no-shares writes it."""
    ran = await runs.run(asked.scenario())
    text = await runs.work(lambda: write_csv(COLUMNS, rows(ran.outlook, None, ran.coal)))
    return _download(text, "outlook.csv")


@router.get(
    "/outlook.iamc.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "IAMC rows."}, **_PROBLEM},
    summary="The outlook in the variables of climate-assessment.",
)
async def outlook_iamc(asked: Asked, runs: FromRuns) -> Response:
    """As parley outlook --format iamc writes it, without added coal."""
    ran = await runs.run(asked.scenario())
    text = await runs.work(lambda: write_csv(iamc.header(ran.outlook), iamc.rows(ran.outlook)))
    return _download(text, "outlook.iamc.csv")


@page(router, "/outlook/{party}", OutlookPartyPage, summary="A Party's pathway under its pledges.")
async def outlook_party(
    request: Request,
    party: Annotated[str, Path(max_length=60, description="A Party with a pathway of its own: CHN, EUU, India.")],
    asked: Asked,
    runs: FromRuns,
) -> Response:
    """History, current policy, what pledges make of it, and the rules that do."""
    code = party_code(party, "/outlook")
    ran = await runs.run(asked.scenario())
    return answer(request, "outlook_party.html", await runs.work(partial(party_page, ran, code)))


def _page(ran: Ran, start: Ran, record: Ran, current: Ran) -> OutlookPage:
    run = tell_run(ran, record)
    emitted, warmed_words = alternatives(run)
    references = series_of(current), series_of(record)
    return OutlookPage(
        run=run,
        panels=(
            draw_emissions(run.series, *references, emitted),
            draw_warming(run.series, *references, warmed_words),
        ),
        odds=odds_parts(warming_of(ran).below),
        controls=controls_of(ran, start),
    )


def _full(ran: Ran) -> str:
    content = told(ran.outlook)
    if ran.coal is not None:
        content["added_coal"] = told_coal(ran.coal)
    return json.dumps(content, allow_nan=False)


def _download(text: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, headers=headers, media_type=CSV)
