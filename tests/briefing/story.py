"""A small story told by four invented documents, read and linked by hand."""

from __future__ import annotations

import hashlib
from typing import Any

from parley.records import (
    Attribution,
    BookEntry,
    Claim,
    Conflict,
    Correction,
    DateBasis,
    Document,
    Engagement,
    Event,
    LifeStep,
    LinkedPerson,
    Links,
    Person,
    Place,
    Pledge,
    Position,
    Quote,
    Reading,
    Stance,
    Statement,
    document_id,
)
from parley.terms.when import Interval

READER = "hand/1"

WIRE = """Norway’s climate envoy Ingrid Falk is expected in Nairobi around the week of March 11, an official said.
She plans to meet Kenya’s environment minister Daudi Mwangaza. “We come with an open door,” Falk told reporters.

Norway has pledged to cut greenhouse gas emissions by 55% from 1990 levels by 2030, up from 50%. Kenya wants Norway to
phase out oil. Norway emits about 49 million tonnes of carbon dioxide a year.
"""
READOUT = """Envoy Ingrid Falk visited Nairobi from March 12 to 13, 2030. On March 12 she met Minister Mwangaza.
Kenya aims for net zero by 2050. A Nordic climate forum opens on April 2.
"""
FEATURE = """Falk was in Nairobi on March 11, people there say. Norway emits 60 million tonnes of carbon dioxide a year.
A summit in Oslo ten years ago is still remembered. Mwangaza said that Kenya would not wait for others.
Correction: an earlier version gave the wrong figure for emissions.
"""
RECIPE = "Whisk the eggs with the sugar until pale, then fold in the flour.\n"


def make_document(
    text: str, source: str, published: str | None, basis: DateBasis, ground: str | None = None, **fields: Any
) -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=document_id(sha256),
        source=source,
        text=text,
        sha256=sha256,
        published=Interval.parse(published) if published else None,
        published_basis=basis,
        published_ground=ground,
        **fields,
    )


def quoted(document: Document, words: str) -> tuple[Quote, ...]:
    """The first place where ``document`` has ``words``, with line breaks read as spaces."""
    start = document.text.replace("\n", " ").index(words)
    return (Quote.of(document.text, start, start + len(words)),)


def make_story() -> tuple[list[Reading], Links]:
    """Readings in the order wire, readout, feature, recipe, and their links."""
    readings = [wire(), readout(), feature(), recipe()]
    return readings, link(*readings[:3])


def wire() -> Reading:
    document = make_document(
        WIRE, "/home/somebody/wire.txt", "2030-03-04", "stated", title="Envoy to visit Nairobi", publisher="Fjord Wire"
    )

    def says(words: str) -> dict[str, Any]:
        return {"document": document.id, "quotes": quoted(document, words)}

    week = Interval.week_from(Interval.parse("2030-03-11").anchor)
    falk = Attribution(kind="named", name="Ingrid Falk", party="NOR")
    older = Pledge(**says("up from 50%"), party="NOR", kind="reduction", low=50, high=50, unit="%", basis="base_year")
    return Reading(
        document=document,
        reader=READER,
        people=(
            Person(**says("Ingrid Falk"), name="Ingrid Falk", aliases=("Falk",), role="climate envoy", party="NOR"),
            Person(**says("Daudi Mwangaza"), name="Daudi Mwangaza", role="environment minister", party="KEN"),
        ),
        engagements=(
            Engagement(
                **says("Ingrid Falk is expected in Nairobi around the week of March 11"),
                kind="visit",
                status="trailed",
                mode="in_person",
                parties=("KEN", "NOR"),
                people=("Ingrid Falk",),
                place=Place(city="Nairobi", country="KEN"),
                when=Interval(week.start, week.end, "week", approximate=True),
                visitor="NOR",
                host="KEN",
                attribution=Attribution(kind="anonymous", name="an official"),
            ),
            Engagement(
                **says("She plans to meet Kenya’s environment minister Daudi Mwangaza"),
                kind="meeting",
                status="planned",
                parties=("KEN", "NOR"),
                people=("Daudi Mwangaza", "Ingrid Falk"),
            ),
        ),
        pledges=(
            Pledge(
                **says("cut greenhouse gas emissions by 55% from 1990 levels by 2030"),
                party="NOR",
                kind="reduction",
                basis="base_year",
                gas="GHG",
                low=55,
                high=55,
                unit="%",
                base_year=1990,
                target_year=2030,
                qualifier="by",
                replaces=older.id,
            ),
            older,
            Pledge(
                **says("Kenya wants Norway to phase out oil"),
                party="NOR",
                kind="phase_out",
                firmness="urged",
                about="oil",
                urged_by=("KEN",),
            ),
        ),
        claims=(
            Claim(
                **says("Norway emits about 49 million tonnes of carbon dioxide a year"),
                subject="NOR",
                measure="emissions",
                low=49e6,
                high=49e6,
                unit="tCO2",
                comparator="~",
                written="about 49 million tonnes",
            ),
        ),
        statements=(Statement(**says("We come with an open door,"), speech="quoted", attribution=falk, cue="told"),),
        positions=(
            Position(**says("Kenya wants Norway to phase out oil"), party="KEN", issue="oil_and_gas", stance="urges"),
        ),
    )


def readout() -> Reading:
    document = make_document(READOUT, "readout.html", "2030-03-15", "metadata", title="Readout | of <b>the visit</b>")

    def says(words: str) -> dict[str, Any]:
        return {"document": document.id, "quotes": quoted(document, words)}

    return Reading(
        document=document,
        reader=READER,
        people=(Person(**says("Ingrid Falk"), name="Ingrid Falk", role="envoy", party="NOR"),),
        engagements=(
            Engagement(
                **says("Envoy Ingrid Falk visited Nairobi from March 12 to 13, 2030"),
                kind="visit",
                status="held",
                mode="in_person",
                parties=("KEN", "NOR"),
                people=("Ingrid Falk",),
                place=Place(city="Nairobi", country="KEN"),
                when=Interval.parse("2030-03-12/2030-03-13"),
                visitor="NOR",
                host="KEN",
            ),
            Engagement(
                **says("On March 12 she met Minister Mwangaza"),
                kind="meeting",
                status="held",
                mode="in_person",
                parties=("KEN", "NOR"),
                people=("Daudi Mwangaza", "Ingrid Falk"),
                when=Interval.parse("2030-03-12"),
            ),
            Engagement(
                **says("A Nordic climate forum opens on April 2"),
                kind="conference",
                status="planned",
                name="Nordic climate forum",
                when=Interval.parse("2030-04-02/.."),
                inferred=(("when", "no year is given, so the next April 2 after the document"),),
            ),
        ),
        pledges=(
            Pledge(
                **says("Kenya aims for net zero by 2050"),
                party="KEN",
                kind="net_zero",
                firmness="planned",
                target_year=2050,
                qualifier="by",
            ),
        ),
    )


def feature() -> Reading:
    document = make_document(
        FEATURE, "feature.txt", "2030-03-18/2030-03-31", "inferred", "the visit is past and the forum still ahead"
    )

    def says(words: str) -> dict[str, Any]:
        return {"document": document.id, "quotes": quoted(document, words)}

    claim = Claim(
        **says("Norway emits 60 million tonnes of carbon dioxide a year"),
        subject="NOR",
        measure="emissions",
        low=60e6,
        high=60e6,
        unit="tCO2",
    )
    mwangaza = Attribution(kind="named", name="Mwangaza", party="KEN")
    return Reading(
        document=document,
        reader=READER,
        people=(Person(**says("Mwangaza"), name="Mwangaza", party="KEN"),),
        engagements=(
            Engagement(
                **says("Falk was in Nairobi on March 11"),
                kind="visit",
                status="held",
                parties=("KEN", "NOR"),
                people=("Falk",),
                place=Place(city="Nairobi", country="KEN"),
                when=Interval.parse("2030-03-11"),
            ),
            Engagement(
                **says("A summit in Oslo ten years ago"),
                kind="conference",
                status="held",
                place=Place(city="Oslo", country="NOR"),
                when=Interval.parse("2020"),
                background=True,
            ),
        ),
        claims=(claim,),
        statements=(
            Statement(
                **says("Mwangaza said that Kenya would not wait for others."),
                speech="reported",
                attribution=mwangaza,
                cue="said",
            ),
        ),
        corrections=(
            Correction(
                **says("Correction: an earlier version gave the wrong figure for emissions."), touches=(claim.id,)
            ),
        ),
    )


def recipe() -> Reading:
    return Reading(document=make_document(RECIPE, "cake.txt", None, "unknown", title="A sponge"), reader=READER)


def link(first: Reading, second: Reading, third: Reading) -> Links:
    visits = (first.engagements[0], second.engagements[0], third.engagements[0])
    meetings = (first.engagements[1], second.engagements[1])
    documents = {reading.document.id: reading.document for reading in (first, second, third)}
    newer, older, urged = first.pledges
    replacing = entry(newer)
    return Links(
        people=(
            LinkedPerson(
                reports=(first.people[0].id, second.people[0].id),
                name="Ingrid Falk",
                forms=("Falk", "Ingrid Falk"),
                roles=("climate envoy",),
                party="NOR",
            ),
            LinkedPerson(
                reports=(first.people[1].id, third.people[0].id),
                name="Daudi Mwangaza",
                forms=("Daudi Mwangaza", "Mwangaza"),
                roles=("environment minister",),
                party="KEN",
            ),
        ),
        positions=(Stance(reports=(first.positions[0].id,), party="KEN", issue="oil_and_gas", stance="urges"),),
        events=(
            event(visits, visits[1], documents),
            event(meetings, meetings[1], documents),
            event(second.engagements[2:], second.engagements[2], documents),
            event(third.engagements[1:], third.engagements[1], documents),
        ),
        pledges=(
            replacing,
            entry(older, standing=False, replaced_by=replacing.id),
            entry(urged),
            entry(second.pledges[0]),
        ),
        conflicts=(
            Conflict(
                reports=(visits[1].id, visits[2].id),
                concerns="event",
                field="when",
                words="the two documents give different days",
            ),
        ),
    )


def event(reports: tuple[Engagement, ...], best: Engagement, documents: dict[str, Document]) -> Event:
    """The event of ``reports``, with the fields of ``best``."""
    return Event(
        reports=tuple(report.id for report in reports),
        kind=best.kind,
        status=best.status,
        mode=best.mode,
        parties=best.parties,
        people=best.people,
        place=best.place,
        when=best.when,
        name=best.name,
        life=tuple(
            LifeStep(
                document=report.document,
                report=report.id,
                published=documents[report.document].published,
                status=report.status,
            )
            for report in reports
        ),
    )


def entry(pledge: Pledge, **fields: Any) -> BookEntry:
    shared = ("party", "kind", "firmness", "gas", "low", "high", "unit", "base_year", "target_year", "about")
    return BookEntry(reports=(pledge.id,), **{name: getattr(pledge, name) for name in shared}, **fields)
