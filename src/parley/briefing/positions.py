"""Positions by Party and issue."""

from __future__ import annotations

from parley.briefing.footnotes import Footnotes, first_words
from parley.briefing.pledges import sorted_parties
from parley.briefing.prose import and_list, capitalised, party_heading, party_in_prose, tidy, words_of
from parley.briefing.shelf import Shelf, party_view
from parley.briefing.view import PartyPositions, PartyView, PositionView
from parley.records import Position, Stance

STANCE_LABELS = {
    "supports": "supports",
    "opposes": "opposes",
    "urges": "urges",
    "links": "links to other matters",
    "separates": "keeps apart from other matters",
    "claims": "claims",
    "states": "states",
}


def positions_by_party(shelf: Shelf, notes: Footnotes) -> tuple[PartyPositions, ...]:
    """Countries, then groups; within each by issue, then by date of the first statement."""
    stances = ordered_stances(shelf)
    return tuple(
        PartyPositions(
            party=PartyView(party, party_heading(party)),
            positions=tuple(position_view(stance, shelf, notes) for stance in stances if stance.party == party),
        )
        for party in sorted_parties({stance.party for stance in stances})
    )


def ordered_stances(shelf: Shelf) -> list[Stance]:
    """The stances that these readings tell, by issue, then by date of the first telling."""
    present = [stance for stance in shelf.links.positions if shelf.present(stance.reports)]
    return sorted(present, key=lambda stance: (stance.issue, shelf.place(shelf.present(stance.reports)[0])))


def position_view(stance: Stance, shelf: Shelf, notes: Footnotes) -> PositionView:
    """A stance in its first words, with the quotes of all its statements."""
    told = [report for report in shelf.present(stance.reports) if isinstance(report, Position)]
    first = told[0]
    return PositionView(
        issue=capitalised(words_of(stance.issue)),
        stance=stance_in_words(first),
        words=first_words(first.quote),
        holder=holder_of(first, shelf),
        towards=tuple(party_view(code) for code in stance.towards),
        corrected=any(position.id in shelf.corrected for position in told),
        turn=_turn(stance, first, shelf),
        citations=notes.cite(told),
    )


def _turn(stance: Stance, first: Position, shelf: Shelf) -> str | None:
    """Since when a Party holds what it held otherwise before."""
    if not stance.departs_from:
        return None
    before = [shelf.present(one.reports) for one in shelf.links.positions if one.id in stance.departs_from]
    latest = [reports[-1] for reports in before if reports]
    if not latest:
        return None
    told = and_list([f"“{first_words(report.quote, limit=90)}”" for report in latest])
    return f"A turn, {shelf.published(first.document).words}: until then {told}"


def stance_in_words(position: Position) -> str:
    """What a Party does about an issue, and to whom: ``urges Japan``."""
    stance = STANCE_LABELS.get(position.stance, words_of(position.stance))
    addressed = and_list([party_in_prose(code) for code in position.towards])
    if not addressed:
        return stance
    return f"{stance} {addressed}" if position.stance == "urges" else f"{stance}, towards {addressed}"


def holder_of(position: Position, shelf: Shelf) -> str | None:
    """The name of who spoke for the Party, as all documents share it."""
    if not position.holder:
        return None
    person = shelf.person(position.document, position.holder)
    return person.name if person else tidy(position.holder)
