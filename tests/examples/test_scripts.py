"""The scripts in examples/ run, and print what the documents say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.examples.conftest import EXAMPLES


def run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(EXAMPLES / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_who_met_whom_reads_one_text() -> None:
    printed = run("who_met_whom.py")
    assert "held meeting: Wang Yi, John Podesta; Beijing, CHN; 2024-09-06/2024-09-06" in printed
    assert "“Foreign Minister Wang Yi met with Mr. Podesta" in printed


def test_pledge_book_joins_the_reports_of_a_pledge() -> None:
    printed = run("pledge_book.py", "CHN").splitlines()
    neutral = printed.index("CHN net_zero, 2060: pledged, stands")
    sources = [line for line in printed[neutral + 1 : neutral + 5] if line.startswith("  “")]
    assert len({line.rsplit("(", 1)[1] for line in sources}) >= 3


def test_life_of_an_event_shows_plan_and_outcome() -> None:
    assert "visit, John Podesta: planned (2024-09-03/2024-09-03) → held (2024-09-06/2024-09-06)" in run(
        "life_of_an_event.py"
    )


def test_every_script_is_run_here() -> None:
    with open(__file__, encoding="utf-8") as file:
        here = file.read()
    scripts = sorted(path.name for path in EXAMPLES.glob("*.py"))
    assert scripts
    missing = [name for name in scripts if f'run("{name}"' not in here and f'"{name}"\n' not in here]
    if missing:
        pytest.fail(f"no test runs {missing}")
