"""What goes on from a comparison or a change: "and so did Syldavia's", "but emits less a head"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.evidence import frame
from parley.reading.claims.line import Line
from parley.reading.claims.ordering import list_at, quantity_by_evidence
from parley.reading.claims.told import about_of

_SO_DOES, _AND_MORE = frame("echoes", "so_does"), frame("echoes", "and_more")
_LESS = frame("echoes", "less")
_GOING_ON = frozenset(("trend", "comparison"))


def find_echoes(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with what is said of others, or of something else, in the same breath."""
    told = [draft for draft in drafts if draft.dimension in _GOING_ON and draft.place is not None]
    if not told:
        return list(drafts)
    return [*drafts, *_of_others(line, told), *_of_more(line, told)]


def _of_others(line: Line, told: Sequence[Draft]) -> Iterator[Draft]:
    """ "… fell, and so did Syldavia's"."""
    for found in _SO_DOES.finditer(line.low):
        earlier = [draft for draft in told if draft.place and draft.place[0] - line.offset < found.start()]
        for code in list_at(line, found.end()) if earlier else ():
            if code not in (*earlier[-1].against, earlier[-1].subject):
                yield replace(_at(line, earlier[-1], found.start(), found.end()), subject=code, subjects=())


def _of_more(line: Line, told: Sequence[Draft]) -> Iterator[Draft]:
    """ "… has fewer people than Syldavia but emits more": of what there are no figures it is a claim all the same."""
    compared = [draft for draft in told if draft.measure == "ratio" and len(draft.against) == 1]
    if len(compared) != 1:
        return
    (first,) = compared
    for found in _AND_MORE.finditer(line.low, (first.place or (0, 0))[1] - line.offset):
        what = line.low[found.start("order") : found.end()]
        if line.parties(found.start(), found.end()):
            continue
        quantity = quantity_by_evidence(f"{found['verb'] or ''} {what}")
        about = about_of(f"{found['verb'] or ''} {what}") or (
            "gdp" if quantity and quantity.measure == "rank_economy" else None
        )
        draft = _at(line, first, found.start("order"), found.end("order"))
        scope = Scope(about=about or what.strip(), basis=first.scope.basis)
        yield replace(draft, comparator="<" if _LESS.fullmatch(found["order"]) else ">", scope=scope)


def _at(line: Line, draft: Draft, start: int, end: int) -> Draft:
    place = (line.offset + start, line.offset + end)
    written = line.context.document.text[place[0] : place[1]]
    return replace(draft, start=place[0], end=place[1], place=place, written=written)
