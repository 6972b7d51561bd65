"""What the pledges of the documents change: outlooks of the book of record, of it with them, and of each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from parley.briefing.outlook_told import told_by_party
from parley.briefing.shelf import Shelf
from parley.climate.ensemble import Ensemble
from parley.inventory.pledges_of_record import last_day_of_record
from parley.outlook.corrected import Corrected
from parley.outlook.outlook import Outlook
from parley.outlook.project import project
from parley.outlook.shares import medians_at_end
from parley.outlook.told_pledges import Told, corrected, put_over
from parley.pathways.book import book_on, select
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.pathways.selection import with_wishes
from parley.pathways.world import world

FIRST_DAY = date(2015, 1, 1)
"""Books of record begin in the year of Paris."""
_Book = tuple[PathwayPledge, ...]


@dataclass(frozen=True, eq=False)
class Sums:
    """Outlooks of current policy, of the book of record of ``day``, and of it with what the documents add to it.

    ``newest`` is the day of the newest document, None where all are undated. ``told`` are the pledges of the
    documents; ``changes_k`` what each that stands in the last book changes by itself, by its id, and ``repeated_k``
    what those that the book of record has change together, both in the median warming of 2100 [K].
    """

    day: date
    newest: date | None
    told: tuple[Told, ...]
    current: Outlook
    record: Outlook
    with_told: Outlook
    changes_k: dict[str, float]
    repeated_k: float

    @cached_property
    def new(self) -> tuple[Told, ...]:
        """The pledges that the documents add to the book of record."""
        return tuple(told for told in self.told if told.beside.standing == "new")

    @cached_property
    def repeated(self) -> tuple[Told, ...]:
        """The pledges that the book of record has already, those of them that count."""
        counted = set(self.record.pledges)
        return tuple(told for told in self.told if told.beside.standing == "in_book" and told.beside.pledge in counted)

    @property
    def change_k(self) -> float:
        """What the documents add, all together, to the median warming of 2100 [K]."""
        return self.with_told.median(2100) - self.record.median(2100)


def sum_up(shelf: Shelf, ensemble: Ensemble) -> Sums | None:
    """Outlooks with and without the documents' pledges; None where they have none, or end before there is a book."""
    newest = shelf.latest
    day = min(newest or last_day_of_record(), last_day_of_record())
    choices = Choices()
    if day < FIRST_DAY:
        return None
    book = book_on(day, choices.leaving)
    told = told_by_party(shelf, day, book, choices)
    if not told:
        return None
    record = project(book, as_of=day, ensemble=ensemble, choices=choices, name=f"pledges of record of {day}")
    with_told = put_over(book, told)
    changes, repeated = _changes(told, book, choices, ensemble)
    return Sums(
        day=day,
        newest=newest,
        told=told,
        current=project((), as_of=day, ensemble=ensemble, policy="current", name="current policy"),
        record=record,
        with_told=_with_told(record, with_told, corrected(told, shelf), ensemble) if with_told != book else record,
        changes_k=changes,
        repeated_k=repeated,
    )


def _with_told(record: Outlook, book: _Book, corrections: Iterable[Corrected], ensemble: Ensemble) -> Outlook:
    return project(
        book,
        as_of=record.as_of,
        ensemble=ensemble,
        choices=record.choices,
        name=f"{record.name} with those of the documents",
        corrections=corrections,
    )


def _changes(told: Sequence[Told], book: _Book, choices: Choices, ensemble: Ensemble) -> tuple[dict[str, float], float]:
    """What each pledge changes by itself, by id, and what those of the book change together [K]."""
    pairs = dict(_with_and_without(told, book))
    in_book = {each.beside.pledge for each in told if each.beside.standing == "in_book"}
    pairs[""] = (book, tuple(pledge for pledge in book if pledge not in in_book))
    books = list(dict.fromkeys(each for pair in pairs.values() for each in pair))
    medians = medians_at_end(
        [world(select(each, choices)[0], choices).emissions[0] for each in books], choices, ensemble
    )
    by_book = dict(zip(books, medians.tolist(), strict=True))
    changes = {name: by_book[after] - by_book[before] for name, (after, before) in pairs.items()}
    together = changes.pop("")
    return changes, together


def _with_and_without(told: Sequence[Told], book: _Book) -> Iterator[tuple[str, tuple[_Book, _Book]]]:
    """By id of each pledge that counts: the book with it and the book without it."""
    for each in told:
        pledge = each.beside.pledge
        if each.beside.standing == "in_book":
            yield each.entry.id, (book, tuple(other for other in book if other != pledge))
        elif each.beside.standing == "new":
            yield each.entry.id, (with_wishes(book, [pledge]), book)
