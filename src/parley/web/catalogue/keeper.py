"""Keeps a catalogue up to date with its ledger, so that no page ever waits for linking."""

from __future__ import annotations

import contextlib
import logging
import tempfile
import threading
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from parley.errors import LedgerError
from parley.ledger import Ledger
from parley.web.catalogue.catalogue import Catalogue
from parley.web.catalogue.maker import MakerProcess, Tell, tell_nothing
from parley.web.options import ServeOptions

_LOOK_EVERY_SECONDS = 1.0
_REST = 3.0
"""How many times as long as a making took is waited before the next, so that an ingest does not keep a core busy."""

_log = logging.getLogger("parley.web")


class Keeper:
    """The newest catalogue of a ledger. ``start`` makes the first; a thread of its own makes the next ones.

    Raises LedgerError from ``start`` when the ledger cannot be read. A ledger that cannot be read later on leaves the
    last catalogue in place.
    """

    def __init__(self, options: ServeOptions) -> None:
        self._options = options
        self._folder = tempfile.TemporaryDirectory(prefix="parley-", ignore_cleanup_errors=True)
        self._watched = _Watched(options)
        self._maker = MakerProcess(Path(self._folder.name))
        self._made = 0
        self._catalogue: Catalogue | None = None
        self._shown = ""
        self._stale = False
        self._rest_until = 0.0
        self._asked = self._answered = 0
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

    def start(self, tell: Tell = tell_nothing) -> None:
        """Make the first catalogue, then watch the ledger; ``tell`` is given words on how far it is."""
        try:
            self._make(self._watched.stamp(), tell)
        except BaseException:
            self.close()
            raise
        self._thread.start()

    def close(self) -> None:
        """Stop watching, end the process that makes catalogues, and remove all files."""
        self._ended.set()
        self._wanted.set()
        self._maker.close()
        if self._thread.is_alive():
            self._thread.join(timeout=5)
        self._watched.close()
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
        """Have a new catalogue made now and wait for it; whether all that the ledger holds by now is shown then."""
        with self._changed:
            self._asked += 1
            ticket = self._asked
            self._wanted.set()
            return self._changed.wait_for(lambda: self._answered >= ticket, timeout=wait_seconds)

    def _watch(self) -> None:
        trouble = ""
        while not self._ended.is_set():
            at_once = self._wanted.wait(_LOOK_EVERY_SECONDS)
            self._wanted.clear()
            # Whoever has asked until now is answered by a look at the ledger that begins now.
            ticket = self._asked
            if self._ended.is_set():
                break
            try:
                self._catch_up(at_once)
            except (LedgerError, OSError) as error:
                if str(error) != trouble and not self._ended.is_set():
                    _log.warning("the pages show the ledger as it was: %s", error)
                trouble = str(error)
                continue
            trouble = ""
            if not self._stale:
                with self._changed:
                    self._answered = ticket
                    self._changed.notify_all()

    def _catch_up(self, at_once: bool) -> None:
        stamp = self._watched.stamp()
        self._stale = stamp != self._shown
        if self._stale and (at_once or monotonic() >= self._rest_until):
            began = monotonic()
            self._make(stamp, tell_nothing)
            self._rest_until = monotonic() + _REST * (monotonic() - began)

    def _make(self, stamp: str, tell: Tell) -> None:
        """Make a catalogue of the ledger, which showed ``stamp`` before."""
        self._made += 1
        target = Path(self._folder.name, f"catalogue-{self._made}.db")
        try:
            shown = self._catalogue.path if self._catalogue is not None else None
            self._maker.make(self._options.ledger, target, self._options.busy_seconds, tell, shown)
            newest = Catalogue(target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        before, self._catalogue = self._catalogue, newest
        self._shown, self._stale = stamp, False
        if before is not None:
            # Whoever is reading it still holds the file open; its name is not needed any more.
            with contextlib.suppress(OSError):
                before.path.unlink()


class _Watched:
    """The ledger that lies at its path now: one that was put in the place of another is opened anew."""

    def __init__(self, options: ServeOptions) -> None:
        self._options = options
        self._ledger: Ledger | None = None
        self._file = ""

    def stamp(self) -> str:
        """Another text as soon as the ledger holds more or is another. Raises LedgerError or OSError."""
        path = self._options.ledger
        file = f"{path.stat().st_dev}-{path.stat().st_ino}" if path.exists() else ""
        if self._ledger is None or file != self._file:
            self.close()
            self._ledger = Ledger(path, read_only=True, busy_seconds=self._options.busy_seconds)
            self._file = file
        return f"{file}/{self._ledger.stamp()}"

    def close(self) -> None:
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None
