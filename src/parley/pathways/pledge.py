"""A pledge as pathways take it: from the book of record, from a document, or from a user's wish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parley.inventory.recorded_pledge import Conditional, Lulucf

if TYPE_CHECKING:
    from parley.records.pledge import Firmness, Gas, PledgeKind, Qualifier, ReductionBasis

Origin = Literal["record", "document", "wish"]


@dataclass(frozen=True, slots=True)
class PathwayPledge:
    """What a Party committed to, in the terms that the rules read; hashable, so that pathways can be remembered.

    ``low`` and ``high`` are in ``unit``: the weaker and the stronger end of a cut [%], the lower and the higher end of
    a level [MtCO2e]. ``level_low_mtco2e`` and ``level_high_mtco2e`` are what a cut comes to by the Party's own
    inventory, ``base_mtco2e`` the base it published, ``bau_mtco2e`` the business as usual. ``gross_net`` is true
    where the base is gross of land use and the target net. ``conditional`` says what depends on support: nothing,
    the stronger end, all of it, or that we do not know. ``leaves_out`` is a sector that an intensity leaves out;
    ``assumed`` tells what the pledge does not say and we took over from elsewhere. ``source`` says where it is from.
    """

    id: str
    party: str
    kind: PledgeKind
    target_year: int | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    basis: ReductionBasis | None = None
    base_year: int | None = None
    base_mtco2e: float | None = None
    bau_mtco2e: float | None = None
    level_low_mtco2e: float | None = None
    level_high_mtco2e: float | None = None
    level_is_published: bool = False
    gas: Gas | None = None
    lulucf: Lulucf = "unknown"
    gross_net: bool = False
    gwp: str | None = None
    qualifier: Qualifier | None = None
    conditional: Conditional = "no"
    about: str | None = None
    leaves_out: str | None = None
    assumed: tuple[str, ...] = ()
    firmness: Firmness = "pledged"
    origin: Origin = "record"
    source: str = ""
