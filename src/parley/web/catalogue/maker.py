"""The process that makes catalogues, so that linking and checking do not slow down any page."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path

from parley.errors import LedgerError, ParleyError

Tell = Callable[[str], None]
_NICENESS = 10
_DIED = "the process that prepares the pages was ended from outside; is there enough memory?"


def tell_nothing(words: str) -> None:
    """For whoever does not want to know how far a making is."""


class MakerProcess:
    """A child process for one making at a time; started anew when it has died.

    It ends with this process, however that ends, and then removes ``folder``, which nobody else can any more.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._context = multiprocessing.get_context("spawn")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._closed = False
        self._starting = threading.Lock()

    def make(self, ledger: Path, target: Path, busy_seconds: float, tell: Tell, before: Path | None = None) -> None:
        """Write the catalogue of a ledger to ``target``, to take the place of ``before``.

        Raises LedgerError when it cannot be made.
        """
        pipe = self._started()
        try:
            pipe.send((ledger, target, busy_seconds, before))
            while True:
                kind, words = pipe.recv()
                if kind != "step":
                    break
                tell(words)
        except (EOFError, OSError) as error:
            self._end()
            raise LedgerError(_DIED) from error
        if kind == "problem":
            raise LedgerError(words)

    def close(self) -> None:
        """End the process; a making that goes on fails."""
        with self._starting:
            self._closed = True
            self._end()

    def _started(self) -> Connection:
        with self._starting:
            if self._closed:
                raise LedgerError("the server is being stopped")
            if self._process is None or self._pipe is None or not self._process.is_alive():
                self._end()
                self._pipe, theirs = self._context.Pipe()
                self._process = self._context.Process(
                    target=_make_until_ended, args=(theirs, self._folder), daemon=True
                )
                with _interruptions_held_back():
                    self._process.start()
                theirs.close()
            return self._pipe

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.join(timeout=2)
            if process.is_alive():
                process.kill()
                process.join(timeout=2)


@contextlib.contextmanager
def _interruptions_held_back() -> Iterator[None]:
    """A child started meanwhile never sees Ctrl-C, which a terminal sends to all processes: its parent ends it."""
    # Python's own helper process lets signals through again when it is started, so it has to be there already.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _make_until_ended(pipe: Connection, folder: Path) -> None:
    """What the child does until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ending = threading.Thread(target=_end_with_parent, args=(folder,), daemon=True)
    ending.start()
    with contextlib.suppress(OSError):
        os.nice(_NICENESS)

    def tell(words: str) -> None:
        pipe.send(("step", words))

    # Hardly anything is let go before a catalogue is whole: looking for it meanwhile takes half of the time.
    gc.disable()
    while True:
        try:
            ledger, target, busy_seconds, before = pipe.recv()
        except (EOFError, OSError):
            # The parent is gone or about to end this process: what clears up after it must come to its end.
            ending.join()
            return
        try:
            # What makes catalogues is heavy, and needed in this process only.
            from parley.web.catalogue.making import make_catalogue

            make_catalogue(ledger, target, busy_seconds, tell, before)
            pipe.send(("done", ""))
        except ParleyError as error:
            pipe.send(("problem", str(error)))
        except Exception as error:
            pipe.send(("problem", f"a fault in Parley itself ({type(error).__name__}: {error})"))
        gc.collect()


def _end_with_parent(folder: Path) -> None:
    """Ends this process at once when its parent has ended without a word, and clears up what that has left."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)
