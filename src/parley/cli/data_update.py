"""``parley data update``: newer full sets of figures."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.figures import use_figures
from parley.cli.options import settings
from parley.errors import UsageError

SetsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SET", help="Sets to fetch; if none is named, all with a known checksum.", show_default=False
    ),
]
SourceOption = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="URL",
        help="Fetch from this folder, such as a mirror of your own, rather than from the publisher.",
        show_default=False,
    ),
]
Sha256Option = Annotated[
    str | None,
    typer.Option(
        "--sha256",
        metavar="HASH",
        help="The SHA-256 checksum of the file; needed where Parley does not know it.",
        show_default=False,
    ),
]


def update(names: SetsArgument = None, source: SourceOption = None, sha256: Sha256Option = None) -> None:
    """Fetch newer full sets of figures: owid-co2, owid-energy, gcb-fossil, edgar.

    A file is used only when its checksum is the one expected; what cannot be fetched or read leaves the figures as
    they are. Figures are kept in the folder of PARLEY_DATA and used from then on; delete it to go back to those that
    come with Parley.
    """
    from parley.cli.output import print_line
    from parley.inventory.newer_sets import newer_set, newer_sets
    from parley.inventory.tables import resource
    from parley.inventory.update import update as fetch

    chosen = names or [name for name, known in newer_sets().items() if known.sha256]
    if sha256 and len(chosen) != 1:
        raise UsageError("--sha256 is the checksum of one file; name the one set that it is of")
    if not chosen:
        raise UsageError(
            "no checksum of a newer set is known to this version of Parley; name one of"
            f" {', '.join(newer_sets())} and give the checksum of its file with --sha256"
        )
    folder = settings().data
    use_figures()
    for name in chosen:
        before = {table: resource(table)["version"] for table in newer_set(name).tables}
        for table in fetch(name, folder, sha256=sha256, source=source):
            use_figures()
            now = resource(table)
            print_line(f"{now['name']}: {now['version']}, {now['years']} (before: {before[table]}); kept in {folder}")
