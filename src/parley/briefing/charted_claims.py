"""From a checked claim to what its chart shows, in words and figures; and which claims get a chart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.briefing.amounts import unit_in_words
from parley.briefing.claim_layout import RANK
from parley.briefing.prose import capitalised
from parley.briefing.verdict_view import ClaimChart, ClaimedView, FigureView, SeriesView
from parley.briefing.verdicts import in_print
from parley.checking.assertion import Assertion
from parley.checking.checked import CheckedClaim, worst_first
from parley.checking.trend import Line, Mark, Trend, trend_of
from parley.checking.wording import figure_words, party_words, source_words
from parley.records.verdict import Token, Verdict

MOST_CHARTS = 12
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_METRIC = re.compile(r" \((\w+?)(?:GWP100)?\)$")
_ENDING_ZEROS = re.compile(r"(\.\d*?)0+(?!\d)")
_ORDER = {">": "claimed more", "<": "claimed less", "=": "claimed as much", "~": "claimed as much"}
_MOVED = {">": "claimed a rise", "<": "claimed a fall"}
_COMPARATORS = {"=": "", "<": "less than ", ">": "more than ", "~": "about "}


def charts_of(checks: Sequence[CheckedClaim], most: int = MOST_CHARTS) -> dict[str, ClaimChart]:
    """The charts of up to ``most`` claims by id of the report: those that the record bears out least first.

    Claims that would have the same chart share one: the first of them has it.
    """
    charts: dict[str, ClaimChart] = {}
    known: set[tuple[str, str]] = set()
    for one in worst_first(checks):
        if len(charts) == most:
            break
        chart = chart_of(one)
        if chart is not None and _tells_something(chart) and (chart.title, chart.finding) not in known:
            charts[one.report.id] = chart
            known.add((chart.title, chart.finding))
    return charts


def _tells_something(chart: ClaimChart) -> bool:
    """Whether a picture says more than the words do: a place in an order that is borne out needs none."""
    return chart.unit != RANK or chart.token != "supported"


def chart_of(one: CheckedClaim) -> ClaimChart | None:
    """The chart of a claim; None where there is no series behind its verdict."""
    return chart_of_verdict(one.assertion, one.verdict)


def chart_of_verdict(assertion: Assertion, verdict: Verdict) -> ClaimChart | None:
    """The same from what is asserted and what the record says of it."""
    trend = trend_of(assertion, verdict)
    if trend is None:
        return None
    scale, unit = _axis(trend)
    record = _figure(trend.then, trend, scale, unit, _token(verdict))
    besides = _figure(trend.besides, trend, scale, unit, verdict.token) if trend.besides else None
    return ClaimChart(
        title=_title(trend),
        finding=_finding(assertion, verdict.token, trend, record, besides),
        unit=unit,
        token=verdict.token,
        record=record,
        basis=in_print(trend.basis),
        source=source_words(trend.source),
        line=_series(trend.line, scale) if trend.line else None,
        others=tuple(_series(line, scale) for line in trend.others),
        claimed=_claimed(trend.claimed, trend, scale) if trend.claimed else None,
        besides=besides,
        level=trend.level,
    )


def _token(verdict: Verdict) -> Token:
    return next(each.holds for each in verdict.references if each.value is not None)


def _title(trend: Trend) -> str:
    return in_print(f"{capitalised(party_words(trend.party))}: {trend.quantity}")


def _finding(assertion: Assertion, token: Token, trend: Trend, record: FigureView, besides: FigureView | None) -> str:
    """Claim and record in words; of what is outdated, the record of both times."""
    told = f"{record.words} in {record.year}"
    if besides and token == "outdated":
        told += f", {besides.words} in {besides.year}"
    return in_print(f"{_claim_words(assertion, trend)}, on record {told}")


def _claim_words(assertion: Assertion, trend: Trend) -> str:
    if trend.claimed is None:
        comparator = assertion.comparator
        if assertion.measure == "change":
            comparator = "<" if assertion.direction == "down" else ">" if assertion.direction == "up" else comparator
            return _MOVED.get(comparator, "claimed no change")
        return f"{_ORDER[comparator]}, denied" if assertion.denied else _ORDER[comparator]
    year = f" in {trend.claimed.year}" if trend.claimed.year != trend.then[0] else ""
    return f"claimed {_mark_words(trend.claimed, trend.unit)}{year}"


def _claimed(mark: Mark, trend: Trend, scale: float) -> ClaimedView:
    words = in_print(_mark_words(mark, trend.unit))
    return ClaimedView(words, mark.year, mark.low / scale, mark.high / scale, mark.comparator)


def _mark_words(mark: Mark, unit: str) -> str:
    """The claimed figure without zeros that nobody claimed: "27 %", "less than 2 times"."""
    if unit == "rank" and mark.comparator == "<":
        return f"among the first {round(mark.high)}"
    low, high = (_ENDING_ZEROS.sub(_shorter, figure_words(value, unit)) for value in (mark.low, mark.high))
    first, _, rest = low.partition(" ")
    figure = high if low == high else f"{first}–{high}" if high.endswith(rest) else f"{low} to {high}"
    return f"{_COMPARATORS[mark.comparator]}{figure}"


def _shorter(found: re.Match[str]) -> str:
    return "" if found[1] == "." else found[1]


def _figure(point: tuple[int, float], trend: Trend, scale: float, unit: str, token: Token) -> FigureView:
    year, value = point
    return FigureView(in_print(figure_words(value, trend.unit)), year, value / scale, unit, token)


def _series(line: Line, scale: float) -> SeriesView:
    points = tuple((year, float(f"{value / scale:.5g}")) for year, value in line.points)
    return SeriesView(in_print(line.basis), source_words(line.source), points)


def _axis(trend: Trend) -> tuple[float, str]:
    """What figures are divided by on the chart, and the unit that this makes, as readers know it."""
    marked = max(abs(trend.then[1]), abs(trend.claimed.high) if trend.claimed else 0.0)
    unit = _METRIC.sub("", trend.unit)
    if unit.startswith("Mt"):
        return (1e3, unit_in_words(f"G{unit[1:]}")) if marked >= 1000 else (1.0, unit_in_words(unit))
    for scale, word in _SCALES:
        if marked >= scale:
            return scale, f"{word} {unit_in_words(unit, 2)}"
    return 1.0, unit_in_words(unit, 2)
