"""Shares of the world's emissions as reports have stated them, on bases that no table of ours has."""

from __future__ import annotations

from dataclasses import dataclass

from parley.inventory import tables

SHARES = "published_shares.csv"


@dataclass(frozen=True, slots=True)
class PublishedShare:
    """What ``publisher`` states of a Party and year: ``percent`` of the world, counted on ``basis``."""

    party: str
    publisher: str
    year: int
    percent: float
    basis: str
    gwp: str


def published_shares(party: str) -> tuple[PublishedShare, ...]:
    """The shares that reports have stated of a Party, in table order; none of most."""
    return tuple(share for share in _shares() if share.party == party)


@tables.remembered
def _shares() -> tuple[PublishedShare, ...]:
    return tuple(
        PublishedShare(
            party=row["party"],
            publisher=row["publisher"],
            year=int(row["year"]),
            percent=float(row["percent"]),
            basis=row["basis"],
            gwp=row["gwp"],
        )
        for row in tables.rows(SHARES)
    )
