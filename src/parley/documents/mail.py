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
        part = message.get_body(preferencelist=("plain", "html"))
        subject, sender, date = (_header(message, name) for name in ("subject", "from", "date"))
    except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError) as error:
        problem = f"is a damaged message ({type(error).__name__})"
        raise UnreadableDocument(source, problem, "save the message's text and give that file") from None
    if part is None:
        raise UnreadableDocument(source, "is a message without any text", "save its attachments and give those files")
    content = _part_text(data, part, source)
    traced = article(content.traced) if part.get_content_type() == "text/html" else content.traced
    return content._replace(traced=traced, title=subject, publisher=_sender_name(sender), dating=_dating(date))


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
    raw = part.get_payload(decode=False)
    transfer = str(part.get("content-transfer-encoding", "7bit")).strip().lower()
    declared = part.get_content_charset()
    # The parser hands bytes beyond ASCII through as lone surrogates.
    body = raw.encode("ascii", "surrogateescape") if isinstance(raw, str) else b""
    start = data.find(body)
    if transfer == "base64" or start < 0:
        decoded = decode(part.get_payload(decode=True) or b"", source, declared)  # type: ignore[arg-type]
        return Content(Traced.of(decoded.text), "utf-8", None)
    places = _Places.of(body, start, transfer == "quoted-printable")
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
