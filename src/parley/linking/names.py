"""One person under several names.

Full names are joined by what their spellings have in common, single names by the one full name they are part of, titles
by the one person who held the office on the day of the document. Two people whom one document tells apart are never
joined by less than the same name; where two people fit, none is chosen.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from parley.linking.name_forms import (
    NameForm,
    form_of,
    is_loose,
    is_part,
    likeness,
    needs_office,
    needs_party,
    sound_of,
    weaker_first,
)
from parley.linking.office_bridge import office_of_report, person_in_office, table_name
from parley.linking.shelf import Shelf
from parley.linking.wikidata import wikidata_item
from parley.records import LinkedPerson, Person
from parley.terms.parties import is_group

_MOST_SPELLINGS_COMPARED = 400
# What is left of a letter read in a wrong encoding; "Å" and "Ä" before a small letter begin true names.
_DAMAGE = re.compile(r"[ÃÂ\ufffd]|[ÄÅÆ](?![^\W\d_A-Z])")


def link_people(shelf: Shelf) -> tuple[LinkedPerson, ...]:
    """All persons of all readings, sorted by name."""
    reports = [person for reading in shelf for person in reading.people]
    groups = _full_names(reports)
    _join_spellings(groups)
    groups = [group for group in groups if group.reports]
    groups += _shorter_names(reports, groups, shelf)
    linked = [person_of(group.reports, sorted(group.reasons - {"the same name"})) for group in groups]
    return tuple(person for _, _, person in sorted((person.name, person.id, person) for person in linked))


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name without titles, accents, case or order."""
    return form_of(name).key


@dataclass(eq=False)
class Group:
    """Reports of one person while names are being joined."""

    forms: list[NameForm]
    reports: list[Person]
    reasons: set[str] = field(default_factory=set)
    parties: Counter[str] = field(default_factory=Counter)
    offices: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, form: NameForm, reports: Sequence[Person]) -> Group:
        group = cls([form], [])
        for report in reports:
            group.add(report)
        return group

    def add(self, report: Person) -> None:
        self.reports.append(report)
        self.documents.add(report.document)
        if report.party:
            self.parties[report.party] += 1
        if office := office_of_report(report):
            self.offices.add(office)

    def take(self, other: Group, reason: str) -> None:
        """Make the other group's reports this one's; the other is left empty."""
        self.forms += other.forms
        self.reasons |= {*other.reasons, reason}
        for report in other.reports:
            self.add(report)
        other.reports = []

    def is_of(self, party: str | None) -> bool:
        """Whether nothing speaks against the Party; a body such as the UN is nobody's nationality."""
        return (
            not party
            or not self.parties
            or party in self.parties
            or is_group(party)
            or all(map(is_group, self.parties))
        )

    def can_be(self, other: Group) -> bool:
        return not self.parties or not other.parties or any(self.is_of(party) for party in other.parties)

    @property
    def order(self) -> tuple[tuple[str, ...], str]:
        return self.forms[0].words, min(report.id for report in self.reports)


def _full_names(reports: Iterable[Person]) -> list[Group]:
    """One group for each full name and, where offices differ, too, each Party."""
    by_key: dict[tuple[str, ...], dict[str | None, list[Person]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        form = form_of(report.name)
        if len(form.words) > 1:
            by_key[form.key][report.party].append(report)
    groups = []
    for of_parties in by_key.values():
        namesakes: list[Group] = []
        for party in sorted(of_parties, key=lambda party: (party is None, -len(of_parties[party]), party or "")):
            group = Group.of(_plainest(of_parties[party]), of_parties[party])
            same = next((other for other in namesakes if _one_bearer(group, other)), None)
            if same:
                same.take(group, "the same name")
            else:
                namesakes.append(group)
        for group in namesakes:
            names = sorted({report.name for report in group.reports})
            orders = sorted({form_of(name).words: name for name in names}.values())
            if len(orders) > 1:
                group.reasons.add(f"{' and '.join(orders)}: the same name in another order")
        groups += namesakes
    return sorted(groups, key=lambda group: group.order)


def _plainest(reports: Iterable[Person]) -> NameForm:
    return min((form_of(report.name) for report in reports), key=lambda form: (form.words, form.raw))


def _one_bearer(one: Group, other: Group) -> bool:
    """Whether one full name is one person's: another Party and another office are another person."""
    return one.can_be(other) or not (one.offices and other.offices) or bool(one.offices & other.offices)


def _join_spellings(groups: list[Group]) -> None:
    """Join full names that are spellings of one name, the surest first."""
    by_handle: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for handle in group.forms[0].handles:
            by_handle[handle].append(number)
    pairs = {
        pair
        for numbers in by_handle.values()
        if len(numbers) <= _MOST_SPELLINGS_COMPARED
        for pair in combinations(numbers, 2)
    }
    damaged = [number for number, group in enumerate(groups) if group.forms[0].pattern]
    pairs |= {(min(one, other), max(one, other)) for one in damaged for other in range(len(groups)) if one != other}
    home = list(range(len(groups)))
    loose: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for one, other in sorted(pairs):
        reason = likeness(groups[one].forms[0], groups[other].forms[0])
        if reason is None:
            continue
        if is_loose(reason):
            weak, strong = weaker_first(reason, (groups[one].forms[0], one), (groups[other].forms[0], other))
            loose[weak].append((strong, reason))
        else:
            _join(groups, home, one, other, reason)
    for number in sorted(loose, key=lambda number: (groups[number].forms[0].pattern is None, number)):
        _join_loosely(groups, home, number, loose[number])


def _home(home: list[int], number: int) -> int:
    while home[number] != number:
        home[number] = home[home[number]]
        number = home[number]
    return number


def _join(groups: list[Group], home: list[int], one: int, other: int, reason: str) -> None:
    left, right = sorted((_home(home, one), _home(home, other)))
    if left == right:
        return
    a, b = groups[left], groups[right]
    if a.can_be(b) and not a.documents & b.documents:
        names = sorted({groups[one].forms[0].raw, groups[other].forms[0].raw})
        a.take(b, f"{' and '.join(names)}: {reason}")
        home[right] = left


def _join_loosely(groups: list[Group], home: list[int], number: int, others: Sequence[tuple[int, str]]) -> None:
    """By an initial or against a misprint: only where exactly one person fits."""
    mine = groups[_home(home, number)]
    fitting: dict[int, tuple[int, str]] = {}
    for other, reason in others:
        at = _home(home, other)
        theirs = groups[at]
        if theirs is not mine and mine.can_be(theirs) and _suffices(reason, mine, theirs):
            fitting.setdefault(at, (other, reason))
    if len(fitting) == 1:
        ((other, reason),) = fitting.values()
        _join(groups, home, number, other, reason)


def _suffices(reason: str, one: Group, other: Group) -> bool:
    if needs_office(reason):
        return bool(one.offices & other.offices)
    return not needs_party(reason) or bool(one.parties.keys() & other.parties.keys())


def _shorter_names(reports: Iterable[Person], groups: list[Group], shelf: Shelf) -> list[Group]:
    """Give single names and titles to the groups they belong to; the groups of those that belong to none."""
    index = _Index(groups)
    left: dict[tuple[tuple[str, ...], str | None, str], list[Person]] = defaultdict(list)
    for report in reports:
        form = form_of(report.name)
        if len(form.words) > 1:
            continue
        found = index.find(report, form, shelf)
        if found:
            group, reason = found
            index.waiting.append((group, report, f"{report.name}: {reason}"))
        else:
            title = "" if form.words else report.name
            left[form.key, report.party, title].append(report)
    for group, report, reason in index.waiting:
        group.add(report)
        group.reasons.add(reason)
    return _alone(left)


def _alone(left: dict[tuple[tuple[str, ...], str | None, str], list[Person]]) -> list[Group]:
    """Single names that no full name explains: one person for each name and Party."""
    made: dict[tuple[tuple[str, ...], str], list[Group]] = defaultdict(list)
    for (key, party, title), reports in sorted(left.items(), key=lambda item: (item[0][1] is None, str(item[0]))):
        alike = made[key, title]
        if alike and party is None and len(alike) == 1 and key:
            for report in reports:
                alike[0].add(report)
        elif key:
            alike.append(Group.of(form_of(reports[0].name), reports))
        else:
            made[key, title] += [Group.of(form_of(report.name), [report]) for report in reports]
    return [group for groups in made.values() for group in groups]


class _Index:
    """Full names by their words, to find whom a single name or a title means."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._by_word: dict[str, list[Group]] = defaultdict(list)
        self._by_key: dict[tuple[str, ...], list[Group]] = defaultdict(list)
        self._by_office: dict[tuple[str, str], list[Group]] = defaultdict(list)
        self.waiting: list[tuple[Group, Person, str]] = []
        for group in groups:
            for word in sorted(
                {word for form in group.forms for spelled in form.words for word in {spelled, sound_of(spelled)}}
            ):
                self._by_word[word].append(group)
            for key in sorted({form.key for form in group.forms}):
                self._by_key[key].append(group)
            for party in sorted(group.parties):
                for office in sorted(group.offices):
                    self._by_office[party, office].append(group)
        self._words = sorted(self._by_word)

    def find(self, report: Person, form: NameForm, shelf: Shelf) -> tuple[Group, str] | None:
        return self._by_name(report, form, shelf) if form.words else self._by_title(report, shelf)

    def _by_name(self, report: Person, form: NameForm, shelf: Shelf) -> tuple[Group, str] | None:
        word = form.words[0]
        near = [*self._by_word.get(word, ()), *self._by_word.get(sound_of(word), ())]
        if not near and not form.raw.isascii():
            near = [group for spelled in self._words if is_part(form, (spelled,)) for group in self._by_word[spelled]]
        fitting = []
        for group in dict.fromkeys(near):
            reason = next(filter(None, (is_part(form, full.words) for full in group.forms)), None)
            if reason and group.is_of(report.party) and report.document not in group.documents:
                fitting.append((group, reason))
        return _only(fitting) or self._narrowed(report, form, fitting, shelf)

    def _narrowed(
        self, report: Person, form: NameForm, fitting: Sequence[tuple[Group, str]], shelf: Shelf
    ) -> tuple[Group, str] | None:
        """Of several that fit: the one of that office, the one known by the table, the one whose family name it is."""
        if not fitting:
            return None
        office = office_of_report(report)
        if office and (of_office := _only([pair for pair in fitting if office in pair[0].offices])):
            return of_office[0], f"{of_office[1]}, and of the same office"
        if known := table_name(report, shelf.published(report)):
            key = form_of(known).key
            if by_table := _only([pair for pair in fitting if any(f.key == key for f in pair[0].forms)]):
                return by_table[0], f"{by_table[1]}, and the office holder of that name at the time"
        sure = [pair for pair in fitting if report.party and report.party in pair[0].parties]
        return _only(sure) or _only([pair for pair in sure if _is_family_name(form.words[0], pair[0])])

    def _by_title(self, report: Person, shelf: Shelf) -> tuple[Group, str] | None:
        held = person_in_office(report, shelf.published(report))
        if held:
            key = form_of(held.name).key
            found = _only([(group, held.reason) for group in self._by_key.get(key, ()) if group.is_of(report.party)])
            return found if found and report.document not in found[0].documents else None
        office = office_of_report(report)
        return (
            None
            if not office or not report.party
            else _only(
                [
                    (group, "the only one whom the documents name in this office")
                    for group in self._by_office.get((report.party, office), ())
                    if report.document not in group.documents
                ]
            )
        )


def _only(fitting: Sequence[tuple[Group, str]]) -> tuple[Group, str] | None:
    return fitting[0] if len(fitting) == 1 else None


def _is_family_name(word: str, group: Group) -> bool:
    """Whether the word stands where the documents of most people have the family name: last."""
    return any(form.words[-1] == word for form in group.forms)


def person_of(reports: Sequence[Person], reasons: Sequence[str] = ()) -> LinkedPerson:
    """The person whom ``reports`` tell of together."""
    names = Counter(report.name for report in reports)
    name = min(names, key=lambda name: (*_flaws(name), -names[name], name))
    party = _commonest(report.party for report in reports)
    return LinkedPerson(
        reports=tuple(sorted(report.id for report in reports)),
        name=name,
        forms=tuple(sorted({form for report in reports for form in (report.name, *report.aliases)})),
        roles=tuple(sorted({report.role for report in reports if report.role})),
        party=party,
        organisation=_commonest(report.organisation for report in reports),
        reasons=tuple(reasons),
        wikidata=wikidata_item(form_of(name).key, party),
    )


def _flaws(name: str) -> tuple[bool, ...]:
    """What a name to be shown should not have: a single word, lost letters, initials, a family name in capitals."""
    form = form_of(name)
    capitals = any(word.isupper() and len(word) > 2 for word in name.split())
    return len(form.words) < 2, _DAMAGE.search(name) is not None, any(len(word) == 1 for word in form.words), capitals


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def names_of(people: Iterable[LinkedPerson]) -> Iterator[tuple[tuple[str, ...], LinkedPerson]]:
    """Every key of a full name with the person who bears it."""
    for person in people:
        for form in dict.fromkeys(form_of(written).key for written in (person.name, *person.forms)):
            if len(form) > 1:
                yield form, person
