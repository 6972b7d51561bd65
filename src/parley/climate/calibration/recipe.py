"""What an ensemble is made from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from parley.climate.calibration.observations import Observations, load_observations, move_targets, read_observations
from parley.climate.calibration.priors import methane_lifetime
from parley.climate.calibration.targets import SETS, Target, load_targets, read_targets
from parley.climate.methane import MethaneLifetime, published_methane_lifetime

SEED = 20241
"""Of the ensemble that comes with Parley; chosen before the first run, and kept."""
MEMBERS = 841
PRIORS = 1_600_000
RMSE_LIMIT_K = 0.17
"""As in Smith et al. 2024, section 3.6."""


@dataclass(frozen=True)
class Recipe:
    """What an ensemble is made from; given all of it, the ensemble is the same to the last bit."""

    name: str = "parley-2024"
    members: int = MEMBERS
    priors: int = PRIORS
    seed: int = SEED
    targets: tuple[Target, ...] = field(default_factory=lambda: load_targets("2024"))
    observed: Observations = field(default_factory=load_observations)
    rmse_limit_k: float = RMSE_LIMIT_K
    natural: str = "2024"
    methane: MethaneLifetime = field(default_factory=methane_lifetime)
    fair_compatible: bool = False

    def until(self, year: int) -> Recipe:
        """The same with observations to the end of ``year`` only, and targets tied to them moved there."""
        targets = move_targets(self.targets, year, self.observed)
        return replace(self, targets=targets, observed=self.observed.until(year))


def recipe_of_fair(seed: int = SEED, priors: int = PRIORS) -> Recipe:
    """For comparison with calibration v1.4.1 of FaIR: its targets, observations, volcanoes, methane and oddities."""
    return Recipe(
        name="parley-v1.4.1",
        seed=seed,
        priors=priors,
        targets=load_targets("v1.4.1"),
        observed=load_observations("2022"),
        natural="v1.4.1",
        methane=published_methane_lifetime(),
        fair_compatible=True,
    )


def make_recipe(targets: str = SETS[0], observed: Path | None = None, until: int | None = None) -> Recipe:
    """The recipe with targets by the name of a packaged set or from a file, and perhaps newer observations.

    The set v1.4.1 is made as FaIR's calibration was. Raises CalibrationError for a set, file or year that cannot be
    used.
    """
    recipe = recipe_of_fair() if targets == "v1.4.1" else Recipe()
    if targets not in SETS:
        recipe = replace(recipe, targets=read_targets(targets), name=Path(targets).stem)
    if observed is not None:
        recipe = replace(recipe, observed=read_observations(observed))
    return recipe if until is None else recipe.until(until)
