"""The priors of all processes, drawn as full members."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.aerosol_cloud import draw_aerosol_cloud
from parley.climate.calibration.aerosol_radiation import draw_aerosol_radiation
from parley.climate.calibration.carbon import draw_carbon
from parley.climate.calibration.co2_1750 import draw_co2_1750
from parley.climate.calibration.forcing_scales import draw_forcing_scales
from parley.climate.calibration.methane_lifetime import methane_lifetime
from parley.climate.calibration.ozone import draw_ozone
from parley.climate.calibration.prior_description import prior_description
from parley.climate.calibration.response import draw_response
from parley.climate.calibration.streams import Process, open_stream

Array = NDArray[np.float64]

__all__ = ["draw_priors", "methane_lifetime", "prior_description"]


def draw_priors(size: int, seed: int, batch: int) -> dict[str, Array]:
    """Columns (member,) of ``size`` members, as ``parley.climate.parameters`` names them.

    A batch of a seed is the same to the last bit whichever other batches are drawn, and wherever. Processes are
    independent of each other but for the forcing scale of CO2, which has the rank of the forcing of its quadrupling.
    """
    response = draw_response(size, open_stream(seed, Process.RESPONSE, batch))
    forcing = response["forcing_4co2"]
    return {
        **response,
        **draw_carbon(size, open_stream(seed, Process.CARBON, batch)),
        **draw_co2_1750(size, open_stream(seed, Process.CO2_1750, batch)),
        **draw_aerosol_radiation(size, open_stream(seed, Process.AEROSOL_RADIATION, batch)),
        **draw_aerosol_cloud(size, open_stream(seed, Process.AEROSOL_CLOUD, batch)),
        **draw_ozone(size, open_stream(seed, Process.OZONE, batch)),
        **draw_forcing_scales(size, open_stream(seed, Process.FORCING_SCALES, batch), forcing),
    }
