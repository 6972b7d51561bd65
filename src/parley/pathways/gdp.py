"""Economies, known and expected: slow, central and fast. Pledges of intensity are counted on them.

After the last figure growth is the mean of ten years, fading to 2 % a year by 2050, a point less where slow and a
point more where fast until then. What a country's statistics publish, or its plans and projections expect
(``gdp_growth.csv``), comes before the rule.
"""

from __future__ import annotations

import numpy as np

from parley.inventory.growth import Growth, expected_growth, published_growth
from parley.pathways.axes import FIRST_YEAR, YEARS, FloatArray

MEAN_YEARS = 10
LONG_RUN = np.log(1.02)
LONG_RUN_FROM = 2050
SLOW_TO_FAST = np.array([-0.01, 0.0, 0.01])


def project_gdp(party: str, figures: FloatArray, data_year: int) -> FloatArray | None:
    """GDP at purchasing power to 2100, (slow central fast, year) [int$ of 2011]; None where there are no figures.

    ``figures`` is (year,) from 1990 to the data year, nan where there is none. All three are alike up to the last
    year that is known.
    """
    known = np.flatnonzero(~np.isnan(figures))
    if known.size <= MEAN_YEARS:
        return None
    history = np.interp(np.arange(known[-1] + 1), known, figures[known])
    history = _follow_statistics(party, history, data_year)
    last = history.size - 1
    growth = np.log(history[last] / history[last - MEAN_YEARS]) / MEAN_YEARS
    lanes: FloatArray = np.empty((SLOW_TO_FAST.size, YEARS.size))
    lanes[:, : last + 1] = history
    lanes[:, last + 1 :] = history[-1] * np.exp(np.cumsum(_growth(party, growth, last + FIRST_YEAR), axis=1))
    return lanes


def _follow_statistics(party: str, history: FloatArray, data_year: int) -> FloatArray:
    """The series with the growth that the country's statistics publish, from the first year of them on."""
    published = {year: found.central for year, found in published_growth(party).items() if year <= data_year}
    if not published:
        return history
    first = min(published)
    growth = [1.0 + published[year] / 100.0 for year in range(first, max(published) + 1)]
    before = history[: first - FIRST_YEAR]
    followed: FloatArray = np.concatenate([before, before[-1] * np.cumprod(growth)])
    return followed


def _growth(party: str, mean: float, last_year: int) -> FloatArray:
    """Growth in each year after the last, (slow central fast, year after) [log a year]."""
    after = np.arange(last_year + 1, YEARS[-1] + 1)
    fading = np.clip((LONG_RUN_FROM - after) / (LONG_RUN_FROM - last_year), 0.0, 1.0)
    growth: FloatArray = LONG_RUN + (mean - LONG_RUN) * fading + SLOW_TO_FAST[:, None] * (after <= LONG_RUN_FROM)
    for year, expected in expected_growth(party).items():
        if year > last_year:
            growth[:, year - last_year - 1] = _in_logs(expected)
    return growth


def _in_logs(growth: Growth) -> FloatArray:
    logs: FloatArray = np.log1p(np.array([growth.slow, growth.central, growth.fast]) / 100.0)
    return logs
