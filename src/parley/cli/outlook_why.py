"""``parley outlook why``: what the difference of two outlooks comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.outlook_options import LedgerOption, MovesFormat, ledger_for

if TYPE_CHECKING:
    from parley.outlook.why import Why

_HELP = 'A day of the book of record, choices, or both: "2021-11-13 policy=unconditional withdraw=USA data-year=2019".'
FirstArgument = Annotated[str, typer.Argument(metavar="A", help=_HELP)]
SecondArgument = Annotated[
    str, typer.Argument(metavar="B", help="The outlook that is compared with it, in the same way.")
]
FormatOption = Annotated[MovesFormat, typer.Option("--format", help="How to write the answer.")]

_MOST = 12


def why(
    first: FirstArgument,
    second: SecondArgument,
    ledger: LedgerOption = None,
    form: FormatOption = MovesFormat.TABLE,
) -> None:
    """Say why two outlooks differ: what comes from pledges, withdrawals, method and data.

    The parts are means over all orders in which the four may change, and sum to the difference. Choices are policy,
    extension, likelihood, hot-air, leaving, data-year, withdraw, without,
    set and pledges.
    """
    from parley.cli.figures import use_figures
    from parley.workflow import ask_in_words, why_differ

    one, other = ask_in_words(first), ask_in_words(second)
    use_figures()
    with ledger_for((one, other), ledger) as store:
        found = why_differ(one, other, store)
    _write(found, form)


def _write(found: Why, form: MovesFormat) -> None:
    from parley.cli.climate_output import write_csv, write_json
    from parley.cli.outlook_output import say_corrections
    from parley.cli.output import say
    from parley.outlook.why_told import COLUMNS, rows, told_why

    match form:
        case MovesFormat.TABLE:
            _write_for_people(found)
        case MovesFormat.JSON:
            write_json(told_why(found))
        case MovesFormat.CSV:
            write_csv(COLUMNS, rows(found))
            say_corrections(found.corrections)
    for note in found.notes:
        say(f"parley: note: {note}")


def _write_for_people(found: Why) -> None:
    from rich.text import Text

    from parley.cli.outlook_output import signed, write_corrections, write_section
    from parley.cli.output import console
    from parley.cli.plain import plain
    from parley.outlook.why_told import why_in_words

    out = console()
    out.print(Text(plain(why_in_words(found)), style="bold"))
    write_corrections(out, found.corrections)
    parts = [(name, [signed(value, 3), _meaning(name, found)]) for name, value in found.parts.items()]
    title = "The difference of the medians of 2100 in °C"
    write_section(out, title, ("change", ""), [*parts, ("together", [signed(found.whole_k, 3), ""])])
    write_section(out, "What changed", (), ((name, [words]) for name, words in _changes(found)))


def _meaning(part: str, found: Why) -> str:
    method = [name for name, _, _ in found.choices if name != "data_year"]
    return {
        "pledges": f"{len(found.came)} came, {len(found.went)} went",
        "withdrawals": f"{len(found.left)} left, {len(found.returned)} came back",
        "method": ", ".join(name.replace("_", " ") for name in method) or "the same choices",
        "data": "another data year" if len(method) < len(found.choices) else "the same data year",
    }[part]


def _changes(found: Why) -> Iterator[tuple[str, str]]:
    for name, pledges in (("pledges that came", found.came), ("pledges that went", found.went)):
        if pledges:
            more = f" and {len(pledges) - _MOST} more" if len(pledges) > _MOST else ""
            yield name, ", ".join(pledge.id for pledge in pledges[:_MOST]) + more
    for name, parties in (("left the Paris Agreement", found.left), ("came back", found.returned)):
        if parties:
            yield name, ", ".join(parties)
    for choice, before, after in found.choices:
        yield choice.replace("_", " "), f"{before} → {after}"
