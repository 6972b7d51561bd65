"""Text from documents is hostile until shown otherwise: what leaves Parley is made harmless here."""

from __future__ import annotations

import re

# Controls of the terminal (C0, C1), marks that turn the direction of a line, and halves of characters.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WHITE = re.compile(r"\s+")
# Spreadsheets run a cell that begins with one of these, in ordinary or full width, even behind blanks and quotes.
_FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠|%]")


def plain(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would obey."""
    return _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", _WHITE.sub(" ", text)).strip()


def csv_cell(value: str | float | int | None) -> str | float | int:
    """A cell that no spreadsheet takes for a formula; numbers and the bare unit % stay as they are."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    cell = plain(value)
    return f"'{cell}" if _FORMULA.match(cell) and cell != "%" else cell
