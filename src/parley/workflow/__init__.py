"""Short functions that join the stages: documents to a ledger, claims to verdicts, emissions and pledges to degrees.

The stages themselves are imported when they are needed: the language model and the charts take seconds to load, and
most commands want neither.
"""

from parley.workflow.checks import Judged, check, check_ledger, check_readings, check_sentences, judged
from parley.workflow.climate_runs import load_ensemble, packaged_scenarios, read_scenarios
from parley.workflow.dating import dated_documents
from parley.workflow.explaining import Why, why
from parley.workflow.judging import Done, Hand, merge, note, reject, split, undo
from parley.workflow.ledger_view import View, brief, link, view
from parley.workflow.outlooks import (
    Answer,
    Asked,
    answer,
    ask,
    ask_in_words,
    moves_since_paris,
    outlook_of,
    sources_of_figure,
    why_differ,
)
from parley.workflow.reading import (
    Outcome,
    Progress,
    Reads,
    ReadsApart,
    Taken,
    duplicates,
    ingest,
    make_reader,
    read,
    read_text,
)
from parley.workflow.reading_pool import ReadingPool, opened_reader
from parley.workflow.reading_worker import Limits, ReadingWorker

__all__ = [
    "Answer",
    "Asked",
    "Done",
    "Hand",
    "Judged",
    "Limits",
    "Outcome",
    "Progress",
    "ReadingPool",
    "ReadingWorker",
    "Reads",
    "ReadsApart",
    "Taken",
    "View",
    "Why",
    "answer",
    "ask",
    "ask_in_words",
    "brief",
    "check",
    "check_ledger",
    "check_readings",
    "check_sentences",
    "dated_documents",
    "duplicates",
    "ingest",
    "judged",
    "link",
    "load_ensemble",
    "make_reader",
    "merge",
    "moves_since_paris",
    "note",
    "opened_reader",
    "outlook_of",
    "packaged_scenarios",
    "read",
    "read_scenarios",
    "read_text",
    "reject",
    "sources_of_figure",
    "split",
    "undo",
    "view",
    "why",
    "why_differ",
]
