"""Power of which there is none: "generates no electricity from the atom", "has no nuclear power"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parley.reading.claims.carriers import carriers
from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.evidence import frame, opens_with_a_condition, source_in
from parley.reading.claims.figures import said_in
from parley.reading.claims.line import Line
from parley.reading.claims.portions import year_of_sentence
from parley.reading.claims.vocabulary import phrase
from parley.records.claim import Measure

_NO_POWER, _NO_SOURCE, _NO_PLANTS = (frame("nothing", form) for form in ("no_power", "no_source", "no_plants"))
_NOT_SO = frame("nothing", "not_so")
_GOAL = phrase(r"\b<goals>\b")
_HINT = re.compile(r"\b(?:no|none|not|without|zero|nothing)\b")
_LEAST_PERCENT = 0.3
_RENEWABLE = frozenset(("renewables", "wind", "solar", "hydro", "wind_and_solar", "geothermal", "bioenergy"))


def find_nothing(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with the sources that a Party has nothing from."""
    if not _HINT.search(line.low) or opens_with_a_condition(line.low) or _NOT_SO.search(line.low):
        return list(drafts)
    found = [draft for draft in (*_read(line), *_plants(line)) if not any(_is_read(each, draft) for each in drafts)]
    return [*drafts, *found[:1]]


def _is_read(one: Draft, draft: Draft) -> bool:
    if one.place is None or draft.place is None or one.measure == "other":
        return False
    return one.place[0] < draft.place[1] and draft.place[0] < one.place[1]


def _read(line: Line) -> Iterator[Draft]:
    for form in (_NO_POWER, _NO_SOURCE):
        for found in form.finditer(line.low):
            source = source_in(found["source"])
            codes = carriers(line, found.start(), found.end(), None)
            before = line.low[line.clause(found.start(), found.end())[0] : found.start()]
            if source is None or len(codes) != 1 or _GOAL.search(said_in(before)):
                continue
            start, end = line.offset + found.start("no"), line.offset + found.end("source")
            yield Draft(
                measure=_measure(source),
                subject=codes[0],
                figure=(0.0, _LEAST_PERCENT, "%"),
                start=start,
                end=end,
                sentence=line.sentence.index,
                written=line.context.document.text[start : line.offset + found.end("no")],
                year=year_of_sentence(line),
                dimension="percent",
                place=(start, end),
                scope=Scope(about=None if source == "coal" else source, basis="electricity"),
            )


def _plants(line: Line) -> Iterator[Draft]:
    """ "No longer runs a single coal plant"."""
    for found in _NO_PLANTS.finditer(line.low):
        codes = carriers(line, found.start(), found.end(), None)
        before = line.low[line.clause(found.start(), found.end())[0] : found.start()]
        if len(codes) != 1 or _GOAL.search(said_in(before)):
            continue
        start, end = line.offset + found.start("no"), line.offset + found.end()
        yield Draft(
            measure="coal_capacity",
            subject=codes[0],
            figure=(0.0, 0.0, "GW"),
            start=start,
            end=end,
            sentence=line.sentence.index,
            written=line.context.document.text[start:end],
            dimension="power",
            place=(start, end),
            scope=Scope(about="operating"),
        )


def _measure(source: str) -> Measure:
    if source == "coal":
        return "coal_share"
    return "renewables" if source in _RENEWABLE else "electricity_share"
