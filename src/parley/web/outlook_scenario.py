"""A scenario of the outlook and the address that holds it: one can be had from the other, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from parley.errors import UsageError
from parley.outlook.added_coal import Plants, parse_coal
from parley.pathways.choices import NEWEST_DATA_YEAR, OLDEST_DATA_YEAR, Extension, Policy
from parley.pathways.party_codes import party_code
from parley.workflow.outlooks import Asked, ask

Pledges = Literal["record", "ledger"]
Leaving = Literal["announced", "effective"]


class ScenarioQuery(BaseModel):
    """Which outlook. A parameter that is not known is refused: a wish misspelt must not pass."""

    model_config = ConfigDict(extra="forbid")

    pledges: Pledges = Field(default="record", description="The pledges of record, or those of the ledger over them.")
    as_of: str | None = Field(
        default=None, max_length=20, description="The pledges that stood on this day since 2015 (2021-11-13)."
    )
    policy: Policy = Field(default="net-zero", description="Which pledges count.")
    extension: Extension | None = Field(
        default=None, description="What follows a Party's last target; net-zero with that policy, else constant-effort."
    )
    likelihood: int = Field(
        default=50, description="The chance in per cent that headline figures are not exceeded: 50 or 66."
    )
    leaving: Leaving = Field(
        default="announced", description="Whether a Party is out when it says so, or when its leaving takes effect."
    )
    hot_air: bool = Field(default=False, description="Whether a Party may rise to a pledge weaker than current policy.")
    data_year: int = Field(
        default=NEWEST_DATA_YEAR,
        description=f"The last year of emissions known, {OLDEST_DATA_YEAR}–{NEWEST_DATA_YEAR}.",
    )
    set: list[str] = Field(
        default=[], max_length=80, description='Wishes: "CHN net_zero 2050", "EUU cut 60% 2035 from 1990".'
    )
    without: list[str] = Field(default=[], max_length=80, description="Ids of pledges to leave out.")
    withdraw: list[str] = Field(default=[], max_length=80, description="Parties whose pledges are left out (USA).")
    coal: str | None = Field(
        default=None, max_length=60, description='Coal plants on top: "CHN 200 GW", "IND 50 GW from 2028".'
    )
    also: list[str] = Field(default=[], max_length=40, description="Parties whose pledges the controls show as well.")

    def scenario(self) -> Scenario:
        """What is asked for, checked. Raises UsageError."""
        given = {name: getattr(self, name) for name in _OF_SCENARIO if name in self.model_fields_set}
        return Scenario.of(wishes=given.pop("set", ()), **given)


@dataclass(frozen=True)
class Scenario:
    """An outlook that is asked for, and the Parties whose controls are shown as well.

    Wishes are kept as they were written; ``asked`` is what the engine is asked.
    """

    asked: Asked
    wishes: tuple[str, ...] = ()
    plants: Plants | None = None
    also: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        *,
        pledges: str = "record",
        wishes: Sequence[str] = (),
        coal: str | None = None,
        also: Sequence[str] = (),
        **more: Any,
    ) -> Scenario:
        """Raises UsageError for a day, a wish, a Party, a choice or plants that cannot be."""
        written = _last_of_each(tuple(" ".join(wish.split()) for wish in wishes))
        asked = ask(pledges, wishes=written, **more)
        asked = replace(asked, withdraw=tuple(dict.fromkeys(asked.withdraw)))
        shown = tuple(dict.fromkeys(party_code(party, "also") for party in also))
        return cls(asked, written, _plants(coal), shown)

    @property
    def start(self) -> Scenario:
        """The same book under the same choices with nothing changed in it."""
        return Scenario(replace(self.asked, wishes=(), withdraw=(), without=()))

    @property
    def is_changed(self) -> bool:
        """Whether anything in the book is changed."""
        return bool(self.wishes or self.asked.withdraw or self.asked.without or self.plants)

    @property
    def asked_differs(self) -> bool:
        """Whether it asks for anything but the newest pledges of record under the usual choices."""
        return bool(replace(self, also=()).address)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The Parties that it names."""
        wished = [wish.party for wish in self.asked.wishes]
        coal = [self.plants.party] if self.plants else []
        return tuple(dict.fromkeys([*wished, *self.asked.withdraw, *coal, *self.also]))

    @cached_property
    def address(self) -> str:
        """The query of the address that holds it, "" for the outlook that is shown first. Same scenario, same query."""
        return urlencode(list(self._parts()))

    def _parts(self) -> Iterator[tuple[str, str]]:
        asked, choices, usual = self.asked, self.asked.choices, ask(policy=self.asked.choices.policy).choices
        if asked.pledges != "record":
            yield "pledges", asked.pledges
        if asked.as_of is not None:
            yield "as_of", asked.as_of.isoformat()
        if choices.policy != "net-zero":
            yield "policy", choices.policy
        for name in ("extension", "likelihood", "leaving"):
            if getattr(choices, name) != getattr(usual, name):
                yield name, str(getattr(choices, name))
        if choices.hot_air:
            yield "hot_air", "true"
        if choices.data_year != NEWEST_DATA_YEAR:
            yield "data_year", str(choices.data_year)
        for name, values in (("set", self.wishes), ("without", asked.without), ("withdraw", asked.withdraw)):
            for value in values:
                yield name, value
        if self.plants is not None:
            yield "coal", coal_words(self.plants)
        for party in self.also:
            yield "also", party

    def with_changes(self, **changes: Any) -> Scenario:
        """The same with some parts set anew; None puts one back to its usual value. Raises UsageError."""
        asked, choices = self.asked, self.asked.choices
        parts: dict[str, Any] = {field.name: getattr(choices, field.name) for field in fields(choices)}
        parts |= {"pledges": asked.pledges, "as_of": _iso(asked.as_of), "wishes": self.wishes, "also": self.also}
        parts |= {"withdraw": asked.withdraw, "without": asked.without}
        parts["coal"] = coal_words(self.plants) if self.plants else None
        return Scenario.of(**{name: value for name, value in (parts | changes).items() if value is not None})


def scenario_at(query: str) -> Scenario:
    """The scenario that the query of an address holds. Raises UsageError."""
    given: dict[str, Any] = {}
    for name, value in parse_qsl(query):
        if name in _LISTS:
            given.setdefault(name, []).append(value)
        else:
            given[name] = value
    try:
        return ScenarioQuery(**given).scenario()
    except ValidationError as error:
        first = error.errors()[0]
        named = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{named}: {first['msg'].lower()}") from error


def coal_words(plants: Plants) -> str:
    """``CHN 200 GW from 2028``, as addresses and the command line have it."""
    begins = f" from {plants.first_year}" if plants.first_year else ""
    return f"{plants.party} {plants.gw:g} GW{begins}"


def _plants(words: str | None) -> Plants | None:
    """Plants, of which the unit may be left out: they are in GW then."""
    if words is None or not words.strip():
        return None
    parts = words.split()
    if len(parts) >= 2 and parts[1].replace(".", "", 1).isdecimal() and (len(parts) == 2 or parts[2] == "from"):
        parts.insert(2, "GW")
    return parse_coal(" ".join(parts))


def _last_of_each(wishes: tuple[str, ...]) -> tuple[str, ...]:
    """Each wish once, where it stands last."""
    return tuple(reversed(dict.fromkeys(reversed(wishes))))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


_LISTS = ("set", "without", "withdraw", "also")
_OF_SCENARIO = tuple(ScenarioQuery.model_fields)
