"""The ensemble that comes with Parley: a table of members, and beside it where they came from.

``parley climate calibrate`` makes both files; docs/explanation/ensemble.md tells how.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from parley.climate.ensemble import Ensemble
from parley.climate.methane import MethaneLifetime
from parley.climate.parameters import read_columns
from parley.climate.tables import read_text
from parley.errors import EnsembleError

TABLE = "default_ensemble.csv.gz"
PROVENANCE = "default_ensemble.json"
SEED = "seed"
"""The column of the seeds of internal variability; all others are parameters, the first has the ids."""


@cache
def load_default() -> Ensemble:
    """The packaged ensemble. Raises EnsembleError when table and provenance do not belong together."""
    return parse_ensemble(read_text(TABLE), load_provenance(), "the packaged ensemble")


def load_ensemble(path: Path | str) -> Ensemble:
    """The ensemble of a table that ``parley climate calibrate`` wrote, with the provenance beside it.

    Raises EnsembleError when either cannot be read, or they do not belong together.
    """
    table = Path(path)
    try:
        content = table.read_bytes()
        text = (gzip.decompress(content) if table.suffix == ".gz" else content).decode("utf-8")
        provenance = json.loads(provenance_path(table).read_text(encoding="utf-8"))
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise EnsembleError(f"{table}: cannot be read ({error}); give a table with its provenance beside it") from error
    return parse_ensemble(text, provenance, table.name)


def provenance_path(table: Path) -> Path:
    """Where the provenance of a table is: beside it, named alike."""
    return table.with_name(table.name.removesuffix(".gz").removesuffix(".csv") + ".json")


def load_provenance() -> dict[str, Any]:
    """Priors, targets, seed, versions and quality of the packaged ensemble; ``calibration.provenance`` has the keys."""
    provenance: dict[str, Any] = json.loads(read_text(PROVENANCE))
    return provenance


def parse_ensemble(table: str, provenance: Mapping[str, Any], source: str) -> Ensemble:
    """The members of a table that the calibration wrote, with what its provenance says of them."""
    if sha256(table.encode()).hexdigest() != provenance["table_sha256"]:
        raise EnsembleError(
            f"{source}: the table is not the one that its provenance tells of; install the package anew, or make both "
            "with parley climate calibrate"
        )
    ids, columns = read_columns(table.splitlines(), source)
    seeds = columns.pop(SEED)
    methane = dict(provenance["methane"])
    return Ensemble(
        columns,
        name=provenance["name"],
        members=[int(member) for member in ids],
        seeds=seeds.astype(np.int64),
        natural=provenance["natural"],
        methane=MethaneLifetime(**{**methane, "by_driver": MappingProxyType(methane["by_driver"])}),
        fair_compatible=provenance["fair_compatible"],
        provisional=provenance["provisional"],
    )
