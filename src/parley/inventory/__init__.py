"""Reference figures, each with its source: emissions, people, economies, energy, coal, pledges of record, assessments.

>>> from parley import inventory
>>> china = inventory.emissions("CHN", gas="GHG", basis="excl_lulucf")
>>> print(round(china.value(2019)), china.unit, china.source)
14276 MtCO2e (AR5GWP100) EDGAR (EDGAR_2024_GHG)

Tables are opened when a figure of them is first asked for. Some functions have the name of the file they are in, so
they are imported here at once rather than when asked for.
"""

from __future__ import annotations

from parley.inventory.assessments import Assessment, assessments, latest_assessment
from parley.inventory.coal import Committed, coal_capacity, coal_status, coal_use, committed_emissions
from parley.inventory.coverage import PledgedShare, coverage, parties_with, pledged_share
from parley.inventory.economy import gdp
from parley.inventory.emissions import all_emissions, bunker_emissions, emissions
from parley.inventory.energy import electricity, electricity_share, energy_share, energy_use, facts, primary_energy
from parley.inventory.members import describe, members_of
from parley.inventory.people import population
from parley.inventory.pledges_of_record import book_note, pledges_of_record, submissions
from parley.inventory.ranking import Place, Ranking, rank, rank_emitters, rank_of
from parley.inventory.rates import cumulative, per_head
from parley.inventory.recorded_pledge import RecordedPledge
from parley.inventory.series import Series, Source, total
from parley.inventory.shares import Share, share, share_of_cumulative, share_of_world
from parley.inventory.tables import newer_tables, use_newer

__all__ = [
    "Assessment",
    "Committed",
    "Place",
    "PledgedShare",
    "Ranking",
    "RecordedPledge",
    "Series",
    "Share",
    "Source",
    "all_emissions",
    "assessments",
    "book_note",
    "bunker_emissions",
    "coal_capacity",
    "coal_status",
    "coal_use",
    "committed_emissions",
    "coverage",
    "cumulative",
    "describe",
    "electricity",
    "electricity_share",
    "emissions",
    "energy_share",
    "energy_use",
    "facts",
    "gdp",
    "latest_assessment",
    "members_of",
    "newer_tables",
    "parties_with",
    "per_head",
    "pledged_share",
    "pledges_of_record",
    "population",
    "primary_energy",
    "rank",
    "rank_emitters",
    "rank_of",
    "share",
    "share_of_cumulative",
    "share_of_world",
    "submissions",
    "total",
    "use_newer",
]
