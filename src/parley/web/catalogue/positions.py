"""Positions as items of the catalogue: stances with every telling, and the matrix of Parties by issues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from parley.briefing.dates import date_view
from parley.briefing.footnotes import first_words
from parley.briefing.pledges import sorted_parties
from parley.briefing.positions import STANCE_LABELS, holder_of, ordered_stances, position_view
from parley.briefing.prose import capitalised, party_heading, words_of
from parley.briefing.shelf import party_view
from parley.briefing.view import PartyView
from parley.records import Position, Stance
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.models.common import Facet
from parley.web.models.position import (
    Matrix,
    MatrixCell,
    MatrixRow,
    MatrixStance,
    StanceBrief,
    StanceWhole,
    Telling,
)


def issue_label(issue: str) -> str:
    """``Human rights``."""
    return capitalised(words_of(issue))


def stance_label(position: Position | Stance) -> str:
    """``links to other matters``."""
    return STANCE_LABELS.get(position.stance, words_of(position.stance))


def position_items(desk: Desk) -> Iterator[Item]:
    """Every stance, by Party, issue and date of the first telling; then the matrix, which is found by no word."""
    stances = ordered_stances(desk.shelf)
    places = {code: place for place, code in enumerate(sorted_parties({stance.party for stance in stances}))}
    wholes = [_whole(stance, desk) for stance in sorted(stances, key=lambda stance: places[stance.party])]
    for whole in wholes:
        facets = [("party", whole.party.code), ("issue", whole.issue), ("stance", whole.stance)]
        facets += [("towards", party.code) for party in whole.towards]
        facets += [("turned", "yes")] if whole.turned else []
        yield Item(
            kind="position",
            id=whole.id,
            title=f"{whole.party.name} {whole.phrase}: {whole.issue_label.lower()}",
            content=whole,
            brief=StanceBrief.model_validate(whole.model_dump(include=set(StanceBrief.model_fields))),
            facets=facets,
            first_day=whole.since.start,
            last_day=whole.until.end,
            words=" ".join(telling.quote.exact for telling in whole.tellings),
        )
    yield Item(kind="matrix", id="positions", title="", content=_matrix(wholes))


def _whole(stance: Stance, desk: Desk) -> StanceWhole:
    shelf = desk.shelf
    shown = position_view(stance, shelf, desk.notes)
    told = [report for report in shelf.present(stance.reports) if isinstance(report, Position)]
    return StanceWhole(
        id=stance.id,
        party=PartyView(stance.party, party_heading(stance.party)),
        issue=stance.issue,
        issue_label=issue_label(stance.issue),
        stance=stance.stance,
        stance_label=stance_label(stance),
        phrase=shown.stance,
        towards=tuple(party_view(code) for code in stance.towards),
        words=first_words(told[0].quote),
        since=date_view(stance.since),
        until=date_view(stance.until),
        told=len(told),
        turned=bool(stance.departs_from),
        corrected=shown.corrected,
        turn=shown.turn,
        departs_from=stance.departs_from,
        tellings=tuple(_telling(report, desk) for report in told),
    )


def _telling(position: Position, desk: Desk) -> Telling:
    shelf = desk.shelf
    person = None
    if position.holder:
        person = shelf.person(position.document, position.holder) or shelf.person_called(position.holder)
    return Telling(
        id=position.id,
        date=shelf.published(position.document),
        holder=holder_of(position, shelf),
        person=person.id if person else None,
        corrected=position.id in shelf.corrected,
        quote=desk.quotes(desk.notes.cite([position], most=1))[0],
    )


def _matrix(wholes: Sequence[StanceWhole]) -> Matrix:
    told: dict[str, int] = defaultdict(int)
    cells: dict[str, dict[str, list[StanceWhole]]] = defaultdict(lambda: defaultdict(list))
    for whole in wholes:
        told[whole.issue] += whole.told
        cells[whole.party.code][whole.issue].append(whole)
    issues = sorted(told, key=lambda issue: (-told[issue], issue))
    return Matrix(
        issues=tuple(Facet(value=issue, label=issue_label(issue), count=told[issue]) for issue in issues),
        rows=tuple(
            MatrixRow(
                party=PartyView(code, party_heading(code)),
                cells=tuple(_cell(issue, row[issue]) for issue in issues if issue in row),
            )
            for code, row in cells.items()
        ),
    )


def _cell(issue: str, wholes: Sequence[StanceWhole]) -> MatrixCell:
    by_stance: dict[str, list[StanceWhole]] = {}
    for whole in wholes:
        by_stance.setdefault(whole.stance, []).append(whole)
    return MatrixCell(
        issue=issue,
        stances=tuple(
            MatrixStance(
                stance=stance,
                label=STANCE_LABELS.get(stance, words_of(stance)),
                told=sum(whole.told for whole in alike),
                turned=any(whole.turned for whole in alike),
            )
            for stance, alike in by_stance.items()
        ),
    )
