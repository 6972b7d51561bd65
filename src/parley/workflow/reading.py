"""From files to a ledger: documents are taken in, read and kept, each at its own risk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from parley.errors import DocumentError, LedgerError, UngroundedRecord
from parley.records import Document, Reading
from parley.terms.when import Interval

if TYPE_CHECKING:
    from parley.ledger import Added, Ledger

Progress = Callable[[str], None]
"""Called with the source of each document when its turn is over."""


class Reads(Protocol):
    """What ``parley.reading.Reader`` is to the workflow."""

    @property
    def name(self) -> str: ...

    def read(self, document: Document) -> Reading: ...

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]: ...


@runtime_checkable
class ReadsApart(Protocol):
    """What ``parley.workflow.ReadingPool`` is to it: a reader that sees to failing documents itself."""

    @property
    def name(self) -> str: ...

    def read_each(self, documents: Iterable[Document]) -> Iterator[Reading | DocumentError]: ...


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that is in the ledger now; ``added`` is None when the same reader had read it before."""

    document: Document
    added: Added | None
    reports: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of all documents: those that ``reader`` has taken in, in their order, and those that failed."""

    reader: str
    taken: tuple[Taken, ...]
    errors: tuple[DocumentError, ...]

    def readings(self, ledger: Ledger) -> list[Reading]:
        """What this reader found in each document taken in, from the ledger that they were read into."""
        return list(self.each_reading(ledger))

    def each_reading(self, ledger: Ledger) -> Iterator[Reading]:
        """The same, one by one as they are needed."""
        found = (ledger.find(document, self.reader) for document in self.documents.values())
        return (reading for reading in found if reading is not None)

    @property
    def documents(self) -> dict[str, Document]:
        """The documents taken in, by id, each as it was met first."""
        first: dict[str, Document] = {}
        for taken in self.taken:
            first.setdefault(taken.document.id, taken.document)
        return first


def ingest(paths: Iterable[str | Path]) -> Iterator[Document | DocumentError]:
    """The documents of files and folders, and an error for each that cannot be one."""
    from parley.documents import load_documents

    return load_documents(paths)


def make_reader(model: str | None = None) -> Reads:
    """A reader with a spaCy model. Raises UsageError when the model is not installed."""
    from parley.reading import Reader

    return Reader(model)


def read(
    found: Iterable[Document | DocumentError],
    ledger: Ledger,
    reader: Reads | ReadsApart,
    progress: Progress = lambda source: None,
) -> Outcome:
    """Read documents into a ledger, one transaction each; what one of them does wrong costs only itself.

    They go into the ledger in their order, and from this process, wherever they are read.
    Documents that ``reader`` has read before are not read again; only their source is remembered.
    Raises LedgerError when the ledger cannot be used.
    """
    taken: list[Taken] = []
    errors: list[DocumentError] = []

    def unread() -> Iterator[Document]:
        for item in found:
            if isinstance(item, DocumentError):
                errors.append(item)
                progress(item.source)
            elif ledger.has(item, reader.name):
                ledger.add_source(item)
                taken.append(Taken(item, None, 0))
                progress(item.source)
            else:
                yield item

    results = reader.read_each(unread()) if isinstance(reader, ReadsApart) else read_each(unread(), reader)
    for result in results:
        try:
            if isinstance(result, DocumentError):
                raise result
            taken.append(_add(result, ledger))
        except DocumentError as error:
            errors.append(error)
        progress(result.source if isinstance(result, DocumentError) else result.document.source)
    return Outcome(reader.name, tuple(taken), tuple(errors))


def duplicates(documents: Iterable[Document]) -> list[str]:
    """A line for each two documents that say the same, or nearly."""
    from parley.documents import find_duplicates

    listed = list(documents)
    kinds = {"same_bytes": "the same bytes as", "same_text": "the same text as", "near": "nearly the same text as"}
    return [
        f"{listed[pair.second].source}: {kinds[pair.kind]} {listed[pair.first].source}"
        for pair in find_duplicates(listed)
        if listed[pair.first].source != listed[pair.second].source
    ]


def read_text(text: str, published: date | str | Interval | None = None) -> Reading:
    """Everything that a text says, read with the small model.

    ``published`` is the day it was published, as a date, an ISO 8601 string ("2021-08-31", "2021-08") or an Interval.
    Raises ValueError on another string, and UnreadableDocument when there is no text.
    """
    from parley.documents import parse_text

    return small_reader().read(parse_text(text, published=interval_of(published)))


@cache
def small_reader() -> Reads:
    """The reader with the small model, made once."""
    return make_reader()


def read_each(documents: Iterable[Document], reader: Reads) -> Iterator[Reading | DocumentError]:
    """Read in batches; when a batch fails, its documents one by one, so that only the guilty one is lost."""
    source = iter(documents)
    waiting: deque[Document] = deque()

    def feed() -> Iterator[Document]:
        for document in source:
            waiting.append(document)
            yield document

    while True:
        try:
            for reading in reader.read_many(feed()):
                waiting.popleft()
                yield reading
            return
        except LedgerError:
            raise
        except Exception:
            # A reader that fails before it takes a document would do so for ever: one is taken out of its way.
            waiting.extend(() if waiting else islice(source, 1))
            if not waiting:
                return
            while waiting:
                yield _read_alone(waiting.popleft(), reader)


def _read_alone(document: Document, reader: Reads) -> Reading | DocumentError:
    try:
        return reader.read(document)
    except DocumentError as error:
        return error
    except Exception as error:
        return fault(document.source, error)


def fault(source: str, error: Exception) -> DocumentError:
    """The error of a document that met with a fault of ours."""
    problem = f"could not be read ({type(error).__name__}: {error})"
    found = DocumentError(source, problem, "this is a fault in Parley, please report it")
    found.__cause__ = error
    return found


def _add(reading: Reading, ledger: Ledger) -> Taken:
    try:
        added = ledger.add(reading)
    except UngroundedRecord as error:
        raise DocumentError(
            reading.document.source, str(error), "this is a fault in Parley, please report it"
        ) from error
    return Taken(reading.document, added, len(tuple(reading.reports())))


def interval_of(published: date | str | Interval | None) -> Interval | None:
    """The days that are meant. Raises ValueError on a string that is no date."""
    if isinstance(published, str):
        return Interval.parse(published)
    return Interval.day(published) if isinstance(published, date) else published
