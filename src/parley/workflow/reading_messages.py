"""What the reading process is told, and what it answers: records in JSON, never pickled objects."""

from __future__ import annotations

from typing import Literal

from parley.errors import DocumentError, UnreadableDocument, UnsupportedSource
from parley.records import Document, Reading, Record
from parley.terms.when import Interval

Kind = Literal["document", "unreadable", "unsupported", "model", "memory"]

_ERRORS: dict[Kind, type[DocumentError]] = {
    "document": DocumentError,
    "unreadable": UnreadableDocument,
    "unsupported": UnsupportedSource,
}


class Setup(Record):
    """The first message to the process: its model and the limits that it puts upon itself."""

    model: str | None
    seconds: float | None
    memory_mb: int | None
    characters: int | None


class Order(Record):
    """What to read next: ``documents``, or the bytes of one file, which follow as the next message."""

    documents: tuple[Document, ...] = ()
    source: str = ""
    published: Interval | None = None


class Trouble(Record):
    """Why there is no reading: an error of the document, no such model, or too little memory."""

    kind: Kind
    source: str = ""
    problem: str
    remedy: str = ""

    @classmethod
    def of(cls, error: DocumentError) -> Trouble:
        """The trouble that an error tells of."""
        kinds = [kind for kind, error_type in _ERRORS.items() if type(error) is error_type]
        kind = kinds[0] if kinds else "document"
        return cls(
            kind=kind,
            source=plain_utf8(error.source),
            problem=plain_utf8(error.problem),
            remedy=plain_utf8(error.remedy),
        )

    def error(self, source: str) -> DocumentError:
        """The error of the document ``source`` that it tells of."""
        return _ERRORS.get(self.kind, DocumentError)(source, self.problem, self.remedy)


class Answer(Record):
    """Of the process: the name of its reader when it is ready, then a reading or the trouble with it."""

    reader: str | None = None
    reading: Reading | None = None
    trouble: Trouble | None = None


def plain_utf8(words: str) -> str:
    """Words with a question mark for what no JSON can hold: file names need not be UTF-8."""
    return words.encode("utf-8", "replace").decode("utf-8")
