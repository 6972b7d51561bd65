"""The version of the checker: taken from its code and its figures, so that nobody can forget to raise it.

A ledger keeps one verdict on a report for each checker by name. A rule or a figure that changes makes another checker,
whose verdict then stands beside the old one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from parley.inventory.tables import newer_tables, read_text, remembered

CHECKING_VERSION = "0.1"

# What dates a document decides for when its claims are judged.
_PACKAGES = ("parley.checking", "parley.documents", "parley.inventory", "parley.records", "parley.terms")
_TEXTS = (".py", ".toml", ".csv", ".json")
_FILES = (*_TEXTS, ".gz")


@remembered
def checker_name() -> str:
    """``parley-checking/0.1+`` and eight hexadecimal digits of the SHA-256 of all rules and figures in use.

    Newer figures fetched by ``parley data update`` make another name, where they are used.
    """
    content = hashlib.sha256(_packaged())
    for table in newer_tables():
        content.update(f"newer {table}\n".encode() + read_text(table).encode())
    return f"parley-checking/{CHECKING_VERSION}+{content.hexdigest()[:8]}"


@cache
def _packaged() -> bytes:
    content = hashlib.sha256()
    for package in _PACKAGES:
        for file in _files(resources.files(package)):
            data = file.read_bytes()
            if file.name.endswith(_TEXTS):
                data = data.replace(b"\r\n", b"\n")
            content.update(f"{package} {file.name}\n".encode() + data)
    return content.digest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry)
        elif entry.name.endswith(_FILES):
            yield entry
