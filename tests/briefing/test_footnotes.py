"""Notes: numbered once, reused, shown in their context."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from parley.briefing import build_view
from parley.briefing.footnotes import Footnotes, context
from parley.briefing.shelf import Shelf
from parley.briefing.view import Citation

from .story import make_story


def test_a_quote_is_numbered_at_its_first_mention_and_reused() -> None:
    readings, links = make_story()
    notes = Footnotes(Shelf.of(readings, links))
    first, second = readings[0].pledges[0], readings[0].claims[0]
    assert notes.cite([first]) == (Citation(1, 1),)
    assert notes.cite([second, first]) == (Citation(2, 1), Citation(1, 2))
    assert [(note.number, note.cited) for note in notes.notes()] == [(1, 2), (2, 1)]


def test_two_records_on_the_same_words_share_a_note() -> None:
    readings, links = make_story()
    notes = Footnotes(Shelf.of(readings, links))
    urged, position = readings[0].pledges[2], readings[0].positions[0]
    assert notes.cite([urged, position]) == (Citation(1, 1),)


def test_notes_stand_in_the_order_of_first_mention_without_gaps() -> None:
    view = build_view(*make_story())
    assert [note.number for note in view.notes] == list(range(1, len(view.notes) + 1))
    assert view.notes[0].exact == "A Nordic climate forum opens on April 2"


def test_the_context_is_the_rest_of_the_sentence() -> None:
    text = "It rained. The envoy, who had come by train, met the minister in the hall of the old town. They ate."
    start = text.index("met the minister")
    before, after = context(text, start, start + len("met the minister"))
    assert before == "The envoy, who had come by train, "
    assert after == " in the hall of the old town."


def test_a_whole_sentence_is_shown_with_its_neighbours() -> None:
    text = "The hall was cold. They met. Nobody took a note of it."
    start = text.index("They met.")
    assert context(text, start, start + len("They met.")) == ("The hall was cold. ", " Nobody took a note of it.")


def test_a_title_with_a_full_stop_does_not_end_the_context() -> None:
    text = "In the morning Dr. Orla Venn of the U.S. team met them."
    start = text.index("met them")
    assert context(text, start, start + 8)[0] == "In the morning Dr. Orla Venn of the U.S. team "


def test_a_long_sentence_is_cut_at_words_and_marked() -> None:
    text = "word " * 100 + "HERE" + " word" * 100
    before, after = context(text, 500, 504)
    assert before.startswith("… word ")
    assert after.endswith(" word …")


@given(st.text(alphabet="ab. \n,”", min_size=3, max_size=600), st.data())
def test_the_context_is_always_what_stands_around_the_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    before, after = context(text, start, end)

    def squeezed(part: str) -> str:
        return re.sub(r"\s+", "", part)

    assert squeezed(text[:start]).endswith(squeezed(before.removeprefix("… ")))
    assert squeezed(text[end:]).startswith(squeezed(after.removesuffix(" …")))
