"""Digits and words that are no numbers: dates, times, telephone numbers, identifiers, labels, list marks."""

from __future__ import annotations

import re

from parley.reading.numbers.lexicon import LABELS
from parley.reading.numbers.numerals import Numeral
from parley.reading.numbers.page import Page

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_NO_NUMBER = re.compile(
    rf"{_YEAR}(?: ?[-–/] ?| to | and ){_YEAR}(?![\d%]|,\d)"
    rf"|{_YEAR}[-–/]\d\d?(?:[-–]\d\d)?(?![\d%]|,\d)|{_YEAR}(?:'?s)(?![a-z])|\d0'?s(?![a-z])"
    r"|\d{1,2}/\d{1,2}/\d{2,4}(?!\d)|\d{1,2}\.\d{1,2}\.(?:1[89]|20)?\d\d(?!\d)"
    r"|\d{1,2}(?:[:.]\d\d){0,2} ?(?:[ap]m\b|[ap]\.m\.?|o'clock)|\d{1,2}:\d\d(?::\d\d)?"
    r"|\d{3,4} ?(?:gmt|utc|hrs|cet|est|edt|bst|jst)\b|\d{1,2}(?:\.\d\d)? (?:gmt|utc|cet|est|edt|bst|jst)\b"
    r"|\d{1,3}\) ?\d{3}-\d{3,4}|\d{1,4}(?:-\d{2,4}){2,}[-/\d]*|\d+(?:\.\d+){3,}|\d+/[a-z]{2}[\w./]*|24/7|9/11(?!\d)"
)
_TELEPHONE = re.compile(r"\d[\d ()./-]{6,20}\d")
_DAY_THEN_MONTH = re.compile(
    rf"(?:st|nd|rd|th)?(?:(?: ?[-–] ?| to | and |, | or )\d{{1,2}}(?:st|nd|rd|th)?){{0,3}},? (?:of )?{_MONTH}"
)
_MONTH_THEN_DAY = re.compile(
    rf"{_MONTH} (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?| to | and |, | or | through ))*$"
)
_IDENTIFIER_REST = re.compile(r"[\w.,:/+-]*\w")
_LIST_MARK = re.compile(r"[.)](?=\s)")
_STREET = re.compile(
    r" (?:[A-Z][\w.'-]+ ){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Boulevard|Blvd\.|Drive|Terrace|Crescent)(?!\w)"
)
_LABELS = frozenset(LABELS)
_NEAR = 16
_LONGEST_ADDRESS = 200
_SUBPREFIX = re.compile(r"(?:^|[^\w])(?:sub|mid|under|over|near|plus|non|post|pre|sub|to|and|or|a|in)-$")


def not_a_number(page: Page, start: int, floor: int) -> int | None:
    """Where what begins with the digits at ``start`` ends, when it is no number at all; else None.

    ``floor`` is the end of the quantity before: "5GW-10GW" is no identifier.
    """
    if found := _NO_NUMBER.match(page.low, start):
        return found.end()
    before = page.plain[start - 1] if start else " "
    if before == "+" and (phone := _TELEPHONE.match(page.low, start)) and phone[0].count(" ") + phone[0].count("-") > 1:
        return phone.end()
    if page.plain.startswith("&#", max(0, start - 2)):
        return rest_of_identifier(page, start)
    if before in "_@§'/#" and not (before == "/" and page.plain[start - 2 : start - 1] == " "):
        return None if before == "#" else rest_of_identifier(page, start)
    if before == "." and start > 1 and not page.plain[start - 2].isspace():
        return rest_of_identifier(page, start)
    if (
        before == "-"
        and floor < start - 1
        and page.plain[start - 2].isalpha()
        and not _SUBPREFIX.search(page.low[max(0, start - 8) : start])
    ):
        return rest_of_identifier(page, start)
    if before == "(" and page.plain[start - 2 : start - 1].isalnum():
        return rest_of_identifier(page, start)
    return rest_of_identifier(page, start) if _in_address(page, start) else None


def is_date_part(page: Page, numeral: Numeral) -> bool:
    """Whether a small number stands beside the name of a month."""
    if numeral.worded or not numeral.value.is_integer() or not 1 <= numeral.value <= 31:
        return False
    if after := _DAY_THEN_MONTH.match(page.low, numeral.end):
        return not after[0].endswith("may") or page.plain[after.end() - 3] == "M"
    before = _MONTH_THEN_DAY.search(page.low, max(0, numeral.start - 30), numeral.start)
    return before is not None and (not before[0].startswith("may") or page.plain[before.start()] == "M")


def is_year(page: Page, numeral: Numeral) -> bool:
    """Whether four bare digits are better read as a year."""
    written = page.plain[numeral.start : numeral.end]
    return len(written) == 4 and written.isdigit() and 1700 <= numeral.value <= 2199


def is_label(page: Page, numeral: Numeral) -> bool:
    """Whether the number names a thing: Article 6, Group of Seven, 12 Some Street, list marks, [12]."""
    start, end = numeral.start, numeral.end
    if page.plain[end : end + 1].isalpha() or page.plain[end : end + 1] == "_" or _STREET.match(page.plain, end):
        return True
    around = page.plain[start - 1 : start] + page.plain[end : end + 1]
    if around == "[]" or (around == "()" and numeral.value < 100 and not numeral.worded):
        return True
    opening = page.text[max(0, start - _NEAR) : start].rstrip(" \t(")
    if not numeral.worded and (not opening or opening.endswith("\n")) and _LIST_MARK.match(page.text, end):
        return True
    return _labelled(page.low[max(0, start - _NEAR) : start])


def _labelled(before: str) -> bool:
    """Whether the last words before a number are a label: "Article", "Order No.", "Group of"."""
    words = before.rstrip(" (").replace("-", " ").split(" ")
    if words[-1] in ("no.", "no") and len(words) > 1:
        words.pop()
    return words[-1].strip(".") in _LABELS or " ".join(words[-2:]) in _LABELS


def rest_of_identifier(page: Page, start: int) -> int:
    """The end of the run of letters, digits and joining marks at ``start``."""
    found = _IDENTIFIER_REST.match(page.plain, start)
    return found.end() if found else start + 1


def _in_address(page: Page, start: int) -> bool:
    """Whether the run of non-spaces before ``start`` belongs to a web or mail address."""
    run = page.plain[max(0, start - _LONGEST_ADDRESS) : start].rpartition(" ")[2].rpartition("\n")[2]
    return "://" in run or "@" in run or run.startswith("www.")
