"""The office a person holds and the Party they speak for, from the words around their name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from parley.reading.appositions import HONORIFICS, Stretch, apposition_behind, title_before
from parley.reading.lexicon import load, words
from parley.reading.parties import PartyMention
from parley.reading.people import KnownPerson, People, PersonMention
from parley.terms.parties import find_code, regions
from parley.terms.places import country_of

_GOVERNMENTAL = words("offices", "governmental")
_INSTITUTIONS: dict[str, str] = load("offices")["institutions"]


def describe_people(doc: Doc, people: People, parties: Sequence[PartyMention]) -> None:
    """Fill in office, Party and organisation from the words around each mention; what is found first stays."""
    named = {i: mention.person for mention in people.mentions for i in range(mention.first, mention.last)}
    by_token = {i: mention for mention in parties for i in range(mention.first, mention.last)}
    for mention in people.mentions:
        person = people.persons[mention.person]
        for first, last in _titles(doc, mention, named):
            _take_title(person, doc, first, last, named, by_token, people)
        person.party = person.party or _party_of_origin(doc, mention.last, by_token)


def _party_of_origin(doc: Doc, after: int, by_token: dict[int, PartyMention]) -> str | None:
    """ "X of Ruritania said": where no title stands beside a name, the Party behind it."""
    if after + 2 >= len(doc) or doc[after].lower_ != "of":
        return None
    named = by_token.get(after + 1 + (doc[after + 1].lower_ == "the"))
    return named.code if named and named.form == "name" and named.code != "WLD" else None


def _titles(doc: Doc, mention: PersonMention, named: dict[int, int]) -> Iterator[Stretch]:
    """Token ranges around a mention that may be its title."""
    if title := title_before(doc, mention.first, named):
        yield title
    before = mention.first - 1
    if before > 0 and doc[before].text == "," and (title := title_before(doc, before, named)):
        yield title
    if apposition := apposition_behind(doc, mention.last, named):
        yield apposition


def _take_title(
    person: KnownPerson,
    doc: Doc,
    first: int,
    last: int,
    named: dict[int, int],
    by_token: dict[int, PartyMention],
    people: People,
) -> None:
    span = doc[first:last]
    text = span.text.strip(" ,")
    lowered = [token.lower_ for token in span]
    if all(word in HONORIFICS for word in lowered):
        return
    if person.role is None or person.role.endswith("counterpart"):
        person.role = text
        person.former = any(word in ("former", "then", "ex", "late") for word in lowered[:4])
    person.governmental |= any(word in _GOVERNMENTAL for word in lowered)
    if person.party is None:
        person.party = _party_of_title(doc, first, last, by_token) or _party_of_possessor(doc, first, named, people)
    if person.organisation is None:
        person.organisation = next((e.text for e in span.ents if e.label_ == "ORG" and find_code(e.text) is None), None)


def _party_of_title(doc: Doc, first: int, last: int, by_token: dict[int, PartyMention]) -> str | None:
    for index in range(first, last):
        mention = by_token.get(index)
        if mention is None or index != mention.first or mention.code == "WLD":
            continue
        before = doc[index - 1].lower_ if index else ""
        if before == "the" and index > 1:
            before = doc[index - 2].lower_
        if before not in ("to", "with", "against") or index == first:
            return mention.code
    text = doc[first:last].text
    institutions = [name for name in _INSTITUTIONS if name in text]
    if institutions:
        return _INSTITUTIONS[max(institutions, key=len)]
    return next((code for index in range(first, last) if (code := _party_of_place(doc, index))), None)


def _party_of_place(doc: Doc, index: int) -> str | None:
    """The Party a state ("California governor") or a city behind a preposition ("mayor of Lima") lies in."""
    token = doc[index]
    if not token.text[0].isupper():
        return None
    behind = index > 0 and doc[index - 1].lower_ in ("in", "of", "from")
    return regions().get(token.text) or (country_of(token.text) if behind else None)


def _party_of_possessor(doc: Doc, first: int, named: dict[int, int], people: People) -> str | None:
    """ "Lunde's senior adviser X": X speaks for whom Lunde speaks for."""
    if first >= 2 and doc[first - 1].text in ("'s", "'") and first - 2 in named:
        return people.persons[named[first - 2]].party
    return None
