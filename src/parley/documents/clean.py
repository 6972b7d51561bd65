"""Cleaning: line ends, stray control characters, and mojibake that can be undone byte by byte.

Everything else stays as it was published: quotation marks, ligatures, widths, spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from parley.documents.lost_letters import find_lost_letters
from parley.documents.traced import Edit, Traced
from parley.records.document import Repair

_LINE_END = re.compile(r"\r\n?|\f")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_BROKEN_BYTE = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = re.compile("[\x80-\x9f\ud800-\udfff]")
_FOREIGN_RUN = re.compile(r"[^\x00-\x7f]+")
_TO_CLEAN = re.compile(r"[\x00-\x08\x0b-\x1f]|[^\x00-\x7e]")
# In rarer encodings (a Mac's, Cyrillic ones) true text such as a quotation mark before "é" would pass for mojibake.
_COMMON_CODECS = ("utf-8", "latin-1", "sloppy-windows-1252")
# Fullwidth forms, ligatures and quotation marks are the author's; only wrong decoding is undone.
_ONLY_DECODING: dict[str, Any] = {
    "restore_byte_a0": False,
    "replace_lossy_sequences": False,
    "decode_inconsistent_utf8": False,
    "fix_c1_controls": False,
    "uncurl_quotes": False,
    "unescape_html": False,
}


class Change(NamedTuple):
    """An edit with what kind of repair it is; ``line_end`` is none worth telling."""

    edit: Edit
    kind: Literal["line_end", "mojibake", "control", "lost_letter"]
    proposal: str | None = None


def clean(traced: Traced) -> tuple[Traced, tuple[Repair, ...]]:
    """The cleaned text and every place that was changed or should be doubted, in order."""
    if not _TO_CLEAN.search(traced.text):
        return traced, ()
    changes = sorted(_changes(traced.text), key=lambda change: change.edit)
    cleaned = traced.edited(change.edit for change in changes)
    repairs = [*_lost(cleaned.text), *_made(changes)]
    by_place = {(repair.start, repair.end): repair for repair in repairs}
    return cleaned, tuple(by_place[place] for place in sorted(by_place))


def _changes(text: str) -> Iterator[Change]:
    """All changes, in no order; they do not overlap."""
    for found in _LINE_END.finditer(text):
        yield Change(Edit(*found.span(), "\n"), "line_end")
    for found in _CONTROL.finditer(text):
        yield Change(Edit(*found.span()), "control")
    for run in _FOREIGN_RUN.finditer(text):
        yield from _changes_in_run(run.group(), run.start())


def _changes_in_run(run: str, offset: int) -> Iterator[Change]:
    """Mojibake in a run of characters beyond ASCII, then what single characters still need."""
    at = 0
    for start, end, repaired in _mojibake(run):
        yield from _single_changes(run[at:start], offset + at)
        yield Change(Edit(offset + start, offset + end, repaired), "mojibake")
        at = end
    yield from _single_changes(run[at:], offset + at)


def _single_changes(run: str, offset: int) -> Iterator[Change]:
    for found in _UNPRINTABLE.finditer(run):
        at, code = offset + found.start(), ord(found.group())
        if code >= 0xD800:
            yield Change(Edit(at, at + 1, "\ufffd"), "lost_letter", _western(code - 0xDC00) or None)
        else:
            western = _western(code)
            yield Change(Edit(at, at + 1, western), "mojibake" if western else "control")


def _western(byte: int) -> str:
    """The Windows-1252 character of ``byte``, or nothing."""
    return bytes((byte,)).decode("cp1252", "ignore") if 0x80 <= byte <= 0xFF else ""


@lru_cache(maxsize=4096)
def _mojibake(run: str) -> tuple[tuple[int, int, str], ...]:
    """Stretches of ``run`` that are UTF-8 read in a wrong encoding, with what they say."""
    if len(run) < 2 or _BROKEN_BYTE.search(run):
        return ()
    if repaired := _undone(run):
        return ((0, len(run), repaired),)
    from ftfy.chardata import UTF8_DETECTOR_RE  # slow to import, seldom needed

    found = ((match.start(), match.end(), _undone(match.group())) for match in UTF8_DETECTOR_RE.finditer(run))
    return tuple((start, end, repaired) for start, end, repaired in found if repaired)


def _undone(run: str) -> str | None:
    """What ``run`` says when its decoding is undone, if that leads back to the very same characters."""
    from ftfy import TextFixerConfig, fix_encoding_and_explain

    repaired, steps = fix_encoding_and_explain(run, TextFixerConfig(**_ONLY_DECODING))
    again: Any = repaired
    for action, codec in reversed(steps or ()):
        if action not in ("encode", "decode") or codec not in _COMMON_CODECS:
            return None
        again = again.encode(codec) if action == "decode" else again.decode(codec)
    return str(repaired) if repaired != run and again == run else None


def _made(changes: Iterable[Change]) -> Iterator[Repair]:
    """The repairs that ``changes`` are, at their places in the cleaned text."""
    shift = 0
    for (start, end, replacement), kind, proposal in changes:
        if kind != "line_end":
            place = start + shift
            yield Repair(kind=kind, start=place, end=place + len(replacement), proposal=proposal)
        shift += len(replacement) - (end - start)


def _lost(text: str) -> Iterator[Repair]:
    for letter in find_lost_letters(text):
        yield Repair(kind="lost_letter", start=letter.start, end=letter.end, proposal=letter.proposal)
