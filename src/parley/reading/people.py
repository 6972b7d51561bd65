"""Who is named: persons and every place where one is named.

Mentions of one person are joined by shared name words; what office they hold is told by ``titles``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from parley.reading.appositions import Stretch
from parley.reading.names import find_names, fold
from parley.reading.parties import PartyMention


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
    stretches = find_names(doc, parties)
    persons: list[KnownPerson] = []
    owners = {stretch: _owner(_words(doc, stretch), persons) for stretch in sorted(stretches, key=_fullest_first)}
    stretches += _bare_mentions(doc, stretches, persons, owners)
    order = {number: rank for rank, number in enumerate(dict.fromkeys(owners[s] for s in sorted(stretches)))}
    mentions = tuple(_mention(doc, stretch, order[owners[stretch]]) for stretch in sorted(stretches))
    return People(tuple(persons[number] for number in order), mentions)


def _fullest_first(stretch: Stretch) -> tuple[bool, int]:
    return stretch[1] - stretch[0] == 1, stretch[0]


def _mention(doc: Doc, stretch: Stretch, person: int) -> PersonMention:
    first, last = stretch
    return PersonMention(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), first, last, person)


def _words(doc: Doc, stretch: Stretch) -> list[str]:
    return [token.text for token in doc[stretch[0] : stretch[1]]]


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
            for part in (parts[-1], parts[0], *parts[1:-1]):
                if part[0].isupper() and len(part) > 1:
                    surnames.setdefault(part, number)
        else:
            surnames.setdefault(parts[0], number)
    taken = {i for stretch in stretches for i in range(*stretch)}
    extra = []
    for token in doc:
        if token.i in taken or token.text not in surnames or _inside_a_name(token):
            continue
        if token.pos_ == "PROPN" or token.dep_ in ("nsubj", "nsubjpass", "pobj") or _is_noun_for_the_tagger(token):
            stretch = (token.i, token.i + 1)
            owners[stretch] = surnames[token.text]
            if token.text not in (forms := persons[owners[stretch]].forms):
                forms.append(token.text)
            extra.append(stretch)
    return extra


def _is_noun_for_the_tagger(token: Token) -> bool:
    """ "will take Harper to Hanoi", and the heading "Harper to meet Nair": a capital that the tagger overlooked."""
    if token.pos_ != "NOUN" or token.i + 1 >= len(token.doc):
        return False
    headed = token.dep_ == "ROOT" and token.nbor().lower_ == "to"
    return headed or (token.dep_ == "dobj" and not token.is_sent_start)


def _inside_a_name(token: Token) -> bool:
    """Part of the name of an organisation, place or other person."""
    before = token.nbor(-1) if token.i else token
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return any(
        t.pos_ == "PROPN" and t.ent_type_ == token.ent_type_ and t.i != token.i and t.ent_type_ != ""
        for t in (before, after)
    )
