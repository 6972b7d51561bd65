"""``parley data show``: the figures of one table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from parley.cli.figures import use_figures
from parley.cli.options import Format, FormatOption, party_of

TableArgument = Annotated[
    str, typer.Argument(metavar="TABLE", help="A table of `parley data list`, such as edgar-emissions.")
]
PartyOption = Annotated[
    str | None,
    typer.Option(
        "--party",
        metavar="PARTY",
        help="Only this country, or the members of this group: a code (CHN, EUU, G20) or a name (China).",
        show_default=False,
    ),
]
YearOption = Annotated[int | None, typer.Option("--year", metavar="YEAR", help="Only this year.", show_default=False)]


def show(
    table: TableArgument, party: PartyOption = None, year: YearOption = None, form: FormatOption = Format.TABLE
) -> None:
    """Show the figures of one table, as they are.

    A table too long to read is cut to its last year, which is said; --format csv, json and jsonl write all of it.
    """
    from parley.cli.output import Columns, Entry, say, write_list
    from parley.inventory.lookup import find_table, is_wide, look_up, years_of

    use_figures()
    described = find_table(table)
    if form is Format.TABLE and party is None and year is None and is_wide(table):
        year = max(years_of(table))
        say(f"parley: only {year} is shown; give --year or --party, or --format csv for all")
    records = list(look_up(table, party=_code_of(party), year=year))
    sources = "; ".join(dict.fromkeys(f"{source['title']} ({source['version']})" for source in described["sources"]))
    if form is Format.TABLE and records:
        say(f"parley: {described['title']}: {sources}")
    columns = tuple(records[0]) if records else ("party",)
    shown = columns if is_wide(table) else _short(columns)
    entries = (Entry({**record, **_year_of(record)}, record) for record in records)
    write_list(entries, Columns(columns, shown, shown[1:]), form)


def _year_of(record: Mapping[str, str | int | float]) -> dict[str, str]:
    """The year in letters, as a table sets commas into numbers."""
    return {"year": str(record["year"])} if "year" in record else {}


def _code_of(party: str | None) -> str | None:
    """The code of a Party, or of an area that only tables know."""
    from parley.inventory.members import AREAS

    return party if party in AREAS else party_of(party)


def _short(columns: tuple[str, ...], room: int = 8) -> tuple[str, ...]:
    """As many columns as a table can show; CSV and JSON have all."""
    return columns[:room]
