"""Results as frames and labelled arrays."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from parley.climate.result import OUTPUTS, Result
from parley.errors import ClimateError
from tests.climate.making_results import make_outputs, make_result, make_temperature


@pytest.fixture
def result() -> Result:
    temperature = make_temperature(2, 5, start=1850)
    return make_result(temperature, start=1850, **make_outputs(temperature), provisional=True, notes=(("as is",), ()))


def test_a_long_frame_has_a_row_for_each_scenario_member_and_timebound(result: Result) -> None:
    frame = result.to_dataframe()
    assert frame.index.names == ["scenario", "member", "timebound"]
    assert frame.columns.tolist() == ["temperature"]
    assert frame.shape == (2 * 5 * 252, 1)
    assert frame.loc[("path-2", 17, 2101), "temperature"] == result.series("temperature")[1, 2, -1]
    assert frame.attrs == {"units": "K", "ensemble": "invented", "provisional": True}


def test_a_wide_frame_has_members_as_index_and_timebounds_as_columns(result: Result) -> None:
    frame = result.to_dataframe("ocean_heat", wide=True)
    assert frame.index.names == ["scenario", "member"]
    assert frame.columns.tolist() == list(range(1850, 2102))
    assert frame.loc["path-1"].to_numpy() == pytest.approx(result.series("ocean_heat")[0], abs=0)
    assert frame.attrs["units"] == "J"


def test_agents_and_gases_come_first_in_the_index(result: Result) -> None:
    forcing = result.to_dataframe("erf_by_agent", wide=True)
    assert forcing.index.names == ["agent", "scenario", "member"]
    assert forcing.groupby(["scenario", "member"], sort=False).sum().to_numpy() == pytest.approx(
        result.series("erf").reshape(10, -1)
    )
    gases = result.to_dataframe("concentration")
    assert gases.index.names == ["gas", "scenario", "member", "timebound"]
    assert gases.loc[("CF-4", "path-1", 3, 1850), "concentration"] == 1.0
    assert gases.attrs["units"] == {"CO2": "ppm", "CH4": "ppb", "N2O": "ppb", "CF-4": "ppt"}


def test_an_output_that_was_not_kept_is_told(result: Result) -> None:
    bare = make_result()
    assert bare.outputs == ("temperature",)
    assert result.outputs == OUTPUTS
    for output in OUTPUTS[1:]:
        with pytest.raises(ClimateError, match=f"kept no {output}; run it with outputs="):
            bare.to_dataframe(output)
    with pytest.raises(ClimateError, match="'warming' is not an output; give one of temperature"):
        bare.to_dataframe("warming")
    with pytest.raises(ClimateError, match="'erf_by_agent' is not a series of its own"):
        result.series("erf_by_agent")


def test_labelled_arrays_have_units_and_provenance(result: Result) -> None:
    pytest.importorskip("xarray")
    dataset = result.to_xarray()
    assert dict(dataset.sizes) == {"scenario": 2, "member": 5, "timebound": 252, "agent": 12, "year": 251}
    assert dataset["temperature"].sel(scenario="path-2", member=17, timebound=2101) == result.temperature[1, 2, -1]
    assert dataset["erf_by_agent"].sum("agent").values == pytest.approx(result.series("erf"))
    assert (dataset["concentration_CO2"].units, dataset["concentration_CF-4"].units) == ("ppm", "ppt")
    assert all(variable.attrs["units"] for variable in dataset.data_vars.values())
    assert (dataset.attrs["ensemble"], dataset.attrs["provisional"]) == ("invented", 1)
    assert dataset.attrs["notes"] == "path-1: as is"
    assert dataset["natural"].values.tolist() == ["2024", "2024"]


def test_only_what_was_kept_is_in_the_data_set() -> None:
    pytest.importorskip("xarray")
    assert sorted(make_result().to_xarray().data_vars) == ["co2_emissions", "temperature"]


def test_without_xarray_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xarray", None)
    with pytest.raises(ClimateError, match=r"pip install 'parley\[xarray\]'"):
        make_result().to_xarray()


def test_years_lie_between_timebounds() -> None:
    result = make_result()
    assert result.years.tolist() == list(range(1750, 2101))
    assert isinstance(result.years, np.ndarray)
