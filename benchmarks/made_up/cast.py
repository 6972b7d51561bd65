"""Who and where: invented people of real Parties with every way the press writes a name, cities, outlets."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

OFFICES: Mapping[str, str] = {
    "envoy": "Climate Envoy",
    "foreign": "Foreign Minister",
    "environment": "Environment Minister",
    "head": "Prime Minister",
    "energy": "Energy Minister",
    "finance": "Finance Minister",
    "deputy": "Deputy Environment Minister",
}
_OWN_TITLES: Mapping[tuple[str, str], str] = {
    ("USA", "foreign"): "Secretary of State",
    ("USA", "finance"): "Treasury Secretary",
    ("USA", "energy"): "Energy Secretary",
    ("USA", "head"): "President",
    ("CHN", "head"): "Premier",
    ("FRA", "head"): "President",
    ("BRA", "head"): "President",
    ("KEN", "head"): "President",
    ("IDN", "head"): "President",
    ("DEU", "head"): "Chancellor",
    ("GBR", "foreign"): "Foreign Secretary",
    ("GBR", "energy"): "Energy Secretary",
}
_FAMILY_FIRST = frozenset(("CHN", "KOR", "VNM"))


@dataclass(frozen=True, slots=True)
class Country:
    """A Party as the press names it, with cities where people meet."""

    code: str
    name: str
    adjective: str
    cities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """An invented holder of a real office; ``honorific`` is Mr or Ms."""

    party: str
    office: str
    given: str
    family: str
    honorific: str

    @property
    def family_first(self) -> bool:
        return self.party in _FAMILY_FIRST

    @property
    def name(self) -> str:
        """The usual full form."""
        return f"{self.family} {self.given}" if self.family_first else f"{self.given} {self.family}"

    @property
    def title(self) -> str:
        return _OWN_TITLES.get((self.party, self.office), OFFICES[self.office])

    def forms(self) -> dict[str, str]:
        """Ways to write the full name, by what is done to it."""
        initials = " ".join(f"{word[0]}." for word in self.given.replace("-", " ").split())
        turned = f"{self.given} {self.family}" if self.family_first else f"{self.family} {self.given}"
        capitals = f"{self.family.upper()} {self.given}" if self.family_first else f"{self.given} {self.family.upper()}"
        found = {"usual": self.name, "capitals": capitals}
        if not self.family_first:
            found["initials"] = f"{initials} {self.family}"
        if self.party in ("CHN", "KOR", "JPN", "VNM"):
            found["turned"] = turned
        if self.name != without_accents(self.name):
            found |= {"plain": without_accents(self.name), "garbled": _garbled(self.name)}
        return found


def without_accents(name: str) -> str:
    """The name in plain letters."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _garbled(name: str) -> str:
    """UTF-8 read as Latin-1, with control characters lost on the way."""
    misread = name.encode().decode("latin-1")
    return "".join(letter for letter in misread if letter.isprintable() and letter != "\xad")


COUNTRIES: Mapping[str, Country] = {
    country.code: country
    for country in (
        Country("USA", "the United States", "US", ("Washington", "New York", "San Francisco")),
        Country("CHN", "China", "Chinese", ("Beijing", "Tianjin", "Shanghai", "Hangzhou")),
        Country("JPN", "Japan", "Japanese", ("Tokyo", "Osaka", "Kyoto")),
        Country("KOR", "South Korea", "South Korean", ("Seoul", "Busan")),
        Country("IND", "India", "Indian", ("New Delhi", "Mumbai", "Hyderabad")),
        Country("DEU", "Germany", "German", ("Berlin", "Hamburg", "Bonn")),
        Country("FRA", "France", "French", ("Paris", "Lyon", "Marseille")),
        Country("GBR", "the United Kingdom", "British", ("London", "Edinburgh", "Manchester")),
        Country("BRA", "Brazil", "Brazilian", ("Brasilia", "Rio de Janeiro", "Manaus")),
        Country("ZAF", "South Africa", "South African", ("Pretoria", "Cape Town", "Durban")),
        Country("KEN", "Kenya", "Kenyan", ("Nairobi", "Mombasa")),
        Country("IDN", "Indonesia", "Indonesian", ("Jakarta", "Surabaya")),
        Country("AUS", "Australia", "Australian", ("Canberra", "Sydney", "Melbourne")),
        Country("CAN", "Canada", "Canadian", ("Ottawa", "Vancouver", "Montreal")),
        Country("TUR", "Turkey", "Turkish", ("Ankara", "Istanbul")),
        Country("VNM", "Vietnam", "Vietnamese", ("Hanoi", "Da Nang")),
        Country("NOR", "Norway", "Norwegian", ("Oslo", "Bergen")),
        Country("CHL", "Chile", "Chilean", ("Santiago", "Valparaiso")),
        Country("MEX", "Mexico", "Mexican", ("Mexico City", "Monterrey")),
        Country("POL", "Poland", "Polish", ("Warsaw", "Krakow")),
    )
}

THIRD_PLACES = (("Geneva", "CHE"), ("Vienna", "AUT"), ("Singapore", "SGP"), ("Stockholm", "SWE"), ("Doha", "QAT"))

FIGURES: tuple[Figure, ...] = tuple(
    Figure(*row.split("|"))
    for row in (
        "USA|envoy|Daniel|Harper|Mr",
        "USA|foreign|Margaret|Ellison|Ms",
        "USA|finance|Thomas|Kessler|Mr",
        "USA|energy|Denise|Harding|Ms",
        "CHN|envoy|Wen|Li|Mr",
        "CHN|environment|Wei|Li|Ms",
        "CHN|foreign|Renjie|Xu|Mr",
        "CHN|head|Haoran|Tong|Mr",
        "CHN|deputy|Wenbo|Liu|Mr",
        "JPN|environment|Daichi|Morita|Mr",
        "JPN|foreign|Reiko|Takamine|Ms",
        "JPN|head|Shūhei|Ōtani|Mr",
        "KOR|envoy|Min-seo|Kang|Ms",
        "KOR|deputy|Min-ho|Kang|Mr",
        "KOR|foreign|Ji-ho|Baek|Mr",
        "IND|environment|Arjun|Nair|Mr",
        "IND|energy|Kavita|Deshmukh|Ms",
        "DEU|foreign|Anneliese|Vogt|Ms",
        "DEU|environment|Jörg|Müllner|Mr",
        "DEU|head|Henrik|Sanders|Mr",
        "FRA|environment|Hélène|Garnier|Ms",
        "FRA|foreign|Luc|Moreau|Mr",
        "FRA|energy|Lucie|Moreau|Ms",
        "GBR|foreign|Philippa|Whitcombe|Ms",
        "GBR|energy|Owen|Prescott|Mr",
        "BRA|environment|José|Almeida|Mr",
        "BRA|foreign|Patrícia|Falcão|Ms",
        "ZAF|environment|Thandeka|Mokoena|Ms",
        "ZAF|foreign|Pieter|Vandermeer|Mr",
        "KEN|environment|Grace|Wanjohi|Ms",
        "KEN|head|Samuel|Kiprotich|Mr",
        "IDN|environment|Bambang|Haryono|Mr",
        "IDN|foreign|Dewi|Lestariwati|Ms",
        "AUS|energy|Fiona|Carmody|Ms",
        "AUS|foreign|Martin|Hale|Mr",
        "CAN|environment|Étienne|Bélanger|Mr",
        "CAN|foreign|Sarah|Lindqvist|Ms",
        "TUR|environment|Gökhan|Yıldız|Mr",
        "TUR|foreign|Selin|Çelikel|Ms",
        "VNM|environment|Quang Huy|Dang|Mr",
        "NOR|environment|Søren|Brekke|Mr",
        "CHL|environment|Verónica|Ibáñez|Ms",
        "MEX|environment|Raúl|Quintanar|Mr",
        "POL|energy|Marek|Nowicki|Mr",
    )
)


def figure(party: str, office: str) -> Figure:
    """The holder of an office. Raises StopIteration when nobody holds it."""
    return next(person for person in FIGURES if (person.party, person.office) == (party, office))


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who prints: ``month_first`` dates ("May 3"), how names are first given, how often they are damaged."""

    name: str
    month_first: bool
    naming: str
    habits: tuple[str, ...]


OUTLETS: tuple[Outlet, ...] = (
    Outlet("Meridian Wire", True, "title", ("usual",)),
    Outlet("The Northern Ledger", False, "apposition", ("usual", "plain")),
    Outlet("Harbour Times", False, "title", ("usual", "initials", "plain")),
    Outlet("Global Climate Post", True, "apposition", ("usual", "turned", "plain")),
    Outlet("Pacific Observer", True, "title", ("usual", "turned")),
    Outlet("Continental News Service", False, "title", ("usual", "plain", "garbled")),
    Outlet("The Civic Review", False, "apposition", ("usual",)),
    Outlet("Tribune Online", True, "title", ("usual", "garbled", "initials")),
)
OFFICIAL = Outlet("official", False, "title", ("usual", "capitals"))
