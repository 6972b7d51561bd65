"""Emissions in, warming out: the climate engine. It knows nothing of Parties or text."""
