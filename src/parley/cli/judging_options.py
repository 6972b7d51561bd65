"""Options of commands that judge: who, when and why."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.options import settings
from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.workflow import Hand

AuthorOption = Annotated[
    str | None,
    typer.Option(
        "--author",
        metavar="NAME",
        help="Who judges; if not given, $PARLEY_AUTHOR, else the user of the system.",
        show_default=False,
    ),
]
TimeOption = Annotated[
    str | None,
    typer.Option(
        "--time",
        metavar="TIME",
        help="When it was judged, such as 2021-08-31T12:00:00+00:00; if not given, now.",
        show_default=False,
    ),
]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, in your words.", show_default=False)]


def hand_of(author: str | None, time: str | None, reason: str) -> Hand:
    """Who judges, when and why. Raises UsageError."""
    from parley.workflow import Hand

    return Hand(author_of(author), _time(time), _harmless(reason))


def author_of(option: str | None) -> str:
    """Who judges: whoever is named, else by the settings, else the user of the system. Raises UsageError."""
    return _harmless(option or settings().author or _user())


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError(
            "the system has no name for you; say who judges with --author NAME or PARLEY_AUTHOR"
        ) from error


def _time(written: str | None) -> datetime:
    if written is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        time = datetime.fromisoformat(written.strip())
    except ValueError as error:
        raise UsageError(f"--time {written!r} is not a time such as 2021-08-31T12:00:00+00:00") from error
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _harmless(words: str) -> str:
    """Words as UTF-8 can hold them; what a shell passes on in another encoding becomes a question mark."""
    return words.encode("utf-8", "replace").decode("utf-8")
