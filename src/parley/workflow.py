"""Short functions that join the stages: to a ledger (ingest, read, link, check, brief), and emissions to the climate.

The stages themselves are imported when they are needed: the language model and the charts take seconds to load, and
most commands want neither.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from parley.errors import DocumentError, LedgerError, RecordNotFound, ScenarioError, UngroundedRecord
from parley.records import BookEntry, Document, Event, LinkedPerson, Links, Reading, Report
from parley.records.linked import Linked
from parley.records.verdict import Verdict
from parley.terms.when import Interval

if TYPE_CHECKING:
    from parley.briefing import BriefingPaths
    from parley.checking.checked import Checked, CheckedClaim
    from parley.checking.sentence_lines import Sentence
    from parley.climate import Ensemble, Scenario
    from parley.ledger import Added, Ledger

_SENTENCES_AT_ONCE = 64
_READINGS_AT_ONCE = 500

Progress = Callable[[str], None]
"""Called with the source of each document when its turn is over."""


class Reads(Protocol):
    """What ``parley.reading.Reader`` is to the workflow."""

    @property
    def name(self) -> str: ...

    def read(self, document: Document) -> Reading: ...

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]: ...


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
    found: Iterable[Document | DocumentError], ledger: Ledger, reader: Reads, progress: Progress = lambda source: None
) -> Outcome:
    """Read documents into a ledger, one transaction each; what one of them does wrong costs only itself.

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

    for result in _read_each(unread(), reader):
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


def link(readings: Iterable[Reading]) -> Links:
    """What readings say together."""
    from parley.linking import link as link_readings

    return link_readings(readings)


def brief(readings: Sequence[Reading], folder: Path) -> BriefingPaths:
    """Check some readings and write their briefing into ``folder``. Raises RecordNotFound when there are none."""
    from parley.briefing import write_briefing

    if not readings:
        raise RecordNotFound("there is no document to brief on; name some: parley brief PATH")
    return write_briefing(readings, link(readings), folder, check_readings(readings))


def check(text: str, published: date | str | Interval | None = None, *, today: date | None = None) -> Checked:
    """What a sentence or a longer text claims, and what the record says of each claim, read with the small model.

    ``published`` is when it was said, as in ``read_text``; without it, a date that the text states counts, else
    ``today``, else the last day that the figures reach. ``today`` is the day whose newest figures count as now.
    Raises ValueError on a ``published`` that is no date.
    """
    from parley.checking.sentence_lines import Sentence

    said = Sentence(text, _interval(published))
    return next(check_sentences([said], _small_reader(), today=today))


def check_sentences(
    sentences: Iterable[Sentence], reader: Reads, *, today: date | None = None, progress: Progress = lambda source: None
) -> Iterator[Checked]:
    """What each sentence claims and what the record says of it: one for each, in their order.

    One that cannot be read costs only itself; the reason for its ``not_checkable`` says why.
    """
    from parley.checking.checked import NOTHING, Checked, check_text

    source = iter(sentences)
    while batch := list(islice(source, _SENTENCES_AT_ONCE)):
        documents = [_sentence_document(sentence, today) for sentence in batch]
        read_ones = _read_each((found for found in documents if isinstance(found, Document)), reader)
        for sentence, document in zip(batch, documents, strict=True):
            published = sentence.published
            found = next(read_ones) if isinstance(document, Document) else document
            if isinstance(found, Reading):
                yield replace(check_text(found, today=today), text=sentence.text, published=published)
            elif sentence.text or sentence.problem:
                problem = sentence.problem or f"the text {found.problem}"
                yield Checked(sentence.text, published, problem=f"{problem[0].upper()}{problem[1:]}.", failed=True)
            else:
                yield Checked("", published, problem=NOTHING)
            progress(sentence.text)


def check_readings(readings: Iterable[Reading]) -> dict[str, CheckedClaim]:
    """What the newest figures say of every report that asserts something, by the report's id."""
    from parley.checking.checked import check_reports

    return {key: found for reading in readings for key, found in check_reports(reading).items()}


def check_ledger(ledger: Ledger, readings: Iterable[Reading] | None = None) -> int:
    """Check what this checker has not spoken of, in ``readings`` or in the whole ledger; how many verdicts are new.

    Raises LedgerError when the ledger cannot be written to.
    """
    from parley.checking.checked import check_reports
    from parley.checking.version import checker_name

    checker = checker_name()
    open_ones = ledger.unchecked(checker)
    new = 0
    source = iter(ledger.readings() if readings is None else readings)
    while batch := list(islice(source, _READINGS_AT_ONCE)):
        found = {key: one for reading in batch for key, one in check_reports(reading, only=open_ones).items()}
        new += ledger.add_verdicts({key: one.verdict for key, one in found.items()}, checker)
    return new


def read_text(text: str, published: date | str | Interval | None = None) -> Reading:
    """Everything that a text says, read with the small model.

    ``published`` is the day it was published, as a date, an ISO 8601 string ("2021-08-31", "2021-08") or an Interval.
    Raises ValueError on another string, and UnreadableDocument when there is no text.
    """
    from parley.documents import parse_text

    return _small_reader().read(parse_text(text, published=_interval(published)))


def load_ensemble(path: Path | None = None) -> Ensemble:
    """The ensemble of a file of FaIR parameters, or of one that we calibrated, else the one that comes with Parley.

    Raises EnsembleError when it cannot be used.
    """
    from parley.climate import Ensemble
    from parley.climate.default_ensemble import load_ensemble as load_calibrated
    from parley.climate.default_ensemble import provenance_path

    if path is None:
        return Ensemble.default()
    return load_calibrated(path) if provenance_path(path).exists() else Ensemble.from_fair(path)


def packaged_scenarios(names: Iterable[str]) -> list[Scenario]:
    """Scenarios that come with the package. Raises ScenarioError for another name."""
    from parley.climate import Scenario

    return [Scenario.packaged(name) for name in names]


def read_scenarios(table: Path, names: Sequence[str] = (), **options: Any) -> list[Scenario]:
    """Scenarios of a table of emissions by name, all of them if none is named.

    A name that the table does not have may be that of a packaged scenario, to be run beside the table's own; its notes
    say so. ``options`` are those of ``Scenario.from_table``. Raises ScenarioError when there is no such scenario, or it
    cannot be run.
    """
    from parley.climate import Scenario
    from parley.climate.emission_table import scenario_names, stem
    from parley.climate.history import SCENARIOS

    there = scenario_names(table) or _only_scenario(table, names) or (stem(table),)
    note = f"this is the packaged scenario, since {table.name} has none of that name"
    return [
        replace(Scenario.packaged(name), notes=(note,))
        if name in SCENARIOS and name not in there
        else Scenario.from_table(table, name, **options)
        for name in names or there
    ]


@dataclass(frozen=True)
class View:
    """A ledger at one moment: its newest readings and what they say together."""

    readings: tuple[Reading, ...]
    links: Links

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {reading.document.id: reading.document for reading in self.readings}

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return {report.id: report for reading in self.readings for report in reading.reports()}

    @cached_property
    def linked(self) -> dict[str, Linked]:
        """People, events, pledges and conflicts by id."""
        groups: tuple[Sequence[Linked], ...] = (
            self.links.people,
            self.links.events,
            self.links.pledges,
            self.links.conflicts,
        )
        return {record.id: record for group in groups for record in group}

    def evidence(self, linked: Linked) -> list[Report]:
        """The reports that a linked record joins, in its order."""
        return [self.reports[report] for report in linked.reports]

    def events(self, party: str | None = None, period: Interval | None = None) -> list[Event]:
        """Events of a Party that share a day with ``period``; what has no date shares none."""
        return [
            event
            for event in self.links.events
            if (party is None or party in event.parties) and (period is None or _shares_day(event.when, period))
        ]

    def pledges(self, party: str | None = None, period: Interval | None = None) -> list[BookEntry]:
        """The pledge book of a Party, of what was reported in ``period``."""
        return [entry for entry in self.links.pledges if party in (None, entry.party) and self._told(entry, period)]

    def people(self, party: str | None = None, period: Interval | None = None) -> list[LinkedPerson]:
        """People of a Party whom a document of ``period`` names."""
        return [person for person in self.links.people if party in (None, person.party) and self._told(person, period)]

    def _told(self, linked: Linked, period: Interval | None) -> bool:
        published = (self.documents[report.document].published for report in self.evidence(linked))
        return period is None or any(_shares_day(day, period) for day in published)


def view(ledger: Ledger) -> View:
    """A ledger with its linked view."""
    readings = tuple(ledger.readings())
    return View(readings, link(readings))


@dataclass(frozen=True, slots=True)
class Judged:
    """A report with its document and the verdict that stands."""

    report: Report
    document: Document
    verdict: Verdict


def judged(ledger: Ledger) -> list[Judged]:
    """The reports of the newest readings that have a verdict, by date of their document."""
    verdicts = ledger.verdicts()
    return [
        Judged(report, reading.document, verdicts[report.id])
        for reading in ledger.readings()
        for report in reading.reports()
        if report.id in verdicts
    ]


def _sentence_document(sentence: Sentence, today: date | None) -> Document | DocumentError:
    """The document of a sentence, said when it says so, else ``today``."""
    from parley.checking.check import NEWEST_DAY
    from parley.documents import parse_text

    if sentence.problem:
        return DocumentError("sentence", sentence.problem)
    try:
        document = parse_text(sentence.text, source="sentence", published=sentence.published)
        if document.published_basis in ("stated", "metadata"):
            return document
        return parse_text(sentence.text, source="sentence", published=today or NEWEST_DAY)
    except DocumentError as error:
        return error


def _only_scenario(table: Path, names: Sequence[str]) -> Sequence[str]:
    """Which of ``names`` is meant to be the scenario of a table that names none. Raises ScenarioError for several."""
    from parley.climate.history import SCENARIOS

    own = [name for name in names if name not in SCENARIOS]
    if len(own) > 1:
        raise ScenarioError(f"{table}: no column says which row is of {own[0]} and which of {own[1]}; add one")
    return own or names[:1]


def _read_each(documents: Iterable[Document], reader: Reads) -> Iterator[Reading | DocumentError]:
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
        problem = f"could not be read ({type(error).__name__}: {error})"
        return DocumentError(document.source, problem, "this is a fault in Parley, please report it")


def _add(reading: Reading, ledger: Ledger) -> Taken:
    try:
        added = ledger.add(reading)
    except UngroundedRecord as error:
        raise DocumentError(
            reading.document.source, str(error), "this is a fault in Parley, please report it"
        ) from error
    return Taken(reading.document, added, len(tuple(reading.reports())))


def _shares_day(interval: Interval | None, period: Interval) -> bool:
    return interval is not None and interval.overlaps(period)


def _interval(published: date | str | Interval | None) -> Interval | None:
    if isinstance(published, str):
        return Interval.parse(published)
    return Interval.day(published) if isinstance(published, date) else published


@cache
def _small_reader() -> Reads:
    return make_reader()
