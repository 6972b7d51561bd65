"""Figures: what a number of a sentence measures, of whom, in which year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, figure_of
from parley.reading.claims.gapping import gapped, is_bare, run_of, with_restatement
from parley.reading.claims.line import Line
from parley.reading.claims.lists import follow, names_behind
from parley.reading.claims.rules import Rule, rules_for
from parley.reading.claims.subjects import NOBODY, at_home, find_subject, joined, nearest, whole
from parley.reading.claims.vocabulary import construction, phrase
from parley.reading.claims.years import has_deadline, year_of
from parley.reading.numbers import NumberMention
from parley.records.claim import Measure
from parley.terms.parties import is_group

_CUMULATIVE = phrase(r"\b<cumulative>\b")
_GOAL = phrase(r"\b<goals>\b")
_WISHED, _SOURCE, _PAIRED_BEFORE, _PAIRED_BEHIND = (
    construction("figures", form) for form in ("wished", "source", "paired_before", "paired_behind")
)
_TOGETHER, _BETWEEN_THEM, _ATTAINED, _EACH = (
    construction("figures", form) for form in ("together", "between_them", "attained", "each")
)
_MIXED = re.compile(
    r"\bcoal(?:, oil,?| and (?:oil|gas)|,? (?:natural )?gas,?)(?: (?:and|or) (?:natural )?(?:gas|oil))?\b"
)
_RECKONED = construction("figures", "reckoned")
_TELLING = construction("figures", "telling")
_OF_ONE_SOURCE: frozenset[Measure] = frozenset(("coal_share", "electricity_share", "energy_share"))
_MOST_A_HEAD = 100
_AMOUNTS = frozenset(("emissions", "mass"))
# what a part is taken of: "of a hundred tonnes, eleven were …"
_YARDSTICK = re.compile(r"\bof (?:every |each |any |a |one )?$")
_PROPORTION = re.compile(r"\w (?:in|out of) ")
_SHARES_ALONE = phrase(r",? (?:together |now |still )*<sharing> <hedges>")
_SHARED: frozenset[Measure] = frozenset(("emissions_share", "cumulative"))


def find_figures(line: Line, last: Draft | None) -> Iterator[Draft]:
    """The figures of a sentence; ``last`` is the figure before it, which a list may go on from."""
    for number in (with_restatement(line, each) for each in line.sentence.numbers):
        if number.same_as is not None and number.same_as[0] < number.start:
            continue
        drafts = list(_read(line, number, last))
        yield from drafts
        last = drafts[-1] if drafts else last


def _read(line: Line, number: NumberMention, last: Draft | None) -> Iterator[Draft]:
    start, end = number.start - line.offset, number.end - line.offset
    named_behind = last is not None and (names_behind(line, number) or is_bare(number))
    if _YARDSTICK.search(line.before(start)) and number.low in (100, 1000) and number.dimension in _AMOUNTS:
        return
    rule = None if named_behind else _rule_for(line, number, start, end)
    followed = follow(line, number, last) if rule is None and last is not None else []
    if not followed and last is not None and is_bare(number) and (draft := gapped(line, number, last)):
        followed = [draft]
    rule = rule or (None if followed else _rule_for(line, number, start, end))
    if rule is None:
        yield from followed
        return
    low, high, unit = (number.low, number.high, None) if rule.unit == "times" else figure_of(number)
    measure = _measure(line, rule, number)
    year = year_of(line, number, last)
    holders = _holders(line, rule, start, end)
    own = gapped(line, number, last) if last is not None else None
    if own is not None and own.subject not in holders:
        yield own
        return
    subjects: tuple[str, ...] = ()
    if _is_joint(line, rule, start, end, holders):
        subjects, holders = _several(line, start, holders), NOBODY
    elif holders == NOBODY and measure == "change" and last is not None and last.sentence == line.sentence.index:
        holders = (last.subject,)
    for subject in _respective(line, start, end, holders):
        yield Draft(
            measure=measure,
            subject=subject,
            subjects=subjects,
            figure=(low, high, "tCO2/person" if measure == "per_capita" else rule.unit or unit),
            start=line.offset + _evidence_start(line, rule, start),
            end=line.offset + _evidence_end(line, rule, end),
            sentence=line.sentence.index,
            comparator=number.comparator,
            written=number.written or number.text,
            year=year,
            dimension=number.dimension,
            place=(number.start, number.end),
        )


def _rule_for(line: Line, number: NumberMention, start: int, end: int) -> Rule | None:
    if number.dimension in _AMOUNTS and _PROPORTION.search(number.text):
        return None
    before, after = _without_pair(line, start, end)
    mixed = _MIXED.search(line.low, *line.clause(start, end)) is not None
    for rule in rules_for(number.dimension):
        if mixed and rule.measure in _OF_ONE_SOURCE and rule.unit is None:
            continue
        if rule.measure in _SHARED and rule.after is None and _of_another(line, end):
            continue
        if _fits(line, rule, before, after) and not _undone(line, rule, start, end):
            return rule
    return None


def _without_pair(line: Line, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a number, the other of "20 % and 18 %, respectively," left out."""
    before, after = line.before(start), line.after(end)
    return _PAIRED_BEFORE.sub(" ", before), _PAIRED_BEHIND.sub("", after)


def _respective(line: Line, start: int, end: int, codes: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """The one of two Parties that a number of "20 % and 18 %, respectively" belongs to."""
    if len(codes) != 2:
        return codes
    run = run_of(line, start, end)
    if len(run) == 2:
        return codes[run.index((start, end)) :][:1]
    if _PAIRED_BEFORE.search(line.before(start)):
        return codes[1:]
    return codes[:1] if _PAIRED_BEHIND.match(line.after(end)) else codes


def _fits(line: Line, rule: Rule, before: str, after: str) -> bool:
    return (
        (rule.before is None or rule.before.search(before) is not None)
        and (rule.after is None or rule.after.search(after) is not None)
        and (rule.line is None or line.speaks_of(rule.line))
    )


def _undone(line: Line, rule: Rule, start: int, end: int) -> bool:
    """Whether words of the clause make the figure a wish, a goal or something else."""
    first, last = line.clause(start, end)
    if rule.unless is not None and rule.unless.search(line.low, first, last):
        return True
    match rule.guard:
        case "clause":
            clause = _ATTAINED.sub(" ", said_in(line.low[first:start]))
            return _GOAL.search(clause) is not None or has_deadline(line, end)
        case "verb":
            before = said_in(line.low[max(first, start - 90) : start])
            return _WISHED.search(before) is not None or has_deadline(line, end)
        case _:
            return False


def _of_another(line: Line, end: int) -> bool:
    """Whether a share is of what another Party has: "about half of Syldavia's"."""
    return bool(line.parties(end + 4, end + 9)) and line.low.startswith(" of ", end)


def said_in(words: str) -> str:
    """What is told, without the words that tell it: "members may wish to note that …"."""
    words = _RECKONED.sub(" ", words)
    found = list(_TELLING.finditer(words))
    return words[found[-1].end() :] if found else words


def _measure(line: Line, rule: Rule, number: NumberMention) -> Measure:
    if rule.measure == "emissions_share" and _CUMULATIVE.search(line.low):
        return "cumulative"
    if rule.measure == "emissions" and (number.per == "capita" or figure_of(number)[1] < _MOST_A_HEAD):
        return "per_capita"
    return rule.measure


def _holders(line: Line, rule: Rule, start: int, end: int) -> tuple[str | None, ...]:
    if source := _SOURCE.match(line.after(end)):
        named = line.parties(end + source.end(), end + source.end() + 1)
        if named or rule.holder == "subject":
            return (named[0].code,) if named else NOBODY
    match rule.holder:
        case "world":
            return ("WLD",)
        case "nobody":
            return NOBODY
        case "whole":
            return whole(line, end, min(line.clause(start, end)[1], end + 50)) or find_subject(line, start)
        case _:
            found = find_subject(line, start)
            if found == ("WLD",) and rule.unit is not None and rule.unit.startswith("% of world"):
                found = nearest(line, start) or found
            return at_home(line, start) if found == NOBODY and "capacity" in rule.measure else found


def _is_joint(line: Line, rule: Rule, start: int, end: int, codes: tuple[str | None, ...]) -> bool:
    """Whether it is a share that several have together, which is nobody's own; a group has its share as one."""
    if rule.holder not in ("subject", "home") or (len(codes) == 1 and codes[0] is not None and is_group(codes[0])):
        return False
    behind = rule.measure != "ratio" and _BETWEEN_THEM.match(line.after(end))
    if behind or _TOGETHER.search(line.before(start)):
        return True
    if codes == NOBODY and rule.measure in _SHARED and _listed_ahead(line, start):
        return True
    paired = _PAIRED_BEFORE.search(line.before(start)) or _PAIRED_BEHIND.match(line.after(end))
    return len(codes) > 1 and rule.measure in _SHARED and not paired and not _EACH.search(line.low)


def _listed_ahead(line: Line, position: int) -> bool:
    """ "The top two, Ruritania and Syldavia, emit 40 %": a list right before the verb."""
    ahead = [m for m in line.parties(line.clause(position, position)[0], position) if m.code != "WLD"]
    listed = len(joined(line, ahead)) > 1 if ahead else False
    return listed and _SHARES_ALONE.fullmatch(line.low[ahead[-1].end - line.offset : position]) is not None


def _several(line: Line, position: int, codes: tuple[str | None, ...]) -> tuple[str, ...]:
    """The Parties of a joint share in the order in which they are named; none where only one is known."""
    known = {code for code in codes if code is not None}
    ahead = [m for m in line.parties(line.clause(position, position)[0], position) if m.code != "WLD"]
    known |= set(joined(line, ahead)) if ahead else set()
    named = tuple(dict.fromkeys(mention.code for mention in line.sentence.parties if mention.code in known))
    return named if len(named) > 1 else ()


def _evidence_start(line: Line, rule: Rule, start: int) -> int:
    """Where the words that carry the figure begin: the verb or noun the rule found, else its clause."""
    first, _ = line.clause(start, start)
    while first < start and line.low[first] in " ,\"'\n-–—":
        first += 1
    return first


def _evidence_end(line: Line, rule: Rule, end: int) -> int:
    found = rule.after.search(line.after(end)) if rule.after is not None else None
    return end + found.end() if found else end
