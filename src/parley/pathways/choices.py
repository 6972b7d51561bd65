"""The choices that an outlook depends on, each of them visible in every result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypedDict, Unpack, get_args

from parley.errors import UsageError
from parley.inventory.recorded_pledge import Leaving

Policy = Literal["current", "unconditional", "conditional", "net-zero"]
Extension = Literal["constant-effort", "flat", "net-zero"]
Likelihood = Literal[50, 66]
POLICIES: tuple[Policy, ...] = get_args(Policy)
EXTENSIONS: tuple[Extension, ...] = get_args(Extension)
LIKELIHOODS: tuple[Likelihood, ...] = get_args(Likelihood)
NEWEST_DATA_YEAR = 2023
"""The last year of the base series (EDGAR 2024); what comes after it is projected."""
OLDEST_DATA_YEAR = 2012


@dataclass(frozen=True, slots=True)
class Choices:
    """How pledges become emissions and odds.

    Attributes:
        policy: which pledges count: none; unconditional NDCs; conditional ones too; those and net-zero pledges.
        extension: what follows a Party's last target. ``constant-effort``: emissions per unit of GDP go on falling at
            the same yearly rate. ``flat``: the level is held. ``net-zero``: the pledged year of net zero, even
            where ``policy`` leaves it out, then held; where none is pledged, constant effort.
        likelihood: the chance [%] that headline figures stay below: 50 is the median, 66 "likely".
        hot_air: whether a Party may rise to a pledge weaker than current policy.
        leaving: whether leaving the Paris Agreement counts from its announcement or from when it takes effect.
        data_year: the last year of emissions and economies that is taken as known.
    """

    policy: Policy = "net-zero"
    extension: Extension = "net-zero"
    likelihood: Likelihood = 50
    hot_air: bool = False
    leaving: Leaving = "announced"
    data_year: int = NEWEST_DATA_YEAR

    def __post_init__(self) -> None:
        for name, value, known in (
            ("policy", self.policy, POLICIES),
            ("extension", self.extension, EXTENSIONS),
            ("likelihood", self.likelihood, LIKELIHOODS),
            ("leaving", self.leaving, get_args(Leaving)),
        ):
            if value not in known:
                raise UsageError(f"{value!r} is no {name}; there are {', '.join(str(each) for each in known)}")
        if not OLDEST_DATA_YEAR <= self.data_year <= NEWEST_DATA_YEAR:
            raise UsageError(f"the data year is from {OLDEST_DATA_YEAR} to {NEWEST_DATA_YEAR}, not {self.data_year}")

    @property
    def counts_net_zero(self) -> bool:
        """Whether pledges of net zero count."""
        return self.policy == "net-zero" or (self.policy != "current" and self.extension == "net-zero")


class ChoiceWords(TypedDict, total=False):
    """Choices by name, as keywords; what each means is said with ``Choices``."""

    policy: Policy
    extension: Extension
    likelihood: Likelihood
    hot_air: bool
    leaving: Leaving
    data_year: int


def choose(start: Choices | None = None, **changes: Unpack[ChoiceWords]) -> Choices:
    """Choices with some of them changed, from ``start`` or from the usual ones.

    Without ``start`` the extension follows the policy where none is named: net zero with ``net-zero``, constant effort
    with every other, as published outlooks have it. Raises UsageError for a choice that there is not.
    """
    if start is None and "extension" not in changes:
        policy = changes.get("policy", "net-zero")
        changes["extension"] = "net-zero" if policy == "net-zero" else "constant-effort"
    return replace(start or Choices(), **changes)
