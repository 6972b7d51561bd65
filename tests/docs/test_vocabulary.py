"""The page on vocabulary names every record, field and token, and no other."""

from __future__ import annotations

import typing

import pytest

from parley.reading.lexicon import load
from parley.records import (
    REPORT_TYPES,
    Anchor,
    Attribution,
    BookEntry,
    Comparator,
    Conflict,
    Correction,
    DateBasis,
    Direction,
    Document,
    Effect,
    EngagementKind,
    EngagementStatus,
    Event,
    Firmness,
    Gas,
    Judgement,
    LinkedPerson,
    Measure,
    Mode,
    Place,
    PledgeKind,
    Qualifier,
    Quote,
    ReductionBasis,
    Repair,
    Statement,
    Verb,
)
from parley.records.ids import ID
from parley.records.verdict import Reference, Token, Verdict
from parley.terms.parties import parties
from parley.terms.when.interval import Precision
from tests.docs.making import first_column, page, rows, section

PAGE = page("reference/vocabulary.md")
TOKENS: dict[str, object] = {
    "engagement kind": EngagementKind,
    "engagement status": EngagementStatus,
    "mode": Mode,
    "pledge kind": PledgeKind,
    "reduction basis": ReductionBasis,
    "firmness": Firmness,
    "gas": Gas,
    "qualifier": Qualifier,
    "claim measure": Measure,
    "comparator": Comparator,
    "direction": Direction,
    "speech": Statement.model_fields["speech"].annotation,
    "attribution kind": Attribution.model_fields["kind"].annotation,
    "correction nature": Correction.model_fields["nature"].annotation,
    "date basis": DateBasis,
    "repair kind": Repair.model_fields["kind"].annotation,
    "precision": Precision,
    "verdict": Token,
    "as of": Reference.model_fields["as_of"].annotation,
    "conflict concerns": Conflict.model_fields["concerns"].annotation,
    "judgement verb": Verb,
}
RECORDS = (
    *(*REPORT_TYPES, LinkedPerson, Event, BookEntry, Conflict, Document, Quote, Attribution, Place),
    *(Verdict, Reference, Repair, Judgement, Anchor, Effect),
)


@pytest.mark.parametrize("name", TOKENS)
def test_every_token_is_on_the_page(name: str) -> None:
    assert first_column(section(PAGE, f"### {name}")) == list(typing.get_args(TOKENS[name]))


def test_every_stance_of_the_lexicon_is_on_the_page() -> None:
    lexicon = load("positions")
    stances = {row["stance"] for row in (*lexicon["verbs"], *lexicon["phrases"])}
    assert set(first_column(section(PAGE, "### stance"))) == stances


def test_every_issue_of_the_lexicon_is_on_the_page() -> None:
    issues = load("issues")
    assert first_column(section(PAGE, "### issue")) == [*issues["specific"], *issues["general"]]


def test_no_other_section_of_tokens_is_on_the_page() -> None:
    headings = {line[4:] for line in section(PAGE, "## Tokens").splitlines() if line.startswith("### ")}
    assert headings == {*TOKENS, "stance", "issue"}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_on_the_page(record: type[Quote]) -> None:
    fields = rows(section(PAGE, "## Fields"))[record.__name__]
    assert fields.replace("`", "").split(", ") == list(record.model_fields)


def test_every_group_of_parties_is_on_the_page() -> None:
    codes = section(PAGE, "## Codes")
    missing = [code for code, party in parties().items() if party.is_group and f"`{code}`" not in codes]
    assert missing == []


def test_every_prefix_of_an_id_is_on_the_page() -> None:
    prefixes = ID.pattern[1 : ID.pattern.index(")")].split("|")
    assert [prefix for prefix in prefixes if f"`{prefix}_`" not in section(PAGE, "## Codes")] == []
