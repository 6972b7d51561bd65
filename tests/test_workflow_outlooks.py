"""What is asked of an outlook, and how a ledger's pledges take their place in the book of record."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import parley
from parley import workflow
from parley.errors import UsageError
from parley.ledger import Ledger
from parley.pathways.book import book_on
from parley.records import Document, Pledge, Quote, Reading
from parley.workflow.ledger_pledges import LedgerPledges, over_record
from tests.ledger.making import make_document
from tests.outlook.making import PLEDGES, few

DAY = date(2021, 11, 30)
WORDS = "The government said it had made this pledge."


@pytest.fixture(autouse=True)
def few_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.workflow.load_ensemble", lambda path=None: few())


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "pledges.db")


def told(ledger: Ledger, published: str | None = "2021-11-20", **fields: Any) -> Pledge:
    """A pledge that a document of its own reports, in the ledger."""
    text = f"{WORDS} {len(list(ledger.documents()))} {fields}"
    document: Document = make_document(text, f"{len(list(ledger.documents()))}.txt", published)
    quote = Quote.of(document.text, 0, len(WORDS))
    pledge = Pledge(document=document.id, quotes=(quote,), **{"qualifier": "by", **fields})
    ledger.add(Reading(document=document, reader="by-hand/1", pledges=(pledge,)))
    return pledge


def over(ledger: Ledger, as_of: date | None = None) -> LedgerPledges:
    return over_record(book_on(DAY), ledger, as_of, DAY)


def of(found: LedgerPledges, party: str, kind: str, year: int | None = None) -> list[str]:
    return [
        each.id for each in found.book if (each.party, each.kind) == (party, kind) and year in (None, each.target_year)
    ]


def test_a_pledge_of_a_document_takes_the_place_of_that_of_record(ledger: Ledger) -> None:
    pledge = told(ledger, party="CHN", kind="net_zero", target_year=2050)
    found = over(ledger)
    assert of(found, "CHN", "net_zero") == [pledge.id]
    assert [quoted.words for quoted in found.quotes[pledge.id]] == [WORDS]
    assert found.notes == ()


def test_a_pledge_that_the_record_has_changes_nothing_and_has_the_words_of_the_document_beside_it(
    ledger: Ledger,
) -> None:
    told(ledger, party="EUU", kind="reduction", low=55, high=55, unit="%", target_year=2030)
    found = over(ledger)
    assert found.book == book_on(DAY)
    assert [quoted.words for quoted in found.quotes["EUU-2020-12-11-reduction-2030"]] == [WORDS]
    assert found.notes == ()


def test_what_the_document_leaves_open_is_as_in_the_record_and_said(ledger: Ledger) -> None:
    pledge = told(ledger, party="EUU", kind="reduction", low=60, high=60, unit="%", target_year=2030)
    mine = next(each for each in over(ledger).book if each.id == pledge.id)
    record = next(each for each in book_on(DAY) if each.id == "EUU-2020-12-11-reduction-2030")
    assert (mine.base_year, mine.basis, mine.lulucf) == (record.base_year, record.basis, record.lulucf)
    assert mine.assumed[-1] == "what the words leave open as in EUU-2020-12-11-reduction-2030"
    assert mine.origin == "document"


def test_another_value_keeps_its_own_number_and_no_published_level(ledger: Ledger) -> None:
    pledge = told(ledger, party="EUU", kind="reduction", low=60, high=60, unit="%", target_year=2030)
    mine = next(each for each in over(ledger).book if each.id == pledge.id)
    assert (mine.low, mine.base_year, mine.level_low_mtco2e) == (60, 1990, None)


@pytest.mark.parametrize("firmness", ["urged", "proposed", "drafted", "achieved"])
def test_what_is_not_pledged_changes_nothing(ledger: Ledger, firmness: str) -> None:
    told(ledger, party="CHN", kind="net_zero", target_year=2050, firmness=firmness)
    assert over(ledger).book == book_on(DAY)


@pytest.mark.parametrize("firmness", ["planned", "pledged", "in_policy", "in_law"])
def test_what_is_planned_counts_with_what_is_pledged(ledger: Ledger, firmness: str) -> None:
    pledge = told(ledger, party="CHN", kind="net_zero", target_year=2050, firmness=firmness)
    assert of(over(ledger), "CHN", "net_zero") == [pledge.id]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"kind": "net_zero", "party": "SOM"}, "it names no target year"),
        (
            {"kind": "capacity", "target_year": 2030, "low": 500, "high": 500, "unit": "GW"},
            "it is not of emissions",
        ),
        (
            {"kind": "reduction", "target_year": 2033, "low": 20, "high": 20, "unit": "%"},
            "it does not say what the reduction is measured from",
        ),
        (
            {"kind": "reduction", "basis": "absolute", "target_year": 2033, "low": 90, "high": 90, "unit": "MtCO2e"},
            "may be of one sector",
        ),
    ],
)
def test_what_has_no_place_is_left_aside_and_said(ledger: Ledger, fields: dict[str, Any], why: str) -> None:
    pledge = told(ledger, **{"party": "CHN", **fields})
    found = over(ledger)
    assert found.book == book_on(DAY)
    assert len(found.notes) == 1
    assert pledge.id in found.notes[0]
    assert why in found.notes[0]


def test_what_the_record_knows_of_a_later_day_stays(ledger: Ledger) -> None:
    told(
        ledger,
        "2020-12-01",
        party="USA",
        kind="reduction",
        low=26,
        high=28,
        unit="%",
        target_year=2030,
        basis="base_year",
        base_year=2005,
    )
    found = over(ledger)
    assert of(found, "USA", "reduction", 2030) == ["USA-2021-04-22-reduction-2030"]
    assert found.notes[0].endswith("not counted, as the book has a later one, of 2021-04-22")


def test_a_party_that_has_left_since_does_not_come_back_by_an_old_document(ledger: Ledger) -> None:
    told(ledger, "2024-06-01", party="USA", kind="net_zero", target_year=2050)
    day = date(2025, 6, 1)
    found = over_record(book_on(day), ledger, None, day)
    assert of(found, "USA", "net_zero") == []
    assert "announced on 2025-01-20 that it leaves" in found.notes[0]


def test_the_newest_document_of_a_pledge_counts(ledger: Ledger) -> None:
    told(ledger, "2021-11-25", party="IND", kind="net_zero", target_year=2060)
    told(ledger, "2021-11-20", party="IND", kind="net_zero", target_year=2075)
    assert [each.target_year for each in over(ledger).book if (each.party, each.kind) == ("IND", "net_zero")] == [2060]


def test_documents_after_the_day_asked_for_and_without_a_day_do_not_count(ledger: Ledger) -> None:
    told(ledger, "2021-12-24", party="CHN", kind="net_zero", target_year=2050)
    told(ledger, None, party="IND", kind="net_zero", target_year=2050)
    assert over(ledger, DAY).book == book_on(DAY)
    assert over(ledger).book != book_on(DAY)


def test_a_member_of_the_eu_adds_nothing(ledger: Ledger) -> None:
    told(ledger, party="FRA", kind="net_zero", target_year=2030)
    plain = workflow.outlook_of(workflow.ask(as_of=str(DAY)))
    beside = workflow.outlook_of(workflow.ask("ledger", as_of=str(DAY)), ledger)
    assert beside.median(2100) == plain.median(2100)


def test_sources_of_a_degree_lead_to_quotes(ledger: Ledger) -> None:
    pledge = told(ledger, party="CHN", kind="net_zero", target_year=2050)
    sources, answer = workflow.sources_of_figure("warming.2100", workflow.ask("ledger", as_of=str(DAY)), ledger)
    assert pledge.id in [each.id for each in sources.pledges]
    assert answer.quotes[pledge.id][0].words == WORDS
    assert answer.quotes[pledge.id][0].published == "2021-11-20"
    assert isinstance(ledger.get(pledge.id), Pledge)


def test_a_ledger_has_to_be_given() -> None:
    with pytest.raises(UsageError, match="needs a ledger"):
        workflow.outlook_of(workflow.ask("ledger"))


class TestAsking:
    def test_words_say_the_same_as_options(self) -> None:
        said = "policy=unconditional 2021-11-13 likelihood=66 withdraw=USA,BRA data-year=2019 hot-air "
        said += 'set="CHN net_zero 2050"'
        asked = workflow.ask(
            as_of="2021-11-13",
            policy="unconditional",
            likelihood=66,
            withdraw=["USA", "BRA"],
            data_year=2019,
            hot_air=True,
            wishes=["CHN net_zero 2050"],
        )
        assert workflow.ask_in_words(said) == asked
        assert workflow.ask_in_words("") == workflow.ask()

    @pytest.mark.parametrize(("words", "day"), [("2021", (2021, 12, 31)), ("2021-11", (2021, 11, 30))])
    def test_of_a_month_or_year_the_last_day_is_meant(self, words: str, day: tuple[int, int, int]) -> None:
        assert workflow.ask(as_of=words).as_of == date(*day)

    @pytest.mark.parametrize(
        ("words", "why"),
        [
            ("2014-12-31", "which begin in 2015"),
            ("someday", "is not a day, month or year"),
            ("2020 2021", "names two days"),
            ("policy=strict", "'strict' is no policy"),
            ("likelihood=most", "is no whole number"),
            ("hot-air=warm", "neither yes nor no"),
            ("withdraw=DEU", "Germany is within the EU's target"),
            ("withdraw=G20", "is no Party with a pathway of its own"),
            ('set="FRA net_zero 2040"', "France is within the EU's target"),
            ('set="CHN net_zero 2020"', "emissions are known to 2023"),
            ('set="CHN', "a quotation mark that does not close"),
            ("colour=red", "is no choice; there are policy"),
            ("2021 pledges=mine.csv", "have no dates"),
        ],
    )
    def test_what_cannot_be_is_refused_in_words(self, words: str, why: str) -> None:
        with pytest.raises(UsageError) as caught:
            workflow.ask_in_words(words)
        assert why in str(caught.value)


def test_a_day_after_the_record_is_its_last_day_and_said() -> None:
    found = workflow.outlook_of(workflow.ask(as_of="2050"))
    assert found.as_of is not None
    assert found.as_of.year < 2050
    assert found.notes[0].startswith("the book of record ends on ")


def test_a_wish_takes_the_place_of_a_pledge_and_is_named() -> None:
    found = workflow.outlook_of(workflow.ask(as_of="2021-11-13", wishes=["CHN net_zero 2040"], withdraw=["IND"]))
    assert found.name == "pledges of record of 2021-11-13; CHN net_zero 2040; without IND"
    assert found.pathway("CHN").net_zero is not None
    assert found.pathway("CHN").net_zero.target_year == 2040
    assert found.pathway("IND").pledges == ()


def test_a_file_of_pledges_is_the_whole_book(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("party,kind,target_year\nCHN,net_zero,2050\n", encoding="utf-8")
    found = workflow.outlook_of(workflow.ask(str(path)))
    assert [pledge.party for pledge in found.pledges] == ["CHN"]
    assert (found.as_of, found.name) == (None, "pledges of mine.csv")


def test_python_projects_with_choices_as_keywords() -> None:
    found = parley.project(PLEDGES, ensemble=few(), policy="unconditional", likelihood=66)
    assert isinstance(found, parley.Outlook)
    assert (found.choices.policy, found.choices.extension, found.choices.likelihood) == (
        *("unconditional", "constant-effort", 66),
    )
    with pytest.raises(UsageError, match="'strict' is no policy"):
        parley.project(PLEDGES, ensemble=few(), policy="strict")  # type: ignore[arg-type]
