"""The process that lays out a reading as the reading room shows it: linked, checked and cut for itself alone.

It is started by ``previewing``, knows of no ledger, and ends when its input does.
"""

from __future__ import annotations

import contextlib
import os
import sys
from queue import SimpleQueue
from threading import Thread

from parley.records import Reading
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.document_records import RecordTeller
from parley.web.catalogue.documents import document_whole
from parley.web.models.document import DocumentWhole
from parley.web.models.reading_job import Layout
from parley.workflow.dating import link_dated
from parley.workflow.frames import receive, send
from parley.workflow.ledger_view import View
from parley.workflow.reading_process import MOST_ORDERED, limit_process, own_output, take_orders

_NICENESS = 5


def main() -> None:
    """Lay out readings until there are no more. The first message is how many MB of memory this may take."""
    answers, orders = own_output(), sys.stdin.buffer
    limit_process(int(receive(orders, MOST_ORDERED)))
    with contextlib.suppress(OSError):
        os.nice(_NICENESS)
    waiting: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=take_orders, args=(orders, waiting), daemon=True).start()
    send(answers, b"ready")
    while True:
        whole = lay_out(Reading.model_validate_json(waiting.get()))
        layout = Layout(title=whole.title, counts=whole.counts, records=len(whole.records))
        send(answers, layout.model_dump_json().encode(), whole.model_dump_json().encode())


def lay_out(reading: Reading) -> DocumentWhole:
    """A document alone, as if there were no other: its links stay in it."""
    readings, links = link_dated([reading])
    desk = Desk.of_view(View(tuple(readings), links))
    return document_whole(readings[0], desk, RecordTeller(desk, pages=False))
