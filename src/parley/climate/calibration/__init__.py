"""Calibration: from priors and observations to the ensemble that comes with Parley."""
