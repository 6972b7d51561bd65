"""The newer full sets of figures that ``parley data update`` can fetch, as a table of the package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.errors import InventoryError
from parley.inventory.tables import PACKAGED, remembered

SETS = "newer_sets.csv"


@dataclass(frozen=True, slots=True)
class NewerSet:
    """A file of a publisher, what tables of ours are made of it, and how it is known to be the right one.

    ``sha256`` is empty where the publisher changes the file in place or no checksum is known to us.
    """

    name: str
    title: str
    tables: tuple[str, ...]
    version: str
    published: int
    shape: str
    url: str
    doi: str
    file: str
    sha256: str
    sources: tuple[str, ...]
    licence: str
    citation: str
    page: str

    @property
    def address(self) -> str:
        """Where the file is: its URL, or ``doi:…/file``."""
        return self.url or f"doi:{self.doi}/{self.file}"


def newer_set(name: str) -> NewerSet:
    """The set of that name. Raises InventoryError when there is none."""
    known = newer_sets()
    if name not in known:
        raise InventoryError(f"{name!r} is no set that can be fetched; there are {', '.join(known)}")
    return known[name]


@remembered
def newer_sets() -> Mapping[str, NewerSet]:
    """All sets by name."""
    return {row["set"]: _read(row) for row in PACKAGED.rows(SETS)}


def _read(row: Mapping[str, str]) -> NewerSet:
    return NewerSet(
        name=row["set"],
        title=row["title"],
        tables=tuple(row["tables"].split(";")),
        version=row["version"],
        published=int(row["published"]),
        shape=row["shape"],
        url=row["url"],
        doi=row["doi"],
        file=row["file"],
        sha256=row["sha256"],
        sources=tuple(row["sources"].split(";")),
        licence=row["licence"],
        citation=row["citation"],
        page=row["page"],
    )
