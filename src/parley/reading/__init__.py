"""Reading: from a Document to its reports, without I/O."""

from parley.reading.pipeline import Reader

__all__ = ["Reader"]
