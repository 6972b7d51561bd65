"""What holds for every text and every day."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from parley.terms.when import Interval, find_expressions, parse_expression, resolve, timex_value
from parley.terms.when.vocabulary import ROLES

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
DIRECTIONS = st.sampled_from([None, "past", "future"])

# Time words, numbers and marks in any order: far likelier than free text to reach every rule.
_PIECES = st.one_of(
    st.sampled_from([*sorted(ROLES), "May", "Friday", "Sept.", "2021", "1850", "31", "3rd", "2030s", "'s", "8 p.m."]),
    st.integers(0, 99999).map(str),
    st.sampled_from(["2021-08-31", "31/8/2021", "12:30", "9999", "0001", "1 1/2", "$5", "x", ". "]),
)
TIME_WORDS = st.lists(st.tuples(_PIECES, st.sampled_from([" ", "-", ", ", "", "\n"])), max_size=12).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
TEXTS = st.one_of(st.text(max_size=80), TIME_WORDS)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    first, second = sorted([draw(DAYS), draw(DAYS)])
    return Interval(first, second)


@given(intervals())
def test_an_interval_printed_as_iso_parses_to_itself(interval: Interval) -> None:
    assert Interval.parse(interval.iso) == interval


@given(intervals())
def test_an_interval_printed_as_iso_is_found_as_itself(interval: Interval) -> None:
    (found,) = find_expressions(interval.iso)
    told = resolve(found.expression)
    assert told is not None
    assert (told.start, told.end) == (interval.start, interval.end)


@given(TEXTS)
def test_places_are_in_order_and_never_overlap(text: str) -> None:
    last = 0
    for found in find_expressions(text):
        assert last <= found.start < found.end <= len(text)
        assert not text[found.start : found.end][0].isspace()
        last = found.end


@given(TEXTS, st.none() | st.dates(), DIRECTIONS, st.none() | st.dates())
def test_resolution_never_fails(text: str, anchor: date | None, direction: str | None, text_day: date | None) -> None:
    expressions = [found.expression for found in find_expressions(text)]
    if loose := parse_expression(text):
        expressions.append(loose)
    for expression in expressions:
        interval = resolve(expression, anchor, direction, text_day)  # type: ignore[arg-type]
        value = timex_value(expression, anchor, direction, text_day)  # type: ignore[arg-type]
        assert interval is None or interval.days is not None
        assert value is None or value


@given(TEXTS, st.dates(), DIRECTIONS)
def test_what_resolves_without_an_anchor_does_not_depend_on_it(text: str, anchor: date, direction: str | None) -> None:
    for found in find_expressions(text):
        absolute = resolve(found.expression)
        assert absolute is None or resolve(found.expression, anchor, direction) == absolute  # type: ignore[arg-type]
