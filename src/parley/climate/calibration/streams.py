"""Random numbers of the calibration: a sequence for each process and batch, told by the seed alone."""

from __future__ import annotations

from enum import IntEnum

import numpy as np


class Process(IntEnum):
    """What is drawn independently; a number once given is never used for another."""

    RESPONSE = 0
    CARBON = 1
    AEROSOL_RADIATION = 2
    AEROSOL_CLOUD = 3
    OZONE = 4
    FORCING_SCALES = 5
    CO2_1750 = 6
    RESPONSE_REFERENCE = 7
    CARBON_CANDIDATES = 8
    DRAW_OF_MEMBERS = 9


def open_stream(seed: int, process: Process, batch: int) -> np.random.Generator:
    """The sequence of ``process`` in a batch: the same whichever other processes and batches are drawn."""
    return np.random.Generator(np.random.PCG64DXSM(np.random.SeedSequence(seed, spawn_key=(process, batch))))
