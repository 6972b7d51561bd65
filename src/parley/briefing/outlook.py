"""The outlook's section: what the documents' pledges mean beside the pledges of record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from parley.briefing.footnotes import Footnotes, first_words
from parley.briefing.outlook_sums import Sums
from parley.briefing.outlook_view import (
    BookFigures,
    FanChart,
    NotCounted,
    NotCountedGroup,
    OutlookPledge,
    OutlookSentence,
    OutlookView,
    Points,
)
from parley.briefing.outlook_words import (
    book_in_words,
    change_in_words,
    flags_in_words,
    in_words,
    level_in_words,
    net_zero_in_words,
    of_new,
    of_others,
    of_repeated,
    of_warming,
    reason_in_words,
    subscript,
)
from parley.briefing.pledges import BESIDE, pledge_in_words, present_entries
from parley.briefing.prose import capitalised, count, party_heading, party_in_prose
from parley.briefing.shelf import Shelf
from parley.briefing.view import PartyView, SummaryGroup, SummaryLine
from parley.outlook.five import five_choices
from parley.outlook.odds import QUANTILES, THRESHOLDS_K
from parley.outlook.outlook import MT_IN_GT, Outlook
from parley.outlook.told import told as told_in_full
from parley.outlook.told_pledges import Told
from parley.pathways.axes import LAST_YEAR, YEARS
from parley.records import Correction

_CURRENT, _RECORD, _WITH_TOLD = "Policies of today, no pledges", "Pledges of record", "With these documents’ pledges"
_AND_TOLD = " with those of these documents"
_BANDS = (0.05, 0.17, 0.83, 0.95)
_SERIES = 20
_MOST_NAMED = 4
_LONGEST_NOTE = 200
_OF_PROGRAMS = ("parties", "shares", "sources")


@dataclass(frozen=True)
class OutlookSection:
    """The section, and the lines at the head of the briefing that lead to it; cites in the order of the page."""

    sums: Sums
    shelf: Shelf
    notes: Footnotes

    def summary(self) -> tuple[SummaryGroup, ...]:
        """The first things to say of the outlook."""
        said = _new(self.sums, self.shelf, self.notes) if self.sums.new else [OutlookSentence(of_repeated(self.sums))]
        lines = [SummaryLine(next(of_warming(self.sums)))]
        lines += [SummaryLine(each.text, citations=each.citations) for each in (*said, *_corrected(self))]
        return (SummaryGroup("What it adds up to", "outlook", tuple(lines)),)

    def view(self) -> OutlookView:
        """All of it."""
        sums, shelf, notes = self.sums, self.shelf, self.notes
        counted = sorted((told for told in sums.told if told.is_counted), key=lambda told: told not in sums.new)
        aside = [told for told in sums.told if not told.is_counted]
        books = [(_CURRENT, sums.current), (_RECORD, sums.record), (_WITH_TOLD, sums.with_told)]
        return OutlookView(
            day=sums.day.isoformat(),
            paragraphs=tuple(_paragraphs(self, len(aside))),
            books=tuple(_figures(name, outlook) for name, outlook in books[: 3 if sums.new else 2]),
            pledges=tuple(_pledge(told, sums, shelf, notes) for told in counted),
            not_counted=_not_counted(aside, shelf, notes),
            choices=tuple((name, subscript(words)) for name, words in five_choices(sums.record.choices).items()),
            notes=tuple(_notes(sums)),
            figures_in_full={
                "record": _without_series(told_in_full(sums.record)),
                "with_documents": _without_series(told_in_full(sums.with_told)) if sums.new else None,
            },
            chart=_chart(books[: 3 if sums.new else 2]),
        )


def _paragraphs(section: OutlookSection, not_counted: int) -> Iterator[tuple[OutlookSentence, ...]]:
    """The outlook of the record, what the documents add to it, and what does not count."""
    sums, shelf = section.sums, section.shelf
    wanted = sum(entry.firmness in BESIDE for entry in present_entries(shelf))
    yield tuple(OutlookSentence(words) for words in of_warming(sums))
    others = tuple(OutlookSentence(words) for words in of_others(not_counted, wanted))
    yield (OutlookSentence(of_repeated(sums)), *_new(sums, shelf, section.notes), *others)
    if touched := tuple(_corrected(section)):
        yield touched


def _new(sums: Sums, shelf: Shelf, notes: Footnotes) -> Iterator[OutlookSentence]:
    """Pledges that the book does not have, those first that change most, then what all of them come to."""
    ordered = sorted(sums.new, key=lambda told: -abs(sums.changes_k[told.entry.id]))
    for told in ordered[:_MOST_NAMED]:
        words = f"Not on record: {party_in_prose(told.entry.party)}, {_act(told, shelf)}."
        yield OutlookSentence(words, notes.cite(told.reports, most=1))
    if (more := len(ordered) - _MOST_NAMED) > 0:
        yield OutlookSentence(f"Not on record either: {count(more, 'more pledge')}, in the table below.")
    yield OutlookSentence(of_new(sums))


def _corrected(section: OutlookSection) -> Iterator[OutlookSentence]:
    """The pledges that count although a correction bears on them, each with the note."""
    for told in section.sums.told:
        for bearing in told.notes if told.is_counted else ():
            what = "it" if bearing.touched else "what had taken its place"
            named = f"{party_in_prose(told.entry.party)}, {_act(told, section.shelf)}"
            words = first_words(bearing.note.quote, limit=_LONGEST_NOTE)
            said = f"Counted, though a source has corrected {what}: {named}; “{words}”"
            yield OutlookSentence(said, section.notes.cite([bearing.note]))


def _act(told: Told, shelf: Shelf) -> str:
    words = pledge_in_words(told.entry, shelf)
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _figures(name: str, outlook: Outlook) -> BookFigures:
    below = dict(zip(THRESHOLDS_K, outlook.warming.below, strict=True))
    return BookFigures(
        name=name,
        cells=book_in_words(outlook),
        median_2100_k=round(outlook.median(LAST_YEAR), 4),
        likely_2100_k=round(outlook.likely(LAST_YEAR), 4),
        peak_k=round(outlook.warming.at_peak(), 4),
        below_15=round(below[1.5], 4),
        below_20=round(below[2.0], 4),
        world_2030_gtco2e=round(outlook.world_gtco2e(2030), 4),
    )


def _pledge(told: Told, sums: Sums, shelf: Shelf, notes: Footnotes) -> OutlookPledge:
    pledge, is_new = told.beside.pledge, told.beside.standing == "new"
    outlook = sums.with_told if is_new else sums.record
    pathway = outlook.pathway(pledge.party)
    level = next((each for each in pathway.levels if each.pledge.id == pledge.id), None)
    if level is not None:
        words, steps, flags = level_in_words(level, outlook.choices), level.steps, level.flags
    elif pathway.net_zero is not None and pathway.net_zero.id == pledge.id:
        words, steps, flags = (
            net_zero_in_words(pathway, pledge.target_year or LAST_YEAR, outlook.choices),
            (),
            pathway.flags,
        )
    else:
        words, steps, flags = "", (), (_why_not(told, outlook),)
    change = sums.changes_k.get(told.entry.id)
    since = f" since {in_words(told.beside.since)}" if told.beside.since else ""
    return OutlookPledge(
        id=told.entry.id,
        record=None if is_new else pledge.id,
        party=PartyView(told.entry.party, party_heading(told.entry.party)),
        words=pledge_in_words(told.entry, shelf),
        standing=told.beside.standing,
        beside="new: not on record" if is_new else f"on record{since}",
        level=words,
        steps=tuple(map(subscript, steps)),
        flags=flags_in_words(flags),
        change_k=None if change is None else round(change, 6),
        change="" if change is None else change_in_words(change),
        citations=notes.cite(told.reports, most=1),
        corrected=bool(told.notes),
        corrections=notes.cite(bearing.note for bearing in told.notes),
    )


def _why_not(told: Told, outlook: Outlook) -> str:
    pledge = told.beside.pledge
    missing = outlook.pathway(pledge.party).not_quantified
    reason = next((each.reason for each in missing if each.pledge.id == pledge.id), None)
    return reason or f"it does not count: on record it is {pledge.firmness.replace('_', ' ')}, not pledged"


def _not_counted(aside: list[Told], shelf: Shelf, notes: Footnotes) -> tuple[NotCountedGroup, ...]:
    groups: dict[str, list[Told]] = {}
    for told in aside:
        groups.setdefault(reason_in_words(told), []).append(told)
    return tuple(
        NotCountedGroup(
            reason,
            tuple(
                NotCounted(
                    told.entry.id,
                    PartyView(told.entry.party, party_heading(told.entry.party)),
                    pledge_in_words(told.entry, shelf),
                    notes.cite((*told.reports[-1:], *_why_corrected(told)), most=1),
                )
                for told in those
            ),
        )
        for reason, those in groups.items()
    )


def _why_corrected(told: Told) -> Iterator[Correction]:
    """The notes by which a pledge is left out."""
    return (bearing.note for bearing in told.notes if told.beside.standing == "corrected")


def _notes(sums: Sums) -> Iterator[str]:
    if sums.newest is None:
        yield f"No document is dated; the book is that of the last day of record, {in_words(sums.day)}."
    elif sums.newest > sums.day:
        yield (
            f"The newest document is of {in_words(sums.newest)}; the book of record ends on {in_words(sums.day)}, so "
            "that what looks new may be on record by now."
        )
    yield (
        "The change of a pledge is what it does by itself, with all others as they are, in the median of 2100. Several "
        "pledges of one Party bind together, so that changes do not sum."
    )
    choices = sums.record.choices
    yield (
        f"Emissions are known to {choices.data_year} and follow current policy where nothing is pledged. Warming is of "
        f"{sums.record.members} members of the ensemble {sums.record.ensemble}. That pledges are kept is assumed, not "
        "foretold."
    )


def _chart(books: list[tuple[str, Outlook]]) -> FanChart:
    (_, current), (name, last) = books[0], books[-1]
    warming = last.warming
    return FanChart(
        names=tuple(name for name, _ in books),
        emissions=tuple(_emitted(outlook) for _, outlook in books),
        warming=tuple(_at(outlook, 0.5) for _, outlook in books),
        bands=tuple(_at(last, quantile) for quantile in _BANDS),
        known=last.choices.data_year,
        caption=(
            f"Blue bands: 17–83 % and 5–95 % of {last.members} members of the climate ensemble, under the pledges of "
            f"record{_AND_TOLD if len(books) > 2 else ''}. Emissions are as inventories count them, with land use."
        ),
        alternative=(
            f"World emissions and warming to {LAST_YEAR}. {capitalised(name)}: "
            f"{last.world_gtco2e(2030):.0f} GtCO₂e in 2030, {last.world_gtco2e(2050):.0f} in 2050; median warming in "
            f"{LAST_YEAR} {warming.in_year(LAST_YEAR):.1f} °C, 5 to 95 % {warming.in_year(LAST_YEAR, 0.05):.1f} to "
            f"{warming.in_year(LAST_YEAR, 0.95):.1f} °C. {_CURRENT}: {current.world_gtco2e(2050):.0f} GtCO₂e in 2050; "
            f"{current.median(LAST_YEAR):.1f} °C."
        ),
    )


def _emitted(outlook: Outlook) -> Points:
    gt = outlook.world.total()[0] / MT_IN_GT
    return tuple((int(year), round(float(value), 3)) for year, value in zip(YEARS, gt, strict=True))


def _at(outlook: Outlook, quantile: float) -> Points:
    row = outlook.warming.by_quantile[QUANTILES.index(quantile)]
    return tuple((int(year), round(float(value), 4)) for year, value in zip(outlook.warming.years, row, strict=True))


def _without_series(told: Mapping[str, Any]) -> dict[str, Any]:
    """The figures of an outlook without what only programs need that can run ``parley outlook``."""
    return {name: _shortened(value) for name, value in told.items() if name not in _OF_PROGRAMS}


def _shortened(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {name: _shortened(each) for name, each in value.items() if not _is_series(each)}
        return {name: each for name, each in kept.items() if each != {}}
    return value


def _is_series(value: Any) -> bool:
    return isinstance(value, list) and len(value) > _SERIES
