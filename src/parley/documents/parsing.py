"""Bytes or text to a Document."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from parley.documents.clean import clean
from parley.documents.content import Content, Dating
from parley.documents.dating import date_document
from parley.documents.decoding import byte_offsets, decode
from parley.documents.html import read_html
from parley.documents.kinds import HTML, MAIL, PDF, TEXT, kind_of
from parley.documents.mail import read_mail
from parley.documents.markdown import read_markdown
from parley.documents.pdf import read_pdf
from parley.documents.traced import Traced
from parley.errors import UnreadableDocument
from parley.records.document import Document
from parley.records.ids import document_id
from parley.terms.when import Interval

MOST_BYTES = 20_000_000
# The language model takes no more at once, and no report is longer than a few books.
MOST_CHARACTERS = 1_000_000

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DECLARED = re.compile(
    rb"""<(?:meta\b[^<>]{0,300}?charset\s*=\s*["']?|\?xml\b[^<>]{0,200}?encoding\s*=\s*["'])([\w.:-]{1,40})""", re.I
)


def parse_text(text: str, source: str = "text", published: date | Interval | None = None) -> Document:
    """A document from plain text; ``published`` is what the caller knows of its date.

    Raises UnreadableDocument when the text is empty or too long.
    """
    data = _LONE_SURROGATE.sub("\ufffd", text).encode()
    return _parse(data, source, TEXT if text.strip() else None, published)


def parse_bytes(
    data: bytes, source: str, media_type: str | None = None, published: date | Interval | None = None
) -> Document:
    """A document from the bytes of a file; ``media_type`` helps where the bytes do not say what they are.

    ``published`` is what the caller knows of its date, and goes before what the file says.
    Raises UnreadableDocument when nothing can be read, UnsupportedSource when it is another kind of file.
    """
    return _parse(data, source, None, published, media_type)


def _parse(
    data: bytes, source: str, kind: str | None, known: date | Interval | None, media_type: str | None = None
) -> Document:
    if len(data) > MOST_BYTES:
        raise too_large(source, len(data))
    kind = kind or kind_of(data, source, media_type)
    content = _content(data, source, kind)
    traced, repairs = clean(content.traced)
    text = traced.text
    if not text.strip():
        raise UnreadableDocument(source, "holds no text", "give a file with text in it")
    if len(text) > MOST_CHARACTERS:
        problem = f"has {len(text):,} characters of text, more than {MOST_CHARACTERS:,}"
        raise UnreadableDocument(source, problem, "split it into parts")
    dating = _given(known) or date_document(text, content.dating)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(
        id=document_id(sha256),
        source=source,
        title=content.title,
        publisher=content.publisher,
        published=dating.published,
        published_basis=dating.basis,
        published_ground=dating.ground,
        text=text,
        sha256=sha256,
        media_type=kind,
        encoding=content.encoding,
        offsets=_offsets(traced, content),
        repairs=repairs,
    )


def too_large(source: str, size: int) -> UnreadableDocument:
    """The error for a file of ``size`` bytes."""
    problem = f"has {size / 1e6:.0f} MB, more than the {MOST_BYTES / 1e6:.0f} MB that a document may have"
    return UnreadableDocument(source, problem, "split it into parts or give its text only")


def _content(data: bytes, source: str, kind: str) -> Content:
    if kind in (PDF, MAIL):
        return read_pdf(data, source) if kind == PDF else read_mail(data, source)
    declared = _DECLARED.search(data[:4096]) if kind == HTML else None
    decoded = decode(data, source, declared[1].decode("ascii") if declared else None)
    if kind == TEXT:
        return Content(Traced.of(decoded.text), decoded.encoding, decoded)
    return read_html(decoded, source) if kind == HTML else read_markdown(decoded)


def _given(known: date | Interval | None) -> Dating | None:
    if known is None:
        return None
    interval = known if isinstance(known, Interval) else Interval.day(known)
    return Dating(interval, "stated", "given with the text")


def _offsets(traced: Traced, content: Content) -> tuple[tuple[int, int], ...]:
    """The cleaned text's anchors in bytes of the original."""
    if content.origin is None:
        return ()
    places = byte_offsets(content.origin, (source for _, source in traced.anchors))
    return tuple((cleaned, places[source]) for cleaned, source in traced.anchors)
