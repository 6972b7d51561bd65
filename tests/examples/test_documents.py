"""The example documents are of every kind Parley reads, and it says of them what they say."""

from __future__ import annotations

import pytest

from parley.linking import link
from parley.records import Document, Engagement, Reading

DATES = {
    "call-johnson-xi.txt": ("2021-10-29", "stated"),
    "euro-2020-glasgow.txt": ("2021-06-23", "metadata"),
    "leaders-summit-corrected.txt": ("2021-04-23", "metadata"),
    "modi-speech-glasgow.html": ("2021-11-02", "metadata"),
    "paris-summit-advisory.eml": ("2023-06-20", "metadata"),
    "petersberg-dialogue-readout.txt": ("2021-05-07", "stated"),
    "podesta-to-visit-beijing.txt": ("2024-09-03", "metadata"),
    "readout-working-group-beijing.txt": ("2024-09-06", "stated"),
    "senegal-partnership.pdf": ("2023-06-22", "stated"),
    "viet-nam-partnership.md": ("2022-12-14", "metadata"),
}
NEAR_MISS = "euro-2020-glasgow.txt"


def test_there_is_a_document_of_every_kind_of_file(documents: dict[str, Document]) -> None:
    kinds = {document.media_type for document in documents.values()}
    assert kinds == {"text/plain", "text/markdown", "text/html", "application/pdf", "message/rfc822"}


def test_every_document_is_short(documents: dict[str, Document]) -> None:
    lengths = {name: len(document.text.split()) for name, document in documents.items()}
    assert all(140 <= length <= 400 for length in lengths.values()), lengths


@pytest.mark.parametrize("name", sorted(DATES))
def test_dates_have_their_day_and_their_basis(name: str, documents: dict[str, Document]) -> None:
    day, basis = DATES[name]
    published = documents[name].published
    assert published is not None
    assert (published.iso, documents[name].published_basis) == (f"{day}/{day}", basis)


def test_only_the_feature_is_undated(documents: dict[str, Document]) -> None:
    undated = {name for name, found in documents.items() if found.published_basis in ("inferred", "unknown")}
    assert undated == {"germany-feature.txt"}


def test_every_quote_stands_in_its_text(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        reading.check()
    assert sum(len(list(reading.reports())) for reading in readings.values()) > 100


def test_the_same_place_names_in_a_football_report_are_not_diplomacy(readings: dict[str, Reading]) -> None:
    reading = readings[NEAR_MISS]
    assert (*reading.engagements, *reading.pledges, *reading.positions, *reading.statements) == ()


def test_a_correction_at_the_foot_is_kept_whole(readings: dict[str, Reading]) -> None:
    (correction,) = readings["leaders-summit-corrected.txt"].corrections
    assert correction.quote.exact.startswith("Correction: An earlier version")
    assert correction.quote.exact.endswith("It is measured from fiscal 2013.")


def test_the_telephone_call_is_a_call_of_both_leaders(readings: dict[str, Reading]) -> None:
    (call,) = (found for found in readings["call-johnson-xi.txt"].engagements if found.kind == "call")
    assert (call.people, call.parties, call.status) == (("Boris Johnson", "Xi Jinping"), ("CHN", "GBR"), "held")
    assert call.when is not None
    assert call.when.iso == "2021-10-29/2021-10-29"


def test_famous_words_are_quoted_with_their_speaker(readings: dict[str, Reading]) -> None:
    quoted = {
        (found.speaker, found.quote.exact.rstrip(","))
        for reading in readings.values()
        for found in reading.statements
        if found.speech == "quoted"
    }
    assert quoted == {
        ("Joe Biden", "This is the decisive decade"),
        ("Narendra Modi", "By the year 2070, India will achieve the target of Net Zero"),
    }


def test_a_target_and_the_one_it_replaced_stand_beside_each_other(readings: dict[str, Reading]) -> None:
    pledges = {found.id: found for found in readings["leaders-summit-corrected.txt"].pledges}
    replaced = {(found.party, found.high, pledges[found.replaces].high) for found in pledges.values() if found.replaces}
    assert {("JPN", 46, 26), ("CAN", 45, 30)} <= replaced


def test_a_visit_that_was_planned_and_then_held_is_one_event(readings: dict[str, Reading]) -> None:
    links = link(readings.values())
    (visit,) = (found for found in links.events if found.kind == "visit" and "John Podesta" in found.people)
    assert [step.status for step in visit.life] == ["planned", "held"]
    assert len({step.document for step in visit.life}) == 2


def test_two_figures_for_the_same_emissions_are_shown_side_by_side(readings: dict[str, Reading]) -> None:
    links = link(readings.values())
    emitted = {
        claim.id: claim.low
        for reading in readings.values()
        for claim in reading.claims
        if claim.subject == "DEU" and claim.measure == "emissions"
    }
    conflicts = [{emitted.get(report) for report in found.reports} for found in links.conflicts]
    assert {739e6, 722e6} in conflicts


def _planned(reading: Reading) -> list[Engagement]:
    return [found for found in reading.engagements if found.status == "planned"]


def test_an_advisory_tells_of_plans(readings: dict[str, Reading]) -> None:
    people = {name for found in _planned(readings["paris-summit-advisory.eml"]) for name in found.people}
    assert {"Emmanuel Macron", "Li Qiang"} <= people
