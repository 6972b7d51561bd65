"""What pledges without a level would save by themselves: a sensitivity beside the outlook, never part of it."""

from __future__ import annotations

from parley.outlook.outlook import Outlook
from parley.pathways.pathway import Pathway
from parley.pathways.sensitivity import Sensitivity, sensitivity_of


def sensitivities(outlook: Outlook) -> tuple[Sensitivity, ...]:
    """Of every pledge that counts and has no level, where one can be told; those that save most first."""
    found = (each for pathway in outlook.world.pathways.values() for each in of_pathway(pathway, outlook))
    return tuple(sorted(found, key=lambda each: (-each.saved_mtco2, each.pledge.id)))


def of_pathway(pathway: Pathway, outlook: Outlook) -> tuple[Sensitivity, ...]:
    """The same of one Party, in the order of its pledges."""
    told = (sensitivity_of(each.pledge, outlook.choices.data_year) for each in pathway.not_quantified)
    return tuple(each for each in told if isinstance(each, Sensitivity))
