"""Readings laid out for the reading room, in a process of its own: linking and checking never slow down a page."""

from __future__ import annotations

from threading import Lock

from parley.errors import DocumentError
from parley.web.models.reading_job import Layout
from parley.workflow.child_process import ChildEnded, ChildProcess

_MODULE = "parley.web.preview_process"
_SECONDS_TO_START = 60.0
_CANCELLED = "cancelled"


class PreviewMaker:
    """Lays out one reading at a time, in a process that is started when it is needed, and anew when it has ended."""

    def __init__(self, seconds: float, memory_mb: int) -> None:
        self._seconds, self._memory_mb = seconds, memory_mb
        self._turn, self._state = Lock(), Lock()
        self._child: ChildProcess | None = None
        self._is_closed = False

    def warm(self) -> None:
        """Start the process, unless it runs. Raises DocumentError when that cannot be."""
        with self._turn:
            self._ready("the reading room")

    def make(self, source: str, reading: bytes) -> tuple[Layout, bytes]:
        """What a list shows of a reading (in JSON), and the JSON of the whole. Raises DocumentError."""
        with self._turn:
            child = self._ready(source)
            try:
                with child.stopped_after(self._seconds, f"took longer than {self._seconds:g} s"):
                    child.ask(reading)
                    return Layout.model_validate_json(child.answer()), child.answer()
            except ChildEnded as ended:
                self._drop()
                raise _error(source, ended) from ended

    def cancel(self) -> None:
        """End what is being laid out, with an error."""
        with self._state:
            if self._child is not None and self._turn.locked():
                self._child.stop(_CANCELLED)

    def close(self) -> None:
        """End the process; all that is asked later is an error."""
        self._is_closed = True
        self.cancel()
        with self._turn:
            self._drop()

    def _ready(self, source: str) -> ChildProcess:
        if self._child is not None and self._child.is_alive:
            return self._child
        self._drop()
        try:
            child = self._start()
            with child.stopped_after(_SECONDS_TO_START, "did not start"):
                child.ask(str(self._memory_mb).encode())
                child.answer()
        except ChildEnded as ended:
            self._drop()
            raise _error(source, ended) from ended
        except OSError as error:
            raise DocumentError(source, f"could not be laid out: no process can be made ({error.strerror})") from error
        return child

    def _start(self) -> ChildProcess:
        with self._state:
            if self._is_closed:
                raise ChildEnded(_CANCELLED)
            self._child = ChildProcess(_MODULE)
            return self._child

    def _drop(self) -> None:
        with self._state:
            child, self._child = self._child, None
        if child is not None:
            child.close()


def _error(source: str, ended: ChildEnded) -> DocumentError:
    if ended.why == _CANCELLED:
        return DocumentError(source, "was not read, as reading was cancelled")
    return DocumentError(source, f"was read, but not laid out: the process {ended.why}", "split it into parts")
