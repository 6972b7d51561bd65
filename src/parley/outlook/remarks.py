"""What to know of an outlook before relying on it: targets that change nothing, pledges that have no level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.outlook.outlook import Outlook
from parley.pathways.axes import place
from parley.pathways.pathway import Pathway
from parley.pathways.pledge import PathwayPledge

NOT_BINDING = "not binding"
_WITHOUT_LEVEL = ("share", "capacity", "phase_out", "finance", "temperature_goal", "other")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know and the pledges that it is of, those of the largest emitters first."""

    words: str
    pledges: tuple[PathwayPledge, ...]


def remarks(outlook: Outlook) -> tuple[Remark, ...]:
    """What is not binding, what has no level, what leaves the assumptions of a rule open."""
    pathways = _by_size(outlook)
    groups: dict[str, dict[str, PathwayPledge]] = {}
    for pathway in pathways:
        for words, pledge in _of_pathway(pathway):
            groups.setdefault(words, {})[pledge.id] = pledge
    return tuple(Remark(words, tuple(groups[words].values())) for words in sorted(groups, key=_order))


def is_binding(flags: tuple[str, ...]) -> bool:
    """Whether a level with these flags changes its pathway."""
    return not any(flag.startswith(NOT_BINDING) for flag in flags)


_BINDS_NOT = "Current policy or an earlier target is already lower in the year of these"
_NO_LEVEL = "No level can be derived, so these do not count"
_NO_KIND = "Of shares, capacities, phase-outs and other goals, which have no level of emissions"
_ORDER = (_BINDS_NOT, _NO_LEVEL, _NO_KIND)


def _of_pathway(pathway: Pathway) -> Iterator[tuple[str, PathwayPledge]]:
    for level in pathway.levels:
        if not is_binding(level.flags):
            yield _BINDS_NOT, level.pledge
    for missing in pathway.not_quantified:
        yield (_NO_KIND if missing.pledge.kind in _WITHOUT_LEVEL else _NO_LEVEL), missing.pledge


def _order(words: str) -> int:
    return _ORDER.index(words)


def _by_size(outlook: Outlook) -> list[Pathway]:
    """Pathways of Parties, the largest emitter of the data year first."""
    year = place(outlook.choices.data_year)
    return sorted(outlook.world.pathways.values(), key=lambda each: (-float(each.total()[0, year]), each.party))
