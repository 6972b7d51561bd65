"""Names of emissions: which row of a table is which species.

Read are the names of FaIR (``HFC-134a``) and the variables of IAMC tables as RCMIP, AR6, climate-assessment and CMIP7
write them: with or without ``Emissions|``, with or without the family (``Emissions|F-Gases|HFC|HFC134a``). A sector
of a gas, a sum of gases and a species the model does not have are told apart from a name that is not known, because a
misspelt row that is passed over looks like an edit without effect.

>>> read_emission_name("Emissions|HFC|HFC43-10").species
'HFC-4310mee'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from parley.climate.species import EMITTED, species

_SUFFIX = re.compile(r"\s*[\[(][^\])]*[\])]$")
_FAMILIES = frozenset(
    ("fgases", "hfc", "hfcs", "pfc", "pfcs", "montrealgases", "cfc", "cfcs", "hcfc", "hcfcs", "halon", "halons")
)
_BASKETS = _FAMILIES | {"kyotogases", "kyotoghg", "ghg", "ghgs", "greenhousegases", "co2eq", "co2equivalent"}
_DIAGNOSTICS = frozenset(("ar6climatediagnostics", "climateassessment", "diagnostics"))
_SECTORS = frozenset(("afolu", "agriculture", "energy", "energyandindustrialprocesses", "industrialprocesses", "waste"))
_NOT_MODELLED: Mapping[str, str] = {
    "halon1202": "the model has no Halon-1202",
    "noxaviation": "the model has no contrails; aviation is part of NOx",
    "hfc245ca": "the model has no HFC-245ca; some AR6 tables mean HFC-245fa by it: then rename the row",
}


class Role(StrEnum):
    """What a row of an emission table is."""

    SPECIES = "species"
    CO2_TOTAL = "total CO2"
    CO2_ENERGY = "CO2 from energy"
    CO2_INDUSTRY = "CO2 from industrial processes"
    SECTOR = "a sector of a species"
    BASKET = "a sum of several gases"
    NOT_MODELLED = "a species the model does not have"
    OTHER = "no emission"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class EmissionName:
    """A name as written, what it is, the species when it is one, and what there is to say about it."""

    written: str
    role: Role
    species: str = ""
    remark: str = ""

    @property
    def infilled(self) -> bool:
        """Whether climate-assessment wrote it for climate models to run, after steps that it writes, too."""
        return "|Infilled|" in self.written


_CO2_SECTORS: Mapping[str, Role | str] = {
    "energyandindustrialprocesses": "CO2 FFI",
    "magiccfossilandindustrial": "CO2 FFI",
    "fossil": "CO2 FFI",
    "ffi": "CO2 FFI",
    "afolu": "CO2 AFOLU",
    "magiccafolu": "CO2 AFOLU",
    "biosphere": "CO2 AFOLU",
    "energy": Role.CO2_ENERGY,
    "industrialprocesses": Role.CO2_INDUSTRY,
}


def key_of(name: str) -> str:
    """A name without what writers differ in: case, hyphens, blanks, points."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


@cache
def read_emission_name(variable: str) -> EmissionName:
    """What a variable such as ``Emissions|CO2|AFOLU`` or ``HFC-134a`` is. Never raises: there is a role for unknown."""
    path = _below_emissions([part.strip() for part in variable.split("|")])
    if not path:
        return EmissionName(variable, Role.OTHER)
    in_family = False
    while len(path) > 1 and key_of(path[0]) in _FAMILIES:
        path, in_family = path[1:], True
    gas, sectors = key_of(path[0]), path[1:]
    if gas == "co2":
        return _read_co2(variable, sectors)
    if found := _gases().get(gas):
        return EmissionName(variable, Role.SECTOR if sectors else Role.SPECIES, found)
    if remark := _NOT_MODELLED.get(gas):
        return EmissionName(variable, Role.NOT_MODELLED, remark=remark)
    if key_of(_SUFFIX.sub("", path[0])) in _BASKETS or (in_family and gas in _SECTORS):
        return EmissionName(variable, Role.BASKET)
    return EmissionName(variable, Role.UNKNOWN)


def species_of_gas(name: str) -> str | None:
    """The species of a gas alone, as in a unit: ``HFC4310`` is HFC-4310mee; None when it is not one."""
    return _gases().get(key_of(name))


def nearest_species(variable: str) -> str | None:
    """The species whose name is most like a name that is not known; None when none is like it."""
    like = get_close_matches(key_of(variable.rpartition("|")[2]), _gases(), n=1, cutoff=0.75)
    return _gases()[like[0]] if like else None


def _below_emissions(path: list[str]) -> list[str]:
    """The path below ``Emissions``; all of it when that is left out; nothing when it is no emission."""
    keys = [key_of(part) for part in path]
    if "emissions" in keys:
        place = keys.index("emissions")
        return path[place + 1 :] if place == 0 or keys[0] in _DIAGNOSTICS else []
    if len(path) == 1 or keys[0] == "co2" or keys[0] in _gases() or keys[0] in _BASKETS:
        return path
    return []


def _read_co2(variable: str, sectors: list[str]) -> EmissionName:
    """CO2 is emitted as two species, of which one row is total, and some tables give finer parts."""
    if not sectors:
        return EmissionName(variable, Role.CO2_TOTAL)
    meant = _CO2_SECTORS.get(key_of(sectors[0])) if len(sectors) == 1 else None
    if meant is None:
        return EmissionName(variable, Role.SECTOR)
    return EmissionName(variable, meant) if isinstance(meant, Role) else EmissionName(variable, Role.SPECIES, meant)


@cache
def _gases() -> Mapping[str, str]:
    """Species by the key of every way its gas is written, the family and ``Emissions`` left out."""
    found: dict[str, str] = {}
    for name in EMITTED:
        entry = species()[name]
        for written in (name, entry.iamc, *entry.aliases):
            path = written.split("|")
            if "CO2" not in path:
                found[key_of(path[-1])] = name
    return found
