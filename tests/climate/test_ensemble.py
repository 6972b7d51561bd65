"""An ensemble: its members, what they tell of themselves, and that nobody changes them."""

from __future__ import annotations

import pickle

import numpy as np
import pandas as pd
import pytest
import scipy.linalg
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.methane import MethaneLifetime, published_methane_lifetime
from parley.climate.scenario import Scenario
from parley.errors import ClimateError, EnsembleError
from tests.climate import making, twin


def test_sensitivity_is_the_forcing_of_a_doubling_over_the_feedback() -> None:
    ensemble = making.make_ensemble(10)
    own = ensemble.parameters
    assert np.array_equal(ensemble.ecs, 0.5 * own["forcing_4co2"] / own["ocean_heat_transfer[0]"])


@settings(deadline=None, max_examples=20)
@given(seed=st.integers(0, 2**32 - 1), layers=st.integers(2, 4))
def test_the_transient_response_is_the_warming_when_co2_has_doubled_at_one_percent_a_year(
    seed: int, layers: int
) -> None:
    """Forcing that grows along a line: one exponential of layers, forcing and its growth over all the years."""
    ensemble = making.make_ensemble(6, layers, seed)
    own, years = ensemble.parameters, np.log(2.0) / np.log(1.01)
    capacity, transfer = twin.layers_of(own, "ocean_heat_capacity"), twin.layers_of(own, "ocean_heat_transfer")
    for member in range(6):
        line = np.zeros((layers + 2, layers + 2))
        line[:layers, :layers] = twin.rates(
            1.0, capacity[:, member], transfer[:, member], own["deep_ocean_efficacy"][member]
        )[1:, 1:]
        line[0, layers] = 1.0 / capacity[0, member]
        line[layers, layers + 1] = 0.5 * own["forcing_4co2"][member] / years
        warming = scipy.linalg.expm(line * years)[0, layers + 1]
        assert ensemble.tcr[member] == pytest.approx(warming, rel=1e-9)
    assert (ensemble.tcr < ensemble.ecs).all()


def test_arrays_and_columns_cannot_be_changed() -> None:
    ensemble = making.make_ensemble()
    for values in (*ensemble.parameters.values(), ensemble.members, ensemble.seeds, ensemble.ecs, ensemble.tcr):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 1
    with pytest.raises(TypeError):
        ensemble.parameters["sigma_xi"] = np.ones(4)  # type: ignore[index]


def test_what_it_was_made_of_may_change_afterwards() -> None:
    parameters = making.make_parameters()
    ensemble = Ensemble(parameters, name="invented")
    before = run(Scenario.packaged("ssp245"), ensemble).series("temperature")
    parameters["forcing_4co2"] *= 2.0
    parameters["ocean_heat_transfer[0]"] *= 2.0
    assert np.array_equal(run(Scenario.packaged("ssp245"), ensemble).series("temperature"), before)
    assert not np.array_equal(ensemble.parameters["forcing_4co2"], parameters["forcing_4co2"])


def test_a_subset_keeps_all_but_the_members_left_out() -> None:
    whole = making.make_ensemble(9, natural="v1.4.1", fair_compatible=True, provisional=True, seeds=np.arange(9) * 399)
    part = whole.subset([7, 2, 3], name="three")
    assert (part.name, part.natural, part.fair_compatible, part.provisional) == ("three", "v1.4.1", True, True)
    assert part.members.tolist() == [1049, 1014, 1021]
    assert part.seeds.tolist() == [7 * 399, 2 * 399, 3 * 399]
    assert part.ecs.tolist() == whole.ecs[[7, 2, 3]].tolist()
    assert whole.subset(slice(2, 4)).name == whole.name
    assert whole.subset(whole.ecs > 3.0).members.tolist() == whole.members[whole.ecs > 3.0].tolist()


def test_a_subset_of_nobody_is_refused() -> None:
    with pytest.raises(EnsembleError, match="one member or more"):
        making.make_ensemble().subset([])


@pytest.mark.parametrize("what", ["members", "seeds"])
def test_ids_and_seeds_are_one_a_member(what: str) -> None:
    with pytest.raises(EnsembleError, match=r"3 (ids|seeds) for 4 members"):
        Ensemble(making.make_parameters(), name="invented", **{what: [1, 2, 3]})  # type: ignore[arg-type]


def test_a_frame_and_its_file_are_the_same_ensemble(tmp_path_factory: pytest.TempPathFactory) -> None:
    frame = pd.DataFrame(making.make_parameters(), index=[9, 4, 2, 1])
    path = tmp_path_factory.mktemp("ensemble") / "members.csv"
    frame.to_csv(path)
    one, other = Ensemble.from_fair(frame, name="members"), Ensemble.from_fair(path, name="members")
    assert one.members.tolist() == other.members.tolist() == [9, 4, 2, 1]
    assert one.seeds.tolist() == [9, 4, 2, 1]
    assert all(np.array_equal(one.parameters[name], other.parameters[name]) for name in one.parameters)
    assert repr(one) == "<Ensemble members: 4 members>"


def test_a_provisional_ensemble_says_so() -> None:
    ensemble = making.make_ensemble(provisional=True)
    assert repr(ensemble) == "<Ensemble invented: 4 members, provisional>"
    assert run(Scenario.packaged("ssp119"), ensemble).provisional


def test_an_edition_of_natural_forcing_that_is_not_there_is_named() -> None:
    with pytest.raises(ClimateError, match="no natural forcing '2099'"):
        run(Scenario.packaged("ssp119"), making.make_ensemble(natural="2099"))


def test_methane_lives_as_long_as_the_ensemble_says() -> None:
    published = published_methane_lifetime()
    longer = MethaneLifetime(published.years * 1.1, published.by_ch4, published.by_warming, published.by_driver)
    usual = run(Scenario.packaged("ssp245"), making.make_ensemble(), outputs=("concentration",))
    changed = run(Scenario.packaged("ssp245"), making.make_ensemble(methane=longer), outputs=("concentration",))
    assert (changed.concentration["CH4"][:, :, -1] > usual.concentration["CH4"][:, :, -1] + 50.0).all()
    assert np.array_equal(changed.concentration["N2O"], usual.concentration["N2O"])


def test_an_ensemble_can_be_sent_to_another_process() -> None:
    ensemble = Ensemble.default().subset(slice(3))
    copy = pickle.loads(pickle.dumps(ensemble))
    assert (copy.name, copy.natural, copy.methane) == (ensemble.name, ensemble.natural, ensemble.methane)
    assert np.array_equal(copy.members, ensemble.members)
    assert all(np.array_equal(copy.parameters[name], values) for name, values in ensemble.parameters.items())
    assert not copy.members.flags.writeable
