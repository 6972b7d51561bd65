"""``parley outlook``: what it prints, draws, refuses."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import parley
from parley.climate import Ensemble
from parley.outlook.since_paris import since_paris
from tests.cli.conftest import Run
from tests.outlook.making import few as few_members

SNAPSHOTS = Path(__file__).parent / "snapshots"
PLEDGES = """\
id,party,kind,target_year,low,high,unit,basis,base_year,gas,lulucf
china-net-zero,CHN,net_zero,2060,,,,,,CO2,
china-peak,CHN,peak,2030,,,,,,CO2,
eu-cut,EUU,reduction,2030,55,55,%,base_year,1990,GHG,excluded
us-cut,USA,reduction,2030,50,52,%,base_year,2005,GHG,excluded
nz-cut,NZL,reduction,2030,1,1,%,base_year,2005,GHG,excluded
india-power,IND,share,2030,50,50,%,,,,
"""


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> Ensemble:
    """A few members of our own ensemble, run in its place."""
    monkeypatch.setattr("parley.workflow.load_ensemble", lambda path=None: few_members())
    return few_members()


@pytest.fixture
def mine(tmp_path: Path) -> str:
    """A file of a few pledges in the folder where commands run."""
    (tmp_path / "mine.csv").write_text(PLEDGES, encoding="utf-8")
    return "mine.csv"


def rows(stdout: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(stdout)))


def section(stdout: str, title: str) -> list[str]:
    """The lines of a section of the table."""
    found = re.search(rf"^{re.escape(title)}.*\n((?:.+\n)+)", stdout, re.M)
    assert found, title
    return found[1].splitlines()


def test_the_table_reads_as_it_did(run: Run, mine: str) -> None:
    """Delete the snapshot and run again to accept a change; then read the difference before committing it."""
    done = run("outlook", "--pledges", mine, "--add-coal", "CHN 200 GW")
    assert done.exit_code == 0, done.stderr
    snapshot = SNAPSHOTS / "outlook.txt"
    said = "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"
    if not snapshot.exists():
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(said, "utf-8")
        pytest.fail(f"{snapshot} was missing and has been written; read it, then run again")
    assert said == snapshot.read_text("utf-8")


def test_the_outlook_begins_with_a_sentence_and_has_all_that_is_asked_of_it(run: Run) -> None:
    done = run("outlook", "--as-of", "2021-11-13")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("If every Party meets its pledges of record on 13 November 2021, those of net zero")
    assert len(section(done.stdout, "Five choices decide most")) == 5
    assert [line.split()[0] for line in section(done.stdout, "Warming above 1850–1900")[1:]] == ["2050", "2100", "peak"]
    shares = section(done.stdout, "What pledges change the median of 2100 by")
    assert [line for line in shares if line.startswith("China")]
    assert len([line for line in shares if re.match(r"\S.* −0\.\d{3} ", line)]) >= 11
    assert section(done.stdout, "To know")
    assert any("EDGAR" in line for line in section(done.stdout, "Sources"))
    assert all(len(line) <= 200 for line in done.stdout.splitlines())


def test_shares_can_be_left_out(run: Run, mine: str) -> None:
    said = run("outlook", "--pledges", mine, "--no-shares")
    assert "What pledges change" not in said.stdout
    assert json.loads(run("outlook", "--pledges", mine, "--no-shares", "--format", "json").stdout)["shares"] is None


def test_json_csv_and_iamc_hold_the_same_numbers(run: Run, mine: str) -> None:
    asked = ("outlook", "--pledges", mine, "--format")
    content = json.loads(run(*asked, "json").stdout)
    table = {
        (row["figure"], row["party"], row["quantile"], row["year"]): row["value"]
        for row in rows(run(*asked, "csv").stdout)
    }
    iamc = {(row["region"], row["variable"]): row for row in rows(run(*asked, "iamc").stdout)}
    median = content["warming"]["2100"]["median"]
    assert float(table["warming", "", "50", "2100"]) == pytest.approx(median, abs=1e-4)
    percentile = next(row for (_, name), row in iamc.items() if name.endswith("50.0th Percentile"))
    assert float(percentile["2100"]) == pytest.approx(median, abs=1e-4)
    shares = {each["party"]: each["change_k"] for each in content["shares"]["parties"]}
    assert sum(shares.values()) == pytest.approx(content["shares"]["whole_k"], abs=1e-9)
    assert {"CHN", "EUU", "USA"} <= set(shares)


@pytest.mark.parametrize("form", ["table", "json", "csv", "iamc"])
def test_a_second_run_writes_the_same_bytes(run: Run, mine: str, form: str) -> None:
    first, second = (run("outlook", "--pledges", mine, "--format", form) for _ in range(2))
    assert first.exit_code == 0, first.stderr
    assert first.stdout == second.stdout


def test_the_figures_are_those_of_python(run: Run, few: Ensemble) -> None:
    options = (
        "--policy",
        "unconditional",
        "--likelihood",
        "66",
        "--data-year",
        "2021",
        "--hot-air",
        "--leaving",
        "effective",
    )
    said = json.loads(run("outlook", "--as-of", "2021-11-13", *options, "--no-shares", "--format", "json").stdout)
    found = parley.project(
        as_of=date(2021, 11, 13),
        ensemble=few,
        policy="unconditional",
        likelihood=66,
        data_year=2021,
        hot_air=True,
        leaving="effective",
    )
    assert said["warming"]["headline"] == round(found.headline(), 4)
    assert said["choices"]["extension"] == "constant-effort"
    assert said["as_of"] == "2021-11-13"


def test_a_wish_and_a_withdrawal_change_the_outlook(run: Run) -> None:
    def median(*options: str) -> float:
        done = run("outlook", "--as-of", "2021-11-13", "--no-shares", "--format", "json", *options)
        found: float = json.loads(done.stdout)["warming"]["2100"]["median"]
        return found

    plain = median()
    assert median("--set", "CHN net_zero 2045") < plain
    assert median("--set", "CHN net_zero 2090") > plain
    assert median("--withdraw", "China", "--withdraw", "IND") > median("--withdraw", "CHN") > plain


def test_added_coal_is_told_with_its_budget_and_odds(run: Run) -> None:
    content = json.loads(
        run("outlook", "--no-shares", "--format", "json", "--add-coal", "IND 50000 MW from 2030").stdout
    )
    coal = content["added_coal"]
    assert (coal["party"], coal["gw"], coal["first_year"]) == ("IND", 50, 2030)
    assert coal["committed_gtco2"]["low"] < coal["committed_gtco2"]["central"] < coal["committed_gtco2"]["high"]
    assert coal["budget_1.5_percent"] > 0
    assert set(coal["odds_change"]) == {"1.5", "2", "2.5", "3"}


def test_a_chart_is_drawn_as_svg_or_png(run: Run, mine: str, tmp_path: Path) -> None:
    for name in ("one.svg", "two.PNG"):
        done = run("outlook", "--pledges", mine, "--no-shares", "--plot", name)
        assert done.exit_code == 0, done.stderr
    assert "as pledged" in ElementTree.tostring(ElementTree.parse(tmp_path / "one.svg").getroot(), encoding="unicode")
    assert (tmp_path / "two.PNG").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--pledges", "none.csv"], "cannot be read: No such file"),
        (["--pledges", "mine.doc"], "neither record, ledger, a .csv nor a .jsonl file"),
        (["--pledges", "bad.csv"], "bad.csv, line 3: kind 'hope' is not known"),
        (["--as-of", "2014"], "which begin in 2015"),
        (["--as-of", "soon"], "is not a day, month or year"),
        (["--policy", "strong"], "is not one of"),
        (["--likelihood", "60"], "neither 50 nor 66"),
        (["--set", "XXX net_zero 2050"], "'XXX' is no Party"),
        (["--set", "DEU net_zero 2045"], "Germany is within the EU's target"),
        (["--set", "CHN wish 2045"], "is no wish that can be read"),
        (["--set", "CHN net_zero 2345"], "no later than 2100"),
        (["--set", "CHN net_zero 2019"], "emissions are known to 2023"),
        (["--withdraw", "Atlantis"], "'Atlantis' is no Party"),
        (["--add-coal", "CHN -5 GW"], "-5 GW of coal cannot be added"),
        (["--add-coal", "CHN 1e9 GW"], "is no capacity of coal"),
        (["--add-coal", "CHN 90000 GW"], "several times what the world runs"),
        (["--add-coal", "CHN 200 GW from 2010"], "plants cannot begin in 2010"),
        (["--add-coal", "POL 2 GW"], "Poland is within the EU's target"),
        (["--data-year", "1999"], "the data year is from"),
        (["--plot", "chart.pdf"], "neither an .svg nor a .png file"),
        (["--plot", "nowhere/chart.svg"], "cannot be written"),
        (["--ledger", "parley.db"], "read for --pledges ledger only"),
        (["--as-of", "2020", "why", "2020", "2021"], "options stand after the command: parley outlook why"),
        (["why", "2020", "colour=red"], "is no choice"),
        (["sources", "sea.2100"], "is no figure of an outlook"),
        (["since-paris", "--plot", "chart.gif"], "neither an .svg nor a .png file"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(run: Run, tmp_path: Path, options: list[str], why: str) -> None:
    (tmp_path / "bad.csv").write_text("party,kind,target_year\nCHN,net_zero,2050\nIND,hope,2050\n", encoding="utf-8")
    done = run("outlook", *options)
    assert done.exit_code == 2, done.stdout
    assert done.stdout == ""
    assert why in done.stderr
    assert done.stderr.startswith("parley: ")
    assert done.stderr.count("\n") == 1


def test_a_ledger_that_is_not_there_has_its_own_exit_code(run: Run) -> None:
    done = run("outlook", "--pledges", "ledger", "--ledger", "none.db")
    assert done.exit_code == 3
    assert "there is no ledger at none.db" in done.stderr


def test_a_ledger_of_stories_is_put_over_the_record(run: Run, ledger_file: Path) -> None:
    done = run(
        "outlook",
        "--pledges",
        "ledger",
        "--ledger",
        ledger_file,
        "--as-of",
        "2021-12-31",
        "--format",
        "json",
        "--no-shares",
    )
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["outlook"] == "pledges of record of 2021-12-31 under those of the ledger"


def test_a_file_with_a_hostile_name_and_ids_is_shown_harmlessly(run: Run, tmp_path: Path) -> None:
    name = "red\x1b[31m.csv"
    (tmp_path / name).write_text('id,party,kind,target_year\n"=cmd\x1b[2J",CHN,net_zero,2050\n', encoding="utf-8")
    for options in ((), ("sources", "warming.2100")):
        done = run("outlook", *options, "--pledges", name)
        assert done.exit_code == 0, done.stderr
        assert "\x1b" not in done.stdout
    assert run("outlook", "--pledges", name, "--plot", "chart.svg", "--no-shares").exit_code == 0
    table = run("outlook", "--pledges", name, "--format", "csv").stdout
    assert not re.search(r"(^|,)\"?=cmd", table, re.M)
    ElementTree.parse(tmp_path / "chart.svg")


class TestWhy:
    def test_a_difference_is_told_in_a_sentence_and_in_parts(self, run: Run) -> None:
        done = run("outlook", "why", "2020-09-01", "2021-11-13")
        assert done.exit_code == 0, done.stderr
        assert done.stdout.startswith("From pledges of record of 2020-09-01 to pledges of record of 2021-11-13 ")
        parts = section(done.stdout, "The difference of the medians of 2100")
        assert [line.split()[0] for line in parts[1:]] == ["pledges", "withdrawals", "method", "data", "together"]
        assert any(line.startswith("came back") and "USA" in line for line in section(done.stdout, "What changed"))

    def test_csv_and_json_have_the_same_parts_which_sum(self, run: Run) -> None:
        asked = ("outlook", "why", "2021-11-13 policy=unconditional", "2021-11-13 data-year=2019", "--format")
        content = json.loads(run(*asked, "json").stdout)
        table = {row["part"]: float(row["change_k"]) for row in rows(run(*asked, "csv").stdout)}
        assert table == {**content["parts_k"], "whole": content["whole_k"]}
        assert sum(content["parts_k"].values()) == pytest.approx(content["whole_k"], abs=1e-9)
        assert content["choices"]["policy"] == {"first": "unconditional", "second": "net-zero"}


class TestSources:
    def test_a_figure_is_told_down_to_steps_and_data(self, run: Run, mine: str) -> None:
        done = run("outlook", "sources", "warming.2100", "--pledges", mine, "--parties", "2")
        assert done.exit_code == 0, done.stderr
        assert done.stdout.startswith("warming.2100 is ")
        china = section(done.stdout, "China: ")
        assert any(line.startswith("china-net-zero") for line in china)
        assert any(line.startswith("  step") for line in china)
        assert "more; --parties" in done.stdout
        assert any("EDGAR" in line for line in section(done.stdout, "Data"))

    def test_csv_and_json_name_the_same_pledges(self, run: Run, mine: str) -> None:
        asked = ("outlook", "sources", "emissions.2030", "--pledges", mine, "--format")
        content = json.loads(run(*asked, "json").stdout)
        named = {pledge["id"] for party in content["parties"] for pledge in party["pledges"]}
        assert {row["pledge"] for row in rows(run(*asked, "csv").stdout)} - {""} == named
        assert "eu-cut" in named


class TestSinceParis:
    @pytest.fixture(autouse=True)
    def few_days(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from tests.outlook.test_since_paris import DAYS

        monkeypatch.setattr(
            "parley.outlook.since_paris.since_paris",
            lambda choices, ensemble: since_paris(choices, ensemble, DAYS),
        )

    def test_days_are_listed_with_what_moved_them(self, run: Run) -> None:
        done = run("outlook", "since-paris")
        assert done.exit_code == 0, done.stderr
        assert done.stdout.startswith("From 12 December 2015 to 31 December 2025 the median warming of 2100")
        listed = section(done.stdout, "Days that moved the median of 2100")
        assert any(line.startswith("2025-01-20") and "United States leaves" in line for line in listed)

    def test_csv_and_json_have_the_same_days(self, run: Run) -> None:
        content = json.loads(run("outlook", "since-paris", "--format", "json").stdout)
        table = rows(run("outlook", "since-paris", "--format", "csv").stdout)
        assert [row["day"] for row in table] == [each["day"] for each in content["days"]]
        assert content["choices"]["policy"] == "net-zero"

    def test_a_chart_is_drawn(self, run: Run, tmp_path: Path) -> None:
        assert run("outlook", "since-paris", "--plot", "moves.svg").exit_code == 0
        assert "Since Paris" in (tmp_path / "moves.svg").read_text(encoding="utf-8")


class TestCorrections:
    """Documents are read by the real rules, one after another, and the outlook of the ledger is asked for each time."""

    STORY = "date 2024-06-01\n\nBrazil has pledged to reach net zero by 2040. India keeps to net zero by 2070.\n"
    NOTE = "Correction: An earlier version of this article misstated Brazil's pledge of net zero."
    OTHER = "date 2024-06-02\n\nBrazil will be carbon neutral by 2040, its government has promised.\n"
    ASKED = ("--pledges", "ledger", "--ledger", "told.db")

    @pytest.fixture
    def read(self, run: Run, tmp_path: Path) -> Callable[[str, str], None]:
        def read(name: str, text: str) -> None:
            (tmp_path / name).write_text(text, encoding="utf-8")
            done = run("read", name, "--ledger", "told.db")
            assert done.exit_code == 0, done.stderr

        return read

    def content(self, run: Run, *options: str) -> dict[str, Any]:
        done = run("outlook", *self.ASKED, "--no-shares", "--format", "json", *options)
        assert done.exit_code == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def test_a_correction_that_is_read_later_takes_the_pledge_out(self, run: Run, read: Callable[..., None]) -> None:
        read("story.txt", self.STORY)
        before = self.content(run)
        assert before["parties"]["BRA"]["net_zero"] == 2040
        assert (before["corrections"], before["notes"]) == ([], [])
        read("later.txt", f"{self.STORY.replace('06-01', '06-04')}\n{self.NOTE}\n")
        after = self.content(run)
        record = json.loads(run("outlook", "--no-shares", "--format", "json").stdout)
        assert after["parties"]["BRA"]["net_zero"] == record["parties"]["BRA"]["net_zero"]
        assert after["warming"] == record["warming"]
        assert f"not counted, as its source has corrected it: “{self.NOTE}” (later.txt, " in after["notes"][0]

    def test_one_that_another_source_tells_stays_and_is_marked_wherever_an_outlook_is_told(
        self, run: Run, read: Callable[..., None]
    ) -> None:
        read("story.txt", self.STORY)
        read("other.txt", self.OTHER)
        read("later.txt", f"{self.STORY.replace('06-01', '06-04')}\n{self.NOTE}\n")
        content = self.content(run)
        (mark,) = content["corrections"]
        assert content["parties"]["BRA"]["net_zero"] == 2040
        assert (mark["party"], mark["words"], mark["source"]) == ("BRA", self.NOTE, "later.txt")
        table = run("outlook", *self.ASKED, "--no-shares").stdout
        assert "2 of 3 reports" in " ".join(section(table, "Rests on pledges that a source has corrected"))
        sources = run("outlook", "sources", "warming.2100", *self.ASKED, "--parties", "1").stdout
        assert mark["correction"] in " ".join(section(sources, "Rests on pledges that a source has corrected"))
        why = run("outlook", "why", "pledges=record", "pledges=ledger", "--ledger", "told.db").stdout
        assert mark["correction"] in " ".join(section(why, "Rests on pledges that a source has corrected"))
        for form in ("csv", "iamc"):
            done = run("outlook", *self.ASKED, "--no-shares", "--format", form)
            assert f"note: {mark['pledge']} counts, though a source corrected it" in done.stderr
            assert self.NOTE in done.stderr
        marked = [row for row in rows(run("outlook", *self.ASKED, "--no-shares", "--format", "csv").stdout)
                  if row["figure"] == "corrections"]  # fmt: skip
        assert [(row["party"], row["pledge"], row["value"]) for row in marked] == [("BRA", mark["pledge"], "1")]
        by_pledge = {row["pledge"]: row["corrections"] for row in rows(
            run("outlook", "sources", "warming.2100", *self.ASKED, "--format", "csv").stdout)}  # fmt: skip
        assert {name: notes for name, notes in by_pledge.items() if notes} == {mark["pledge"]: mark["correction"]}

    def test_a_retracted_article_takes_back_all_that_only_it_said(self, run: Run, read: Callable[..., None]) -> None:
        read("story.txt", self.STORY)
        read("later.txt", f"{self.STORY}\nRetraction: This article has been withdrawn.\n")
        assert "as its source has corrected it" in self.content(run)["notes"][0]

    def test_the_briefing_and_the_outlook_of_the_ledger_agree(self, run: Run, read: Callable[..., None]) -> None:
        read("story.txt", self.STORY)
        read("other.txt", self.OTHER)
        read("later.txt", f"{self.STORY.replace('06-01', '06-04')}\n{self.NOTE}\n")
        assert run("brief", "--ledger", "told.db").exit_code == 0
        brief = json.loads(Path("briefing/briefing.json").read_text("utf-8"))["outlook"]
        content = self.content(run, "--as-of", brief["day"])
        full = brief["figures_in_full"]["with_documents"]
        assert full["corrections"] == content["corrections"]
        assert full["warming"]["2100"] == content["warming"]["2100"]
        assert full["odds"] == content["odds"]
