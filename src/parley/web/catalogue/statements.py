"""Statements and corrections as items of the catalogue: search leads to their place in the document."""

from __future__ import annotations

from collections.abc import Iterator

from parley.briefing.corrections import correction_view
from parley.briefing.shelf import party_view
from parley.briefing.speakers import said_by, speaker_in
from parley.briefing.statements import statement_view
from parley.records import Statement
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.models.statement import CorrectionWhole, StatementWhole


def statement_items(desk: Desk) -> Iterator[Item]:
    """Every statement, by date of the document, then as they stand in it."""
    for reading in desk.shelf.readings:
        for statement in sorted(reading.statements, key=desk.shelf.place):
            whole = _whole(statement, desk)
            facets = [("speaker", whole.speaker)]
            facets += [("party", whole.party.code)] if whole.party else []
            facets += [("person", whole.person)] if whole.person else []
            yield Item(
                kind="statement",
                id=whole.id,
                title=whole.speaker,
                content=whole,
                facets=facets,
                first_day=whole.date.start,
                last_day=whole.date.end,
                words=whole.words,
            )


def correction_items(desk: Desk) -> Iterator[Item]:
    """Every note of a document that it was wrong, by date of the document."""
    touched = {note.reports[0]: note.touched for note in desk.shelf.links.corrections}
    for reading in desk.shelf.readings:
        for correction in reading.corrections:
            bearing_on = touched.get(correction.id, correction.touches)
            shown = correction_view(correction, bearing_on, desk.shelf, desk.notes)
            whole = CorrectionWhole(
                id=correction.id,
                nature=shown.nature,
                words=shown.words,
                date=shown.date,
                touches=shown.touches,
                quote=desk.quotes(shown.citations)[0],
            )
            yield Item(
                kind="correction",
                id=whole.id,
                title=f"{whole.nature} in {shown.source}",
                content=whole,
                first_day=whole.date.start,
                last_day=whole.date.end,
                words=whole.words,
            )


def _whole(statement: Statement, desk: Desk) -> StatementWhole:
    attribution, document = statement.attribution, statement.document
    person = speaker_in(attribution, document, desk.shelf)
    shown = statement_view(statement, desk.shelf, desk.notes)
    party = attribution.party or (person.party if person else None)
    return StatementWhole(
        id=statement.id,
        speaker=said_by(attribution, document, desk.shelf),
        person=person.id if person else None,
        party=party_view(party) if party else None,
        quoted=shown.quoted,
        words=shown.words,
        date=shown.date,
        corrected=shown.corrected,
        quote=desk.quotes(shown.citations)[0],
    )
