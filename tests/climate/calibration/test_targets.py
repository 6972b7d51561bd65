"""Targets: the packaged sets, and files of users with their mistakes."""

from pathlib import Path

import pytest

from parley.climate.calibration.targets import QUANTITIES, SETS, load_targets, read_targets
from parley.climate.tables import read_table
from parley.errors import CalibrationError

HEAD = "quantity,first_year,last_year,location,scale,shape,p05,p50,p95,moves,source\n"


def _read(tmp_path: Path, text: str) -> object:
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    return read_targets(path)


@pytest.mark.parametrize("name", SETS)
def test_packaged_sets_have_all_quantities_with_their_assessed_percentiles(name: str) -> None:
    targets = load_targets(name)
    assert [target.quantity for target in targets] == list(QUANTITIES)
    rows = [row for row in read_table("calibration_targets.csv") if row["set"] == name]
    for target, row in zip(targets, rows, strict=True):
        assessed = [float(row[column]) for column in ("p05", "p50", "p95")]
        assert target.quantiles == pytest.approx(assessed, abs=4e-3 * target.distribution.width)
        assert target.unit == row["unit"]
        assert target.source


def test_the_set_of_2024_moves_observed_quantities_only() -> None:
    new, old = load_targets("2024"), load_targets("v1.4.1")
    assert [one.name for one, other in zip(new, old, strict=True) if one.distribution != other.distribution] == [
        "GMST 2005–2024",
        "CO2 2024",
    ]
    assert [target.quantity for target in new if target.moves] == ["GMST", "CO2"]


def test_an_unknown_set_is_refused_with_those_there_are() -> None:
    with pytest.raises(CalibrationError, match=r"no set of targets '2031'; there are 2024, v1\.4\.1"):
        load_targets("2031")


def test_a_file_may_give_percentiles_or_a_distribution(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(f"# ours\n{HEAD}ECS,,,,,,2.3,3.1,4.7,,me\nGMST,2005,2024,1.1,0.08,,,,,yes,me\n", encoding="utf-8")
    ecs, gmst = read_targets(path)
    assert ecs.quantiles == pytest.approx((2.3, 3.1, 4.7), abs=1e-3)
    assert gmst.name == "GMST 2005–2024"
    assert (gmst.distribution.location, gmst.distribution.scale, gmst.distribution.shape) == (1.1, 0.08, 0.0)
    assert gmst.moves


def test_columns_that_are_not_needed_may_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("quantity,p05,p50,p95\nTCR,1.2,1.8,2.4\n", encoding="utf-8")
    (tcr,) = read_targets(path)
    assert tcr.quantiles == pytest.approx((1.2, 1.8, 2.4), abs=1e-3)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("ESC,,,,,,2,3,5,,", r"row 1, quantity: 'ESC' is not known; there are ECS"),
        ("ECS,1850,1900,,,,2,3,5,,", r"row 1, first_year: ECS belongs to no years"),
        ("GMST,,,,,,0.9,1,1.1,,", r"row 1, first_year: is empty"),
        ("GMST,2005,,,,,0.9,1,1.1,,", r"row 1, last_year: is empty"),
        ("GMST,2005,2004,,,,0.9,1,1.1,,", r"row 1, last_year: 2004 does not come after first_year 2005"),
        ("GMST,twenty,2004,,,,0.9,1,1.1,,", r"row 1, first_year: 'twenty' is no year"),
        ("GMST,1700,2004,,,,0.9,1,1.1,,", r"row 1, first_year: '1700' is no year from 1850 on"),
        ("Earth energy uptake,2020,2020,,,,300,400,500,,", r"row 1, last_year: 2020 does not come after"),
        ("ECS,,,3,,,,,,,", r"row 1, scale: is empty, but must be a number"),
        ("ECS,,,3,-1,,,,,,", r"row 1, scale: is -1, but must be above 0"),
        ("ECS,,,,,,2,many,5,,", r"row 1, p50: is 'many', but must be a number"),
        ("ECS,,,,,,2,inf,5,,", r"row 1, p50: is 'inf', but must be a number"),
        ("ECS,,,,,,5,3,2,,", r"row 1, p05 to p95: 5, 3 and 2 do not increase; correct them"),
        ("ECS,,,,,,2.9,3,5,,", r"row 1, p05 to p95: 2.9, 3 and 5 lean too far to one side"),
        ("ECS,,,,,,2,3,5,perhaps,", r"row 1, moves: is 'perhaps'; write yes or no"),
        ("ECS,,,,,,2,3,5,,\nECS,,,,,,2,3,5,,", r"row 2: ECS is there twice"),
        ("", r"has no targets"),
    ],
)
def test_mistakes_in_a_file_are_told_by_row_and_column(tmp_path: Path, row: str, words: str) -> None:
    with pytest.raises(CalibrationError, match=words):
        _read(tmp_path, HEAD + row + "\n")


def test_a_column_that_is_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CalibrationError, match="column 'mean' is not known"):
        _read(tmp_path, "quantity,mean\nECS,3\n")


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(CalibrationError, match=r"none\.csv: cannot be read"):
        read_targets(tmp_path / "none.csv")
