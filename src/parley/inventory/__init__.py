"""Reference figures, each with its source: emissions, people, economies, energy, coal, pledges of record, assessments.

>>> from parley import inventory
>>> china = inventory.emissions("CHN", gas="GHG", basis="excl_lulucf")
>>> print(round(china.value(2019)), china.unit, china.source)
14276 MtCO2e (AR5GWP100) EDGAR (EDGAR_2024_GHG)

Tables are opened when a figure of them is first asked for. Some functions have the name of the file they are in, so
they are imported here at once rather than when asked for.
"""

from __future__ import annotations

from parley.inventory.emissions import all_emissions, bunkers, emissions
from parley.inventory.series import Series, Source, total
from parley.inventory.tables import newer_tables, use_newer

__all__ = ["Series", "Source", "all_emissions", "bunkers", "emissions", "newer_tables", "total", "use_newer"]
