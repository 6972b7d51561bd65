"""The text as the parser sees it: another look, the same length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import UsageError
from parley.reading.nlp import load_model, prepare

AWKWARD = st.text(alphabet=st.sampled_from("ab AB.,\n\r\t\"'“”‘’…«»`â³Å\u00a0-()"), max_size=200)


@given(AWKWARD | st.text(max_size=200))
def test_preparing_never_moves_a_character(text: str) -> None:
    assert len(prepare(text)) == len(text)


def test_a_line_break_inside_a_sentence_is_closed_and_one_between_paragraphs_kept() -> None:
    assert (
        prepare("The talks in \nLima\n, she said. \nThey ended.\n\nNext")
        == "The talks in  Lima , she said. \nThey ended.\n\nNext"
    )


def test_a_long_line_wrapped_before_a_capital_is_joined_and_a_headline_is_not() -> None:
    wrapped = "The delegation was led by the environment commissioner of the European\nCommission, who spoke."
    assert "\n" not in prepare(wrapped)
    assert prepare("Ministers meet in Lima\nKari Lunde arrived.").count("\n") == 1


def test_the_leading_date_line_is_not_parsed() -> None:
    assert prepare(" date 2024-05-06 (Wire) -- Talks began.").strip() == "Talks began."


def test_single_marks_become_double_ones_unless_they_stand_inside_double_ones() -> None:
    assert prepare("‘We are very late,’ he said.") == '"We are very late," he said.'
    assert prepare("“A ‘very late’ train,” he said.") == "\"A 'very late' train,\" he said."


def test_a_model_that_is_not_installed_is_named_with_the_way_out() -> None:
    with pytest.raises(UsageError, match=r"en_core_web_nowhere.*pip"):
        load_model("en_core_web_nowhere")


def test_a_line_cut_at_a_link_goes_on_after_the_link() -> None:
    cut = "Speakers at the \nHouse of the People\nDepartment agreed.\nNext."
    assert prepare(cut) == "Speakers at the  House of the People Department agreed.\nNext."
