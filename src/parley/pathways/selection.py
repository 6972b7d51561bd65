"""Which pledges count: by the choices, by how firm they are, and by whose they are.

What is urged, proposed or drafted never counts. Targets after 2040 are of long-term strategies, and count where net
zero does. Members of the EU are bound by its pledges and add nothing to them;
the United Kingdom, which has emissions of its own here, took part in the EU's until the end of 2020.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from parley.inventory.members import EU
from parley.inventory.pledges_of_record import last_day_of_record, pledges_of_record, shares_eu_pledges
from parley.pathways.areas import base_parties
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.pathways.recorded import of_record

if TYPE_CHECKING:
    from parley.inventory.recorded_pledge import Leaving

NOT_COUNTED = ("urged", "proposed", "drafted")
_NOT_FREE = ("all", "unknown")
"""What is not unconditional: most NDCs of which the record does not say depend on support at least in part."""
LAST_NDC_YEAR = 2040
"""The latest target year of an NDC; what is pledged for later goes with net zero."""
UNITED_KINGDOM = "GBR"
WITHIN_EU_UNTIL = date(2020, 12, 31)


def counted(pledges: Iterable[PathwayPledge], choices: Choices) -> tuple[PathwayPledge, ...]:
    """The pledges that count by the choices, in order of year and id, each once."""
    if choices.policy == "current":
        return ()
    found = {
        pledge
        for pledge in pledges
        if pledge.firmness not in NOT_COUNTED
        and (is_free(pledge) or choices.policy != "unconditional")
        and (not is_long_term(pledge) or choices.counts_net_zero)
    }
    return tuple(sorted(found, key=lambda pledge: (pledge.target_year or 0, pledge.id)))


def is_free(pledge: PathwayPledge) -> bool:
    """Whether at least a part of it does not depend on support."""
    return pledge.conditional not in _NOT_FREE


def is_long_term(pledge: PathwayPledge) -> bool:
    """Whether it belongs to a long-term strategy rather than to an NDC."""
    return pledge.kind == "net_zero" or (pledge.target_year is not None and pledge.target_year > LAST_NDC_YEAR)


def book_of_record(
    as_of: date | None = None, leaving: Leaving = "announced"
) -> Mapping[str, tuple[PathwayPledge, ...]]:
    """The pledges of record on a day, by Party of the pathways; those without a pledge are left out."""
    day = as_of or last_day_of_record()
    return {party: found for party in base_parties() if (found := pledges_on(party, day, leaving))}


def pledges_on(party: str, day: date, leaving: Leaving = "announced") -> tuple[PathwayPledge, ...]:
    """The pledges of record that bind a Party of the pathways on a day, firm enough to count or not."""
    own = pledges_of_record(party, as_of=day, leaving=leaving, shared=False)
    found = [of_record(pledge, day) for pledge in own]
    if party == UNITED_KINGDOM and day <= WITHIN_EU_UNTIL:
        shared = pledges_of_record(EU, as_of=day, leaving=leaving, shared=False)
        found.extend(_shared(of_record(pledge, day), party) for pledge in shared)
    return tuple(found)


def with_wishes(pledges: Iterable[PathwayPledge], wishes: Iterable[PathwayPledge]) -> tuple[PathwayPledge, ...]:
    """The pledges with wishes in the place of those of the same Party and kind; of reductions, of the same year."""
    found = tuple(pledges)
    for wish in wishes:
        found = (*(pledge for pledge in found if not _gives_way(pledge, wish)), wish)
    return found


def within_eu(day: date) -> tuple[PathwayPledge, ...]:
    """What members of the EU have pledged themselves: listed, never added to the EU's."""
    return tuple(
        of_record(pledge, day)
        for pledge in pledges_of_record(as_of=day)
        if pledge.party != EU and shares_eu_pledges(pledge.party, day)
    )


def _gives_way(pledge: PathwayPledge, wish: PathwayPledge) -> bool:
    if (pledge.party, pledge.kind) != (wish.party, wish.kind):
        return False
    return wish.kind != "reduction" or pledge.target_year == wish.target_year


def _shared(pledge: PathwayPledge, party: str) -> PathwayPledge:
    """The EU's pledge as one of a member that is not summed with it: the same cut from the member's own base."""
    return replace(
        pledge,
        id=f"{pledge.id}/{party}",
        party=party,
        level_low_mtco2e=None,
        level_high_mtco2e=None,
        base_mtco2e=None,
        assumed=(*pledge.assumed, "the EU's cut, taken from the Party's own base"),
    )
