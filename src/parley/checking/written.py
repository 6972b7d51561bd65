"""How finely a number is told by the way it is written: 27 is 26.5 to 27.5, 70 is 69.5 to 70.5, half is 45 to 55 %.

A number in digits, or in the words for them, is good to half a unit of its last digit, zeros included. A fraction in
words ("a third") is good to 5 % of itself, as "about" is; half to 10 %, for no other fraction with a name lies near it.
A multiple ("twice", "doubled") is good to half of one, at most 12 % of itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

Margin = tuple[float, float]
"""How far the true value may lie below and above a number for the number still to be a fair way to write it."""

MULTIPLE_AT_MOST = 0.12
PART = 0.05
HALF = 0.1

_DIGITS = re.compile(r"\d[\d, ]*(?:\.\d+)?|\.\d+")
_PARTS = re.compile(
    r"\b(?:halv(?:e|es|ed|ing)|half|(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth)s?)\b"
    r"|[½⅓⅔¼¾⅕]|\d ?/ ?\d|\b(?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
)
_SCALES = re.compile(r"\b(?:hundred|thousand|million|billion|trillion|bn|m|tn)\b")
_MULTIPLE = re.compile(
    r"\b(?:twice|twofold|doubl\w+|thrice|tripl\w+|trebl\w+|quadrupl\w+|quintupl\w+)\b|fold\b|\btimes\b"
)
_VAGUE = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b")
_TWENTIES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_WORDS = {
    **{word: float(index) for index, word in enumerate(_ONES, start=1)},
    **{word: 10.0 * index for index, word in enumerate(_TWENTIES, start=2)},
    "dozen": 12.0,
    "decade": 10.0,
}
_LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=4096)
def margins(written: str | None, low: float, high: float, unit: str | None = None) -> Margin:
    """How far below ``low`` and above ``high`` the true value may lie, in the unit of both.

    ``written`` is the number as it stands in the text, None where that is not known: then the digits of the value
    itself count, its trailing zeros from a thousand up not. ``unit`` ``times`` makes a plain number a multiple.
    """
    text = (written or "").casefold().strip()
    if not text:
        return _of_value(low, unit)[0], _of_value(high, unit)[1]
    if _VAGUE.search(text):
        return 0.0, 9.0 * abs(high)
    if is_part(text):
        return _of_part(low)[0], _of_part(high)[1]
    if numerals := _DIGITS.findall(text):
        return _of_digits(numerals[0], low, unit)[0], _of_digits(numerals[-1], high, unit)[1]
    if _MULTIPLE.search(text):
        return _capped(low, 0.5, "times")[0], _capped(high, 0.5, "times")[1]
    return _of_words(text, low, unit)[0], _of_words(text, high, unit)[1]


def is_part(written: str | None) -> bool:
    """Whether a number is a fraction in words, with which "about" gives twice the margin."""
    text = (written or "").casefold()
    return _PARTS.search(text) is not None and not _MULTIPLE.search(text)


def _of_digits(numeral: str, value: float, unit: str | None) -> Margin:
    """``12.1`` of 1.21e10 tonnes is good to 0.05e9 tonnes."""
    plain = numeral.replace(",", "").replace(" ", "")
    decimals = len(plain.partition(".")[2])
    number = float(plain)
    scale = abs(value) / number if number and value else 1.0
    return _capped(value, 0.5 * 10.0**-decimals * scale, unit)


def _of_words(text: str, value: float, unit: str | None) -> Margin:
    """ "Six billion" is good to half a billion, "twenty-seven" to a half; other words to 5 %."""
    known = [_WORDS[word] for word in _LETTERS.findall(_SCALES.sub(" ", text)) if word in _WORDS]
    number = sum(known) or (1.0 if text.startswith(("a ", "an ")) else 0.0)
    if not number or not value:
        return 0.05 * abs(value), 0.05 * abs(value)
    return _capped(value, 0.5 * abs(value) / number, unit)


def _of_value(value: float, unit: str | None) -> Margin:
    """By the digits of the value itself."""
    digits = f"{abs(value):.12g}"
    mantissa, _, exponent = digits.partition("e")
    if "." in mantissa or exponent:
        step = 10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2]))
    else:
        step = 10.0 ** (len(mantissa) - len(mantissa.rstrip("0"))) if abs(value) >= 1000 else 1.0
    return _capped(value, 0.5 * step, unit)


def _capped(value: float, half: float, unit: str | None) -> Margin:
    if unit == "times" and not float(value).is_integer():
        return half, half
    margin = min(half, MULTIPLE_AT_MOST * abs(value)) if unit == "times" else half
    return margin, margin


def _of_part(value: float) -> Margin:
    """A fraction, given as such, in per cent, or of a thousand, a million and so on ("half a million")."""
    size = abs(value)
    scale = 100.0 if 1.0 < size <= 100.0 else 1.0 if size <= 1.0 else 10.0 ** len(str(int(size)))
    margin = size * (HALF if abs(size / scale - 0.5) < 1e-6 else PART)
    return margin, margin
