"""Goals with a figure: cuts and shares in per cent or tonnes, capacities, sums of money, limits of warming."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from parley.reading.numbers import NumberMention
from parley.reading.pledges.goal import Figure, Goal, Line
from parley.reading.pledges.goals import gas_of
from parley.reading.pledges.lists import gapped_parties
from parley.reading.pledges.percentages import clean_thing, read_percentage
from parley.reading.pledges.vocabulary import phrase
from parley.terms.units import convert

_WINDOW = 110
_WARMEST_GOAL = 3.0
_EMITS = phrase(r"\b<emissions>\b|\b20[2-9]\d[ -](?:[\w-]+ ){0,2}(?:target|goal|pledge)")
_ALL_CLEAN = phrase(
    r"\ball (?:of )?(?:its|the|their) (?:[\w'-]+ )?(?:power|electricity|energy)\b[^.;,]{0,40}?\b<clean>\b"
)
_CLEAN_BY_A_YEAR = re.compile(
    r"\b(?:(?:carbon|emissions?|pollution|carbon[- ]pollution|fossil)[- ]free|zero[- ]carbon|fully (?:clean|renewable"
    r"|decarboni[sz]ed)|(?:entirely|only|nothing but|exclusively) (?:clean|renewable|green)) (?:electricity|power)"
    r"(?= (?:by|before|from|in) (?:the year )?20[2-9]\d)"
)
_CAPACITY = phrase(r"\b(?:<clean>|<things_with_capacity>)\b")
_TRADED_AHEAD = phrase(r"\b(?:export|import|sell|buy)(?:s|ing|ed)? <hedges>$")
_LIMITED_AHEAD = phrase(r"\b(?:<limiting>|<cutting>|to|at)\b[^.;]*$")
_END_AHEAD = phrase(r"\b<ending>\b[^.;,]{0,30}$")
_GROWN_AHEAD = phrase(r"(?:from|compared (?:with|to)|versus|against) <hedges>(?:planned |current )?$")
_TIMES = re.compile(r"(?:tripl|doubl|quadrupl)")
_TO_GIGAWATTS = phrase(r"[^.;,]*? to <hedges>[\d,.]+ ?(?:gw|gigawatts?)\b")
_OF_SOMETHING_ELSE = phrase(r"[^.;,]*?\b<not_capacity>\b")
_MULTIPLIED = phrase(r"(?:(?! and )[^.;,])*?\b<multiplied>\b")
_MULTIPLIED_AHEAD = phrase(r"\b<multiplied>\b(?: \w+){0,4} (?:be|to|is|are) $")
_HALVED = phrase(r" (?:[^\s,;:.]+ ){0,4}?<emissions>\b|ing? (?:them|these|it)\b| (?:them|these)\b")
_FUNDING_BEHIND = phrase(
    r" (?:<owners_of_finance> )*(?:(?:climate|adaptation) <support>|<support> for (?:climate \w+|adaptation))\b"
)
_PAYING = phrase(r"\b<paying>\b")
_NOT_PAID = re.compile(
    r" (?:worth|in (?:debt|losses|damage)|of (?:debt|its budget)|received|spent|raised so far)"
    r"| (?:a|per) (?:barrel|tonne?)"
)
_PART_AHEAD = re.compile(r"(?:%|per ?cent|half|third|quarter) of (?:the|its|that) $")
_SHORTFALL_AHEAD = re.compile(
    r"\b(?:approved|provided|paid|delivered|received|got|spent) (?:only|just|barely)(?: \w+)? $"
)
_OF_A_DEAL = phrase(r" (?:[\w-]+ ){0,4}?<deals>\b")
_DEALT = re.compile(r"\b(?:its|their|the|[\w]+'s?) $")
_MASS = re.compile(r"^[kMG]?[tg]")
_UNPAYABLE_AHEAD = phrase(r"<unpayable> (?:[\w']+ )?(?:some |about |around )?$")
_RAISED_FROM = re.compile(r"(?:up from|compared (?:with|to)|out of) (?:\w+ ){0,2}$")
_UNPAID_AHEAD = (_UNPAYABLE_AHEAD, _RAISED_FROM, _PART_AHEAD, _SHORTFALL_AHEAD)
_YEARLY_BEHIND = re.compile(r"[^.;]{0,60}?(?: a year| annually| per year|-a-year| each year)")
_ENDS = re.compile(r"[.,;]|$| and\b|\s")
_WARMING = phrase(r"\b<holding_warming>\b")
_EARLIER = re.compile(r"\b(?:previous(?:ly)?|earlier|old|former|predecessor)\b")
_PEAK_AHEAD = phrase(r"\bpeak(?:s|ing)? (?:[\w-]+ ){0,9}?at <hedges>$")
_LEVEL_AHEAD = phrase(
    r"\b(?:<emissions>|<limiting>|range|upper limit|target)\b[^.;]*?"
    r" (?:at|to|below|under|within|of|between|is|be) <hedges>$"
)
_EMITS_AHEAD = phrase(r"\b<emissions>(?: (?:in|by) 20\d\d)?(?: at| somewhere| to| be| of)* $")
_EMITTED_AHEAD = phrase(r"\b(?:emit|release|discharge|pollute)(?:s|ting|ing)? <hedges>$")
_RANGE_AHEAD = phrase(r"\b(?:range|cap|ceiling|limit)(?: of|[^.;,]{0,40}? is) <hedges>$")
_SINK_AHEAD = re.compile(r"\b(?:sinks?|removals?|absorb\w*|captur\w+|stor(?:e|ing))\b[^.;,]{0,30}$")
_CUT_AHEAD = phrase(r"\b<cutting>\b[^.;:]*?\s*(?:by|to|of|at)? <hedges>$")
_AVOIDED_AHEAD = phrase(r"\bavoid(?:s|ing)?\b[^.;:]{0,30}? <hedges>$")
_CUT_BEHIND = phrase(r" <cutting>\b")


def find_valued(line: Line, previous: Goal | None) -> Iterator[Goal]:
    """The goals of a sentence that are about a figure; ``previous`` is the last goal of the text before it."""
    last: Goal | None = None
    for number in line.numbers:
        if number.same_as is not None and number.same_as[0] < number.start:
            continue
        read = _READERS.get(number.dimension)
        goal = read(line, number, last or previous, last is not None) if read else None
        if goal:
            last = goal
            yield goal
    for match in _ALL_CLEAN.finditer(line.low):
        yield Goal("share", match.start(), match.end(), (100.0, 100.0, "%"), about=clean_thing(match.group()))
    for match in () if last and last.kind == "share" else _CLEAN_BY_A_YEAR.finditer(line.low):
        yield Goal("share", match.start(), match.end(), (100.0, 100.0, "%"), about=clean_thing(match.group()))


def _sides(line: Line, number: NumberMention) -> tuple[str, str, int, int]:
    start, end = number.start - line.offset, number.end - line.offset
    return line.low[max(0, start - _WINDOW) : start], line.low[end : end + _WINDOW], start, end


def _power(line: Line, number: NumberMention, last: Goal | None, near: bool) -> Goal | None:
    before, after, start, end = _sides(line, number)
    words = before[-70:] + after[:60]
    listed = near and last is not None and last.kind == "capacity"
    if not (listed or _CAPACITY.search(words)):
        return None
    figure = (number.low, number.high, number.unit)
    if _TRADED_AHEAD.search(before):
        return None
    if "coal" in words and _END_AHEAD.search(before):
        return Goal("phase_out", start, end, figure, about="coal")
    older = _GROWN_AHEAD.search(before) is not None
    if older and not listed:
        return None
    if "coal" in before and not (listed or _LIMITED_AHEAD.search(before)):
        return None
    return Goal("capacity", start, end, figure, about="coal" if "coal" in words else clean_thing(words), older=older)


def _multiple(line: Line, number: NumberMention, last: Goal | None, near: bool) -> Goal | None:
    before, after, start, end = _sides(line, number)
    word = line.low[start:end]
    if word.startswith("halv") and _HALVED.match(after):
        return Goal("reduction", start, end, (50.0, 50.0, "%"), "base_year", gas_of(after[:50]))
    if not _TIMES.match(word) or _TO_GIGAWATTS.match(after):
        return None
    figure = (number.low, number.high, "times")
    multiplied = _MULTIPLIED.match(after[:70])
    if (multiplied and not _OF_SOMETHING_ELSE.match(multiplied.group())) or _MULTIPLIED_AHEAD.search(before):
        return Goal("capacity", start, end, figure, about="renewables")
    paid = _FUNDING_BEHIND.match(after) and not any(other.dimension == "money" for other in line.numbers)
    return Goal("finance", start, end, figure) if paid else None


def _money(line: Line, number: NumberMention, last: Goal | None, near: bool) -> Goal | None:
    before, after, start, end = _sides(line, number)
    clause = line.low[line.low.rfind(";", 0, start) + 1 : start] + line.low[end:].partition(";")[0]
    listed = near and last is not None and last.kind == "finance"
    if not (listed or _PAYING.search(clause)):
        return None
    if any(expression.search(before) for expression in _UNPAID_AHEAD) or _NOT_PAID.match(after):
        return None
    if _DEALT.search(before) and _OF_A_DEAL.match(after):
        return None
    yearly = number.per == "year" or _YEARLY_BEHIND.match(after) or "annual" in before[-50:]
    low = number.high if number.shape == "rise" else number.low
    return Goal("finance", start, end, (low, number.high, number.unit), about="a year" if yearly else None)


def _listed_money(line: Line, number: NumberMention, last: Goal | None, near: bool) -> Goal | None:
    """A sum without its currency: "Ruritania offered 30 million euros, Borduria 20 million"."""
    start, end = number.start - line.offset, number.end - line.offset
    listed = near and last is not None and last.kind == "finance" and last.figure is not None
    if not listed or number.low < 1e5 or not gapped_parties(line, start) or not _ENDS.match(line.low, end):
        return None
    return Goal("finance", start, end, (number.low, number.high, last.figure[2] if last and last.figure else None))


def _temperature(line: Line, number: NumberMention, last: Goal | None, near: bool) -> Goal | None:
    before, _, start, end = _sides(line, number)
    if number.unit != "degC" or number.high > _WARMEST_GOAL or not _WARMING.search(before):
        return None
    return Goal("temperature_goal", start, end, (number.low, number.high, "degC"))


def _tonnes(line: Line, number: NumberMention, last: Goal | None, near: bool) -> Goal | None:
    before, after, start, end = _sides(line, number)
    if _SINK_AHEAD.search(before):
        return None
    ranged = _RANGE_AHEAD.search(before) and not after.startswith(" of ")
    if not (ranged or _EMITS.search(line.low) or _EMITTED_AHEAD.search(before)):
        return None
    figure = _in_megatonnes(number)
    gas = gas_of(before[-50:] + after[:40])
    if peak := _PEAK_AHEAD.search(before):
        return Goal("peak", start - len(before) + peak.start(), end, figure, gas=gas, to_level=True)
    ranging = line.low.startswith(("between ", "from "), start) and _EMITS_AHEAD.search(before)
    if ranging or _LEVEL_AHEAD.search(before) or _EMITTED_AHEAD.search(before):
        older = last is not None and _EARLIER.search(before[-60:]) is not None
        return Goal("reduction", start, end, figure, "absolute", gas, to_level=True, older=older)
    cut = _CUT_AHEAD.search(before) or _CUT_BEHIND.match(after) or _AVOIDED_AHEAD.search(before)
    return Goal("reduction", start, end, figure, "absolute", gas) if cut else None


def _in_megatonnes(number: NumberMention) -> Figure:
    """Tonnes as million tonnes, of CO2-equivalent where no gas is named."""
    unit = number.unit or "t"
    if number.dimension == "mass":
        return (convert(number.low, unit, "Mt"), convert(number.high, unit, "Mt"), "MtCO2e")
    mega = "Mt" + _MASS.sub("", unit)
    return (convert(number.low, unit, mega), convert(number.high, unit, mega), mega)


_READERS: dict[str, Callable[[Line, NumberMention, Goal | None, bool], Goal | None]] = {
    "percent": read_percentage, "fraction": read_percentage, "power": _power, "multiple": _multiple, "money": _money,
    "count": _listed_money,    "temperature": _temperature, "emissions": _tonnes, "mass": _tonnes,
}  # fmt: skip
