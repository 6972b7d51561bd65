"""Words in capitals brought back to the case that names and other words are told apart by; lengths stay as they are."""

from __future__ import annotations

import re

from parley.terms.parties import find_names

_SHOUTED = re.compile(r"[^a-z\n]{16,}")
_OF_FIGURES = re.compile(r"\d|\b(?:HALF|THIRDS?|QUARTERS?|TENTHS?|FIFTHS?|PER ?CENT|LARGEST|BIGGEST)\b")
_MATTERS = re.compile(
    r"\b(?:EMI(?:T|TS|TTED|TTERS?|SSIONS?)|CO2|CARBON|GREENHOUSE|POLLUT\w+|COAL\S*|ELECTRICITY|POWER|ENERGY|WIND|SOLAR|NUCLEAR"
    r"|REACTORS|RENEWABLES|GAS(?:ES)?|GIGAWATTS|GW|POPULATION|PEOPLE|ECONOMY)\b"
)
_WORD = re.compile(r"[A-Z]+(?:['’][A-Z]+)?(?![\w])")
_LONG = re.compile(r"\b[A-Z]{4,}(?: [A-Z]{4,})*(?:['’]S)?(?!\w)")
_KEPT = frozenset(("CO2", "GW", "MW", "GDP", "COP", "UN", "GHG", "G7", "G20", "IEA", "IPCC", "EDGAR", "NDC"))
_FEWEST_WORDS = 4


def unshouted(text: str) -> str:
    """``text`` with headlines of figures, and names of countries that stand in capitals, in the usual case."""
    if not _LONG.search(text):
        return text
    return "\n".join(_plain(line) if _is_shouted(line) else _named(line) for line in text.split("\n"))


def _is_shouted(line: str) -> bool:
    enough = len(_WORD.findall(line)) >= _FEWEST_WORDS and _SHOUTED.fullmatch(line.strip())
    return bool(enough and _OF_FIGURES.search(line) and _MATTERS.search(line))


def _plain(line: str) -> str:
    """A headline with capitals left to names, to acronyms and to its first word."""
    titled = _WORD.sub(lambda word: word.group().capitalize(), line)
    kept = {place: line for name in find_names(line) for place in range(name.start, name.end)}
    kept |= {place: titled for name in find_names(titled) for place in range(name.start, name.end) if place not in kept}
    first = next((at for at, letter in enumerate(line) if letter.isalpha()), 0)

    def written(word: re.Match[str]) -> str:
        source = line if word.group() in _KEPT else kept.get(word.start())
        if source is None:
            return titled[word.start() : word.end()] if word.start() == first else word.group().lower()
        return source[word.start() : word.end()]

    return _WORD.sub(written, line)


def _named(line: str) -> str:
    """A line with the countries that stand in capitals named as usual: "RURITANIA: emissions are down"."""
    return _LONG.sub(_as_country, line)


def _as_country(words: re.Match[str]) -> str:
    titled = _WORD.sub(lambda word: word.group().capitalize(), words.group())
    names = find_names(titled)
    whole = len(names) == 1 and names[0].form == "name" and names[0].start == 0 and names[0].end >= len(titled) - 2
    return titled if whole else words.group()
