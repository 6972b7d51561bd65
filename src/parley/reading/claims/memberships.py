"""How many members a group has, how many Parties adopted an agreement: "the EU has 27 member states"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.numbers import NumberMention
from parley.terms.agreements import find_agreements
from parley.terms.memberships import adoptions, memberships

MEMBERS, MEMBERS_ASIDE, ADOPTED_BY = "members", "members_aside", "adopted_by"
_NOUN = (
    r"(?: (?:sovereign |member |small |island |full |different |separate |of them ))?"
    r" ?(?P<noun>member[- ](?:states|countries|nations)|members|member governments|states|countries|nations"
    r"|economies)\b"
)
_NOUN_BEHIND = re.compile(rf"^(?:{_NOUN})")
_HEDGES = (
    r"(?:(?:about|some|only|just|no more than|more than|over|nearly|almost|fewer than|less than|exactly|still|now|at"
    r" present|today|currently|all of|as many as|at least|around|roughly|no fewer than|its|the|of|again|all|once more"
    r"|to|at|a total of) )*"
)
_HAS = re.compile(
    rf"^(?:,? (?:a|the) (?:bloc|group|alliance|club|union|coalition|grouping),?)?,? (?:which )?"
    rf"(?:(?:still|now|today|currently|at present|then|once|has|had|have|is|was|that) )*"
    rf"(?:has|have|had|counts?|counted|numbers?|numbered|comprises?|comprised|consists? of|consisted of|unites?|united"
    rf"|is made up of|are made up of|is composed of|is formed by|includes?|encompass(?:es|ed)?|brings together|groups"
    rf"|represents|boasts|shr[aiu]nk|shrunk|grew|grown|expanded|enlarged|fell|dwindled|(?:was|been) reduced|stands?"
    rf"|stood) {_HEDGES}$"
)
_GAPPED = re.compile(rf"^,? {_HEDGES}$")
_BELONG = re.compile(
    r"^ (?:now |today |currently |together )?(?:belong(?:ed)? to|make up|made up|form(?:ed)?|constitute|are in|sit in"
    r"|sat in|are (?:members of|united in|part of)|compose|comprise) (?:the |an? )?$"
)
_OF_ASIDE = re.compile(r"^ (?:of |in |that (?:make up|form|belong to) )?(?:the )?$")
_BLOC_OF = re.compile(
    rf"\b(?:bloc|group|club|union|alliance|coalition|grouping|family|community|association) of {_HEDGES}$"
)
_THE = re.compile(rf"\b(?:the|all|its|all the|all of the) {_HEDGES}$")
_ADOPTING = re.compile(
    r"^ (?:\w+ )?(?:had |have )?(?:unanimously |together |jointly )?(?:adopt|agree|approv|seal|endors)\w*\b"
)
_ADOPTED_BY = re.compile(
    rf"\b(?:adopted|agreed|approved|sealed|endorsed)(?: [^.;,]{{0,40}}?)? (?:by|between|among) {_HEDGES}$"
)
_PARTIES_BEHIND = re.compile(r"^ (?:\w+ ){0,2}?(?P<noun>parties|countries|nations|states|governments|signatories)\b")
_WISHED = re.compile(r"\b(?:will|would|should|could|might|may|if|wants?|plans?|hopes?|expected|candidates?)\b")
_ONCE = re.compile(r"\b(?:counted|numbered|comprised|had|consisted|united|used to)\b")
_FEWEST, _MOST = 2, 250


def find_memberships(line: Line) -> Iterator[Draft]:
    """The members of groups and the Parties to agreements that a sentence counts."""
    counted = [each for each in line.sentence.numbers if each.dimension == "count" and _FEWEST < each.low <= _MOST]
    if not counted or _WISHED.search(line.low):
        return
    last: tuple[NumberMention, str] | None = None
    if _ONCE.search(line.low) and _year(line) is None:
        return
    for number in counted:
        if found := _of_a_group(line, number):
            last = number, found[1]
            yield _draft(line, number, *found)
        elif last and (gapped := _gapped(line, number)):
            yield _draft(line, number, gapped, last[1])
        elif title := _of_an_agreement(line, number):
            yield _draft(line, number, title, ADOPTED_BY)


def _of_a_group(line: Line, number: NumberMention) -> tuple[str, str] | None:
    """The group that has so many members, and whether that is what the sentence is about."""
    start, end = number.start - line.offset, number.end - line.offset
    behind = _NOUN_BEHIND.match(line.after(end))
    ahead = [each for each in _groups(line) if each[2] <= start]
    for code, _, stop in reversed(ahead):
        if (behind or line.low[end : end + 1] in ("", ".", ",", ";")) and _HAS.match(line.low[stop:start]):
            is_member = behind is not None or _GAPPED.match(line.low[stop:start]) is None
            return (code, MEMBERS) if is_member and (behind or "shr" in line.low[stop:start]) else None
    if behind is None:
        return None
    for code, first, _ in _groups(line):
        between = line.low[end + behind.end() : first] if first >= end else None
        if between is not None and _BELONG.match(between):
            return code, MEMBERS
        if between is not None and _OF_ASIDE.match(between) and _THE.search(line.before(start)):
            return code, MEMBERS_ASIDE
    if _BLOC_OF.search(line.before(start)) and len({code for code, *_ in _groups(line)}) == 1:
        return _groups(line)[0][0], MEMBERS_ASIDE
    return None


def _gapped(line: Line, number: NumberMention) -> str | None:
    """ "… has 27 member states, the G7 seven"."""
    start, end = number.start - line.offset, number.end - line.offset
    if line.low[end : end + 1] not in ("", ".", ",", ";"):
        return None
    return next(
        (code for code, _, stop in reversed(_groups(line)) if stop <= start and _GAPPED.match(line.low[stop:start])),
        None,
    )


def _groups(line: Line) -> list[tuple[str, int, int]]:
    return [
        (each.code, each.start - line.offset, each.end - line.offset)
        for each in line.sentence.parties
        if each.code in memberships() and each.form == "name"
    ]


def _of_an_agreement(line: Line, number: NumberMention) -> str | None:
    """The agreement that so many Parties are said to have adopted."""
    start, end = number.start - line.offset, number.end - line.offset
    behind = _PARTIES_BEHIND.match(line.after(end))
    text = line.context.text[line.offset : line.offset + len(line.low)]
    titles = {each.title for _, each in find_agreements(text) if each.title in adoptions()}
    if behind is None or len(titles) != 1:
        return None
    adopting = _ADOPTING.match(line.low[end + behind.end() :]) or _ADOPTED_BY.search(line.before(start))
    return titles.pop() if adopting else None


def _draft(line: Line, number: NumberMention, subject: str, about: str) -> Draft:
    return Draft(
        measure="count",
        subject=subject,
        figure=(number.low, number.high, None),
        start=number.start,
        end=number.end,
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        year=_year(line),
        dimension="count",
        scope=Scope(about=about),
    )


def _year(line: Line) -> int | None:
    """The one year that the sentence names."""
    years = set(re.findall(r"\b(?:19|20)\d\d\b", line.low))
    return int(years.pop()) if len(years) == 1 else None
