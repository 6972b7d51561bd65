"""Where a parsed document names cities and countries as places."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.reading.lexicon import words
from parley.reading.parties import PartyMention
from parley.records import Place
from parley.terms.parties import parties
from parley.terms.places import country_of

_LONGEST_CITY_IN_WORDS = 4
_PLACE_ENTITIES = frozenset(["GPE", "LOC", "FAC"])
_BEFORE_A_PLACE = words("reference", "before_a_city")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Tokens ``first`` to ``last`` (excluded), characters ``start`` to ``end``, name a city or a country."""

    start: int
    end: int
    first: int
    last: int
    city: str | None
    country: str | None

    @property
    def place(self) -> Place:
        return Place(city=self.city, country=self.country)


def read_places(doc: Doc, mentions: tuple[PartyMention, ...]) -> tuple[PlaceMention, ...]:
    """All cities, and the countries named as places, in order; "Tokyo, Japan" is one place."""
    taken = {index for mention in mentions for index in range(mention.first, mention.last) if mention.form != "metonym"}
    found = _cities(doc, taken)
    countries = [
        PlaceMention(m.start, m.end, m.first, m.last, None, m.code)
        for m in mentions
        if m.form == "name" and m.code in parties() and len(m.code) == 3 and not parties()[m.code].is_group
    ]
    return tuple(sorted(_joined(doc, found, countries), key=lambda mention: mention.start))


def _cities(doc: Doc, taken: set[int]) -> list[PlaceMention]:
    found = []
    index = 0
    while index < len(doc):
        token = doc[index]
        length = 0
        if token.text[0].isupper() and index not in taken:
            length = next((n for n in range(_LONGEST_CITY_IN_WORDS, 0, -1) if _is_city(doc, index, index + n)), 0)
        if length:
            last = index + length
            words = doc[index:last]
            found.append(PlaceMention(token.idx, words.end_char, index, last, words.text, country_of(words.text)))
        index += length or 1
    return found


def _is_city(doc: Doc, first: int, last: int) -> bool:
    if last > len(doc) or country_of(doc[first:last].text) is None:
        return False
    token = doc[first]
    if last - first > 1 or token.ent_type_ in _PLACE_ENTITIES:
        return token.ent_type_ != "PERSON"
    return first > 0 and doc[first - 1].lower_ in _BEFORE_A_PLACE and token.ent_type_ not in ("PERSON", "DATE")


def _joined(doc: Doc, cities: list[PlaceMention], countries: list[PlaceMention]) -> list[PlaceMention]:
    """ "Tokyo, Japan" as one place; countries left over stay places of their own."""
    by_first = {country.first: country for country in countries}
    places = []
    for city in cities:
        country = by_first.get(city.last + 1) if city.last < len(doc) and doc[city.last].text == "," else None
        if country and not _begins_a_clause(doc, city, country):
            del by_first[country.first]
            places.append(PlaceMention(city.start, country.end, city.first, country.last, city.city, country.country))
        else:
            places.append(city)
    return places + list(by_first.values())


def _begins_a_clause(doc: Doc, city: PlaceMention, country: PlaceMention) -> bool:
    """ "In Geneva, US officials met": a country of another land than the city's, with its own noun or verb behind."""
    if city.country == country.country or country.last >= len(doc):
        return False
    return doc[country.last].pos_ in ("PROPN", "NOUN", "ADJ", "VERB", "AUX", "PART", "CCONJ")


def is_place_use(token: Token) -> bool:
    """Whether a token is the object of a preposition of place or of a verb of travel."""
    while token.dep_ in ("conj", "appos", "compound") and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj":
        return token.head.lower_ in _BEFORE_A_PLACE
    return token.dep_ == "dobj" and token.head.lemma_ in ("visit", "tour", "reach")
