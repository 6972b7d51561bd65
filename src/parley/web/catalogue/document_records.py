"""A record told where it stands in its document: how it was read, what else it says, where to read more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from parley.briefing.claims import alike_claims, claim_in_words, subject_in_words
from parley.briefing.corrections import touched_in_words
from parley.briefing.dates import date_view
from parley.briefing.footnotes import first_words
from parley.briefing.headlines import headline, place_in_words
from parley.briefing.pledges import FIRMNESS_LABELS, pledge_view
from parley.briefing.positions import holder_of, stance_in_words
from parley.briefing.prose import and_list, capitalised, party_heading, party_in_prose, tidy, words_of
from parley.briefing.speakers import said_by, speaker_in
from parley.briefing.timeline import STATUS_LABELS
from parley.briefing.verdict_view import VerdictView
from parley.briefing.verdicts import marked, record_in_words, verdict_view
from parley.records import (
    Attribution,
    BookEntry,
    Claim,
    Correction,
    Engagement,
    Event,
    LinkedPerson,
    Person,
    Pledge,
    Position,
    Report,
    Statement,
)
from parley.records.linked import Linked
from parley.terms.parties import name_of
from parley.web.catalogue.desk import Desk
from parley.web.models.document import DocumentRecord, Place, RecordFact, RecordLink, RecordVerdict

KIND_LABELS = {
    "engagement": "Engagement",
    "pledge": "Pledge",
    "claim": "Claim",
    "statement": "Statement",
    "position": "Position",
    "correction": "Correction",
    "person": "Person",
}
_MODES = {"in_person": "in person", "virtual": "virtual"}
_MOST_REFERENCES = 3
_Joined = TypeVar("_Joined", bound=Linked)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is particular to a kind of record."""

    title: str
    tone: tuple[str, str] | None = None
    facts: tuple[tuple[str, str | None], ...] = ()
    links: tuple[tuple[str, str], ...] = ()


class RecordTeller:
    """Tells the records of a desk's documents. Without ``pages`` links stay in the document: no other page has it."""

    def __init__(self, desk: Desk, *, pages: bool = True) -> None:
        self._desk, self._shelf, self._pages = desk, desk.shelf, pages
        links = desk.view.links
        self._events: Mapping[str, list[Event]] = _by_report(links.events)
        self._entries: Mapping[str, list[BookEntry]] = _by_report(links.pledges)
        groups = (group for of_subject in alike_claims(desk.shelf).values() for group in of_subject)
        self._claims = {claim.id: group[0].id for group in groups for claim in group}
        self._touched = {note.reports[0]: note.touched for note in links.corrections}

    def tell(self, report: Report) -> DocumentRecord:
        """A report in words."""
        told = self._told(report)
        facts = (RecordFact(label=label, words=words) for label, words in told.facts if words)
        return DocumentRecord(
            id=report.id,
            kind=report.kind_of_report,
            kind_label=KIND_LABELS[report.kind_of_report],
            title=told.title,
            words=report.quote.exact,
            places=tuple(Place(start=quote.start, end=quote.end) for quote in report.quotes),
            tone=told.tone[0] if told.tone else None,
            tone_label=told.tone[1] if told.tone else None,
            facts=tuple(facts),
            verdict=self._verdict(report),
            inferred=_inferred(report),
            corrected=report.id in self._shelf.corrected,
            links=tuple(RecordLink(address=address, words=words) for address, words in self._links(report, told)),
        )

    def _told(self, report: Report) -> _Told:
        match report:
            case Engagement():
                return self._engagement(report)
            case Pledge():
                return self._pledge(report)
            case Claim():
                return self._claim(report)
            case Statement():
                return self._statement(report)
            case Position():
                return self._position(report)
            case Correction():
                touched = self._shelf.present(self._touched.get(report.id, report.touches))
                facts = tuple(("Bears on", touched_in_words(one)) for one in touched)
                return _Told(capitalised(report.nature), facts=facts, links=tuple(self._touched_links(report, touched)))
            case Person():
                return self._person(report)
        raise AssertionError(report.kind_of_report)

    def _engagement(self, one: Engagement) -> _Told:
        fields = one.model_dump(include={"kind", "status", "mode", "parties", "people", "place", "when", "name"})
        alone = Event(reports=(one.id,), life=(), **fields)
        ground = dict(one.inferred).get("when")
        when = date_view(one.when, tidy(ground) if ground else None)
        return _Told(
            headline(alone, self._shelf),
            (one.status, STATUS_LABELS[one.status]),
            (
                ("When", when.words if one.when else None),
                ("Where", place_in_words(one.place)),
                ("Parties", _names(one.parties)),
                ("People", and_list(one.people)),
                ("How", _MODES.get(one.mode)),
                ("Told as", "past history" if one.background else None),
                ("According to", self._source(one.attribution, one.document)),
            ),
            tuple(self._events_of(one)),
        )

    def _events_of(self, one: Engagement) -> Iterator[tuple[str, str]]:
        for event in self._events.get(one.id, ()):
            others = len(event.reports) - 1
            also = f", also told in {others} other report{'' if others == 1 else 's'}" if others else ""
            yield f"/timeline/{event.id}", f"In the timeline: {headline(event, self._shelf)}{also}"

    def _pledge(self, pledge: Pledge) -> _Told:
        names = {"party", "kind", "firmness", "gas", "low", "high", "unit", "base_year", "target_year", "about"}
        alone = BookEntry(reports=(pledge.id,), **pledge.model_dump(include=names))
        shown = pledge_view(alone, self._shelf, self._desk.notes)
        entries = self._entries.get(pledge.id, ())
        return _Told(
            f"{party_heading(pledge.party)}: {shown.words}",
            (pledge.firmness, FIRMNESS_LABELS[pledge.firmness]),
            (*(("Also", one) for one in shown.details if one not in _inferred(pledge)), *self._attributed(pledge)),
            (
                *((f"/pledges/entry/{entry.id}", "This pledge in the book") for entry in entries),
                (f"/pledges/{pledge.party}", f"Pledges of {party_in_prose(pledge.party)}"),
            ),
        )

    def _claim(self, claim: Claim) -> _Told:
        group = self._claims.get(claim.id, claim.id)
        return _Told(
            f"{subject_in_words(claim)}: {claim_in_words(claim)}",
            facts=(*self._attributed(claim), ("Denied", "the words deny it" if claim.denied else None)),
            links=((f"/claims/{group}", "This claim against the record"),),
        )

    def _statement(self, statement: Statement) -> _Told:
        cue = f" ({tidy(statement.cue)})" if statement.cue else ""
        speech = "in their own words" if statement.speech == "quoted" else "as the document reports it"
        speaker = said_by(statement.attribution, statement.document, self._shelf)
        person = speaker_in(statement.attribution, statement.document, self._shelf)
        return _Told(
            speaker,
            facts=(("Said", f"{speech}{cue}"), ("For", _party(statement.attribution.party))),
            links=tuple(self._person_links(person, statement.document)),
        )

    def _position(self, position: Position) -> _Told:
        holder = self._shelf.person(position.document, position.holder) if position.holder else None
        return _Told(
            f"{party_heading(position.party)} {stance_in_words(position)}",
            facts=(
                ("Issue", capitalised(words_of(position.issue))),
                ("Spoken for by", holder_of(position, self._shelf)),
                ("According to", self._source(position.attribution, position.document)),
            ),
            links=(
                (f"/positions/{position.party}", f"Positions of {party_in_prose(position.party)}"),
                *self._person_links(holder, position.document),
            ),
        )

    def _person(self, person: Person) -> _Told:
        linked = self._shelf.person(person.document, person.name)
        role = f"{'former ' if person.former else ''}{tidy(person.role)}" if person.role else None
        return _Told(
            tidy(person.name),
            facts=(
                ("Office", role),
                ("For", _party(person.party)),
                ("With", tidy(person.organisation) if person.organisation else None),
                ("Also named", and_list([tidy(form) for form in person.aliases])),
            ),
            links=tuple(self._person_links(linked, None)),
        )

    def _person_links(self, person: LinkedPerson | None, document: str | None) -> Iterator[tuple[str, str]]:
        """To a person's page or, where there is none, to their first mention in ``document``."""
        if person is None:
            return
        if self._pages:
            yield f"/people/{person.id}", f"{tidy(person.name)} in all documents"
            return
        for mention in self._shelf.present(person.reports):
            if mention.document == document:
                yield f"#c{mention.quote.start}-{mention.quote.end}", tidy(person.name)

    def _touched_links(self, note: Correction, touched: Iterable[Report]) -> Iterator[tuple[str, str]]:
        for one in touched:
            page = "" if one.document == note.document else f"/documents/{one.document}"
            words = f"The {one.kind_of_report} it bears on, “{first_words(one.quote, limit=40)}”"
            yield f"{page}#c{one.quote.start}-{one.quote.end}", words

    def _links(self, report: Report, told: _Told) -> Iterator[tuple[str, str]]:
        yield from (link for link in told.links if self._pages or link[0].startswith("#"))
        if self._pages:
            for conflict in self._desk.conflicts_of.get(report.id, ()):
                yield f"/conflicts/{conflict}", "Sources disagree"

    def _attributed(self, report: Claim | Pledge) -> tuple[tuple[str, str | None], ...]:
        return (("According to", self._source(report.attribution, report.document)),)

    def _source(self, attribution: Attribution, document: str) -> str | None:
        """Who says it, where that is not the document itself."""
        return None if attribution.kind == "outlet" else said_by(attribution, document, self._shelf)

    def _verdict(self, report: Report) -> RecordVerdict | None:
        checked = self._desk.checks.get(report.id)
        if checked is None:
            return None
        shown: VerdictView = verdict_view(checked.verdict)
        mark, _, label = marked(shown.token, report.kind_of_report).partition(" ")
        return RecordVerdict(
            token=shown.token,
            label=label,
            mark=mark,
            reason=shown.reason,
            basis=shown.basis,
            references=tuple(_references(shown)),
        )


def _by_report(linked: Iterable[_Joined]) -> dict[str, list[_Joined]]:
    found: dict[str, list[_Joined]] = {}
    for one in linked:
        for report in one.reports:
            found.setdefault(report, []).append(one)
    return found


def _references(shown: VerdictView) -> Iterator[str]:
    """The first records of a verdict, but for facts that its reason tells in the same words."""
    for record in shown.records[:_MOST_REFERENCES]:
        figures = [figure for figure in (record.then, record.now) if figure]
        if any(figure.value is not None or figure.words not in shown.reason for figure in figures):
            yield record_in_words(record)


def _inferred(report: Report) -> tuple[str, ...]:
    return tuple(f"{words_of(field)} inferred: {tidy(ground)}" for field, ground in report.inferred)


def _names(parties: tuple[str, ...]) -> str:
    return and_list([name_of(code) for code in parties])


def _party(code: str | None) -> str | None:
    return name_of(code) if code else None
