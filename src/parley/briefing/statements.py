"""Statements by speaker, quoted words first told apart from reported ones."""

from __future__ import annotations

from parley.briefing.footnotes import Footnotes
from parley.briefing.prose import tidy
from parley.briefing.shelf import Shelf
from parley.briefing.speakers import described, said_by, speaker_in
from parley.briefing.view import SpeakerStatements, StatementView
from parley.records import Statement
from parley.terms.parties import name_of

_KIND_ORDER = {"named": 0, "organisation": 1, "anonymous": 2, "outlet": 3}


def statements_by_speaker(shelf: Shelf, notes: Footnotes) -> tuple[SpeakerStatements, ...]:
    """People first, then organisations, unnamed sources and outlets; who says most comes first."""
    spoken: dict[tuple[int, str], list[Statement]] = {}
    for reading in shelf.readings:
        for statement in reading.statements:
            spoken.setdefault(_speaker(statement, shelf), []).append(statement)
    order = sorted(spoken, key=lambda speaker: (speaker[0], -len(spoken[speaker]), speaker[1]))
    return tuple(
        SpeakerStatements(
            speaker=name,
            description=_description(spoken[kind, name], shelf),
            statements=tuple(statement_view(statement, shelf, notes) for statement in spoken[kind, name]),
        )
        for kind, name in order
    )


def _speaker(statement: Statement, shelf: Shelf) -> tuple[int, str]:
    attribution = statement.attribution
    return _KIND_ORDER[attribution.kind], said_by(attribution, statement.document, shelf)


def _description(statements: list[Statement], shelf: Shelf) -> str:
    first = statements[0]
    person = speaker_in(first.attribution, first.document, shelf)
    if person:
        return described(person)
    party = next((one.attribution.party for one in statements if one.attribution.party), None)
    return name_of(party) if party else ""


def statement_view(statement: Statement, shelf: Shelf, notes: Footnotes) -> StatementView:
    """What was said, in its own words or in those that report it."""
    return StatementView(
        words=tidy(statement.quote.exact),
        quoted=statement.speech == "quoted",
        cue=statement.cue,
        source=shelf.label(statement.document),
        date=shelf.published(statement.document),
        corrected=statement.id in shelf.corrected,
        citations=notes.cite([statement]),
    )
