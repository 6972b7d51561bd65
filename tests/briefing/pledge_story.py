"""Invented dispatches of 2023 with pledges that are on record, new, old, wanted or without a level, read by hand."""

from __future__ import annotations

from parley.records import BookEntry, Links, Pledge, Reading

from .story import READER, entry, make_document, quoted

DISPATCH = """Delegates heard this week that India keeps to net zero by 2070.
Japan will now cut its greenhouse gas emissions by 60 percent from 2013 levels by 2030, the prime minister said.
Campaigners urged China to reach net zero by 2045. Norway will give three billion dollars to forest nations.
Berlin confirmed that Germany will be climate neutral by 2045.
Viet Nam wants the emissions of its power sector to stay at 170 million tonnes by 2032.
"""
ARCHIVE = """From our archive: Canada promised to cut emissions by 30 percent from 2005 levels by 2030.
"""


def dispatch(published: str | None = "2023-06-01") -> Reading:
    """A repeated, a new and a wanted pledge, money, one of a member of the EU, and one of a sector."""
    document = make_document(
        DISPATCH, "dispatch.txt", published, "stated" if published else "unknown", title="Pledges reviewed"
    )

    def says(words: str, **fields: object) -> Pledge:
        return Pledge.model_validate({"document": document.id, "quotes": quoted(document, words), **fields})

    return Reading(
        document=document,
        reader=READER,
        pledges=(
            says("India keeps to net zero by 2070", party="IND", kind="net_zero", target_year=2070, qualifier="by"),
            says(
                "Japan will now cut its greenhouse gas emissions by 60 percent from 2013 levels by 2030",
                party="JPN",
                kind="reduction",
                basis="base_year",
                gas="GHG",
                low=60,
                high=60,
                unit="%",
                base_year=2013,
                target_year=2030,
                qualifier="by",
            ),
            says(
                "Campaigners urged China to reach net zero by 2045",
                party="CHN",
                kind="net_zero",
                firmness="urged",
                target_year=2045,
            ),
            says(
                "Norway will give three billion dollars",
                party="NOR",
                kind="finance",
                low=3e9,
                high=3e9,
                unit="USD",
            ),
            says("Germany will be climate neutral by 2045", party="DEU", kind="net_zero", target_year=2045),
            says(
                "stay at 170 million tonnes by 2032",
                party="VNM",
                kind="reduction",
                basis="absolute",
                low=170,
                high=170,
                unit="MtCO2e",
                to_level=True,
                target_year=2032,
            ),
        ),
    )


def archive() -> Reading:
    """A pledge that another has replaced."""
    document = make_document(ARCHIVE, "archive.txt", "2016-05-04", "stated", title="From the archive")
    old = Pledge(
        document=document.id,
        quotes=quoted(document, "Canada promised to cut emissions by 30 percent from 2005 levels by 2030"),
        party="CAN",
        kind="reduction",
        basis="base_year",
        low=30,
        high=30,
        unit="%",
        base_year=2005,
        target_year=2030,
    )
    return Reading(document=document, reader=READER, pledges=(old,))


def book_of(*readings: Reading) -> Links:
    """Every pledge as an entry of its own; what is urged stands beside the book."""
    pledges = [pledge for reading in readings for pledge in reading.pledges]
    return Links(pledges=tuple(_entry(pledge) for pledge in pledges))


def _entry(pledge: Pledge) -> BookEntry:
    return entry(pledge, standing=pledge.firmness != "urged")
