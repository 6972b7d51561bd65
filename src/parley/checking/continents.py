"""Which countries lie in a part of the world, for places in an order within it."""

from __future__ import annotations

_MEMBERS = {
    "Europe": (
        "ALB AND AUT BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LIE"
        " LTU LUX LVA MCO"
        " MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE UKR XKX"
    ),
    "Africa": (
        "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ETH GAB GHA GIN GMB GNB GNQ KEN"
        " LBR LBY LSO MAR"
        " MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE"
    ),
    "Asia": (
        "AFG ARE ARM AZE BGD BHR BRN BTN CHN GEO HKG IDN IND IRN IRQ ISR JOR JPN KAZ KGZ KHM KOR KWT LAO"
        " LBN LKA MAC MDV"
        " MMR MNG MYS NPL OMN PAK PHL PRK PSE QAT SAU SGP SYR THA TJK TKM TLS TUR TWN UZB VNM YEM"
    ),
    "Southeast Asia": "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM",
    "South Asia": "AFG BGD BTN IND LKA MDV NPL PAK",
    "East Asia": "CHN HKG JPN KOR MAC MNG PRK TWN",
    "Middle East": "ARE BHR EGY IRN IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM",
    "South America": "ARG BOL BRA CHL COL ECU GUY PER PRY SUR URY VEN",
    "Latin America": (
        "ARG BHS BLZ BOL BRA BRB CHL COL CRI CUB DOM ECU GTM GUY HND HTI JAM MEX NIC PAN PER PRY SLV SUR TTO URY VEN"
    ),
    "North America": "CAN MEX USA",
    "Oceania": "AUS FJI FSM KIR MHL NRU NZL PLW PNG SLB TON TUV VUT WSM",
}
CONTINENTS: dict[str, tuple[str, ...]] = {name: tuple(codes.split()) for name, codes in _MEMBERS.items()}
"""Codes of the countries of a part of the world, by its name; Russia counts as European, Turkey as Asian."""

_BY_WORDS = {name.casefold(): name for name in CONTINENTS} | {
    "south-east asia": "Southeast Asia",
    "the middle east": "Middle East",
}


def continent_of(words: str) -> str | None:
    """The part of the world that words name; None for any other."""
    return _BY_WORDS.get(words.casefold().removeprefix("the "))
