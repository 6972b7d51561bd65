"""Verdicts as readers see them: in the page, in Markdown and in JSON alike."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html

from parley.briefing import BriefingView, build_view, render_html, render_json, render_markdown
from parley.briefing.charted_claims import MOST_CHARTS, chart_of, charts_of
from parley.briefing.verdicts import TOKEN_LABELS, TOKEN_MARKS, record_in_words, records_of, verdict_view
from parley.checking.checked import CheckedClaim, check_reports
from parley.records import Claim, Quote, Reading
from parley.records.verdict import SEVERITY, Reference, Verdict
from tests.checking.making import check, claim, share
from tests.ledger.making import make_document

from .checked_story import fact, make_checked_story, verdict
from .story import make_story


@pytest.fixture(scope="module")
def view() -> BriefingView:
    return build_view(*make_checked_story())


@pytest.fixture(scope="module")
def page(view: BriefingView) -> html.HtmlElement:
    return html.document_fromstring(render_html(view))


def reference(
    value: float, basis: str, source: str = "EDGAR (2024, x)", as_of: str = "then", **fields: object
) -> Reference:
    made = {"party": "CHN", "quantity": "share", "basis": basis, "value": value, "unit": "%", "source": source}
    year = 2019 if as_of == "then" else 2023
    return Reference.model_validate({**made, "holds": "close", "as_of": as_of, "year": year, **fields})


def close(*references: Reference) -> Verdict:
    return Verdict(token="close", basis="b", reason="r.", references=references)


def test_every_token_has_a_word_and_a_sign_of_its_own() -> None:
    assert set(TOKEN_LABELS) == set(TOKEN_MARKS) == set(SEVERITY)
    assert len(set(TOKEN_MARKS.values())) == len(SEVERITY)


def test_then_and_now_of_one_way_of_counting_stand_side_by_side() -> None:
    records = records_of(close(reference(28.9, "CO2"), reference(27.8, "GHG"), reference(31.5, "CO2", as_of="now")))
    told = [(one.then and one.then.words, one.now and one.now.words) for one in records]
    assert told == [("28.9 %", "31.5 %"), ("27.8 %", None)]
    assert records[0].counted[0].basis == "CO₂"


def test_sources_that_differ_are_shown_and_those_that_agree_are_one_record() -> None:
    sources = [reference(28.9, "CO2", f"Source {place} (2024, x)") for place in range(5)]
    differing, *agreeing = records_of(close(reference(31.1, "CO2"), *sources))
    assert differing.then
    assert differing.then.words == "31.1 %"
    assert [(len(one.counted), one.more) for one in agreeing] == [(3, 2)]
    assert record_in_words(agreeing[0]).endswith("CO₂; Source 2 (2024) / 2 other ways of counting")


def test_a_fact_tells_its_own_days_and_is_not_repeated_for_now() -> None:
    then, now = fact("Net zero by 2050", "supported"), fact("Net zero by 2050", "supported", as_of="now")
    (record,) = records_of(verdict("supported", then, now))
    assert record.now is None
    assert record.then
    assert (record.then.words, record.then.year) == ("Net zero by 2050", None)


def test_records_beyond_the_first_few_are_counted() -> None:
    shown = verdict_view(close(*(reference(float(place), f"basis {place}") for place in range(9))))
    assert (len(shown.records), shown.more) == (6, 3)


def test_every_claim_shows_its_verdict_as_a_word_and_a_sign(page: html.HtmlElement) -> None:
    findings = page.xpath("//section[@id='claims']//div[contains(@class, 'finding')]")
    words = [re.sub(r"\s+", " ", finding.xpath("p")[0].text_content()).strip() for finding in findings]
    assert words == [
        "✓ supported Norway’s record has 49 million tonnes of CO₂.",
        "✗ contradicted Norway’s record has 49 million tonnes, it’s said of CO₂. 80 % sure that the words mean this.",
    ]
    assert [finding.get("class") for finding in findings] == ["finding supported", "finding contradicted"]


def test_the_signs_are_explained(page: html.HtmlElement) -> None:
    key = page.xpath("//section[@id='claims']//p[contains(@class, 'key')]")[0].text_content()
    assert all(label in key for label in TOKEN_LABELS.values())


def test_other_records_stand_below_their_claim(page: html.HtmlElement) -> None:
    (details,) = page.xpath("//details")
    assert details.xpath("summary")[0].text_content() == "Figures of record (2)"
    words = re.sub(r"\s+", " ", details.text_content())
    assert "newest: 45 million tonnes ✗ contradicted" in words
    assert "CO₂ by *another* <b>count</b>; A | source (2031)" in words


def test_a_pledge_shows_whether_it_is_on_record(page: html.HtmlElement) -> None:
    words = re.sub(r"\s+", " ", page.xpath("//section[@id='pledges']")[0].text_content())
    assert "≈ nearly so on record Norway’s record has net zero by 2051 of CO₂." in words


def test_the_summary_counts_verdicts_and_names_what_is_not_borne_out(view: BriefingView) -> None:
    group = view.summary[-1]
    assert (group.heading, group.section) == ("Held against the record", "claims")
    assert [(line.text, line.status) for line in group.lines] == [
        ("Of 2 claims: 1 supported and 1 contradicted.", None),
        ("Norway: “Norway emits 60 million tonnes of carbon dioxide a year”", "✗ contradicted"),
    ]


def test_markdown_and_json_say_what_the_page_says(view: BriefingView, page: html.HtmlElement) -> None:
    markdown, content = render_markdown(view), json.loads(render_json(view))
    assert "    - **✗ contradicted**: Norway’s record has 49 million tonnes, it’s said of CO₂. (80 % sure" in markdown
    assert "    - on record 41 million tonnes (contradicted): CO₂ by \\*another\\*" in markdown
    assert "    - **≈ nearly so on record**: Norway’s record has net zero by 2051" in markdown
    told = [one["verdict"] for group in content["claims"] for one in group["claims"]]
    assert [one["token"] for one in told] == ["supported", "contradicted"]
    assert [len(one["records"]) for one in told] == [1, 2]
    assert content["checker"].startswith("parley-checking/")
    assert content["checker"] in page.xpath("//footer")[0].text_content()


def test_without_checking_nothing_is_said_to_be_checked() -> None:
    view = build_view(*make_story())
    assert view.checker is None
    assert all(one.verdict is None for group in view.claims for one in group.claims)
    assert "None has been checked here" in render_html(view)
    assert "Held against the record" not in render_markdown(view)


def test_claims_with_different_verdicts_are_lines_of_their_own() -> None:
    text = "China emits 27 % of it. China emits 27 % of it."
    document = make_document(text)
    claims = tuple(
        Claim(
            document=document.id,
            quotes=claim_at(text, start).quotes,
            subject="CHN",
            measure="emissions_share",
            low=27.0,
            high=27.0,
            unit="%",
        )
        for start in (0, 25)
    )
    reading = Reading(document=document, reader="by hand", claims=claims)
    links = make_story()[1]
    verdicts = [check(share("CHN", 27.0)), check(share("CHN", 45.0))]
    checks = {one.id: CheckedClaim(one, share("CHN", 27.0), told) for one, told in zip(claims, verdicts, strict=True)}
    (same,) = build_view([reading], links).claims
    (apart,) = build_view([reading], links, checks).claims
    assert (len(same.claims), len(apart.claims)) == (1, 2)


def claim_at(text: str, start: int) -> Claim:
    document = make_document(text)
    return Claim(document=document.id, quotes=(Quote.of(text, start, start + 22),), measure="other")


def many_shares(count: int) -> list[CheckedClaim]:
    text = "".join(f"China emits {percent} % of it. " for percent in range(10, 10 + count))
    found = []
    for percent in range(10, 10 + count):
        assertion = share("CHN", float(percent))
        found.append(CheckedClaim(claim_at(text, 25 * (percent - 10)), assertion, check(assertion)))
    return found


def test_a_briefing_has_no_more_charts_than_a_reader_wants_the_gravest_first() -> None:
    checks = many_shares(20)
    charts = charts_of(checks)
    assert len(charts) == MOST_CHARTS
    drawn = {one.report.id for one in checks if one.report.id in charts}
    assert {one.verdict.token for one in checks if one.report.id in drawn} == {"contradicted"}


def test_claims_with_the_same_chart_share_it_and_a_place_borne_out_has_none() -> None:
    (one,) = many_shares(1)
    again = CheckedClaim(claim_at("x" * 40, 3), one.assertion, one.verdict)
    assert set(charts_of([one, again])) == {one.report.id}
    second = claim("rank_emitter", "USA", 2.0, unit="rank", year=2019)
    borne_out = CheckedClaim(one.report, second, check(second))
    assert chart_of(borne_out) is not None
    assert charts_of([borne_out]) == {}


def test_a_chart_says_claim_and_record_in_words() -> None:
    wrong = share("CHN", 45.0, gas="CO2", basis="fossil")
    chart = chart_of(CheckedClaim(claim_at("x" * 40, 3), wrong, check(wrong)))
    assert chart is not None
    assert chart.title == "China: share of the world’s emissions"
    assert re.fullmatch(r"claimed 45 %, on record [\d.]+ % in 2019", chart.finding)
    fell = claim("change", "EUU", 24.0, unit="%", direction="down", base_year=1990, year=2019)
    chart = chart_of(CheckedClaim(claim_at("x" * 40, 3), fell, check(fell)))
    assert chart is not None
    assert chart.finding.startswith("claimed −24 %, on record −")
    third = claim("rank_economy", "JPN", 3.0, unit="rank")
    chart = chart_of(CheckedClaim(claim_at("x" * 40, 3), third, check(third)))
    assert chart is not None
    assert re.fullmatch(r"claimed third, on record fourth in \d{4}, third in 2022", chart.finding)


def test_a_briefing_with_charts_is_the_same_every_time_and_loads_nothing() -> None:
    text = "China emitted 45 % of the world's emissions in 2019."
    document = make_document(text)
    wrong = claim_at(text, 0).model_copy(
        update={"subject": "CHN", "measure": "emissions_share", "low": 45.0, "high": 45.0, "unit": "%", "year": 2019}
    )
    reading = Reading(document=document, reader="by hand", claims=(wrong,))
    links = make_story()[1]
    pages = [render_html(build_view([reading], links, check_reports(reading))) for _ in range(2)]
    assert pages[0] == pages[1]
    page = html.document_fromstring(pages[0])
    (figure,) = page.xpath("//figure[@class='claim-chart']")
    assert figure.xpath(".//*[@role='img']/@aria-label")[0].startswith(
        "China: share of the world’s emissions: claimed 45 %"
    )
    addresses = set(re.findall(r"https?://[^\"'\s<)]+", pages[0]))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
