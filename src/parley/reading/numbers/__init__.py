"""A closed grammar of numbers in English text.

`find_numbers` reads counts, shares, money, physical quantities, ranges, ranks, multiples and their hedge words from
plain text. Dates, years, times, telephone numbers, identifiers and list marks are left alone. `find_positions` reads
places in a sequence that are not counted from its beginning ("the last but one", "a previous version").

>>> [(m.low, m.high, m.unit) for m in find_numbers("a cut of 50-52% and some $3.5 trillion")]
[(50.0, 52.0, '%'), (3500000000000.0, 3500000000000.0, 'USD')]
"""

from parley.reading.numbers.finder import find_numbers
from parley.reading.numbers.mention import Comparator, NumberMention, Shape
from parley.reading.numbers.positions import Position, find_positions

__all__ = ["Comparator", "NumberMention", "Position", "Shape", "find_numbers", "find_positions"]
