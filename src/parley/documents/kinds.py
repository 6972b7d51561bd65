"""What kind of file it is, told from the bytes first and from the name only where bytes do not say."""

from __future__ import annotations

import re
from pathlib import PurePath

from parley.errors import UnreadableDocument, UnsupportedSource

TEXT, MARKDOWN, HTML, PDF, MAIL = "text/plain", "text/markdown", "text/html", "application/pdf", "message/rfc822"

SUFFIXES = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".eml": MAIL,
}
READ = ".txt, .md, .html, .pdf and .eml"

_FOREIGN = (
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a database"),
)
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_TAG = re.compile(rb"<(?:p|div|br|h[1-6]|article|section|span|table|title|meta|a)\b[^<>]{0,2000}>", re.I)
_FRAGMENT_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:date \d{4}-\d\d-\d\d\s+)?"
    rb"<(?:p|div|h[1-6]|article|section|main|table|ul|ol|blockquote|figure|span|strong|em|a|b|i)\b[^<>]{0,2000}>",
    re.I,
)
_BLOCK_END = re.compile(rb"</(?:p|div|h[1-6]|article|section|table|ul|ol|blockquote)\s*>", re.I)
_HEADER = re.compile(
    rb"(?im)^(from|to|date|subject|message-id|mime-version|received|return-path|content-type):[ \t]*\S"
)
_BYTES_SNIFFED = 8192


def kind_of(data: bytes, source: str, media_type: str | None = None) -> str:
    """The media type to read ``data`` as.

    Raises UnreadableDocument when there is nothing in it, UnsupportedSource when it is of another kind.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise UnreadableDocument(source, "is empty", "give a file with text in it")
    head = data[:_BYTES_SNIFFED]
    if b"%PDF-" in head[:1024]:
        return PDF
    for mark, name in _FOREIGN:
        if data.startswith(mark):
            raise UnsupportedSource(source, f"is {name}, which Parley does not read", f"save it as one of {READ}")
    said = media_type or SUFFIXES.get(PurePath(source).suffix.lower(), TEXT)
    if _HTML_START.match(head):
        return HTML
    if _is_mail(head, said):
        return MAIL
    return _of_text(head, said)


def _is_mail(head: bytes, said: str) -> bool:
    """Messages begin with headers; a text about one seldom has three of them at its top."""
    block = re.split(rb"\r?\n[ \t]*\r?\n", head.lstrip(), maxsplit=1)[0]
    names = {name.lower() for name in _HEADER.findall(block)}
    starts_with_one = re.match(rb"[A-Za-z-]+:[ \t]|From ", block) is not None
    return starts_with_one and len(names) >= (1 if said == MAIL else 3)


def _of_text(head: bytes, said: str) -> str:
    if said == TEXT and _FRAGMENT_START.match(head) and len(_BLOCK_END.findall(head)) > 1:
        return HTML
    if said == HTML:
        # UTF-16 pages hide their tags between zeros.
        return HTML if _TAG.search(head.replace(b"\0", b"")) else TEXT
    return said if said == MARKDOWN else TEXT
