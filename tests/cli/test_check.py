"""``parley check``: sentences, files of sentences, the ledger."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from parley.cli.check_output import content_of
from parley.inventory import use_newer
from parley.ledger import Ledger
from parley.records import Claim
from parley.workflow import check
from tests.cli.conftest import Run, RunProcess

SHARE = "China emitted 27 % of the world's greenhouse gases in 2019."
WRONG = "China emitted 45 % of the world's CO2 in 2019."
THIRD = "Japan is the world's third-largest economy."
KEYS = ["sentence", "published", "verdict", "claims", "reference", "basis", "reason"]


@pytest.fixture(autouse=True)
def _packaged_figures() -> Iterator[None]:
    yield
    use_newer(None)


def lines_of(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_people_see_the_verdict_first_then_the_record_then_other_ways_of_counting(run: Run) -> None:
    done = run("check", WRONG, "--published", "2021-08-31")
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "✗ contradicted"
    assert lines[1].startswith("China's share of the world's emissions was")
    assert "it would be right as 28.9 %" in done.stdout
    assert "Understood as: CHN, share of emissions: 45% (2019)" in done.stdout
    heads, record = next((lines[i], lines[i + 1]) for i, line in enumerate(lines) if line.startswith("on record"))
    assert heads.split()[-3:] == ["counted", "as", "source"]
    assert record.startswith("28.9 % in 2019 ✗")
    assert "in 2023 ✗" in record
    assert "CO₂ of fossil fuels and industry" in record
    assert "Global Carbon Budget (2024)" in record


def test_each_claim_of_a_sentence_has_a_verdict_and_the_sentence_the_worst(run: Run) -> None:
    text = f"{SHARE} {WRONG}"
    done = run("check", text, "--published", "2021-08-31")
    assert done.stdout.startswith("✗ contradicted\n")
    assert "✓ supported  “China emitted 27 % of the world's greenhouse gases" in done.stdout
    (content,) = lines_of(run("check", text, "--published", "2021-08-31", "--format", "jsonl").stdout)
    assert [claim["verdict"] for claim in content["claims"]] == ["supported", "contradicted"]  # type: ignore[attr-defined]
    assert content["verdict"] == "contradicted"


def test_json_has_the_keys_that_are_documented(run: Run) -> None:
    (content,) = lines_of(run("check", SHARE, "--published", "2021-08", "--format", "jsonl").stdout)
    assert list(content) == KEYS
    assert (content["sentence"], content["published"], content["verdict"]) == (SHARE, "2021-08", "supported")
    (claim,) = content["claims"]  # type: ignore[misc]
    told = {key: claim[key] for key in ("measure", "subject", "low", "unit", "year", "gas")}
    assert told == {
        "measure": "emissions_share",
        "subject": "CHN",
        "low": 27.0,
        "unit": "%",
        "year": 2019,
        "gas": "GHG",
    }
    assert content["reference"] == claim["references"][0]
    assert (content["basis"], content["reason"]) == (claim["basis"], claim["reason"])
    assert json.loads(run("check", SHARE, "--published", "2021-08", "--format", "json").stdout) == content


def test_python_says_what_the_program_says(run: Run) -> None:
    (content,) = lines_of(run("check", WRONG, "--published", "2021-08-31", "--format", "jsonl").stdout)
    assert content_of(check(WRONG, published="2021-08-31")) == content


def test_a_sentence_without_a_date_is_said_today_which_is_not_the_clocks(run: Run) -> None:
    now = run("check", THIRD)
    assert now.stdout.startswith("↺ outdated")
    assert "Judged as said on 2025-12-31" in now.stdout
    then = run("check", THIRD, "--today", "2022-06-30")
    assert then.stdout.startswith("✓ supported")
    assert "Judged as said on 2022-06-30" in then.stdout


def test_a_sentence_without_a_claim_and_no_sentence_at_all_are_said_to_be_so(run: Run) -> None:
    done = run("check", "It rained in Lima.")
    assert done.exit_code == 0
    assert done.stdout.startswith("– not checkable\nThere is no claim in it")
    assert run("check", " ").stdout == "– not checkable\nThere is no text to check.\n"


@pytest.fixture
def sentences(tmp_path: Path) -> Path:
    path = tmp_path / "sentences.txt"
    lines = [
        "\ufeff".encode() + f"2021-08-31\t{SHARE}\r\n".encode(),
        b"\n",
        b"It rained in Lima.\n",
        f"31 August\t{SHARE}\n".encode(),
        b"China \xff emits.\n",
        f"2021-08-31\t{WRONG}".encode(),
    ]
    path.write_bytes(b"".join(lines))
    return path


def test_every_line_of_a_file_gives_one_line_in_order(run: Run, sentences: Path) -> None:
    done = run("check", "--file", sentences, "--format", "jsonl")
    contents = lines_of(done.stdout)
    assert all(list(content) == KEYS for content in contents)
    verdicts = ["supported", "not_checkable", "not_checkable", "not_checkable", "not_checkable", "contradicted"]
    assert [content["verdict"] for content in contents] == verdicts
    assert [content["sentence"] for content in contents][1:3] == ["", "It rained in Lima."]
    assert [content["published"] for content in contents] == ["2021-08-31", None, None, None, None, "2021-08-31"]


def test_lines_that_cannot_be_read_say_why_and_are_counted_in_the_exit_code(run: Run, sentences: Path) -> None:
    done = run("check", "--file", sentences, "--format", "jsonl")
    assert done.exit_code == 1
    reasons = [str(content["reason"]) for content in lines_of(done.stdout)]
    assert reasons[3] == "'31 August' before the tab is not a day, month or year such as 2021-08-31, 2021-08, 2021."
    assert reasons[4].startswith("Byte 7 of the line is not UTF-8")
    sentences.write_bytes(b"\nIt rained in Lima.\n")
    assert run("check", "--file", sentences, "--format", "jsonl").exit_code == 0


def test_a_file_as_a_table_and_as_json(run: Run, sentences: Path) -> None:
    table = run("check", "--file", sentences)
    assert table.exit_code == 1
    assert table.stdout.splitlines()[0].split() == ["verdict", "published", "sentence", "reason"]
    assert "✗ contradicted" in table.stdout
    contents = json.loads(run("check", "--file", sentences, "--format", "json").stdout)
    assert contents == lines_of(run("check", "--file", sentences, "--format", "jsonl").stdout)


def test_the_same_sentences_give_the_same_bytes_in_any_company(run: Run, tmp_path: Path) -> None:
    both, one = tmp_path / "both.txt", tmp_path / "one.txt"
    both.write_text(f"{THIRD}\n{SHARE}\n{THIRD}\n", encoding="utf-8")
    one.write_text(f"{THIRD}\n", encoding="utf-8")
    first, _, third = run("check", "--file", both, "--format", "jsonl").stdout.splitlines()
    assert first == third == run("check", "--file", one, "--format", "jsonl").stdout.strip()


def test_standard_input_is_one_text_or_lines(run_process: RunProcess, tmp_path: Path) -> None:
    def piped(*arguments: str, text: str) -> str:
        program = [sys.executable, "-c", "from parley.cli.main import main; main()", "check", *arguments]
        done = subprocess.run(program, input=text, capture_output=True, text=True, cwd=tmp_path, encoding="utf-8")
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    (content,) = lines_of(piped("-", "--format", "jsonl", text=f"{WRONG}\n{SHARE}\n"))
    assert len(content["claims"]) == 2  # type: ignore[arg-type]
    lines = lines_of(piped("--file", "-", "--format", "jsonl", text=f"2021\t{WRONG}\n{SHARE}\n"))
    assert [line["verdict"] for line in lines] == ["contradicted", "supported"]


def test_a_claim_is_drawn_into_a_file(run: Run, tmp_path: Path) -> None:
    done = run("check", WRONG, "--plot", "claim.svg")
    assert done.exit_code == 0
    words = " ".join(etree.fromstring((tmp_path / "claim.svg").read_bytes()).itertext())
    assert "Contradicted: claimed 45 %, on record 28.9 % in 2019" in words
    assert run("check", WRONG, "--plot", "claim.png").exit_code == 0
    assert (tmp_path / "claim.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a", "--file", "b"), "cannot be checked at once"),
        (("--file", "missing.txt"), "--file missing.txt cannot be read"),
        (("a", "--published", "yesterday"), "--published 'yesterday' is not a day"),
        (("a", "--today", "soon"), "--today 'soon' is not a day"),
        (("--published", "2021"), "are about sentences"),
        (("--file", "b", "--plot", "a.svg"), "--plot draws the claim of one sentence"),
        (("a", "--plot", "a.pdf"), "neither an .svg nor a .png"),
        (("It rained in Lima.", "--plot", "a.svg"), "nothing to draw"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("check", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_sentence_cannot_harm_the_terminal(run: Run) -> None:
    hostile = "China emitted 45 %\x1b[31m of the world's CO2 in 2019.\u202e [red]"
    for form in ("table", "json", "jsonl"):
        assert not {"\x1b", "\u202e"} & set(run("check", hostile, "--format", form).stdout)


def test_no_ledger_is_not_made_to_be_checked(run: Run, tmp_path: Path) -> None:
    done = run("check")
    assert done.exit_code == 3
    assert not (tmp_path / "parley.db").exists()


def test_the_ledger_is_checked_once_and_says_what_is_not_borne_out(run: Run, ledger_file: Path) -> None:
    first = run("check", "--ledger", ledger_file)
    assert (first.exit_code, first.stderr) == (0, "")
    with Ledger(ledger_file, read_only=True) as ledger:
        verdicts = ledger.verdicts()
        claims = [report for report in ledger.reports(kind="claim") if isinstance(report, Claim)]
    assert claims
    assert {claim.id for claim in claims} <= set(verdicts)
    assert f"{len(verdicts)} checked now, 0 before" in first.stdout
    again = run("check", "--ledger", ledger_file)
    assert f"0 checked now, {len(verdicts)} before" in again.stdout
    assert again.stdout.splitlines()[:6] == first.stdout.splitlines()[:6]
    listed = lines_of(run("check", "--ledger", ledger_file, "--format", "jsonl").stdout)
    assert {str(one["id"]) for one in listed} == set(verdicts)
    assert all(set(one["verdict"]) >= {"token", "reason", "references"} for one in listed)  # type: ignore[call-overload]


def test_a_ledger_without_a_claim_says_so(run: Run, tmp_path: Path) -> None:
    Ledger(tmp_path / "parley.db").close()
    done = run("check")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "nothing in this ledger can be checked" in done.stderr


@pytest.mark.usefixtures("use_reader")
def test_what_is_read_is_checked_and_claims_show_their_verdicts(run: Run, stories: Path) -> None:
    done = run("read", stories)
    with Ledger("parley.db", read_only=True) as ledger:
        verdicts = ledger.verdicts()
    assert f"{len(verdicts)} claims, pledges, summits and offices checked" in done.stdout
    claims = json.loads(run("claims", "--format", "json").stdout)
    assert [claim["verdict"]["token"] for claim in claims] == [verdicts[claim["id"]].token for claim in claims]
    assert "verdict" in run("claims").stdout.splitlines()[0]
    heads, row = run("claims", "--format", "csv").stdout.splitlines()[:2]
    assert dict(zip(heads.split(","), row.split(","), strict=False))["verdict"] == claims[0]["verdict"]["token"]
    shown = run("show", claims[0]["id"])
    assert claims[0]["verdict"]["reason"][:40] in shown.stdout
    assert json.loads(run("show", claims[0]["id"], "--format", "json").stdout)["verdict"] == claims[0]["verdict"]


@pytest.mark.usefixtures("use_reader")
def test_a_briefing_is_of_checked_claims_and_keeps_their_verdicts(run: Run, stories: Path) -> None:
    assert run("brief", stories).exit_code == 0
    with Ledger("parley.db", read_only=True) as ledger:
        assert ledger.verdicts()
    first = Path("briefing", "briefing.json").read_bytes()
    content = json.loads(first)
    assert all(claim["verdict"] for group in content["claims"] for claim in group["claims"])
    assert run("brief").exit_code == 0
    assert Path("briefing", "briefing.json").read_bytes() == first


def test_claims_that_nobody_has_checked_have_no_verdict(run: Run, ledger_file: Path) -> None:
    claims = json.loads(run("claims", "--ledger", ledger_file, "--format", "json").stdout)
    assert claims
    assert all(claim["verdict"] is None for claim in claims)
