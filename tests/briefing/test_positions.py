"""Positions of the briefing: a stance once with all its quotes, and its turns."""

from __future__ import annotations

from parley.briefing import build_view, render_html, render_markdown
from parley.linking import link
from tests.linking.test_positions import JANUARY, MARCH, MAY


def test_repeated_statements_are_one_row_with_all_their_notes() -> None:
    view = build_view([JANUARY, MARCH], link([JANUARY, MARCH]))
    ((position,),) = (page.positions for page in view.positions)
    assert (position.issue, position.stance, position.turn) == ("Sanctions", "supports, towards Peru", None)
    assert len(position.citations) == 2


def test_a_turn_is_told_with_what_was_held_until_then() -> None:
    view = build_view([JANUARY, MARCH, MAY], link([JANUARY, MARCH, MAY]))
    ((_, after),) = (page.positions for page in view.positions)
    assert after.turn == "A turn, 10 May 2021: until then “Chile again defended the sanctions on Peru.”"
    assert after.turn in render_markdown(view)
    assert after.turn in render_html(view)
