"""Places in an order by evidence: who leads, who is unmatched, whom only two exceed, who comes after whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.evidence import frame, opens_with_a_condition, speaks_of_figures
from parley.reading.claims.line import Line
from parley.reading.claims.ordering import Quantity, list_at, quantity_by_evidence
from parley.reading.claims.ordinals import place_of
from parley.reading.claims.portions import year_of_sentence
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.vocabulary import construction, first_token, phrase
from parley.reading.parties import PartyMention
from parley.records.claim import Comparator
from parley.records.pledge import Gas
from parley.terms.parties import is_group

_LEADING, _UNMATCHED, _IN_PLACE, _NUMBER_OF, _NOBODY, _ONLY_SOME, _AFTER, _MOST, _LISTED, _ORDERED = (
    frame("orders", form)
    for form in (
        *("leading", "unmatched", "in_place", "number_of", "nobody"),
        *("only_some", "after_them", "most", "listed", "ordered"),
    )
)
_NEXT_BEHIND, _NEXT_AHEAD = frame("orders", "next_behind"), frame("orders", "next_ahead")
_WILL_BE = re.compile(
    r"\b(?:will|would|could|may|might|(?:is|are) (?:set|expected|likely|bound|due) to)\b[^,;]{0,25}?"
    r"\b(?:overtake|become|remain|be|pass|surpass|replace|eclipse)\b[^,;]{0,40}$"
)
_ALONE = re.compile(r" (?:alone|only)\b")
_ORDERING = re.compile(
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|number|no\.? ?\d|\bno\b|nobody|none"
    r"|matched|equall|rivall|surpassed|exceeded|outdone|beaten|nowhere|only|just"
    r"|top|most|est\b|lead|led\b|head|atop|unmatched|unrival|unequal|unsurpass|ahead|behind|without|class"
    r"|\d(?:st|nd|rd|th)\b"
)
_MEMBERS = re.compile(
    r"['’]?s? (?:(?:other|remaining|\d\d?|twenty-\w+) )*"
    r"(?:countr(?:y|ies)|members?|member states?|nations?|states?|economies|economy)\b"
)
_NEXT_TO_WHOM = re.compile(
    r"(?:,|,? and) (?:the )?(?P<order>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: place| spot)? to "
    r"(?:the )?(?=[a-z])"
)
_SECOND_TO = re.compile(r"\b(?:second|next) only to (?:the )?")
_HEADING = re.compile(r"\b(?:leads?|led|heads?|headed|tops?|topped) (?:the )?(?=[a-z])")
_CLEFT = re.compile(r"(?:^|[,;:\"“] ?|\bthat |\band )it (?:is|was) (?:the )?(?=[a-z])")
_REGION = re.compile(
    r"\b(?:in|within|across|of) (?P<where>europe|africa|asia|latin america|south america|north america|south asia"
    r"|southeast asia|south-east asia|east asia|the middle east|oceania)\b"
)
_INVERTED = frame("orders", "inverted")
_AFTER_BEHIND, _WITHIN = (frame("orders", form) for form in ("after_behind", "within"))
_EMITTED = phrase(r"<emissions>|\bemit\w*|<emitters>|\bpollut\w*")
_GOAL, _CONDITION = phrase(r"\b<goals>\b"), construction("scope", "condition")
_NEAR_REGION = 14
_MEASURES_RANKED = frozenset(("rank_emitter", "rank_economy", "other", "renewables"))


def find_orders(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with the places that evidence adds, each counted among those that are meant."""
    drafts = [draft for draft in drafts if not _is_to_come(line, draft)]
    if not (drafts or line.sentence.parties) or not speaks_of_figures(line.low):
        return drafts
    if (
        opens_with_a_condition(line.low)
        or _CONDITION.search(line.low)
        or _GOAL.search(line.low[: _first_rank_word(line)])
    ):
        return drafts
    given = [_after_others(line, draft) for draft in drafts]
    added = [draft for draft in _read(line) if not _is_given(draft, given) and not _is_to_come(line, draft)]
    every = [_within(line, draft) for draft in [*given, *_once(added)]]
    return [*every, *_neighbours(line, every)]


def _is_to_come(line: Line, draft: Draft) -> bool:
    """ "Will overtake Syldavia as the biggest emitter": a place that is only expected."""
    if draft.measure not in ("rank_emitter", "rank_economy") or draft.dimension != "rank" or draft.place is None:
        return False
    start = draft.place[0] - line.offset
    return _WILL_BE.search(line.low, line.clause(start, start)[0], start) is not None


def _first_rank_word(line: Line) -> int:
    return max((mention.start - line.offset for mention in line.sentence.parties), default=0)


def _read(line: Line) -> Iterator[Draft]:
    quantity = quantity_by_evidence(line.low)
    if quantity is None or not line.sentence.parties:
        return
    if not _ORDERING.search(line.low):
        return
    yield from _lists(line, quantity)
    yield from _exceeded_by_some(line, quantity)
    for found in _NOBODY.finditer(line.low):
        if named := _at(line, found.end()):
            yield _draft(line, quantity, named[0], 1, found.start(), found.end())
    for found in _INVERTED.finditer(line.low):
        if named := _at(line, found.end()):
            place = 1 if found["order"] in ("top", "no. 1", "number one") else place_of(found["order"])
            yield _draft(line, quantity, named[0], place, found.start("order"), found.end("order"))
    for form in (_LEADING, _UNMATCHED):
        for found in form.finditer(line.low):
            yield from _of_subject(line, quantity, found, 1)
    for form in (_IN_PLACE, _NUMBER_OF):
        for found in form.finditer(line.low):
            place = 1 if found["order"] in ("top", "number one", "no. 1", "no.1") else place_of(found["order"])
            yield from _of_subject(line, quantity, found, place)
    yield from _bare_places(line, quantity)
    for found in _NEXT_TO_WHOM.finditer(line.low) if _INVERTED.search(line.low) else ():
        if named := _at(line, found.end()):
            yield _draft(line, quantity, named[0], place_of(found["order"]), found.start("order"), found.end("order"))
    for found in _HEADING.finditer(line.low):
        heads = line.parties(found.end(), found.end() + 1)
        if heads and _is_field(heads[0]) and _MEMBERS.match(line.low, heads[0].end - line.offset):
            yield from _of_subject(line, quantity, found, 1)
    for found in _SECOND_TO.finditer(line.low):
        if codes := list_at(line, found.end()):
            placed = _of_subject(line, quantity, found, len(codes) + 1)
            yield from (draft for draft in placed if draft.subject not in codes)
    for found in _NEXT_BEHIND.finditer(line.low):
        codes = list_at(line, found.end())
        if codes and _ALONE.match(line.low, _end_of(line, codes[-1], found.end())):
            yield from _of_subject(line, quantity, found, len(codes) + 1)
    for found in _MOST.finditer(line.low):
        source = line.low.startswith((" source", " single source", " supplier", " provider"), found.end())
        if not source and (_EMITTED.search(found.group()) or quantity.measure != "rank_emitter"):
            yield from _of_subject(line, quantity, found, place_of(found["order"]))


def _of_subject(line: Line, quantity: Quantity, found: re.Match[str], place: int) -> Iterator[Draft]:
    """The place of the subject of the words found, or of the one named behind them: "number one is Ruritania"."""
    behind = re.match(
        r"[^,;.]{0,40}? (?:is|was|are|were|belongs to|goes to|comes?|came)(?: still| now)? (?:the )?",
        line.low[found.end() :],
    )
    named = _at(line, found.end() + behind.end()) if behind else []
    if named and not _parties_before(line, found.start()):
        yield _draft(line, quantity, named[0], place, found.start(), found.end())
        return
    first = line.clause(found.start(), found.start())[0]
    cleft = _CLEFT.search(line.low, first, found.start())
    told = tuple(_at(line, cleft.end())[:1]) if cleft else ()
    codes = told or tuple(code for code in find_subject(line, found.start()) if code not in (None, "WLD"))
    if len(codes) == 1 and codes[0] is not None and (not is_group(codes[0]) or codes[0] == "EUU"):
        yield _draft(line, quantity, codes[0], place, found.start(), found.end())


def _parties_before(line: Line, position: int) -> bool:
    return any(m.code != "WLD" for m in line.parties(line.clause(position, position)[0], position))


def _bare_places(line: Line, quantity: Quantity) -> Iterator[Draft]:
    """ "… came first, Syldavia second and Borduria third"."""
    if not (_IN_PLACE.search(line.low) or _NUMBER_OF.search(line.low)):
        return
    for mention in line.parties(0, len(line.low)):
        found = re.match(
            r"(?:'s)? (?P<order>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= and\b"
            r"| (?:in|for|on|by|among) \w|[,.;]|$)",
            line.low[mention.end - line.offset :],
        )
        if found and mention.code != "WLD":
            at = mention.start - line.offset
            yield _draft(
                line, quantity, mention.code, place_of(found["order"]), at, mention.end - line.offset + found.end()
            )


def _lists(line: Line, quantity: Quantity) -> Iterator[Draft]:
    """ "The three biggest emitters are, in this order, A, B and C": places in order, or all within the first three."""
    for found in _LISTED.finditer(line.low):
        codes = list_at(line, found.end())
        count = found["count"] or found["counted"]
        if len(codes) < 2 or (count and place_of(count) != len(codes)):
            continue
        in_order = found["ordered"] or _ORDERED.search(line.low, found.start())
        for place, code in enumerate(codes, start=1):
            comparator: Comparator = "=" if in_order else "<"
            yield _draft(
                line, quantity, code, place if in_order else len(codes), found.start(), found.end(), comparator
            )


def _exceeded_by_some(line: Line, quantity: Quantity) -> Iterator[Draft]:
    """ "Only two countries emit more than Ruritania": the third place, and those named among the first two."""
    for found in _ONLY_SOME.finditer(line.low):
        named, count = _at(line, found.end()), place_of(found["count"])
        if not named:
            continue
        yield _draft(line, quantity, named[0], count + 1, found.start(), found.end())
        if found["named"]:
            for mention in line.parties(*found.span("named")):
                yield _draft(line, quantity, mention.code, count, found.start(), found.end(), "<")


def _after_others(line: Line, draft: Draft) -> Draft:
    """A first place behind others: "after Ruritania and Syldavia it is the largest emitter" is the third."""
    if draft.dimension != "rank" or draft.figure[0] != 1 or draft.comparator != "=" or draft.place is None:
        return draft
    start, end = (at - line.offset for at in draft.place)
    ahead = _AFTER.search(line.low[:start])
    behind = _AFTER_BEHIND.match(line.low[end:])
    position = ahead.end() if ahead else end + behind.end() if behind else None
    codes = list_at(line, position) if position is not None else ()
    others = codes[: codes.index(draft.subject)] if draft.subject in codes else codes
    if not others or draft.subject is None:
        return draft
    place = float(len(others) + 1)
    return replace(draft, figure=(place, place, draft.figure[2]))


def _neighbours(line: Line, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Those whom the one place of a sentence is said to lie behind or ahead of, where no construction has them."""
    ranks = [draft for draft in drafts if draft.dimension == "rank" and (draft.figure[2] or "").startswith("rank")]
    if len(ranks) != 1 or ranks[0].measure not in _MEASURES_RANKED or ranks[0].subject is None:
        return
    rank, place = ranks[0], int(ranks[0].figure[0] or 1)
    for found in _NEXT_BEHIND.finditer(line.low):
        codes = [code for code in list_at(line, found.end()) if code != rank.subject]
        ahead = len(codes) == place - 1
        for code in codes if ahead else ():
            yield replace(
                rank, subject=code, figure=(place - 1, place - 1, rank.figure[2]), comparator="<" if place > 2 else "="
            )
    about = {"rank_economy": "gdp"}.get(rank.measure, rank.scope.about)
    for found in _NEXT_AHEAD.finditer(line.low):
        for code in list_at(line, found.end()):
            if code != rank.subject:
                yield replace(
                    rank,
                    measure="ratio",
                    figure=(None, None, None),
                    comparator=">",
                    against=(code,),
                    dimension="comparison",
                    scope=replace(rank.scope, about=about),
                )


def _within(line: Line, draft: Draft) -> Draft:
    """A place among the members of a group that the words name: "within the EU", "of the G20"."""
    if draft.dimension != "rank" or draft.place is None:
        return draft
    if draft.figure[2] == "rank in bloc" and any(m.code == "EUU" for m in line.sentence.parties):
        return replace(draft, figure=(*draft.figure[:2], "rank in EUU"))
    if draft.figure[2] != "rank":
        return draft
    start, end = (at - line.offset for at in draft.place)
    if region := _REGION.search(line.low, max(line.clause(start, start)[0], start - _NEAR_REGION), end + _NEAR_REGION):
        return replace(draft, figure=(draft.figure[0], draft.figure[1], f"rank in {region['where']}"))
    for mention in line.sentence.parties:
        if _is_field(mention) and mention.code != draft.subject and _MEMBERS.match(line.low, mention.end - line.offset):
            return replace(draft, figure=(draft.figure[0], draft.figure[1], f"rank in {mention.code}"))
    for found in _WITHIN.finditer(line.low):
        named = line.parties(found.end(), found.end() + 1)
        if named and named[0].code not in ("WLD", "UN", draft.subject) and _is_field(named[0]):
            return replace(draft, figure=(draft.figure[0], draft.figure[1], f"rank in {named[0].code}"))
    return draft


def _is_field(mention: PartyMention) -> bool:
    return mention.code == "EUU" or is_group(mention.code)


def _at(line: Line, position: int) -> list[str]:
    return [m.code for m in line.parties(position, position + 1) if m.code != "WLD"]


def _is_given(draft: Draft, given: Sequence[Draft]) -> bool:
    """Whether a construction has a rank, or a comparison, of the same Party already."""
    return any(
        other.dimension in ("rank", "comparison")
        and other.measure in (*_MEASURES_RANKED, "ratio")
        and (other.subject == draft.subject or draft.subject in other.subjects)
        for other in given
    )


def _end_of(line: Line, code: str, position: int) -> int:
    return next(m.end - line.offset for m in line.parties(position, len(line.low)) if m.code == code)


def _once(drafts: Sequence[Draft]) -> list[Draft]:
    """The first place that is found for each Party."""
    kept: dict[str | None, Draft] = {}
    for draft in drafts:
        kept.setdefault(draft.subject, draft)
    return list(kept.values())


def _draft(
    line: Line, quantity: Quantity, code: str, place: int, start: int, end: int, comparator: Comparator = "="
) -> Draft:
    first, last = line.offset + start, line.offset + end
    draft = Draft(
        quantity.measure,
        code,
        (place, place, "rank"),
        first,
        last,
        line.sentence.index,
        comparator,
        line.context.document.text[first:last],
        place=(first, last),
        year=year_of_sentence(line),
        scope=Scope(
            about=quantity.about,
            gas=cast("Gas | None", first_token("gases", line.low)) if quantity.measure == "rank_emitter" else None,
        ),
    )
    return _after_others(line, draft)
