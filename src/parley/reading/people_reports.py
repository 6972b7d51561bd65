"""Person reports from the people of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from parley.reading.context import Context
from parley.records import Person, Quote

_MOST_MENTIONS_KEPT = 12


def report_people(context: Context) -> Iterator[Person]:
    """One Person report for each person named, resting on the mentions."""
    quotes: dict[int, list[Quote]] = defaultdict(list)
    for mention in context.people.mentions:
        quotes[mention.person].append(context.quote(mention.start, mention.end))
    for number, person in enumerate(context.people.persons):
        fullest_first = sorted(quotes[number], key=lambda quote: (-len(quote.exact), quote.start))
        yield Person(
            document=context.document.id,
            quotes=tuple(fullest_first[:1] + sorted(fullest_first[1:_MOST_MENTIONS_KEPT], key=lambda q: q.start)),
            inferred=tuple(person.inferred),
            name=person.name,
            aliases=tuple(form for form in person.forms if form != person.name),
            role=person.role,
            office=person.office,
            party=person.party,
            organisation=person.organisation,
            former=person.former,
        )
