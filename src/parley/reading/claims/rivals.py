"""One source of a Party's power against another: "gas made more of its electricity than coal", its main source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parley.reading.claims.against import draft_against
from parley.reading.claims.draft import Draft
from parley.reading.claims.evidence import frame, opens_with_a_condition, source_in
from parley.reading.claims.figures import said_in
from parley.reading.claims.line import Line
from parley.reading.claims.vocabulary import construction, phrase

_MORE_THAN, _BEATING, _BEATEN, _LESS, _MAIN, _POWER, _REST, _NOT_GENERATED = (
    frame("rivals", form)
    for form in ("more_than", "beating", "beaten", "less", "main_source", "power", "rest", "not_generated")
)
_COMPARES = re.compile(
    r" than |\bsource|suppl|provider|producer|mainstay|pillar|took|take|strip|cee|pass|clips|pac|do|top"
    r"|beat|gener|rank|weigh|warf|trail|lag|behind"
)
_GOAL, _CONDITION = phrase(r"\b<goals>\b"), construction("scope", "condition")
_ALL_BUT = re.compile(r"[^.;,]{0,12}?\b(?:than )?$")
_WORLD = re.compile(r"\b(?:world\w*|global\w*|planet)\b")
_NEXT = 34
_FURTHEST = 90


def find_rivals(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with the comparisons of sources, which take the place of those of Parties."""
    if not _COMPARES.search(line.low) or not _POWER.search(line.low) or _NOT_GENERATED.search(line.low):
        return list(drafts)
    party = _only_party(line)
    if party is None or opens_with_a_condition(line.low) or _CONDITION.search(line.low):
        return list(drafts)
    found = [*_compared(line, party), *_main(line, party)][:2]
    compared = [draft for draft in drafts if not (found and draft.dimension == "comparison")]
    places = {draft.place for draft in found}
    return [*compared, *found] if places else list(drafts)


def _only_party(line: Line) -> str | None:
    """Whose power it is: the one Party of the sentence, or the world."""
    codes = {m.code for m in line.sentence.parties if m.code != "WLD"}
    if len(codes) == 1:
        return codes.pop()
    return "WLD" if not codes and _WORLD.search(line.low) else None


def _compared(line: Line, party: str) -> Iterator[Draft]:
    for form in (_MORE_THAN, _BEATING):
        for found in form.finditer(line.low):
            before = line.low[line.clause(found.start(), found.start())[0] : found.start()]
            if _GOAL.search(said_in(before)):
                continue
            one = (form is _MORE_THAN and source_in(found["what"])) or source_in(before[-_FURTHEST:], last=True)
            tail = line.low[found.end() : found.end() + _NEXT]
            other = "rest" if _REST.match(line.low, found.end()) else _first_source(tail)
            if one is None or other is None or one == other:
                continue
            less = (_LESS if form is _MORE_THAN else _BEATEN).fullmatch(found["order"]) is not None
            span = (found.start(), found.end() + len(tail.rstrip()))
            yield draft_against(line, (party, party), f"{one}_over_{other}", span, "<" if less else ">")


def _first_source(tail: str) -> str | None:
    """The source that the words behind "than" begin with: "its coal plants", "nuclear reactors"."""
    head = re.match(r"(?:[a-z-]+['’]?s? ){0,2}?[a-z-]+(?: and [a-z]+| fuels?)?", tail)
    words = head.group() if head else ""
    for count in range(1, len(words.split()) + 1):
        if source := source_in(" ".join(tail.split()[: count + 2])):
            return source
    return None


def _main(line: Line, party: str) -> Iterator[Draft]:
    """ "Coal is its largest source of electricity", "its main source of power is the atom"."""
    for found in _MAIN.finditer(line.low):
        first, last = line.clause(found.start(), found.end())
        behind = re.match(
            r"[^,;.]{0,40}? (?:is|was|remains|remained)(?: still)? (?P<what>[^,;.]{3,40})", line.low[found.end() : last]
        )
        before = line.low[first : found.start()]
        source = source_in(behind["what"]) if behind else source_in(before, last=True)
        plural = re.search(r"\b(?:one of|among|second|third|renewable|low-carbon|clean|green) ?[\w -]*$", before)
        if source and not plural and not _GOAL.search(said_in(before)):
            yield draft_against(line, (party, party), f"{source}_over_others", found.span(), ">")
