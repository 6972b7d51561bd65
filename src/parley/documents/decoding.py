"""Bytes to text: byte order marks, declared encodings, UTF-8, and the Western guesses behind it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from parley.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The WHATWG Encoding Standard reads these labels as windows-1252, as every browser does.
_WESTERN = {"ascii", "us-ascii", "iso8859-1", "iso-8859-1", "latin-1", "latin1", "cp1252", "windows-1252"}
# Their bytes depend on what came before, so single places in the text have no bytes of their own.
_STATEFUL = re.compile(
    r"iso2022|hz|utf_7|utf-7|idna|punycode|unicode_escape|raw_unicode|base64|bz2|hex|quopri|uu|zlib|rot"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BYTES_SNIFFED = 65_536
_REMEDY = "save it as UTF-8 text and give that file"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of its encoding; ``skipped`` bytes (a byte order mark) stand before it.

    ``text.encode(encoding, "surrogateescape")`` gives back the bytes after the mark. A byte that the encoding
    does not allow is a lone surrogate (U+DC80 to U+DCFF), as Python writes it.
    """

    text: str
    encoding: str
    skipped: int = 0


def decode(data: bytes, source: str, declared: str | None = None) -> Decoded:
    """The text in ``data``; ``declared`` is the encoding a header or a meta tag names.

    Raises UnreadableDocument when the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, source, len(mark))
    if encoding_without_mark := _wide_encoding(data):
        return _strictly(data, encoding_without_mark, source, 0)
    if b"\0" in data[:_BYTES_SNIFFED]:
        raise UnreadableDocument(source, "holds binary data, not text", "give the text, HTML, PDF or EML of it")
    if (label := _usable(declared)) and (decoded := _as(data, label)):
        return decoded
    return _as(data, "utf-8") or _nearly_utf8(data) or _by_guess(data)


def _strictly(data: bytes, encoding: str, source: str, skipped: int) -> Decoded:
    try:
        return Decoded(data[skipped:].decode(encoding), encoding, skipped)
    except UnicodeDecodeError as error:
        problem = f"says it is {encoding} but byte {skipped + error.start} is not"
        raise UnreadableDocument(source, problem, _REMEDY) from None


def _as(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
        round_trip = encoding == "utf-8" or text.encode(encoding) == data
    except UnicodeError:
        return None
    return Decoded(text, encoding) if round_trip else None


def _usable(declared: str | None) -> str | None:
    """The codec that ``declared`` names, if it is one of text with a place for each character."""
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    if name in _WESTERN or declared.strip().lower() in _WESTERN:
        return "cp1252"
    # A page that can be read as ASCII to find the declaration is not in a wide encoding.
    return None if _STATEFUL.search(name) or name.startswith(("utf-16", "utf-32")) else name


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark, told by the zeros in every other byte."""
    head = data[:_BYTES_SNIFFED]
    head = head[: len(head) // 2 * 2]
    if len(head) < 8 or len(data) % 2:
        return None
    enough = 0.8 * len(head) / 2
    if head[1::2].count(0) > enough and head[::2].count(0) == 0:
        return "utf-16-le"
    if head[::2].count(0) > enough and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are broken (a cut character, a pasted byte of another encoding)."""
    good = sum(len(found) for found in _UTF8_SEQUENCE.findall(data))
    high = len(_HIGH.findall(data))
    if good <= 2 * (high - good):
        return None
    return Decoded(data.decode("utf-8", "surrogateescape"), "utf-8")


def _by_guess(data: bytes) -> Decoded:
    """Windows-1252 for mostly Western letters, else what charset_normalizer thinks, else Latin-1."""
    for encoding in _guesses(data):
        if decoded := _as(data, encoding):
            return decoded
    return Decoded(data.decode("latin-1"), "latin-1")


def _guesses(data: bytes) -> Iterable[str]:
    if len(_HIGH.findall(data)) <= 0.15 * len(data):
        yield "cp1252"
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(data[:_BYTES_SNIFFED]).best()
    if best is not None and (label := _usable(best.encoding)):
        yield label


def byte_offsets(decoded: Decoded, offsets: Iterable[int]) -> dict[int, int]:
    """Where in the original bytes each of the character ``offsets`` of the decoded text lies."""
    places: dict[int, int] = {}
    last, place = 0, decoded.skipped
    for offset in sorted(set(offsets)):
        place += len(decoded.text[last:offset].encode(decoded.encoding, "surrogateescape"))
        places[offset] = place
        last = offset
    return places
