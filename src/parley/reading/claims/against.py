"""The claim that one is more than, less than or level with another, where no number is told."""

from __future__ import annotations

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.portions import year_of_sentence
from parley.records.claim import Comparator


def draft_against(
    line: Line, codes: tuple[str, str], about: str, span: tuple[int, int], comparator: Comparator
) -> Draft:
    """The first of ``codes`` held against the second in what ``about`` names; ``span`` are positions in the line."""
    start, end = (line.offset + at for at in span)
    return Draft(
        measure="ratio",
        subject=codes[0],
        figure=(None, None, None),
        start=start,
        end=end,
        sentence=line.sentence.index,
        comparator=comparator,
        written=line.context.document.text[start:end],
        against=(codes[1],),
        year=year_of_sentence(line),
        dimension="comparison",
        place=(start, end),
        scope=Scope(about=about),
    )
