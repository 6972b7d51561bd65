"""A process of our own that answers messages, and that any thread can stop at any moment."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import BinaryIO

from parley.workflow import frames

MOST_ANSWERED = 500_000_000
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}


class ChildEnded(Exception):
    """The process has ended before it answered; ``why`` is what it was stopped for, or what became of it."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class ChildProcess:
    """A new Python that runs ``main`` of a module; nothing of this process is copied into it.

    It gets no setting of Parley's, and the keyboard's interrupt goes to its parent only. Raises OSError when no
    process can be started.
    """

    def __init__(self, module: str) -> None:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PARLEY_")}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", f"from {module} import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**inherited, **_ONE_THREAD},
            start_new_session=True,
        )
        self._stopped_for: str | None = None
        self._stopping = Lock()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it could still answer."""
        return self._stopped_for is None and self._process.poll() is None

    def ask(self, *messages: bytes) -> None:
        """Send messages. Raises ChildEnded."""
        try:
            frames.send(_pipe(self._process.stdin), *messages)
        except OSError as error:
            raise self._ended() from error

    def answer(self) -> bytes:
        """The next answer, waited for. Raises ChildEnded."""
        try:
            return frames.receive(_pipe(self._process.stdout), MOST_ANSWERED)
        except OverflowError as error:
            self.stop("answered with far too much")
            raise self._ended() from error
        except (OSError, EOFError) as error:
            raise self._ended() from error

    @contextmanager
    def stopped_after(self, seconds: float | None, why: str) -> Iterator[None]:
        """Stop the process when the work within takes longer than ``seconds``."""
        if seconds is None:
            yield
            return
        timer = Timer(seconds, self.stop, (why,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def stop(self, why: str) -> None:
        """End it at once; whoever waits for its answer gets ChildEnded with the first reason given."""
        with self._stopping:
            self._stopped_for = self._stopped_for or why
            self._process.kill()

    def close(self) -> None:
        """End it and let go of its pipes; not while another thread waits for its answer."""
        self.stop("closed")
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                _pipe(pipe).close()

    def _ended(self) -> ChildEnded:
        """What it died of. A process that closed its output but lives on is ended, too."""
        stopped_for = self._stopped_for
        if stopped_for is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=1)
            stopped_for = self._stopped_for
        code = self._process.poll()
        self.stop("answered no more")
        self._process.wait()
        return ChildEnded(stopped_for or _words(code))


def _pipe(stream: object) -> BinaryIO:
    if stream is None:
        raise OSError("there is no pipe")
    return stream  # type: ignore[return-value]


def _words(code: int | None) -> str:
    if code is None:
        return "answered no more"
    if code >= 0:
        return f"ended with code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"
