"""What a figure rests on, in words, as plain data, and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from parley.outlook.outlook import Outlook
from parley.outlook.sources import Sources
from parley.outlook.told import told_level

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

COLUMNS = (
    *("figure", "party", "pledge", "kind", "target_year", "origin", "source", "mtco2e", "change_mtco2e"),
    "corrections",
)
_DIGITS = 3


def figure_in_words(found: Sources, outlook: Outlook) -> str:
    """The figure with its value, and what the emissions beside each Party are."""
    value = f"{100 * found.value:.0f} %" if found.unit == "1" else f"{found.value:.2f} {found.unit}"
    first = outlook.choices.data_year + 1
    over = f"summed over {first} to {found.year}" if found.summed else f"in {found.year}"
    return f"{found.figure} is {value}, from {outlook.name}; emissions of Parties {over}, with land use"


def told_sources(
    found: Sources, outlook: Outlook, quotes: Mapping[str, Sequence[DataclassInstance]] | None = None
) -> dict[str, Any]:
    """Everything, for JSON, with the quotes of pledges of documents where there are any."""
    return {
        "figure": found.figure,
        "value": found.value,
        "unit": found.unit,
        "year": found.year,
        "outlook": outlook.name,
        "emissions": f"summed from {outlook.choices.data_year + 1}" if found.summed else "of the year",
        "ensemble": found.ensemble,
        "parties": [
            {
                "party": source.party,
                "mtco2e": round(source.mtco2e, _DIGITS),
                "change_mtco2e": round(source.change_mtco2e, _DIGITS),
                "pledges": [asdict(pledge) for pledge in source.pledges],
                "levels": [told_level(level) for level in source.levels],
                "flags": list(source.flags),
                "data": [str(each) for each in source.data],
            }
            for source in found.parties
        ],
        "corrections": [asdict(each) for each in found.corrections],
        "quotes": {pledge: [asdict(each) for each in quoted] for pledge, quoted in (quotes or {}).items()},
    }


def rows(found: Sources) -> Iterator[tuple[str | float | int | None, ...]]:
    """A row for each pledge of each Party, and one for a Party without any; the last cell are ids of corrections."""
    notes: dict[str, list[str]] = {}
    for each in found.corrections:
        notes.setdefault(each.pledge, []).append(each.correction)
    for source in found.parties:
        emitted = (round(source.mtco2e, _DIGITS), round(source.change_mtco2e, _DIGITS))
        for pledge in source.pledges:
            about = (pledge.id, pledge.kind, pledge.target_year, pledge.origin, pledge.source)
            yield found.figure, source.party, *about, *emitted, " ".join(notes.get(pledge.id, ()))
        if not source.pledges:
            yield found.figure, source.party, "", "", None, "", "", *emitted, ""
