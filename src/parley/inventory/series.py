"""A labelled series of yearly figures, and the source it comes from.

Figures on different bases are different things: a series adds only to one of the same quantity, gas, basis, unit and
source, and says why when it refuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import add

from parley.errors import InventoryError, UsageError
from parley.terms.parties import name_of, parties
from parley.terms.units import convert


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from.

    ``key`` is the token by which a source is asked for, ``year`` the year of publication, ``citation`` the credit
    line that its licence asks for.
    """

    key: str
    name: str
    version: str
    licence: str
    year: int
    citation: str
    url: str = ""
    doi: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.version})" if self.version else self.name


@dataclass(frozen=True)
class Series:
    """Figures of one Party by year; a year without a figure is not in ``years``.

    ``unit`` is a token of ``parley.terms.units``, which holds the metric of CO2-equivalents, or words where there is
    no such token. ``gas`` and ``basis`` are None where they have no meaning. ``members`` are the codes that are
    counted, of a group or sum those that have figures.
    """

    party: str
    quantity: str
    gas: str | None
    basis: str | None
    unit: str
    years: tuple[int, ...]
    values: tuple[float, ...]
    source: Source
    note: str = ""
    members: tuple[str, ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last year with a figure. Raises InventoryError when there is none."""
        if not self.years:
            raise InventoryError(f"{self.label} has no figures at all; choose another source or basis")
        return self.years[0], self.years[-1]

    @property
    def label(self) -> str:
        """What the series is, in words, for messages and charts."""
        of = " ".join(part for part in (self.gas, self.basis) if part)
        return f"{self.quantity} of {name_of(self.party)}" + (f" ({of})" if of else "") + f" by {self.source}"

    def get(self, year: int) -> float | None:
        """The figure of ``year``, None when there is none."""
        return self._by_year.get(year)

    def value(self, year: int) -> float:
        """The figure of ``year`` in ``unit``. Raises InventoryError, which says for which years there are figures."""
        found = self._by_year.get(year)
        if found is None:
            raise InventoryError(f"{self.label} has no figure for {year}; there are figures for {self._years_in_words}")
        return found

    def items(self) -> Iterator[tuple[int, float]]:
        """Years with their figures, in order."""
        return zip(self.years, self.values, strict=True)

    def to(self, unit: str) -> Series:
        """The same figures in another unit of the same thing. Raises InventoryError when it measures another."""
        try:
            factor = convert(1.0, self.unit, unit)
        except UsageError as error:
            raise InventoryError(f"{self.label}: {error}") from error
        return replace(self, unit=unit, values=tuple(value * factor for value in self.values))

    def scaled(self, factor: float, unit: str) -> Series:
        """Every figure times ``factor``, which turns it into ``unit``."""
        return replace(self, unit=unit, values=tuple(value * factor for value in self.values))

    def between(self, first: int, last: int) -> Series:
        """The figures of ``first`` to ``last``, both included."""
        return self.with_items({year: value for year, value in self.items() if first <= year <= last})

    def with_items(self, figures: Mapping[int, float]) -> Series:
        """The same labels on other figures."""
        years = tuple(sorted(figures))
        return replace(self, years=years, values=tuple(figures[year] for year in years))

    def with_note(self, *notes: str) -> Series:
        """The same figures with more said about them; nothing is said twice."""
        return replace(self, note=join_notes(self.note, *notes))

    def check_comparable(self, other: Series) -> None:
        """Raises InventoryError, which says why, when the two are not figures of one kind from one source."""
        for mine, theirs, what, why in (
            (self.quantity, other.quantity, "quantities", "they measure different things"),
            (self.gas, other.gas, "gases", "ask for GHG, which has all gases under one metric"),
            (self.basis, other.basis, "bases", "what one counts the other leaves out or counts otherwise"),
            (self.unit, other.unit, "units", "convert one with .to(unit), or ask for both under one gwp="),
            (self.source, other.source, "sources", "two sources are shown side by side, never mixed"),
        ):
            if mine != theirs:
                raise InventoryError(
                    f"{self.label} and {other.label} cannot be put together: "
                    f"their {what} differ ({mine}, {theirs}); {why}"
                )

    def minus(self, other: Series, note: str) -> Series:
        """What is left of this Party without ``other``, in the years that both have. Raises InventoryError as ``+``."""
        self.check_comparable(other)
        left = {year: value - theirs for year, value in self.items() if (theirs := other.get(year)) is not None}
        return self.with_items(left).with_note(note)

    def __add__(self, other: Series) -> Series:
        """The sum over the years that both have.

        Raises InventoryError when the two are not of one kind, or somebody would be counted twice.
        """
        if not isinstance(other, Series):
            return NotImplemented
        self.check_comparable(other)
        if twice := _counted_twice(self.members, other.members):
            raise InventoryError(
                f"{self.label} and {other.label} cannot be added: {', '.join(twice)} would be counted twice; ask for"
                f" {self.party}+{other.party}, which counts each once"
            )
        both = {year: value + theirs for year, value in self.items() if (theirs := other.get(year)) is not None}
        party = "+".join((self.party, other.party))
        return replace(
            self.with_items(both),
            party=party,
            note=join_notes(self.note, other.note),
            members=tuple(sorted({*self.members, *other.members})),
        )

    def __radd__(self, other: object) -> Series:
        """Lets ``sum()`` begin with its zero."""
        if other == 0:
            return self
        return NotImplemented

    @cached_property
    def _by_year(self) -> dict[int, float]:
        return dict(zip(self.years, self.values, strict=True))

    @property
    def _years_in_words(self) -> str:
        if not self.years:
            return "no year"
        first, last = self.years[0], self.years[-1]
        gaps = "" if len(self.years) == last - first + 1 else ", with gaps"
        return f"{first} to {last}{gaps}" if last > first else str(first)


def total(series: Iterable[Series]) -> Series:
    """The sum of several series of one kind. Raises InventoryError when there is none, or they are not of one kind."""
    parts = list(series)
    if not parts:
        raise InventoryError("there is nothing to add up; give at least one series")
    return reduce(add, parts)


def _counted_twice(one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    """Codes that both have, by themselves or within the EU or the world."""
    blocs = parties()
    twice = set(one) & set(other)
    for codes, others in ((one, other), (other, one)):
        if "EUU" in codes:
            twice.update(set(blocs["EUU"].members).intersection(others))
        if "WLD" in codes:
            twice.update(others)
    return sorted(twice)


def join_notes(*notes: str) -> str:
    """Notes as one text, each said once."""
    parts = [part for note in notes for part in note.split("; ") if part]
    return "; ".join(dict.fromkeys(parts))
