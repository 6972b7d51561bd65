"""Links in the form in which they are scored: ids and statuses as in the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from benchmarks.corpus_form.engagements import to_corpus
from benchmarks.corpus_form.reading import FromCorpus
from parley.linking import link
from parley.records import BookEntry, Engagement, Event, Links, Reading


@dataclass(frozen=True, slots=True)
class Linked:
    """Links over readings, with the name of each document and the names of each report (ours to theirs).

    A report without a name is none of theirs and shows in no answer.
    """

    readings: Sequence[Reading]
    links: Links
    docs: dict[str, str]
    names: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, corpus: Sequence[FromCorpus]) -> Linked:
        """Link documents of the corpus."""
        readings = [document.reading for document in corpus]
        names = {report: ids for document in corpus for report, ids in document.names.items()}
        docs = {document.reading.document.id: document.doc for document in corpus}
        return cls(readings, link(readings), docs, names)

    def theirs(self, reports: Iterable[str]) -> list[str]:
        """The names of reports in order of name, each once."""
        return sorted({name for report in reports for name in self.names.get(report, ())})

    def form(self) -> dict[str, Any]:
        """Events, people, conflicts and pledges as one JSON object."""
        return {
            "events": [event for event in map(self.event, self.links.events) if event["records"]],
            "people": [{"name": person.name, "forms": list(person.forms)} for person in self.links.people],
            "conflicts": [list(pair) for pair in self.conflicts()],
            "pledges": list(self.pledges()),
        }

    def event(self, event: Event) -> dict[str, Any]:
        """Its records, and each document's last word on it, by age."""
        return {"records": self.theirs(event.reports), "history": [list(step) for step in self._history(event)]}

    def _history(self, event: Event) -> Iterator[tuple[str, str]]:
        reports = {report.id: report for reading in self.readings for report in reading.engagements}
        told: dict[str, str] = {}
        for step in event.life:
            if self.names.get(step.report):
                told[self.docs[step.document]] = _status(reports[step.report])
        yield from told.items()

    def conflicts(self) -> list[tuple[str, str]]:
        """Every two records that a conflict sets side by side."""
        pairs = {
            (min(one, other), max(one, other))
            for conflict in self.links.conflicts
            for mine, yours in combinations(conflict.sides, 2)
            for left, right in product(mine, yours)
            for one in self.names.get(left, ())
            for other in self.names.get(right, ())
        }
        return sorted(pairs)

    def pledges(self) -> Iterator[dict[str, Any]]:
        """For each Party what stands in the book and what was replaced."""
        for party in sorted({entry.party for entry in self.links.pledges}):
            entries = [entry for entry in self.links.pledges if entry.party == party]
            standing = self._records(entry for entry in entries if entry.standing)
            replaced = self._records(entry for entry in entries if entry.replaced_by)
            yield {"party": party, "standing": standing, "replaced": replaced}

    def _records(self, entries: Iterable[BookEntry]) -> list[str]:
        return self.theirs(report for entry in entries for report in entry.reports)


def _status(report: Engagement) -> str:
    return str(to_corpus(report)["status"])
