"""Goals that need no figure: neutrality, a peak, an end to coal, a cut without a number, and plans of other kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from parley.reading.pledges.goal import Figure, Goal, Line
from parley.reading.pledges.vocabulary import phrase
from parley.records.pledge import Gas, PledgeKind

_NEUTRAL = phrase(r"\b<neutrality>")
_LOOSE = phrase(r"<loose_neutrality>")
_NAME_AHEAD = phrase(r"\b<named_after_goals>(?: for| to| on)? $")
_SECTOR_AHEAD = phrase(r"\b(?P<sector><sectors>)[- ](?:sector |system )?$")
_SECTOR_WITHIN = phrase(r"\b(?P<sector><sectors>)\b")
_SECTOR_BEHIND = phrase(
    r" (?:(?:in|for|from) )?(?:(?:the|its|their) )?(?P<sector><sectors>) (?:sector|system|grid)s?\b"
)
_SOMETHING_ELSE = re.compile(
    r" (?P<sector>capital|city|town|region|airport|port|company|bank|university|games|stadium|building|fleet)\b"
)
_PEAK = re.compile(
    r"\bwill have peaked\b|\bstop(?:s|ping)? (?:growing|rising|increasing|climbing)\b"
    r"|\bpeak(?:s|ing)?\b(?! (?:demand|hour|season|level|of \d))|\btop(?:s|ping)? out\b|\bcrest(?:s|ing)?\b"
    r"|\b(?:reach|hit|pass)(?:es|ing)? (?:their|its|the|a) (?:high[- ]point|maximum|summit|turning[- ]point"
    r"|highest (?:level|point))\b"
)
_FROM_A_PEAK = re.compile(r"(?:from|below|since|above|than|of) (?:\w+ ){0,3}(?<!to )(?<!will )(?<!would )$")
_OF_COAL = re.compile(r"[\w ]{0,20}\bcoal\b")
_END_OF = phrase(
    r"\b<ending>(?:[ -](?!by |coal|fossil|it |they |he |she |will |would |we )[^\s,;:.]+){0,7}? (?P<thing><fossil>)\b"
)
_THING_ENDS = phrase(
    r"\b(?P<thing><fossil>)\b(?:[ -][\w-]+){0,3}?[ -](?:phase[- ]?out|phase[- ]?down|exit|ban|moratorium)\b"
)
_BE_GONE = phrase(r"\b(?P<thing><fossil>)\b[^.;]{0,110}? (?:to|will|must|should|would) <ended>\b")
_PLANTS = re.compile(r"(?:[ -]fired)?(?: power)?(?: |-)(?:plants?|stations?|units?|mines?)")
_CUT = phrase(
    r"\b<cutting>(?: [^\s,;:.]+){0,3}? <emissions>(?: emissions?)?\b"
    r"|<raising> (?:its|their|his|her)(?: \w+){0,3}? (?:targets?|ambitions?|ndcs?|goals?)\b"
)
_CONTRIBUTE = re.compile(
    r"\b(?:will|would|to) (?:also )?"
    r"(?P<what>contribute|make (?:a|an|its) (?:new |first |additional )?(?:contribution|pledge))"
    r"(?= (?:to|in|as|too|without)\b|[,.]|\s*$)(?! to (?:the )?(?:fight|success|talks|efforts?|goal))"
)
_PLAN = phrase(
    r"\b<planning_papers> (?:for|to|on|against|that would) (?:\w+ ){0,3}?(?P<thing><planned_things>)\b"
    r"|\b(?P<thing2><planned_things>)(?: \w+){0,2}? (?:plan|strategy|roadmap)\b"
)
_FORESTS = phrase(r"\b<stopping>(?: and <stopping>)?(?: \w+){0,2} <forest_loss>\b|\bzero deforestation\b")
_PRICING = phrase(r"\b<starting>(?:ing)?(?: (?!that |which )[^\s,;:.]+){1,4}? (?P<thing><carbon_pricing>)\b")
_COAL_FALLS = phrase(
    r"\bcoal (?:use|consumption|demand|burning)(?: \w+){0,4}? <cutting>\b"
    r"|\b(?:phas(?:e|ing) down|reduc(?:e|ing)|cut(?:ting)?|curb(?:ing)?|lower(?:ing)?)"
    r" (?:its |their |the |domestic )*coal (?:use|consumption)\b"
)
_PLANTING = re.compile(r"\bplant(?:ing)? (?:[^\s,;:]+ ){1,5}?trees\b")
_NEW_NDC = phrase(r"\b<submitting>(?:ing)?\b(?: [^\s,;:.]+){0,5}? <national_plans>\b")
_TARGET_OF_YEAR = phrase(
    r"\b20\d\d[- ](?P<between>(?:(?!<outside_names> |cuts?\b|emissions? range)[\w-]+[ -]){0,4}?)"
    r"(?:targets?|goals?|plans?|pledges?|deadlines?|ambitions?|timelines?|commitments?|objectives?|dates?)\b"
)
_NEUTRALITY_YEARS = range(2045, 2101)


def find_unvalued(line: Line) -> Iterator[Goal]:
    """The goals of a sentence that need no figure, in no order."""
    for find in _FINDERS:
        yield from find(line)


def gas_of(words: str) -> Gas | None:
    """The gas that the words of a goal name."""
    if "methane" in words:
        return "CH4"
    if re.search(r"greenhouse|ghg", words):
        return "GHG"
    if re.search(r"carbon dioxide|co2|carbon neutral|carbon emissions|carbon intensity", words):
        return "CO2"
    return "N2O" if "nitrous" in words else None


def is_loose(words: str) -> bool:
    """Whether the words of a neutrality goal mean one only beside a year."""
    return _LOOSE.match(words) is not None


def _neutralities(line: Line) -> Iterator[Goal]:
    for match in _NEUTRAL.finditer(line.low):
        if _NAME_AHEAD.search(line.low[: match.start()]):
            continue
        sector = (
            _SECTOR_AHEAD.search(line.low[: match.start()])
            or _SECTOR_BEHIND.match(line.low, match.end())
            or _SECTOR_WITHIN.search(match.group())
        )
        sector = sector or _SOMETHING_ELSE.match(line.low, match.end())
        kind: PledgeKind = "other" if sector else "net_zero"
        about = sector["sector"] if sector else None
        yield Goal(kind, match.start(), match.end(), gas=gas_of(match.group()), about=about)


def _peaks(line: Line) -> Iterator[Goal]:
    for match in _PEAK.finditer(line.low):
        around = max(0, match.start() - 40)
        if match.group() == "peaking" or not _FROM_A_PEAK.search(line.low, around, match.start()):
            about = "coal" if _OF_COAL.match(line.low, match.end()) else None
            gas = gas_of(line.low[match.start() : match.end() + 40]) or gas_of(line.low[around : match.start()])
            yield Goal("peak", match.start(), match.end(), gas=gas, about=about)


def _endings(line: Line) -> Iterator[Goal]:
    taken = -1
    for expression in (_END_OF, _THING_ENDS, _BE_GONE):
        for match in expression.finditer(line.low):
            fuel_is_coal = not match["thing"].startswith("the ") or "coal" in line.low
            if match.start() >= taken and fuel_is_coal:
                taken = match.end()
                about = _fossil(match["thing"])
                yield Goal("phase_out", match.start(), match.end(), _plants(line, match), about=about)


def _plants(line: Line, match: re.Match[str]) -> Figure | None:
    """How many plants or mines are to close, where a part of them is counted."""
    first, last = match.start() + line.offset, match.end() + line.offset
    counts = [n for n in line.numbers if n.dimension == "count" and first < n.start < last]
    return (counts[0].low, counts[0].high, "plants") if counts and _PLANTS.match(line.low, match.end("thing")) else None


def _fossil(words: str) -> str:
    if "coal" in words or "lignite" in words:
        return "coal"
    if words.startswith(("the ", "last ", "remaining ")):
        return "coal"
    return "fossil fuels" if re.search("fossil|oil and gas", words) else "combustion engines"


def _coal_falls(line: Line) -> Iterator[Goal]:
    """Less coal than before: "coal use will start to fall from 2026", "to phase down coal consumption"."""
    for match in _COAL_FALLS.finditer(line.low):
        yield Goal("phase_out", match.start(), match.end(), about="coal")


def _plantings(line: Line) -> Iterator[Goal]:
    """Trees to be planted, where they are counted."""
    for match in _PLANTING.finditer(line.low):
        counted = [n for n in line.numbers if match.start() < n.start - line.offset < match.end()]
        if counted:
            yield Goal("other", match.start(), match.end(), (counted[0].low, counted[0].high, "trees"), about="trees")


def _unvalued_cuts(line: Line) -> Iterator[Goal]:
    for match in _CUT.finditer(line.low):
        yield Goal("reduction", match.start(), match.end(), gas=gas_of(match.group()))


def _contributions(line: Line) -> Iterator[Goal]:
    """A promise to pay that names no sum."""
    if any(number.dimension == "money" for number in line.numbers):
        return
    for match in _CONTRIBUTE.finditer(line.low):
        yield Goal("finance", match.start("what"), match.end())


def _other_plans(line: Line) -> Iterator[Goal]:
    for match in _PLAN.finditer(line.low):
        thing = match["thing"] or match["thing2"]
        yield Goal("other", match.start(), match.end(), gas=gas_of(thing), about=thing)
    for match in _PRICING.finditer(line.low):
        yield Goal("other", match.start(), match.end(), about=match["thing"])
    for match in _FORESTS.finditer(line.low):
        yield Goal("other", match.start(), match.end(), about="deforestation")
    for match in _NEW_NDC.finditer(line.low):
        yield Goal("other", match.start(), match.end(), about="NDC")


def _targets_of_years(line: Line) -> Iterator[Goal]:
    """A goal known by its year: "the 2060 decarbonisation target", "its new 2030 emissions-reduction goal"."""
    for match in _TARGET_OF_YEAR.finditer(line.low):
        year, between = int(match.group()[:4]), match["between"]
        kind: PledgeKind | None = "net_zero" if year in _NEUTRALITY_YEARS else None
        if re.search(r"emission|reduction|climate", between):
            kind = "reduction"
        if kind and not _NEUTRAL.search(between):
            yield Goal(kind, match.start(), match.end(), reference=True, year=year)


_FINDERS: tuple[Callable[[Line], Iterator[Goal]], ...] = (
    _neutralities, _peaks, _endings, _coal_falls, _plantings, _unvalued_cuts, _contributions, _other_plans,
    _targets_of_years,
)  # fmt: skip
