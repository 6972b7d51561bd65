"""The reference figures as this run is to use them."""

from __future__ import annotations

from parley.cli.options import settings


def use_figures() -> tuple[str, ...]:
    """Prefer what ``parley data update`` has fetched to what comes with Parley; returns the tables it is used for.

    Raises UsageError or InventoryError when the folder of fetched figures cannot be used.
    """
    from parley.inventory import use_newer

    return use_newer(settings().data)
