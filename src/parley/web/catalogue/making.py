"""From a ledger to the items of a catalogue: one maker for each kind of thing, in one list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from parley.ledger import Ledger
from parley.web.catalogue.claims import claim_items
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.documents import document_items
from parley.web.catalogue.events import event_items
from parley.web.catalogue.file import write_catalogue
from parley.web.catalogue.item import Item
from parley.web.catalogue.pledges import pledge_items

Maker = Callable[[Desk], Iterable[Item]]
MAKERS: tuple[Maker, ...] = (event_items, pledge_items, claim_items, document_items)
"""What makes the items of each kind, in the order in which search prefers them where words fit equally well."""


def make_catalogue(ledger: Path, target: Path, busy_seconds: float) -> str:
    """Write the catalogue of a ledger to ``target``; the stamp of the ledger that it is of.

    Raises LedgerError when the ledger cannot be read.
    """
    with Ledger(ledger, read_only=True, busy_seconds=busy_seconds) as store:
        stamp = store.stamp()
        desk = Desk.of(store)
    write_catalogue(target, _items(desk), {"stamp": stamp, "ledger": json.dumps(ledger.name)})
    return stamp


def _items(desk: Desk) -> Iterator[Item]:
    return chain.from_iterable(maker(desk) for maker in MAKERS)
