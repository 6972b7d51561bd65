"""Groups of reports in which every pair can be one event; the likeliest pairs are joined first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parley.linking.blocking import Blocks
from parley.linking.candidate import Candidate
from parley.linking.compare import DISPUTED, ENOUGH, OTHER_PEOPLE, TIMES, bridged, objection, reason, same_people, score

_WIDE_DAYS = 45
_OUTVOTED = 4
_DISPUTE = 4.0
_CLOSE_CALL = 1.0
_CLOSE_CALL_UNDATED = 0.5

Edge = tuple[float, int, int]


@dataclass(eq=False)
class Cluster:
    """Reports of one event.

    ``guests`` are reports of a round of meetings that stand in another cluster and support this one, too; ``lenders``
    are members that do so for others, which have ``elsewhere`` of their people.
    """

    members: list[Candidate]
    reasons: list[str] = field(default_factory=list)
    guests: list[Candidate] = field(default_factory=list)
    lenders: list[Candidate] = field(default_factory=list)
    elsewhere: set[str] = field(default_factory=set)

    @property
    def people(self) -> frozenset[str]:
        """Everybody in the reports that are its own."""
        return frozenset().union(*(member.people for member in self.members))

    @property
    def attendance(self) -> frozenset[str]:
        """Who took part: those of a round of meetings who met elsewhere are left out."""
        alone = [member.people - member.absent for member in self.members if member not in self.lenders]
        return frozenset().union(*alone, *(lender.people - self.elsewhere for lender in self.lenders))


def clusters(candidates: Sequence[Candidate], names: Mapping[str, str]) -> list[Cluster]:
    """One cluster for each event. ``names`` are of people, by id, for the reasons."""
    return _Clustering(candidates, names).run()


class _Clustering:
    def __init__(self, candidates: Sequence[Candidate], names: Mapping[str, str]) -> None:
        self._candidates = candidates
        self._names = names
        self._home = list(range(len(candidates)))
        self._members: dict[int, list[int]] = {number: [number] for number in range(len(candidates))}
        self._reasons: dict[int, list[str]] = defaultdict(list)
        self._edges = sorted(_edges(candidates))
        self._of: dict[int, list[tuple[float, int]]] = defaultdict(list)
        self._guests: dict[int, list[int]] = defaultdict(list)
        self._torn: set[int] = set()
        for cost, one, other in self._edges:
            for number, neighbour in ((one, other), (other, one)):
                if _is_weak(candidates[number]):
                    self._of[number].append((cost, neighbour))

    def run(self) -> list[Cluster]:
        for cost, one, other in self._edges:
            left, right = self._root(one), self._root(other)
            if left == right or self._is_torn(one, other, cost) or self._is_torn(other, one, cost):
                continue
            if self._can_join(left, right):
                self._join(left, right, reason(self._candidates[one], self._candidates[other], self._names))
            else:
                self._lend(one, right)
                self._lend(other, left)
        made = {
            root: Cluster([self._candidates[number] for number in members], self._all_reasons(root, members))
            for root, members in self._members.items()
        }
        for root, guests in self._guests.items():
            self._seat(made, root, guests)
        return list(made.values())

    def _root(self, number: int) -> int:
        while self._home[number] != number:
            self._home[number] = self._home[self._home[number]]
            number = self._home[number]
        return number

    def _can_join(self, left: int, right: int) -> bool:
        """Whether every pair can be one event, but for what a lone document, or one in four, gives otherwise."""
        here, there = self._seated(left), self._seated(right)
        at_odds: tuple[set[str], set[str]] = (set(), set())
        for one in here:
            for other in there:
                against = None if one is other else objection(one, other)
                if against is None or (against == TIMES and bridged(one, other, [*here, *there])):
                    continue
                if against not in DISPUTED:
                    return False
                at_odds[0].update(one.documents)
                at_odds[1].update(other.documents)
        few = min(map(len, at_odds))
        return few < 2 or _OUTVOTED * few <= len(self._documents(left) | self._documents(right))

    def _documents(self, root: int) -> set[str]:
        return {document for number in self._members[root] for document in self._candidates[number].documents}

    def _objections(self, left: int, right: int) -> Iterator[str]:
        """What speaks against it, pair by pair, guests included."""
        here, there = self._seated(left), self._seated(right)
        for one in here:
            for other in there:
                against = None if one is other else objection(one, other)
                if against and not (against == TIMES and bridged(one, other, [*here, *there])):
                    yield against

    def _seated(self, root: int) -> list[Candidate]:
        numbers = [*self._members[root], *self._guests.get(root, ())]
        return [self._candidates[number] for number in numbers]

    def _join(self, left: int, right: int, why: str) -> None:
        big, small = (left, right) if len(self._members[left]) >= len(self._members[right]) else (right, left)
        self._home[small] = big
        self._members[big] += self._members.pop(small)
        self._reasons[big] += [*self._reasons.pop(small, []), why]
        if small in self._guests:
            self._guests[big] += [guest for guest in self._guests.pop(small) if guest not in self._guests[big]]

    def _lend(self, number: int, root: int) -> None:
        """Let a report of a round of meetings support one meeting of the round more than the one it stands in."""
        candidate, people = self._candidates[number], self._people(root)
        if not _is_collective(candidate) or len(people) < 2 or not people < candidate.people:
            return
        others = [self._candidates[other] for other in self._members[self._root(number)] if other != number]
        here = self._seated(root)
        elsewhere = any(objection(one, other) == OTHER_PEOPLE for one in others for other in here)
        if elsewhere and all(objection(candidate, member) is None for member in here):
            self._guests[root].append(number)
            who = " and ".join(sorted(self._names.get(person, person) for person in people))
            self._reasons[root].append(f"a report of a round of meetings names {who} among its people")

    def _people(self, root: int) -> frozenset[str]:
        return frozenset().union(*(self._candidates[number].people for number in self._members[root]))

    def _seat(self, made: Mapping[int, Cluster], root: int, guests: Sequence[int]) -> None:
        for number in guests:
            candidate, home = self._candidates[number], made[self._root(number)]
            made[root].guests.append(candidate)
            home.elsewhere |= made[root].people
            if candidate not in home.lenders:
                home.lenders.append(candidate)

    def _is_torn(self, weak: int, towards: int, cost: float) -> bool:
        """Whether a report that tells little fits two different events about equally well: then it joins neither."""
        if weak in self._torn:
            return True
        if not _is_weak(self._candidates[weak]) or len(self._members[self._root(weak)]) > 1:
            return False
        goal = self._root(towards)
        margin = _CLOSE_CALL if self._candidates[weak].dated else _CLOSE_CALL_UNDATED
        rivals = {self._root(other) for other_cost, other in self._of[weak] if other_cost <= cost + margin}
        if any(rival != goal and not self._can_join(rival, goal) for rival in sorted(rivals)):
            self._torn.add(weak)
            return True
        return False

    def _all_reasons(self, root: int, members: Sequence[int]) -> list[str]:
        alike = sum(len(self._candidates[number].reports) for number in members) - len(members)
        told = {*self._reasons.get(root, ())}
        if alike:
            told |= {
                _told_alike(self._candidates[n], self._names) for n in members if len(self._candidates[n].reports) > 1
            }
        return sorted(told)


def _edges(candidates: Sequence[Candidate]) -> Iterator[Edge]:
    blocks = Blocks(candidates)
    for number, candidate in enumerate(candidates):
        for other in blocks.neighbours(number):
            against = objection(candidate, candidates[other])
            if against is None or (against in DISPUTED and same_people(candidate, candidates[other])):
                for_it = score(candidate, candidates[other]) - (_DISPUTE if against else 0)
                if for_it >= ENOUGH:
                    yield -for_it, min(number, other), max(number, other)


def _is_weak(candidate: Candidate) -> bool:
    """Whether a report tells so little that several events may fit."""
    if candidate.group == "conference":
        return candidate.edition is None
    if candidate.moved:
        return False
    wide = candidate.width is None or not candidate.dated or candidate.width > _WIDE_DAYS
    return wide or len(candidate.people) < (2 if candidate.group == "talks" else 1)


def _is_collective(candidate: Candidate) -> bool:
    """Whether a report may tell of one person's meetings with several others."""
    return candidate.group == "talks" and len(candidate.people) > 2


def _told_alike(candidate: Candidate, names: Mapping[str, str]) -> str:
    return f"{len(candidate.reports)} reports alike: {reason(candidate, candidate, names)}"
