"""The people met in the documents, under one name each, with the offices they hold or held."""

from __future__ import annotations

from parley.briefing.footnotes import Footnotes
from parley.briefing.prose import tidy
from parley.briefing.shelf import Shelf, party_view
from parley.briefing.view import PersonView
from parley.records import LinkedPerson
from parley.terms.parties import name_of


def people(shelf: Shelf, notes: Footnotes) -> tuple[PersonView, ...]:
    """By Party, then by name; people of no known Party last. Cited once a document, at the first mention."""
    return tuple(person_view(person, shelf, notes) for person in sorted(present_people(shelf), key=_by_party))


def present_people(shelf: Shelf) -> list[LinkedPerson]:
    """The people whom these readings name."""
    return [person for person in shelf.links.people if shelf.present(person.reports)]


def person_view(person: LinkedPerson, shelf: Shelf, notes: Footnotes) -> PersonView:
    """A person with a citation for each document."""
    mentions = shelf.present(person.reports)
    return PersonView(
        id=person.id,
        name=tidy(person.name),
        roles=tuple(tidy(role) for role in person.roles),
        party=party_view(person.party) if person.party else None,
        organisation=tidy(person.organisation) if person.organisation else None,
        also=tuple(sorted({tidy(form) for form in person.forms} - {tidy(person.name)})),
        documents=len({report.document for report in mentions}),
        citations=notes.cite(mentions, most=1),
    )


def _by_party(person: LinkedPerson) -> tuple[bool, str, str, str]:
    return person.party is None, name_of(person.party) if person.party else "", person.name, person.id
