"""The ledger: what documents say, kept for good, with who read it and when."""

from parley.ledger.ledger import Ledger
from parley.ledger.search import Hit
from parley.ledger.views import Change
from parley.ledger.writer import Added

__all__ = ["Added", "Change", "Hit", "Ledger"]
