"""The rows of one sheet of an xlsx workbook: numbers and strings, nothing else that such files can have."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from parley.errors import InventoryError

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_COLUMN = re.compile(r"[A-Z]+")


def read_sheet(content: bytes, name: str) -> Iterator[Mapping[str, str]]:
    """Rows of the sheet ``name`` below its header, by column; cells as written, empty where there is none.

    Raises InventoryError when it is no workbook or has no such sheet.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            strings = _shared_strings(book)
            sheet = ElementTree.fromstring(book.read(_path_of(book, name)))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError) as error:
        raise InventoryError(f"it is no workbook with a sheet {name!r} ({error})") from error
    rows = (_cells(row, strings) for row in sheet.iter(f"{_MAIN}row"))
    header = next(rows, {})
    for row in rows:
        yield {title: row.get(column, "") for column, title in header.items()}


def _path_of(book: zipfile.ZipFile, name: str) -> str:
    workbook = ElementTree.fromstring(book.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in workbook.iter(f"{_MAIN}sheet"):
        if sheet.get("name") == name:
            return "xl/" + targets[sheet.get(_RELATION)].removeprefix("/xl/")
    raise KeyError(name)


def _shared_strings(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    table = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in item.iter(f"{_MAIN}t")) for item in table.iter(f"{_MAIN}si")]


def _cells(row: ElementTree.Element, strings: list[str]) -> dict[str, str]:
    """The cells of a row by the letters of their column."""
    found: dict[str, str] = {}
    for cell in row.iter(f"{_MAIN}c"):
        place = _COLUMN.match(cell.get("r", ""))
        value = cell.findtext(f"{_MAIN}v") or "".join(text.text or "" for text in cell.iter(f"{_MAIN}t"))
        if place and value:
            found[place.group()] = strings[int(value)] if cell.get("t") == "s" else value
    return found
