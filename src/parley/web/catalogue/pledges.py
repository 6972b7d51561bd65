"""The pledge book as items of the catalogue: every pledge, and a page for every Party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from parley.briefing.dates import date_view
from parley.briefing.pledges import (
    BESIDE,
    FIRMNESS_LABELS,
    pledge_in_words,
    pledge_view,
    present_entries,
    sorted_parties,
)
from parley.briefing.prose import party_heading
from parley.briefing.view import PartyView, PledgeView
from parley.errors import InventoryError
from parley.inventory.pledges_of_record import book_note, history, last_day_of_record
from parley.inventory.recorded_pledge import RecordedPledge, all_pledges
from parley.inventory.tables import remembered
from parley.pathways.areas import base_parties
from parley.records import BookEntry
from parley.records.linked import BookStep
from parley.terms.parties import parties
from parley.terms.when import Interval
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.catalogue.recorded import pledge_of_record
from parley.web.catalogue.verdicts import brief_verdict, disputed, notes_on, whole_verdict
from parley.web.models.pledge import (
    PartyBrief,
    PartyRecord,
    PledgeBrief,
    PledgeFields,
    PledgeOfRecord,
    PledgeRef,
    PledgeStep,
    PledgeWhole,
    State,
)
from parley.workflow.pledge_standing import stand_beside_record

_STATES: tuple[State, ...] = ("standing", "replaced", "beside")
_STEPS = {"first": "first told", "restated": "restated", "firmer": "firmer"}


def pledge_items(desk: Desk) -> Iterator[Item]:
    """Every pledge by Party, then by target year; behind them a page for every Party, those without pledges too."""
    entries = present_entries(desk.shelf)
    by_party: dict[str, list[BookEntry]] = {}
    for entry in entries:
        by_party.setdefault(entry.party, []).append(entry)
    for party in sorted_parties(by_party):
        for entry in sorted(by_party[party], key=lambda each: _STATES.index(_state(each))):
            yield _pledge_item(entry, desk)
    for party in sorted_parties({*by_party, *parties()}):
        yield _party_item(party, by_party.get(party, ()))


def _state(entry: BookEntry) -> State:
    if entry.firmness in BESIDE:
        return "beside"
    return "standing" if entry.standing else "replaced"


def _pledge_item(entry: BookEntry, desk: Desk) -> Item:
    whole = _whole(entry, pledge_view(entry, desk.shelf, desk.notes), desk)
    shared = {name: getattr(whole, name) for name in PledgeFields.model_fields}
    days = [step.reported for step in whole.history]
    return Item(
        kind="pledge",
        id=entry.id,
        title=f"{whole.party.name}: {whole.words}",
        content=whole,
        holds=entry.reports,
        brief=PledgeBrief(**shared, reports=len(whole.reports), conflicts=len(whole.conflicts)),
        facets=[
            ("party", entry.party),
            ("kind", entry.kind),
            ("firmness", entry.firmness),
            ("state", whole.state),
            ("record", whole.record),
            *(("document", document) for document in dict.fromkeys(report.document for report in whole.reports)),
        ],
        first_day=min((first for day in days if (first := day.start or day.end)), default=None),
        last_day=max((last for day in days if (last := day.end or day.start)), default=None),
        words=" ".join(quote.exact for step in whole.history for quote in step.quotes),
    )


def _whole(entry: BookEntry, shown: PledgeView, desk: Desk) -> PledgeWhole:
    record, checked = stand_beside_record(entry, desk.view), desk.shelf.checked(desk.view.evidence(entry))
    return PledgeWhole(
        id=entry.id,
        party=PartyView(entry.party, party_heading(entry.party)),
        words=shown.words,
        kind=entry.kind,
        firmness=entry.firmness,
        firmness_label=shown.firmness_label,
        state=_state(entry),
        gas=entry.gas,
        low=entry.low,
        high=entry.high,
        unit=entry.unit,
        base_year=entry.base_year,
        target_year=entry.target_year,
        about=entry.about,
        since=date_view(entry.since),
        change=entry.change,
        record=record.standing,
        verdict=brief_verdict(checked[0].verdict.token, "pledge") if checked else None,
        corrected=shown.corrected,
        details=tuple(words for words in shown.details if not words.startswith("replaced by:")),
        history=tuple(_step(step, desk) for step in entry.history if step.report in desk.shelf.reports),
        replaces=_refs(entry.replaces, desk),
        replaced_by=next(iter(_refs([entry.replaced_by], desk)), None) if entry.replaced_by else None,
        changed_by=desk.quotes_of(desk.shelf.present(entry.changed_by)),
        wanted=_refs(entry.listed_beside, desk),
        on_record=tuple(_recorded(name) for name in record.recorded),
        checked=whole_verdict(checked[0].verdict, "pledge") if checked else None,
        conflicts=disputed(entry.reports, desk),
        corrections=notes_on([entry.id], desk),
        reports=desk.report_refs(entry.reports),
    )


def _step(step: BookStep, desk: Desk) -> PledgeStep:
    return PledgeStep(
        report=step.report,
        reported=desk.shelf.published(step.document),
        firmness=step.firmness,
        firmness_label=FIRMNESS_LABELS[step.firmness],
        step=step.step,
        label=_STEPS[step.step],
        quotes=desk.quotes_of(desk.shelf.present([step.report])),
    )


def _refs(ids: Iterable[str], desk: Desk) -> tuple[PledgeRef, ...]:
    entries = (desk.shelf.entries[name] for name in ids if name in desk.shelf.entries)
    return tuple(
        PledgeRef(
            id=entry.id,
            words=pledge_in_words(entry, desk.shelf),
            firmness_label=FIRMNESS_LABELS[entry.firmness],
        )
        for entry in entries
        if desk.shelf.present(entry.reports)
    )


def _recorded(name: str) -> PledgeOfRecord:
    return pledge_of_record(_of_record()[name])


@remembered
def _of_record() -> dict[str, RecordedPledge]:
    return {pledge.id: pledge for pledge in all_pledges()}


def _party_item(party: str, entries: Sequence[BookEntry]) -> Item:
    counts = Counter(_state(entry) for entry in entries)
    name = party_heading(party)
    return Item(
        kind="party_pledges",
        id=party,
        title=f"Pledges of {name}",
        content=_party_record(party),
        brief=PartyBrief(
            party=PartyView(party, name),
            standing=counts["standing"],
            replaced=counts["replaced"],
            beside=counts["beside"],
        ),
        facets=[("party", party), ("told", "yes" if entries else "no")],
    )


@remembered
def _party_record(party: str) -> PartyRecord:
    """The pledges of record of a Party, those that stand and those that did; of what is none, none."""
    try:
        recorded = [pledge_of_record(pledge) for pledge in history(party)]
        note = book_note(party)
    except InventoryError:
        recorded, note = [], ""
    return PartyRecord(
        party=PartyView(party, party_heading(party)),
        on_record=tuple(pledge for pledge in recorded if pledge.stands),
        past_record=tuple(pledge for pledge in recorded if not pledge.stands),
        record_day=date_view(Interval.day(last_day_of_record())).words,
        note=note,
        has_pathway=party in base_parties(),
    )
