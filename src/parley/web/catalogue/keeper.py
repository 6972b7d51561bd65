"""Keeps a catalogue up to date with its ledger, by a child process, so that no page ever waits for linking."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import tempfile
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from parley.errors import LedgerError
from parley.ledger import Ledger
from parley.web.catalogue.catalogue import Catalogue
from parley.web.options import ServeOptions

_LOOK_EVERY_SECONDS = 1.0
_REST = 3.0
"""How many times as long as a making took is waited before the next, so that an ingest does not keep a core busy."""
_NICENESS = 10


class Keeper:
    """The newest catalogue of a ledger. ``start`` makes the first; a thread of its own makes the next ones.

    Raises LedgerError from ``start`` when the ledger cannot be read.
    """

    def __init__(self, options: ServeOptions) -> None:
        self._options = options
        self._folder = tempfile.TemporaryDirectory(prefix="parley-")
        self._maker = _Maker()
        self._made = 0
        self._catalogue: Catalogue | None = None
        self._stale = False
        self._changed = threading.Condition()
        self._wanted = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="catalogue", daemon=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Make the first catalogue, then watch the ledger."""
        try:
            self._make()
        except BaseException:
            self.close()
            raise
        self._thread.start()

    def close(self) -> None:
        """Stop watching and remove all files."""
        self._ended.set()
        self._wanted.set()
        self._maker.close()
        if self._thread.is_alive():
            self._thread.join(timeout=5)
        if self._catalogue is not None:
            self._catalogue.close()
        self._folder.cleanup()

    @property
    def catalogue(self) -> Catalogue:
        """The newest catalogue."""
        assert self._catalogue is not None, "start the keeper first"
        return self._catalogue

    @property
    def stale(self) -> bool:
        """Whether the ledger holds more than the catalogue shows."""
        return self._stale

    def refresh(self, wait_seconds: float) -> bool:
        """Have a new catalogue made now and wait for it; whether the catalogue shows the ledger as it is then."""
        with self._changed:
            self._stale = True
            self._wanted.set()
            return self._changed.wait_for(lambda: not self._stale, timeout=wait_seconds)

    def _watch(self) -> None:
        rest_until = 0.0
        with Ledger(self._options.ledger, read_only=True, busy_seconds=self._options.busy_seconds) as ledger:
            while not self._ended.is_set():
                asked = self._wanted.wait(_LOOK_EVERY_SECONDS)
                self._wanted.clear()
                # A ledger that cannot be read for a while (locked, being copied) leaves the last catalogue in place.
                with contextlib.suppress(LedgerError, OSError, EOFError):
                    self._stale = ledger.stamp() != self.catalogue.stamp
                    if self._stale and (asked or monotonic() >= rest_until):
                        began = monotonic()
                        self._make()
                        rest_until = monotonic() + _REST * (monotonic() - began)
                if not self._stale:
                    with self._changed:
                        self._changed.notify_all()

    def _make(self) -> None:
        self._made += 1
        target = Path(self._folder.name, f"catalogue-{self._made}.db")
        self._maker.make(self._options.ledger, target, self._options.busy_seconds)
        before, self._catalogue = self._catalogue, Catalogue(target)
        self._stale = False
        if before is not None:
            # Whoever is reading it still holds the file open; its name is not needed any more.
            with contextlib.suppress(OSError):
                before.path.unlink()


class _Maker:
    """The child process that makes catalogues; started anew when it has died."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def make(self, ledger: Path, target: Path, busy_seconds: float) -> None:
        """Raises LedgerError when it cannot be made."""
        if self._process is None or not self._process.is_alive():
            self._pipe, theirs = self._context.Pipe()
            self._process = self._context.Process(target=_serve_makings, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        assert self._pipe is not None
        self._pipe.send((ledger, target, busy_seconds))
        try:
            problem = self._pipe.recv()
        except EOFError:
            problem = "the process that prepares the pages has died"
        if problem:
            raise LedgerError(problem)

    def close(self) -> None:
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join(timeout=5)


def _serve_makings(pipe: Connection) -> None:
    """What the child does until its parent is gone."""
    from parley.errors import ParleyError
    from parley.web.catalogue.making import make_catalogue

    with contextlib.suppress(OSError):
        os.nice(_NICENESS)
    while True:
        try:
            ledger, target, busy_seconds = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            make_catalogue(ledger, target, busy_seconds)
            pipe.send("")
        except ParleyError as error:
            pipe.send(str(error))
        except Exception as error:
            pipe.send(f"a fault in Parley itself ({type(error).__name__}: {error})")
