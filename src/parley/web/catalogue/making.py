"""From a ledger to the items of a catalogue: one maker for each kind of thing, in one list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from parley.ledger import Ledger
from parley.web.catalogue.claims import claim_items
from parley.web.catalogue.conflicts import conflict_items
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.documents import document_items
from parley.web.catalogue.events import event_items
from parley.web.catalogue.file import write_catalogue
from parley.web.catalogue.home import home_items
from parley.web.catalogue.item import Item
from parley.web.catalogue.judgements import judgement_items
from parley.web.catalogue.maker import Tell, tell_nothing
from parley.web.catalogue.outlook_pledges import outlook_items
from parley.web.catalogue.people import person_items
from parley.web.catalogue.pledges import pledge_items
from parley.web.catalogue.positions import position_items
from parley.web.catalogue.statements import correction_items, statement_items
from parley.web.catalogue.trips import trip_items

_TELL_EVERY = 1_000

Maker = Callable[[Desk], Iterable[Item]]
MAKERS: tuple[Maker, ...] = (
    event_items,
    trip_items,
    conflict_items,
    pledge_items,
    claim_items,
    document_items,
    person_items,
    position_items,
    statement_items,
    correction_items,
    judgement_items,
    home_items,
    outlook_items,
)
"""What makes the items of each kind, in the order in which search prefers them where words fit equally well."""


def make_catalogue(
    ledger: Path, target: Path, busy_seconds: float, tell: Tell = tell_nothing, before: Path | None = None
) -> str:
    """Write the catalogue of a ledger to ``target``; the stamp of the ledger that it is of.

    ``before`` is the catalogue whose place it takes. ``tell`` is given words on how far it is.
    Raises LedgerError when the ledger cannot be read.
    """
    tell("linking and checking the records")
    with Ledger(ledger, read_only=True, busy_seconds=busy_seconds) as store:
        stamp = store.stamp()
        desk = Desk.of(store)
    items = _told(chain.from_iterable(maker(desk) for maker in MAKERS), tell)
    write_catalogue(target, items, {"stamp": stamp, "ledger": json.dumps(ledger.name)}, before)
    return stamp


def _told(items: Iterable[Item], tell: Tell) -> Iterator[Item]:
    for number, item in enumerate(items):
        if number % _TELL_EVERY == 0:
            tell(f"writing the pages, {number} done")
        yield item
