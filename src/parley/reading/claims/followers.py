"""Those told behind the first of an order: "followed by Ruritania", "with Syldavia in second place"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.claims.ordinals import place_of
from parley.reading.claims.periods import year_of_rank
from parley.reading.claims.subjects import joined
from parley.reading.claims.vocabulary import construction
from parley.reading.parties import PartyMention
from parley.records.claim import Measure

_FOLLOWED, _PLACE_BEHIND, _BEHIND = (construction("ranks", form) for form in ("followed", "place_behind", "behind"))
_ORDERED: frozenset[Measure] = frozenset(("rank_emitter", "rank_economy"))


def find_followers(line: Line, ranks: list[Draft]) -> Iterator[Draft]:
    """The places of those named behind the one rank of a sentence, counted as that rank is."""
    if len(ranks) != 1 or ranks[0].measure not in _ORDERED or ranks[0].figure[2] != "rank":
        return
    rank, place = ranks[0], int(ranks[0].figure[0] or 1)
    end = rank.end - line.offset
    given = {*_with_a_place(line, rank, end), *_ahead(line, rank, place, end)}
    yield from given
    found = _FOLLOWED.search(line.low, end)
    named = line.parties(found.end(), found.end() + 1) if found else []
    if found is None or not named or any(each.subject == named[0].code for each in given):
        return
    listed = [m for m in line.parties(found.end(), line.clause(found.end(), found.end())[1]) if m.code != rank.subject]
    for codes in _lists(line, listed):
        if codes[0] == named[0].code:
            yield from (_placed(line, rank, code, place + by, end) for by, code in enumerate(codes, start=1))
            return


def _with_a_place(line: Line, rank: Draft, end: int) -> Iterator[Draft]:
    """ "Ruritania in second place", "Syldavia third"."""
    for mention in line.parties(end, len(line.low)):
        found = _PLACE_BEHIND.match(line.low, mention.end - line.offset)
        if found and mention.code not in (rank.subject, "WLD"):
            yield _placed(line, rank, mention.code, place_of(found["order"]), end)


def _ahead(line: Line, rank: Draft, place: int, end: int) -> Iterator[Draft]:
    """Those that the third is behind: each within the first two."""
    found = _BEHIND.match(line.low, end)
    named = line.parties(found.end(), found.end() + 1) if found and place > 1 else []
    if not found or not named or named[0].code in (rank.subject, "WLD"):
        return
    listed = line.parties(found.end(), line.clause(found.end(), found.end())[1])
    for code in next((codes for codes in _lists(line, listed) if codes[0] == named[0].code), ()):
        draft = _placed(line, rank, code, place - 1, end)
        yield draft if place == 2 else replace(draft, comparator="<")


def _lists(line: Line, listed: list[PartyMention]) -> Iterator[tuple[str, ...]]:
    """What is joined to the first of a list, the longest stretch first."""
    return (joined(line, listed[:count]) for count in range(len(listed), 0, -1))


def _placed(line: Line, rank: Draft, code: str, place: int, end: int) -> Draft:
    year = rank.year or year_of_rank(line, end)
    return replace(rank, subject=code, figure=(place, place, "rank"), comparator="=", year=year)
