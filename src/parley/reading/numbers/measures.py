"""What a numeral counts: money before it, a unit after it, what it is counted over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.numbers.lexicon import MONEY_SCALES, PER, SCALES, SHORT_SCALES, SPANS, any_of
from parley.reading.numbers.numerals import Kind
from parley.reading.numbers.page import Page
from parley.terms.units import table, unit

_SPELLINGS = table().spellings
_CHUNK = re.compile(r"[^\W\d_]+|[^\w\s]")
_UNIT_GAP = re.compile(r" - | ?-(?=[^\W\d])| |\{| \{|")
_PART_GAP = re.compile(r" of an? |(?<=half) an? | - | ?-(?=[^\W\d])| |")
_VAGUE_GAP = re.compile(r" of | ?-(?=[^\W\d])| |")
_GAPS = {"fraction": _PART_GAP, "vague": _VAGUE_GAP}
_LONGEST_SIGN = max(map(len, _SPELLINGS.before))
_RAND = re.compile(r"(?<![^\W_])R ?$")
_SHORT_SCALE = re.compile(r" ?-?(mm|k|m|b|t)(?![^\W_])")
_SCALE_AFTER_CODE = re.compile(r" (million|billion|trillion|thousand|bn|mn)(?![^\W_])")
_SUBSTANCE_NAMES = any_of(_SPELLINGS.substances).replace("\\ ", "[ -]")
_SUBSTANCE = re.compile(
    rf"(?:[ -]| ?\(| (?:worth )?of (?:(?!and|or)[a-z][a-z'-]* ){{0,2}}?)(?P<name>{_SUBSTANCE_NAMES})(?![^\W_])"
    r"(?!(?:-| )(?:credits?|offsets?|removals?|capture|intensive|monoxide))(?P<close>\))?"
)
_PER_WORDS = {phrase: token for token, phrases in PER.items() for phrase in phrases}
_PER = re.compile(rf" ?({any_of(_PER_WORDS)})(?![^\W_])(?! (?:ago|earlier|later|before|after|or two|and a half))")
_HALF_MORE = re.compile(r" and a half(?![^\W_])")
_GEOGRAPHIC = re.compile(r" (?:north|south|east|west|angle|turn|latitude|longitude|of freedom|of separation|clockwise)")
_CELSIUS_TALK = re.compile(r"celsius|°c|º ?c|\d ?c\b")
_SIGNS_BEFORE = "$€£¥₹₩"
_WARMING_DEGREES = 10
_TALK = 2000


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit read beside a numeral: its symbol, what to multiply the value with, and where it ends."""

    symbol: str
    factor: float
    end: int
    per: str | None = None


_WHOLE_DEGREES = re.compile(r"(?:full|whole|entire) (?=degrees?\b)")
"""What may stand before degrees: "three full degrees"."""


def _index(spellings: dict[str, tuple[str, float]]) -> dict[str, list[tuple[str, str, float]]]:
    """Spellings by their first run of letters, or first sign, the longest first."""
    index: dict[str, list[tuple[str, str, float]]] = {}
    for spelling in sorted(spellings, key=lambda s: (-len(s), s)):
        first = _CHUNK.match(spelling)
        assert first is not None, spelling
        index.setdefault(first[0], []).append((spelling, *spellings[spelling]))
    return index


_SPAN_UNITS = {name: (str(span["unit"]), float(span["value"])) for name, span in SPANS.items()}
_NAMES = _index(_SPELLINGS.names | _SPAN_UNITS)
_SYMBOLS = _index(_SPELLINGS.symbols)
_TIGHT = _index(_SPELLINGS.tight)


def money_before(page: Page, start: int, floor: int) -> tuple[str, float, int] | None:
    """The money sign or code that ends where the number starts: symbol, factor, its own start, not before ``floor``."""
    end = start - 1 if page.plain[start - 1 : start] in (" ", "-") else start
    for length in range(min(_LONGEST_SIGN, end - floor), 0, -1):
        sign = page.plain[end - length : end]
        glued = sign[0].isalnum() and page.plain[end - length - 1 : end - length].isalnum() and end > length
        if sign in _SPELLINGS.before and not glued:
            return (*_SPELLINGS.before[sign], end - length)
    return None


def money_scale(page: Page, end: int) -> tuple[float, int] | None:
    """A short scale after an amount of money: ``100m``, ``10B``, ``2.174T``."""
    found = _SHORT_SCALE.match(page.low, end)
    return (MONEY_SCALES[found[1]], found.end()) if found else None


def rand_before(page: Page, start: int) -> bool:
    """Whether a capital R, the sign of the South African rand, stands before the number."""
    return _RAND.search(page.plain, max(0, start - 3), start) is not None


def scale_before_unit(page: Page, end: int) -> tuple[float, int] | None:
    """A short scale where a unit or people follow: ``100m tonnes``, ``0.5k miles``; ``k`` alone when it touches."""
    found = _SHORT_SCALE.match(page.low, end)
    if found is None or found[1] == "t":
        return None
    if page.low[found.end() : found.end() + 7] == " people" or (
        page.plain[found.end() : found.end() + 1] == " " and read_measure(page, found.end(), worded=True)
    ):
        return MONEY_SCALES[found[1]], found.end()
    return (1e3, found.end()) if found[0] == "k" and page.plain[end] in "kK" else None


def read_measure(
    page: Page, end: int, value: float = 0.0, *, kind: Kind = "cardinal", worded: bool = False, large: bool = False
) -> Measure | None:
    """The unit after a number ``value`` that ends at ``end``.

    After a fraction "of a degree" may follow, after "dozens" "of". ``worded``: only names count, no symbols.
    ``large``: a scale word was written, so that "pounds" are money unless of a gas.
    """
    gap = _GAPS.get(kind, _UNIT_GAP).match(page.plain, end)
    assert gap is not None
    decimal = page.plain[end - 1 : end].isdigit() and value < _WARMING_DEGREES and not float(value).is_integer()
    whole = _WHOLE_DEGREES.match(page.low, gap.end())
    at = whole.end() if whole else gap.end()
    touching = not gap[0] or (gap[0] == " " and decimal)
    found = _spelled(page, at, touching=touching, worded=worded)
    if found is None:
        return None
    symbol, factor, stop = found
    measure = _with_substance(page, Measure(symbol, factor, stop))
    if measure.symbol == "lb" and large:
        measure = Measure("GBP", factor, stop)
    elif measure.symbol == "deg" and _is_warming(page, value, stop):
        measure = Measure("degC", factor, stop)
    if unit(measure.symbol).dimension == "money" and (scale := _SCALE_AFTER_CODE.match(page.low, measure.end)):
        amount = SCALES.get(scale[1]) or SHORT_SCALES[scale[1]]
        measure = Measure(measure.symbol, amount * factor, scale.end())
    return measure


def _spelled(page: Page, at: int, *, touching: bool, worded: bool) -> tuple[str, float, int] | None:
    """The longest spelling of a unit that stands at ``at``."""
    chunk = _CHUNK.match(page.plain, at)
    if chunk is None:
        return None
    first = chunk[0]
    candidates = [(page.low, entry) for entry in _NAMES.get(first.lower(), ())]
    if not worded:
        candidates += [(page.plain, entry) for entry in _SYMBOLS.get(first, ())]
        if touching:
            candidates += [(page.plain, entry) for entry in _TIGHT.get(first, ())]
    best: tuple[str, float, int] | None = None
    for text, (spelling, symbol, factor) in candidates:
        stop = at + len(spelling)
        if (best is None or stop > best[2]) and text.startswith(spelling, at) and _closed(page, spelling, stop):
            best = symbol, factor, stop
    return best


def _closed(page: Page, spelling: str, stop: int) -> bool:
    """Whether the word ends where the spelling does, and a money sign is not that of the next number."""
    after = page.plain[stop : stop + 1]
    if spelling[-1] in _SIGNS_BEFORE:
        return not page.plain[stop : stop + 2].strip()[:1].isdigit()
    return not (spelling[-1].isalnum() and (after.isalnum() or after == "_"))


def _is_warming(page: Page, value: float, stop: int) -> bool:
    """Whether bare degrees are of temperature, as in "1.5 degrees", not of an angle or a latitude."""
    if _GEOGRAPHIC.match(page.low, stop) or page.plain[stop - 1] in "°º˚":
        return False
    if abs(value) <= _WARMING_DEGREES:
        return True
    return _CELSIUS_TALK.search(page.low, max(0, stop - _TALK), stop + _TALK) is not None


def _with_substance(page: Page, measure: Measure) -> Measure:
    """A mass of a gas is an emission: "tonnes of CO2", "Mt CO2e", "tonnes a year of methane"."""
    stop, per = read_per(page, measure.end)
    for end, period in ((measure.end, None), (stop, per)):
        found = _SUBSTANCE.match(page.low, end)
        if found is None:
            continue
        symbol = measure.symbol + _SPELLINGS.substances[found["name"].replace("-", " ")]
        if symbol in table().units:
            return Measure(symbol, measure.factor, found.end(), period)
    return measure


def read_per(page: Page, end: int) -> tuple[int, str | None]:
    """What a quantity is counted over ("a year", "per capita"), and where that ends."""
    found = _PER.match(page.low, end)
    return (found.end(), _PER_WORDS[found[1]]) if found else (end, None)


def half_more(page: Page, end: int) -> int | None:
    """Where "and a half" after a unit ends ("a year and a half")."""
    found = _HALF_MORE.match(page.low, end)
    return found.end() if found else None
