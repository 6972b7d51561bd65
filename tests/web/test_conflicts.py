"""Where sources disagree, side by side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley.web.catalogue.keeper import Keeper
from parley.web.models.conflict import ConflictsPage, ConflictWhole
from parley.web.options import ServeOptions
from tests.web.conftest import client_for, running


@pytest.fixture(scope="module")
def asking(lima: tuple[ServeOptions, Keeper]) -> Iterator[TestClient]:
    with client_for(*lima) as client:
        yield client


def listed(client: TestClient, query: str = "") -> ConflictsPage:
    return ConflictsPage.model_validate_json(client.get(f"/conflicts.json?{query}").text)


def test_conflicts_stand_side_by_side_in_the_words_of_their_sources(asking: TestClient) -> None:
    on_event, on_claim = listed(asking).items
    assert [side.value for side in on_event.sides] == ["2 September 2021", "3 September 2021"]
    assert [side.value for side in on_claim.sides] == ["49 million tCO₂e", "58 million tCO₂e"]
    assert [len(side.quotes) > 0 for side in (*on_event.sides, *on_claim.sides)] == [True] * 4
    assert on_event.record
    assert asking.get(f"/timeline/{on_event.record}").status_code == 200
    assert asking.get(f"/claims/{on_claim.sides[1].reports[0]}").status_code == 200
    one = ConflictWhole.model_validate_json(asking.get(f"/conflicts/{on_event.id}.json").text)
    assert one == on_event
    assert "in Lima on 3 September 2021" in asking.get(f"/conflicts/{on_event.id}").text
    assert asking.get("/conflicts/con_000000000000").status_code == 404


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("concerns=claim", ["claim"]),
        ("concerns=event&concerns=claim", ["event", "claim"]),
        ("field=date", ["event"]),
        ("party=PER", ["event"]),
        ("q=greenhouse", ["claim"]),
        ("concerns=pledge", []),
    ],
)
def test_conflicts_are_filtered_by_what_they_concern(asking: TestClient, query: str, expected: list[str]) -> None:
    assert [conflict.concerns for conflict in listed(asking, query).items] == expected
    assert asking.get(f"/conflicts?{query}").status_code == 200


def test_from_an_event_in_dispute_one_comes_to_its_conflict_and_back(
    tab: Page, lima: tuple[ServeOptions, Keeper]
) -> None:
    with running(*lima) as site:
        tab.goto(f"{site}/timeline?dispute=true")
        tab.get_by_role("link", name="sources differ", exact=True).click()
        expect(tab.get_by_role("heading", name="Where sources differ")).to_be_in_viewport()
        tab.get_by_role("link", name="Date", exact=True).click()
        expect(tab.get_by_role("heading", level=1)).to_contain_text("2 September 2021 against 3 September 2021")
        tab.get_by_role("link", name="Meeting of Kari Lunde and Rosa Quispe").click()
        expect(tab.locator(".life > li")).to_have_count(1)
