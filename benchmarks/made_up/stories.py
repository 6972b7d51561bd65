"""The stories of the made-up world: visits, repeated and put off, talks in third countries, calls, conferences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.made_up.cast import COUNTRIES, THIRD_PLACES, Figure, figure
from benchmarks.made_up.happenings import Happening, Span

_FIRST_DAY = date(2023, 1, 16)
_DAYS = 520
_REST = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Story:
    """Events told together: ``main`` first, then what is part of it."""

    happenings: tuple[Happening, ...]

    @property
    def main(self) -> Happening:
        return self.happenings[0]


_VISITS = (
    ("USA envoy", "CHN envoy", "CHN environment"),
    ("USA finance", "CHN head", ""),
    ("DEU foreign", "IND environment", "IND energy"),
    ("FRA environment", "BRA environment", ""),
    ("GBR foreign", "ZAF foreign", "ZAF environment"),
    ("JPN environment", "IDN environment", "IDN foreign"),
    ("KOR envoy", "VNM environment", ""),
    ("CAN environment", "NOR environment", ""),
    ("IND energy", "AUS energy", "AUS foreign"),
    ("BRA foreign", "DEU environment", "DEU head"),
    ("TUR environment", "FRA foreign", ""),
    ("CHL environment", "FRA energy", ""),
    ("KOR deputy", "VNM environment", ""),
    ("AUS foreign", "JPN foreign", "JPN head"),
)
_REPEATED = (("USA envoy", "CHN envoy"), ("DEU environment", "KEN environment"), ("GBR energy", "IND energy"))
_LEGS = (
    ("USA envoy", "JPN environment", "KOR envoy"),
    ("NOR environment", "BRA environment", "CHL environment"),
    ("CHN foreign", "ZAF foreign", "KEN head"),
)
_PUT_OFF = (("USA foreign", "CHN foreign"), ("FRA foreign", "TUR foreign"), ("CAN foreign", "MEX environment"))
_CANCELLED = (("POL energy", "DEU environment"), ("IND environment", "CAN environment"))
_ABROAD = (("USA energy", "CHN environment"), ("TUR foreign", "FRA environment"), ("KOR foreign", "JPN foreign"))
_SIDELINES = (
    ("USA envoy", "CHN envoy"),
    ("USA foreign", "CHN foreign"),
    ("USA energy", "CHN deputy"),
    ("DEU environment", "IND environment"),
    ("DEU foreign", "IND energy"),
    ("FRA environment", "BRA environment"),
    ("FRA foreign", "BRA foreign"),
    ("GBR energy", "AUS energy"),
)
_CALLS = (
    ("USA envoy", "CHN envoy"),
    ("DEU head", "JPN head"),
    ("GBR foreign", "AUS foreign"),
    ("ZAF environment", "CHN deputy"),
)
_SUMMIT = ("Dubai", "ARE", date(2023, 12, 4))
_STATEMENTS = (("USA", "JPN"), ("FRA", "BRA"), ("CHN", "ZAF"))
_SPEECHES = (("USA finance", "London", "GBR"), ("DEU foreign", "Nairobi", "KEN"), ("JPN head", "Sydney", "AUS"))
_CONFERENCES = (
    ("COP27", "Sharm el-Sheikh", "EGY", date(2022, 11, 6), date(2022, 11, 18)),
    ("COP28", "Dubai", "ARE", date(2023, 11, 30), date(2023, 12, 12)),
    ("COP29", "Baku", "AZE", date(2024, 11, 11), date(2024, 11, 22)),
)


def stories(rng: Random) -> list[Story]:
    """All stories by their days; events are numbered in the order of making."""
    return sorted(_Maker(rng).all(), key=lambda story: story.main.days)


class _Maker:
    """Makes stories so that nobody is in two of them within four weeks."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._made = 0
        self._busy: dict[Figure, list[date]] = {}

    def all(self) -> Iterator[Story]:
        self._keep([person for row in _SIDELINES for person in _people(row)], (_SUMMIT[2], _SUMMIT[2]))
        for row in _REPEATED:
            for months in (5, 11):
                first = _FIRST_DAY + timedelta(days=30 * months + self._rng.randrange(20))
                people = _people(row)
                yield self.visit(people, self._keep(people, self._from(first)))
            yield self.visit(people[::-1], self.days(people))
        for toured in _LEGS:
            visitor, *hosts = _people(toured)
            start = self.days([visitor, *hosts])[0]
            legs = (self.visit([visitor, host], self._leg(start, number)) for number, host in enumerate(hosts))
            yield Story(tuple(happening for leg in legs for happening in leg.happenings))
        for visited in _VISITS:
            yield self.visit(_people(visited), self.days(_people(visited)))
        for row in _PUT_OFF:
            now = self.days(_people(row))
            later = timedelta(days=self._rng.randrange(12, 24))
            yield self.visit(_people(row), (now[0] + later, now[1] + later), before=now)
        for row in _CANCELLED:
            yield self.visit(_people(row), self.days(_people(row)), fate="cancelled")
        for row, (city, country) in zip(_ABROAD, THIRD_PLACES, strict=False):
            yield Story((self.talks(_people(row), self.days(_people(row))[0], city, country, "meeting"),))
        for row in _CALLS:
            yield Story((self.talks(_people(row), self.days(_people(row))[0], None, None, "call"),))
        yield from self.sidelines()
        yield from self.others()

    def others(self) -> Iterator[Story]:
        for one, other in _STATEMENTS:
            day = self.days([])[0]
            yield Story((Happening(self.next_id(), "statement", tuple(sorted((one, other))), (), (day, day)),))
        for words, city, country in _SPEECHES:
            (speaker,) = _people([words])
            day = self.days([speaker])[0]
            told = Happening(self.next_id(), "speech", (speaker.party,), (speaker,), (day, day), city, country)
            yield Story((told,))
        for name, city, country, start, end in _CONFERENCES:
            told = Happening(self.next_id(), "conference", (), (), (start, end), city, country, name=name)
            yield Story((told,))

    def sidelines(self) -> Iterator[Story]:
        """Many talks in one city within three days, of people of the same Parties."""
        city, country, start = _SUMMIT
        for number, row in enumerate(_SIDELINES):
            day = start + timedelta(days=number % 3)
            yield Story((self.talks(_people(row), day, city, country, "meeting"),))

    def next_id(self) -> str:
        self._made += 1
        return f"T{self._made:02}"

    def visit(self, people: list[Figure], days: Span, before: Span | None = None, fate: str = "held") -> Story:
        """A visit to the country of the second person, with talks with each host, each on a day of its own."""
        visitor, *hosts = people
        land = COUNTRIES[hosts[0].party]
        city = self._rng.choice(land.cities)
        parties = tuple(sorted((visitor.party, land.code)))
        where = (city, land.code, "in-person", None)
        trip = Happening(self.next_id(), "visit", parties, (visitor,), days, *where, before, fate)
        talks = [
            Happening(
                self.next_id(),
                "meeting",
                parties,
                (visitor, host),
                (day, day),
                *where,
                before and (before[0], before[0]),
                fate,
            )
            for host, day in zip(hosts, days, strict=False)
        ]
        return Story((trip, *talks))

    def talks(self, people: list[Figure], day: date, city: str | None, country: str | None, kind: str) -> Happening:
        parties = tuple(sorted({person.party for person in people}))
        mode = "virtual" if kind == "call" else "in-person"
        return Happening(self.next_id(), kind, parties, tuple(people), (day, day), city, country, mode)

    def days(self, people: Sequence[Figure]) -> Span:
        """A stay for which these people have time."""
        while True:
            days = self._from(_FIRST_DAY + timedelta(days=self._rng.randrange(60, _DAYS)))
            if all(abs(days[0] - other) > _REST for person in people for other in self._busy.get(person, ())):
                return self._keep(people, days)

    def _keep(self, people: Sequence[Figure], days: Span) -> Span:
        for person in people:
            self._busy.setdefault(person, []).append(days[0])
        return days

    def _from(self, first: date) -> Span:
        """Two or three days from a Monday, Tuesday or Wednesday, within one month."""
        start = first - timedelta(days=max(0, first.weekday() - 2))
        length = timedelta(days=self._rng.choice((1, 2, 2)))
        start += length if start.month != (start + length).month else timedelta()
        return start, start + length

    def _leg(self, start: date, number: int) -> Span:
        first = start + timedelta(days=3 * number)
        return first, first + timedelta(days=2)


def _people(row: Sequence[str]) -> list[Figure]:
    return [figure(*words.split()) for words in row if words]
