"""Which city or country the words of a sentence give a summit: "held in the port city of X", "X, host of COP29"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from parley.terms.parties import find_code, is_group, parties
from parley.terms.places import country_of
from parley.terms.summits import place_named

_NAME = r"[A-Z][\w.'’-]*(?:[ -](?:(?:de|of|el|al|do|am|les|bin)[ -])?[A-Z][\w.'’-]*){0,4}"
_KIND = (
    r"(?:(?:capital|port|harbou?r|host|lakeside|seaside|coastal|resort|beach|holiday|spa|industrial|mining) )?"
    r"(?:city[- ]state|capital|city|town|resort|port|village|emirate|metropolis|island|suburb|district|municipality)"
)
_WHERE = rf"(?:the |an? )?(?:(?:[\w'’-]+ ){{0,5}}?{_KIND}(?: of |, | ))?(?:the )?(?P<place>{_NAME})"
_SPEAKS_OF_ONE = re.compile(r"\b(?:COP ?-?\d|G-?(?:7|20)\b|[Cc]onference of|climate (?:change )?(?:conference|summit))")
_SUMMIT = (
    r"(?:(?:the|this|last|next) [\w]+['’]s |the |20\d\d )*"
    r"(?:[Ll]eaders['’]? (?:of the )?|[a-z]+ of the )?"
    r"(?P<summit>COP ?-?\d{1,2}|G-?(?:7|20)|20\d\d (?:UN|United Nations) climate(?: change)? (?:conference|summit)"
    r"|[\w-]+ (?:session of the )?(?:[Uu][Nn] )?[Cc]onference of (?:the )?[Pp]arties)"
    r"(?: climate)?(?: (?:summit|conference|talks|meeting|leaders['’]?|leaders['’]? (?:summit|meeting)))?"
)
_HELD = r"(?:held|hosted|staged|convened|took place|taking place|meeting|gathered|gathering|met|meets?)"
_TO_COME = r"(?:(?:is|are|was|were|will|to|be|due|set|scheduled|has|had|been) )*"
_HOSTS = (
    r"(?:host(?:s|ed|ing)?|(?:play(?:s|ed|ing)?|act(?:s|ed|ing)? as) host (?:to|of|for)"
    r"|stag(?:es|ed|ing)|welcom(?:es|ed|ing))"
)
_WHEN = r"(?: (?:in|on|from) (?:[A-Z][a-z]+ )?\d[\w ,-]*?)?"
_FORMS = (
    # COP28, held in the city of X; G7 leaders, meeting in X
    re.compile(
        rf"{_SUMMIT}{_WHEN}(?:,| \()? ?(?:which )?{_TO_COME}(?:{_HELD})(?: [a-z]+ly)?{_WHEN} (?:in|at) {_WHERE}"
    ),
    # COP25 was moved to X
    re.compile(rf"{_SUMMIT}{_WHEN} {_TO_COME}(?:moved|relocated|shifted|transferred|switched) to {_WHERE}"),
    # at COP24 in X, where "on COP24 in X" and "before COP24 in X" may be of something else that was in X
    re.compile(rf"\b(?:[Aa]t|[Dd]uring) {_SUMMIT},? (?:in|at) {_WHERE}"),
    # went to X for COP24
    re.compile(rf"\b(?:in|at|to|into) {_WHERE} (?:for|during) {_SUMMIT}"),
    # X hosted COP29; X will host; X, which hosted
    re.compile(rf"(?P<place>{_NAME}),? (?:which |that |who )?{_TO_COME}(?:also |again |then )?{_HOSTS} {_SUMMIT}"),
    # X, host of COP29; X, last year's host
    re.compile(
        rf"(?P<place>{_NAME}),? (?:which |that )?{_TO_COME}(?:the |as )?hosts?(?: (?:city|country|nation))?"
        rf" (?:of|to|for) {_SUMMIT}"
    ),
    # X stepped in as the venue of COP25
    re.compile(
        rf"(?P<place>{_NAME}) (?:had )?(?:stepped in|stood in|jumped in|took over|filled in) (?:as|to be) (?:the )?"
        rf"(?:(?:new|replacement|substitute|stand-in) )?(?:venue|hosts?|setting|site)(?: (?:of|for|to))? {_SUMMIT}"
    ),
    # X was where the world gathered for COP27; X, where they met for
    re.compile(rf"(?P<place>{_NAME})(?:,|,? (?:was|is|will be|had been)) (?:the \w+ )?where [^.;,]{{0,60}}?{_SUMMIT}"),
    # X was the venue of; X is where
    re.compile(
        rf"(?P<place>{_NAME})(?:,|,? (?:was|is|will be|had been)) (?:the )?"
        rf"(?:where|(?:venue|scene|site|setting|place|location|home)(?: (?:of|for|to|where))?) {_SUMMIT}"
    ),
)
_CAPITAL = re.compile(rf"(?P<owner>{_NAME})['’]s capital\b")
_NO_PLACE = frozenset(
    (
        *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
        *("November", "December", "Spring", "Summer", "Autumn", "Winter", "In", "At", "It", "The", "This", "That"),
        *("When", "As", "And", "But", "For", "Who", "They", "He", "She", "Last", "Next"),
    )
)


_GIVEN_UP = re.compile(r"\b(?:was|were|had been) (?:(?:due|set|scheduled|meant|supposed|expected|originally) )*to\b")
"""Plans of which nothing is said to have come: "was to host"."""


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a summit is said to be: a city as written, or a country; both None where the place is not known to us.

    Characters ``start`` to ``end`` tell it, and name the summit at ``summit``.
    """

    city: str | None
    country: str | None
    start: int
    end: int
    summit: int

    @property
    def is_known(self) -> bool:
        return bool(self.city or self.country)


@lru_cache(maxsize=2048)
def venues_told(words: str) -> tuple[Venue, ...]:
    """The places that words give summits beside their names, in the order of the forms in which they are told."""
    return tuple(_venues(words)) if _SPEAKS_OF_ONE.search(words) else ()


def _with_capitals(words: str) -> str:
    """The words with "Ruritania's capital" as the name of the city, where no name follows; as long as before."""

    def named(found: re.Match[str]) -> str:
        code = find_code(found["owner"].removeprefix("The "))
        city = parties()[code].capital if code else None
        fits = city is not None and len(city) <= len(found.group()) and not re.match(r",? [A-Z]", words[found.end() :])
        return str(city).rjust(len(found.group())) if fits else found.group()

    return _CAPITAL.sub(named, words)


def _venues(words: str) -> Iterator[Venue]:
    words = _with_capitals(words)
    for form in _FORMS:
        for found in form.finditer(words):
            place = found["place"].rstrip(".").removesuffix("'s").removesuffix("’s").removeprefix("The ")
            if place.split()[0] not in _NO_PLACE and not _GIVEN_UP.search(found.group()):
                city, country = _known(place)
                yield Venue(city, country, *found.span(), found.start("summit"))


def _known(written: str) -> tuple[str | None, str | None]:
    """The longest beginning or end of the words written that names a city or a country."""
    words = written.split()
    parts = [" ".join(words[:length]) for length in range(len(words), 0, -1)]
    parts += [" ".join(words[first:]) for first in range(1, len(words))]
    for part in parts:
        if place_named(part) or country_of(part):
            return part, country_of(part)
        code = find_code(part)
        if code is not None and not is_group(code):
            return None, code
    return None, None
