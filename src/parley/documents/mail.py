"""A message (EML): its subject, its date, and the text part, or else the HTML part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from parley.documents.content import Content, Dating
from parley.documents.decoding import Decoded, decode
from parley.documents.html import article
from parley.documents.traced import Piece, Traced
from parley.errors import UnreadableDocument
from parley.terms.when import Interval

_QUOTED_PRINTABLE = re.compile(rb"=(?P<code>[0-9A-Fa-f]{2})|=[ \t]*\r?\n|(?P<literal>.)", re.S)


def read_mail(data: bytes, source: str) -> Content:
    """The message as a document.

    Raises UnreadableDocument when no part of it is text.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(preferencelist=("plain", "html")) or _only_part(message)
        subject, sender, date = (_header(message, name) for name in ("subject", "from", "date"))
    except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError) as error:
        problem = f"is a damaged message ({type(error).__name__})"
        raise UnreadableDocument(source, problem, "save the message's text and give that file") from None
    if part is None:
        raise UnreadableDocument(source, "is a message without any text", "save its attachments and give those files")
    content = _part_text(data, part, source)
    traced = article(content.traced, source) if part.get_content_type() == "text/html" else content.traced
    return content._replace(traced=traced, title=subject, publisher=_sender_name(sender), dating=_dating(date))


def _only_part(message: EmailMessage) -> EmailMessage | None:
    """The message itself when it says it has parts and has none."""
    broken = message.get_content_maintype() == "multipart" and isinstance(message.get_payload(), str)
    return message if broken else None


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _sender_name(sender: str | None) -> str | None:
    """The name before the address, if there is one."""
    return (sender or "").split("<")[0].strip(' "') or None


def _dating(date: str | None) -> Dating | None:
    if date is None:
        return None
    try:
        day = parsedate_to_datetime(date).date()
    except (ValueError, TypeError, IndexError):
        return None
    return Dating(Interval.day(day), "metadata", f"the message's Date header says {date}")


def _part_text(data: bytes, part: MIMEPart, source: str) -> Content:
    """The part's text; its places count in the bytes of the message where they can."""
    transfer = str(part.get("content-transfer-encoding", "7bit")).strip().lower()
    declared = part.get_content_charset()
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    quoted = transfer == "quoted-printable"
    body = str(part.get_payload(decode=False)).encode("ascii", "replace") if quoted else content
    start = data.find(body)
    if transfer == "base64" or start < 0:
        decoded = decode(content, source, declared)
        return Content(Traced.of(decoded.text), "utf-8", None)
    places = _Places.of(body, start, quoted)
    decoded = decode(places.content, source, declared)
    traced = Traced.joining(_pieces(decoded, places))
    return Content(traced, decoded.encoding, Decoded(data.decode("latin-1"), "latin-1"))


class _Places(NamedTuple):
    """A part's bytes, and the start and end of what stands for each of them in the message."""

    content: bytes
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, body: bytes, offset: int, quoted: bool) -> _Places:
        if not quoted:
            return cls(body, range(offset, offset + len(body)), range(offset + 1, offset + len(body) + 1))
        content = bytearray()
        starts: list[int] = []
        ends: list[int] = []
        for found in _QUOTED_PRINTABLE.finditer(body):
            if found["code"] or found["literal"]:
                content += bytes((int(found["code"], 16),)) if found["code"] else found["literal"]
                starts.append(offset + found.start())
                ends.append(offset + found.end())
        return cls(bytes(content), starts, ends)


def _pieces(decoded: Decoded, places: _Places) -> Iterator[Piece]:
    """Runs of ASCII that stand in the message as they are, and other characters one by one."""
    at = decoded.skipped
    for character in decoded.text:
        length = len(character.encode(decoded.encoding, "surrogateescape"))
        start, end = places.starts[at], places.ends[at + length - 1]
        yield Piece(character, start, end, kept=character.isascii() and end - start == 1)
        at += length
