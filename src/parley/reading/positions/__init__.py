"""What Parties hold on issues: whom they urge to do what, what they oppose, welcome, link and keep apart."""

from __future__ import annotations

from parley.reading.positions.reading import read_positions

__all__ = ["read_positions"]
