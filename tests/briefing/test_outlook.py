"""The outlook of a briefing: what its documents' pledges mean beside those of record."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from itertools import pairwise

import altair as alt
import pytest
from lxml import html

from parley.briefing import BriefingView, build_view, render_html, render_json, render_markdown
from parley.briefing.outlook_chart import outlook_spec
from parley.briefing.outlook_layout import NARROW_FAN, ROLES, WIDE_FAN, fan_layout
from parley.briefing.outlook_view import OutlookPledge, OutlookView
from parley.climate.ensemble import Ensemble
from parley.inventory.pledges_of_record import last_day_of_record
from parley.linking import link
from parley.outlook.outlook import Outlook
from parley.outlook.project import project
from parley.pathways.book import book_on
from parley.records import Links, Reading
from tests.reading.making import read

from .pledge_story import archive, book_of, dispatch
from .story import make_story, recipe
from .test_hostile_text import PAYLOADS, hostile_story

DAY = date(2023, 6, 1)
ONCE_K = 1e-6


@cache
def ensemble() -> Ensemble:
    return Ensemble.default()


@cache
def record() -> Outlook:
    return project(as_of=DAY, ensemble=ensemble())


@cache
def view() -> BriefingView:
    return view_of(dispatch(), archive())


@cache
def page() -> html.HtmlElement:
    return html.document_fromstring(render_html(view()))


def view_of(*readings: Reading) -> BriefingView:
    return build_view(readings, book_of(*readings), ensemble=ensemble())


def outlook(shown: BriefingView) -> OutlookView:
    assert shown.outlook is not None
    return shown.outlook


def pledge_of(party: str) -> OutlookPledge:
    return next(pledge for pledge in outlook(view()).pledges if pledge.party.code == party)


def said(shown: BriefingView) -> str:
    return " ".join(sentence.text for paragraph in outlook(shown).paragraphs for sentence in paragraph)


def reasons(shown: BriefingView) -> dict[str, str]:
    """The Party of each pledge that does not enter the sum, with the reason."""
    return {one.party.code: group.reason for group in outlook(shown).not_counted for one in group.pledges}


def without(reading: Reading, party: str) -> Reading:
    return reading.model_copy(update={"pledges": tuple(one for one in reading.pledges if one.party != party)})


def test_the_book_is_that_of_the_newest_documents_day() -> None:
    assert outlook(view()).day == DAY.isoformat()
    figures = next(book for book in outlook(view()).books if book.name == "Pledges of record")
    assert figures.median_2100_k == pytest.approx(record().median(2100), abs=1e-4)
    assert figures.peak_k == pytest.approx(record().warming.at_peak(), abs=1e-4)
    assert (figures.below_15, figures.below_20) == tuple(round(odds, 4) for odds in record().warming.below[:2])
    assert "If every pledge on record on 1 June 2023 is kept" in said(view())


def test_a_repeated_pledge_is_on_record_and_worth_what_the_book_is_without_it() -> None:
    india = pledge_of("IND")
    assert (india.standing, india.record) == ("in_book", "IND-2021-11-01-net_zero-2070")
    assert india.beside == "on record since 1 November 2021"
    book = [pledge for pledge in book_on(DAY) if pledge.id != india.record]
    bare = project(book, as_of=DAY, ensemble=ensemble())
    assert india.change_k == pytest.approx(record().median(2100) - bare.median(2100), abs=ONCE_K)
    assert f"without it 2100 would be {-india.change_k:.2f} °C warmer" in said(view())


def test_a_new_stronger_pledge_takes_the_place_of_that_of_record_and_cools() -> None:
    japan = pledge_of("JPN")
    assert (japan.standing, japan.beside, japan.record) == ("new", "new: not on record", None)
    assert japan.change_k is not None
    assert japan.change_k < 0
    assert "in 2030" in japan.level
    assert any("Cut by 60 %" in step for step in japan.steps)
    before, after = outlook(view()).books[1:]
    assert after.median_2100_k - before.median_2100_k == pytest.approx(japan.change_k, abs=1e-4)
    assert "Not on record: Japan, cut greenhouse gas emissions by 60% from 2013 by 2030." in said(view())


def test_every_pledge_of_the_outlook_leads_to_its_words() -> None:
    notes = {note.number: note.exact for note in view().notes}
    shown = outlook(view())
    others = [one for group in shown.not_counted for one in group.pledges]
    assert all(notes[one.citations[0].note] for one in (*shown.pledges, *others))
    named = next(one for paragraph in shown.paragraphs for one in paragraph if one.text.startswith("Not on record"))
    assert notes[named.citations[0].note].startswith("Japan will now cut")


def test_what_is_urged_changes_nothing_and_is_told() -> None:
    shown, bare = view(), view_of(without(dispatch(), "CHN"), archive())
    assert outlook(shown).books == outlook(bare).books
    assert "CHN" not in {pledge.party.code for pledge in outlook(shown).pledges} | set(reasons(shown))
    assert "What is only urged, proposed or drafted (1 entry) does not count." in said(shown)
    assert "only urged" not in said(bare)


def test_what_does_not_enter_the_sum_has_its_reason() -> None:
    assert reasons(view()) == {
        "NOR": "Money has no level of emissions",
        "DEU": "Within the EU’s target, to which it adds nothing",
        "VNM": "An amount may be of one sector, and none on record is like it",
        "CAN": "Replaced in the book on 22 April 2021",
    }


def corrected_story(*others: Reading) -> BriefingView:
    """An article with a note on Japan's pledge, beside others; read and linked by the real rules."""
    japan = "Japan has pledged to cut its greenhouse gas emissions by 60 percent from 2013 levels by 2030."
    note = "Correction: An earlier version of this article misstated Japan's target for greenhouse gas emissions."
    readings = (read(f"{japan}\n\n{note}", "2023-06-01"), *others)
    return build_view(readings, link(readings), ensemble=ensemble())


def test_a_pledge_that_its_only_source_corrected_is_not_in_the_sum_and_the_note_is_cited() -> None:
    shown = corrected_story()
    assert reasons(shown) == {"JPN": "Its source has corrected it"}
    notes = {note.number: note.exact for note in shown.notes}
    (left_out,) = outlook(shown).not_counted[0].pledges
    assert any(notes[one.note].startswith("Correction: ") for one in left_out.citations)


def test_a_counted_pledge_that_a_correction_touches_is_marked_with_the_note() -> None:
    other = read("Japan will cut greenhouse gas emissions by 60 percent by 2030, officials confirmed.", "2023-05-30")
    shown = corrected_story(other)
    (japan,) = outlook(shown).pledges
    notes = {note.number: note.exact for note in shown.notes}
    assert japan.corrected
    assert notes[japan.corrections[0].note].startswith("Correction: ")
    assert "Counted, though a source has corrected it: Japan, cut greenhouse gas" in said(shown)
    assert "Counted, though a source has corrected it" in " ".join(line.text for line in shown.summary[-1].lines)
    row = html.document_fromstring(render_html(shown)).get_element_by_id("outlook").xpath(".//table[2]//td")[0]
    assert "corrected by its source" in row.text_content()
    assert "(corrected by its source[^" in render_markdown(shown).partition("## What it adds up to")[2]
    assert not any(pledge.corrected for pledge in outlook(view()).pledges)


def test_pledges_that_are_all_on_record_add_nothing() -> None:
    shown = view_of(without(dispatch(), "JPN"))
    assert [book.name for book in outlook(shown).books] == ["Policies of today, no pledges", "Pledges of record"]
    assert "The documents add no pledge that is not on record" in said(shown)
    assert outlook(shown).figures_in_full["with_documents"] is None


def test_the_head_of_the_briefing_says_it_first_and_leads_there() -> None:
    head = view().summary[-1]
    assert (head.heading, head.section) == ("What it adds up to", "outlook")
    assert head.lines[0].text == outlook(view()).paragraphs[0][0].text
    assert page().xpath("//nav//a[@href='#outlook']")


def test_without_pledges_or_without_an_ensemble_there_is_no_outlook() -> None:
    assert build_view([recipe()], Links(), ensemble=ensemble()).outlook is None
    story = build_view(*make_story())
    assert story.outlook is None
    assert 'id="outlook"' not in render_html(story)
    assert "## What it adds up to" not in render_markdown(story)


def test_before_the_books_of_record_begin_there_is_no_outlook() -> None:
    assert view_of(dispatch("2014-11-30")).outlook is None


def test_a_document_beyond_the_record_or_without_a_date_has_the_last_book_and_says_so() -> None:
    last = last_day_of_record().isoformat()
    later, undated = view_of(dispatch("2031-02-03")), view_of(dispatch(None))
    assert outlook(later).day == outlook(undated).day == last
    assert outlook(later).notes[0].startswith("The newest document is of 3 February 2031; the book of record ends on")
    assert outlook(undated).notes[0].startswith("No document is dated;")


def test_the_outlook_is_the_same_in_any_order_of_documents() -> None:
    turned = view_of(archive(), dispatch())
    assert render_html(turned) == render_html(view())
    assert render_json(turned) == render_json(view())


def test_the_page_shows_it_with_a_drawing_that_has_a_text_in_its_place() -> None:
    section = page().get_element_by_id("outlook")
    drawings = section.xpath(".//figure//*[@role='img']")
    assert len(drawings) == 2
    assert all(drawing.xpath(".//*[local-name()='svg']") for drawing in drawings)
    assert {drawing.get("aria-label") for drawing in drawings} == {outlook(view()).chart.alternative}
    assert "median warming in 2100" in outlook(view()).chart.alternative
    assert len(section.xpath(".//table")) == 2
    assert all(table.xpath("caption") for table in section.xpath(".//table"))
    assert section.xpath("count(.//details)") == 2


def test_every_choice_stands_in_every_form() -> None:
    for form in (page().text_content(), render_markdown(view()), render_json(view())):
        assert all(words in form for _, words in outlook(view()).choices)


def test_the_json_has_the_figures_and_no_yearly_series() -> None:
    told = json.loads(render_json(view()))["outlook"]
    assert "chart" not in told
    full = told["figures_in_full"]["record"]
    assert full["warming"]["2100"]["quantiles"]["50"] == pytest.approx(record().median(2100), abs=1e-4)
    assert full["odds"]["1.5"] == pytest.approx(record().warming.below[0], abs=1e-4)
    assert longest(told) <= 20


def longest(value: object) -> int:
    """The length of the longest list within."""
    if isinstance(value, dict):
        return max((longest(each) for each in value.values()), default=0)
    return max(len(value), *(longest(each) for each in value), 0) if isinstance(value, list) else 0


@pytest.mark.parametrize("geometry", [WIDE_FAN, NARROW_FAN])
def test_the_drawing_follows_the_schema_and_stays_on_its_sheet(geometry) -> None:  # type: ignore[no-untyped-def]
    placed = fan_layout(outlook(view()).chart, geometry)
    assert alt.LayerChart.from_dict(outlook_spec(placed)).to_dict(validate=True)["height"] == geometry.height
    for x, y in (point for path in (*placed.lines, *placed.bands) for point in path.points):
        assert 0 <= x <= geometry.width
        assert 0 <= y <= geometry.height
    assert all(0 <= mark.x <= geometry.width and 0 <= mark.y <= geometry.height for mark in placed.marks)


def test_a_line_that_nobody_could_tell_from_another_is_not_drawn() -> None:
    placed = fan_layout(outlook(view()).chart, WIDE_FAN)
    assert placed.unseen
    assert {line.role for line in placed.lines} == {"past", "current", "record"}


def test_a_pledge_that_matters_has_a_line_and_a_fan_of_its_own() -> None:
    text = dispatch()
    wanted = next(pledge for pledge in text.pledges if pledge.party == "CHN")
    promised = wanted.model_copy(update={"firmness": "pledged", "urged_by": ()})
    shown = outlook(view_of(text.model_copy(update={"pledges": (promised,)})))
    placed = fan_layout(shown.chart, WIDE_FAN)
    assert not placed.unseen
    assert {line.role for line in placed.lines} == {"past", "current", "record", "told"}
    assert "and those of the documents" in {mark.words for mark in placed.marks if mark.role == "told"}
    assert shown.chart.warming[2][-1][1] < shown.chart.warming[1][-1][1]
    places = sorted(mark.y for mark in placed.marks if mark.role in ROLES and mark.x > 400)
    assert all(after - before > 14 for before, after in pairwise(places))
    sentences = " ".join(one.text for paragraph in shown.paragraphs for one in paragraph)
    assert "Kept as well, it makes 2100 0.03 °C cooler" in sentences
    assert "the odds of never passing 2 °C go from" in sentences


@pytest.mark.parametrize("payload", [PAYLOADS[0], PAYLOADS[1], PAYLOADS[6]])
def test_what_documents_try_to_write_shows_as_words(payload: str) -> None:
    readings, links = hostile_story(payload)
    text = render_html(build_view(readings, links, ensemble=ensemble()))
    parsed = html.document_fromstring(text)
    assert not parsed.xpath("//script | //iframe | //img | //body//style")
    assert not [name for element in parsed.iter() for name in getattr(element, "attrib", {}) if str(name) == "onerror"]
