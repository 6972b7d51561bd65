"""``parley climate calibrate``: files that run again, the table, and what is refused before anything is run."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from parley.cli.main import app

SMALL = ["--priors", "25000", "--members", "40", "--threads", "2"]


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["climate", *arguments])


def test_it_writes_members_that_can_be_run_with_a_page_of_them(tmp_path: Path) -> None:
    table, page = tmp_path / "mine.csv.gz", tmp_path / "mine.html"
    made = _run("calibrate", "--output", str(table), "--page", str(page), "--name", "mine", *SMALL)
    assert made.exit_code == 0, made.output
    assert "mine: 40 members of" in made.stdout
    assert "ECS [K]" in made.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"mine.csv.gz", "mine.json", "mine.html"}
    assert "<h1>mine</h1>" in page.read_text(encoding="utf-8")
    ran = _run("run", "ssp245", "--ensemble", str(table), "--end", "2050")
    assert ran.exit_code == 0, ran.output
    assert "40 members; ensemble: mine" in ran.stdout
    assert "provisional" not in ran.output


def test_the_same_options_write_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        made = _run("calibrate", "--output", str(tmp_path / f"{name}.csv.gz"), "--until", "2022", *SMALL)
        assert made.exit_code == 0, made.output
        assert "GMST 2003–2022 [K]" in made.stdout
    assert (tmp_path / "one.csv.gz").read_bytes() == (tmp_path / "two.csv.gz").read_bytes()
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--output", "members.csv"], "--output members.csv does not end in .csv.gz"),
        (["--page", "page.pdf"], "--page page.pdf does not end in .html"),
        (["--targets", "none.csv"], "none.csv: cannot be read"),
        (["--observed", "none.csv"], "none.csv: cannot be read"),
        (["--until", "2031"], "is given for 1850–2024"),
        (["--members", "50", "--priors", "20"], "50 members cannot be drawn of 20 priors"),
    ],
)
def test_what_cannot_be_made_is_one_line_of_usage(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = _run("calibrate", *arguments)
    assert refused.exit_code == 2
    assert words in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())
