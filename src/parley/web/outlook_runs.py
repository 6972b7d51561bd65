"""Running outlooks for pages: in threads, few at once, each scenario once, the last ones remembered."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import anyio
from fastapi import FastAPI, Request

from parley.briefing.footnotes import Footnotes
from parley.briefing.shelf import Shelf
from parley.outlook.added_coal import AddedCoal, add_coal
from parley.outlook.outlook import Outlook
from parley.outlook.shares import Shares, share_out
from parley.outlook.since_paris import Move
from parley.outlook.sources import Sources, sources_of
from parley.web.catalogue.outlook_pledges import KIND, OutlookPledges, ledger_pledges
from parley.web.models.common import Quote
from parley.web.outlook_scenario import Scenario
from parley.workflow.outlooks import Asked, ask

if TYPE_CHECKING:
    from parley.workflow import View
    from parley.workflow.ledger_pledges import LedgerPledges, Quoted

_MOST_KEPT = 160
_MOST_SLOW_KEPT = 24
_MOST_VIEWS = 2
_QUICK_AT_ONCE = 1
"""A run uses all cores for its few milliseconds; two at once would only make each other wait."""
_SLOW_AT_ONCE = 1
Kept = TypeVar("Kept")


@dataclass(frozen=True, eq=False, slots=True)
class Ran:
    """A scenario with its outlook. ``outlook`` is without the plants that ``coal`` adds.

    ``quotes`` are the words of documents behind pledges, by their ids.
    """

    scenario: Scenario
    outlook: Outlook
    coal: AddedCoal | None = None
    quotes: Mapping[str, tuple[Quote, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class _Prepared:
    """The ledger's pledges over those of record, and their words."""

    pledges: LedgerPledges
    quotes: Mapping[str, tuple[Quote, ...]]


class Runs:
    """The outlooks of one server. To be used from its event loop; what takes time is done in threads.

    Outlooks take some ten milliseconds and are run one at a time. What takes seconds (shares, the way since Paris,
    linking the ledger) has a place of its own, so that no slider waits for it.
    """

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._quick = anyio.CapacityLimiter(_QUICK_AT_ONCE)
        self._slow = anyio.CapacityLimiter(_SLOW_AT_ONCE)
        self._kept: dict[anyio.CapacityLimiter, OrderedDict[Hashable, Any]] = {
            self._quick: OrderedDict(),
            self._slow: OrderedDict(),
        }
        self._running: dict[Hashable, asyncio.Task[Any]] = {}
        self._books: dict[tuple[str, str], _Prepared] = {}
        self._views: OrderedDict[tuple[str, date | None], View] = OrderedDict()

    async def run(self, scenario: Scenario) -> Ran:
        """The outlook of a scenario, with every member. Raises UsageError for what cannot be."""
        stamp, held = "", None
        if scenario.asked.pledges == "ledger":
            stamp, held = self._stamp, self._prepared(scenario.asked) or await self._view(scenario.asked.as_of)
        key = ("run", scenario.asked, scenario.plants, stamp)
        ran: Ran = await self._once(self._quick, key, partial(_run, scenario, held))
        return replace(ran, scenario=scenario)

    async def shares(self, scenario: Scenario) -> tuple[Ran, Shares]:
        """The same with the share of each Party and pledge, which takes a second or two."""
        ran = await self.run(scenario)
        key = ("shares", scenario.asked, self._stamp if scenario.asked.pledges == "ledger" else "")
        return ran, await self._once(self._slow, key, partial(_share_out, ran.outlook))

    async def sources(self, scenario: Scenario, figure: str) -> tuple[Ran, Sources]:
        """What a figure rests on. Raises UsageError when there is no such figure."""
        ran = await self.run(scenario)
        found: Sources = await anyio.to_thread.run_sync(sources_of, ran.outlook, figure, limiter=self._quick)
        return ran, found

    async def moves(self, scenario: Scenario) -> tuple[Move, ...]:
        """How the outlook of the pledges of record has moved since Paris, which takes a few seconds."""
        from parley.workflow import moves_since_paris

        found: tuple[Move, ...] = await self._once(
            self._slow, ("moves", scenario.asked.choices), partial(moves_since_paris, scenario.asked)
        )
        return found

    async def work(self, function: Callable[[], Kept]) -> Kept:
        """Something quick in a thread, in turn with the runs."""
        return await anyio.to_thread.run_sync(function, limiter=self._quick)

    @property
    def _stamp(self) -> str:
        stamp: str = self._app.state.keeper.catalogue.stamp
        return stamp

    def _prepared(self, asked: Asked) -> _Prepared | None:
        """The ledger's pledges as the catalogue has them; None where other choices were made."""
        usual = replace(ask(policy=asked.choices.policy).choices, likelihood=asked.choices.likelihood)
        if asked.as_of is not None or asked.choices != usual:
            return None
        key = (self._stamp, asked.choices.policy)
        if key not in self._books:
            text = self._app.state.keeper.catalogue.get(KIND, asked.choices.policy)
            content = OutlookPledges.model_validate_json(text)
            self._books = {known: book for known, book in self._books.items() if known[0] == key[0]}
            self._books[key] = _Prepared(ledger_pledges(content), content.quotes)
        return self._books[key]

    async def _view(self, as_of: date | None) -> View:
        """The ledger as it was known on a day, linked once for each state of it."""
        key = (self._stamp, as_of)
        if key not in self._views:
            self._views[key] = await self._once(self._slow, ("view", *key), partial(self._read, as_of), keep=False)
            while len(self._views) > _MOST_VIEWS:
                self._views.popitem(last=False)
        return self._views[key]

    def _read(self, as_of: date | None) -> View:
        from parley.ledger import Ledger
        from parley.workflow import view

        options = self._app.state.options
        with Ledger(options.ledger, read_only=True, busy_seconds=options.busy_seconds) as ledger:
            return view(ledger, as_of)

    async def _once(
        self, limiter: anyio.CapacityLimiter, key: Hashable, function: Callable[[], Kept], *, keep: bool = True
    ) -> Kept:
        """What a function gives, remembered by its key; who asks for it meanwhile waits for the same."""
        kept = self._kept[limiter]
        if key in kept:
            kept.move_to_end(key)
            found: Kept = kept[key]
            return found
        task = self._running.get(key)
        if task is None:
            task = asyncio.create_task(_in_thread(function, limiter))
            self._running[key] = task
            task.add_done_callback(lambda done: self._finish(limiter, key, done, keep))
        # Who goes away must not stop what others wait for.
        result: Kept = await asyncio.shield(task)
        return result

    def _finish(self, limiter: anyio.CapacityLimiter, key: Hashable, done: asyncio.Task[Any], keep: bool) -> None:
        self._running.pop(key, None)
        if done.cancelled() or done.exception() is not None or not keep:
            return
        kept = self._kept[limiter]
        kept[key] = done.result()
        while len(kept) > (_MOST_KEPT if limiter is self._quick else _MOST_SLOW_KEPT):
            kept.popitem(last=False)


def runs_of(request: Request) -> Runs:
    """The runs of the server: a dependency of every page of the outlook."""
    state = request.app.state
    if not hasattr(state, "outlook_runs"):
        state.outlook_runs = Runs(request.app)
    runs: Runs = state.outlook_runs
    return runs


def warm() -> None:
    """Load the ensemble and run the first outlooks, so that nobody waits for it later."""
    from parley.outlook.since_paris import days_of_change

    outlook = _run(Scenario.of(), None).outlook
    _ = outlook.ends, outlook.current_policy, outlook.budget
    _run(Scenario.of(policy="current"), None)
    days_of_change()


async def _in_thread(function: Callable[[], Kept], limiter: anyio.CapacityLimiter) -> Kept:
    return await anyio.to_thread.run_sync(function, limiter=limiter)


def _run(scenario: Scenario, held: _Prepared | View | None = None) -> Ran:
    from parley import workflow

    answer = workflow.answer(scenario.asked, held.pledges if isinstance(held, _Prepared) else held)
    outlook, plants = answer.outlook, scenario.plants
    coal = None
    if plants is not None:
        coal = add_coal(outlook, plants.party, plants.gw, workflow.load_ensemble(), first_year=plants.first_year)
    # What pages show of it is worked out here, in the thread.
    _ = outlook.ends, outlook.budget, outlook.current_policy
    if isinstance(held, _Prepared):
        return Ran(scenario, outlook, coal, held.quotes)
    return Ran(scenario, outlook, coal, _quotes(answer.quotes, held) if held else {})


def _quotes(found: Mapping[str, tuple[Quoted, ...]], view: View) -> dict[str, tuple[Quote, ...]]:
    """The words of documents with their places, as the catalogue has them."""
    from parley.web.catalogue.desk import Desk

    shelf = Shelf.of(view.readings, view.links, {})
    desk = Desk(view, shelf, Footnotes(shelf), {})
    return {pledge: desk.quotes_of(view.reports[each.report] for each in quoted) for pledge, quoted in found.items()}


def _share_out(outlook: Outlook) -> Shares:
    from parley import workflow

    return share_out(outlook, workflow.load_ensemble())
