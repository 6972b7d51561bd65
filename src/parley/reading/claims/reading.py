"""From the sentences of a document to its claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parley.reading.claims.agreements import find_agreements_told
from parley.reading.claims.comparing import find_comparing
from parley.reading.claims.comparisons import find_comparisons
from parley.reading.claims.counts import find_counts
from parley.reading.claims.draft import Draft
from parley.reading.claims.events import find_events
from parley.reading.claims.figures import find_figures
from parley.reading.claims.frames import by_evidence
from parley.reading.claims.gapping import with_units
from parley.reading.claims.goals import find_goals
from parley.reading.claims.hosts import find_hosts
from parley.reading.claims.journeys import find_journeys
from parley.reading.claims.line import Line
from parley.reading.claims.memberships import find_memberships
from parley.reading.claims.merging import Told, merge
from parley.reading.claims.officeholders import find_officeholders
from parley.reading.claims.orders import find_orders
from parley.reading.claims.populations import find_populations
from parley.reading.claims.proportions import find_goods, find_proportions
from parley.reading.claims.ranks import find_ranks
from parley.reading.claims.scope import with_scope
from parley.reading.claims.spans import find_spans
from parley.reading.claims.speakers import Speakers
from parley.reading.claims.trends import find_trends
from parley.reading.context import Context
from parley.records import Claim


def read_claims(context: Context) -> Iterable[Claim]:
    """All claims of the document, one record each however often it is made."""
    speakers = Speakers(context)
    drafts = _drafts(context, speakers)
    told = [Told(draft, speakers.at(draft.start), ((draft.start, draft.end),)) for draft in drafts]
    return [_report(context, claim) for claim in merge(told)]


def _drafts(context: Context, speakers: Speakers) -> list[Draft]:
    drafts: list[Draft] = []
    last: Draft | None = None
    for sentence in context.sentences:
        line = with_units(Line.of(context, sentence, speakers))
        figures = list(find_figures(line, last)) if sentence.numbers else []
        last = figures[-1] if figures else last
        members = list(find_memberships(line))
        counts = [each for each in find_counts(line) if each.start not in {member.start for member in members}]
        found = [*find_ranks(line), *figures, *find_journeys(line), *counts, *members, *find_populations(line)]
        found += [*find_proportions(line), *find_goods(line), *find_comparisons(line), *find_trends(line, figures)]
        found += [
            *find_spans(line),
            *find_goals(line),
            *find_officeholders(line),
            *find_hosts(line),
            *find_events(line),
            *find_agreements_told(line),
        ]
        found = find_comparing(line, find_orders(line, by_evidence(line, found)))
        drafts += _with_direction([with_scope(line, draft) for draft in found])
    return drafts


def _with_direction(drafts: list[Draft]) -> list[Draft]:
    """Changes that are listed go the way of the first: "rose 2 % in Ruritania, 5 % in Syldavia"."""
    last: Draft | None = None
    for index, draft in enumerate(drafts):
        if draft.measure != "change":
            continue
        if draft.scope.direction is None and last is not None:
            drafts[index] = draft = replace(draft, scope=replace(draft.scope, direction=last.scope.direction))
        last = draft
    return drafts


def _report(context: Context, told: Told) -> Claim:
    draft = told.draft
    low, high, unit = draft.figure
    return Claim(
        document=context.document.id,
        quotes=tuple(context.quote(start, end) for start, end in told.places),
        subject=draft.subject,
        measure=draft.measure,
        low=low,
        high=high,
        unit=unit,
        year=draft.year,
        comparator=draft.comparator,
        against=draft.against,
        written=draft.written,
        subjects=draft.subjects,
        together=draft.together,
        about=draft.scope.about,
        gas=draft.scope.gas,
        basis=draft.scope.basis,
        base_year=draft.scope.base_year,
        direction=draft.scope.direction,
        denied=draft.scope.denied,
        attribution=told.attribution,
    )
