"""Time: the interval type and the grammar of English date expressions.

``find_expressions`` finds them in running text, ``resolve`` gives the days they mean from the day they were said on,
``timex_value`` their TIMEX3 value. Pure functions, no model, no clock.
"""

from parley.terms.when.expression import Expression
from parley.terms.when.find import Found, find_expressions, parse_expression
from parley.terms.when.interval import Interval, Precision
from parley.terms.when.resolve import Direction, resolve
from parley.terms.when.timex import timex_value

__all__ = [
    "Direction",
    "Expression",
    "Found",
    "Interval",
    "Precision",
    "find_expressions",
    "parse_expression",
    "resolve",
    "timex_value",
]
