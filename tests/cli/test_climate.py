"""``parley climate``: what it prints, draws, refuses, and says on the side."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

import parley.climate
from parley.climate import Ensemble, Scenario, summarise
from parley.climate.comparison import compare
from parley.climate.history import SCENARIOS
from tests.cli.conftest import Run, RunProcess

NAMES = ("ssp126", "ssp370")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Ensemble:
    """A few members of our own ensemble, run in its place."""
    members = Ensemble.default().subset(slice(0, 21))
    monkeypatch.setattr("parley.workflow.load_ensemble", lambda path=None: members)
    return members


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two scenarios from 2015 on: a packaged one under another name, and one with half its fossil CO2 from 2030 on."""
    frames = []
    for name, factor in (("mine", 1.0), ("less", 0.5)):
        frame = Scenario.packaged("ssp245").to_frame().drop(columns=[*range(1750, 2015), *range(2101, 2501)])
        frame["scenario"] = name
        frame.loc[frame["variable"] == "CO2 FFI", list(range(2030, 2101))] *= factor
        frames.append(frame)
    path = tmp_path / "emissions.csv"
    pd.concat(frames).to_csv(path, index=False)
    return path


def notes(stderr: str) -> list[str]:
    lines = stderr.splitlines()
    assert all(line.startswith("parley: note: ") for line in lines)
    return [line.removeprefix("parley: note: ") for line in lines]


def rows(stdout: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(stdout)))


def words(path: Path) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.parse(path).iter(f"{SVG}text")]


def test_a_scenario_is_told_in_a_table_for_people(run: Run, few: Ensemble) -> None:
    done = run("climate", "run", "ssp126", "--outputs", "erf,concentration")
    assert done.exit_code == 0, done.stderr
    said = done.stdout
    assert said.startswith("Warming above 1850–1900 in °C: median (5 to 95 %) of 21 members")
    labels = ("2030", "2050", "2100", "peak", "year of peak", "stays below 1.5 °C", "crosses 2 °C")
    for label in (*labels, "erf in 2100 [W m-2]", "concentration|CO2 in 2100 [ppm]"):
        assert re.search(rf"^{re.escape(label)}  +\S", said, re.M), label


def test_a_narrow_terminal_gets_tables_below_each_other(
    run: Run, few: Ensemble, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = run("climate", "run", *SCENARIOS).stdout
    monkeypatch.setenv("COLUMNS", "80")
    narrow = run("climate", "run", *SCENARIOS).stdout
    assert max(map(len, narrow.splitlines())) <= 80
    for words in (narrow, wide):
        assert re.findall(r"\b(?:ssp\d{3}(?:-over)?)", words) == list(SCENARIOS)
    cells = re.compile(r"\d\.\d \(\d\.\d to \d\.\d\)")
    assert sorted(cells.findall(narrow)) == sorted(cells.findall(wide))


def test_the_figures_are_those_of_the_engine(run: Run, few: Ensemble) -> None:
    said = json.loads(run("climate", "run", *NAMES, "--format", "json").stdout)
    result = parley.climate.run([Scenario.packaged(name) for name in NAMES], few)
    expected = json.loads(json.dumps(summarise(result).to_dict()))
    assert said["scenarios"] == [{**scenario, "outputs": []} for scenario in expected["scenarios"]]
    assert said["ensemble"] == {"name": few.name, "members": 21, "provisional": few.provisional}
    assert (said["parley"]["internal_variability"], said["parley"]["seed"]) == (False, 0)


def test_csv_and_json_hold_the_same_numbers_from_the_year_asked_for(run: Run, few: Ensemble) -> None:
    asked = ("climate", "run", "ssp126", "--outputs", "erf,ocean_heat", "--start", "2090", "--format")
    table, said = rows(run(*asked, "csv").stdout), json.loads(run(*asked, "json").stdout)["scenarios"][0]
    assert said["years"] == list(range(2090, 2101))
    found = {(row["statistic"], row["quantile"], row["year"]): row["value"] for row in table if not row["threshold_k"]}
    assert float(found["warming", "0.5", "2100"]) == said["warming_k"]["0.5"][-1]
    assert float(found["peak_warming", "0.95", ""]) == said["peak"]["warming_k"]["0.95"]
    outputs = {output["name"]: output for output in said["outputs"]}
    assert sorted(outputs) == ["erf", "ocean_heat"]
    assert float(found["erf", "0.17", "2095"]) == outputs["erf"]["quantiles"]["0.17"][5]
    assert ("warming", "0.5", "2089") not in found


def test_iamc_rows_have_the_names_of_the_assessment(run: Run, few: Ensemble) -> None:
    done = run("climate", "run", *NAMES, "--format", "iamc", "--outputs", "erf_by_agent,concentration")
    table = rows(done.stdout)
    variables = {row["variable"] for row in table}
    model = f"Parleyv{parley.__version__}"
    assert f"AR6 climate diagnostics|Surface Temperature (GSAT)|{model}|50.0th Percentile" in variables
    assert f"AR6 climate diagnostics|Atmospheric Concentrations|CO2|{model}|5.0th Percentile" in variables
    assert f"AR6 climate diagnostics|Effective Radiative Forcing|Aerosols|{model}|95.0th Percentile" in variables
    assert {row["scenario"] for row in table} == set(NAMES)
    assert list(table[0])[:6] == ["model", "scenario", "region", "variable", "unit", "1950"]


@pytest.mark.parametrize("form", ["table", "csv", "json", "iamc"])
def test_a_second_run_writes_the_same_bytes_on_any_number_of_threads(run: Run, few: Ensemble, form: str) -> None:
    asked = ("climate", "run", "ssp126", "--format", form, "--internal-variability", "--seed", "7", "--threads")
    first, second = run(*asked, 1), run(*asked, 2)
    assert first.exit_code == 0
    assert (first.stdout, first.stderr) == (second.stdout, second.stderr)


def test_another_seed_gives_other_weather(run: Run, few: Ensemble) -> None:
    asked = ("climate", "run", "ssp126", "--format", "csv", "--internal-variability", "--seed")
    first = run(*asked, 1)
    assert first.stdout != run(*asked, 2).stdout
    assert any("20-year means" in note for note in notes(first.stderr))


def test_a_chart_is_drawn_as_svg_or_png(run: Run, few: Ensemble, tmp_path: Path) -> None:
    assert run("climate", "run", "ssp126", "--plot", "fan.svg").exit_code == 0
    assert run("climate", "run", *NAMES, "--plot", "fan.PNG").exit_code == 0
    assert run("climate", "compare", *NAMES, "--plot", "difference.svg").exit_code == 0
    assert "Warming under ssp126" in words(tmp_path / "fan.svg")
    assert "Warming under ssp370, less that under ssp126" in words(tmp_path / "difference.svg")
    assert (tmp_path / "fan.PNG").read_bytes().startswith(b"\x89PNG")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["difference.svg", "fan.PNG", "fan.svg"]


def test_a_provisional_ensemble_is_named_so_wherever_it_shows(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Ensemble.default()
    parameters = {name: values[:5] for name, values in own.parameters.items()}
    members = Ensemble(parameters, name="a draft", natural=own.natural, methane=own.methane, provisional=True)
    monkeypatch.setattr("parley.workflow.load_ensemble", lambda path=None: members)
    done = run("climate", "run", "ssp126", "--plot", "fan.svg")
    assert "ensemble: a draft, provisional" in done.stdout
    assert notes(done.stderr) == ["a draft: the ensemble is provisional and not calibrated, so do not rely on its odds"]
    assert any(line.startswith("Provisional ensemble") for line in words(tmp_path / "fan.svg"))
    compared = run("climate", "compare", *NAMES)
    assert "provisional" in compared.stdout
    assert "provisional" in compared.stderr


def test_scenarios_of_a_file_are_run_by_name_or_all(run: Run, few: Ensemble, table: Path) -> None:
    every = json.loads(run("climate", "run", "--emissions", table, "--format", "json").stdout)
    assert [scenario["name"] for scenario in every["scenarios"]] == ["less", "mine"]
    one = json.loads(run("climate", "run", "mine", "--emissions", table, "--format", "json").stdout)
    assert one["scenarios"] == [every["scenarios"][1]]
    less, mine = (scenario["warming_k"]["0.5"][-1] for scenario in every["scenarios"])
    assert less < mine


def test_what_was_done_to_emissions_is_said_and_kept(run: Run, few: Ensemble, table: Path) -> None:
    done = run("climate", "run", "mine", "--emissions", table, "--format", "json")
    said = json.loads(done.stdout)["scenarios"][0]["notes"]
    assert any("joined to the packaged history" in note for note in said)
    assert [note for note in notes(done.stderr) if note.startswith("mine: ")] == [f"mine: {note}" for note in said]


def test_a_scenario_of_a_file_is_compared_with_a_packaged_one(run: Run, few: Ensemble, table: Path) -> None:
    done = run("climate", "compare", "ssp245", "mine", "less", "--emissions", table, "--format", "json")
    assert done.exit_code == 0, done.stderr
    mine, less = json.loads(done.stdout)["differences"]
    assert abs(mine["warming_k"]["0.5"][-1]) < 0.01
    assert less["warming_k"]["0.95"][-1] < -0.1
    assert "ssp245: this is the packaged scenario, since emissions.csv has none of that name" in notes(done.stderr)


def test_a_file_without_names_holds_one_scenario(run: Run, few: Ensemble, table: Path) -> None:
    frame = pd.read_csv(table)
    frame[frame["scenario"] == "mine"].drop(columns="scenario").to_csv(table, index=False)
    for asked, name in (((), "emissions"), (("path",), "path"), (("ssp126",), "ssp126")):
        done = run("climate", "run", *asked, "--emissions", table, "--format", "json")
        assert [scenario["name"] for scenario in json.loads(done.stdout)["scenarios"]] == [name]
    refused = run("climate", "run", "path", "other", "--emissions", table)
    assert refused.exit_code == 2
    assert "no column says which row is of path and which of other" in refused.stderr


def test_a_comparison_is_that_of_the_engine(run: Run, few: Ensemble) -> None:
    said = json.loads(run("climate", "compare", *NAMES, "--format", "json").stdout)
    result = parley.climate.run([Scenario.packaged(name) for name in NAMES], few)
    assert said == json.loads(json.dumps(compare(result).to_dict()))
    table = rows(run("climate", "compare", *NAMES, "--format", "csv", "--start", "2100").stdout)
    (median,) = [row for row in table if (row["statistic"], row["quantile"], row["year"]) == ("warming", "0.5", "2100")]
    assert float(median["value"]) == said["differences"][0]["warming_k"]["0.5"][-1] > 0


def test_a_comparison_for_people_has_signs_and_odds_before_and_after(run: Run, few: Ensemble) -> None:
    said = run("climate", "compare", *reversed(NAMES)).stdout
    assert said.startswith("Warming less that of ssp370 in °C, member by member")
    assert re.search(r"^2100 +−\d\.\d\d \(−\d\.\d\d to −\d\.\d\d\) *$", said, re.M)
    assert re.search(r"^stays below 2 °C +\d+ % → \d+ % *$", said, re.M)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["run"], f"name a scenario: {', '.join(SCENARIOS)}; or give your own with --emissions FILE"),
        (["run", "ssp2"], "there is no packaged scenario 'ssp2'; did you mean 'ssp245'?"),
        (["run", "ssp245", "--plot", "fan.pdf"], "--plot fan.pdf is neither an .svg nor a .png file"),
        (["run", "ssp245", "--plot", "nowhere/fan.svg"], "--plot nowhere/fan.svg cannot be written"),
        (["run", "ssp245", "--outputs", "erf,snow"], "--outputs 'snow' is not known; give some of temperature, erf"),
        (
            ["run", "ssp245", "--fill-from", "ssp126"],
            "--fill-from is about a file of emissions; give one with --emissions",
        ),
        (["run", "ssp245", "--interpolate"], "--interpolate is about a file of emissions"),
        (
            ["run", "ssp245", "--start", "2200"],
            "--start 2200 is not among the years of the run; give one from 1750 to 2100",
        ),
        (["run", "ssp245", "--end", "1800"], "does not cover the baseline 1850–1900"),
        (["run", "ssp245", "ssp245"], "two scenarios are named 'ssp245'"),
        (["run", "--emissions", "nowhere.csv"], "there is no file nowhere.csv"),
        (["run", "ssp245", "--format", "xml"], "'xml' is not one of"),
        (["run", "ssp245", "--threads", "0"], "greater than or equal to 1"),
        (["compare", "ssp245"], "ssp245 alone cannot be compared; name another scenario after it"),
        (["compare"], "Missing argument 'SCENARIO'"),
        (["frobnicate"], "No such command 'frobnicate'"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(run: Run, few: Ensemble, arguments: list[str], problem: str) -> None:
    done = run("climate", *arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    last = done.stderr.splitlines()[-1]
    assert last.startswith("parley: ")
    assert problem in last
    assert not [line for line in done.stderr.splitlines()[:-1] if not line.startswith("parley: note: ")]


def test_an_ensemble_that_cannot_be_read_is_told(run: Run) -> None:
    done = run("climate", "run", "ssp245", "--ensemble", "nowhere.csv")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nowhere.csv" in done.stderr


def test_errors_name_the_options_that_help(run: Run, few: Ensemble, table: Path) -> None:
    frame = pd.read_csv(table)
    frame[frame["variable"] != "CH4"].to_csv(table, index=False)
    refused = run("climate", "run", "mine", "--emissions", table)
    assert refused.exit_code == 2
    assert "CH4" in refused.stderr
    assert "--fill-from ssp245" in refused.stderr
    filled = run("climate", "run", "mine", "--emissions", table, "--fill-from", "ssp245")
    assert filled.exit_code == 0, filled.stderr
    assert any("CH4" in note and "ssp245" in note for note in notes(filled.stderr))


def test_names_of_a_file_are_harmless_in_every_format(run: Run, few: Ensemble, table: Path) -> None:
    name = "=cmd\x1b[31m"
    frame = pd.read_csv(table)
    frame[frame["scenario"] == "mine"].assign(scenario=name).to_csv(table, index=False)
    for form in ("table", "csv", "json", "iamc"):
        done = run("climate", "run", "--emissions", table, "--format", form, "--plot", "fan.svg")
        assert done.exit_code == 0, done.stderr
        assert "\x1b" not in done.stdout + done.stderr
        assert not re.search(r"(?m)^=cmd|,=cmd", done.stdout)


def test_members_of_a_file_are_run_as_fair_would(run: Run, tmp_path: Path) -> None:
    own = Ensemble.default().subset(slice(0, 3))
    frame = pd.DataFrame(dict(own.parameters), index=np.array([5, 7, 9]))
    frame.to_csv(tmp_path / "members.csv")
    done = run("climate", "run", "ssp126", "--ensemble", "members.csv", "--format", "json")
    assert done.exit_code == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["ensemble"] == {"name": "members.csv", "members": 3, "provisional": False}
    assert said["parley"]["fair_compatible"] is True
    assert said["scenarios"][0]["natural"] == "v1.4.1"


def test_help_is_given_for_the_group_and_its_commands(run: Run) -> None:
    assert run("climate").stdout == run("climate", "--help").stdout
    for command in ("run", "compare"):
        line = re.search(rf"^  {command} +(.+)$", run("climate", "--help").stdout, re.M)
        assert line is not None
        assert line[1].endswith(".")
        assert "--emissions FILE" in run("climate", command, "--help").stdout


def test_our_own_ensemble_runs_as_the_shell_has_it(run_process: RunProcess, tmp_path: Path) -> None:
    done = run_process("climate", "run", "ssp245", "--plot", "fan.svg")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^2100 +\d\.\d \(\d\.\d to \d\.\d\) *$", done.stdout, re.M)
    assert "Warming under ssp245" in words(tmp_path / "fan.svg")


def test_neither_pandas_nor_the_ledger_is_loaded_to_run_a_packaged_scenario(tmp_path: Path) -> None:
    heavy = ("pandas", "sqlalchemy", "spacy", "xarray")
    program = (
        "import sys; from parley.cli.main import app; "
        "app(['climate', 'run', 'ssp245', '--plot', 'fan.svg'], standalone_mode=False); "
        f"assert not set({heavy}) & set(sys.modules), set({heavy}) & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, cwd=tmp_path)
