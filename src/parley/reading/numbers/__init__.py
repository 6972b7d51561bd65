"""A closed grammar of numbers in English text.

`find_numbers` reads counts, shares, money, physical quantities, ranges, ranks, multiples and their hedge words from
plain text. Dates, years, times, telephone numbers, identifiers and list marks are left alone.

>>> [(m.low, m.high, m.unit) for m in find_numbers("a cut of 50-52% and some $3.5 trillion")]
[(50.0, 52.0, '%'), (3500000000000.0, 3500000000000.0, 'USD')]
"""

from parley.reading.numbers.finder import find_numbers
from parley.reading.numbers.mention import Comparator, NumberMention, Shape

__all__ = ["Comparator", "NumberMention", "Shape", "find_numbers"]
