"""Where the spread of warming comes from: what pledges leave open, what follows them, or the climate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.climate.ensemble import Ensemble
from parley.climate.quantiles import quantiles_of
from parley.errors import UsageError
from parley.outlook.fixed_order import evenly_spread
from parley.outlook.odds import QUANTILES, warm_at_end
from parley.outlook.outlook import Outlook
from parley.pathways.axes import FloatArray, place
from parley.pathways.base import base_parties
from parley.pathways.draws import Draws
from parley.pathways.infill import to_scenario
from parley.pathways.world import world

DRAWS = 100
_AT_ONCE = 10
_OWN = ("target", "base", "peak_year", "peak_level", "land")


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Warming of 2100 over draws of what pledges leave open and over the members of the ensemble.

    ``warming_k`` is (draw, member). ``quantiles_k`` are those of all together, as ``odds.QUANTILES``. The parts are
    shares of the variance and sum to one: ``climate`` what members differ by on the mean of draws; ``pledges`` and
    ``extension`` what draws differ by on the mean of members, within and between the two ways in which Parties without
    net zero may go on; ``together`` what is left, as a warmer world spreads members more.
    ``world_2030_gtco2e`` is what the world emits in 2030 in each draw, (draw,).
    """

    warming_k: FloatArray
    quantiles_k: FloatArray
    pledges: float
    extension: float
    climate: float
    together: float
    world_2030_gtco2e: FloatArray


def spread_of(outlook: Outlook, ensemble: Ensemble | None = None, *, draws: int = DRAWS) -> Spread:
    """Draw what pledges leave open and run every draw with every member.

    ``draws`` is even, as half of them hold the last level and half go on with constant effort. Raises UsageError when
    it is not.
    """
    if draws < 4 or draws % 2:
        raise UsageError(f"draws are half one way and half the other: give an even number from 4 on, not {draws}")
    members = ensemble or Ensemble.default()
    drawn = draws_by_party(draws)
    found = world(outlook.counted, outlook.choices, drawn)
    scenarios = [
        to_scenario(str(at), emissions, outlook.choices.data_year) for at, emissions in enumerate(found.harmonised)
    ]
    warming = np.concatenate(
        [warm_at_end(scenarios[first : first + _AT_ONCE], members) for first in range(0, draws, _AT_ONCE)]
    )
    flat = next(iter(drawn.values())).flat
    pledges, extension, climate, together = _parts(warming, flat)
    return Spread(
        warming_k=warming,
        quantiles_k=quantiles_of(np.sort(warming, axis=None), QUANTILES),
        pledges=pledges,
        extension=extension,
        climate=climate,
        together=together,
        world_2030_gtco2e=found.total()[:, place(2030)] / 1e3,
    )


def draws_by_party(size: int) -> dict[str, Draws]:
    """Draws of every Party: its own of targets, bases, peaks and land use; growth and what follows shared by all."""
    gdp = evenly_spread("gdp", size)
    flat = evenly_spread("flat", size) < 0.5
    return {
        party: Draws(**{name: evenly_spread(f"{party} {name}", size) for name in _OWN}, gdp=gdp, flat=flat)
        for party in base_parties()
    }


def _parts(warming: FloatArray, flat: np.ndarray) -> tuple[float, float, float, float]:
    """The parts of the variance of (draw, member): within and between extensions, of members, and what is left."""
    whole = float(warming.var())
    by_draw, by_member = warming.mean(axis=1), warming.mean(axis=0)
    between = float(np.where(flat, by_draw[flat].mean(), by_draw[~flat].mean()).var())
    climate = float(by_member.var())
    of_draws = float(by_draw.var())
    parts = (of_draws - between, between, climate, whole - of_draws - climate)
    return tuple(part / whole for part in parts)  # type: ignore[return-value]
