"""Where things stand in the arrays that kernels share.

Members are worked on in blocks of ``LANES``, side by side, so that the compiler turns the innermost loop into vector
instructions. ``members[block, row, lane]`` holds what a member has of its own, ``steps[scenario, step, column]`` what
all members of a scenario share. A row or column is named here, once.
"""

from __future__ import annotations

from enum import IntEnum, auto, unique

LANES = 16
"""Members side by side: two vectors of AVX-512, four of AVX2."""

CO2_BOXES = 4


class FromZero(IntEnum):
    """Names for 0, 1, 2, … in the order in which they stand."""

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[int]) -> int:
        return count


@unique
class Member(FromZero):
    """Rows of a member; the rows of its energy balance follow (``matrix_row`` and the others below)."""

    IIRF_0 = auto()
    IIRF_UPTAKE = auto()
    IIRF_TEMPERATURE = auto()
    IIRF_AIRBORNE = auto()
    CO2_BASELINE = auto()
    CO2_SCALE = auto()
    CO2_REFERENCE_ERF = auto()
    CH4_SCALE = auto()
    CH4_REFERENCE_ERF = auto()
    N2O_SCALE = auto()
    N2O_REFERENCE_ERF = auto()
    CH4_LINEAR = auto()
    ACI_SCALE = auto()
    ACI_SULFUR = auto()
    ACI_BC = auto()
    ACI_OC = auto()
    ACI_REFERENCE = auto()
    FEEDBACK = auto()
    FINAL_EXCHANGE = auto()
    LINEAR = auto()


@unique
class Linear(FromZero):
    """Drivers whose forcing is a coefficient of the member times a number of the year; rows from ``Member.LINEAR``."""

    SULFUR = auto()
    BC = auto()
    OC = auto()
    NH3 = auto()
    NOX = auto()
    VOC = auto()
    CO = auto()
    N2O = auto()
    EESC = auto()
    AFOLU = auto()
    MINOR_GASES = auto()
    SOLAR = auto()
    SOLAR_TREND = auto()
    VOLCANIC = auto()


@unique
class Step(FromZero):
    """Columns of a step: what happens in one year of a scenario to all members alike."""

    CO2_EMISSIONS = auto()
    CO2_CUMULATIVE = auto()
    CH4_EMISSIONS = auto()
    CH4_LIFETIME = auto()
    SQRT_N2O = auto()
    SULFUR = auto()
    BC = auto()
    OC = auto()
    LINEAR = auto()


@unique
class State(FromZero):
    """Rows of what a member has become: the boxes of CO2 [GtCO2] come first; the energy balance stands last."""

    CO2_BOX_1 = auto()
    CO2_BOX_2 = auto()
    CO2_BOX_3 = auto()
    CO2_BOX_4 = auto()
    CH4_AIRBORNE = auto()
    CO2 = auto()
    CH4 = auto()
    ERF = auto()
    HEAT = auto()
    LAYERS = auto()


N_LINEAR = len(Linear)
N_STEP_COLUMNS = Step.LINEAR + N_LINEAR
MATRIX = Member.LINEAR + N_LINEAR
"""First row of the energy balance: the matrix, row by row; then the input; then the noise."""


def n_member_rows(layers: int) -> int:
    """Rows of a member whose energy balance has ``layers`` layers: matrix, input and noise follow ``MATRIX``."""
    states = layers + 1
    return int(MATRIX) + 2 * states * states + states
