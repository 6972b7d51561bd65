"""From what a user asks for to outlooks: whose pledges, on which day, under which choices, with which wishes."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.ledger import Ledger
    from parley.outlook.added_coal import AddedCoal
    from parley.outlook.outlook import Outlook
    from parley.outlook.shares import Shares
    from parley.outlook.since_paris import Move
    from parley.outlook.sources import Sources
    from parley.outlook.why import Why
    from parley.pathways.choices import Choices
    from parley.pathways.pledge import PathwayPledge
    from parley.workflow.ledger_pledges import LedgerPledges, Quoted
    from parley.workflow.ledger_view import View

    AnyLedger: TypeAlias = Ledger | View | LedgerPledges

RECORD, LEDGER = "record", "ledger"
FIRST_DAY = date(2015, 1, 1)
"""Books of record begin in the year of Paris."""

_CHOICES = ("policy", "extension", "likelihood", "hot-air", "leaving", "data-year")
_FLAGS = {"yes": True, "true": True, "": True, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class Asked:
    """An outlook to be worked out. ``pledges`` is ``record``, ``ledger`` or the path of a file.

    The pledges of the Parties to ``withdraw`` are left out, and those with an id of ``without``.
    """

    choices: Choices
    pledges: str = RECORD
    as_of: date | None = None
    wishes: tuple[PathwayPledge, ...] = ()
    withdraw: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An outlook with what was asked for beside it: shares, added coal, and where the ledger's pledges are from."""

    outlook: Outlook
    shares: Shares | None = None
    coal: AddedCoal | None = None
    quotes: Mapping[str, tuple[Quoted, ...]] = field(default_factory=dict)


def ask(
    pledges: str = RECORD,
    *,
    as_of: str | None = None,
    wishes: Sequence[str] = (),
    withdraw: Sequence[str] = (),
    without: Sequence[str] = (),
    **choices: Any,
) -> Asked:
    """What is asked for, checked. ``choices`` are those of ``choose``; None is the usual one.

    Raises UsageError for a day, a wish, a Party or a choice that cannot be.
    """
    from parley.pathways.choices import choose
    from parley.pathways.wishes import parse_wish

    chosen = choose(None, **{name: value for name, value in choices.items() if value is not None})
    day = _day(as_of) if as_of is not None else None
    if day is not None and pledges not in (RECORD, LEDGER):
        raise UsageError(f"--as-of {as_of} is about the book of record; the pledges of {pledges} have no dates")
    found = tuple(parse_wish(wish) for wish in wishes)
    for wish in found:
        if wish.target_year is not None and wish.target_year <= chosen.data_year:
            raise UsageError(
                f"{wish.id.removeprefix('wish:')!r}: emissions are known to {chosen.data_year}; wish for a later year"
            )
    return Asked(
        choices=chosen,
        pledges=pledges,
        as_of=day,
        wishes=found,
        withdraw=tuple(_party("--withdraw", party) for party in withdraw),
        without=tuple(dict.fromkeys(pledge.strip() for pledge in without)),
    )


def ask_in_words(words: str) -> Asked:
    """What is asked for by a day and choices: ``2021-11-13 policy=unconditional withdraw=USA data-year=2019``.

    The day may be missing; ``set="CHN net_zero 2050"``, ``withdraw=USA`` and ``without=ID`` may come again.
    Raises UsageError.
    """
    try:
        parts = shlex.split(words)
    except ValueError as error:
        raise UsageError(f"{words!r} has a quotation mark that does not close") from error
    asked: dict[str, Any] = {"wishes": [], "withdraw": [], "without": []}
    for part in parts:
        name, equals, value = part.partition("=")
        if not equals and name not in _CHOICES:
            if "as_of" in asked:
                raise UsageError(f"{words!r} names two days, {asked['as_of']} and {part}; name one")
            asked["as_of"] = part
        elif name == "set":
            asked["wishes"].append(value)
        elif name in ("withdraw", "without"):
            asked[name] += value.split(",")
        elif name == "pledges" and value:
            asked["pledges"] = value
        elif name in _CHOICES:
            asked[name.replace("-", "_")] = _choice(name, value)
        else:
            names = ", ".join((*_CHOICES, "withdraw", "without", "set", "pledges"))
            raise UsageError(f"{part!r} is no choice; there are {names}")
    return ask(**asked)


def outlook_of(asked: Asked, ledger: AnyLedger | None = None) -> Outlook:
    """The outlook that is asked for, with every member of the packaged ensemble.

    ``ledger`` is that whose pledges are asked for. Raises UsageError for a file that cannot be read.
    """
    return _with_ledger(asked, ledger)[0]


def answer(asked: Asked, ledger: AnyLedger | None = None, *, shares: bool = False, coal: str | None = None) -> Answer:
    """The outlook with shares of Parties and with added coal, such as "CHN 200 GW", where these are asked for."""
    from parley.outlook.added_coal import add_coal, parse_coal
    from parley.outlook.shares import share_out

    plants = parse_coal(coal) if coal is not None else None
    outlook, from_ledger = _with_ledger(asked, ledger)
    ensemble = _ensemble()
    return Answer(
        outlook,
        share_out(outlook, ensemble) if shares else None,
        add_coal(outlook, plants.party, plants.gw, ensemble, first_year=plants.first_year) if plants else None,
        from_ledger.quotes if from_ledger else {},
    )


def sources_of_figure(figure: str, asked: Asked, ledger: AnyLedger | None = None) -> tuple[Sources, Answer]:
    """What a figure such as ``warming.2100`` rests on, and the outlook that it is of."""
    from parley.outlook.sources import sources_of

    outlook, from_ledger = _with_ledger(asked, ledger)
    return sources_of(outlook, figure), Answer(outlook, quotes=from_ledger.quotes if from_ledger else {})


def why_differ(first: Asked, second: Asked, ledger: AnyLedger | None = None) -> Why:
    """What the difference of two outlooks comes from."""
    from parley.outlook.why import why

    return why(outlook_of(first, ledger), outlook_of(second, ledger), _ensemble())


def moves_since_paris(asked: Asked) -> tuple[Move, ...]:
    """How the outlook from the pledges of record has moved since Paris."""
    from parley.outlook.since_paris import since_paris

    return since_paris(asked.choices, _ensemble())


def _with_ledger(asked: Asked, ledger: AnyLedger | None) -> tuple[Outlook, LedgerPledges | None]:
    from parley.inventory.pledges_of_record import last_day_of_record
    from parley.outlook.outlook import of_record
    from parley.outlook.project import project
    from parley.pathways.book import book_on
    from parley.pathways.selection import with_wishes

    last = last_day_of_record()
    day = min(asked.as_of or last, last)
    notes = (
        [f"the book of record ends on {last}; the outlook is of that day"] if asked.as_of and asked.as_of > day else []
    )
    found = None
    if asked.pledges in (RECORD, LEDGER):
        book = book_on(day, asked.choices.leaving)
        title = of_record(day)
        if asked.pledges == LEDGER:
            if ledger is None:
                raise UsageError("--pledges ledger needs a ledger; name one with --ledger FILE")
            from parley.workflow.ledger_pledges import LedgerPledges, over_record

            found = (
                ledger
                if isinstance(ledger, LedgerPledges)
                else over_record(book, ledger, asked.as_of, day, asked.choices)
            )
            book, notes = found.book, [*notes, *found.notes]
            title += " under those of the ledger"
    else:
        from parley.pathways.pledge_file import read_pledges

        book, title = read_pledges(Path(asked.pledges)), f"pledges of {Path(asked.pledges).name}"
    left, unheard = _leave_out(book, asked)
    outlook = project(
        with_wishes(left, asked.wishes),
        as_of=day if asked.pledges in (RECORD, LEDGER) else None,
        ensemble=_ensemble(),
        choices=asked.choices,
        withdraw=asked.withdraw,
        name="; ".join([title, *_changes(asked)]),
        notes=[*notes, *unheard],
        corrections=found.corrections if found else (),
    )
    return outlook, found


def _leave_out(book: Iterable[PathwayPledge], asked: Asked) -> tuple[tuple[PathwayPledge, ...], list[str]]:
    """The book without the pledges to leave out, and which of these it does not have on its day.

    Raises UsageError for an id that no pledge has.
    """
    from parley.inventory.recorded_pledge import all_pledges

    given = tuple(book)
    missing = [name for name in asked.without if all(pledge.id != name for pledge in given)]
    recorded = {pledge.id for pledge in all_pledges()} if missing and asked.pledges in (RECORD, LEDGER) else set()
    for name in missing:
        if name not in recorded:
            raise UsageError(f"--without {name}: no pledge is called that; parley outlook sources names them")
    notes = [f"{name} does not stand in the book, with it or without it" for name in missing]
    return tuple(pledge for pledge in given if pledge.id not in asked.without), notes


def _changes(asked: Asked) -> list[str]:
    """What makes a book another than it is."""
    wished = [wish.source.removeprefix("wish: ") for wish in asked.wishes]
    return [*wished, *(f"without {name}" for name in (*asked.withdraw, *asked.without))]


def _ensemble() -> Any:
    # Looked up late, as tests and users of the package put a smaller one in its place.
    from parley import workflow

    return workflow.load_ensemble()


def _day(words: str) -> date:
    """The last of the days that are meant."""
    from parley.terms.when import Interval

    try:
        day = Interval.parse(words.strip()).end
    except ValueError as error:
        raise UsageError(f"{words!r} is not a day, month or year such as 2021-11-13, 2021-11, 2021") from error
    if day is None or day < FIRST_DAY:
        raise UsageError(f"{words} is before the books of record, which begin in 2015; name a later day")
    return day


def _party(option: str, words: str) -> str:
    """The code of a Party with a pathway of its own."""
    from parley.pathways.party_codes import party_code

    return party_code(words, option)


def _choice(name: str, value: str) -> object:
    if name in ("likelihood", "data-year"):
        if not value.isdecimal():
            raise UsageError(f"{name}={value} is no whole number")
        return int(value)
    if name == "hot-air":
        if value not in _FLAGS:
            raise UsageError(f"hot-air={value} is neither yes nor no")
        return _FLAGS[value]
    return value
