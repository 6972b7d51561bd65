"""Prior members are what is documented of them, batch by batch."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from parley.climate.calibration.carbon import GTC_PER_GTCO2
from parley.climate.calibration.forcing_scales import SNOW, SNOW_LOCATION, SNOW_SCALE, SNOW_SHAPE
from parley.climate.calibration.normals import HALF_WIDTH
from parley.climate.calibration.prior_description import TABLES
from parley.climate.calibration.priors import draw_priors, prior_description
from parley.climate.calibration.response import forcing_score, is_physical
from parley.climate.ensemble import Ensemble
from parley.climate.parameters import EESC, MINOR_SCALE, REQUIRED, SOLAR_TREND, layer_names
from parley.climate.tables import read_table

SIZE = 40_000

# Mean and standard deviation of calibration v1.4.1 (Smith et al. 2024, section 3), worked out anew from its inputs.
NORMALS = {
    "erfari_radiative_efficiency[BC]": (0.027912537902307945, 0.014522144514891163),
    "erfari_radiative_efficiency[OC]": (-0.004329540531118141, 0.001860291360882199),
    "erfari_radiative_efficiency[Sulfur]": (-0.003076495863726468, 0.0013926471833207847),
    "erfari_radiative_efficiency[NOx]": (-8.173255239400487e-05, 1.91812207473321e-05),
    "erfari_radiative_efficiency[VOC]": (-1.7432846323818506e-05, 1.625020200497303e-05),
    "erfari_radiative_efficiency[NH3]": (-0.0006210986886723333, 4.2016237652950364e-05),
    "erfari_radiative_efficiency[CH4]": (-2.5587644850745743e-06, 1.0035321347506672e-06),
    "erfari_radiative_efficiency[N2O]": (-3.698028120052603e-05, 1.693206859771714e-05),
    f"erfari_radiative_efficiency[{EESC}]": (-8.259054746047065e-06, 9.538186229949809e-07),
    "ozone_radiative_efficiency[CH4]": (0.0002350505190991368, 3.760541287650741e-05),
    "ozone_radiative_efficiency[N2O]": (0.0011813037200414176, 0.00028727266686478706),
    f"ozone_radiative_efficiency[{EESC}]": (-5.477503477405308e-05, 7.306579387086555e-05),
    "ozone_radiative_efficiency[CO]": (2.3368673100535975e-05, 8.098070321644174e-05),
    "ozone_radiative_efficiency[VOC]": (0.0002733226062866285, 0.00022321448591315897),
    "ozone_radiative_efficiency[NOx]": (0.0011909594383937268, 0.0007090655798231664),
    "forcing_scale[CH4]": (1.0, 0.12159136638235384),
    "forcing_scale[N2O]": (1.0, 0.08511395646764769),
    MINOR_SCALE: (1.0, 0.11551179806323614),
    "forcing_scale[Stratospheric water vapour]": (1.0, 0.6079568319117692),
    "forcing_scale[Land use]": (1.0, 0.3039784159558846),
    "forcing_scale[Volcanic]": (1.0, 0.1519892079779423),
    "forcing_scale[Solar]": (1.0, 0.3039784159558846),
    SOLAR_TREND: (0.0, 0.042556978233823844),
    "forcing_scale[CO2]": (1.0, 0.07295481982941229),
    "baseline_concentration[CO2]": (278.3, 1.7630748125441305),
}


@cache
def members() -> dict[str, NDArray[np.float64]]:
    return draw_priors(SIZE, 7, 0)


def test_members_have_every_parameter_and_can_be_run() -> None:
    assert set(members()) == {*layer_names(3), *REQUIRED, SOLAR_TREND}
    assert len(Ensemble(members(), name="priors")) == SIZE


def test_a_batch_is_the_same_whichever_others_are_drawn() -> None:
    alone = draw_priors(500, 11, 3)
    for batch in (0, 3, 1):
        again = draw_priors(500, 11, batch)
        same = all(np.array_equal(again[name], alone[name]) for name in alone)
        assert same == (batch == 3)


def test_batches_and_seeds_share_no_member() -> None:
    first = draw_priors(500, 11, 0)
    for seed, batch in ((11, 1), (12, 0)):
        other = draw_priors(500, seed, batch)
        for name in first:
            assert not np.isin(other[name], first[name][first[name] != 0.0]).any(), name


@pytest.mark.parametrize("name", NORMALS)
def test_normal_priors_have_their_documented_mean_and_spread(name: str) -> None:
    mean, sd = NORMALS[name]
    drawn = members()[name]
    assert drawn.mean() == pytest.approx(mean, abs=4.0 * sd / np.sqrt(SIZE) + 2e-3 * abs(mean))
    assert drawn.std() == pytest.approx(sd, rel=0.015)
    low, high = np.percentile(drawn, [5.0, 95.0])
    assert (low, high) == pytest.approx((mean - HALF_WIDTH * sd, mean + HALF_WIDTH * sd), abs=0.05 * sd)


def test_processes_are_drawn_apart() -> None:
    names = ["forcing_4co2", "iirf_0[CO2]", "aci_shape[BC]", *(name for name in NORMALS if "scale[CO2]" not in name)]
    correlation = np.corrcoef([members()[name] for name in names])
    assert np.abs(correlation - np.eye(len(names))).max() < 5.0 / np.sqrt(SIZE)


def test_snow_has_its_assessed_quantiles() -> None:
    from scipy.stats import skewnorm

    quantiles = skewnorm.ppf([0.05, 0.5, 0.95], SNOW_SHAPE, SNOW_LOCATION, SNOW_SCALE)
    assert quantiles == pytest.approx([0.0, 1.0, 2.25], abs=1e-6)
    assert np.percentile(members()[SNOW], [5.0, 50.0, 95.0]) == pytest.approx(quantiles, abs=0.03)


def test_co2_scale_has_the_rank_of_the_forcing_of_its_quadrupling() -> None:
    forcing, scale = members()["forcing_4co2"], members()["forcing_scale[CO2]"]
    order = np.argsort(forcing)
    assert (np.diff(scale[order]) >= 0.0).all()
    assert np.unique(scale).size > 0.999 * SIZE


def test_scores_are_standard_normal_whichever_members_they_are_of() -> None:
    scores = forcing_score(members()["forcing_4co2"])
    assert scores.mean() == pytest.approx(0.0, abs=4.0 / np.sqrt(SIZE))
    assert np.percentile(scores, [2.5, 16.0, 84.0, 97.5]) == pytest.approx([-1.96, -0.994, 0.994, 1.96], abs=0.05)
    assert forcing_score(members()["forcing_4co2"][:10]) == pytest.approx(scores[:10], abs=0.0)


def test_responses_are_physical_and_like_the_models() -> None:
    columns = ["gamma_autocorrelation", *layer_names(3), "deep_ocean_efficacy", "sigma_eta", "sigma_xi", "forcing_4co2"]
    drawn = np.array([members()[name] for name in columns])
    assert is_physical(drawn).all()
    ensemble = Ensemble(members(), name="priors")
    rows = read_table("cmip6_response.csv")
    models = [0.5 * float(row["forcing_4co2"]) / float(row["ocean_heat_transfer_1"]) for row in rows]
    assert np.median(ensemble.ecs) == pytest.approx(np.median(models), abs=0.35)
    assert np.percentile(ensemble.ecs, 5.0) > 1.7


@pytest.mark.parametrize(
    ("place", "value", "why"),
    [
        (0, 0.5, "noise that lasts"),
        (1, 1.8, "a surface that holds no heat"),
        (2, 4.0, "a second layer no larger than the first"),
        (3, 10.0, "a third no larger than the second"),
        (4, 0.3, "almost no feedback"),
        (7, 0.0, "no efficacy"),
        (9, -0.1, "negative noise"),
    ],
)
def test_unphysical_responses_are_rejected(place: int, value: float, why: str) -> None:
    sound = np.array([[2.0, 4.0, 10.0, 80.0, 1.0, 2.0, 0.7, 1.1, 0.5, 0.5, 8.0]]).T
    assert is_physical(sound).all()
    sound[place] = value
    assert not is_physical(sound).any(), why


def test_carbon_cycles_are_spread_around_the_models() -> None:
    rows = read_table("c4mip_carbon_cycle.csv")
    for parameter, column, factor in (
        ("iirf_0[CO2]", "iirf_0_years", 1.0),
        ("iirf_uptake[CO2]", "iirf_uptake_years_per_gtc", GTC_PER_GTCO2),
        ("iirf_temperature[CO2]", "iirf_temperature_years_per_k", 1.0),
        ("iirf_airborne[CO2]", "iirf_airborne_years_per_gtc", GTC_PER_GTCO2),
    ):
        models = factor * np.array([float(row[column]) for row in rows])
        # Scott's bandwidth: the kernels' variance adds to that of the points.
        sd = np.sqrt(models.var() + models.var(ddof=1) * 11 ** (-2.0 / 8.0))
        drawn = members()[parameter]
        assert drawn.mean() == pytest.approx(models.mean(), abs=4.0 * sd / np.sqrt(SIZE)), parameter
        assert drawn.std() == pytest.approx(sd, rel=0.015), parameter


def test_the_description_names_tables_that_there_are_and_reasons() -> None:
    description = prior_description()
    named = {name for of_process in TABLES.values() for name in of_process}
    assert set(description["tables"]) == named
    for table in description["tables"].values():
        assert len(table["sha256"]) == 64
        assert table["version"]
    assert all(entry["reason"] and entry["deviation"] for entry in description["deviations"])
