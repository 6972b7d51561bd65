"""Everything that items are made of: a ledger's linked view, its verdicts, and its words as a briefing has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from parley.briefing.footnotes import Footnotes, first_words
from parley.briefing.shelf import Shelf
from parley.briefing.view import Citations
from parley.checking.checked import CheckedClaim
from parley.ledger import Ledger
from parley.records import Report
from parley.web.models.common import JudgedRef, Quote, ReportRef
from parley.workflow import View, check_readings, view
from parley.workflow.versions import Versions, recorded_times, versions_among


@dataclass(frozen=True)
class Desk:
    """A ledger at one moment. ``notes`` gives citations as the briefing does; ``quotes`` makes quotes of them.

    ``sources`` are the paths under which each document was found, ``versions`` its documents that are versions of one.
    """

    view: View
    shelf: Shelf
    notes: Footnotes
    checks: Mapping[str, CheckedClaim]
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    versions: tuple[Versions, ...] = ()

    @classmethod
    def of(cls, ledger: Ledger) -> Desk:
        """Raises LedgerError when the ledger cannot be read."""
        shown = view(ledger)
        return replace(
            cls.of_view(shown),
            sources={document: ledger.sources(document) for document in shown.documents},
            versions=tuple(versions_among(shown.readings, recorded_times(ledger, shown.readings))),
        )

    @classmethod
    def of_view(cls, shown: View) -> Desk:
        """The same from a view."""
        checks = check_readings(shown.readings)
        shelf = Shelf.of(shown.readings, shown.links, checks)
        return cls(shown, shelf, Footnotes(shelf), checks)

    def quotes(self, citations: Citations) -> tuple[Quote, ...]:
        """The quotes that are cited, each once."""
        notes = {citation.note: self.notes.note(citation) for citation in citations}
        return tuple(
            Quote(
                document=note.document,
                source=note.source,
                published=note.date,
                start=note.start,
                end=note.end,
                before=note.before,
                exact=note.exact,
                after=note.after,
            )
            for note in notes.values()
        )

    def quotes_of(self, reports: Iterable[Report]) -> tuple[Quote, ...]:
        """The quotes of some reports, each once."""
        return self.quotes(self.notes.cite(reports))

    def report_refs(self, reports: Iterable[str]) -> tuple[ReportRef, ...]:
        """Those of some reports, by their ids, that this ledger holds, in reading order."""
        return tuple(
            ReportRef(
                id=report.id,
                words=first_words(report.quote, limit=160),
                document=report.document,
                source=self.shelf.label(report.document),
                published=self.shelf.published(report.document).words,
                judged=self._judged.get(report.id, ()),
            )
            for report in self.shelf.present(reports)
        )

    @cached_property
    def _judged(self) -> Mapping[str, tuple[JudgedRef, ...]]:
        """The judgements in force that bear on a report, by its id."""
        verbs = {judgement.id: judgement.verb for judgement in self.view.judgements}
        found: dict[str, list[JudgedRef]] = {}
        for effect in self.view.links.effects:
            if effect.applies:
                judged = JudgedRef(id=effect.judgement, verb=verbs[effect.judgement], words=effect.words)
                for report in effect.reports:
                    found.setdefault(report, []).append(judged)
        return {report: tuple(judged) for report, judged in found.items()}

    @cached_property
    def conflicts_of(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of conflicts by each report that is on one of their sides."""
        found: dict[str, list[str]] = {}
        for conflict in self.view.links.conflicts:
            for report in dict.fromkeys((*conflict.reports, *(one for side in conflict.sides for one in side))):
                found.setdefault(report, []).append(conflict.id)
        return {report: tuple(ids) for report, ids in found.items()}
