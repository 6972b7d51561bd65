"""Units of emissions: a mass of a named substance a year, converted into the unit of the species.

The grammar is closed and our own. The well-kept alternative is pint with the definitions of openscm-units; it is not
used because nearly all that matters here is what must be refused (CO2-equivalents of a single gas, ``Mt NOx`` that
does not say as what, carbon where a mixture is meant), for which each species needs its own list anyway, and because
importing it takes longer than reading a table of emissions. ``parley.terms.units`` reads units out of prose, where
there is no "per year" and gases are few.

>>> to_native("Mt C/yr", "CO2 FFI") * 1000
3.664057946882025
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from parley.climate.emission_names import key_of, species_of_gas
from parley.climate.species import Species, constants, species
from parley.errors import ScenarioError

_CARBON, _NITROGEN, _SULPHUR, _NO = 12.011, 14.007, 32.06, 30.006
"""Molecular weights [g/mol], IUPAC abridged."""

_EXPONENTS = {"Pg": 9, "Gt": 9, "Tg": 6, "Mt": 6, "Gg": 3, "kt": 3, "Mg": 0, "t": 0}
"""Powers of ten of a tonne."""

_UNIT = re.compile(
    rf"(?P<mass>{'|'.join(_EXPONENTS)})[\s*·_]*(?P<substance>.*?)[\s*·]*"
    r"(?:/\s*(?:yr|year|annum|a|y)|\bper\s+(?:yr|year|annum|a)|\b(?:yr|year|a)\s*(?:\^|\*\*)?\s*-1)",
)
_EQUIVALENT = re.compile(r"equiv|co2e|eq$")

_UNCLEAR: Mapping[str, str] = {
    "CO2 FFI": "of carbon or of CO2",
    "CO2 AFOLU": "of carbon or of CO2",
    "N2O": "of nitrogen or of N2O",
    "NOx": "of nitrogen, NO or NO2",
    "NH3": "of nitrogen or of NH3",
    "Sulfur": "of sulphur or of SO2",
}
"""Species of which a mass alone, or of ``NOx`` or ``SOx``, may mean several things."""


def is_emission_unit(unit: str) -> bool:
    """Whether a unit is a mass a year, of whatever."""
    return _UNIT.fullmatch(_plain(unit)) is not None


@cache
def to_native(unit: str, name: str) -> float:
    """The factor from a unit as written into the unit of the species ``name``.

    Raises ScenarioError when the unit is not known, is of another substance, or does not say what it is a mass of.
    """
    entry = species()[name]
    read = _UNIT.fullmatch(_plain(unit))
    if read is None:
        raise ScenarioError(
            f"{unit!r} is not a unit of emissions Parley knows; write a mass, the substance and a year: {entry.unit}"
        )
    key = key_of(read["substance"])
    if _EQUIVALENT.search(key):
        raise ScenarioError(
            f"{unit!r} is an equivalent, which depends on the metric it was made with; "
            f"give the mass of the gas itself in {entry.unit}"
        )
    weight = _weight(entry, key)
    if weight is None:
        raise ScenarioError(f"{unit!r} {_obstacle(entry, key)}; the unit of {name} is {entry.unit}")
    power = _EXPONENTS[read["mass"]] - _EXPONENTS[entry.unit.split()[0]]
    return weight * 10.0**power if power >= 0 else weight / 10.0**-power


def _plain(unit: str) -> str:
    """Without subscripts and superscripts, and with one kind of minus."""
    return unicodedata.normalize("NFKC", unit).replace("\u2212", "-").strip()


def _weight(entry: Species, key: str) -> float | None:
    """Mass of the species for a mass of one of the substance; None when the substance is not it or not clear."""
    if not key:
        return None if entry.name in _UNCLEAR else 1.0
    if species_of_gas(key) == entry.name and key not in ("nox", "sox", "sulfur", "so2"):
        return 1.0
    return _substances().get(entry.name, {}).get(key)


@cache
def _substances() -> Mapping[str, Mapping[str, float]]:
    """By species the substances, beside its own gas, that its mass may be given of, with the mass for one of them."""
    weight = {name: entry.molecular_weight for name, entry in species().items()}
    carbon_dioxide = {"co2": 1.0, "c": constants()["co2_molecular_weight_g_mol"] / _CARBON}
    nitrogen_in_n2o, nitrogen_in_nh3 = weight["N2O"] / (2 * _NITROGEN), weight["NH3"] / _NITROGEN
    nitrogen_in_no2 = weight["NOx"] / _NITROGEN
    return {
        "CO2 FFI": carbon_dioxide,
        "CO2 AFOLU": carbon_dioxide,
        "CH4": {"c": weight["CH4"] / _CARBON, "ch4c": weight["CH4"] / _CARBON},
        "N2O": {"n": nitrogen_in_n2o, "n2on": nitrogen_in_n2o},
        "NH3": {"n": nitrogen_in_nh3, "nh3n": nitrogen_in_nh3},
        "NOx": {"no2": 1.0, "no": weight["NOx"] / _NO, "n": nitrogen_in_no2, "noxn": nitrogen_in_no2},
        "Sulfur": {"so2": 1.0, "s": weight["Sulfur"] / _SULPHUR},
        "CO": {"c": weight["CO"] / _CARBON},
        "BC": {"c": 1.0},
        "OC": {"c": 1.0},
    }


def _obstacle(entry: Species, key: str) -> str:
    """Why a mass of the substance is no mass of the species."""
    if entry.name in _UNCLEAR and (not key or species_of_gas(key) == entry.name):
        return (
            f"does not say whether it is a mass {_UNCLEAR[entry.name]}: write which (units=… does it without an edit)"
        )
    if entry.name == "VOC" and key == "c":
        return "is a mass of carbon, and how much of it a mixture holds is not known"
    return f"is of another substance than {entry.name}"
