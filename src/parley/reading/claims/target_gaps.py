"""Two Parties' targets put beside each other: ten years apart, of the same year, one before the other.

A number of years right before "behind Ruritania" is read with the other counts; here are the other ways to say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parley.reading.claims.draft import Draft, Figure, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import find_subject
from parley.records.claim import Direction

_LENGTHS = {
    "a quarter of a century": 25, "half a century": 50, "a decade": 10, "one decade": 10, "two decades": 20,
    "three decades": 30, "half a decade": 5, "a year": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
_YEARS = (
    r"(?P<length>half a decade|a quarter of a century|half a century"
    r"|(?:a|one|two|three) (?:full |whole |single )?decades?"
    r"|a year|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty)"
    r"[- ](?:full |whole )?years?)"
)
_MATTER = re.compile(
    r"\bnet[- ]?zero|\b(?:carbon|climate|greenhouse[- ]gas)?[- ]?neutral|\bpeak|\b(?:target|deadline)s?\b|\b20[4-9]\d\b"
)
_PEAK = re.compile(r"\bpeak")
_NEUTRAL = re.compile(r"net[- ]?zero|neutral")
_TARGET = r"(?:[\w-]+ ){0,3}?(?:targets?|goals?|dates?|deadlines?|years?|pledges?|timetables?)"
_BY_YEARS = _YEARS.replace("length", "by")
_APART = re.compile(rf"\b{_YEARS} apart\b|\b(?:separated by|differ by|a gap of|a difference of) {_BY_YEARS}")
_LIES_BETWEEN = re.compile(
    rf"\b{_YEARS} (?:(?:lie|lies|stand|are) )?between\b|\b{_BY_YEARS} separates?\b"
    rf"|\bbetween\b[^.;]*? (?:lie|lies|stand|stands|are|is|there are|there is) "
    rf"(?:only |just |about |some |exactly |a gap of |fully )*{_YEARS.replace('length', 'behind')}(?! (?:of|and)\b)"
)
_SAME = re.compile(
    rf"\b(?:the (?:very )?same|an identical|identical|a common|the one) (?:{_TARGET})\b|\bcoincide\b"
    r"|\b(?:target|goal|date)s? (?:are|is) (?:the same|identical)\b"
)
_AS_ANOTHER = re.compile(r" (?:as|with) (?:that of |those of )?(?:the )?")
_THAN_ANOTHER = re.compile(
    rf"\b{_YEARS} (?P<side>later|longer|more|earlier|sooner|less|behind|after|ahead|before)(?: than| of)?"
    r"(?: (?:that|those|the (?:date|target|goal|year|deadline)(?: (?!of|for)\w+)?) (?:of|for))? (?:the )?"
)
_TRAILS = re.compile(
    r"\b(?P<verb>trails?|lags?(?: behind)?|follows?|comes? after|is behind|precedes?|beats?|comes? before|is ahead of)"
    r" (?:the )?"
)
_BY_SO_MUCH = re.compile(rf"(?:['’]s?)?(?: [\w-]+){{0,3}}? by {_YEARS}")
_DISTANCE = re.compile(
    rf"\b(?:distance|gap|difference|interval) between\b[^.;]*? (?:is|are|was|comes to) {_YEARS}"
    rf"|\b{_BY_YEARS} (?:is|are|was) the (?:distance|gap|difference|interval) between\b"
)
_SHARES = re.compile(r"\bshar(?:e|es|ed|ing) (?:the )?$")
_ITS_TARGET = re.compile(rf"['’]s? {_TARGET}\b")
_ORDER = re.compile(
    r"(?P<side>before|ahead of|earlier than|sooner than|after|later than|behind)(?: (?:that|those) of)? (?:the )?(?=\S)"
)
_REACHED_AHEAD = re.compile(
    r"(?:net[- ]?zero(?: emissions)?|neutral(?:ity)?|the goal|there|peak(?: (?:its|their))?(?: emissions)?|20[2-9]\d"
    r"|(?:target|goal|date|deadline)s?(?: (?:is|are|lies?|comes?|falls?|set|still|for|[\w-]+)){0,3}),? $"
)
_NUMBERED_AHEAD = re.compile(rf"{_YEARS} $|\b(?:decades?|years?) $")
_PLEDGED_AHEAD = re.compile(r"\b(?:pledg|promis|announc|declar|adopt|commit|vow|made|nam|submit)\w*\b[^.;,]*$")
_AHEAD = re.compile(r"preced|beat|comes? before|is ahead")
_PLEDGED_IT = re.compile(
    r"\b(?:pledg|promis|announc|declar|adopt|made|nam|submit|set)\w*(?: (?:an?|its|the|their|own))*(?: [\w-]+)? $"
)
_EARLIER = ("before", "ahead", "ahead of", "earlier", "earlier than", "sooner", "sooner than", "less")
_EUROPE = re.compile(r"\beurope(?:['’]s)?\b(?! (?:an|minister))")
_FRONTED = re.compile(r"\W*(?:(?:only|just|about|some|a full) )?")
_PART = re.compile(r"half|a quarter|\w+ (?:full|whole)")
_COUNTED = re.compile(r"\b(?:ahead of|behind|before|after|earlier than|later than)(?: (?:that|those) of)?(?: the)? ?$")
"""What other counts read a number of years by."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A Party at ``line.low[start:end]``; "Europe" with a target is the EU."""

    code: str
    start: int
    end: int


def find_target_gaps(line: Line) -> Iterator[Draft]:
    """The gaps between targets that a sentence tells in other ways than "ten years behind Ruritania"."""
    if not _MATTER.search(line.low):
        return
    named = _named(line)
    yield from _apart(line, named)
    yield from _alike(line, named)
    yield from _shared(line, named)
    yield from _than(line, named)
    yield from _trailing(line, named)
    yield from _in_order(line, named)


def _named(line: Line) -> list[_Named]:
    """The Parties of a sentence in their order."""
    found = [
        _Named(mention.code, mention.start - line.offset, mention.end - line.offset)
        for mention in line.sentence.parties
        if mention.code != "WLD"
    ]
    found += [
        _Named("EUU", each.start(), each.start() + len("europe"))
        for each in _EUROPE.finditer(line.low)
        if all(each.start() >= one.end or each.end() <= one.start for one in found)
    ]
    return sorted(found, key=lambda one: one.start)


def _apart(line: Line, named: Sequence[_Named]) -> Iterator[Draft]:
    """ "Ten years apart", "twenty years between": of two Parties that are named together."""
    for form in (_APART, _LIES_BETWEEN, _DISTANCE):
        for found in form.finditer(line.low):
            told = found["length"] or found["by"] or found.groupdict().get("behind") or ""
            years = _length(told)
            if pair := _pair(line, named):
                yield _draft(line, pair, found.span(), (years, years, "year"), None, told)
                return


def _alike(line: Line, named: Sequence[_Named]) -> Iterator[Draft]:
    """ "The same target year": of two Parties joined before it, or of one "as" another."""
    for found in _SAME.finditer(line.low):
        behind = _AS_ANOTHER.match(line.low, found.end())
        other = next((one for one in named if behind and one.start == behind.end()), None)
        before = [one for one in named if one.end <= found.start() and one.code != (other.code if other else None)]
        pair = (before[-1], other) if other and before else _pair(line, [o for o in named if o.end <= found.start()])
        if pair and not _has_its_own_year(line, pair[0], found.start()):
            yield _draft(line, pair, found.span(), (0.0, 0.0, "year"), None)
            return


def _has_its_own_year(line: Line, one: _Named, end: int) -> bool:
    """Whether a year stands between, so that "the same" is that year: a pledge of its own."""
    return re.search(r"\b20[2-9]\d\b", line.low[one.end : end]) is not None


def _shared(line: Line, named: Sequence[_Named]) -> Iterator[Draft]:
    """ "Ruritania shares Syldavia's target year"."""
    for one, other in pairwise(named):
        found = _ITS_TARGET.match(line.low, other.end)
        if found and _SHARES.search(line.low, one.end, other.start):
            yield _draft(line, (one, other), (one.start, found.end()), (0.0, 0.0, "year"), None)


def _trailing(line: Line, named: Sequence[_Named]) -> Iterator[Draft]:
    """ "Trails Ruritania's by ten years"."""
    for found in _TRAILS.finditer(line.low):
        other = next((one for one in named if one.start == found.end()), None)
        before = [one for one in named if one.end <= found.start() and other and one.code != other.code]
        distance = _BY_SO_MUCH.match(line.low, other.end) if other else None
        if other and before and distance:
            years, side = _length(distance["length"]), "earlier" if _AHEAD.match(found["verb"]) else "later"
            span = (found.start(), distance.end())
            figure: Figure = (years, years, "year")
            yield _draft(line, (before[-1], other), span, figure, _side(side), distance["length"])


def _than(line: Line, named: Sequence[_Named]) -> Iterator[Draft]:
    """ "Ten years longer than Ruritania", "two decades behind Europe's", where no other count has it."""
    for found in _THAN_ANOTHER.finditer(line.low):
        other = next((one for one in named if one.start == found.end()), None)
        before = [one for one in named if one.end <= found.start() and other and one.code != other.code]
        behind = [one for one in named if other and one.start > other.end and one.code != other.code]
        if other is None or not (before or (behind and _FRONTED.fullmatch(line.low, 0, found.start()))):
            continue
        before = before or behind[:1]
        own = find_subject(line, found.start())[0]
        is_mention = bool(line.parties(other.start, other.start + 1))
        counted = _COUNTED.search(found.group()) and not _PART.match(found["length"])
        if own not in (None, other.code) and is_mention and counted:
            continue
        subject = (
            before[-1]
            if own in (None, other.code) or behind == before
            else _Named(own, before[-1].start, before[-1].end)
        )
        years, span = _length(found["length"]), (found.start(), other.end)
        yield _draft(line, (subject, other), span, (years, years, "year"), _side(found["side"]), found["length"])


def _in_order(line: Line, named: Sequence[_Named]) -> Iterator[Draft]:
    """ "Will reach net zero before Ruritania does": an order without a number."""
    for found in _ORDER.finditer(line.low):
        other = next((one for one in named if one.start == found.end()), None)
        ahead = line.low[: found.start()]
        if other is None or _NUMBERED_AHEAD.search(ahead) or not _REACHED_AHEAD.search(ahead):
            continue
        own = find_subject(line, found.start())[0]
        if own in (None, other.code) or re.search(r"\b20[2-9]\d,? $", ahead):
            continue
        goal = max((match.start() for match in _NEUTRAL.finditer(ahead)), default=0)
        if _PLEDGED_AHEAD.search(ahead[goal:]) or _PLEDGED_IT.search(ahead[:goal]):
            continue
        subject = _Named(own, found.start(), found.start())
        span = (found.start(), other.end)
        yield _draft(line, (subject, other), span, (None, None, None), _side(found["side"]))


def _pair(line: Line, named: Sequence[_Named]) -> tuple[_Named, _Named] | None:
    """The two Parties of a sentence that are named as two: "of India and the EU", "India's and China's"."""
    codes = list(dict.fromkeys(one.code for one in named))
    if len(codes) != 2:
        return None
    first = next(one for one in named if one.code == codes[0])
    return first, next(one for one in named if one.code == codes[1])


def _length(words: str) -> float:
    words = re.sub(r"\b(?:full|whole|single) ", "", words)
    if words in _LENGTHS:
        return float(_LENGTHS[words])
    head = re.split(r"[- ]", words)[0]
    if "decade" in words:
        return 10.0 * _LENGTHS.get(head, 1)
    return float(head) if head.isdigit() else float(_LENGTHS[head])


def _side(word: str) -> Direction:
    return "earlier" if word in _EARLIER else "later"


def _draft(
    line: Line,
    pair: tuple[_Named, _Named],
    span: tuple[int, int],
    figure: Figure,
    direction: Direction | None,
    written: str | None = None,
) -> Draft:
    about = "peak" if _PEAK.search(line.low) and not _NEUTRAL.search(line.low) else "net_zero"
    return Draft(
        measure="target_gap",
        subject=pair[0].code,
        figure=figure,
        start=line.offset + min(span[0], pair[0].start),
        end=line.offset + max(span[1], pair[1].end),
        sentence=line.sentence.index,
        written=written,
        against=(pair[1].code,),
        dimension="gap",
        scope=Scope(about=about, direction=direction),
    )
