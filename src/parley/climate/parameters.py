"""What a member of an ensemble has of its own, under the names of FaIR's calibrations, and as kernels want it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.agents import Agent
from parley.climate.kernels.energy_balance import discretise
from parley.climate.kernels.layout import LANES, MATRIX, N_LINEAR, Linear, Member, n_member_rows
from parley.climate.kernels.reference import fill_references
from parley.climate.species import MINOR_GASES, SLCFS, constants, species
from parley.errors import EnsembleError

Array = NDArray[np.float64]
Parameters = Mapping[str, Array]
Lane = TypeVar("Lane", np.float64, np.uint64)

EESC = "Equivalent effective stratospheric chlorine"
"""As FaIR names it."""

_RESPONSE = ("gamma_autocorrelation", "deep_ocean_efficacy", "sigma_eta", "sigma_xi", "forcing_4co2")
_CARBON = (
    *("iirf_0[CO2]", "iirf_uptake[CO2]", "iirf_temperature[CO2]", "iirf_airborne[CO2]"),
    *("baseline_concentration[CO2]", "forcing_scale[CO2]"),
)
_ERFARI = tuple(f"erfari_radiative_efficiency[{name}]" for name in (*SLCFS[:-1], "CH4", "N2O", EESC))
_OZONE = tuple(f"ozone_radiative_efficiency[{name}]" for name in ("CH4", "N2O", EESC, "CO", "VOC", "NOx"))
_CLOUD = ("aci_scale", "aci_shape[Sulfur]", "aci_shape[BC]", "aci_shape[OC]")
_SCALED = (
    *("CH4", "N2O", "Stratospheric water vapour", "Land use", "Volcanic", "Solar"),
    "Light absorbing particles on snow and ice",
)
_SCALES = tuple(f"forcing_scale[{name}]" for name in _SCALED)
MINOR_SCALE = "forcing_scale[minor greenhouse gases]"
"""One factor on the forcing of all 40 minor gases; FaIR's files repeat it once for each."""

SOLAR_TREND = "solar_trend"
"""Forcing [W m-2] added by 2020, along a line from 1750, constant afterwards; the published v1.4.1 lacks it."""

REQUIRED = (*_RESPONSE, *_CARBON, *_ERFARI, *_OZONE, *_CLOUD, *_SCALES, MINOR_SCALE)
OPTIONAL = {SOLAR_TREND: 0.0, "erfari_radiative_efficiency[CO]": 0.0}
"""What a file may leave out, with the value it then has."""
_PASSED_OVER = {"stochastic_run", "use_seed"}
_POSITIVE = ("gamma_autocorrelation", "deep_ocean_efficacy", "baseline_concentration[CO2]", "forcing_4co2")
_NOT_NEGATIVE = ("sigma_eta", "sigma_xi", "aci_shape[Sulfur]", "aci_shape[BC]", "aci_shape[OC]")


def layer_names(layers: int) -> tuple[str, ...]:
    """Columns of the energy balance with so many layers."""
    return tuple(
        f"{name}[{layer}]" for name in ("ocean_heat_capacity", "ocean_heat_transfer") for layer in range(layers)
    )


def parse_parameters(columns: Mapping[str, Array], source: str) -> dict[str, Array]:
    """Check the columns of a file and give them in our order; ``seed`` and the ids of members are not among them.

    Raises EnsembleError naming the column (and the place in it) that is missing, unknown, not a number, or impossible.
    """
    columns = _with_one_minor_scale(
        {name: column for name, column in columns.items() if name not in _PASSED_OVER}, source
    )
    layers = sum(name.startswith("ocean_heat_capacity[") for name in columns)
    wanted = (*layer_names(max(layers, 2)), *REQUIRED)
    if missing := [name for name in wanted if name not in columns]:
        raise EnsembleError(f"{source}: no column {', '.join(missing)}; every member needs a value of its own")
    if unknown := [name for name in columns if name not in wanted and name not in OPTIONAL]:
        raise EnsembleError(
            f"{source}: column {', '.join(unknown)} is not a parameter of this engine; without it results would differ "
            "from what its authors meant, so remove it only if you know that it has no effect"
        )
    parsed = {name: _numbers(columns[name], name, source) for name in wanted}
    size = parsed[wanted[0]].size
    for name, default in OPTIONAL.items():
        parsed[name] = _numbers(columns.get(name, np.full(size, default)), name, source)
    for name, values in parsed.items():
        if values.size != size:
            raise EnsembleError(
                f"{source}: {name} has {values.size} values, but {wanted[0]} has {size}; give one a member"
            )
    _check(parsed, layers, source)
    return parsed


def _numbers(column: Array, name: str, source: str) -> Array:
    try:
        values = np.asarray(column, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise EnsembleError(f"{source}: {name} has a value that is not a number ({error})") from error
    if values.ndim != 1 or not values.size:
        raise EnsembleError(
            f"{source}: {name} has the shape {values.shape}; give one value a member, of one member or more"
        )
    return values


def _with_one_minor_scale(columns: dict[str, Array], source: str) -> dict[str, Array]:
    """The 40 equal columns of FaIR's files as one."""
    names = [f"forcing_scale[{gas}]" for gas in MINOR_GASES]
    given = [name for name in names if name in columns]
    if not given:
        return columns
    if absent := [name for name in names if name not in columns]:
        raise EnsembleError(f"{source}: no column {', '.join(absent)}, though other minor gases have theirs")
    first = columns[given[0]]
    for name in given[1:]:
        if not np.array_equal(columns[name], first):
            raise EnsembleError(
                f"{source}: {name} differs from {given[0]}; this engine has one factor for all minor greenhouse gases"
            )
    return {name: column for name, column in columns.items() if name not in names} | {MINOR_SCALE: first}


def _check(parsed: Mapping[str, Array], layers: int, source: str) -> None:
    positive = (*_POSITIVE, *layer_names(layers))
    for name, values in parsed.items():
        wrong = ~np.isfinite(values)
        why = "is not a number"
        if name in positive:
            wrong, why = ~(values > 0.0) | wrong, "must be above 0"
        elif name in _NOT_NEGATIVE:
            wrong, why = ~(values >= 0.0) | wrong, "must not be below 0"
        if wrong.any():
            row = int(np.argmax(wrong))
            raise EnsembleError(f"{source}: {name} in row {row + 1} is {values[row]:g}, but {why}")


def n_layers(parameters: Parameters) -> int:
    """Layers of the energy balance."""
    return sum(re.fullmatch(r"ocean_heat_capacity\[\d+\]", name) is not None for name in parameters)


def layered(parameters: Parameters, name: str) -> Array:
    """``ocean_heat_capacity`` or ``ocean_heat_transfer`` of all layers, (member, layer)."""
    return np.stack([parameters[f"{name}[{layer}]"] for layer in range(n_layers(parameters))], axis=1)


@dataclass(frozen=True, eq=False, slots=True)
class Packed:
    """An ensemble as the kernels take it: members in blocks of ``LANES``, the last filled up with its last member."""

    blocks: Array
    """(block, row, lane) as ``kernels.layout.Member``"""
    linear: Array
    """(agent, driver, member)"""
    ch4_linear: Array
    """(agent, member) [W m-2 ppb-1]"""
    layers: int


def pack(parameters: Parameters, fair_compatible: bool) -> Packed:
    """Everything about the members that no scenario changes, worked out once: coefficients, matrices, noise."""
    linear, ch4_linear = _linear(parameters, fair_compatible)
    layers = n_layers(parameters)
    rows = np.empty((n_member_rows(layers), linear.shape[2]))
    rows[Member.IIRF_0] = parameters["iirf_0[CO2]"]
    rows[Member.IIRF_UPTAKE] = parameters["iirf_uptake[CO2]"]
    rows[Member.IIRF_TEMPERATURE] = parameters["iirf_temperature[CO2]"]
    rows[Member.IIRF_AIRBORNE] = parameters["iirf_airborne[CO2]"]
    rows[Member.CO2_BASELINE] = parameters["baseline_concentration[CO2]"]
    constant, gases = constants(), species()
    rows[Member.CO2_SCALE] = parameters["forcing_scale[CO2]"] * (1.0 + constant["co2_tropospheric_adjustment"])
    rows[Member.CH4_SCALE] = parameters["forcing_scale[CH4]"] * (1.0 + gases["CH4"].tropospheric_adjustment)
    rows[Member.N2O_SCALE] = parameters["forcing_scale[N2O]"] * (1.0 + gases["N2O"].tropospheric_adjustment)
    rows[Member.CH4_LINEAR] = ch4_linear.sum(axis=0)
    rows[Member.ACI_SCALE] = parameters["aci_scale"]
    for row, name in ((Member.ACI_SULFUR, "Sulfur"), (Member.ACI_BC, "BC"), (Member.ACI_OC, "OC")):
        rows[row] = parameters[f"aci_shape[{name}]"]
    baseline = np.array([gases[name].baseline_emissions for name in ("Sulfur", "BC", "OC")])
    fill_references(rows, gases["CH4"].baseline_concentration, gases["N2O"].baseline_concentration, baseline)
    rows[Member.LINEAR : Member.LINEAR + N_LINEAR] = linear.sum(axis=0)
    _fill_energy_balance(parameters, layers, rows)
    return Packed(_in_blocks(rows), linear, ch4_linear, layers)


def _linear(parameters: Parameters, fair_compatible: bool) -> tuple[Array, Array]:
    """Coefficients (agent, driver, member) of the linear drivers, and (agent, member) of methane's concentration.

    FaIR 2.2.5 works out aerosol-radiation interactions before it knows the year's chlorine, so that the coefficient of
    chlorine has no effect there; that is copied when ``fair_compatible``.
    """
    size = len(parameters[REQUIRED[0]])
    linear, ch4 = np.zeros((len(Agent), N_LINEAR, size)), np.zeros((len(Agent), size))
    constant = constants()
    named = {**{name: Linear[name.upper()] for name in SLCFS}, "N2O": Linear.N2O, EESC: Linear.EESC}
    for agent, prefix in ((Agent.AEROSOL_RADIATION, "erfari"), (Agent.OZONE, "ozone")):
        for name, driver in named.items():
            column = parameters.get(f"{prefix}_radiative_efficiency[{name}]")
            if column is not None:
                linear[agent, driver] = column
        ch4[agent] = parameters[f"{prefix}_radiative_efficiency[CH4]"]
    if fair_compatible:
        linear[Agent.AEROSOL_RADIATION, Linear.EESC] = 0.0
    snow, water, land = (f"forcing_scale[{_SCALED[place]}]" for place in (6, 2, 3))
    linear[Agent.SNOW, Linear.BC] = constant["lapsi_radiative_efficiency"] * parameters[snow]
    linear[Agent.LAND_USE, Linear.AFOLU] = constant["land_use_forcing_per_gtco2"] * parameters[land]
    linear[Agent.MINOR_GASES, Linear.MINOR_GASES] = parameters[MINOR_SCALE]
    linear[Agent.SOLAR, Linear.SOLAR] = parameters["forcing_scale[Solar]"]
    linear[Agent.SOLAR, Linear.SOLAR_TREND] = parameters[SOLAR_TREND]
    linear[Agent.VOLCANIC, Linear.VOLCANIC] = parameters["forcing_scale[Volcanic]"]
    ch4[Agent.STRATOSPHERIC_WATER] = constant["stratospheric_water_vapour_factor"] * parameters[water]
    return linear, ch4


def _fill_energy_balance(parameters: Parameters, layers: int, rows: Array) -> None:
    states, size = layers + 1, rows.shape[1]
    capacity, transfer = layered(parameters, "ocean_heat_capacity"), layered(parameters, "ocean_heat_transfer")
    matrix, push, root = np.empty((size, states, states)), np.empty((size, states)), np.empty((size, states, states))
    efficacy = parameters["deep_ocean_efficacy"]
    sigmas = parameters["sigma_eta"], parameters["sigma_xi"]
    discretise(parameters["gamma_autocorrelation"], capacity, transfer, efficacy, *sigmas, matrix, push, root)
    rows[Member.FEEDBACK] = transfer[:, 0]
    rows[Member.FINAL_EXCHANGE] = (1.0 - efficacy) * transfer[:, -1]
    after = MATRIX + states * states
    rows[MATRIX:after] = matrix.reshape(size, -1).T
    rows[after : after + states] = push.T
    rows[after + states :] = root.reshape(size, -1).T


def _in_blocks(rows: Array) -> Array:
    padded = in_lanes(rows)
    return np.ascontiguousarray(padded.reshape(rows.shape[0], -1, LANES).transpose(1, 0, 2))


def in_lanes(values: NDArray[Lane]) -> NDArray[Lane]:
    """The last axis, of members, filled up to whole blocks by repeating the last."""
    missing = -values.shape[-1] % LANES
    return np.concatenate([values, np.repeat(values[..., -1:], missing, axis=-1)], axis=-1)


def read_columns(text: Iterable[str], source: str) -> tuple[list[str], dict[str, Array]]:
    """The ids and the columns of a csv file with a line for each member; lines that begin with # are comments."""
    import csv

    lines = csv.reader(line for line in text if line.strip() and not line.startswith("#"))
    header = next(lines, None)
    if not header:
        raise EnsembleError(f"{source}: is empty; give a csv file with a line for each member")
    if twice := sorted({name for name in header if header.count(name) > 1}):
        raise EnsembleError(f"{source}: column {', '.join(twice)} is there more than once; keep the one that is meant")
    ids: list[str] = []
    cells: list[list[float]] = []
    for number, line in enumerate(lines, start=1):
        if len(line) != len(header):
            raise EnsembleError(f"{source}: row {number} has {len(line)} cells, but there are {len(header)} columns")
        ids.append(line[0])
        cells.append([_number(cell, name, number, source) for name, cell in zip(header[1:], line[1:], strict=True)])
    if not cells:
        raise EnsembleError(f"{source}: has no members; give a csv file with a line for each")
    table = np.array(cells, dtype=np.float64)
    return ids, {name: np.ascontiguousarray(table[:, place]) for place, name in enumerate(header[1:])}


def _number(cell: str, name: str, row: int, source: str) -> float:
    if name in _PASSED_OVER:
        return 0.0
    try:
        return float(cell)
    except ValueError as error:
        raise EnsembleError(f"{source}: {name} in row {row} is {cell!r}, which is not a number") from error
