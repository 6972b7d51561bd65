"""What the text leaves out about a person, from the table of office holders and from the sentence around the name.

Everything filled in here is a guess with its ground, and is marked as inferred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from parley.reading.parties import PartyMention
from parley.reading.people import KnownPerson, People, PersonMention
from parley.terms.offices import Holder, find_holders, office_of
from parley.terms.parties import is_group, name_of

_TOKENS_BACK = 120
_POSSESSIVES = frozenset(["its", "their"])
_NATIONAL_OFFICES = frozenset(["head_of_state", "head_of_government", "foreign_minister", "finance_minister"])
_LEADING = frozenset(["head_of_state", "head_of_government"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "poss"])


def complete_people(doc: Doc, people: People, parties: Sequence[PartyMention], on: date | None) -> None:
    """Give each person the office, Party and full name that the table or the context lets one infer."""
    for person in people.persons:
        person.office = office_of(person.role) if person.role else None
        _complete_from_table(person, on)
    for mention in people.mentions:
        person = people.persons[mention.person]
        if person.party is None:
            _complete_from_context(person, mention, doc, parties)


def merge_namesakes(people: People) -> People:
    """People whom the table gave the same full name are one person."""
    first: dict[str, int] = {}
    number = [first.setdefault(person.name, index) for index, person in enumerate(people.persons)]
    if len(first) == len(people.persons):
        return people
    kept = sorted(first.values())
    for index, person in enumerate(people.persons):
        into = people.persons[number[index]]
        into.forms.extend(form for form in person.forms if form not in into.forms)
    place = {old: new for new, old in enumerate(kept)}
    mentions = (replace(mention, person=place[number[mention.person]]) for mention in people.mentions)
    return People(tuple(people.persons[old] for old in kept), tuple(mentions))


def _complete_from_table(person: KnownPerson, on: date | None) -> None:
    found = [holder for holder in find_holders(person.name, on) if _fits(person, holder)]
    if not found and person.party is None and person.office is None and " " in person.name:
        _complete_with_party(person)
        return
    names = {holder.name for holder in found}
    if person.office and len(names) > 1:
        found = [holder for holder in found if holder.office == person.office]
        names = {holder.name for holder in found}
    if len(names) != 1:
        return
    holder = found[0]
    ground = f"{holder.name}, {holder.title}" + (f" of {name_of(holder.party)}" if holder.party else "")
    ground += f" from {holder.start.iso[:10]}, by our table of office holders"
    if person.party is None and holder.party is not None:
        person.party = holder.party
        person.inferred.append(("party", ground))
    if person.name != holder.name and (" " not in person.name or not person.name.isascii()):
        person.name = holder.name
        person.inferred.append(("name", ground))
    if person.office is None and person.role is None:
        person.office = holder.office
        person.inferred.append(("office", ground))
    person.governmental = True


def _complete_with_party(person: KnownPerson) -> None:
    """Of somebody who is out of office, or not yet in, only the Party: "Ann Smith's government legislated"."""
    parties = {holder.party for holder in find_holders(person.name) if holder.office in _LEADING}
    if len(parties) == 1 and (party := parties.pop()) is not None:
        person.party = party
        person.inferred.append(("party", f"{person.name} led {name_of(party)}, by our table of office holders"))


def _fits(person: KnownPerson, holder: Holder) -> bool:
    return person.party is None or holder.party is None or person.party == holder.party


def _complete_from_context(
    person: KnownPerson, mention: PersonMention, doc: Doc, parties: Sequence[PartyMention]
) -> None:
    """ "Its envoy" is of the Party last spoken of; a minister without a country is at home where the document is."""
    single = [named for named in parties if not is_group(named.code)]
    if person.role and person.role.split()[0].lower() in _POSSESSIVES:
        earlier = [named for named in single if mention.first - _TOKENS_BACK < named.first < mention.first]
        subjects = [named for named in earlier if doc[named.last - 1].dep_ in _SUBJECTS]
        chosen = next(iter(subjects[-1:] or earlier[-1:]), None)
        ground = "the country last spoken of before the name"
    elif person.governmental and (host := _host_where(mention, doc, single)):
        chosen, ground = host, "the country that the clause around the name is set in"
    elif person.governmental:
        if person.office in _NATIONAL_OFFICES:
            single = [named for named in single if named.code != "EUU"]
        counts = Counter(named.code for named in single)
        chosen = max(single, key=lambda named: (counts[named.code], -named.first), default=None)
        ground = "the country the document speaks of most"
    else:
        return
    if chosen is not None:
        person.party = chosen.code
        person.inferred.append(("party", f"{name_of(chosen.code)} is {ground}"))


def _host_where(mention: PersonMention, doc: Doc, single: Sequence[PartyMention]) -> PartyMention | None:
    """ "visited Norway, where he met Prime Minister X": Norway."""
    start = doc[mention.first].sent.start
    where = next((i for i in range(mention.first, start, -1) if doc[i].lower_ == "where"), None)
    before = [named for named in single if where is not None and start <= named.first < where and named.use == "place"]
    return before[-1] if before else None
