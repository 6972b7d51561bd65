"""The reading room: texts that were given to the browser, read one after the other in processes with limits.

    add ──> jobs ──(one thread)──> ReadingWorker ──> PreviewMaker ──> documents to open, and to keep

All of it is in memory and gone when the server stops.
"""

from __future__ import annotations

import contextlib
import secrets
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Condition, Thread
from typing import Protocol

from parley.errors import DocumentError, ParleyError, RecordNotFound
from parley.records import Reading
from parley.terms.when import Interval
from parley.web.models.reading_job import DocumentState, GivenDocument, Layout, ReadingJob
from parley.web.options import ServeOptions
from parley.web.previewing import PreviewMaker
from parley.workflow import Limits, ReadingWorker

MOST_JOBS = 20
MOST_BYTES = 400_000_000
STATE_LABELS: dict[DocumentState, str] = {
    "queued": "waiting",
    "reading": "reading",
    "read": "read",
    "failed": "could not be read",
    "cancelled": "cancelled",
}
_OPEN = ("queued", "reading")


class ReadingRoomFull(Exception):
    """Too much waits to be read."""


class Reads(Protocol):
    """What a ReadingWorker is to the reading room."""

    def read(self, name: str, content: bytes, published: Interval | None = None) -> Reading: ...
    def warm(self) -> object: ...
    def cancel(self) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Given:
    """What was given to be read. ``name`` is its source, ``title`` and ``published`` what is known of it beyond.

    ``label`` is what it is called until it is read, where that is not its name.
    """

    name: str
    content: bytes
    title: str | None = None
    published: Interval | None = None
    label: str | None = None


@dataclass(slots=True)
class _Entry:
    """A document of a job; ``given`` is let go when it is over. ``reading`` and ``whole`` are JSON."""

    number: int
    given: Given | None
    name: str
    size: int
    state: DocumentState = "queued"
    problem: str | None = None
    layout: Layout | None = None
    reading: bytes = b""
    whole: bytes = b""
    kept: str | None = None

    @property
    def cost(self) -> int:
        """The bytes that it holds."""
        return len(self.reading) + len(self.whole) + (self.size if self.given else 0)

    def end(self, state: DocumentState, problem: str | None = None) -> None:
        """It is over."""
        self.state, self.problem, self.given = state, problem, None


@dataclass(slots=True)
class _Job:
    id: str
    entries: list[_Entry]
    cancelled: bool = field(default=False)

    @property
    def is_done(self) -> bool:
        return all(entry.state not in _OPEN for entry in self.entries)


class ReadingRoom:
    """Jobs of documents. Its thread and its processes are started when somebody comes to read.

    May be used from several threads.
    """

    def __init__(
        self, options: ServeOptions, reader: Reads | None = None, previews: PreviewMaker | None = None
    ) -> None:
        limits = options.limits
        each = Limits(limits.seconds, limits.memory_mb, limits.file_bytes)
        self._may_keep = options.edit
        self._reader = reader or ReadingWorker(options.model, each)
        self._previews = previews or PreviewMaker(limits.seconds, limits.memory_mb)
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._waiting: deque[tuple[_Job, _Entry]] = deque()
        self._current: _Job | None = None
        self._changed = Condition()
        self._thread: Thread | None = None
        self._warmed = self._closed = False

    def warm(self) -> None:
        """Begin to start the processes, so that what is given next need not wait for the language model."""
        with self._changed:
            if self._warmed or self._closed:
                return
            self._warmed = True
        for warming in (self._reader.warm, self._previews.warm):
            Thread(target=_quietly, args=(warming,), name="warming", daemon=True).start()

    def add(self, given: Sequence[Given]) -> str:
        """A new job; its id. The oldest jobs that are done go when there are too many. Raises ReadingRoomFull."""
        entries = [
            _Entry(n, one, one.title or one.label or one.name, len(one.content)) for n, one in enumerate(given, start=1)
        ]
        job = _Job(secrets.token_urlsafe(16), entries)
        with self._changed:
            self._make_room(sum(entry.cost for entry in entries))
            self._jobs[job.id] = job
            self._waiting.extend((job, entry) for entry in entries)
            if self._thread is None and not self._closed:
                self._thread = Thread(target=self._work, name="reading room", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return job.id

    def job(self, job_id: str) -> ReadingJob:
        """How far a job is. Raises RecordNotFound."""
        with self._changed:
            job = self._find(job_id)
            documents = tuple(_told(job, entry) for entry in job.entries)
            over = sum(entry.state not in _OPEN for entry in job.entries)
            return ReadingJob(id=job.id, done=job.is_done, over=over, documents=documents, may_keep=self._may_keep)

    def document(self, job_id: str, number: int) -> tuple[str, str | None]:
        """The JSON of a document that was read, and its id when it is kept. Raises RecordNotFound."""
        with self._changed:
            entry = self._read_entry(job_id, number)
            return entry.whole.decode(), entry.kept

    def readings(self, job_id: str, number: int | None = None) -> list[tuple[int, bytes]]:
        """The readings of a job, or the one with this number, as JSON with their numbers. Raises RecordNotFound."""
        with self._changed:
            if number is not None:
                return [(number, self._read_entry(job_id, number).reading)]
            return [(one.number, one.reading) for one in self._find(job_id).entries if one.state == "read"]

    def mark_kept(self, job_id: str, kept: dict[int, str]) -> None:
        """Remember the ids under which documents, by their numbers, are in the ledger."""
        with self._changed, contextlib.suppress(RecordNotFound):
            for entry in self._find(job_id).entries:
                entry.kept = kept.get(entry.number, entry.kept)

    def cancel(self, job_id: str) -> None:
        """Read no more of a job. What was read of it stays. Raises RecordNotFound."""
        with self._changed:
            job = self._find(job_id)
            job.cancelled = True
            for entry in job.entries:
                if entry.state == "queued":
                    entry.end("cancelled")
            if self._current is job:
                self._reader.cancel()
                self._previews.cancel()

    def close(self) -> None:
        """End the thread and the processes."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
        self._reader.close()
        self._previews.close()
        if self._thread is not None:
            self._thread.join(timeout=10)

    def _make_room(self, coming: int) -> None:
        held = coming + sum(entry.cost for job in self._jobs.values() for entry in job.entries)
        done = [job for job in self._jobs.values() if job.is_done]
        while len(self._jobs) >= MOST_JOBS or held > MOST_BYTES:
            if not done:
                raise ReadingRoomFull("the reading room is full; wait until something has been read, or cancel it")
            oldest = self._jobs.pop(done.pop(0).id)
            held -= sum(entry.cost for entry in oldest.entries)

    def _find(self, job_id: str) -> _Job:
        job = self._jobs.get(job_id)
        if job is None:
            raise RecordNotFound("there is nothing read under this address, or no longer; read the text again at /read")
        return job

    def _read_entry(self, job_id: str, number: int) -> _Entry:
        job = self._find(job_id)
        entry = job.entries[number - 1] if 1 <= number <= len(job.entries) else None
        if entry is None or entry.state != "read":
            raise RecordNotFound(f"number {number} is not read; see /read/{job.id}")
        return entry

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or bool(self._waiting))
                if self._closed:
                    return
                job, entry = self._waiting.popleft()
                given = entry.given
                if entry.state != "queued" or given is None:
                    continue
                entry.state, self._current = "reading", job
            result = self._read(given)
            with self._changed:
                self._current = None
                if isinstance(result, str):
                    entry.end("cancelled" if job.cancelled else "failed", result)
                else:
                    entry.reading, entry.layout, entry.whole = result
                    entry.end("read")

    def _read(self, given: Given) -> tuple[bytes, Layout, bytes] | str:
        """The reading, what a list shows of it and the whole; or why there is none, on one line."""
        try:
            reading = self._reader.read(given.name, given.content, given.published)
            if given.title:
                titled = reading.document.model_copy(update={"title": given.title})
                reading = reading.model_copy(update={"document": titled})
            told = reading.model_dump_json().encode()
            return told, *self._previews.make(given.name, told)
        except DocumentError as error:
            return f"{error.problem}{'; ' if error.remedy else ''}{error.remedy}"
        except ParleyError as error:
            return str(error)
        except Exception as error:
            return f"met with a fault in Parley itself ({type(error).__name__}); please report it"


def _told(job: _Job, entry: _Entry) -> GivenDocument:
    layout = entry.layout
    return GivenDocument(
        number=entry.number,
        name=entry.name,
        bytes=entry.size,
        state=entry.state,
        state_label=STATE_LABELS[entry.state],
        problem=entry.problem,
        title=layout.title if layout else None,
        counts=layout.counts if layout else (),
        records=layout.records if layout else 0,
        address=f"/read/{job.id}/{entry.number}" if entry.state == "read" else None,
        kept=entry.kept,
    )


def _quietly(work: Callable[[], object]) -> None:
    """What goes wrong while warming up goes wrong again, and is told, when something is read."""
    with contextlib.suppress(Exception):
        work()
