"""One person under several names.

Two Person reports are one person when their names are the same but for accents, case, order or a letter lost; a single
name joins the one full name it is a part of, where the Parties do not differ and no second full name fits.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from parley.linking.shelf import Shelf
from parley.records import LinkedPerson, Person


def link_people(shelf: Shelf) -> tuple[LinkedPerson, ...]:
    """All persons of all readings, sorted by name."""
    groups: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for reading in shelf:
        for person in reading.people:
            groups[name_key(person.name)].append(person)
    _join_single_names(groups)
    return tuple(sorted((_linked(group) for group in groups.values()), key=lambda person: (person.name, person.id)))


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case or order."""
    return tuple(sorted(_fold(word) for word in name.replace("-", " ").split()))


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in plain if letter.isalnum()).casefold()


def _join_single_names(groups: dict[tuple[str, ...], list[Person]]) -> None:
    full = [key for key in groups if len(key) > 1]
    for key in sorted(key for key in groups if len(key) == 1):
        fitting = [name for name in full if key[0] in name and _parties_agree(groups[key], groups[name])]
        if len(fitting) == 1:
            groups[fitting[0]].extend(groups.pop(key))


def _parties_agree(one: Iterable[Person], other: Iterable[Person]) -> bool:
    first = {person.party for person in one if person.party}
    second = {person.party for person in other if person.party}
    return not first or not second or bool(first & second)


def _linked(group: Sequence[Person]) -> LinkedPerson:
    names = Counter(person.name for person in group)
    forms = sorted({form for person in group for form in (person.name, *person.aliases)})
    return LinkedPerson(
        reports=tuple(sorted(person.id for person in group)),
        name=min(names, key=lambda name: (-len(name.split()), -names[name], name)),
        forms=tuple(forms),
        roles=tuple(sorted({person.role for person in group if person.role})),
        party=_commonest(person.party for person in group),
        organisation=_commonest(person.organisation for person in group),
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
