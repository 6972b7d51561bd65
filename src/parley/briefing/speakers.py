"""Who says it: a person by the name all documents share, an organisation, an unnamed source, or the outlet."""

from __future__ import annotations

from parley.briefing.prose import capitalised, tidy
from parley.briefing.shelf import Shelf
from parley.records import Attribution, LinkedPerson
from parley.terms.parties import name_of

_MOST_ROLES = 2


def said_by(attribution: Attribution, document: str, shelf: Shelf) -> str:
    """A speaker's name; what an unnamed source is called; the outlet's name for its own voice."""
    if attribution.kind == "outlet":
        return outlet(document, shelf)
    person = speaker_in(attribution, document, shelf)
    if person:
        return person.name
    if attribution.name:
        return capitalised(tidy(attribution.name))
    return f"{name_of(attribution.party)}, speaker not named" if attribution.party else "Speaker not named"


def speaker_in(attribution: Attribution, document: str, shelf: Shelf) -> LinkedPerson | None:
    """The person over all documents, where the speaker is one."""
    if attribution.kind != "named" or not attribution.name:
        return None
    return shelf.person(document, attribution.name) or shelf.person_called(attribution.name)


def outlet(document: str, shelf: Shelf) -> str:
    """The publisher, or the document itself where that is not known."""
    publisher = shelf.documents[document].publisher
    return tidy(publisher) if publisher else "The document itself"


def described(person: LinkedPerson) -> str:
    """Offices, the first few, and Party of a person, in a line: ``climate envoy; United States``."""
    parts = [tidy(role) for role in person.roles[:_MOST_ROLES]]
    if person.organisation:
        parts.append(tidy(person.organisation))
    if person.party:
        parts.append(name_of(person.party))
    return "; ".join(dict.fromkeys(parts))
