"""Who held which office when: "the US climate envoy, John Kerry" held against the table of holders.

A claim speaks for the year it names, else for the day it was said. It is outdated when the person had left the office
by then, contradicted when the person held another one or takes it only later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from parley.checking.account import AsOf
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.compare import YEARS_OFF, judge_year
from parley.checking.facts import PUBLIC_RECORD, best, day_meant, day_of_checking, one_wrong
from parley.checking.term_words import is_held_still, summit_of_then, term_told, was_once
from parley.records.verdict import Reference, Token
from parley.terms.offices import Holder, find_holders, holders
from parley.terms.parties import name_of
from parley.terms.titles import office_of
from parley.terms.when import Interval

SOURCE = PUBLIC_RECORD.format("offices and their holders, 2015 to 2025")

# The same work under other names: one said for another is right where nobody else holds the one that is said.
_KIN = (
    frozenset({"climate_envoy", "deputy_climate_envoy", "chief_negotiator", "climate_adviser", "climate_secretary"}),
    frozenset({"environment_minister", "climate_minister"}),
    frozenset({"environment_commissioner", "climate_commissioner"}),
    frozenset({"foreign_minister", "foreign_policy_chief"}),
    frozenset({"foreign_minister", "deputy_foreign_minister"}),
    frozenset({"environment_minister", "deputy_environment_minister"}),
)
_COMING = re.compile(r"\b(?:elect|designate|incoming|nominee|next)\b", re.I)
_AHEAD = re.compile(r"\b(?:will|(?:is|are) (?:expected|due|set|scheduled|slated|to)|plans to|tomorrow|next)\b", re.I)
_OF_THEN = re.compile(
    r"\b(?<!by )(?<!by \d )(?<!by \d\d )(?<!until )(?<!before )"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d|last"
    r"|ago|earlier|then|at the time|when|had|while|once|during)\b"
)
"""Words by which a sentence tells of an earlier time, in which somebody who has left since was in office."""
_GRACE_DAYS = 31
_TABLE_BEGINS = date(2015, 1, 1)
_APART_DAYS = 31
"""Terms of one person in one office that are no further apart are one."""
_BEFORE_OFFICE_DAYS = 92
"""How long before the first day somebody may already be called by an office to come."""
_BEFORE_LEADING_DAYS = 21
"""The same of heads of government, who are known when they are chosen."""
_COP = re.compile(r"\bCOP ?-?(\d{1,2})\b")
_SUBJECTS = re.compile(r",|\band\b|&|/")


def check_office(assertion: Assertion, today: date | None) -> Finding:
    """The terms of the person named, and who held the office in the time meant, each with what it says of the claim."""
    if not assertion.about or not assertion.detail:
        return Finding(missing="which office it is, or who is said to hold it")
    terms = _terms_of(assertion.about, assertion.subject)
    if not terms:
        return Finding(missing=_who_instead(assertion, today))
    moment = _moment(assertion, today)
    if era := _era(assertion, moment):
        return _under_a_leader(assertion, terms, era)
    if _is_before_the_table(assertion, terms, moment):
        return Finding(missing=f"offices of {assertion.about} before {_TABLE_BEGINS.year} in the table of holders")
    timeless = not (_names_its_time(assertion) or _is_past(assertion) or term_told(assertion))
    then = _candidates(assertion, terms, moment, "then")
    now = Interval.day(day_of_checking(today))
    gone_by = timeless and assertion.said not in (None, now.start)
    return Finding((*then, *(_candidates(assertion, terms, now, "now") if gone_by else ())), timeless)


def _is_before_the_table(assertion: Assertion, terms: tuple[Holder, ...], moment: Interval) -> bool:
    """Whether a time is meant of which the table has little, and nothing that it has bears the claim out."""
    if moment.end is None or moment.end >= _TABLE_BEGINS or " since " in assertion.words:
        return False
    if assertion.detail not in _KIN[0] and any(term.office == assertion.detail for term in terms):
        return False  # of heads and ministers the table has first terms; advisers come and go
    return all(_judge(assertion, term, moment) != "supported" for term in terms)


def _candidates(
    assertion: Assertion, terms: tuple[Holder, ...], moment: Interval, as_of: AsOf
) -> tuple[Candidate, ...]:
    """The terms that say most of the claim; where none bears it out, also who held the office."""
    judged = [(term, _judge(assertion, term, moment)) for term in terms]
    told = best([token for _, token in judged])
    shown = [term for term, token in judged if token == told]
    if told == "contradicted":
        nearest = min(_days_from(term, moment) for term in shown)
        shown = [term for term in shown if _days_from(term, moment) == nearest]
    elif told == "outdated":
        shown = [max(shown, key=lambda term: term.last_day)]
    if told in ("contradicted", "outdated"):
        instead = _in_office(assertion, moment, shown[0].party)
        shown = [*instead, *shown] if as_of == "now" else [*shown, *instead]
    return tuple(Candidate(_reference(term, moment, told, as_of), as_of) for term in dict.fromkeys(shown))


def _under_a_leader(assertion: Assertion, terms: tuple[Holder, ...], era: Interval) -> Finding:
    """ "Obama's climate envoy, Todd Stern" under the leader who is named; not known where the table begins later."""
    found = _candidates(assertion, terms, era, "then")
    if any(candidate.holds == "supported" for candidate in found):
        return Finding(found)
    return Finding(missing=f"an office of {assertion.about} from {era.iso} in the table of office holders")


def _judge(assertion: Assertion, term: Holder, moment: Interval) -> Token:
    if assertion.subject is not None and term.party not in (None, assertion.subject):
        return "contradicted"
    if _is_of_another_conference(assertion, term):
        return "contradicted"
    if str(assertion.detail) in _offices_of(term.office, term.title):
        return _judge_time(assertion, term, moment)
    if _is_kin(str(assertion.detail), term.office) and _judge_time(assertion, term, moment) == "supported":
        return "contradicted" if _in_office(assertion, moment) else "supported"
    return "contradicted"


def _judge_time(assertion: Assertion, term: Holder, moment: Interval) -> Token:
    before, after = _is_before(moment, term), _is_after(moment, term)
    if assertion.status == "former":
        if conference := summit_of_then(assertion.words):
            return "supported" if not _days_from(term, conference) else "contradicted"
        return "supported" if after else "contradicted"
    if bounds := term_told(assertion):
        return _judge_term(assertion, term, *bounds)
    if _had_left(assertion, term):
        return "outdated"
    too_soon = _is_called_too_soon(assertion, term)
    if _COMING.search(assertion.words) and (before or too_soon):
        return "supported"
    if not (before or too_soon) and (not after or _is_past(assertion) or _is_kept(assertion, term)):
        return "supported"
    if not _names_its_time(assertion):
        return "outdated" if after else "contradicted"
    if too_soon:
        return "contradicted"
    return "close" if _days_from(term, moment) <= YEARS_OFF * 366 else "contradicted"


def _judge_term(assertion: Assertion, term: Holder, start: int | None, end: int | None) -> Token:
    """Since when or until when somebody is said to have held an office; without an end it is held when it is said."""
    details: list[Token] = [] if start is None else [judge_year(start, term.first_day.year)]
    if end is not None:
        details.append(judge_year(end, term.last_day.year))
    elif is_held_still(assertion.words) and assertion.said and assertion.said > term.last_day:
        return "outdated"
    return one_wrong(details)


def _is_called_too_soon(assertion: Assertion, term: Holder) -> bool:
    """Whether an office stands beside a name, for the day on which it was told, that was taken long after."""
    said = assertion.said
    of_the_day = said is not None and assertion.when == said.isoformat()
    too_soon = _BEFORE_LEADING_DAYS if term.office == "head_of_government" else _BEFORE_OFFICE_DAYS
    return said is not None and of_the_day and (term.first_day - said).days > too_soon


def _had_left(assertion: Assertion, term: Holder) -> bool:
    """Whether an office that stands beside a name as if held was over when it was said, and nothing tells of then."""
    if assertion.when is None or assertion.said is None or assertion.said <= term.last_day:
        return False
    if _AHEAD.search(assertion.words):
        return True
    return (assertion.said - term.last_day).days > _GRACE_DAYS and not _OF_THEN.search(assertion.words)


def _is_past(assertion: Assertion) -> bool:
    """Whether somebody is said to have been it at a time left open: "Alok Sharma was the president of COP26"."""
    return not _names_its_time(assertion) and was_once(assertion.words, str(assertion.about), str(assertion.detail))


def _is_of_another_conference(assertion: Assertion, term: Holder) -> bool:
    """A president of one COP is not that of another."""
    said, held = (_COP.findall(words) for words in (assertion.words, term.title))
    return term.office == "cop_president" and bool(said) and bool(held) and not set(held) & set(said)


def _is_kept(assertion: Assertion, term: Holder) -> bool:
    """The president of a COP named by its number stays that of this COP."""
    return term.office == "cop_president" and _COP.search(assertion.words) is not None


def _is_kin(said: str, held: str) -> bool:
    return any({said, held} <= kin for kin in _KIN)


@lru_cache(maxsize=1024)
def _offices_of(office: str, title: str) -> frozenset[str]:
    """The offices that a title holds in one: "Energy and Climate Change Secretary" is two ministers."""
    found = {office}
    for suffix in ("minister", "commissioner"):
        if office.endswith(f"_{suffix}"):
            found |= {named for part in _SUBJECTS.split(title) if (named := office_of(f"{part.strip()} {suffix}"))}
    return frozenset(found)


@lru_cache(maxsize=4096)
def _terms_of(name: str, party: str | None) -> tuple[Holder, ...]:
    """All terms of those who may be meant; by a family name alone only those of the Party."""
    found = find_holders(name)
    words = name.split()
    while not found and len(words) > 2:  # a given name more than we know
        words = words[1:]
        found = find_holders(" ".join(words))
    if party is not None and len(name.split()) == 1:
        found = tuple(holder for holder in found if holder.party == party)
    return tuple(_joined(found))


def _joined(terms: tuple[Holder, ...]) -> Iterator[Holder]:
    """The terms with those of one person in one office that follow each other made one."""
    of_office: dict[tuple[str | None, str, str], list[Holder]] = {}
    for term in sorted(terms, key=lambda each: each.first_day):
        known = of_office.setdefault((term.party, term.office, term.name), [])
        last = known[-1] if known and term.office != "cop_president" else None
        if last is not None and last.end is not None and (term.first_day - last.last_day).days <= _APART_DAYS:
            known[-1] = replace(term, start=last.start, end=term.end if term.last_day >= last.last_day else last.end)
        else:
            known.append(term)
    for joined in of_office.values():
        yield from joined


def _in_office(assertion: Assertion, moment: Interval, party: str | None = None) -> list[Holder]:
    """Who held the office said in the moment, of the Party said, or else of the one given."""
    of = assertion.subject or party
    if of is None:
        return []
    return [holder for holder in holders(of, assertion.detail) if not _days_from(holder, moment)]


@lru_cache(maxsize=1024)
def _past_leader(words: str, name: str, day: date) -> Interval | None:
    """The term of a leader out of office whose name stands before the title: "Obama climate adviser John Podesta"."""
    found = re.search(rf"\b(?P<leader>[A-Z]\w+)(?:['’]s)?(?: [a-z-]+){{1,5}},? {re.escape(name.split()[0])}\b", words)
    if found is None:
        return None
    led = [term for term in find_holders(found["leader"]) if term.office in ("head_of_state", "head_of_government")]
    if not led or any(term.days_from(day) == 0 for term in led):
        return None
    term = max(led, key=lambda one: one.last_day)
    return Interval(term.first_day, term.last_day)


def _era(assertion: Assertion, moment: Interval) -> Interval | None:
    if _names_its_time(assertion):
        return None
    return _past_leader(assertion.words, str(assertion.about), moment.anchor)


def _moment(assertion: Assertion, today: date | None) -> Interval:
    if assertion.year is not None:
        return Interval.year(assertion.year)
    if assertion.when:
        return Interval.parse(assertion.when)
    return Interval.day(day_meant(assertion, today))


def _names_its_time(assertion: Assertion) -> bool:
    return assertion.year is not None or bool(assertion.when)


def _is_before(moment: Interval, term: Holder) -> bool:
    return moment.end is not None and moment.end < term.first_day


def _is_after(moment: Interval, term: Holder) -> bool:
    return moment.start is not None and moment.start > term.last_day


def _days_from(term: Holder, moment: Interval) -> int:
    """Days between a moment and a term; 0 where they share a day."""
    if _is_before(moment, term):
        return (term.first_day - (moment.end or date.max)).days
    return ((moment.start or date.min) - term.last_day).days if _is_after(moment, term) else 0


def _who_instead(assertion: Assertion, today: date | None) -> str:
    of = f" of {name_of(assertion.subject)}" if assertion.subject else ""
    found = "; ".join(_describe(holder) for holder in _in_office(assertion, _moment(assertion, today)))
    missing = f"{assertion.about}{of} in the table of office holders"
    return f"{missing}, which has {found}" if found else missing


def _reference(term: Holder, moment: Interval, holds: Token, as_of: AsOf) -> Reference:
    return Reference(
        party=term.party,
        quantity="office",
        basis="who held the office",
        year=moment.anchor.year,
        fact=_describe(term),
        source=SOURCE,
        holds=holds,
        as_of=as_of,
    )


def _describe(term: Holder) -> str:
    until = _written(term.end) if term.end else "still in office when the table ends"
    of = f" of {name_of(term.party)}" if term.party else ""
    return f"{term.name}, {term.title}{of}, {_written(term.start)} to {until}"


def _written(interval: Interval) -> str:
    """As precise as it is known: a day, a month, a year."""
    return str(interval.start)[: {"year": 4, "month": 7}.get(interval.precision, 10)]
