"""From judgements to pages: where a record is now that people changed it, and carrying a judgement out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from parley.errors import RecordNotFound
from parley.ledger import Ledger
from parley.web.addresses import address_of
from parley.web.answering import answer
from parley.web.catalogue.catalogue import Catalogue
from parley.web.catalogue.keeper import Keeper
from parley.web.models.judgement import Moved
from parley.web.options import ServeOptions
from parley.workflow import Done, Hand

KINDS = ("event", "person", "pledge")
"""What can be judged."""
_WAIT_SECONDS = 60.0

Judging = Callable[[Ledger, Hand], Done]
"""What is to be judged, but for who judges and when."""


def answer_or_move(request: Request, kind: str, item_id: str, template: str) -> Response:
    """The page of a record, or the way to where its reports are now. Raises RecordNotFound."""
    catalogue: Catalogue = request.app.state.keeper.catalogue
    try:
        return answer(request, template, catalogue.get(kind, item_id))
    except RecordNotFound:
        return moved(request, kind, item_id)


def moved(request: Request, kind: str, item_id: str) -> Response:
    """The way to the record that holds the reports of one that judgements or new reports changed.

    Raises RecordNotFound.
    """
    catalogue: Catalogue = request.app.state.keeper.catalogue
    if now := catalogue.successor(kind, item_id):
        return _to(request, kind, now)
    try:
        found = Moved.model_validate_json(catalogue.get("moved", item_id))
    except RecordNotFound:
        raise RecordNotFound(
            f"there is no {kind} {item_id[:80]} in this ledger; what other documents have changed since has another "
            "address, and a search finds it"
        ) from None
    if found.id is None:
        raise RecordNotFound(f"{item_id} is no longer shown: {found.words}; see: /judgements")
    return _to(request, kind, found.id)


def _to(request: Request, kind: str, item_id: str) -> Response:
    end = ".json" if request.url.path.endswith(".json") else ""
    return RedirectResponse(f"{address_of(kind, item_id)}{end}", status_code=307)


async def carry_out(request: Request, judging: Judging, reason: str) -> tuple[Done, bool]:
    """Keep a judgement and have the pages made anew; whether they show it already.

    Raises RecordNotFound or UsageError when it cannot be made, LedgerError when it cannot be kept.
    """
    options: ServeOptions = request.app.state.options
    keeper: Keeper = request.app.state.keeper
    hand = Hand(author=options.author, time=datetime.now(UTC).replace(microsecond=0), reason=reason)

    def judge() -> tuple[Done, bool]:
        with Ledger(options.ledger, busy_seconds=options.busy_seconds) as ledger:
            done = judging(ledger, hand)
        return done, keeper.refresh(_WAIT_SECONDS)

    return await run_in_threadpool(judge)


def landing(request: Request, kind: str, before: Sequence[str], done: Done, shown: bool) -> Response:
    """The way to the page that now shows what was judged: it is told what was done.

    ``before`` are the id and the reports of the record as it was, one of which it still has in most cases.
    """
    target = _holder(request.app.state.keeper.catalogue, kind, before, done) if kind and shown else None
    query = {"done": done.judgement.verb} | ({} if shown else {"waiting": "1"})
    return RedirectResponse(f"{target or '/judgements'}?{urlencode(query)}#judged", status_code=303)


def _holder(catalogue: Catalogue, kind: str, before: Sequence[str], done: Done) -> str | None:
    """The page of the record that holds what was judged; where that is nowhere, of what is left beside it."""
    for record in (*(one.id for one in done.records), *before[:1]):
        if kind in catalogue.kinds_of(record):
            return address_of(kind, record)
    marks = [json.dumps(report) for report in before[1:]]
    for text in catalogue.each(kind):
        if any(mark in text for mark in marks):
            return address_of(kind, json.loads(text)["id"])
    return None
