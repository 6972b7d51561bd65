"""``parley data list``: the tables of reference figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parley.cli.figures import use_figures
from parley.cli.options import Format, FormatOption


def list_tables(form: FormatOption = Format.TABLE) -> None:
    """List the tables of reference figures: what each is, from whom, of which years, under which licence."""
    from parley.cli.output import Columns, Entry, write_list
    from parley.inventory.lookup import count_rows
    from parley.inventory.tables import resources

    newer = use_figures()
    entries = []
    for table in resources():
        cells = {
            "table": table["name"],
            "what": table["title"],
            "source": _joined(table, "title"),
            "version": table["version"],
            "years": table.get("years", ""),
            "licence": _joined(table, "licence"),
            "rows": count_rows(table["name"]),
            "from": "fetched" if table["path"] in newer else "package",
            "coverage": table.get("coverage", ""),
        }
        entries.append(Entry(cells, {**cells, "description": table["description"], "sources": table["sources"]}))
    every = ("table", "what", "source", "version", "years", "licence", "rows", "from", "coverage")
    write_list(entries, Columns(every, every[:-1], ("what", "source", "version")), form)


def _joined(table: Mapping[str, Any], key: str) -> str:
    """What the sources of a table say, each said once."""
    return "; ".join(dict.fromkeys(source.get(key, "") for source in table["sources"]))
