"""Parameters of members are read as FaIR's calibrations write them; what cannot be used is named by its column."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from parley.climate.ensemble import Ensemble
from parley.climate.kernels.agents import Agent
from parley.climate.kernels.layout import LANES, Linear, Member, n_member_rows
from parley.climate.parameters import EESC, MINOR_SCALE, REQUIRED, SOLAR_TREND, pack, parse_parameters
from parley.climate.species import MINOR_GASES
from parley.errors import EnsembleError
from tests.climate import making

Array = NDArray[np.float64]

LAYERED = tuple(f"ocean_heat_{kind}[{layer}]" for kind in ("capacity", "transfer") for layer in range(3))


def make_file(folder: Path, parameters: Mapping[str, Array] | None = None, **changes: object) -> Path:
    """A file as FaIR's calibrations are: 40 equal factors for minor gases, and columns on how to run them."""
    columns = dict(parameters or making.make_parameters())
    minor = columns.pop(MINOR_SCALE)
    columns |= {f"forcing_scale[{gas}]": minor for gas in MINOR_GASES}
    frame = pd.DataFrame(columns, index=[1234, 77, 5, 900]).assign(seed=[399, 798, 1197, 1596], use_seed=True)
    frame = frame.assign(stochastic_run=True, **changes)  # type: ignore[arg-type]
    path = folder / "members.csv"
    path.write_text("# what it is\n# whose it is\n" + frame.to_csv(), encoding="utf-8")
    return path


def refused(path: Path) -> str:
    with pytest.raises(EnsembleError) as caught:
        Ensemble.from_fair(path)
    return str(caught.value)


def test_a_file_of_a_calibration_is_read_with_its_ids_seeds_and_values(tmp_path: Path) -> None:
    ensemble = Ensemble.from_fair(make_file(tmp_path))
    assert ensemble.name == "members.csv"
    assert ensemble.members.tolist() == [1234, 77, 5, 900]
    assert ensemble.seeds.tolist() == [399, 798, 1197, 1596]
    assert ensemble.fair_compatible
    assert ensemble.natural == "v1.4.1"
    assert not ensemble.provisional
    for name, values in making.make_parameters().items():
        assert np.array_equal(ensemble.parameters[name], values), name


def test_a_zipped_file_is_read_too(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    zipped = tmp_path / "members.csv.gz"
    zipped.write_bytes(gzip.compress(path.read_bytes()))
    assert Ensemble.from_fair(zipped).members.tolist() == Ensemble.from_fair(path).members.tolist()


def test_what_a_file_may_leave_out_has_no_effect(tmp_path: Path) -> None:
    parameters = making.make_parameters()
    left_out = (SOLAR_TREND, "erfari_radiative_efficiency[CO]")
    ensemble = Ensemble.from_fair(make_file(tmp_path, {k: v for k, v in parameters.items() if k not in left_out}))
    for name in left_out:
        assert not ensemble.parameters[name].any()


@pytest.mark.parametrize("name", [name for name in (*REQUIRED, *LAYERED) if name != MINOR_SCALE])
def test_a_column_that_is_missing_is_named(name: str) -> None:
    parameters = making.make_parameters()
    del parameters[name]
    with pytest.raises(EnsembleError) as caught:
        parse_parameters(parameters, "members.csv")
    # With one capacity less there is one layer less, so that the exchange with it has no place.
    assert name.replace("capacity[2]", "transfer[2]") in str(caught.value)
    assert "members.csv" in str(caught.value)


@pytest.mark.parametrize("name", ["forcing_scale[Contrails]", "iirf_0[CH4]", "ocean_heat_transfer[3]", "ecs"])
def test_a_column_that_this_engine_has_no_use_for_is_named(tmp_path: Path, name: str) -> None:
    message = refused(make_file(tmp_path, {**making.make_parameters(), name: np.ones(4)}))
    assert message.startswith(f"members.csv: column {name} is not a parameter of this engine")


@pytest.mark.parametrize("name", [*REQUIRED, *LAYERED, SOLAR_TREND])
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_a_value_that_is_not_a_number_is_named_with_its_row(name: str, value: float) -> None:
    parameters = making.make_parameters()
    parameters[name][2] = value
    with pytest.raises(EnsembleError) as caught:
        parse_parameters(parameters, "members.csv")
    assert f"members.csv: {name} in row 3 is {value:g}" in str(caught.value)


@pytest.mark.parametrize(
    "name", [*LAYERED, "gamma_autocorrelation", "deep_ocean_efficacy", "baseline_concentration[CO2]", "forcing_4co2"]
)
@pytest.mark.parametrize("value", [0.0, -1.0])
def test_a_value_that_must_be_positive_is_named_with_its_row(name: str, value: float) -> None:
    parameters = making.make_parameters()
    parameters[name][0] = value
    with pytest.raises(EnsembleError) as caught:
        parse_parameters(parameters, "members.csv")
    assert str(caught.value) == f"members.csv: {name} in row 1 is {value:g}, but must be above 0"


@pytest.mark.parametrize("name", ["sigma_eta", "sigma_xi", "aci_shape[Sulfur]", "aci_shape[BC]", "aci_shape[OC]"])
def test_a_value_that_must_not_be_negative_is_named_with_its_row(name: str) -> None:
    parameters = making.make_parameters()
    parameters[name][3] = -1e-9
    with pytest.raises(EnsembleError) as caught:
        parse_parameters(parameters, "members.csv")
    assert str(caught.value) == f"members.csv: {name} in row 4 is -1e-09, but must not be below 0"
    parameters[name][3] = 0.0
    assert not parse_parameters(parameters, "members.csv")[name][3]


def test_minor_gases_must_share_one_factor(tmp_path: Path) -> None:
    message = refused(make_file(tmp_path, **{"forcing_scale[SF6]": [1.0, 1.1, 1.0, 0.9]}))
    assert "forcing_scale[SF6] differs from forcing_scale[CFC-11]" in message


def test_some_minor_gases_without_the_others_are_refused(tmp_path: Path) -> None:
    columns = making.make_parameters()
    minor = columns.pop(MINOR_SCALE)
    columns |= {f"forcing_scale[{gas}]": minor for gas in MINOR_GASES if gas not in ("SF6", "CH3Br")}
    with pytest.raises(EnsembleError, match=r"no column forcing_scale\[CH3Br\], forcing_scale\[SF6\]"):
        parse_parameters(columns, "members.csv")


def edited(path: Path, **lines: str) -> Path:
    """The file with some lines, by their number after the comments, put in place of others."""
    text = path.read_text(encoding="utf-8").splitlines()
    for place, line in lines.items():
        text[int(place.removeprefix("line_")) + 2] = line
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return path


def cells(path: Path, line: int) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[line + 2].split(",")


def test_a_word_in_place_of_a_number_is_shown_with_its_column_and_row(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    place, line = cells(path, 0).index("sigma_xi"), cells(path, 2)
    line[place] = "warm"
    assert "sigma_xi in row 2 is 'warm', which is not a number" in refused(edited(path, line_2=",".join(line)))


def test_a_line_with_a_cell_too_many_or_too_few_is_named(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    line = cells(path, 3)
    assert f"row 3 has {len(line) - 1} cells" in refused(edited(path, line_3=",".join(line[:-1])))
    assert f"row 3 has {len(line) + 1} cells" in refused(edited(path, line_3=",".join([*line, "1"])))


def test_a_column_that_is_there_twice_is_named(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    header = ["sigma_eta" if name == "sigma_xi" else name for name in cells(path, 0)]
    assert "column sigma_eta is there more than once" in refused(edited(path, line_0=",".join(header)))
    frame = pd.DataFrame(making.make_parameters())
    with pytest.raises(EnsembleError, match="column sigma_xi is there more than once"):
        Ensemble.from_fair(pd.concat([frame, frame[["sigma_xi"]]], axis=1))


def test_ids_are_whole_numbers_and_each_is_there_once(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    line = cells(path, 4)
    assert "two members have the same id" in refused(edited(path, line_4=",".join(["77", *line[1:]])))
    assert "whole numbers" in refused(edited(path, line_4=",".join(["cold", *line[1:]])))


@pytest.mark.parametrize("seed", [1.5, np.nan, np.inf])
def test_seeds_are_whole_numbers(seed: float) -> None:
    with pytest.raises(EnsembleError, match="members: seeds must be whole numbers"):
        Ensemble.from_fair(pd.DataFrame({**making.make_parameters(), "seed": [1, 2, seed, 4]}), name="members")


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_an_empty_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "members.csv"
    path.write_text(text, encoding="utf-8")
    assert "is empty" in refused(path)


def test_a_file_without_members_is_refused(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    path.write_text("\n".join(path.read_text(encoding="utf-8").splitlines()[:3]) + "\n", encoding="utf-8")
    assert "has no members" in refused(path)


def test_lines_without_anything_are_passed_over(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    assert len(Ensemble.from_fair(path)) == 4


@pytest.mark.parametrize("name", ["members.csv", "members.csv.gz"])
def test_a_file_that_is_no_text_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xff\xfe\x00")
    assert f"{name}: cannot be read" in refused(path)


@pytest.mark.parametrize("cut", [12, 400, -9])
def test_a_zipped_file_that_is_cut_short_is_named(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "members.csv.gz"
    path.write_bytes(gzip.compress(make_file(tmp_path).read_bytes())[:cut])
    assert "members.csv.gz: cannot be read" in refused(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nowhere.csv: cannot be read" in refused(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("values", [np.ones(3), np.ones((4, 2)), 1.0, np.array(["a", "b", "c", "d"])])
def test_columns_that_are_not_a_number_for_each_member_are_named(values: Array) -> None:
    with pytest.raises(EnsembleError, match="invented: sigma_xi has"):
        Ensemble({**making.make_parameters(), "sigma_xi": values}, name="invented")


def test_an_energy_balance_has_two_layers_or_more() -> None:
    with pytest.raises(EnsembleError, match=r"no column ocean_heat_capacity\[1\]"):
        parse_parameters({k: v for k, v in making.make_parameters().items() if "[1]" not in k and "[2]" not in k}, "x")


@pytest.mark.parametrize("layers", [2, 3, 4])
@pytest.mark.parametrize("members", [1, LANES - 1, LANES, LANES + 1])
def test_members_are_packed_in_whole_blocks_filled_up_with_the_last(members: int, layers: int) -> None:
    packed = pack(making.make_ensemble(members, layers).parameters, fair_compatible=False)
    blocks = -(-members // LANES)
    assert packed.layers == layers
    assert packed.blocks.shape == (blocks, n_member_rows(layers), LANES)
    rows = packed.blocks.transpose(1, 0, 2).reshape(n_member_rows(layers), -1)
    assert (rows[:, members:] == rows[:, members - 1 : members]).all()
    assert np.array_equal(rows[Member.ACI_SCALE, :members], making.make_parameters(members, layers)["aci_scale"])


def test_chlorine_scatters_no_light_in_fair() -> None:
    parameters = making.make_ensemble().parameters
    ours, fair = pack(parameters, fair_compatible=False), pack(parameters, fair_compatible=True)
    place = (Agent.AEROSOL_RADIATION, Linear.EESC)
    assert np.array_equal(ours.linear[place], parameters[f"erfari_radiative_efficiency[{EESC}]"])
    assert not fair.linear[place].any()
    fair.linear[place] = ours.linear[place]
    assert np.array_equal(ours.linear, fair.linear)
