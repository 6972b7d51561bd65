"""Files of every kind, made for the tests."""

from __future__ import annotations

import io
from email.message import EmailMessage

from pypdf import PdfReader, PdfWriter

from parley.records.document import Document

STORY = (
    "Norland will cut its emissions by 40% by 2030, minister Ada Brandt said in Vikstad on Monday.",
    "Her counterpart from Sudmark, Otto Lind, called the plan “a beginning” and promised an answer within weeks.",
    "The two met for three hours, according to a joint statement, and will meet again before the autumn.",
)


def pdf(text: str, created: str | None = None, title: str | None = None, password: str | None = None) -> bytes:
    """A one-page PDF written by hand, then dressed by pypdf where asked."""
    lines = "".join(f"({line}) Tj T* " for line in text.split("\n")) if text else ""
    content = f"BT /F1 11 Tf 14 TL 50 750 Td {lines}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data = _assembled(objects)
    if created is None and title is None and password is None:
        return data
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(data)))
    writer.add_metadata({key: value for key, value in (("/CreationDate", created), ("/Title", title)) if value})
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _assembled(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def page(*paragraphs: str, head: str = "", around: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return f"<!DOCTYPE html><html><head>{head}</head><body>{around}<article>\n{body}</article></body></html>"


def message(text: str | None, html: str | None = None, transfer: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ministry of Climate <press@ministry.example>"
    mail["To"] = "desk@paper.example"
    mail["Subject"] = "Statement on the talks"
    mail["Date"] = "Mon, 03 May 2021 10:00:00 +0200"
    if text is not None:
        mail.set_content(text, cte=transfer)
    if html is not None:
        if text is None:
            mail.set_content(html, subtype="html", cte=transfer)
        else:
            mail.add_alternative(html, subtype="html")
    return mail


def original_says(document: Document, data: bytes, start: int, end: int) -> str:
    """What the original bytes say where ``document.text[start:end]`` comes from."""
    span = document.original_span(start, end)
    assert span is not None
    return data[span[0] : span[1]].decode(document.encoding)
