"""The text layer of a PDF file."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING

from parley.documents.calendar_days import day_of
from parley.documents.content import Content, Dating
from parley.documents.traced import Traced
from parley.errors import UnreadableDocument
from parley.terms.when import Interval

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 2000

# Hyphens that a line end put into a word; a capital after them may belong to a double name.
_BROKEN_WORD = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")
_CREATED = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")


def read_pdf(data: bytes, source: str) -> Content:
    """Text, title and (weak) date of a PDF file; its text has no places in the bytes.

    Raises UnreadableDocument when it is encrypted, damaged or holds pictures only.
    """
    from pypdf.errors import DependencyError  # slow to import, and most documents are not PDF files

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = _opened(data, source)
            pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
            about: Mapping[str, object] = reader.metadata or {}
    except UnreadableDocument:
        raise
    except DependencyError:
        raise UnreadableDocument(source, "is encrypted", "save a copy without password protection") from None
    except Exception as error:  # pypdf meets damage with errors of every kind
        problem = f"is a damaged PDF ({type(error).__name__})"
        raise UnreadableDocument(source, problem, "open it in a viewer and save it again") from None
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        raise UnreadableDocument(source, "is a PDF without a text layer", "run text recognition (OCR) on it first")
    text = _BROKEN_WORD.sub("", text)
    title = str(about.get("/Title") or "").strip() or None
    return Content(Traced.of(text), "utf-8", None, title, None, _created(str(about.get("/CreationDate") or "")))


def _opened(data: bytes, source: str) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
    except PyPdfError as error:
        problem = f"is a damaged PDF ({type(error).__name__})"
        raise UnreadableDocument(source, problem, "open it in a viewer and save it again") from None
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableDocument(source, "is a password-protected PDF", "save a copy without the password")
    return reader


def _created(value: str) -> Dating | None:
    found = _CREATED.match(value)
    day = day_of(*(int(part) for part in found.groups())) if found else None
    if day is None:
        return None
    return Dating(Interval.day(day), "metadata", f"the PDF file was made on {day.isoformat()}", weak=True)
