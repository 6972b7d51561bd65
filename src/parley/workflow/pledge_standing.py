"""How what a ledger's book says of a Party stands beside the pledges of record: known, different or new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.errors import InventoryError
from parley.inventory.pledges_of_record import history
from parley.inventory.recorded_pledge import RecordedPledge
from parley.pathways.beside_record import WITH_LEVEL, repeats
from parley.pathways.recorded import of_record
from parley.pathways.reported import of_report
from parley.records import BookEntry, Pledge
from parley.workflow.ledger_view import View

_TOLD = frozenset(["planned", "pledged", "in_policy", "in_law", "achieved"])


@dataclass(frozen=True, slots=True)
class BesideRecord:
    """``standing`` is "" where the record has no pledges of this kind; ``recorded`` are the pledges compared with.

    ``known``: a pledge of record says the same, at the time of the documents or now. ``different``: the Party has one
    of this kind (a cut: for this year), but another. ``new``: it has none.
    """

    standing: Literal["known", "different", "new", ""]
    recorded: tuple[str, ...] = ()
    since: date | None = None


def stand_beside_record(entry: BookEntry, shown: View) -> BesideRecord:
    """Compare an entry with all pledges of record of its Party, past ones too."""
    reports = [report for report in shown.evidence(entry) if isinstance(report, Pledge)]
    if entry.kind not in WITH_LEVEL or entry.firmness not in _TOLD:
        return BesideRecord("")
    try:
        recorded = history(entry.party)
    except InventoryError:
        return BesideRecord("")
    fullest = max(reports, key=lambda report: (report.low is not None, report.base_year is not None))
    same = [pledge for pledge in recorded if _repeats(fullest, pledge, shown)]
    if same:
        return BesideRecord("known", tuple(pledge.id for pledge in same), same[0].since)
    alike = [pledge for pledge in recorded if _is_alike(entry, pledge)]
    if alike:
        return BesideRecord("different", tuple(pledge.id for pledge in alike), alike[-1].since)
    return BesideRecord("new")


def _repeats(report: Pledge, recorded: RecordedPledge, shown: View) -> bool:
    published = shown.documents[report.document].published
    day = (published.end or published.anchor) if published else recorded.since
    return repeats(of_report(report, day), of_record(recorded, max(day, recorded.since)))


def _is_alike(entry: BookEntry, recorded: RecordedPledge) -> bool:
    of_one_kind = recorded.kind == entry.kind and entry.about in (None, recorded.about)
    return of_one_kind and (entry.kind != "reduction" or recorded.target_year == entry.target_year)
