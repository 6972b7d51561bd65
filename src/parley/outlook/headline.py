"""An outlook in one sentence that can be quoted."""

from __future__ import annotations

from parley.climate.fan_layout import percent
from parley.outlook.days import day_in_words
from parley.outlook.odds import THRESHOLDS_K
from parley.outlook.outlook import Outlook, of_record
from parley.pathways.axes import LAST_YEAR
from parley.pathways.choices import Policy

_IF: dict[Policy, tuple[str, str]] = {
    "current": ("With the policies of today and no pledge", ""),
    "unconditional": ("If every Party meets its unconditional pledges", ""),
    "conditional": ("If every Party meets its pledges", ", conditional ones too"),
    "net-zero": ("If every Party meets its pledges", ", those of net zero too"),
}
_PEAK_ABOVE_K = 0.05


def headline(outlook: Outlook) -> str:
    """What warming comes to in 2100, its range, its peak and the odds of 2 °C, with the day of the book."""
    warming, likelihood = outlook.warming, outlook.choices.likelihood
    low, high = (warming.in_year(LAST_YEAR, quantile) for quantile in (0.05, 0.95))
    first, last = _IF[outlook.choices.policy]
    sure = "median" if likelihood == 50 else "not exceeded at odds of 66 %"
    peak = warming.at_peak(likelihood / 100)
    over = f", after a peak of {degrees(peak)} °C" if peak - outlook.headline() >= _PEAK_ABOVE_K else ""
    odds = percent(warming.below[THRESHOLDS_K.index(2.0)])
    return (
        f"{first}{_book(outlook)}{last}, the world is {degrees(outlook.headline())} °C warmer in "
        f"{LAST_YEAR} than in 1850–1900 ({sure}; 5 to 95 %: {degrees(low)} to {degrees(high)} °C){over}; "
        f"the odds of never passing 2 °C are {odds}."
    )


def degrees(value: float, digits: int = 1) -> str:
    """Warming with a minus sign."""
    return f"{value:.{digits}f}".replace("-", "−")


def _book(outlook: Outlook) -> str:
    """Which book it is; none where no pledge counts."""
    if outlook.choices.policy == "current":
        return ""
    if outlook.as_of and outlook.name == of_record(outlook.as_of):
        return f" of record on {day_in_words(outlook.as_of)}"
    return f" ({outlook.name})"
