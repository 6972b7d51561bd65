"""Text from documents is hostile until shown otherwise: what is printed is made harmless."""

from __future__ import annotations

from parley.terms.plain_text import csv_cell, plain

__all__ = ["csv_cell", "plain"]
