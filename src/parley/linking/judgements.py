"""What people decided, put over what clustering gives.

Judgements in force are carried out in their order on the groups of reports that clustering makes: a merge joins the
groups that hold the one and the other, a split takes reports out of the group that holds them with those left behind.
Where a later one contradicts an earlier one it wins as far as it says so itself; where only what joined since brings
the two into conflict, it is not carried out, and says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parley.records import Anchor, Effect, Judgement, Reading
from parley.records.judgement import find_rejected, in_force, without


@dataclass(frozen=True, slots=True)
class Group:
    """Reports that are one thing after judgement.

    ``sources`` are the numbers of the groups of clustering that it comes from, ``reasons`` say who decided what;
    without a reason it is as clustering made it.
    """

    reports: tuple[str, ...]
    sources: tuple[int, ...]
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class _Piece:
    reports: dict[str, None]
    sources: set[int]
    reasons: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Apart:
    """Reports that a judgement keeps apart, any of the one side from any of the other."""

    ones: frozenset[str]
    others: frozenset[str]
    judgement: str

    def parts(self, left: Iterable[str], right: Iterable[str], but: frozenset[str]) -> bool:
        """Whether it keeps something on the left from something on the right, where not both are in ``but``."""
        return self._parts(frozenset(left), frozenset(right), but) or self._parts(
            frozenset(right), frozenset(left), but
        )

    def _parts(self, left: frozenset[str], right: frozenset[str], but: frozenset[str]) -> bool:
        a, b = self.ones & left, self.others & right
        return bool(a and b) and not (a <= but and b <= but)


class Rulings:
    """Judgements in force, found again in the present readings, and what each of them did."""

    def __init__(self, readings: Iterable[Reading], judgements: Iterable[Judgement]) -> None:
        by_document = {reading.document.id: reading for reading in readings}
        self._holding = in_force(judgements)
        self._effects: dict[str, Effect] = {}
        self._found: dict[Anchor, str] = {}
        self._missing: dict[Anchor, str] = {}
        self._reject(by_document)
        self.readings = tuple(by_document.values())
        for judgement in self._holding:
            if judgement.verb != "reject":
                self._find(judgement, by_document)

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What each judgement in force does, by number; of merges and splits once the groups of their kind are made."""
        return tuple(self._effects[one.id] for one in self._holding if one.id in self._effects)

    def regroup(self, kind: str, groups: Sequence[Iterable[str]], shared: frozenset[str] = frozenset()) -> list[Group]:
        """Ids of reports of a ``kind`` in groups after judgement; ``shared`` are those that stand in several groups."""
        here = [one for one in self._holding if one.verb in ("merge", "split") and one.anchors[0].kind == kind]
        if not here:
            return [Group(tuple(reports), (number,)) for number, reports in enumerate(groups)]
        table = _Table(groups, shared)
        apart: list[_Apart] = []
        for judgement in here:
            ones, others = self._reports(judgement.ones), self._reports(judgement.others)
            if why := self._lost(judgement, ones, others):
                effect = Effect(judgement=judgement.id, applies=False, words=why)
            elif judgement.verb == "merge":
                effect = table.merge(judgement, ones, others, apart)
            else:
                effect = table.split(judgement, ones, others)
                apart += _kept_apart(judgement.id, ones, others)
            self._effects[judgement.id] = effect
        return table.groups()

    def _reject(self, by_document: dict[str, Reading]) -> None:
        rejections = [judgement for judgement in self._holding if judgement.verb == "reject"]
        gone: dict[str, list[str]] = defaultdict(list)
        for document in sorted({anchor.document for one in rejections for anchor in one.ones} & by_document.keys()):
            reading = by_document[document]
            hidden = find_rejected(reading, rejections)
            by_document[document] = without(reading, hidden)
            for judgement in rejections:
                here = [anchor for anchor in judgement.ones if anchor.document == document]
                gone[judgement.id] += [found for a in here if (found := a.find(reading).report) is not None]
                self._missing |= {anchor: why for anchor in here if (why := anchor.find(reading).why)}
        for judgement in rejections:
            reports = tuple(dict.fromkeys(gone[judgement.id]))
            words = f"rejected by {judgement.by}" if reports else self._why(judgement.ones)
            self._effects[judgement.id] = Effect(
                judgement=judgement.id, applies=bool(reports), words=words, reports=reports
            )

    def _find(self, judgement: Judgement, by_document: Mapping[str, Reading]) -> None:
        for anchor in judgement.anchors:
            reading = by_document.get(anchor.document)
            found = anchor.find(reading) if reading else None
            if found and found.report:
                self._found[anchor] = found.report
            elif found:
                self._missing[anchor] = found.why
        if judgement.verb == "note":
            reports = self._reports(judgement.ones)
            words = f"{judgement.by}: {judgement.text}" if reports else self._why(judgement.ones)
            self._effects[judgement.id] = Effect(
                judgement=judgement.id, applies=bool(reports), words=words, reports=reports
            )

    def _reports(self, anchors: Iterable[Anchor]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._found[anchor] for anchor in anchors if anchor in self._found))

    def _lost(self, judgement: Judgement, ones: Sequence[str], others: Sequence[str]) -> str:
        """Why nothing can be done, where too little was found again."""
        if judgement.ones and not ones:
            return self._why(judgement.ones)
        return "" if others else self._why(judgement.others)

    def _why(self, anchors: Sequence[Anchor]) -> str:
        first = anchors[0]
        return self._missing.get(first, f"{first.document} is not among the documents looked at")


class _Table:
    """The groups while judgements are carried out, one after another."""

    def __init__(self, groups: Sequence[Iterable[str]], shared: frozenset[str]) -> None:
        self._pieces: dict[int, _Piece] = {}
        self._homes: dict[str, set[int]] = defaultdict(set)
        self._shared = shared
        for number, reports in enumerate(groups):
            self._add(_Piece(dict.fromkeys(reports), {number}))

    def groups(self) -> list[Group]:
        return [
            Group(tuple(piece.reports), tuple(sorted(piece.sources)), tuple(dict.fromkeys(piece.reasons)))
            for _, piece in sorted(self._pieces.items())
        ]

    def merge(
        self, judgement: Judgement, ones: Sequence[str], others: Sequence[str], apart: Iterable[_Apart]
    ) -> Effect:
        named = frozenset((*ones, *others))
        numbers = sorted({*self._holding(ones), *self._holding(others)})
        words = f"joined by {judgement.by}"
        for place, number in enumerate(numbers):
            here = self._pieces[number].reports
            before = [report for other in numbers[:place] for report in self._pieces[other].reports]
            if kept := next((one for one in apart if one.parts(before, here, named)), None):
                why = f"it would join what {kept.judgement} keeps apart, as other reports have been joined since"
                return Effect(judgement=judgement.id, applies=False, words=why)
        first, *rest = numbers
        whole = self._pieces[first]
        for number in rest:
            piece = self._remove(number)
            whole.sources |= piece.sources
            whole.reasons += piece.reasons
            for report in piece.reports:
                whole.reports[report] = None
                self._homes[report].add(first)
        whole.reasons.append(words)
        return Effect(judgement=judgement.id, applies=True, words=words, reports=tuple(sorted(named)))

    def split(self, judgement: Judgement, ones: Sequence[str], others: Sequence[str]) -> Effect:
        words = f"taken apart by {judgement.by}"
        if ones:
            for number in sorted(self._homes_of(ones) & self._homes_of(others)):
                self._take_out(number, [report for report in ones if number in self._homes[report]], words)
        else:
            for number in sorted(self._homes_of(others)):
                for report in others:
                    if number in self._homes[report]:
                        self._take_out(number, [report], words)
        return Effect(judgement=judgement.id, applies=True, words=words, reports=tuple(sorted({*ones, *others})))

    def _holding(self, reports: Sequence[str]) -> set[int]:
        """The pieces meant by reports: those of reports that stand in one only, else the one that holds the most."""
        own = [report for report in reports if report not in self._shared]
        if own:
            return self._homes_of(own)
        count = {number: len(set(reports) & self._pieces[number].reports.keys()) for number in self._homes_of(reports)}
        return {min(count, key=lambda number: (-count[number], sorted(self._pieces[number].reports)))}

    def _homes_of(self, reports: Iterable[str]) -> set[int]:
        return {number for report in reports for number in self._homes[report]}

    def _take_out(self, number: int, reports: Sequence[str], words: str) -> None:
        piece = self._pieces[number]
        piece.reasons.append(words)
        if len(reports) == len(piece.reports):
            return
        for report in reports:
            del piece.reports[report]
            self._homes[report].discard(number)
        alone = [report for report in reports if not self._homes[report]]
        if alone:
            self._add(_Piece(dict.fromkeys(alone), set(piece.sources), [words]))
        if all(len(self._homes[report]) > 1 for report in piece.reports):
            self._remove(number)

    def _add(self, piece: _Piece) -> None:
        number = max(self._pieces, default=-1) + 1
        self._pieces[number] = piece
        for report in piece.reports:
            self._homes[report].add(number)

    def _remove(self, number: int) -> _Piece:
        piece = self._pieces.pop(number)
        for report in piece.reports:
            self._homes[report].discard(number)
        return piece


def _kept_apart(judgement: str, ones: Sequence[str], others: Sequence[str]) -> list[_Apart]:
    if ones:
        return [_Apart(frozenset(ones), frozenset(others), judgement)]
    everything = frozenset(others)
    return [_Apart(frozenset([report]), everything - {report}, judgement) for report in others]
