"""Options that several commands share, and what is made of them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.errors import UsageError
from parley.settings import SettingError, Settings, parse_workers, read_settings

if TYPE_CHECKING:
    from parley.ledger import Ledger
    from parley.terms.when import Interval


class Format(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


LedgerOption = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The ledger; if not given, the one that $PARLEY_LEDGER names, else ./parley.db.",
        show_default=False,
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Read with another installed spaCy model, such as en_core_web_trf; if not given, $PARLEY_MODEL.",
        show_default=False,
    ),
]
WorkersOption = Annotated[
    str | None,
    typer.Option(
        "--workers",
        metavar="N",
        help="Read in up to N processes, or auto for one a core; if not given, $PARLEY_WORKERS, else 1.",
        show_default=False,
    ),
]
PartyOption = Annotated[
    str | None,
    typer.Option(
        "--party",
        metavar="PARTY",
        help="Only of this country or bloc: a code (CHN, EUU, G20) or a name (China).",
        show_default=False,
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DAY",
        help="Only from this day, month or year on (2021-08-31, 2021-08, 2021); leaves out what has no date.",
        show_default=False,
    ),
]
UntilOption = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="DAY",
        help="Only up to the end of this day, month or year; leaves out what has no date.",
        show_default=False,
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the list.")]


def settings() -> Settings:
    """The settings of the environment. Raises UsageError."""
    try:
        return read_settings()
    except SettingError as error:
        raise UsageError(str(error)) from error


def open_ledger(path: Path | None, read_only: bool = True) -> Ledger:
    """The ledger asked for, else the one of the settings. Raises LedgerError or UsageError."""
    from parley.ledger import Ledger

    chosen = settings()
    return Ledger(path or chosen.ledger, read_only=read_only, busy_seconds=chosen.busy_seconds)


def model_of(option: str | None) -> str | None:
    """The spaCy model asked for, else the one of the settings, else None for our own."""
    return option or settings().model


def workers_of(option: str | None) -> int:
    """The number of processes asked for, else the one of the settings. Raises UsageError."""
    if option is None:
        return settings().workers
    try:
        return parse_workers(option)
    except ValueError as error:
        raise UsageError(f"--workers {option!r} is neither a number from 1 to 256 nor auto") from error


def party_of(option: str | None, name: str = "--party") -> str | None:
    """The code of a Party given as code or name to the option ``name``. Raises UsageError when it is neither."""
    from parley.terms.parties import find_code, parties

    if option is None:
        return None
    code = option.strip().upper()
    found = code if code in parties() else find_code(option.strip())
    if found is None:
        raise UsageError(f"{name} {option!r} is not a country or bloc we know; give a code such as CHN, EUU or G20")
    return found


def since_of(option: str | None) -> date | None:
    """The first day meant. Raises UsageError."""
    return interval_of("--since", option).start if option else None


def until_of(option: str | None) -> date | None:
    """The last day meant. Raises UsageError."""
    return interval_of("--until", option).end if option else None


def period_of(since: str | None, until: str | None) -> Interval | None:
    """The days from ``since`` to ``until``; None when neither is given. Raises UsageError."""
    from parley.terms.when import Interval

    first, last = since_of(since), until_of(until)
    if first and last and last < first:
        raise UsageError(f"--until {until} lies before --since {since}; exchange them")
    return Interval(first, last) if first or last else None


def interval_of(name: str, option: str) -> Interval:
    """The days that the option ``name`` means. Raises UsageError."""
    from parley.terms.when import Interval

    try:
        return Interval.parse(option.strip())
    except ValueError as error:
        raise UsageError(f"{name} {option!r} is not a day, month or year such as 2021-08-31, 2021-08, 2021") from error
