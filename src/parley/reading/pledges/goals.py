"""Goals that need no figure: neutrality, a peak, an end to coal, a cut without a number, and plans of other kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.vocabulary import phrase
from parley.records.pledge import Gas, PledgeKind

_NEUTRAL = phrase(r"\b<neutrality>(?!-looking)")
_LOOSE = phrase(r"<loose_neutrality>")
_SECTORS = r"(?P<sector>power|electricity|grid|steel|shipping|aviation|buildings?|transport)"
_SECTOR_AHEAD = re.compile(rf"\b{_SECTORS}[- ](?:sector |system )?$")
_SECTOR_BEHIND = re.compile(rf"^ (?:(?:in|for|from) )?(?:the |its |their )?{_SECTORS} (?:sector|system|grid|generation)\b")
_PEAK = phrase(r"\bpeak(?:s|ing)?\b(?! (?:demand|hour|season|level|of \d))")
_NO_PEAK_GOAL = re.compile(r"(?:from|below|since|above|than|of) (?:\w+ ){0,3}$")
_PEAKING_THING = phrase(r"<emissions>|<fossil>|\bpeak by|\bpeak before|(?:hit|reach|see) (?:its|their|a) peak")
_END_OF = phrase(
    r"\b(?P<ending><ending>)(?:[ -](?!by |coal|fossil|it |they |he |she |will |would |we )[^\s,;:.]+){0,7}? (?P<thing><fossil>)\b(?: [\w-]+){0,2}?"
    r"(?P<finance> (?:power )?(?:investments?|financ(?:e|ing)|subsid(?:y|ies)))?"
)
_THING_ENDS = phrase(r"\b(?P<thing><fossil>)\b(?:[ -][\w-]+){0,3}?[ -](?:phase[- ]?out|phase[- ]?down|exit|ban|moratorium)\b")
_BE_GONE = phrase(r"\b(?P<thing><fossil>)\b[^.;]{0,110}? (?:to|will|must|should|would) (?:<ended>)\b")
_NOT_AN_END = re.compile(r"^(?:end|close|stop)s?$")
_CUT = phrase(
    r"\b(?:<cutting>)(?: [^\s,;:.]+){0,3}? (?:<emissions>)(?: emissions?)?\b|"
    r"(?:go(?:ing)? (?:well )?(?:beyond|further than)|rais(?:e|ing)|strengthen(?:ing)?|toughen(?:ing)?|step(?:ping)? up|increas(?:e|ing)|improv(?:e|ing)) (?:its|their|his|her)(?: \w+){0,3}? (?:targets?|ambitions?|ndcs?|goals?)\b"
)
_METHANE_PLAN = phrase(
    r"\b(?:plans?|strategy|roadmap|regulations|rules|measures) (?:for|to|on|against|that would) (?:\w+ ){0,3}?(?P<thing>methane|deforestation|adaptation)\b"
    r"|\b(?P<thing2>methane|deforestation|adaptation)(?: \w+){0,2}? (?:plan|strategy|roadmap)\b"
)
_FOREST = re.compile(r"\b(?:end|ending|halt|halting|stop|stopping|revers\w+|eliminat\w+)(?: and reverse| and reversing)?(?: \w+){0,2} (?P<thing>deforestation|forest loss|(?:illegal )?logging)\b|\bzero deforestation\b")
_NEW_NDC = re.compile(r"\b(?:present|submit|hand in|deliver|put forward|file|bring|update|enhance)(?:ing)?\b(?: [^\s,;:.]+){0,5}? (?P<thing>ndcs?|nationally determined contributions?|climate plans?)\b")
_TARGET_OF_YEAR = phrase(
    r"\b20\d\d[- ](?P<between>(?:(?!by |and |cuts?\b|emissions? range|is |was |a |the |it |to |in |of )[\w-]+[ -]){0,4}?)(?P<noun>targets?|goals?|plans?|pledges?|deadlines?|ambitions?|timelines?|commitments?|objectives?|dates?)\b"
)
_CONTRIBUTE = re.compile(r"\b(?:will|would|to) (?:also )?(?P<what>contribute|make (?:a|an|its) (?:new |first |additional )?(?:contribution|pledge))(?= (?:to|in|as|too|without)\b|[,.]|\s*$)(?! to (?:the )?(?:fight|success|talks|efforts?|goal))")
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


def _neutrality(line: Line) -> Iterator[Goal]:
    for match in _NEUTRAL.finditer(line.low):
        sector = _SECTOR_AHEAD.search(line.low[: match.start()]) or _SECTOR_BEHIND.match(line.low[match.end() :])
        kind: PledgeKind = "other" if sector else "net_zero"
        about = sector["sector"] if sector else None
        yield Goal(kind, match.start(), match.end(), gas=gas_of(match.group()), about=about)


def is_loose(words: str) -> bool:
    """Whether the words of a neutrality goal mean one only beside a year."""
    return _LOOSE.match(words) is not None


def _peaks(line: Line) -> Iterator[Goal]:
    for match in _PEAK.finditer(line.low):
        if not _NO_PEAK_GOAL.search(line.low, max(0, match.start() - 40), match.start()):
            about = "coal" if re.match(r"[\w ]{0,20}\bcoal\b", line.low[match.end() :]) else None
            gas = gas_of(line.low[max(0, match.start() - 40) : match.end() + 40])
            yield Goal("peak", match.start(), match.end(), gas=gas, about=about)


def _endings(line: Line) -> Iterator[Goal]:
    taken = -1
    for match in _END_OF.finditer(line.low):
        taken = match.end()
        yield Goal("phase_out", match.start(), match.end(), _plants(line, match), about=_fossil(match["thing"]))
    for expression in (_THING_ENDS, _BE_GONE):
        for match in expression.finditer(line.low):
            if match.start() >= taken:
                taken = match.end()
                yield Goal("phase_out", match.start(), match.end(), about=_fossil(match["thing"]))


def _plants(line: Line, match: re.Match[str]) -> tuple[float, float, str] | None:
    """How many plants or mines are to close, where a part of them is counted."""
    inside = [n for n in line.numbers if n.dimension == "count" and match.start() < n.start - line.offset < match.end()]
    counted = re.match(r"(?: power)?(?: |-)(?:plants?|stations?|units?|mines?)", line.low[match.end("thing") :])
    return (inside[0].low, inside[0].high, "plants") if inside and counted else None


def _fossil(words: str) -> str:
    if "coal" in words or "lignite" in words:
        return "coal"
    return "fossil fuels" if re.search("fossil|oil and gas", words) else "combustion engines"


def _unvalued_cuts(line: Line) -> Iterator[Goal]:
    for match in _CUT.finditer(line.low):
        yield Goal("reduction", match.start(), match.end(), gas=gas_of(match.group()))


def _contributions(line: Line) -> Iterator[Goal]:
    """A promise to pay that names no sum."""
    if not any(number.dimension == "money" for number in line.numbers):
        for match in _CONTRIBUTE.finditer(line.low):
            yield Goal("finance", match.start("what"), match.end())


def _other_plans(line: Line) -> Iterator[Goal]:
    for match in _METHANE_PLAN.finditer(line.low):
        thing = match["thing"] or match["thing2"]
        yield Goal("other", match.start(), match.end(), gas=gas_of(thing), about=thing)
    for match in _FOREST.finditer(line.low):
        yield Goal("other", match.start(), match.end(), about="deforestation")
    for match in _NEW_NDC.finditer(line.low):
        yield Goal("other", match.start(), match.end(), about="NDC")


def _targets_of_years(line: Line) -> Iterator[Goal]:
    """A goal known by its year: "the 2060 decarbonisation target", "its new 2030 emissions-reduction goal"."""
    for match in _TARGET_OF_YEAR.finditer(line.low):
        year, between = int(match.group()[:4]), match["between"]
        if _NEUTRAL.search(between):
            continue
        kind: PledgeKind | None = None
        if re.search(r"emission|reduction|climate", between):
            kind = "reduction"
        elif not between.strip(" -") or year in _NEUTRALITY_YEARS:
            kind = "net_zero" if year in _NEUTRALITY_YEARS else None
        if kind:
            yield Goal(kind, match.start(), match.end(), reference=True, year=year)


_FINDERS: tuple[Callable[[Line], Iterator[Goal]], ...] = (
    _neutrality, _peaks, _endings, _unvalued_cuts, _contributions, _other_plans, _targets_of_years,
)  # fmt: skip
