"""Time: the interval type and the grammar of English date expressions."""

from parley.terms.when.interval import Interval, Precision

__all__ = ["Interval", "Precision"]
