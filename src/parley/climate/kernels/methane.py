"""The lifetime of methane, which chemistry and warming change.

Thornhill et al. 2021 (doi 10.5194/acp-21-1105-2021) as fitted in calibration v1.4.1 (Smith et al. 2024,
doi 10.5194/gmd-17-8569-2024): a product of one factor for each driver, none below ``FLOOR``.
"""

from __future__ import annotations

from parley.climate.kernels.compiling import inlined

FLOOR = 0.01


@inlined
def factor(sensitivity: float, change: float) -> float:
    """The factor of one driver: 1 + sensitivity x change since 1750, at least ``FLOOR``."""
    return max(1.0 + sensitivity * change, FLOOR)
