"""Goals with a figure: cuts, shares, capacities, sums of money, limits of warming."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from parley.reading.numbers import NumberMention
from parley.reading.pledges.goal import Goal, Line, gapped_party
from parley.reading.pledges.goals import gas_of
from parley.reading.pledges.vocabulary import phrase
from parley.records.pledge import ReductionBasis
from parley.terms.units import convert

_WINDOW = 110
_HEDGES = r"(?:(?:about|around|at least|at most|up to|more than|over|nearly|almost|some|between|as much as|no more than|no less than|an?|the|its|their|only|just|roughly|approximately|a further|an additional|another|above|or|and|perhaps|ideally|only|least|additional|initial|extra) )*"

_CUT_BEHIND = phrase(r"^['\"]? ?(?:(?!of |from |in |by |to |and |or |as |the )[a-z-]+[ -]){0,3}?(?:<cutting>)\b")
_BASE_BEHIND = phrase(
    r"^['\")]? ?(?:,? ?(?:in )?(?:<emissions> )*(?:by 20\d\d )?)?(?:below|from|against|compared (?:to|with)|relative to|versus|vs\.?|over|on|under|less than|lower than|of|off)"
    r" (?:(?:the|its|their|a|an|what|levels? (?:of|in)) )*(?:[\w-]+ ){0,2}?(?:(?:fiscal |fy ?)?(?:19|20)\d\d|business[- ]as[- ]usual|bau|peak|baseline|base[- ]year|(?:projected|current|present) (?:levels?|emissions))"
)
_CUT_AHEAD = phrase(rf"\b(?:<cutting>)\b(?P<between>[^.;:]*?)\s*(?P<preposition>by|to|of|at)?,? ?['\"]?{_HEDGES}['\"]?$")
_LEVEL_AHEAD = phrase(rf"\b(?:<emissions>|<limiting>|range|upper limit|target)\b[^.;]*? (?:at|to|below|under|within|of|between|is) {_HEDGES}$")
_EMITS = phrase(r"\b(?:<emissions>)\b")
_INTENSITY = phrase(r"\b(?:<intensity>)\b")
_PEAK_AHEAD = re.compile(rf"\bpeak(?:s|ing)? (?:[\w-]+ ){{0,4}}?at {_HEDGES}$")
_BAU = re.compile(r"business[- ]as[- ]usual|\bbau\b|baseline scenario|projected")
_PEAKED = re.compile(r"(?:from|below) (?:its|their|the|a|an)? ?(?:\w+ ){0,2}peak")
_CLEAN_BEHIND = phrase(r"^ ?(?:of )?(?:<clean>)\b(?! (?:and )?(?:jobs|bond))")
_OF_POWER_BEHIND = phrase(r"^ of (?:(?:all|its|the|their|total|country's|national|installed|new|primary|final|global) )*(?:[\w'-]+ ){0,2}?(?:<power>)\b")
_SHARE_AHEAD = phrase(rf"\bshare of\b[^;:]*?(?:to|at|above|of|reach|is|be|by) {_HEDGES}$|\b(?:<clean>)\b[^.;:]*? (?:make up|account for|supply|cover|provide|meet|reach|generate|to|at|hit|form|from) {_HEDGES}$")
_CLEAN = phrase(r"\b(?:<clean>)\b")
_POWER = phrase(r"\b(?:<power>)\b")
_ALL_CLEAN = phrase(r"\b(?P<all>all) (?:of )?(?:its|the|their) (?:[\w'-]+ )?(?:power|electricity|energy)\b[^.;,]{0,40}?\b(?:<clean>)\b")
_TARGET_BEHIND = re.compile(r"^,? (?:with (?:\w+ ){0,2}(?:support|help|aid|assistance|finance)|if |conditional|given )|^ (?:by|before|in|for|until) (?:the end|fiscal|this|20\d\d)|^ (?:emissions? )?(?:target|goal|pledge)")
_TARGET_AHEAD = phrase(rf"(?:\b(?:<target_nouns>|ndc)(?: of| to| at| from| is| was|:)|\bpledg(?:ed|es|ing)|^[^:]{{2,40}}:) (?:(?:cut|reduction|reducing emissions) (?:of|by) )?{_HEDGES}$|\b(?:had|has) (?:pledged|promised) (?:a|an) (?:cut|reduction) of {_HEDGES}$")
_IN_TARGET = re.compile(r"\b20[2-9]\d[ -](?:[\w-]+ ){0,2}(?:target|goal|pledge)")
_PAST_BEHIND = re.compile(r"^[^.;,]{0,25}? (?:today|last year|at present|currently|now\b(?! agreed)|a decade ago|in (?:fiscal )?(?:19|20[01]\d|202[0-4])\b)")
_COMPARED = re.compile(rf"(?:from|compared (?:with|to)|versus|against|down from|(?<!more )(?<!less )than) {_HEDGES}$")
_OLDER_AHEAD = re.compile(
    rf"(?:up from|down from|from|instead of|in place of|rather than|replac\w+|supersed\w+|beyond|double|previous\w*|earlier|old|former|settled for)"
    rf" (?:(?:the|its|a|an|their|of|for|target|goal|pledge|cut|reduction|earlier|previous|old|current|existing|plan|promise) )*{_HEDGES}$"
)
_PREVIOUS = re.compile(r"\b(?:previous(?:ly)?|earlier|old|former|predecessor)\b")
_END_AHEAD = phrase(r"\b(?:<ending>)\b[^.;,]{0,30}$")
_CAPACITY = phrase(r"\b(?:<clean>|coal|capacity|install(?:s|ed|ing)?|power plants?|batter(?:y|ies)|storage|interconnector)\b")
_BUILT_AHEAD = re.compile(rf"\b(?:commissioned|installed|added|built|stood at|reached|has|have|had|totalled|totaled) {_HEDGES}$")
_TIMES = re.compile(r"^(?:tripl|doubl|quadrupl)")
_HALVED = phrase(r"^ (?:[^\s,;:.]+ ){0,4}?(?:<emissions>)\b")
_FUNDING_BEHIND = re.compile(r"^ (?:(?:its|their|the|annual|own|international|collective|overall|of|public|provision|contributions? to) )*(?:climate|adaptation) (?:finance|funding|aid|support)\b")
_PAYING = phrase(r"\b(?:<paying>)\b")
_NOT_PAID = re.compile(r"^ (?:worth|in (?:debt|losses|damage)|of (?:debt|its budget))|^ (?:a|per) barrel")
_NOT_PAYABLE_AHEAD = re.compile(r"(?:worth|debts? of|needs?|cost\w*|past|valued at|trade of|total of|gdp of|market|lost|earned|saved|losses of|mobilised|mobilized) (?:[\w']+ )?(?:some |about |around )?$")
_WARMING = phrase(r"\b(?:<holding_warming>)\b")
_DEGREES_AS_FACT = re.compile(r"(?:warmed|up|rise|rose|risen|reached|exceed\w*|path to|track for|at|of|towards?|to|shave|warming of) (?:by |about |around )*$")

ValueUse = Literal["reduction", "share"]


def find_valued(line: Line, previous: Goal | None) -> Iterator[Goal]:
    """The goals of a sentence that are about a figure; ``previous`` is the last one of the sentence before."""
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
        yield Goal("share", match.start(), match.end(), (100.0, 100.0, "%"), about=_clean_thing(match.group()))


def _sides(line: Line, number: NumberMention) -> tuple[str, str, int, int]:
    start, end = number.start - line.offset, number.end - line.offset
    return line.low[max(0, start - _WINDOW) : start], line.low[end : end + _WINDOW], start, end


def _percentage(line: Line, number: NumberMention, last: Goal | None, same_sentence: bool) -> Goal | None:
    value = number.percent
    if value is None or (number.dimension == "fraction" and not (_EMITS.search(line.low) or _CLEAN.search(line.low))):
        return None
    before, after, start, end = _sides(line, number)
    older = bool(_OLDER_AHEAD.search(before)) or bool(_PREVIOUS.search(before[-60:]) and last)
    if _COMPARED.search(before) and (not older or _PAST_BEHIND.match(after)):
        return None
    gapped = gapped_party(line, start) is not None
    use = _use_of_percentage(line, before, after, last, same_sentence, older, gapped)
    figure = (value[0], value[1], "%")
    if use == "share":
        return Goal("share", start, end, figure, about=_clean_thing(before[-70:] + after[:60]), older=older)
    if use == "reduction":
        words = before[-80:] + line.low[start:end] + after
        inherited = last if last and last.kind == "reduction" and same_sentence else None
        basis = _basis(before, after) or (inherited.basis if inherited else "base_year")
        gas = gas_of(before[-80:] + " " + after[:50]) or (inherited.gas if inherited else None)
        return Goal("reduction", start, end, figure, basis, gas, to_level=_is_level(before, after), older=older, about=_methane_source(words))
    return None


def _use_of_percentage(line: Line, before: str, after: str, last: Goal | None, same_sentence: bool, older: bool, gapped: bool) -> ValueUse | None:
    if _CLEAN_BEHIND.match(after) or (_OF_POWER_BEHIND.match(after) and _CLEAN.search(line.low)):
        return "share"
    if _CUT_BEHIND.match(after):
        return "reduction"
    if _SHARE_AHEAD.search(before) and (_POWER.search(line.low) or "share of" in before):
        return "share"
    if _BASE_BEHIND.match(after) and not _of_something_else(after):
        return "reduction"
    ahead = _CUT_AHEAD.search(before)
    promised = _TARGET_AHEAD.search(before)
    about_emissions = _EMITS.search(line.low) or promised or (last is not None and last.kind in ("reduction", "net_zero"))
    if ahead and about_emissions and not re.search(r"\d", ahead["between"].replace("co2", "")[-25:] if ahead["preposition"] else ahead["between"]):
        return "reduction"
    if promised and not after.startswith(" of ") and (_TARGET_BEHIND.match(after) or _IN_TARGET.search(line.low) or older or last is not None):
        return "share" if _CLEAN.search(line.low) else "reduction"
    if last is None or last.kind not in ("reduction", "share"):
        return None
    listed = same_sentence and re.search(rf"(?:and|or|,|;|to|from)(?: to| by)? {_HEDGES}$", before) and _TARGET_BEHIND.match(after)
    if listed or older or (same_sentence and gapped):
        return "share" if last.kind == "share" else "reduction"
    return None


def _of_something_else(after: str) -> bool:
    """ "14% of 2020 emissions" is a share of them, not a cut."""
    return after.startswith(" of ") and "level" not in after[:50]


def _is_level(before: str, after: str) -> bool:
    return after.startswith(" of ") and "level" in after[:50]


def _basis(before: str, after: str) -> ReductionBasis | None:
    if _INTENSITY.search(before):
        return "intensity"
    if _BAU.search(after[:70]) or _BAU.search(before[-40:]):
        return "bau"
    if _PEAKED.search(after[:40]):
        return "below_peak"
    return None


def _methane_source(words: str) -> str | None:
    return "methane" if "methane" in words else None


def _clean_thing(words: str) -> str:
    for thing in ("non-fossil", "nuclear", "renewable", "solar", "wind", "hydrogen", "electric"):
        if thing in words:
            return {"renewable": "renewables", "electric": "electric vehicles" if "vehicle" in words or "car" in words else "electricity"}.get(thing, thing)
    return "electricity"


def _power(line: Line, number: NumberMention, last: Goal | None, same_sentence: bool) -> Goal | None:
    before, after, start, end = _sides(line, number)
    figure = (number.low, number.high, number.unit)
    words = before[-70:] + after[:60]
    if not (_CAPACITY.search(words) or (last and last.kind == "capacity" and same_sentence)):
        return None
    if _BUILT_AHEAD.search(before):
        return None
    if _END_AHEAD.search(before) and "coal" in words:
        return Goal("phase_out", start, end, figure, about="coal")
    older = bool(_OLDER_AHEAD.search(before)) or bool(_COMPARED.search(before))
    if older and not (last and last.kind == "capacity" and same_sentence):
        return None
    return Goal("capacity", start, end, figure, about="coal" if "coal" in words else _clean_thing(words), older=older)


def _multiple(line: Line, number: NumberMention, last: Goal | None, same_sentence: bool) -> Goal | None:
    before, after, start, end = _sides(line, number)
    word = line.low[start:end]
    if word.startswith("halv") and _HALVED.match(after):
        return Goal("reduction", start, end, (50.0, 50.0, "%"), "base_year", gas_of(after[:50]))
    if not _TIMES.match(word):
        return None
    if re.search(r"renewable|clean (?:power|energy)|solar|wind", before[-40:] + after[:60]):
        return Goal("capacity", start, end, (number.low, number.high, "times"), about="renewables")
    paid = _FUNDING_BEHIND.match(after) and not any(n.dimension == "money" for n in line.numbers)
    return Goal("finance", start, end, (number.low, number.high, "times")) if paid else None


def _money(line: Line, number: NumberMention, last: Goal | None, same_sentence: bool) -> Goal | None:
    before, after, start, end = _sides(line, number)
    clause = re.split(r"[;]", before)[-1] + " " + re.split(r"[;]", after)[0]
    listed = last is not None and last.kind == "finance" and same_sentence
    if not (_PAYING.search(clause) or listed) or _NOT_PAID.match(after) or _NOT_PAYABLE_AHEAD.search(before):
        return None
    if re.search(r"(?:up from|compared (?:with|to)|out of) (?:\w+ ){0,2}$", before):
        return None
    yearly = number.per == "year" or re.match(r"[^.;]{0,60}?(?: a year| annually| per year|-a-year| each year)", after) is not None
    low, high = (number.high, number.high) if number.shape == "rise" else (number.low, number.high)
    return Goal("finance", start, end, (low, high, number.unit), about="a year" if yearly or "annual" in before[-50:] else None)


def _temperature(line: Line, number: NumberMention, last: Goal | None, same_sentence: bool) -> Goal | None:
    before, after, start, end = _sides(line, number)
    if number.unit != "degC" or number.high > 3 or not _WARMING.search(before):
        return None
    return Goal("temperature_goal", start, end, (number.low, number.high, "degC"))


def _tonnes(line: Line, number: NumberMention, last: Goal | None, same_sentence: bool) -> Goal | None:
    before, after, start, end = _sides(line, number)
    if not (_EMITS.search(line.low) or _IN_TARGET.search(line.low)):
        return None
    figure = _in_megatonnes(number)
    gas = gas_of(before[-50:] + after[:40])
    if _PEAK_AHEAD.search(before):
        return Goal("peak", start, end, figure, gas=gas, to_level=True)
    if _LEVEL_AHEAD.search(before):
        older = bool(_PREVIOUS.search(before[-60:]) and last is not None)
        return Goal("reduction", start, end, figure, "absolute", gas, to_level=True, older=older)
    return Goal("reduction", start, end, figure, "absolute", gas) if _CUT_AHEAD.search(before) else None


def _in_megatonnes(number: NumberMention) -> tuple[float, float, str | None]:
    """Tonnes as million tonnes, of CO2-equivalent where no gas is named."""
    if number.unit is None or number.dimension == "mass":
        scale = 1e-6 if number.unit == "t" else 1.0
        return number.low * scale, number.high * scale, "MtCO2e" if number.unit == "t" else number.unit
    metric = "MtCO2e" if "CO2e" in number.unit else "Mt" + number.unit.lstrip("kMGT").removeprefix("t")
    return convert(number.low, number.unit, metric), convert(number.high, number.unit, metric), metric


_READERS: dict[str, Callable[[Line, NumberMention, Goal | None, bool], Goal | None]] = {
    "percent": _percentage, "fraction": _percentage, "power": _power, "multiple": _multiple, "money": _money,
    "temperature": _temperature, "emissions": _tonnes, "mass": _tonnes,
}  # fmt: skip
