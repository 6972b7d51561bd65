"""Numerals: the number itself, in digits or in words, scale words multiplied out, no unit.

`anchors` finds the places where a numeral may begin, `read_numeral` reads it forwards from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from parley.reading.numbers.lexicon import (
    BARE_SUPERLATIVES,
    CARDINALS,
    DENOMINATORS,
    GLYPHS,
    MULTIPLES,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    SPANS,
    VAGUE,
    any_of,
)
from parley.reading.numbers.page import Page

Kind = Literal["cardinal", "ordinal", "fraction", "multiple", "span", "vague", "superlative"]

_SINGULAR_SPANS = [name for name in SPANS if not name.endswith(("s", "ia"))]
_PLURAL_SPANS = [name for name in SPANS if name not in _SINGULAR_SPANS]
_PARTS = [name for name in DENOMINATORS if name != "halves"]
_COUNT = rf"(?:\d{{1,4}}|{any_of([*CARDINALS, 'hundred', 'thousand'])})"

_ANCHOR = re.compile(
    rf"(?P<digits>\.?\d)|(?P<glyph>[{''.join(GLYPHS)}])"
    rf"|(?<![^\W_])(?:(?P<article>(?:an?|several|few|many) {any_of([*SCALES, *_PARTS, *_SINGULAR_SPANS, 'couple'])})"
    r"|(?P<and_a_half>an? (?:year|month|week|day|hour) and a half)"
    rf"|(?P<half>half|quarter of an? |quarter)|(?P<vague>{any_of([*VAGUE, *_PLURAL_SPANS])}|multi-?{any_of(SCALES)})"
    rf"|(?P<multiple>{any_of(MULTIPLES)}|{any_of(CARDINALS)}-?fold)"
    rf"|(?P<words>{any_of([*CARDINALS, *ORDINALS])})"
    rf"|(?P<superlative>{any_of(BARE_SUPERLATIVES)}))(?![^\W_])"
)

# Most words are no numbers; looking each up in a set is several times faster than trying _ANCHOR everywhere.
_SPOT = re.compile(rf"[a-z]+|(?:(?<![^\W_])(?<!\.)\.)?[0-9]+|[{''.join(GLYPHS)}]")
_OPENERS = frozenset(
    (
        *(*CARDINALS, *ORDINALS, *VAGUE, *MULTIPLES, *_PLURAL_SPANS, *GLYPHS),
        *(f"{name}fold" for name in CARDINALS),
        *(f"multi{name}" for name in SCALES),
        *(name.partition("-")[0] for name in BARE_SUPERLATIVES),
        *("a", "an", "several", "few", "many", "half", "quarter", "multi"),
    )
)

_DIGITS = re.compile(
    r"(?P<grouped>\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,3}(?: \d{3})+(?![\d])|\d{1,3}(?: , \d{3})+(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d))(?P<grouped_decimals>\.\d+)?"
    r"|(?P<comma>\d+,\d{1,2})(?= ?(?:%|°|per ?cent|bn\b|[mb]illion))"
    r"|(?P<spaced>\d{1,3} \. \d{1,2})(?= (?:%|[mbt]r?illion|percent))"
    r"|(?P<plain>\d+(?:\.\d+)?|\.\d+)(?P<exponent>e[+-]?\d{1,3}(?![^\W_]))?"
)
_POWER = re.compile(r" ?[x×*·] ?10\^(-?\d{1,3})(?!\d)")
_EXPONENT = re.compile(r"\^(-?\d{1,3})(?![^\W_]|\.\d)")
_DIGIT_ORDINAL = re.compile(r" ?(?:st|nd|rd|th)(?![^\W_])")
_SLASH = re.compile(r"(?: ?/ ?|⁄)(\d{1,4})(?![\d/]|\.\d|[^\W_])")
_DIGIT_MIXED = re.compile(rf"(?: |-| ?(?=[{''.join(GLYPHS)}]))(?:(\d{{1,2}})/(\d{{1,2}})(?!\d)|([{''.join(GLYPHS)}]))")
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r" ?- ?| (?:and )?(?=[a-z])|, (?=[a-z])")
_POINT = re.compile(rf"(?: |-)point(?: |-)(\d{{1,3}}|{any_of(CARDINALS)}(?: {any_of(CARDINALS)})*)(?![^\W_])")
_MIXED = re.compile(r"(?: |-)and(?: |-)(?:an? |one[ -])?(half|(?:three[ -])?quarters?|third|two[ -]thirds)(?![^\W_])")
_MIXED_VALUE = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "two thirds": 2 / 3, "three quarters": 0.75}
_SCALE = re.compile(rf"(?: |-| - )?({any_of([*SCALES, *SHORT_SCALES])})s?(?![^\W_])")
_PROPORTION = re.compile(
    rf"(?P<link>(?: |-)(?:in|out of)(?: |-)(?:every )?)(?P<whole>{_COUNT})(?![^\W_]|[.,]\d)"
    r"(?! (?:years?|months?|weeks?|days?|hours?)\b)"
)
_TIMES = re.compile(
    r"(?: |-)times(?= (?:as|more|higher|larger|bigger|greater|faster|the|that|what|its|their|less|lower|fewer|smaller"
    r"|those|than|over|current|today|pre)\b"
    r"| [a-z][a-z.-]+'s?(?= ?[.,;:)]|$| (?!prime|president|foreign|minister|envoy)))"
    r"|x(?![^\W_])|(?: |-)?fold(?![^\W_])"
)
_PART_FOLLOWS = re.compile(
    r"(?= of\b|[.,;:)!?–\"”]|\n|$| (?:and|or) (?:an? )?(?:half|quarter|third|two|three)\b"
    r"| (?:less|more|lower|higher|fewer|smaller|larger|below|above|by|from|in|to|since|compared|than"
    r"|between|over|during|within|last year|this year|was|were|is (?!over|up|down|about|almost"
    r"|nearly|set|due)|came|comes"
    r"|stems?|stemmed)\b)"
)
_PART_BEFORE = re.compile(r"\bby (?:nearly |almost |about |around |roughly |more than |over |at least |some )?$")
_VAGUE_OF = re.compile(rf" of (?:an? )?({any_of(VAGUE)}|{any_of(SCALES)})(?![^\W_])")
_HALF_SCALE = re.compile(rf"(?: |-)(?:of )?(?:an? )?({any_of(SCALES)})(?![^\W_])")
_PROPORTION_WHOLES = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text. ``scale`` is the product of its scale words, already in ``value`` and ``step``.

    ``unit`` is set where the word itself names one ("a decade": 10 ``year``).
    """

    start: int
    end: int
    value: float
    kind: Kind = "cardinal"
    step: float | None = 1.0
    scale: float = 1.0
    unit: str | None = None
    worded: bool = True


def anchors(page: Page) -> Iterator[re.Match[str]]:
    """The places where a numeral may begin, in order; they may overlap."""
    for spot in _SPOT.finditer(page.low):
        if (spot[0] in _OPENERS or spot[0][0] <= "9") and (anchor := _ANCHOR.match(page.low, spot.start())):
            yield anchor


def read_numeral(page: Page, anchor: re.Match[str]) -> Numeral | None:
    """The numeral that begins at the anchor, or None when the word there is no number after all."""
    start, word = anchor.start(), anchor[0]
    match anchor.lastgroup:
        case "digits":
            numeral: Numeral | None = _read_digits(page, start)
        case "glyph":
            numeral = Numeral(start, anchor.end(), GLYPHS[word], "fraction", None, worded=False)
        case "article":
            numeral = _read_article(page, anchor)
        case "and_a_half":
            numeral = Numeral(start, anchor.end(), 1.5, "span", 0.5, unit=word.split(" ")[1])
        case "half":
            numeral = _read_half(page, anchor)
        case "vague":
            numeral = _read_vague(page, anchor)
        case "multiple":
            amount = MULTIPLES.get(word) or CARDINALS[word.removesuffix("fold").removesuffix("-")]
            numeral = Numeral(start, anchor.end(), amount, "multiple", None)
        case "superlative":
            numeral = Numeral(start, anchor.end(), 1.0, "superlative", None)
        case _:
            numeral = _read_words(page.low, start)
    return numeral and _extended(page, numeral)


def _extended(page: Page, numeral: Numeral) -> Numeral:
    """The numeral with what turns a count into something else: "in five", "times as much", "-fold"."""
    if numeral.kind != "cardinal":
        return numeral
    if found := _TIMES.match(page.low, numeral.end):
        return replace(numeral, end=found.end(), kind="multiple")
    if found := _PROPORTION.match(page.low, numeral.end):
        whole = _count(found["whole"])
        if numeral.value < whole and ("out" in found["link"] or whole in _PROPORTION_WHOLES) and whole <= 1000:
            return replace(numeral, end=found.end(), value=numeral.value / whole, kind="fraction", step=None)
    return numeral


def _count(word: str) -> float:
    return float(word) if word.isdigit() else CARDINALS.get(word) or SCALES.get(word, 0.0)


def _read_digits(page: Page, start: int) -> Numeral:
    """Digits with separators, decimals, an exponent, a fraction, scale words; or an ordinal such as 26th."""
    found = _DIGITS.match(page.low, start)
    assert found is not None
    value, decimals = _digits_value(found)
    step, end = float(f"1e-{decimals}"), found.end()
    if found["exponent"]:
        value, step = float(found[0]), step * float("1" + found["exponent"])
    elif power := _POWER.match(page.low, end):
        value, step, end = value * float(f"1e{power[1]}"), step * float(f"1e{power[1]}"), power.end()
    elif value == 10 and (exponent := _EXPONENT.match(page.low, end)):
        value, step, end = float(f"1e{exponent[1]}"), float(f"1e{exponent[1]}"), exponent.end()
    numeral = Numeral(start, end, value, step=step, worded=False)
    if found["plain"] and not decimals:
        if suffix := _DIGIT_ORDINAL.match(page.low, end):
            return replace(numeral, end=suffix.end(), kind="ordinal")
        numeral = _with_fraction(page, numeral)
    return _scaled(page.low, _mixed(page.low, numeral))


def _digits_value(found: re.Match[str]) -> tuple[float, int]:
    """The value, and how many decimals are written."""
    if found["plain"]:
        return float(found["plain"]), len(found["plain"].partition(".")[2])
    if found["comma"]:
        return float(found["comma"].replace(",", ".")), len(found["comma"].partition(",")[2])
    if found["spaced"]:
        return float(found["spaced"].replace(" ", "")), len(found["spaced"].rpartition(" ")[2])
    decimals = found["grouped_decimals"] or ""
    return float(re.sub(r"\D", "", found["grouped"]) + decimals), max(0, len(decimals) - 1)


def _with_fraction(page: Page, numeral: Numeral) -> Numeral:
    """``2 1/2``, ``2½``, ``3/4``."""
    if mixed := _DIGIT_MIXED.match(page.low, numeral.end):
        part = GLYPHS[mixed[3]] if mixed[3] else _quotient(mixed[1], mixed[2])
        if part is not None and part < 1:
            return replace(numeral, end=mixed.end(), value=numeral.value + part, step=None)
    if slash := _SLASH.match(page.low, numeral.end):
        whole = int(slash[1])
        if 0 < numeral.value < whole <= 100 and page.low[numeral.start : slash.end()] not in ("24/7", "9/11"):
            return replace(numeral, end=slash.end(), value=numeral.value / whole, kind="fraction", step=None)
    return numeral


def _quotient(above: str, below: str) -> float | None:
    return int(above) / int(below) if int(below) else None


def _mixed(low: str, numeral: Numeral) -> Numeral:
    """``two and a half``, ``a million and a half``, ``three point five``."""
    if point := _POINT.match(low, numeral.end):
        decimals = "".join(word if word.isdigit() else f"{CARDINALS[word]:.0f}" for word in point[1].split(" "))
        value, step = numeral.value + float(f"0.{decimals}"), float(f"1e-{len(decimals)}")
        return replace(numeral, end=point.end(), value=float(f"{value:.15g}"), step=step)
    if found := _MIXED.match(low, numeral.end):
        part = _MIXED_VALUE[found[1].replace("-", " ")] if found[1] != "quarters" else 0.25
        part *= numeral.scale
        return replace(numeral, end=found.end(), value=numeral.value + part, step=part)
    return numeral


def _scaled(low: str, numeral: Numeral) -> Numeral:
    """The numeral with the scale words after it: million, lakh crore, bn."""
    scale, end = 1.0, numeral.end
    while found := _SCALE.match(low, end):
        scale, end = scale * (SCALES.get(found[1]) or SHORT_SCALES[found[1]]), found.end()
    if scale == 1.0:
        return numeral
    step = numeral.step if numeral.step is None else numeral.step * scale
    kind: Kind = "cardinal" if numeral.kind == "fraction" else numeral.kind
    return replace(numeral, end=end, value=_times(numeral.value, scale), step=step, scale=scale, kind=kind)


def _times(value: float, scale: float) -> float:
    """``value * scale`` without the last bit of binary dust: 4.35 million is 4350000."""
    return float(f"{value * scale:.15g}")


def _read_article(page: Page, anchor: re.Match[str]) -> Numeral | None:
    """``a hundred``, ``a third``, ``a decade``, ``a couple``, ``several hundred``."""
    article, word = anchor[0].split(" ")
    start, end = anchor.start(), anchor.end()
    if word == "couple":
        return Numeral(start, end, 2.0, "vague", None)
    if article in ("several", "few", "many"):
        if word not in SCALES:
            return None
        return Numeral(start, end, SCALES[word], "vague", None, scale=SCALES[word])
    if word in SPANS:
        return Numeral(
            start, end, float(SPANS[word]["value"]), "span", float(SPANS[word]["value"]), unit=SPANS[word]["unit"]
        )
    if word in SCALES:
        return _scaled(
            page.low, replace(_read_words(page.low, end - len(word), 1.0) or Numeral(start, end, 0), start=start)
        )
    return _read_part(page, start, end, word)


def _read_part(page: Page, start: int, end: int, word: str) -> Numeral | None:
    """``a third`` as a fraction, or as the ordinal it is in "a third visit"."""
    if word == "half":
        return Numeral(start, end, 0.5, "fraction", None)
    if word == "quarter" and (scale := _HALF_SCALE.match(page.low, end)):
        return _scaled(page.low, Numeral(start, end, 0.25, "fraction", 0.25)) if scale else None
    if _PART_FOLLOWS.match(page.low, end) or _PART_BEFORE.search(page.low, max(0, start - 20), start):
        return Numeral(start, end, 1 / DENOMINATORS[word], "fraction", None)
    return None if word == "quarter" else Numeral(end - len(word), end, ORDINALS[word], "ordinal")


def _read_half(page: Page, anchor: re.Match[str]) -> Numeral | None:
    """``half``, ``half a million``, ``quarter of a million``; not "the first half", "this quarter"."""
    start, end = anchor.start(), anchor.end()
    value = 0.5 if anchor[0] == "half" else 0.25
    word_end = start + len("half" if value == 0.5 else "quarter")
    if scale := _HALF_SCALE.match(page.low, word_end):
        amount = SCALES[scale[1]]
        return Numeral(start, scale.end(), value * amount, "cardinal", value * amount, amount)
    before = page.low[max(0, start - 12) : start].rstrip(" -").rpartition(" ")[2]
    if value == 0.25 or before in ("first", "second", "latter", "last", "other", "early", "later", "better", "final"):
        return None
    return Numeral(start, end, value, "fraction", None)


def _read_vague(page: Page, anchor: re.Match[str]) -> Numeral:
    """``dozens``, ``hundreds of billions``, ``decades``, ``multibillion``: the least they can mean."""
    start, end, word = anchor.start(), anchor.end(), anchor[0]
    if word in SPANS:
        return Numeral(start, end, float(SPANS[word]["value"]), "vague", None, unit=SPANS[word]["unit"])
    scale = VAGUE.get(word) or SCALES.get(word.removeprefix("multi").removeprefix("-"), 1e6)
    while found := _VAGUE_OF.match(page.low, end):
        scale, end = scale * (VAGUE.get(found[1]) or SCALES[found[1]]), found.end()
    return Numeral(start, end, scale, "vague", None, scale=scale)


def _read_words(low: str, start: int, begun: float = 0.0) -> Numeral | None:
    """Number words from ``start``: cardinals, ordinals, fractions. ``begun`` is 1 after "a" ("a hundred").

    ``room`` is what the next word must stay under: after "twenty" comes at most "nine".
    """
    total, group, room, least_scale, scale = 0.0, begun, (1.0 if begun else 1000.0), float("inf"), 1.0
    end = cursor = start
    while word := _WORD.match(low, cursor):
        name = word[0]
        if name in CARDINALS and CARDINALS[name] < room and (CARDINALS[name] > 0 or end == start):
            group += CARDINALS[name]
            room, scale = (10.0 if CARDINALS[name] >= 20 else 1.0), 1.0
        elif name == "hundred" and 0 < group < 100:
            group, room = group * 100, 100.0
        elif name in SCALES and name != "hundred" and group and SCALES[name] < least_scale:
            total, group, room, least_scale, scale = (
                total + group * SCALES[name],
                0.0,
                1000.0,
                SCALES[name],
                SCALES[name],
            )
        elif name in SCALES and not group and total and SCALES[name] > 100:
            total, scale = total * SCALES[name], scale * SCALES[name]
        elif ended := _ending(name, total, group, room):
            value, kind = ended
            return Numeral(start, word.end(), value, kind, 1.0 if kind == "ordinal" else None)
        else:
            break
        end = word.end()
        if not (gap := _next_gap(low, end, room)):
            break
        cursor = gap
    if end == start:
        return None
    return _scaled(low, _mixed(low, Numeral(start, end, total + group, step=scale, scale=scale)))


def _next_gap(low: str, end: int, room: float) -> int | None:
    """Where the next number word may begin; "and" and commas join only after a hundred or a scale."""
    gap = _GAP.match(low, end)
    if gap is None or (room <= 10 and gap[0] not in (" ", "-", " - ")):
        return None
    return gap.end()


def _ending(name: str, total: float, group: float, room: float) -> tuple[float, Kind] | None:
    """The value when ``name`` closes the numeral: as an ordinal ("twenty-fifth") or a fraction ("two thirds")."""
    part = DENOMINATORS.get(name) or DENOMINATORS.get(name.removesuffix("s"))
    if part and group and not total and group < part and (group == 1 or name.endswith("s")):
        return (group / part, "fraction") if part != 4 or group in (1, 3) or name == "fourths" else None
    amount = ORDINALS.get(name)
    if amount is None:
        return None
    if amount >= 100:
        return total + (group or 1.0) * amount, "ordinal"
    return (total + group + amount, "ordinal") if amount < room else None
