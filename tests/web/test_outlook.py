"""The outlook: addresses that hold scenarios, figures as the command line has them, and a slider that runs it all."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient
from typer.testing import CliRunner

from parley.cli.main import app
from parley.web.models.outlook import (
    OutlookPage,
    OutlookPartyPage,
    OutlookRun,
    OutlookSharesPage,
    OutlookSourcesPage,
    SinceParisPage,
)
from parley.web.outlook_scenario import Scenario, scenario_at

_NET_ZERO = "CHN-2020-09-22-net_zero-2060"
_SLIDER = "[id='v.CHN.net_zero']"

_wishes = st.one_of(
    st.builds("{} net_zero {}".format, st.sampled_from(["CHN", "IND", "USA"]), st.integers(2035, 2090)),
    st.builds("IND peak {}".format, st.integers(2025, 2045)),
    st.builds("EUU cut {}% 2035 from 1990".format, st.integers(0, 100)),
    st.builds("CHN cut {}% 2035 below peak".format, st.integers(0, 100)),
    st.builds("IDN level {} 2035".format, st.integers(0, 2000)),
)
_scenarios = st.builds(
    Scenario.of,
    pledges=st.sampled_from(["record", "ledger"]),
    as_of=st.one_of(st.none(), st.dates(min_value=date(2015, 1, 1)).map(str)),
    policy=st.sampled_from(["current", "unconditional", "conditional", "net-zero"]),
    extension=st.sampled_from([None, "constant-effort", "flat", "net-zero"]),
    likelihood=st.sampled_from([50, 66]),
    leaving=st.sampled_from(["announced", "effective"]),
    hot_air=st.booleans(),
    data_year=st.integers(2012, 2023),
    wishes=st.lists(_wishes, max_size=4),
    without=st.lists(st.sampled_from([_NET_ZERO, "EUU-2019-12-12-net_zero-2050"]), max_size=2),
    withdraw=st.lists(st.sampled_from(["USA", "IND", "RUS"]), max_size=2),
    coal=st.one_of(st.none(), st.builds("{} {} GW".format, st.sampled_from(["CHN", "IDN"]), st.integers(1, 999))),
    also=st.lists(st.sampled_from(["KOR", "AUS"]), max_size=2),
)


@given(_scenarios)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_address_holds_its_scenario(scenario: Scenario) -> None:
    assert scenario_at(scenario.address) == scenario
    assert scenario_at(scenario.address).address == scenario.address


def test_an_address_can_be_read() -> None:
    scenario = scenario_at("withdraw=IND&coal=CHN+200&set=CHN+net_zero+2050&policy=conditional&as_of=2021-11-13")
    assert scenario.address == (
        "as_of=2021-11-13&policy=conditional&set=CHN+net_zero+2050&withdraw=IND&coal=CHN+200+GW"
    )
    assert Scenario.of().address == ""


@pytest.mark.parametrize(
    ("query", "given_options"),
    [
        ("", []),
        (
            f"as_of=2021-11-13&policy=conditional&likelihood=66&set=IND+net_zero+2055&without={_NET_ZERO}&withdraw=BRA",
            [
                *("--as-of", "2021-11-13", "--policy", "conditional", "--likelihood", "66"),
                *("--set", "IND net_zero 2055", "--without", _NET_ZERO, "--withdraw", "BRA"),
            ],
        ),
    ],
)
def test_a_run_has_the_figures_of_the_command_line(client: TestClient, query: str, given_options: list[str]) -> None:
    done = CliRunner().invoke(app, ["outlook", *given_options, "--format", "json", "--no-shares"])
    said = json.loads(done.stdout)
    run = OutlookRun.model_validate_json(client.get(f"/outlook/run.json?{query}").text)
    assert run.numbers.warming_2100 == said["warming"]["2100"]["quantiles"]
    assert run.numbers.peak == said["warming"]["peak"]["quantiles"]
    assert run.numbers.odds == said["odds"]
    assert run.numbers.emissions == {
        year: said["emissions"][year]["central"] for year in ("2030", "2035", "2050", "2100")
    }
    assert run.series.warming["95"][-1] == round(said["warming"]["by_year"]["95"][-1], 3)
    assert json.loads(client.get(f"/outlook/full.json?{query}").text)["warming"] == said["warming"]


def test_a_run_is_small_and_added_coal_is_in_it(client: TestClient) -> None:
    answer = client.get("/outlook/run.json?coal=IND+500")
    assert len(answer.content) < 25_000
    with_coal, without = (
        OutlookRun.model_validate_json(text) for text in (answer.text, client.get("/outlook/run.json").text)
    )
    assert with_coal.coal is not None
    added = with_coal.coal.warming_2100_k
    assert with_coal.numbers.warming_2100["50"] == pytest.approx(without.numbers.warming_2100["50"] + added, abs=2e-4)
    assert added > 0
    assert with_coal.numbers.emissions["2035"] > without.numbers.emissions["2035"]
    assert with_coal.numbers.odds["2"] < without.numbers.odds["2"]


def test_a_slider_is_monotone(client: TestClient) -> None:
    runs = [_run(client, f"set=CHN+net_zero+{year}") for year in (2040, 2050, 2060, 2070)]
    warmings = [run.numbers.warming_2100["50"] for run in runs]
    assert warmings == sorted(warmings)
    assert [run.numbers.odds["2"] for run in runs] == sorted((run.numbers.odds["2"] for run in runs), reverse=True)
    cuts = [_run(client, f"set=CHN+cut+{cut}%25+2035+below+peak").numbers.emissions["2035"] for cut in (10, 30, 50)]
    assert cuts == sorted(cuts, reverse=True)


def test_the_page_holds_controls_that_stand_as_the_address_says(client: TestClient) -> None:
    query = "set=CHN+net_zero+2048&without=EUU-2019-12-12-net_zero-2050&withdraw=IND&also=KOR&coal=IDN+40"
    page = OutlookPage.model_validate_json(client.get(f"/outlook.json?{query}").text)
    parties = {each.party.code: each for each in page.controls.parties}
    levers = {lever.id: lever for each in page.controls.parties for lever in each.levers}
    assert (levers["CHN.net_zero"].value, levers["CHN.net_zero"].start) == (2048, 2060)
    assert not levers["EUU.net_zero"].on
    assert parties["IND"].withdrawn
    assert parties["USA"].out
    assert "KOR" in parties
    assert page.controls.coal_gw == 40
    assert page.run.compared.startswith("Beside the pledges of record: ")
    assert client.get(f"/outlook?{query}").status_code == 200


def test_levers_that_are_not_moved_change_nothing(client: TestClient) -> None:
    page = client.get("/outlook").text
    answer = client.get("/outlook/choose", params=_fields(page), follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/outlook")


def test_the_form_works_without_scripts(client: TestClient) -> None:
    fields = _fields(client.get("/outlook").text)
    fields["v.CHN.net_zero"] = ["2050"]
    fields["policy"] = ["conditional"]
    fields.pop("on.EUU.net_zero")
    fields |= {"withdraw": ["IND"], "coal_gw": ["100"], "coal_party": ["IDN"], "also": ["KOR"], "as_of": ["2024-12-01"]}
    answer = client.get("/outlook/choose", params=fields, follow_redirects=False)
    assert answer.headers["location"] == (
        "/outlook?as_of=2024-12-01&policy=conditional&set=CHN+net_zero+2050&without=EUU-2019-12-12-net_zero-2050"
        "&withdraw=IND&coal=IDN+100+GW&also=KOR"
    )
    shown = client.get(answer.headers["location"]).text
    again = client.get("/outlook/choose", params=_fields(shown), follow_redirects=False)
    assert again.headers["location"] == answer.headers["location"]


@pytest.mark.parametrize("name", ["data_year", "likelihood", "coal_gw", "policy", "as_of", "v.CHN.net_zero", "was"])
def test_a_form_that_cannot_be_is_refused(client: TestClient, name: str) -> None:
    answer = client.get("/outlook/choose", params={name: "soon", "on.CHN.net_zero": "1"}, follow_redirects=False)
    assert answer.status_code in (303, 422)
    assert "soon" not in answer.headers.get("location", "")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("set=CHN+soon", "is no wish that can be read"),
        ("set=CHN+net_zero+2010", "emissions are known to 2023"),
        ("withdraw=DEU", "within the EU"),
        ("as_of=yesterday", "is not a day"),
        ("policy=kind", "policy"),
        ("likelihood=70", "is no likelihood"),
        ("data_year=1990", "the data year is from 2012"),
        ("without=CHN-1900", "no pledge is called that"),
        ("coal=CHN+many", "is no capacity of coal"),
        ("pledges=/etc/passwd", "pledges"),
        ("sett=CHN", "there is no such parameter"),
    ],
)
def test_what_cannot_be_is_refused_in_words(client: TestClient, query: str, words: str) -> None:
    for path in ("/outlook.json", "/outlook/run.json", "/outlook/shares.json", "/outlook.csv"):
        answer = client.get(f"{path}?{query}", headers={"Accept": "application/json"})
        assert answer.status_code == 422
        assert words in answer.json()["detail"]
    page = client.get(f"/outlook?{query}")
    assert page.status_code == 422
    assert "<h1" in page.text


def test_words_stand_behind_every_figure(client: TestClient) -> None:
    page = OutlookPage.model_validate_json(client.get("/outlook.json?pledges=ledger").text)
    for figure in page.run.figures:
        found = client.get(f"/outlook/sources.json?pledges=ledger&figure={figure.source}")
        sources = OutlookSourcesPage.model_validate_json(found.text)
        quotes = [quote for party in sources.parties for pledge in party.pledges for quote in pledge.quotes]
        assert len(quotes) > 3
        assert sources.data
    quote = quotes[0]
    document = client.get(f"/documents/{quote.document}.json")
    assert document.status_code == 200
    shown = client.get("/outlook/sources?pledges=ledger&figure=odds.2").text
    assert f"/documents/{quote.document}#c{quote.start}-{quote.end}" in shown
    assert client.get("/outlook/sources.json?figure=odds.9").status_code == 422


@pytest.mark.parametrize("policy", ["net-zero", "unconditional"])
def test_the_ledgers_pledges_are_those_of_the_command_line(
    client: TestClient, examples_ledger: Path, policy: str
) -> None:
    asked = ["--pledges", "ledger", "--ledger", str(examples_ledger), "--policy", policy, "--set", "IND net_zero 2060"]
    said = json.loads(CliRunner().invoke(app, ["outlook", *asked, "--format", "json", "--no-shares"]).stdout)
    query = f"pledges=ledger&policy={policy}&set=IND+net_zero+2060"
    full = client.get(f"/outlook/full.json?{query}").json()
    assert full["warming"] == said["warming"]
    assert full["sources"]["pledges"] == said["sources"]["pledges"]
    assert full["corrections"] == said["corrections"]
    assert full["notes"] == said["notes"]
    dated = f"pledges=ledger&as_of=2021-06-01&policy={policy}"
    early = json.loads(
        CliRunner()
        .invoke(app, ["outlook", *asked[:-2], "--as-of", "2021-06-01", "--format", "json", "--no-shares"])
        .stdout
    )
    assert client.get(f"/outlook/full.json?{dated}").json()["warming"] == early["warming"]


def test_a_party_has_its_pathway_with_the_rules(client: TestClient) -> None:
    page = OutlookPartyPage.model_validate_json(client.get("/outlook/CHN.json?set=CHN+net_zero+2050").text)
    assert page.net_zero == 2050
    assert page.pledges[-1].firmness_label == "your change"
    assert any(pledge.steps for pledge in page.pledges)
    assert {line.role for line in page.panel.lines} == {"past", "current", "run"}
    assert client.get("/outlook/China").status_code == 200
    assert client.get("/outlook/DEU").status_code == 422
    assert client.get("/outlook/XYZ").status_code == 422


def test_shares_sum_to_the_whole(client: TestClient) -> None:
    page = OutlookSharesPage.model_validate_json(client.get("/outlook/shares.json").text)
    assert sum(party.change_k for party in page.parties) == pytest.approx(page.whole_k, abs=1e-9)
    assert all(0 <= party.left <= 100 and party.width <= 100 for party in page.parties)
    assert client.get("/outlook/shares").status_code == 200


def test_the_way_since_paris_has_a_page(client: TestClient) -> None:
    page = SinceParisPage.model_validate_json(client.get("/outlook/since-paris.json").text)
    assert page.moves[0].day == "2015-12-12"
    assert page.panel.lines[1].d.startswith("M")
    assert client.get(f"/outlook?as_of={page.largest[-1].day}").status_code == 200


def test_exports_have_the_same_figures(client: TestClient) -> None:
    rows = client.get("/outlook.csv?set=CHN+net_zero+2050").text.splitlines()
    assert rows[0] == "figure,party,pledge,threshold_k,quantile,year,value,unit"
    told = next(row for row in rows if row.startswith("odds_below,,,2.0,,,"))
    odds = _run(client, "set=CHN+net_zero+2050").numbers.odds["2"]
    assert float(told.split(",")[6]) == pytest.approx(odds, abs=1e-4)
    assert client.get("/outlook.iamc.csv").text.startswith("model,scenario,region,variable,unit,1990")


def test_a_finger_on_a_slider_runs_the_ensemble(tab: Page, site: str) -> None:
    tab.goto(f"{site}/outlook")
    drawn = _paths(tab)
    odds = _percent(tab)
    slider = tab.locator(_SLIDER)
    slider.focus()
    for _ in range(15):
        tab.keyboard.press("ArrowLeft")
    expect(tab.locator("html")).to_have_attribute("data-drawn", "set=CHN+net_zero+2045")
    expect(tab.locator("output[for='v.CHN.net_zero']")).to_have_text("2045")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("2045; pledged: net zero before 2060"))
    expect(tab.locator("#compared")).to_contain_text("odds of 2 °C")
    assert _percent(tab) > odds
    live = _paths(tab)
    assert live != drawn

    tab.wait_for_url("**/outlook?set=CHN+net_zero+2045")
    tab.reload()
    assert _paths(tab) == live

    tab.go_back()
    expect(tab.locator(_SLIDER)).to_have_value("2060")
    tab.wait_for_function(
        "(drawn) => [...document.querySelectorAll('.plot path')].map((p) => p.getAttribute('d')).join() === drawn",
        arg=drawn,
    )
    tab.go_forward()
    expect(tab.locator(_SLIDER)).to_have_value("2045")
    expect(tab.locator("#by-party [data-code=CHN] a")).to_have_attribute(
        "href", f"{site}/outlook/CHN?set=CHN+net_zero+2045"
    )


def test_switches_days_and_links_follow(tab: Page, site: str) -> None:
    tab.goto(f"{site}/outlook?coal=IND+100+GW")
    expect(tab.locator("#coal-words")).to_contain_text("100 GW of coal in India")
    switch = tab.get_by_role("switch", name="Net zero of China")
    switch.focus()
    tab.keyboard.press("Space")
    expect(tab.locator("html")).to_have_attribute("data-drawn", f"without={_NET_ZERO}&coal=IND+100+GW")
    expect(tab.locator("#compared")).to_contain_text("+")
    tab.locator("#reset").click()
    tab.wait_for_url("**/outlook")
    expect(tab.get_by_role("switch", name="Net zero of China")).to_be_checked()
    expect(tab.locator("#compared")).to_have_text("")

    tab.locator("#day").focus()
    tab.keyboard.press("Home")
    tab.wait_for_url("**/outlook?as_of=2015-12-12")
    expect(tab.locator("[data-party=USA] .doubt")).to_have_count(0)
    expect(tab.locator("#headline")).to_contain_text("12 December 2015")
    tab.get_by_label("Another Party").select_option("KOR")
    expect(tab.locator("[data-party=KOR]")).to_have_count(1)

    tab.locator("[data-figure=odds_20] .value").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Odds of 2 °C")
    assert "as_of=2015-12-12" in tab.url


def _run(client: TestClient, query: str) -> OutlookRun:
    return OutlookRun.model_validate_json(client.get(f"/outlook/run.json?{query}").text)


def _paths(tab: Page) -> str:
    drawn: str = tab.evaluate("[...document.querySelectorAll('.plot path')].map((p) => p.getAttribute('d')).join()")
    return drawn


def _percent(tab: Page) -> int:
    return int(tab.locator("[data-figure=odds_20] .value").inner_text().split()[0])


def _fields(page: str) -> dict[str, Any]:
    """What a browser without scripts sends of the form as it is drawn."""
    form = page[page.index('<form class="controls"') : page.index("</form>", page.index('<form class="controls"'))]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        given = _attributes(tag)
        if given.get("type") in ("checkbox", "radio") and "checked" not in given:
            continue
        if "name" in given:
            found.setdefault(given["name"], []).append(given.get("value", "on"))
    for name, options in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', options) or re.search(
            r'<option value="([^"]*)"', options
        )
        assert chosen is not None
        found.setdefault(name, []).append(chosen[1])
    return found


def _attributes(tag: str) -> Mapping[str, str]:
    return {name: value.replace("&amp;", "&") for name, value in re.findall(r'([\w.-]+)(?:="([^"]*)")?', tag)}
