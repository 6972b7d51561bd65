"""What Parties hold on each issue, through time."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley import workflow
from parley.ledger import Ledger
from parley.web.catalogue.keeper import Keeper
from parley.web.models.position import PartyPositionsPage, PositionsPage
from parley.web.options import ServeOptions
from tests.web.conftest import client_for, free_port

_TEXTS = {
    "march.txt": """date 2021-03-02
Talks in Beijing

China will not cooperate on climate change while sanctions remain in place, Foreign Minister Wang Yi told reporters \
in Beijing on Tuesday. China links climate talks to the lifting of sanctions, he said. \
Japan supports new coal plants abroad, its government said.
""",
    "june.txt": """date 2022-06-10
Japan turns

Japan opposes new coal plants abroad, Prime Minister Fumio Kishida said in Tokyo on Friday. \
The United States urged China to end the financing of coal.
""",
    "september.txt": """date 2022-09-10
Said again

The United States urged China to end the financing of coal.
""",
}


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server of a ledger with stances that are repeated and turned against."""
    folder = tmp_path_factory.mktemp("positions")
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "positions.db"
    with Ledger(path) as ledger:
        workflow.read(workflow.ingest([folder / name for name in _TEXTS]), ledger, workflow.make_reader())
    options = ServeOptions(ledger=path, port=free_port())
    with Keeper(options) as keeper, client_for(options, keeper) as client:
        yield client


def listed(client: TestClient, **asked: str) -> PositionsPage:
    """The positions for some filters."""
    return PositionsPage.model_validate_json(client.get("/positions.json", params=asked).text)


def test_it_is_told_who_links_climate_to_sanctions_and_since_when(asking: TestClient) -> None:
    found = listed(asking, issue="sanctions", stance="links")
    assert {stance.party.code for stance in found.items} == {"CHN"}
    first = found.items[0]
    assert first.since.start == "2021-03-02"
    page = asking.get("/positions", params={"issue": "sanctions", "stance": "links"}).text
    assert "2 Mar 2021" in page
    assert f"/positions/CHN#{first.id}" in page


def test_a_turn_is_marked_with_what_was_held_before(asking: TestClient) -> None:
    turned = listed(asking, turned="true")
    assert [stance.party.code for stance in turned.items] == ["JPN"]
    japan = PartyPositionsPage.model_validate_json(asking.get("/positions/JPN.json").text)
    before, after = japan.issues[0].stances
    assert (before.stance, after.stance) == ("supports", "opposes")
    assert after.departs_from == (before.id,)
    assert after.turn is not None
    assert "until then" in after.turn
    page = asking.get("/positions/JPN").text
    assert f'href="#{before.id}"' in page
    assert f'id="{before.id}"' in page


def test_a_stance_told_twice_is_one_with_the_first_and_the_last_date(asking: TestClient) -> None:
    (stance,) = listed(asking, party="USA").items
    assert (stance.told, stance.since.start, stance.until.start) == (2, "2022-06-10", "2022-09-10")
    assert [party.code for party in stance.towards] == ["CHN"]
    china = PartyPositionsPage.model_validate_json(asking.get("/positions/CHN.json").text)
    assert [one.id for one in china.towards_it] == [stance.id]


def test_the_matrix_leads_from_every_cell_to_the_words(asking: TestClient) -> None:
    whole = listed(asking)
    cells = {(row.party.code, cell.issue): cell for row in whole.matrix.rows for cell in row.cells}
    assert sum(one.told for cell in cells.values() for one in cell.stances) == sum(one.told for one in whole.items)
    for party, issue in cells:
        assert f'id="{issue}"' in asking.get(f"/positions/{party}").text
    only = listed(asking, party="JPN").matrix
    assert [row.party.code for row in only.rows] == ["JPN"]


def test_filters_that_are_left_open_choose_nothing_and_unknown_ones_are_refused(asking: TestClient) -> None:
    assert listed(asking, issue="", party="", stance="", q="").total == listed(asking).total
    assert listed(asking, issue="moonlight").total == 0
    assert "No stance fits" in asking.get("/positions?issue=moonlight").text
    assert asking.get("/positions.json?isue=coal").status_code == 422
    assert asking.get("/positions/ATA.json").status_code == 404


def test_a_reporter_gets_from_the_matrix_to_the_document(tab: Page, site: str) -> None:
    tab.goto(f"{site}/positions")
    tab.get_by_label("Issue").select_option("coal")
    tab.get_by_role("button", name="Show").click()
    expect(tab.locator(".stances li")).to_have_count(1)
    tab.locator(".matrix td a").first.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("United Kingdom")
    tab.locator("#coal .quote footer a").first.click()
    expect(tab).to_have_url(re.compile(r"/documents/doc_\w+#c\d+-\d+$"))
    tab.go_back()
    expect(tab.get_by_role("heading", level=1)).to_have_text("United Kingdom")
