"""Fetching a newer full set of figures, and putting it in place whole or not at all.

A set is known by its SHA-256: without one nothing is fetched, with another nothing is kept. What is made of it is
checked before it replaces anything; the description of the tables, written last, is what puts them in use.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from parley.errors import InventoryError
from parley.inventory import tables
from parley.inventory.members import WORLD
from parley.inventory.newer_sets import NewerSet, newer_set
from parley.inventory.shapes import SHAPES

ORIGINALS = "originals"
SECONDS = 60.0
_SHA256 = re.compile(r"[0-9a-f]{64}")


def update(
    name: str, folder: Path, *, sha256: str | None = None, source: str | None = None, seconds: float = SECONDS
) -> tuple[str, ...]:
    """Fetch the set ``name`` and put its tables into ``folder``, which ``use_newer`` then reads.

    ``sha256`` is the checksum of the file, where the package does not know it or knows that of an older one.
    ``source`` is the address of a folder that has the file, such as a mirror; None is the publisher. ``seconds`` is
    how long to wait for an answer. Returns the names of the tables.

    Raises InventoryError, and leaves what was there as it was: without a checksum, offline, when the file is not
    there or another one, when it is not laid out as expected, and when the folder cannot be written.
    """
    wanted = newer_set(name)
    checksum = _checksum(wanted, sha256)
    content = _fetch(wanted, folder, checksum, source, seconds)
    made = _shape(wanted, content, folder)
    _check(wanted, made)
    _install(folder, made, {table: _describe(wanted, table, made[table], checksum, folder) for table in made})
    return tuple(made)


def _checksum(wanted: NewerSet, given: str | None) -> str:
    checksum = (given or wanted.sha256).lower().removeprefix("sha256:")
    if not checksum:
        raise InventoryError(
            f"{wanted.name}: no checksum is recorded for {wanted.address}, so that it cannot be known for the right"
            f" file; look it up at {wanted.page} and give it with --sha256"
        )
    if not _SHA256.fullmatch(checksum):
        raise InventoryError(f"{wanted.name}: {given!r} is no SHA-256 checksum, which has 64 digits from 0 to f")
    return checksum


def _fetch(wanted: NewerSet, folder: Path, checksum: str, source: str | None, seconds: float) -> bytes:
    """The bytes of the file, fetched unless the right one is there already."""
    try:
        import pooch
        import requests
    except ImportError as error:
        raise InventoryError("fetching needs pooch; install it with: pip install 'parley[data]'") from error
    pooch.get_logger().setLevel("ERROR")
    address = f"{source.rstrip('/')}/{wanted.file}" if source else wanted.address
    loader = pooch.DOIDownloader if address.startswith("doi:") else pooch.HTTPDownloader
    try:
        path = pooch.retrieve(
            address,
            known_hash=f"sha256:{checksum}",
            fname=wanted.file,
            path=folder / ORIGINALS,
            downloader=loader(timeout=seconds),
        )
        return Path(path).read_bytes()
    except requests.exceptions.HTTPError as error:
        status = error.response.status_code if error.response is not None else "an error"
        raise InventoryError(
            f"{wanted.name}: {address} answers {status}; see {wanted.page} for where it is now, or give --source"
        ) from error
    except requests.exceptions.RequestException as error:
        raise InventoryError(
            f"{wanted.name}: {address} cannot be reached ({type(error).__name__}); what is there stays in use, so try"
            " again online or give --source"
        ) from error
    except ValueError as error:
        raise InventoryError(
            f"{wanted.name}: {address} is not the file with the checksum {checksum}; nothing of it is kept, see"
            f" {wanted.page} for the right checksum ({_first_line(error)})"
        ) from error
    except OSError as error:
        raise InventoryError(f"{wanted.name}: {folder} cannot be written ({error}); set PARLEY_DATA") from error


def _shape(wanted: NewerSet, content: bytes, folder: Path) -> dict[str, bytes]:
    try:
        return SHAPES[wanted.shape](content, _reader(folder))
    except (KeyError, ValueError, TypeError, csv.Error, InventoryError) as error:
        raise InventoryError(
            f"{wanted.name}: {wanted.file} is not laid out as this version of Parley expects"
            f" ({type(error).__name__}: {_first_line(error)}); what is there stays in use"
        ) from error


def _reader(folder: Path) -> Callable[[str], str]:
    """Tables as they are in the folder, else in the package."""
    newer = tables.read_newer(folder)

    def read(name: str) -> str:
        return tables.read_from(folder, newer[name]) if name in newer else tables.PACKAGED.text(name)

    return read


def _check(wanted: NewerSet, made: Mapping[str, bytes]) -> None:
    """Refuse what has no world, or ends before what the package has."""
    for name, content in made.items():
        new, old = tables.Wide(tables.unpack(name, content)), tables.wide_of_package(name)
        for kind in old.kinds():
            row, known = new.row(WORLD, kind), old.row(WORLD, kind)
            if known and (not row or max(row) < max(known)):
                ends = f"ends with {max(row)}" if row else "is missing"
                raise InventoryError(
                    f"{wanted.name}: {kind} of the world {ends} in {wanted.file}, where the package has it to"
                    f" {max(known)}; what is there stays in use"
                )


def _describe(wanted: NewerSet, table: str, content: bytes, checksum: str, folder: Path) -> dict[str, Any]:
    """What the table is: the package's description with the new version, and where the file came from."""
    known = tables.read_newer(folder).get(table) or tables.packaged_resource(table)
    years = tables.Wide(tables.unpack(table, content)).years
    new = {"version": wanted.version, "published": wanted.published, "licence": wanted.licence}
    address = {"path": wanted.page, "doi": wanted.doi, "citation": wanted.citation}
    sources = [
        {**source, **new, **{key: value for key, value in address.items() if value}}
        if source["key"] in wanted.sources
        else dict(source)
        for source in known["sources"]
    ]
    return {
        **known,
        "version": wanted.version,
        "years": f"{years[0]}-{years[-1]}",
        "sources": sources,
        "set": wanted.name,
        "fetched": wanted.address,
        "sha256": checksum,
    }


def _install(folder: Path, made: Mapping[str, bytes], described: Mapping[str, dict[str, Any]]) -> None:
    """Write tables under names of their own, then the description that names them, then delete what it dropped."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        newer = tables.read_newer(folder)
        for name, content in made.items():
            file = f"{hashlib.sha256(content).hexdigest()[:12]}-{name}"
            _write(folder / file, content)
            newer[name] = {**described[name], "file": file}
        description = {"name": "parley-inventory-newer", "resources": [newer[name] for name in sorted(newer)]}
        _write(folder / tables.DESCRIPTION, json.dumps(description, indent=1, ensure_ascii=False).encode() + b"\n")
    except OSError as error:
        raise InventoryError(f"{folder} cannot be written ({error}); set PARLEY_DATA to a folder that can") from error
    kept = {resource["file"] for resource in newer.values()}
    for path in folder.glob("*-*.csv.gz"):
        if path.name not in kept:
            with contextlib.suppress(OSError):
                path.unlink()


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".parley-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
