"""Who is named: people with their offices and the Party they speak for.

Mentions come from the model's names and from titles before capitalised words; mentions of one person are joined by
shared name words; office and Party come from the title before the name, the apposition behind it, or, marked as
inferred, from the table of office holders.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from parley.reading.lexicon import load, words
from parley.reading.parties import PartyMention
from parley.terms.offices import is_known_name
from parley.terms.parties import find_code, regions
from parley.terms.places import country_of

_HEADS = words("offices", "heads")
_MODIFIERS = words("offices", "modifiers")
_HONORIFICS = words("offices", "honorifics")
_NOT_NAMES = words("offices", "not_names")
_GOVERNMENTAL = words("offices", "governmental")
_INSTITUTIONS: dict[str, str] = load("offices")["institutions"]
_LONGEST_TITLE = 16
_LONGEST_APPOSITION = 24
_JOINS = frozenset(["and", "of", "for", "on", "to", "the"])
_INSIDE_A_TITLE = frozenset(["of", "for", "on", "and", "to", "the", "'s", "'", "-", "&", "/"])
_PARTICLES = words("offices", "particles")
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Tokens ``first`` to ``last`` (excluded), characters ``start`` to ``end``, name person number ``person``."""

    start: int
    end: int
    first: int
    last: int
    person: int


@dataclass(slots=True)
class KnownPerson:
    """A person while the document is being read."""

    name: str
    forms: list[str] = field(default_factory=list)
    role: str | None = None
    office: str | None = None
    party: str | None = None
    organisation: str | None = None
    former: bool = False
    governmental: bool = False
    inferred: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a document and where each is named."""

    persons: tuple[KnownPerson, ...]
    mentions: tuple[PersonMention, ...]


def read_people(doc: Doc, parties: Sequence[PartyMention]) -> People:
    """All persons named in the document, in order of their first mention."""
    stretches = _names(doc, parties)
    persons: list[KnownPerson] = []
    owners = {stretch: _owner(_words(doc, stretch), persons) for stretch in sorted(stretches, key=_fullest_first)}
    stretches += _bare_mentions(doc, stretches, persons, owners)
    order = {number: rank for rank, number in enumerate(dict.fromkeys(owners[s] for s in sorted(stretches)))}
    mentions = tuple(_mention(doc, stretch, order[owners[stretch]]) for stretch in sorted(stretches))
    people = People(tuple(person for _, person in sorted(zip(order.values(), (persons[n] for n in order), strict=True),
                                                         key=lambda pair: pair[0])), mentions)  # fmt: skip
    describe_people(doc, people, parties)
    return people


def fold(word: str) -> str:
    """A name word without accents, case or a genitive ending, for comparison."""
    plain = unicodedata.normalize("NFKD", word.removesuffix("'s"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


Stretch = tuple[int, int]


def _fullest_first(stretch: Stretch) -> tuple[bool, int]:
    return stretch[1] - stretch[0] == 1, stretch[0]


def _mention(doc: Doc, stretch: Stretch, person: int) -> PersonMention:
    first, last = stretch
    return PersonMention(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), first, last, person)


def _words(doc: Doc, stretch: Stretch) -> list[str]:
    return [token.text for token in doc[stretch[0] : stretch[1]]]


def _names(doc: Doc, parties: Sequence[PartyMention]) -> list[Stretch]:
    """Token ranges that are names of persons."""
    of_parties = {i for mention in parties for i in range(mention.first, mention.last) if mention.form != "demonym"}
    found: dict[int, Stretch] = {}
    titled = _titled_positions(doc)
    singles: list[Stretch] = []
    candidates = [(e.start, e.end) for e in doc.ents if e.label_ == "PERSON"]
    candidates += _in_the_table(doc)
    for first, last in (*candidates, *_after_titles(doc, titled), *_before_appositions(doc), *_behind_offices(doc)):
        stretch = _trimmed(doc, first, last, of_parties)
        if stretch is None or any(i in found for i in range(*stretch)):
            continue
        if stretch[1] - stretch[0] == 1 and stretch[0] not in titled:
            singles.append(stretch)
        else:
            found.update(dict.fromkeys(range(*stretch), stretch))
    seen = Counter(doc[first].text for first, _ in singles)
    known = {fold(doc[i].text) for i in found}
    for stretch in singles:
        token = doc[stretch[0]]
        if token.i not in found and (seen[token.text] > 1 or fold(token.text) in known or token.dep_ == "nsubj"):
            found[token.i] = stretch
    return sorted(set(found.values()))


def _in_the_table(doc: Doc) -> list[Stretch]:
    """Full names of known office holders, which the model may take for anything."""
    found = []
    for token in doc[:-1]:
        if token.text[0].isupper() and doc[token.i + 1].text[0].isupper() and token.is_alpha:
            lengths = (n for n in (4, 3, 2) if token.i + n <= len(doc))
            length = next((n for n in lengths if is_known_name(doc[token.i : token.i + n].text)), 0)
            if length:
                found.append((token.i, token.i + length))
    return found


def _is_title_word(token: Token) -> bool:
    return token.lower_ in _HONORIFICS or (token.lower_ in _HEADS and token.text[0].isupper())


def _titled_positions(doc: Doc) -> set[int]:
    """Where a name follows an office or an honorific: "President Xi", "envoy Mira Solberg"."""
    capitalised = {t.i for t in doc if t.is_alpha and t.text[0].isupper() and t.lower_ not in _NOT_NAMES}
    return {
        i + 1
        for i in range(len(doc) - 1)
        if _is_title_word(doc[i]) or (doc[i].lower_ in _HEADS and {i + 1, i + 2} <= capitalised)
    }


def _after_titles(doc: Doc, titled: set[int]) -> Iterator[Stretch]:
    """Capitalised words behind an office or an honorific."""
    for first in sorted(titled):
        last = first
        while last < len(doc) and last - first < _LONGEST_NAME and doc[last].text[0].isupper() and doc[last].is_alpha:
            if doc[last].lower_ in _HEADS or doc[last].lower_ in _NOT_NAMES or doc[last].lower_ in _MODIFIERS:
                break
            last += 1
        if last > first and doc[first].pos_ == "PROPN":
            yield first, last


def _before_appositions(doc: Doc) -> Iterator[Stretch]:
    """Two or three capitalised words before a comma and an office: "Mira Solberg, a senior negotiator, …"."""
    for comma in doc:
        if comma.text != "," or comma.i < 2 or not _apposition_behind(doc, comma.i, {}):
            continue
        first = comma.i
        while first > 0 and comma.i - first < 3 and doc[first - 1].is_title and doc[first - 1].pos_ == "PROPN":
            first -= 1
        opens = doc[comma.i + 1 : comma.i + 6]
        near = any(token.lower_ in _HEADS for token in opens)
        unnamed = all(token.ent_type_ in ("", "PERSON", "ORG", "NORP") for token in doc[first : comma.i])
        if comma.i - first >= 2 and near and unnamed and not doc[first : comma.i].text.isupper():
            yield first, comma.i


def _behind_offices(doc: Doc) -> Iterator[Stretch]:
    """Two or three capitalised words between commas behind an office: "Peru's climate envoy, Mira Solberg, …"."""
    for comma in doc[1:]:
        if comma.text != "," or not any(token.lower_ in _HEADS for token in doc[max(0, comma.i - 6) : comma.i]):
            continue
        first = last = comma.i + 1
        while last < len(doc) and last - first < _LONGEST_NAME - 1 and doc[last].is_title and doc[last].is_alpha:
            last += 1
        closed = last < len(doc) and (doc[last].text in (",", ".", ")") or doc[last].pos_ in ("VERB", "AUX"))
        proper = all(token.pos_ == "PROPN" and token.ent_type_ != "DATE" for token in doc[first:last])
        if last - first >= 2 and closed and proper and country_of(doc[first:last].text) is None:
            yield first, last


def _trimmed(doc: Doc, first: int, last: int, of_parties: set[int]) -> Stretch | None:
    """A name without titles before it or words behind it that belong to no name; None when nothing is left."""
    while first < last and _is_before_a_name(doc[first], of_parties):
        first += 1
    end = first
    while end < last and not _is_no_part(doc[end], of_parties):
        end += 1
    while end > first and doc[end - 1].lower_ in _PARTICLES and doc[end - 1].text[0].islower():
        end -= 1
    if end == first:
        return None
    first, end = _with_particles(doc, first, end)
    if end - first > _LONGEST_NAME + 2:
        return None
    if end - first == 1 and (len(doc[first]) < 2 or country_of(doc[first].text) or find_code(doc[first].text)):
        return None
    return first, end


def _with_particles(doc: Doc, first: int, end: int) -> Stretch:
    """A name grown by what the model cut off: "von der" and what follows, the other half of "al-Mansur"."""
    last = end
    while last < len(doc) - 1 and (doc[last].lower_ in _PARTICLES or doc[last].text == "-"):
        last += 1
    hyphenated = last == end + 1 and _is_hyphenated(doc[last]) and not doc[end - 1].whitespace_
    if last > end and (hyphenated or (doc[last].text[0].isupper() and doc[last].pos_ == "PROPN")):
        end = last + 1
    if first > 2 and doc[first].text == "-" and doc[first - 1].lower_ in _PARTICLES:
        first -= 2 if doc[first - 2].text[0].isupper() else 1
    return first, end


def _is_before_a_name(token: Token, of_parties: set[int]) -> bool:
    lower = token.lower_
    return (
        _is_title_word(token)
        or lower in _MODIFIERS
        or lower in _HONORIFICS
        or lower in _PARTICLES
        or _is_no_part(token, of_parties)
        or (find_code(token.text) is not None and token.i + 1 < len(token.doc))
    )


def _is_no_part(token: Token, of_parties: set[int]) -> bool:
    if token.i in of_parties or token.lower_ in _NOT_NAMES or token.lower_ in _HEADS or token.is_space:
        return True
    if token.is_upper and len(token) > 1 and not token.doc[max(token.i - 1, 0)].is_title and len(token) <= 4:
        return True
    if token.lower_ in _PARTICLES or token.text == "-" or _is_hyphenated(token):
        return False
    return not token.text[0].isupper() or any(character.isdigit() for character in token.text) or token.text == "'s"


def _is_hyphenated(token: Token) -> bool:
    """The second half of a name such as Seo-jin."""
    return token.i > 0 and token.is_alpha and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_


def _owner(name: Sequence[str], persons: list[KnownPerson]) -> int:
    """The number of the person a name belongs to; a new one where none fits."""
    text = " ".join(name).replace(" - ", "-")
    for number, person in enumerate(persons):
        if _same(name, person.name.split()):
            if text not in person.forms:
                person.forms.append(text)
            return number
    persons.append(KnownPerson(text, [text]))
    return len(persons) - 1


def _same(name: Sequence[str], full: Sequence[str]) -> bool:
    short, long = [fold(word) for word in name], [fold(word) for word in full]
    if len(short) == 1:
        return short[0] in (long[0], long[-1], *long[1:])
    return short == long or (len(long) > 1 and {short[0], short[-1]} == {long[0], long[-1]})


def _bare_mentions(
    doc: Doc, stretches: Sequence[Stretch], persons: Sequence[KnownPerson], owners: dict[Stretch, int]
) -> list[Stretch]:
    """Further places where a known family name stands alone, which the model missed."""
    surnames: dict[str, int] = {}
    for number, person in enumerate(persons):
        parts = person.name.split()
        if len(parts) > 1:
            for part in (parts[-1], parts[0]):
                surnames.setdefault(part, number)
        else:
            surnames.setdefault(parts[0], number)
    taken = {i for stretch in stretches for i in range(*stretch)}
    extra = []
    for token in doc:
        if token.i in taken or token.text not in surnames or _inside_a_name(token):
            continue
        if token.pos_ == "PROPN" or token.dep_ in ("nsubj", "nsubjpass", "pobj"):
            stretch = (token.i, token.i + 1)
            owners[stretch] = surnames[token.text]
            if token.text not in (forms := persons[owners[stretch]].forms):
                forms.append(token.text)
            extra.append(stretch)
    return extra


def _inside_a_name(token: Token) -> bool:
    """Part of the name of an organisation, place or other person."""
    before = token.nbor(-1) if token.i else token
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return any(
        t.pos_ == "PROPN" and t.ent_type_ == token.ent_type_ and t.i != token.i and t.ent_type_ != ""
        for t in (before, after)
    )


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
    if title := _title_before(doc, mention.first, named):
        yield title
    before = mention.first - 1
    if before > 0 and doc[before].text == "," and (title := _title_before(doc, before, named)):
        yield title
    if apposition := _apposition_behind(doc, mention.last, named):
        yield apposition


def _title_before(doc: Doc, end: int, named: dict[int, int]) -> Stretch | None:
    if end == 0 or doc[end - 1].lower_ in _JOINS:
        return None
    first = end
    while first > max(0, end - _LONGEST_TITLE) and _may_be_title(doc, first - 1, named):
        first -= 1
    while first < end and (doc[first].lower_ in _INSIDE_A_TITLE or doc[first].is_punct):
        first += 1
    return (first, end) if _holds_an_office(doc, first, end) else None


def _may_be_title(doc: Doc, index: int, named: dict[int, int]) -> bool:
    token = doc[index]
    lower = token.lower_
    if index in named or token.is_space or token.ent_type_ in ("DATE", "TIME"):
        return False
    if lower == "and":
        return index > 0 and doc[index - 1].lower_ in _HEADS and doc[index + 1].text[0].isupper()
    if lower == "to":  # "ambassador to China", but not "adviser to President X"
        return index > 0 and doc[index - 1].lower_ in _HEADS and find_code(doc[index + 1].text) is not None
    if token.is_sent_start and not token.text[0].isupper():
        return False
    return (
        lower in _INSIDE_A_TITLE
        or lower in _HEADS
        or lower in _MODIFIERS
        or lower in _HONORIFICS
        or (token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ"))
    )


def _holds_an_office(doc: Doc, first: int, last: int) -> bool:
    return any(token.lower_ in _HEADS for token in doc[first:last])


def _apposition_behind(doc: Doc, start: int, named: dict[int, int]) -> Stretch | None:
    if start >= len(doc) - 1 or doc[start].text not in (",", "(", "-", "--"):
        return None
    first = start + 1
    if (
        doc[first].lower_ == "who"
        and first + 2 < len(doc)
        and doc[first + 1].lower_ in ("is", "was", "serves", "served")
    ):
        first += 2 + (doc[first + 2].lower_ in ("now", "also", "as"))
    last = first
    while last < min(len(doc), first + _LONGEST_APPOSITION) and not _ends_an_apposition(doc, last, first, named):
        last += 1
    if last < len(doc) and last in named and doc[last - 1].lower_ not in ("to", "of", "for", "under", "with"):
        return None
    return (first, last) if last > first and _holds_an_office(doc, first, min(last, first + 14)) else None


def _ends_an_apposition(doc: Doc, index: int, first: int, named: dict[int, int]) -> bool:
    token = doc[index]
    if token.text in (",", ".", ";", ":", ")", '"', "--") or token.is_space:
        return True
    if token.pos_ == "AUX" or (token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP", "MD")):
        return True
    return index in named and index > first


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
    if all(word in _HONORIFICS for word in lowered):
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
    """ "Kerry's senior adviser X": X speaks for whom Kerry speaks for."""
    if first >= 2 and doc[first - 1].text in ("'s", "'") and first - 2 in named:
        return people.persons[named[first - 2]].party
    return None
