"""A figure that is to be reached is not held against what there is."""

from __future__ import annotations

import pytest

from parley import check


@pytest.mark.parametrize(
    "sentence",
    [
        "Vietnam and its partners agreed on limiting its coal-fired capacity to 30.2 gigawatts.",
        "India plans to cap its coal power capacity at 250 gigawatts.",
    ],
)
def test_a_figure_that_is_a_pledge_too_contradicts_nothing(sentence: str) -> None:
    checked = check(sentence, "2022-12-14")
    of_figures = [one for one in checked.claims if one.report.kind_of_report == "claim"]
    assert of_figures
    assert {one.verdict.token for one in of_figures} == {"not_checkable"}
    assert all("a goal" in one.verdict.reason for one in of_figures)


def test_a_figure_of_what_there_is_is_checked() -> None:
    assert check("Vietnam has 30.2 gigawatts of coal-fired power plants.", "2022-12-14").token == "contradicted"
