"""What the view says of the story, and that it says it whatever the order of what it is given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.briefing import BriefingView, build_view, render_html, render_json, render_markdown
from parley.errors import UngroundedRecord
from parley.records import Links, Quote
from parley.terms.when import Interval

from .story import make_story


@pytest.fixture(scope="module")
def view() -> BriefingView:
    return build_view(*make_story())


def event_called(view: BriefingView, title: str):  # type: ignore[no-untyped-def]
    return next(event for event in view.timeline if event.title == title)


def test_the_title_gives_the_days_that_the_documents_certainly_span_and_not_today(view: BriefingView) -> None:
    assert view.title == "Climate diplomacy, 4–18 March 2030"
    assert view.subtitle.startswith("4 documents (1 of them undated, 1 dated from its content): 4 events")


def test_the_timeline_stands_by_date_with_background_marked(view: BriefingView) -> None:
    titles = [(event.date.words, event.title, event.background) for event in view.timeline]
    assert titles == [
        ("12 March 2030", "Meeting of Daudi Mwangaza and Ingrid Falk", False),
        ("12–13 March 2030", "Ingrid Falk’s visit to Nairobi", False),
        ("from 2 April 2030", "Nordic climate forum", False),
        ("2020", "Conference in Oslo, Norway", True),
    ]


def test_an_event_has_its_life_by_date_of_report(view: BriefingView) -> None:
    visit = event_called(view, "Ingrid Falk’s visit to Nairobi")
    assert [(step.label, step.reported.short, len(step.citations)) for step in visit.life] == [
        ("unconfirmed", "4 Mar 2030", 1),
        ("held", "15 Mar 2030", 2),
    ]


def test_an_open_inferred_date_keeps_its_doubts(view: BriefingView) -> None:
    forum = event_called(view, "Nordic climate forum")
    assert forum.date.end is None
    assert forum.date.uncertain
    assert forum.date.ground == "no year is given, so the next April 2 after the document"


def test_the_summary_leads_with_what_is_ahead_and_what_was_pledged(view: BriefingView) -> None:
    lines = {group.heading: [line.text for line in group.lines] for group in view.summary}
    assert lines == {
        "Ahead and under way": ["Nordic climate forum"],
        "What happened": ["Meeting of Daudi Mwangaza and Ingrid Falk", "Ingrid Falk’s visit to Nairobi"],
        "Pledged": [
            "Norway: cut greenhouse gas emissions by 55% from 1990 by 2030",
            "Kenya: net-zero emissions by 2050",
        ],
        "Asked for or proposed": ["Norway: phase out oil"],
        "In dispute": ["Ingrid Falk’s visit to Nairobi: the two documents give different days"],
    }


def test_urged_is_not_pledged_and_replaced_does_not_stand(view: BriefingView) -> None:
    norway = next(page for page in view.pledges if page.party.code == "NOR")
    assert [pledge.words for pledge in norway.standing] == ["Cut greenhouse gas emissions by 55% from 1990 by 2030"]
    assert [pledge.words for pledge in norway.replaced] == ["Cut emissions by 50%"]
    assert [(pledge.words, pledge.details) for pledge in norway.beside] == [("Phase out oil", ("urged by Kenya",))]


def test_what_a_correction_touches_is_marked_where_it_stands(view: BriefingView) -> None:
    (correction,) = view.corrections
    assert correction.touches == ("claim, emissions: 60 million tCO₂",)
    claims = [claim for group in view.claims for claim in group.claims]
    assert [claim.corrected for claim in claims] == [False, True]


def test_a_speaker_is_one_person_under_all_names(view: BriefingView) -> None:
    speakers = {group.speaker: group.description for group in view.statements}
    assert speakers == {
        "Daudi Mwangaza": "environment minister; Kenya",
        "Ingrid Falk": "climate envoy; Norway",
    }


def test_both_sides_of_a_conflict_stand_with_their_documents(view: BriefingView) -> None:
    (conflict,) = view.conflicts
    assert [(side.value, side.source) for side in conflict.sides] == [
        ("12–13 March 2030", "Readout | of <b>the visit</b>"),
        ("11 March 2030", "“Falk was in Nairobi on March 11, people there say. Norway emits 60 million …”"),
    ]


def test_every_document_is_a_source_also_one_without_records(view: BriefingView) -> None:
    assert [(source.file, source.basis, source.empty) for source in view.sources] == [
        ("wire.txt", "stated in the text", False),
        ("readout.html", "from the file’s metadata", False),
        ("feature.txt", "inferred", False),
        ("cake.txt", "unknown", True),
    ]
    assert view.sources[2].ground == "the visit is past and the forum still ahead"


def test_a_planned_event_whose_day_has_passed_is_not_said_to_be_held() -> None:
    readings, links = make_story()
    wire_only = build_view([readings[0], readings[3]], links)
    visit = event_called(wire_only, "Ingrid Falk’s visit to Nairobi")
    assert [step.label for step in visit.life] == ["unconfirmed"]

    trailed = links.events[0].model_copy(update={"status": "trailed"})
    later = build_view(readings, Links(events=(trailed,)))
    assert later.timeline[0].remark == "The date has passed, but no document here says that it took place."


def test_an_event_told_as_past_and_dated_after_all_documents_is_doubted_and_no_news() -> None:
    readings, links = make_story()
    misread = links.events[0].model_copy(update={"when": Interval.parse("2050")})
    view = build_view(readings, Links(events=(misread,)))
    assert view.timeline[0].remark
    assert view.timeline[0].remark.startswith("Told as past, but dated later")
    assert not view.summary


def test_a_report_of_unknown_date_is_no_step_in_an_event_s_life() -> None:
    readings, links = make_story()
    document = readings[0].document.model_copy(update={"published": None, "published_basis": "unknown"})
    visit = links.events[0]
    steps = (visit.life[0].model_copy(update={"published": None}), *visit.life[1:])
    undated = [readings[0].model_copy(update={"document": document}), *readings[1:]]
    view = build_view(undated, Links(events=(visit.model_copy(update={"life": steps}),)))
    assert [(step.label, step.ordered) for step in view.timeline[0].life] == [("unconfirmed", True), ("held", False)]
    assert re.search(r"unconfirmed no date\[\^\d+\] · held", render_markdown(view))


def test_what_links_report_of_other_readings_is_left_out() -> None:
    readings, links = make_story()
    view = build_view(readings[3:], links)
    assert not view.timeline
    assert not view.pledges
    assert not view.conflicts
    assert not view.notes


def test_a_quote_that_is_not_in_its_document_is_refused() -> None:
    readings, links = make_story()
    moved = Quote(start=0, end=4, exact="Oslo")
    statement = readings[0].statements[0].model_copy(update={"quotes": (moved,)})
    with pytest.raises(UngroundedRecord):
        build_view([readings[0].model_copy(update={"statements": (statement,)})], links)


def test_no_readings_give_a_briefing_that_says_so() -> None:
    view = build_view([], Links())
    assert view.title == "Climate diplomacy"
    assert "No documents were read." in render_html(view)
    assert "_No pledges found._" in render_markdown(view)


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_readings_and_links_changes_no_byte(chance) -> None:  # type: ignore[no-untyped-def]
    readings, links = make_story()
    expected = build_view(readings, links)

    def shuffled(values):  # type: ignore[no-untyped-def]
        mixed = list(values)
        chance.shuffle(mixed)
        return tuple(mixed)

    names = ("people", "events", "pledges", "positions", "conflicts")
    mixed = build_view(shuffled(readings), Links(**{name: shuffled(getattr(links, name)) for name in names}))
    assert render_json(mixed) == render_json(expected)
    assert render_markdown(mixed) == render_markdown(expected)


def test_the_same_document_given_twice_is_shown_once() -> None:
    readings, links = make_story()
    assert build_view([*readings, readings[0]], links) == build_view(readings, links)
