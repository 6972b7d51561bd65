"""What words say of a term of office beside who held which: since when, until when, that it is over."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.checking.assertion import Assertion
from parley.terms.summits import climate_conference_in, summit_named
from parley.terms.titles import office_leading, office_of
from parley.terms.when import Interval

_TAKEN = (
    r"(?:became|took over|took office|takes over|was (?:appointed|elected|named|sworn in)|appointed|elected|named"
    r"|succeeded|replaced)"
)
_LEFT = r"(?:stepped down|resigned|retired|left|quit|ceased|departed|was (?:sacked|dismissed|replaced|removed))"
_MONTH_WORDS = r"(?:[\w-]+ ){0,3}?"
_HELD_SINCE = re.compile(
    r"\b(?:post|job|role|office|position)(?: that| which)? s?he (?:has|had) (?:\w+ )?(?:held|had|filled|occupied|done)"
    r" since (?:[\w-]+ ){0,3}?(?P<year>\d{4})\b"
)
_PACT = re.compile(
    r"\b(?P<city>[A-Z]\w+)(?:['’]s)? (?:[Cc]limate )?"
    r"(?:[Pp]act|[Aa]greement|[Aa]ccord|[Pp]rotocol|deal|treaty|summit|talks)\b"
)
_FROM_TO = re.compile(
    rf"\b(?:[Ff]rom|[Bb]etween) {_MONTH_WORDS}(?P<first>\d{{4}})"
    rf" (?:to|until|till|and) {_MONTH_WORDS}(?P<last>\d{{4}})\b"
)
_TAIL = re.compile(r" (?:until|till|in|from|when|while|for|at|during|before|after|through)\b.*")


def term_told(assertion: Assertion) -> tuple[int | None, int | None] | None:
    """The years in which a term is said to have begun and ended; None where the year is one of those in office."""
    if assertion.when:
        return None
    if assertion.year is not None:
        return _years_of_term(assertion.words, assertion.year)
    if held := _HELD_SINCE.search(assertion.words):
        return int(held["year"]), None
    name = re.escape(str(assertion.about).split()[-1])
    opening = _FROM_TO.match(assertion.words)
    if opening is None or not re.match(rf",? [^,;.]{{0,40}}\b{name}\b", assertion.words[opening.end() :]):
        return None
    return int(opening["first"]), int(opening["last"])


@lru_cache(maxsize=2048)
def _years_of_term(words: str, year: int) -> tuple[int | None, int | None] | None:
    for found in _FROM_TO.finditer(words):
        if year in (first := int(found["first"]), last := int(found["last"])):
            return first, last
    if re.search(
        rf"(?:\b(?:until|till) {_MONTH_WORDS}|\b{_LEFT}\b[^.;]{{0,80}}? in {_MONTH_WORDS}){year}\b", words, re.I
    ):
        return None, year
    if re.search(rf"(?:\b[Ss]ince {_MONTH_WORDS}|\b{_TAKEN}\b[^.;]{{0,80}}? in {_MONTH_WORDS}){year}\b", words):
        return year, None
    return None


@lru_cache(maxsize=2048)
def summit_of_then(words: str) -> Interval | None:
    """The days of the conference of which words tell, where they call somebody what they were then: "then head of"."""
    if not re.search(r"\bthen[ -](?:the )?(?!(?:said|went|came|added|told)\b)[\w'’-]+", words):
        return None
    numbered = (summit_named(found.group()) for found in re.finditer(r"\bCOP ?-?\d{1,2}\b", words))
    placed = (climate_conference_in(found["city"]) for found in _PACT.finditer(words))
    summit = next((each for each in (*numbered, *placed) if each is not None), None)
    return None if summit is None else Interval(summit.start, summit.last_day)


@lru_cache(maxsize=2048)
def is_held_still(words: str) -> bool:
    """Whether somebody is said to have been it up to the day on which it is told."""
    return (
        re.search(r"\b(?:has|have|'s) (?:\w+ )?(?:been|led|headed|run|chaired|served|held|presided)\b", words)
        is not None
    )


@lru_cache(maxsize=2048)
def was_once(words: str, name: str, office: str) -> bool:
    """Whether somebody is said to have been it: "Ann Smith was the president", "the ministry was run by Ann Smith"."""
    surname = re.escape(name.split()[-1])
    held = rf"\b{surname}\b[,\w\s]{{0,20}}?\b(?:was|had been|served as)\b(?P<title>[^.;,]{{0,80}})"
    led = rf"\b{surname}\b[,\w\s]{{0,20}}?\b(?:led|headed|ran|chaired|presided over)\b (?P<body>[^.;,]{{0,60}})"
    led_by = (
        rf"(?P<body>[^.;,]{{3,60}}) (?:was|were)(?: then)? (?:led|headed|run|chaired) by [^,;.]{{0,30}}\b{surname}\b"
    )
    bodies = (*re.finditer(led, words), *re.finditer(led_by, words))
    return any(office_of(_TAIL.sub("", found["title"])) == office for found in re.finditer(held, words)) or any(
        office_leading(_TAIL.sub("", found["body"])) == office for found in bodies
    )
