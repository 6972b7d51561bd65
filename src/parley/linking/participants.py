"""Who takes part in an engagement: the names in its report as linked people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from parley.linking.name_forms import form_of
from parley.linking.names import names_of
from parley.linking.shelf import Shelf
from parley.records import Engagement, LinkedPerson
from parley.terms.folding import fold

_STAND_IN = re.compile(
    r"\b(?:in (?:the|his|her|their) (?:place|absence|stead)|in place of|instead|absent|on behalf of"
    r"|st(?:oo|an)d(?:s|ing)? in for|did not (?:take part|attend|join|come)|was represented by|pulled out)\b"
)


class Participants:
    """People by the names under which the report's own document, or else all documents together, know them."""

    def __init__(self, shelf: Shelf, people: Sequence[LinkedPerson]) -> None:
        self.names: Mapping[str, str] = {person.id: person.name for person in people}
        person_of = {report: person for person, report in _reports(people)}
        self._in_document: dict[str, dict[tuple[str, ...], str]] = {}
        for reading in shelf:
            known: dict[tuple[str, ...], str] = {}
            for report in sorted(reading.people, key=lambda report: report.id):
                for written in (*report.aliases, report.name):
                    known[form_of(written).key or (written,)] = person_of[report.id]
            self._in_document[reading.document.id] = known
        everywhere: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for key, person in names_of(people):
            everywhere[key].add(person.id)
        self._everywhere = {key: found.pop() for key, found in everywhere.items() if len(found) == 1}

    def of(self, report: Engagement) -> frozenset[str]:
        """Ids of linked people; a name that no Person report explains stands for itself."""
        return frozenset(self._identity(name, report.document) for name in report.people)

    def absent(self, report: Engagement) -> frozenset[str]:
        """Who was expected but did not come: "met the minister in place of the president, who was absent"."""
        known, present = self._in_document[report.document], self.of(report)
        found: set[str] = set()
        for quote in report.quotes:
            if _STAND_IN.search(quote.exact):
                words = set(fold(quote.exact).split())
                found |= {person for key, person in known.items() if len(key) > 1 and words.issuperset(key)}
        return frozenset(found) - present

    def named(self, report: Engagement) -> frozenset[str]:
        """Whom the words of a report name in full, or by the family name where the document has just one of it."""
        known = self._in_document[report.document]
        words = {word for quote in report.quotes for word in fold(quote.exact).split()}
        return frozenset(person for key, person in known.items() if words.issuperset(key))

    def _identity(self, name: str, document: str) -> str:
        key = form_of(name).key or (name,)
        known = self._in_document[document]
        if key in known:
            return known[key]
        if len(key) == 1:
            bearing = {person for words, person in known.items() if key[0] in words}
            return bearing.pop() if len(bearing) == 1 else name
        return self._everywhere.get(key, name)


def _reports(people: Sequence[LinkedPerson]) -> list[tuple[str, str]]:
    return [(person.id, report) for person in people for report in person.reports]
