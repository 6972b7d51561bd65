"""From one metric of CO2-equivalents to another, gas by gas, where the mass of the gas can be told."""

from __future__ import annotations

from parley.errors import InventoryError

MASS = "mass"

_GWP = {
    "SARGWP100": {"CH4": 21.0, "N2O": 310.0},
    "AR4GWP100": {"CH4": 25.0, "N2O": 298.0},
    "AR5GWP100": {"CH4": 28.0, "N2O": 265.0},
    "AR6GWP100": {"CH4": 27.9, "N2O": 273.0},
}


def gwp(metric: str, gas: str) -> float:
    """The weight of CH4 or N2O under ``metric``. Raises InventoryError for a metric that is not known."""
    try:
        return _GWP[metric][gas]
    except KeyError:
        raise InventoryError(f"{metric} is no metric we have for {gas}; there are {', '.join(_GWP)}") from None


def convertible(gas: str) -> bool:
    """Whether figures of ``gas`` can be put under another metric: F-gases and GHG are mixtures."""
    return gas in ("CO2", "CH4", "N2O")


def factor(gas: str, old: str, new: str) -> float:
    """What figures of ``gas`` under metric ``old`` are multiplied by to be under ``new``, or in mass (``MASS``).

    CO2 stays as it is; F-gases, whose masses are not known, stay as they are under ``old``.
    """
    if not convertible(gas) or gas == "CO2":
        return 1.0
    return (1.0 if new == MASS else gwp(new, gas)) / gwp(old, gas)
