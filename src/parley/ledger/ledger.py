"""The ledger as everybody else uses it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from parley.ledger import export, judgements, search, verdicts, views, writer
from parley.ledger.search import Hit
from parley.ledger.store import DEFAULT_BUSY_SECONDS, Store
from parley.ledger.views import Change
from parley.ledger.writer import Added
from parley.records import Document, Judgement, Reading, Report
from parley.records.judgement import without
from parley.records.verdict import Verdict


class Ledger:
    """An append-only store of readings in one file.

    Made when missing, unless ``read_only``. Any number of processes may use it at once; each waits up to
    ``busy_seconds`` for its turn to write. Raises LedgerMissing, LedgerTooNew, LedgerLocked or LedgerError.

        with Ledger("parley.db") as ledger:
            ledger.add(reading)
            for pledge in ledger.reports(kind="pledge", party="CHN"):
                ...
    """

    def __init__(
        self, path: str | Path, *, read_only: bool = False, busy_seconds: float = DEFAULT_BUSY_SECONDS
    ) -> None:
        self.path = Path(path)
        self._store = Store(self.path, read_only, busy_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(self, reading: Reading) -> Added:
        """Add what a reader found in a document: all of it or, when the process dies, nothing.

        A reader (name and version) that has read this text before changes nothing.
        Raises UngroundedRecord when a quote is not in the text.
        """
        reading.check()
        with self._store.writing() as connection:
            return writer.add_reading(connection, reading, datetime.now(UTC))

    def add_source(self, document: Document) -> None:
        """Remember that a document was found under its ``source``, too."""
        with self._store.reading() as connection:
            edition = writer.find_edition(connection, document)
            known = edition is not None and document.source in views.sources(connection, edition)
        if not known:
            with self._store.writing() as connection:
                writer.add_edition(connection, document)

    def has(self, document: Document, reader: str) -> bool:
        """Whether ``reader`` has read this very text, with this very metadata."""
        with self._store.reading() as connection:
            return writer.find_reading(connection, writer.find_edition(connection, document), reader) is not None

    def find(self, document: Document, reader: str) -> Reading | None:
        """What ``reader`` found in this very text, whichever reading is the newest; None when it has not read it."""
        with self._store.reading() as connection:
            key = writer.find_reading(connection, writer.find_edition(connection, document), reader)
            if key is None:
                return None
            found = without(views.reading(connection, key), views.rejected(connection, document.id))
            return found.model_copy(update={"document": document})

    def documents(
        self, party: str | None = None, since: date | None = None, until: date | None = None
    ) -> Iterator[Document]:
        """Documents by date of publication, undated last.

        With ``party``, those with a report about or by that Party; with ``since`` or ``until``, those published then.
        """
        with self._store.reading() as connection:
            yield from views.documents(connection, party, since, until)

    def readings(self, with_rejected: bool = False) -> Iterator[Reading]:
        """The newest reading of each document, by date of publication, undated last; without what was rejected."""
        with self._store.reading() as connection:
            yield from views.readings(connection, with_rejected)

    def newest(self, document: str) -> Reading:
        """The newest reading of the document with this id. Raises RecordNotFound."""
        with self._store.reading() as connection:
            return views.newest_reading(connection, document)

    def reports(
        self,
        kind: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Iterator[Report]:
        """Reports of the newest readings, without what was rejected.

        ``kind`` is person, engagement, pledge, claim, statement, position or correction. ``since`` and ``until`` mean
        the days of an engagement, and the publication of all others; what has no date is then left out.
        """
        with self._store.reading() as connection:
            yield from views.reports(connection, kind, party, since, until)

    def get(self, record_id: str) -> Document | Report:
        """The document or report with this id, withdrawn and rejected ones too. Raises RecordNotFound."""
        with self._store.reading() as connection:
            return views.get(connection, record_id)

    def sources(self, document: str) -> tuple[str, ...]:
        """The paths under which the bytes of a document were found, sorted."""
        with self._store.reading() as connection:
            return views.all_sources(connection, document)

    def changes(self, document: str) -> tuple[Change, ...]:
        """What each reading of a document changed, oldest first. Raises RecordNotFound."""
        with self._store.reading() as connection:
            return views.changes(connection, document)

    def add_verdicts(self, given: Mapping[str, Verdict], checker: str) -> int:
        """Add what a checker says of reports, by their ids; how many were new.

        ``checker`` names its rules and figures; a checker that has spoken of a report before changes nothing.
        """
        with self._store.writing() as connection:
            return verdicts.add_verdicts(connection, given, checker, datetime.now(UTC))

    def unchecked(self, checker: str) -> set[str]:
        """Ids of the reports of which this checker has not spoken."""
        with self._store.reading() as connection:
            return verdicts.unchecked(connection, checker)

    def verdicts(self, reports: Collection[str] | None = None) -> dict[str, Verdict]:
        """The newest verdict of each report that has one, by the report's id; only of ``reports`` by their ids.

        Without ``reports`` none of what was rejected.
        """
        with self._store.reading() as connection:
            found = verdicts.newest(connection, reports)
            hidden = views.rejected(connection) if reports is None else {}
            return {report: verdict for report, verdict in found.items() if report not in hidden}

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a judgement under the next number; the judgement as kept."""
        with self._store.writing() as connection:
            return judgements.add_judgement(connection, judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements by number, undone ones too."""
        with self._store.reading() as connection:
            return judgements.judgements(connection)

    def stamp(self) -> str:
        """A short text that is another as soon as anything has been added to the ledger."""
        with self._store.reading() as connection:
            return views.stamp(connection)

    def rejected(self) -> Mapping[str, str]:
        """The judgement that rejects it, by id, of all reports that judgements in force reject."""
        with self._store.reading() as connection:
            return views.rejected(connection)

    def search(self, words: str) -> list[Hit]:
        """What holds all the words, best first, documents before reports. Raises UsageError without any word.

        Words in double quotes are a phrase; ``solar*`` finds words that begin so.
        """
        with self._store.reading() as connection:
            hidden = views.rejected(connection)
            return [hit for hit in search.find(connection, words) if hit.id not in hidden]

    def export(self, everything: bool = False) -> Iterator[str]:
        """The ledger in its canonical form, one JSON object a line, sorted, without times of recording.

        The same in whatever order the documents came in. Of judgements those in force, and nothing that they reject;
        with ``everything`` also what was rejected, undone or undoes.
        """
        with self._store.reading() as connection:
            yield from export.lines(connection, everything)
