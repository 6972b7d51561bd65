"""People as items of the catalogue: their offices, what they took part in, what they said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parley.briefing.dates import date_view
from parley.briefing.footnotes import first_words
from parley.briefing.headlines import headline, place_in_words
from parley.briefing.people import present_people
from parley.briefing.prose import tidy
from parley.briefing.shelf import Shelf, party_view
from parley.briefing.speakers import speaker_in
from parley.briefing.statements import statement_view
from parley.briefing.timeline import STATUS_LABELS, event_date, is_background, ordered_events
from parley.briefing.view import DateView
from parley.records import Engagement, LinkedPerson, Person, Position, Report, Statement
from parley.terms.folding import fold
from parley.terms.offices import Holder, find_holders, is_known_name
from parley.terms.parties import name_of
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.catalogue.positions import issue_label, stance_label
from parley.web.models.person import (
    Appearance,
    HeldPosition,
    Naming,
    Office,
    PersonBrief,
    PersonWhole,
    RoleTold,
    Said,
)

# Where the family name comes first, so that a list by family names is sorted by the first word.
_FAMILY_FIRST = ("CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN", "VNM")


@dataclass
class _Doings:
    """What one person did, by the id of the person: gathered in one walk through everything."""

    events: dict[str, list[Appearance]] = field(default_factory=lambda: defaultdict(list))
    statements: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    positions: dict[str, list[HeldPosition]] = field(default_factory=lambda: defaultdict(list))


def person_items(desk: Desk) -> Iterator[Item]:
    """Every person, by family name."""
    doings = _gather(desk)
    named = [(_family(person), person) for person in present_people(desk.shelf)]
    for family, person in sorted(named, key=lambda pair: (fold(pair[0]), fold(pair[1].name), pair[1].id)):
        whole = _whole(person, desk, doings)
        brief = _brief(whole, family)
        yield Item(
            kind="person",
            id=whole.id,
            title=whole.name,
            content=whole,
            holds=person.reports,
            brief=brief,
            facets=_facets(brief),
            words=" ".join([*whole.forms, *brief.roles, whole.organisation or "", _party_name(person)]),
        )


def _whole(person: LinkedPerson, desk: Desk, doings: _Doings) -> PersonWhole:
    key = person.id
    mentions = [report for report in desk.shelf.present(person.reports) if isinstance(report, Person)]
    return PersonWhole(
        id=key,
        name=tidy(person.name),
        party=party_view(person.party) if person.party else None,
        organisation=tidy(person.organisation) if person.organisation else None,
        wikidata=person.wikidata,
        forms=tuple(sorted({tidy(form) for form in person.forms} - {tidy(person.name)})),
        reasons=person.reasons,
        offices=_offices(person),
        roles=_roles(mentions, desk),
        events=tuple(doings.events.get(key, ())),
        statements=tuple(doings.statements.get(key, ())),
        positions=tuple(doings.positions.get(key, ())),
        documents=_documents(mentions, desk),
        reports=desk.report_refs(person.reports),
    )


def _brief(whole: PersonWhole, family: str) -> PersonBrief:
    current = [role.role for role in whole.roles if not role.former]
    return PersonBrief(
        id=whole.id,
        name=whole.name,
        initial=fold(family)[:1].upper() or "…",
        roles=tuple(current or [f"former {role.role}" for role in whole.roles])[:3],
        party=whole.party,
        organisation=whole.organisation,
        documents=len(whole.documents),
        events=len(whole.events),
        statements=len(whole.statements),
    )


def _facets(brief: PersonBrief) -> list[tuple[str, str]]:
    weight = f"{brief.events:06}{brief.statements:06}{brief.documents:06}"
    party = [("party", brief.party.code)] if brief.party else []
    return [*party, ("initial", brief.initial), ("weight", weight)]


def _gather(desk: Desk) -> _Doings:
    shelf, doings = desk.shelf, _Doings()
    for event in ordered_events(shelf):
        engagements = [report for report in shelf.present(event.reports) if isinstance(report, Engagement)]
        people = {key for report in engagements for name in report.people if (key := _who(report, name, shelf))}
        if people:
            shown = Appearance(
                id=event.id,
                title=headline(event, shelf),
                status=event.status,
                status_label=STATUS_LABELS[event.status],
                date=event_date(event, shelf),
                place=place_in_words(event.place),
                background=is_background(event, shelf),
            )
            for person in people:
                doings.events[person].append(shown)
    for reading in shelf.readings:
        for statement in reading.statements:
            if speaker := speaker_in(statement.attribution, statement.document, shelf):
                doings.statements[speaker.id].append(_said(statement, desk))
    for stance in shelf.links.positions:
        for report in shelf.present(stance.reports):
            if isinstance(report, Position) and report.holder and (key := _who(report, report.holder, shelf)):
                doings.positions[key].append(_held(stance.id, report, shelf))
    return doings


def _who(report: Report, name: str, shelf: Shelf) -> str | None:
    """The id of whom a report means by a name."""
    person = shelf.person(report.document, name) or shelf.person_called(name)
    return person.id if person else None


def _said(statement: Statement, desk: Desk) -> Said:
    shown = statement_view(statement, desk.shelf, desk.notes)
    return Said(
        id=statement.id,
        words=shown.words,
        quoted=shown.quoted,
        cue=shown.cue,
        date=shown.date,
        corrected=shown.corrected,
        quote=desk.quotes(shown.citations)[0],
    )


def _held(stance: str, position: Position, shelf: Shelf) -> HeldPosition:
    return HeldPosition(
        id=stance,
        party=party_view(position.party),
        issue=position.issue,
        issue_label=issue_label(position.issue),
        stance=position.stance,
        stance_label=stance_label(position),
        words=first_words(position.quote),
        since=shelf.published(position.document),
    )


def _offices(person: LinkedPerson) -> tuple[Office, ...]:
    """By our table of office holders, for who has a full name in it and no other Party."""
    return tuple(
        Office(
            title=holder.title,
            party=party_view(holder.party) if holder.party else None,
            since=date_view(holder.start),
            until=date_view(holder.end) if holder.end else None,
        )
        for holder in sorted(_terms(person), key=lambda holder: (holder.first_day, holder.office), reverse=True)
    )


def _terms(person: LinkedPerson) -> list[Holder]:
    if not is_known_name(person.name):
        return []
    found = find_holders(person.name)
    return [
        holder
        for holder in found
        if holder.name == found[0].name and (not person.party or holder.party in (None, person.party))
    ]


def _roles(mentions: Sequence[Person], desk: Desk) -> tuple[RoleTold, ...]:
    """What documents call the person, oldest first."""
    told: dict[tuple[str, bool], list[Person]] = {}
    for report in mentions:
        if report.role:
            told.setdefault((tidy(report.role), report.former), []).append(report)
    return tuple(
        RoleTold(
            role=role,
            former=former,
            told=desk.shelf.published(reports[0].document),
            documents=len({report.document for report in reports}),
            quotes=desk.quotes(desk.notes.cite(reports[:1], most=1)),
        )
        for (role, former), reports in told.items()
    )


def _documents(mentions: Sequence[Person], desk: Desk) -> tuple[Naming, ...]:
    naming: dict[str, list[Person]] = {}
    for report in mentions:
        naming.setdefault(report.document, []).append(report)
    return tuple(
        Naming(
            document=document,
            source=desk.shelf.label(document),
            date=_published(document, desk),
            names=tuple(dict.fromkeys(tidy(name) for one in reports for name in (one.name, *one.aliases))),
            quote=desk.quotes(desk.notes.cite(reports[:1], most=1))[0],
        )
        for document, reports in naming.items()
    )


def _published(document: str, desk: Desk) -> DateView:
    return desk.shelf.published(document)


def _party_name(person: LinkedPerson) -> str:
    return name_of(person.party) if person.party else ""


def _family(person: LinkedPerson) -> str:
    """The name by which a person is listed; by our table where it has the person."""
    if terms := _terms(person):
        return terms[0].family
    words = tidy(person.name).split() or [person.name]
    return words[0] if person.party in _FAMILY_FIRST else words[-1]
