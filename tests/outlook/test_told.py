"""An outlook as plain data, as rows, in one sentence, and what to know of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from parley.outlook.five import five_choices
from parley.outlook.headline import headline
from parley.outlook.project import project
from parley.outlook.remarks import remarks
from parley.outlook.rows import COLUMNS, rows
from parley.outlook.shares import share_out
from parley.outlook.told import YEARS_SHOWN, told
from parley.pathways.choices import EXTENSIONS, POLICIES, choose
from tests.outlook.making import PLEDGES, few, some_outlook


def test_the_json_has_what_readers_of_outlooks_ask_for() -> None:
    outlook = some_outlook()
    content = json.loads(json.dumps(told(outlook, share_out(outlook, few(), orders=2)), allow_nan=False))
    for key in ("choices", "emissions", "warming", "odds", "budget", "shares", "sources"):
        assert content[key], key
    for when in ("2050", "2100", "peak"):
        assert {"5", "50", "66", "95"} <= set(content["warming"][when]["quantiles"])
    assert list(content["odds"]) == ["1.5", "2", "2.5", "3"]
    assert set(content["sources"]["counted"]) <= set(content["sources"]["pledges"])
    assert content["emissions"]["2030"]["range"][0] <= content["emissions"]["2030"]["range"][1]


def test_a_figure_that_cannot_be_known_is_null_and_not_nan() -> None:
    content = told(some_outlook(), None)
    json.dumps(content, allow_nan=False)
    assert content["shares"] is None


def test_an_error_of_two_orders_is_null() -> None:
    outlook = some_outlook()
    content = told(outlook, share_out(outlook, few(), orders=2))
    assert all(each["error_k"] is None for each in content["shares"]["parties"])


def test_every_pledge_of_the_book_is_named_with_its_origin_and_source() -> None:
    content = told(some_outlook())["sources"]["pledges"]
    assert set(content) == {pledge.id for pledge in PLEDGES}
    assert content["IND-share"]["kind"] == "share"


def test_what_has_no_level_says_why() -> None:
    missing = told(some_outlook())["parties"]["IND"]["not_quantified"]
    assert [each["pledge"] for each in missing] == ["IND-share"]
    assert "no level of emissions" in missing[0]["reason"]


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_five_choices_are_said_of_every_outlook(policy: str, extension: str) -> None:
    said = five_choices(choose(policy=policy, extension=extension))  # type: ignore[arg-type]
    assert list(said) == ["net zero", "extension", "likelihood", "conditionality", "land use and scope"]
    assert all(said.values())


def test_the_headline_can_be_quoted() -> None:
    book = project(as_of=date(2021, 11, 13), ensemble=few())
    said = headline(book)
    assert said.startswith("If every Party meets its pledges of record on 13 November 2021, those of net zero too, ")
    assert f"the world is {book.median(2100):.1f} °C warmer in 2100 than in 1850–1900 (median; " in said
    assert said.count(". ") == 0


def test_the_headline_of_no_pledges_speaks_of_policies_and_of_no_book() -> None:
    said = headline(some_outlook(policy="current"))
    assert said.startswith("With the policies of today and no pledge, the world is ")


def test_the_headline_has_the_likelihood_that_is_asked_for() -> None:
    likely = some_outlook(likelihood=66)
    assert (
        f"is {likely.likely(2100):.1f} °C warmer in 2100 than in 1850–1900 (not exceeded at odds of 66 %"
        in headline(likely)
    )


def test_the_extension_follows_the_policy_unless_it_is_named() -> None:
    assert choose().extension == "net-zero"
    assert choose(policy="unconditional").extension == "constant-effort"
    assert choose(policy="unconditional", extension="flat").extension == "flat"
    assert choose(choose(policy="unconditional"), policy="net-zero").extension == "constant-effort"


def test_targets_that_change_nothing_and_pledges_without_a_level_are_remarked() -> None:
    weak = project([*PLEDGES, replace(PLEDGES[2], id="late", low=1, high=1, target_year=2031)], ensemble=few())
    found = {remark.words: [pledge.id for pledge in remark.pledges] for remark in remarks(weak)}
    assert ["IND-share"] in found.values()
    assert any("already lower" in words and "late" in pledges for words, pledges in found.items())


def test_rows_have_one_number_each_and_the_numbers_of_the_json() -> None:
    outlook = some_outlook()
    content = told(outlook)
    table = [dict(zip(COLUMNS, row, strict=True)) for row in rows(outlook)]
    assert all(isinstance(row["value"], (int, float)) or row["value"] is None for row in table)
    found = {(row["figure"], row["party"], row["quantile"], row["year"]): row["value"] for row in table}
    assert round(found["warming", "", "50", 2100], 4) == content["warming"]["2100"]["median"]  # type: ignore[call-overload]
    for year in YEARS_SHOWN:
        assert round(found["emissions", "WLD", "", year], 4) == content["emissions"][str(year)]["central"]  # type: ignore[call-overload]
