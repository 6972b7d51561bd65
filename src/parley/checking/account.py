"""One way of accounting for what is claimed: figures by year, all of one basis and source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, ParamSpec

from parley.errors import InventoryError
from parley.inventory.series import Series, Source
from parley.inventory.tables import remembered
from parley.records.verdict import Reference, Token

AsOf = Literal["then", "now"]
P = ParamSpec("P")


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """Figures by year of a Party, in ``unit``, counted on ``basis``.

    ``figures`` are in the order of years. ``key`` is the same for accounts that may be divided by each other: the same
    gas, basis, metric and source. ``quantity`` goes into a sentence: "share of the world's emissions". Two accounts are
    the same only if they are one object, so that what is made of them can be kept. ``first`` and ``last`` are the first
    and the last year with a figure, 0 where there is none.
    """

    party: str
    quantity: str
    basis: str
    unit: str
    source: str
    figures: dict[int, float]
    key: str = ""
    fact: str = ""

    first: int = field(init=False)
    last: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "first", next(iter(self.figures), 0))
        object.__setattr__(self, "last", next(reversed(self.figures), 0))


@dataclass(frozen=True, slots=True)
class Way:
    """An account, and whether the words of the claim allow it: CO2 is another basis than "greenhouse gases" say."""

    account: Account
    on_words: bool = True


Ways = tuple[Way, ...]


@remembered
def reference(account: Account, year: int, holds: Token, as_of: AsOf) -> Reference:
    """The figure of a year as a reference of a verdict."""
    return Reference(
        party=account.party,
        quantity=account.quantity,
        basis=account.basis,
        year=year,
        value=round_off(account.figures[year]),
        unit=account.unit,
        fact=account.fact,
        source=account.source,
        holds=holds,
        as_of=as_of,
    )


def round_off(value: float) -> float:
    """Five significant digits: what sources know, and the same bytes on any machine."""
    return float(f"{value:.5g}")


def source_words(series: Series) -> str:
    """Name, version and licence of a series' source."""
    return words_of(series.source)


def words_of(source: Source) -> str:
    """Name, version and licence of a source."""
    return f"{source}, {source.licence}" if source.licence else str(source)


def account_of(series: Series, quantity: str, basis: str, key: str = "") -> Account:
    """A series of the inventory as an account."""
    figures = dict(series.items())
    return Account(series.party, quantity, basis, series.unit, source_words(series), figures, key)


def divided(one: Account, other: Account, quantity: str, unit: str, factor: float = 1.0, basis: str = "") -> Account:
    """``one`` by ``other`` times ``factor``, in the years that both have."""
    figures = {year: factor * value / of for year, value in one.figures.items() if (of := other.figures.get(year))}
    return Account(one.party, quantity, basis or one.basis, unit, one.source, figures, one.key)


def tried(read: Callable[P, Series], *args: P.args, **kwargs: P.kwargs) -> Series | None:
    """What the inventory gives, None where it has no such figures."""
    try:
        return read(*args, **kwargs)
    except InventoryError:
        return None
