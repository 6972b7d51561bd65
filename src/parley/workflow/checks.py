"""Claims against the record: of a text, of sentences, of a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from parley.errors import DocumentError
from parley.records import Document, Reading, Report
from parley.records.verdict import Verdict
from parley.terms.when import Interval
from parley.workflow.reading import Progress, Reads, interval_of, read_each, small_reader

if TYPE_CHECKING:
    from parley.checking.checked import Checked, CheckedClaim
    from parley.checking.sentence_lines import Sentence
    from parley.ledger import Ledger

_SENTENCES_AT_ONCE = 64
_READINGS_AT_ONCE = 500


def check(text: str, published: date | str | Interval | None = None, *, today: date | None = None) -> Checked:
    """What a sentence or a longer text claims, and what the record says of each claim, read with the small model.

    ``published`` is when it was said, as in ``read_text``; without it, a date that the text states counts, else
    ``today``, else the last day that the figures reach. ``today`` is the day whose newest figures count as now.
    Raises ValueError on a ``published`` that is no date.
    """
    from parley.checking.sentence_lines import Sentence

    said = Sentence(text, interval_of(published))
    return next(check_sentences([said], small_reader(), today=today))


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
        read_ones = read_each((found for found in documents if isinstance(found, Document)), reader)
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
    from parley.checking.times import newest_day
    from parley.documents import parse_text

    if sentence.problem:
        return DocumentError("sentence", sentence.problem)
    try:
        document = parse_text(sentence.text, source="sentence", published=sentence.published)
        if document.published_basis in ("stated", "metadata"):
            return document
        return parse_text(sentence.text, source="sentence", published=today or newest_day())
    except DocumentError as error:
        return error
