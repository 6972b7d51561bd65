"""The lifetime of methane."""

from __future__ import annotations

from parley.climate.methane import MethaneLifetime, published_methane_lifetime


def methane_lifetime() -> MethaneLifetime:
    """Of the whole ensemble."""
    return published_methane_lifetime()
