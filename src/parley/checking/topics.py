"""What a claim is about, by the token or the words that a report has for it: fuel, stage of coal plants, quantity."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from parley.checking.assertion import Assertion

Quantity = Literal[
    "emissions",
    "per_capita",
    "cumulative",
    "population",
    "gdp",
    "coal_use",
    "coal_capacity",
    "electricity",
    "electricity_share",
    "energy",
    "energy_share",
    "emissions_share",
    "intensity",
]
Stage = Literal["operating", "construction", "planned", "development", "added", "retired"]

# The first that fits counts, so what is narrower comes first.
_FUELS = (
    (r"\bwind\b.{0,9}\bsolar\b|\bsolar\b.{0,9}\bwind\b|wind.and.solar", "wind_and_solar"),
    (r"\bnon.?fossil|low.carbon|zero.carbon|carbon.free|\bclean\b|emissions?.free|fossil.free", "non_fossil"),
    (r"\brenewables?\b|\bgreen\b", "renewables"),
    (r"\bsolar\b|photovoltaic|\bpv\b", "solar"),
    (r"\bwind\b", "wind"),
    (r"\bhydro|\bdams?\b|water power", "hydro"),
    (r"\bnuclear\b|\batomic\b", "nuclear"),
    (r"\bfossil", "fossil"),
    (r"\bcoal\b|\blignite\b", "coal"),
    (r"\bgas\b(?!es)", "gas"),
    (r"\boil\b|petroleum", "oil"),
)
_STAGES = (
    (r"\bretire|\bclos(?:ed|ing)\b|shut", "retired"),
    (r"before construction|pre.construction", "planned"),
    (r"under construction|\bbeing built\b|\bbuilding\b|\bconstruction\b|\bconstructing\b", "construction"),
    (r"\bdevelopment\b|\bpipeline\b|\bcoming\b|\banother\b|\bon the way\b", "development"),
    (r"\bplan(?!t)|propos|permit|announc|\bapprov", "planned"),
    (r"\badd(?:ed|ing|s)?\b|commission|\bnew\b|\bbrought\b|connect|\bbuilt\b|\binstalled in\b", "added"),
    (r"\boperat|\brunning\b|\binstalled\b|\bfleet\b|\bexisting\b", "operating"),
)
_QUANTITIES = (
    (r"per.?(?:capita|head|person)|\ba head\b", "per_capita"),
    (r"cumulative|histor|\bsince 1[78]", "cumulative"),
    (r"population|\bpeople\b|inhabitants", "population"),
    (r"\bgdp\b|econom|gross domestic", "gdp"),
    (r"intensity", "intensity"),
    (r"emissions.share|share of (?:the )?(?:world|global)\S* emissions", "emissions_share"),
    (r"coal.?(?:fired )?(?:power )?(?:capacity|fleet|plants|stations)", "coal_capacity"),
    (r"coal.?(?:use|consumption|burn\w*|demand)", "coal_use"),
    (r"energy.share|share of (?:its |the )?(?:primary )?energy", "energy_share"),
    (r"(?:electricity|power|coal|gas|nuclear|solar|wind|renewables).share|share of", "electricity_share"),
    (r"electricity|\bpower\b(?! plants)|generation", "electricity"),
    (r"\benergy\b", "energy"),
    (r"emission|emit|\bco2\b|carbon|greenhouse|\bghgs?\b|pollut|footprint|methane", "emissions"),
)


def topic_words(assertion: Assertion) -> str:
    """What the report says it is about; empty where it leaves that open."""
    return " ".join(words for words in (assertion.about, assertion.detail) if words)


@lru_cache(maxsize=2048)
def fuel_of(words: str) -> str | None:
    """The source of power or energy that is named, as the inventory calls it."""
    return _first(_FUELS, words)


@lru_cache(maxsize=2048)
def stage_of(words: str) -> Stage | None:
    """At which stage coal plants are."""
    return _first(_STAGES, words)  # type: ignore[return-value]  # the tokens of the table


@lru_cache(maxsize=2048)
def quantity_of(words: str) -> Quantity | None:
    """What is compared or has changed; None where nothing known is named."""
    return _first(_QUANTITIES, words)  # type: ignore[return-value]  # the tokens of the table


def _first(table: tuple[tuple[str, str], ...], words: str) -> str | None:
    low = words.casefold().replace("_", " ")
    return next((token for pattern, token in table if re.search(pattern, low)), None)
