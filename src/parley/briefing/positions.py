"""Positions by Party and issue."""

from __future__ import annotations

from parley.briefing.footnotes import Footnotes, first_words
from parley.briefing.pledges import sorted_parties
from parley.briefing.prose import and_list, capitalised, party_heading, party_in_prose, tidy, words_of
from parley.briefing.shelf import Shelf, party_view
from parley.briefing.view import PartyPositions, PartyView, PositionView
from parley.records import Position

_STANCES = {
    "supports": "supports",
    "opposes": "opposes",
    "urges": "urges",
    "links": "links to other matters",
    "separates": "keeps apart from other matters",
    "claims": "claims",
    "states": "states",
}


def positions_by_party(shelf: Shelf, notes: Footnotes) -> tuple[PartyPositions, ...]:
    """Countries, then groups; within each by issue, then by date of document."""
    positions = [position for reading in shelf.readings for position in reading.positions]
    return tuple(
        PartyPositions(
            party=PartyView(party, party_heading(party)),
            positions=tuple(
                _position_view(position, shelf, notes)
                for position in sorted(positions, key=lambda one: one.issue)
                if position.party == party
            ),
        )
        for party in sorted_parties({position.party for position in positions})
    )


def _position_view(position: Position, shelf: Shelf, notes: Footnotes) -> PositionView:
    return PositionView(
        issue=capitalised(words_of(position.issue)),
        stance=_stance(position),
        words=first_words(position.quote),
        holder=_holder(position, shelf),
        towards=tuple(party_view(code) for code in position.towards),
        corrected=position.id in shelf.corrected,
        citations=notes.cite([position]),
    )


def _stance(position: Position) -> str:
    stance = _STANCES.get(position.stance, words_of(position.stance))
    addressed = and_list([party_in_prose(code) for code in position.towards])
    if not addressed:
        return stance
    return f"{stance} {addressed}" if position.stance == "urges" else f"{stance}, towards {addressed}"


def _holder(position: Position, shelf: Shelf) -> str | None:
    if not position.holder:
        return None
    person = shelf.person(position.document, position.holder)
    return person.name if person else tidy(position.holder)
