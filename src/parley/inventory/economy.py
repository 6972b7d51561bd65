"""How large economies are: at market exchange rates and at purchasing power, which are never mixed.

China is the second economy at market rates and the first at purchasing power; "the second-biggest economy" means the
former.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from parley.errors import InventoryError
from parley.inventory.figures import read_series
from parley.inventory.offers import CARBON
from parley.inventory.series import Series
from parley.inventory.tables import remembered

Kind = Literal["market", "ppp"]

MARKET = "gdp_market.csv"
MARKET_UNIT = "USD"
PPP_UNIT = "international dollars of 2011"
# Statistical offices revise the past by so much: Korea by 8 % in 2024, China by 2.7 %, Germany by 2 %.
MARKET_DOUBT = 0.04


def gdp(party: str, kind: Kind = "market", *, on: date | None = None) -> Series:
    """Gross domestic product by year.

    ``market``: at market exchange rates in US dollars of the year, 2015 to 2024, of the 20 largest economies, the EU
    and the world, rounded to 10 thousand million. ``ppp``: at purchasing power, in international dollars of 2011, of
    165 countries to 2022, not of the EU as such. Raises InventoryError when there is none, or for another kind.
    """
    if kind not in ("market", "ppp"):
        raise InventoryError(f"{kind!r} is no kind of GDP; there are market and ppp")
    return _gdp(party, kind, on)


@remembered
def _gdp(party: str, kind: Kind, on: date | None) -> Series:
    if kind == "ppp":
        return read_series(
            party,
            table=CARBON,
            kind="gdp_ppp_usd2011",
            quantity="GDP at purchasing power",
            unit=PPP_UNIT,
            source="maddison",
            note="at purchasing power, which is not what ranks of economies mean as a rule",
            on=on,
        )
    series = read_series(
        party,
        table=MARKET,
        kind="gdp_market_tusd",
        quantity="GDP at market rates",
        unit=MARKET_UNIT,
        source="market-gdp",
        note="at market exchange rates, rounded; offices revise such figures by a few per cent",
        on=on,
    )
    return series.scaled(1e12, MARKET_UNIT)
