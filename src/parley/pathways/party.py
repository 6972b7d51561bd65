"""The pathway of a Party: its base, its pledges, and how the one becomes the other."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from parley.pathways.base import PartyBase, party_base
from parley.pathways.choices import Choices
from parley.pathways.draws import CENTRAL, Draws
from parley.pathways.net_zero import draw_net_zero, is_followed
from parley.pathways.pathway import Level, NotQuantified, Pathway
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules import Setting, quantify
from parley.pathways.selection import counted, is_free, is_long_term
from parley.pathways.trajectory import draw_trajectory


def party_pathway(party: str, pledges: tuple[PathwayPledge, ...], choices: Choices, draws: Draws = CENTRAL) -> Pathway:
    """The pathway of a Party under those of ``pledges`` that count by ``choices``.

    Without any, it is current policy. Raises InventoryError for a Party without a base.
    """
    base = party_base(party, choices.data_year)
    chosen = counted(pledges, choices)
    found = _pathway(party, Setting(base, draws, choices, chosen))
    lines = [_pathway(party, Setting(base, draws, choices, fewer)).emissions for fewer in _narrower(chosen)]
    return replace(found, emissions=np.minimum.reduce([found.emissions, *lines])) if lines else found


def _narrower(chosen: tuple[PathwayPledge, ...]) -> tuple[tuple[PathwayPledge, ...], ...]:
    """Fewer of the pledges that count: those free of conditions, those of NDCs, those that are both.

    A weak target that depends on support, or is for long after, may lie above the straight line to another one. No
    Party emits more for having pledged more, so that none of these lines is exceeded. What differs in net zero alone is
    left out: net zero never lies above what it bends. So is no pledge at all: no pledge lies above current policy.
    """
    free = tuple(filter(is_free, chosen))
    near = tuple(pledge for pledge in chosen if not is_long_term(pledge))
    both = tuple(filter(is_free, near))
    found = {_dated(chosen): chosen}
    for fewer in (free, near, both):
        found.setdefault(_dated(fewer), fewer)
    return tuple(fewer for fewer in found.values() if fewer and fewer is not chosen)


def _dated(pledges: tuple[PathwayPledge, ...]) -> tuple[PathwayPledge, ...]:
    return tuple(pledge for pledge in pledges if pledge.kind in ("reduction", "peak"))


def _pathway(party: str, setting: Setting) -> Pathway:
    neutral = [pledge for pledge in setting.pledges if pledge.kind == "net_zero"]
    peaks = tuple(pledge for pledge in setting.pledges if pledge.kind == "peak")
    outcomes = [
        _outcome(pledge, setting.base, setting.draws, setting.choices, peaks)
        for pledge in setting.pledges
        if pledge.kind != "net_zero"
    ]
    levels = sorted((each for each in outcomes if isinstance(each, Level)), key=lambda level: level.year)
    missing = [each for each in outcomes if isinstance(each, NotQuantified)]
    trajectory = draw_trajectory(levels, setting)
    emissions, flags = trajectory.emissions, tuple(setting.base.notes)
    followed = None
    for pledge in sorted(neutral, key=lambda each: (each.target_year or 0, each.id)):
        if not is_followed(pledge, setting):
            missing.append(NotQuantified(pledge, "its year of net zero is not stated, or not within the pathway"))
            continue
        line = draw_net_zero(pledge, trajectory.emissions, levels, setting)
        emissions = np.minimum(emissions, line.emissions)
        if followed is None:
            followed, flags = pledge, (*flags, *line.flags)
    return Pathway(party, emissions, trajectory.levels, followed, tuple(missing), flags)


@lru_cache(maxsize=4096)
def _outcome(
    pledge: PathwayPledge, base: PartyBase, draws: Draws, choices: Choices, peaks: tuple[PathwayPledge, ...]
) -> Level | NotQuantified:
    """What a pledge comes to, remembered: of all others a rule asks for the peaks alone."""
    return quantify(pledge, Setting(base, draws, choices, peaks))
