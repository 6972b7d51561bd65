"""Gigawatts by evidence: of coal power or of clean power, at which stage, and whose, whatever the verb."""

from __future__ import annotations

from parley.reading.claims.carriers import carriers
from parley.reading.claims.draft import Draft, Scope, figure_of
from parley.reading.claims.evidence import frame, names_world
from parley.reading.claims.line import Line
from parley.reading.claims.portions import year_of_sentence
from parley.reading.claims.stages import stage_of
from parley.reading.claims.stretch import Stretch
from parley.reading.claims.vocabulary import first_token, phrase
from parley.reading.claims.years import year_of
from parley.reading.numbers import NumberMention
from parley.records.claim import Measure

_COAL, _LIKENED = frame("ranked", "coal"), frame("continuing", "likened")
_CLEAN = phrase(r"\b<clean>\b")


def read_capacity(line: Line, number: NumberMention, last: Draft | None) -> Draft | None:
    """The capacity that a number of gigawatts tells; None where the words speak of coal and clean power alike."""
    start, end = number.start - line.offset, number.end - line.offset
    first, stop = line.clause(start, end)
    words = line.low[first:stop]
    coal, clean = (form.search(words) or form.search(line.low) for form in (_COAL, _CLEAN))
    if bool(coal) == bool(clean) or _LIKENED.search(line.low[end:stop]):
        return None
    codes = carriers(line, start, end, None)
    subject = codes[0] if len(codes) == 1 else "WLD" if not codes and names_world(words) else None
    if subject is None:
        return None
    stretch = Stretch.around(line, start, end)
    measure: Measure = "coal_capacity" if coal else "renewables"
    about = (stage_of(line, stretch, start, end) or "operating") if coal else first_token("sources", stretch.whole)
    low, high, unit = figure_of(number)
    return Draft(
        measure=measure,
        subject=subject,
        figure=(low, high, unit),
        start=number.start,
        end=number.end,
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        year=year_of(line, number, last) or year_of_sentence(line),
        dimension=number.dimension,
        place=(number.start, number.end),
        scope=Scope(about=about),
    )
