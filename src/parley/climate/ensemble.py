"""The ensemble: sets of parameters of the climate engine, equally likely."""

from __future__ import annotations

import gzip
import math
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from parley.climate.methane import MethaneLifetime, published_methane_lifetime
from parley.climate.natural import EDITIONS
from parley.climate.parameters import Packed, Parameters, layered, pack, parse_parameters, read_columns
from parley.errors import EnsembleError

if TYPE_CHECKING:
    import pandas as pd

Array = NDArray[np.float64]
IntArray = NDArray[np.int64]
Kept = TypeVar("Kept", NDArray[np.float64], NDArray[np.int64])

_DOUBLING_YEARS = math.log(2.0) / math.log(1.01)
"""In which CO2 doubles when it grows by 1 % a year: 69.66."""


class Ensemble:
    """Members, each a full set of parameters; nothing of it can be changed.

    Attributes:
        name: what to call it.
        members: ids as in the file, (member,).
        parameters: columns by name, each (member,), with FaIR's names and units.
        seeds: of each member's internal variability, (member,).
        natural: the edition of solar and volcanic forcing that it was calibrated with.
        fair_compatible: whether runs copy the oddities of FaIR unless told otherwise.
        methane: the lifetime of methane, the same for all members.
        provisional: true when it has not been calibrated, so that its odds are not to be relied on.
    """

    def __init__(
        self,
        parameters: Mapping[str, Array],
        *,
        name: str,
        members: Sequence[int] | IntArray | None = None,
        seeds: Sequence[int] | IntArray | Array | None = None,
        natural: str = EDITIONS[-1],
        methane: MethaneLifetime | None = None,
        fair_compatible: bool = False,
        provisional: bool = False,
    ) -> None:
        """Raises EnsembleError naming the column and row that cannot be used."""
        self.name, self.natural = name, natural
        self.methane = methane or published_methane_lifetime()
        self.fair_compatible, self.provisional = fair_compatible, provisional
        parsed = parse_parameters(parameters, name)
        self.parameters: Parameters = MappingProxyType({column: _kept(values) for column, values in parsed.items()})
        size = len(next(iter(self.parameters.values())))
        self.members: IntArray = _kept(_whole(range(size) if members is None else members, "ids", size, name))
        self.seeds: IntArray = _kept(_whole(self.members if seeds is None else seeds, "seeds", size, name))
        self._packed: dict[bool, Packed] = {}

    @classmethod
    def from_fair(cls, parameters: pd.DataFrame | Path | str, *, name: str | None = None) -> Ensemble:
        """The members of a calibrated, constrained ensemble of FaIR 2.2, from its csv file (or ``.csv.gz``) or frame.

        The first column, or the frame's index, has the ids. Runs are FaIR-compatible with the solar and volcanic
        forcing of calibration v1.4.1 unless told otherwise. Raises EnsembleError naming what cannot be used.
        """
        if isinstance(parameters, str | Path):
            path = Path(parameters)
            source = name or path.name
            opened = gzip.open if path.suffix == ".gz" else open
            try:
                with opened(path, "rt", encoding="utf-8") as text:
                    ids, columns = read_columns(text, source)
            except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
                raise EnsembleError(f"{path}: cannot be read ({error}); give a csv file of parameters") from error
        else:
            source = name or "parameters"
            ids, columns = [str(label) for label in parameters.index], _columns(parameters, source)
        return cls(
            {column: values for column, values in columns.items() if column != "seed"},
            name=source,
            members=_ids(ids, source),
            seeds=columns.get("seed"),
            natural=EDITIONS[0],
            fair_compatible=True,
        )

    @classmethod
    def default(cls) -> Ensemble:
        """The ensemble that comes with Parley."""
        from parley.climate.default_ensemble import load_default

        return load_default()

    def __len__(self) -> int:
        return len(self.members)

    def __reduce__(self) -> tuple[Callable[[dict[str, Any]], Ensemble], tuple[dict[str, Any]]]:
        named = ("name", "members", "seeds", "natural", "methane", "fair_compatible", "provisional")
        return _remade, ({"parameters": dict(self.parameters), **{each: getattr(self, each) for each in named}},)

    def __repr__(self) -> str:
        return f"<Ensemble {self.name}: {len(self)} members{', provisional' if self.provisional else ''}>"

    @cached_property
    def ecs(self) -> Array:
        """Equilibrium climate sensitivity, (member,) [K]: forcing of a doubling over the feedback parameter."""
        return _kept(0.5 * self.parameters["forcing_4co2"] / self.parameters["ocean_heat_transfer[0]"])

    @cached_property
    def tcr(self) -> Array:
        """Transient climate response, (member,) [K]: warming when CO2 has doubled at 1 % a year.

        From the modes of the energy balance: Geoffroy et al. 2013 (doi 10.1175/JCLI-D-12-00195.1).
        """
        rates = -_layer_rates(self.parameters)
        values, vectors = np.linalg.eig(rates)
        times = 1.0 / values.real
        inverse = np.linalg.inv(vectors)
        capacity = self.parameters["ocean_heat_capacity[0]"]
        weights = times * (vectors[:, 0, :] * inverse[:, :, 0]).real / capacity[:, None]
        shares = 1.0 - times / _DOUBLING_YEARS * (1.0 - np.exp(-_DOUBLING_YEARS / times))
        return _kept(0.5 * self.parameters["forcing_4co2"] * (weights * shares).sum(axis=1))

    def subset(self, rows: Sequence[int] | IntArray | slice, name: str | None = None) -> Ensemble:
        """The members at these places, with their ids, seeds and everything else as they are here."""
        chosen = np.arange(len(self))[rows]
        return Ensemble(
            {column: values[chosen] for column, values in self.parameters.items()},
            name=name or self.name,
            members=self.members[chosen],
            seeds=self.seeds[chosen],
            natural=self.natural,
            methane=self.methane,
            fair_compatible=self.fair_compatible,
            provisional=self.provisional,
        )

    def packed(self, fair_compatible: bool) -> Packed:
        """The members as the kernels take them; worked out once."""
        if fair_compatible not in self._packed:
            self._packed[fair_compatible] = pack(self.parameters, fair_compatible)
        return self._packed[fair_compatible]


def _remade(state: dict[str, Any]) -> Ensemble:
    """The ensemble that was pickled."""
    return Ensemble(state.pop("parameters"), **state)


def _layer_rates(parameters: Parameters) -> Array:
    """d T / dt = rates T of the layers alone, (member, layer, layer) [1/yr]."""
    capacity, transfer = layered(parameters, "ocean_heat_capacity"), layered(parameters, "ocean_heat_transfer")
    size, layers = capacity.shape
    below = np.concatenate([transfer[:, 1:], np.zeros((size, 1))], axis=1)
    if layers > 1:
        below[:, layers - 2] *= parameters["deep_ocean_efficacy"]
    rates = np.zeros((size, layers, layers))
    for layer in range(layers):
        rates[:, layer, layer] = -(transfer[:, layer] + below[:, layer]) / capacity[:, layer]
        if layer > 0:
            rates[:, layer, layer - 1] = transfer[:, layer] / capacity[:, layer]
        if layer + 1 < layers:
            rates[:, layer, layer + 1] = below[:, layer] / capacity[:, layer]
    return rates


def _columns(frame: pd.DataFrame, source: str) -> dict[str, Array]:
    columns: dict[str, Array] = {}
    if twice := sorted({str(name) for name in frame.columns[frame.columns.duplicated()]}):
        raise EnsembleError(f"{source}: column {', '.join(twice)} is there more than once; keep the one that is meant")
    for name in frame.columns:
        try:
            columns[str(name)] = frame[name].to_numpy(dtype=np.float64)
        except (TypeError, ValueError) as error:
            raise EnsembleError(f"{source}: {name} has a value that is not a number ({error})") from error
    return columns


def _whole(labels: Sequence[int] | IntArray | Array, what: str, size: int, name: str) -> IntArray:
    given = np.asarray(labels)
    if given.shape != (size,):
        raise EnsembleError(f"{name}: {given.size} {what} for {size} members; give one a member")
    if not np.isfinite(given).all() or (given != np.floor(given)).any():
        raise EnsembleError(f"{name}: {what} must be whole numbers")
    return given.astype(np.int64)


def _ids(labels: Sequence[str], source: str) -> list[int]:
    try:
        ids = [int(label) for label in labels]
    except ValueError as error:
        raise EnsembleError(
            f"{source}: the first column must have the ids of members, whole numbers ({error})"
        ) from error
    if len(set(ids)) != len(ids):
        raise EnsembleError(f"{source}: two members have the same id")
    return ids


def _kept(values: Kept) -> Kept:
    values = np.array(values)
    values.setflags(write=False)
    return values
