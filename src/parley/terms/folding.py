"""Personal names as keys: folded to plain letters, and matched where a letter was lost to a wrong encoding."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ʼ": ""}
)
_APOSTROPHES = re.compile(r"['’‘ʻʼ`´]")
_NO_LETTER = re.compile(r"[\W_]+")
# A UTF-8 lead byte read as Latin-1 or Windows-1252 and the byte after it (often stripped), or what replaced them.
_JUNK = re.compile(r"[ÂÃÄÅÆ\ufffd?][\u0080-\u00bf\ufffd?€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]?")
_LOST_LETTER = "[a-z]{0,2}"


def fold(words: str) -> str:
    """Lower-case words of plain letters and digits, one space between: ``"Suk-yeol"`` is ``"suk yeol"``."""
    lower = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", words)).casefold().translate(_PLAIN)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter))
    return _NO_LETTER.sub(" ", plain).strip()


def lossy_pattern(words: str) -> re.Pattern[str] | None:
    """A pattern over folded names in which each run of junk stands for a lost letter; None where there is no junk.

    ``"ShinjirÅ"`` gives a pattern that ``"shinjiro"`` matches whole. At least three letters must be left.
    """
    pieces = [_fold_keeping_spaces(piece) for piece in _JUNK.split(words)]
    if len(pieces) == 1 or sum(len(piece) for piece in pieces) < 3:
        return None
    return re.compile(_LOST_LETTER.join(re.escape(piece) for piece in pieces))


def _fold_keeping_spaces(piece: str) -> str:
    letters = _APOSTROPHES.sub("", piece)
    before, after = (" " if letters and not edge.isalnum() else "" for edge in (letters[:1], letters[-1:]))
    folded = fold(piece)
    return before + folded + after if folded else before
