"""The version of the rules: taken from what is written in them, so that nobody can forget to raise it.

A ledger keeps one reading of a document for each reader by name. A rule or a word that changes makes another reader,
whose reading then stands beside the old one with what it added and withdrew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

RULES_VERSION = "0.1"

_PACKAGES = ("parley.reading", "parley.records", "parley.terms")


@cache
def rules_version() -> str:
    """``0.1+`` and eight hexadecimal digits of the SHA-256 of all rules and word lists."""
    content = hashlib.sha256()
    for package in _PACKAGES:
        for file in _rule_files(resources.files(package)):
            content.update(f"{package} {file.name}\n".encode() + file.read_bytes().replace(b"\r\n", b"\n"))
    return f"{RULES_VERSION}+{content.hexdigest()[:8]}"


def _rule_files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _rule_files(entry)
        elif entry.name.endswith((".py", ".toml")):
            yield entry
