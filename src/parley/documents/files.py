"""Files and folders to documents; what cannot be read costs only itself."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from parley.documents.kinds import READ, SUFFIXES
from parley.documents.parsing import MOST_BYTES, parse_bytes, too_large
from parley.errors import DocumentError, UnreadableDocument, UnsupportedSource
from parley.records.document import Document

_ADDRESSES = ("http://", "https://", "ftp://", "feed://")
_MOST_NAMED = 5


def load_documents(paths: Iterable[Path | str]) -> Iterator[Document | DocumentError]:
    """The documents at ``paths``, each path in turn; a folder is read with all its folders, in sorted order.

    What cannot be read comes out as the error that says why, in its place. Hidden files in folders are skipped;
    files of other kinds in a folder are named in one error after its documents.
    """
    for path in paths:
        if isinstance(path, str) and path.lower().startswith(_ADDRESSES):
            yield UnsupportedSource(path, "fetching comes later", "save the page as HTML or text and give the file")
        elif os.path.isdir(path):
            yield from _load_folder(Path(path))
        else:
            yield _loaded(Path(path))


def load_file(path: Path | str) -> Document:
    """The document in one file.

    Raises UnreadableDocument or UnsupportedSource.
    """
    path = Path(path)
    return parse_bytes(_bytes_of(path), str(path))


def _loaded(path: Path) -> Document | DocumentError:
    try:
        return load_file(path)
    except DocumentError as error:
        return error


def _load_folder(folder: Path) -> Iterator[Document | DocumentError]:
    others: list[str] = []
    found = False
    for item in _walk(folder):
        if isinstance(item, DocumentError):
            found = True
            yield item
        elif item.suffix.lower() in SUFFIXES:
            found = True
            yield _loaded(item)
        else:
            others.append(str(item.relative_to(folder)))
    if others:
        yield UnsupportedSource(str(folder), _others(others), f"Parley reads {READ}")
    elif not found:
        yield UnreadableDocument(str(folder), "is a folder without documents", f"Parley reads {READ}")


def _others(names: list[str]) -> str:
    named = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    return f"{len(names)} file{'s' if len(names) > 1 else ''} of other kinds left out ({named})"


def _walk(folder: Path) -> Iterator[Path | DocumentError]:
    """The files under ``folder`` in sorted order, without hidden ones; links to folders are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif not os.path.isdir(entry.path):
            yield Path(entry.path)


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableDocument(str(path), "is a folder", "give it to load_documents")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableDocument(str(path), "is a device or a pipe", "give a regular file")
        if status.st_size > MOST_BYTES:
            raise too_large(str(path), status.st_size)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError | ValueError) -> UnreadableDocument:
    if isinstance(error, FileNotFoundError):
        return UnreadableDocument(str(path), "is not there", "check the path")
    if isinstance(error, PermissionError):
        return UnreadableDocument(str(path), "may not be read (no permission)", "change its permissions or copy it")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableDocument(str(path), f"cannot be read ({reason})", "check the path")
