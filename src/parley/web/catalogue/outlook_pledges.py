"""The ledger's pledges over those of record, for outlooks that are asked for later: worked out with the catalogue.

An outlook of the ledger's pledges would otherwise link the whole ledger first. It holds for the newest book under each
policy with its usual choices; what is asked of another day is worked out then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from parley.inventory.pledges_of_record import last_day_of_record
from parley.outlook.corrected import Corrected
from parley.pathways.book import book_on
from parley.pathways.choices import POLICIES, choose
from parley.pathways.pledge import PathwayPledge
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.models.common import Model, Quote
from parley.workflow.ledger_pledges import LedgerPledges, over_record

KIND = "outlook_pledges"


class OutlookPledges(Model):
    """A book under one policy: the ids of those of record that stay, the pledges of documents, and their words.

    ``book`` has them in order: a text is the id of one of record.
    """

    policy: str
    book: tuple[str | dict[str, Any], ...]
    notes: tuple[str, ...]
    corrections: tuple[dict[str, Any], ...]
    quotes: dict[str, tuple[Quote, ...]]


def outlook_items(desk: Desk) -> Iterator[Item]:
    """One for each policy."""
    day = last_day_of_record()
    for policy in POLICIES:
        choices = choose(policy=policy)
        record = book_on(day, choices.leaving)
        found = over_record(record, desk.view, None, day, choices)
        of_record = set(record)
        content = OutlookPledges(
            policy=policy,
            book=tuple(pledge.id if pledge in of_record else asdict(pledge) for pledge in found.book),
            notes=found.notes,
            corrections=tuple(asdict(each) for each in found.corrections),
            quotes={
                pledge: desk.quotes_of(desk.view.reports[each.report] for each in quoted)
                for pledge, quoted in found.quotes.items()
            },
        )
        yield Item(kind=KIND, id=policy, title="", content=content)


def ledger_pledges(content: OutlookPledges) -> LedgerPledges:
    """The same as the engine takes it."""
    record = {pledge.id: pledge for pledge in book_on(None)}
    return LedgerPledges(
        book=tuple(record[each] if isinstance(each, str) else _pledge(each) for each in content.book),
        quotes={},
        notes=content.notes,
        corrections=tuple(
            Corrected(**{**each, "told": tuple(each["told"]), "touched": tuple(each["touched"])})
            for each in content.corrections
        ),
    )


def _pledge(parts: dict[str, Any]) -> PathwayPledge:
    return PathwayPledge(**{**parts, "assumed": tuple(parts["assumed"])})
