"""From a book of pledges to its outlook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Unpack

from parley.climate.ensemble import Ensemble
from parley.inventory.pledges_of_record import last_day_of_record
from parley.inventory.recorded_pledge import withdrawals
from parley.outlook.corrected import Corrected
from parley.outlook.odds import warm
from parley.outlook.outlook import Outlook, of_record
from parley.pathways.base import base_parties
from parley.pathways.book import AnyPledge, book_on, in_terms, select
from parley.pathways.choices import Choices, ChoiceWords, choose
from parley.pathways.infill import to_scenario
from parley.pathways.world import world


def project(
    pledges: Iterable[AnyPledge] | None = None,
    *,
    as_of: date | None = None,
    ensemble: Ensemble | None = None,
    choices: Choices | None = None,
    withdraw: Iterable[str] = (),
    name: str | None = None,
    notes: Iterable[str] = (),
    corrections: Iterable[Corrected] = (),
    **changes: Unpack[ChoiceWords],
) -> Outlook:
    """The outlook of a book of pledges: pathways, world emissions, warming with its uncertainty.

    ``pledges`` are of record, of documents or wishes; None takes those of record on ``as_of``, by default the last day
    of record. ``ensemble`` is the packaged one unless given; the pledges of Parties to ``withdraw`` are left out.
    Of ``corrections`` those are kept that bear on a pledge which shapes a pathway.
    Choices are given as ``choices``, by their names (``policy="unconditional"``), or as the former with some changed.
    Pathways of Parties whose pledges are the same as in an earlier call are not worked out again.

    Raises UsageError for choices or pledges that cannot be, ClimateError where the climate engine cannot follow.
    """
    chosen = choose(choices, **changes)
    day = as_of or (last_day_of_record() if pledges is None else None)
    given = book_on(day, chosen.leaving) if pledges is None else tuple(in_terms(pledge) for pledge in pledges)
    out = frozenset(withdraw)
    counted, left_out = select([pledge for pledge in given if pledge.party not in out], chosen)
    members = ensemble or Ensemble.default()
    central = world(counted, chosen)
    shaping = {pledge.id for pathway in central.pathways.values() for pledge in pathway.pledges}
    title = name or (of_record(day) if day and pledges is None else "pledges given")
    scenario = to_scenario(title, central.harmonised[0], chosen.data_year)
    return Outlook(
        name=title,
        as_of=day,
        choices=chosen,
        counted=counted,
        left_out=left_out,
        withdrawn=out | (_out_on(day, chosen) if day else frozenset()),
        world=central,
        scenario=scenario,
        warming=warm(scenario, members),
        ensemble=members.name,
        members=len(members),
        notes=tuple(notes),
        corrections=tuple(each for each in corrections if each.pledge in shaping),
    )


def _out_on(day: date, choices: Choices) -> frozenset[str]:
    return frozenset(
        party for party in base_parties() if any(left.holds_on(day, choices.leaving) for left in withdrawals(party))
    )
