"""Reading in a process of its own, with limits: what a document does to it, it does to that process only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from threading import Lock
from types import TracebackType
from typing import Self

from parley.errors import DocumentError, ReadingStopped, UngroundedRecord, UnreadableDocument, UsageError
from parley.records import Document, Reading
from parley.terms.when import Interval
from parley.workflow.child_process import ChildEnded, ChildProcess
from parley.workflow.reading import fault, interval_of
from parley.workflow.reading_messages import Answer, Order, Setup, plain_utf8

_MODULE = "parley.workflow.reading_process"
_SECONDS_TO_START = 120.0
_ITSELF = "the reading process"
_TOO_SLOW, _TOO_LARGE, _CANCELLED = "too slow", "too large", "cancelled"
_REPORT = "try again; if it happens each time, please report it"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost; None is no limit.

    ``seconds`` is by our clock, from the document's bytes to its reading, without the time to load the model.
    ``memory_mb`` is of the process as a whole, of which our small model needs about 300 MB; macOS and Windows do not
    hold a process to it. ``bytes`` is the size of the file, ``characters`` of the text in it; no document may have
    more than 20 MB and 1,000,000 characters anyway.
    """

    seconds: float | None = 60.0
    memory_mb: int | None = 2000
    bytes: int | None = None
    characters: int | None = None


NO_LIMITS = Limits(None, None)


class ReadingWorker:
    """Reads documents, one at a time, in a process of its own that is started when it is needed.

    A document that is too slow or too large ends that process and nothing else; the next one gets a new process. May
    be used from several threads, which wait for their turn. The process ends with this one, however that ends.

        with ReadingWorker(limits=Limits(seconds=20)) as worker:
            reading = worker.read("report.pdf", content)
    """

    def __init__(self, model: str | None = None, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._model = model
        self._turn, self._state = Lock(), Lock()
        self._child: ChildProcess | None = None
        self._name: str | None = None
        self._is_busy = self._is_cancelled = self._is_closed = self._is_used = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The number of the process; None while there is none."""
        child = self._child
        return child.pid if child is not None and child.is_alive else None

    @property
    def name(self) -> str:
        """The name of the reader; the model is loaded for it, see ``warm``."""
        return self._name or self.warm()

    def warm(self) -> str:
        """Start the process and load the model, unless that is done; the name of the reader.

        Raises ReadingStopped when that cannot be, and UsageError when the model is not installed.
        """
        with self._taking_turn():
            return self._ready(_ITSELF)[1]

    def read(self, name: str, content: bytes, published: date | str | Interval | None = None) -> Reading:
        """Everything that a file says; ``name`` is its source, and ``published`` what the caller knows of its date.

        Raises DocumentError: UnreadableDocument or UnsupportedSource when there is no text to be had or too much, and
        ReadingStopped when it took too long, needed too much memory, or its process was ended (also by ``cancel``).
        Raises ValueError on a date that is none, and UsageError when the model is not installed.
        """
        most = self.limits.bytes
        if most is not None and len(content) > most:
            problem = f"has {len(content):,} bytes, more than the {most:,} allowed here"
            raise UnreadableDocument(name, problem, "split it into parts or give its text only")
        order = Order(source=plain_utf8(name), published=interval_of(published))
        with self._taking_turn():
            is_used = self._is_used
            try:
                answer = self._ask(name, order, content)
            except ReadingStopped as stopped:
                # What documents before it left in memory is not held against a document.
                if stopped.reason != "memory" or not is_used:
                    raise
                answer = self._ask(name, order, content)
        return _reading_of(answer, name, content)

    def read_documents(self, documents: Sequence[Document]) -> list[Reading | DocumentError]:
        """The reading of each document, or the error that it met with, in their order.

        They are read together, which is quicker; when the process ends over them, each that is left is read alone.
        The limit of time is for each of them. Raises UsageError when the model is not installed.
        """
        results: list[Reading | DocumentError] = []
        with self._taking_turn():
            try:
                self._read_together(documents, results)
            except ReadingStopped:
                for document in documents[len(results) :]:
                    try:
                        self._read_together([document], results)
                    except ReadingStopped as stopped:
                        results.append(stopped)
        return results

    def cancel(self) -> None:
        """End the reading of the present document, if there is one, with an error; others wait on for their turn."""
        with self._state:
            self._is_cancelled = self._is_busy
            if self._child is not None and self._is_busy:
                self._child.stop(_CANCELLED)

    def close(self) -> None:
        """End the process; what is being read or waits to be ends with an error, as does all that is asked later."""
        self._is_closed = True
        self.cancel()
        with self._turn:
            self._drop()

    @contextmanager
    def _taking_turn(self) -> Iterator[None]:
        with self._turn:
            with self._state:
                self._is_busy, self._is_cancelled = True, False
            try:
                yield
            finally:
                with self._state:
                    self._is_busy = False

    def _read_together(self, documents: Sequence[Document], results: list[Reading | DocumentError]) -> None:
        """Add to ``results`` one by one, so that those stay that were read before the process ended."""
        sent = (document.model_copy(update={"source": plain_utf8(document.source)}) for document in documents)
        order = Order(documents=tuple(sent)).model_dump_json().encode()
        seconds = self.limits.seconds and self.limits.seconds * len(documents)
        with self._working(documents[0].source, seconds) as child:
            child.ask(order)
            for document in documents:
                answer = _parsed(child)
                if answer.reading is not None:
                    results.append(answer.reading.model_copy(update={"document": document}))
                else:
                    results.append(_error_of(answer, document.source))

    def _ask(self, source: str, order: Order, content: bytes) -> Answer:
        with self._working(source, self.limits.seconds) as child:
            child.ask(order.model_dump_json().encode(), content)
            return _parsed(child)

    @contextmanager
    def _working(self, source: str, seconds: float | None) -> Iterator[ChildProcess]:
        """A process to read with; when it ends, that is an error of the document ``source``. Raises ReadingStopped."""
        child, _ = self._ready(source)
        try:
            with child.stopped_after(seconds, _TOO_SLOW):
                yield child
        except ChildEnded as ended:
            self._drop()
            raise self._stopped(source, ended.why) from ended
        self._is_used = True

    def _ready(self, source: str) -> tuple[ChildProcess, str]:
        """A process that has loaded the model, and the name of its reader. Raises ReadingStopped and UsageError."""
        if self._child is not None and self._child.is_alive and self._name is not None:
            return self._child, self._name
        self._drop()
        try:
            child = self._start()
            with child.stopped_after(_SECONDS_TO_START, _TOO_SLOW):
                child.ask(self._setup().model_dump_json().encode())
                self._name = _parsed(child).reader or ""
        except ChildEnded as ended:
            self._drop()
            raise self._not_started(source, ended.why) from ended
        except OSError as error:
            raise self._not_started(source, f"cannot be made ({error.strerror})") from error
        return child, self._name

    def _start(self) -> ChildProcess:
        with self._state:
            if self._is_closed or self._is_cancelled:
                raise ChildEnded(_CANCELLED)
            self._child = ChildProcess(_MODULE)
            return self._child

    def _setup(self) -> Setup:
        limits = self.limits
        return Setup(
            model=self._model, seconds=limits.seconds, memory_mb=limits.memory_mb, characters=limits.characters
        )

    def _drop(self) -> None:
        with self._state:
            child, self._child, self._is_used = self._child, None, False
        if child is not None:
            child.close()

    def _not_started(self, source: str, why: str) -> ReadingStopped:
        if why == _CANCELLED:
            return self._stopped(source, why)
        if why == _TOO_LARGE:
            problem = f"the language model alone needs more than the {self.limits.memory_mb} MB allowed"
            return ReadingStopped(source, f"could not be read: {problem}", "allow more memory", "start")
        if why == _TOO_SLOW:
            why = f"was not ready after {_SECONDS_TO_START:g} s"
        return ReadingStopped(source, f"could not be read: the process for it {why}", _REPORT, "start")

    def _stopped(self, source: str, why: str) -> ReadingStopped:
        limits = self.limits
        if why == _CANCELLED:
            return ReadingStopped(source, "was not read, as reading was cancelled", "", "cancelled")
        if why == _TOO_SLOW:
            problem = f"took longer than the {limits.seconds:g} s allowed"
            return ReadingStopped(source, problem, "split it into parts, or allow more time", "time")
        if why == _TOO_LARGE:
            problem = f"needed more than the {limits.memory_mb} MB of memory allowed"
            return ReadingStopped(source, problem, "split it into parts, or allow more memory", "memory")
        return ReadingStopped(source, f"could not be read: the process that read it {why}", _REPORT, "died")


def _parsed(child: ChildProcess) -> Answer:
    """The next answer of the process. Raises ChildEnded, and UsageError when it has no such model."""
    try:
        answer = Answer.model_validate_json(child.answer())
    except ValueError as error:
        child.stop("answered what makes no sense")
        raise ChildEnded("answered what makes no sense") from error
    if answer.trouble is not None and answer.trouble.kind == "model":
        raise UsageError(answer.trouble.problem)
    if answer.trouble is not None and answer.trouble.kind == "memory":
        raise ChildEnded(_TOO_LARGE)
    return answer


def _reading_of(answer: Answer, source: str, content: bytes) -> Reading:
    """The reading, if it is of these bytes and every record's words are in them. Raises DocumentError."""
    reading = answer.reading
    if reading is None:
        raise _error_of(answer, source)
    try:
        reading.check()
    except UngroundedRecord as error:
        raise fault(source, error) from error
    if reading.document.sha256 != hashlib.sha256(content).hexdigest():
        raise ReadingStopped(source, "could not be read: the process read another document", _REPORT, "died")
    return reading.model_copy(update={"document": reading.document.model_copy(update={"source": source})})


def _error_of(answer: Answer, source: str) -> DocumentError:
    if answer.trouble is None:
        return ReadingStopped(source, "could not be read: the process answered nothing", _REPORT, "died")
    return answer.trouble.error(source)
