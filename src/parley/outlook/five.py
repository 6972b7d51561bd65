"""The five choices that make published outlooks of the same pledges differ, in words, for every result to print."""

from __future__ import annotations

from parley.pathways.axes import GWP
from parley.pathways.choices import Choices

_CONDITIONALITY = {
    "current": "no pledges: current policy only",
    "unconditional": "unconditional NDCs only",
    "conditional": "unconditional and conditional NDCs",
    "net-zero": "unconditional and conditional NDCs",
}
_EXTENSION = {
    "constant-effort": "after its last target each Party keeps its effort: emissions per GDP fall on at the same rate",
    "flat": "after its last target each Party holds its level",
    "net-zero": "after its last target each Party goes to net zero where it pledged that, elsewhere keeps its effort",
}
_LIKELIHOOD = {50: "50 %: headline figures are medians", 66: "66 %: headline figures are likely not exceeded"}


def five_choices(choices: Choices) -> dict[str, str]:
    """Net zero counted or not, extension, likelihood, conditionality, land use and scope, each in words."""
    land = "CO2 of land use as bookkeeping models count it, apart from targets, which keep inventory sinks as they are"
    return {
        "net zero": "pledges of net zero are counted"
        if choices.counts_net_zero
        else "pledges of net zero are left out",
        "extension": _EXTENSION[choices.extension] if choices.policy != "current" else "none: there are no targets",
        "likelihood": _LIKELIHOOD[choices.likelihood],
        "conditionality": _CONDITIONALITY[choices.policy],
        "land use and scope": f"all gases under {GWP}; {land}",
    }
