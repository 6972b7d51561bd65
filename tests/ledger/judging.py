"""Documents that tell of a few meetings, people and pledges, read by readers that see more or less in them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from parley.records import Document, Engagement, Person, Place, Pledge, Quote, Reading
from parley.terms.when import Interval
from parley.workflow import Hand
from tests.ledger.making import make_document

HAND = Hand("Ana Lindgren <ana@example.org>", datetime(2024, 6, 1, 12, tzinfo=UTC), "two rooms")
READERS = ("reader/1", "reader/2", "reader/3")
_NAMES = ("Ana Oru", "Tomas Vell", "Ida Rask")


def make_news(number: int) -> Document:
    """A document that tells of two meetings and a pledge; ``number`` says which of a few."""
    a, b, c = (_NAMES[(number + step) % 3] for step in range(3))
    day = 4 + number % 2
    text = (
        f"Dispatch {number}. {a} met {b} in Lima on {day} May 2021. Later {b} met {c} in Quito on {day + 9} May 2021. "
        f"Chile will cut emissions by {30 + number % 2} percent by 2030."
    )
    return make_document(text, source=f"news/{number:03}.txt", published="2021-05-20")


def read_news(document: Document, reader: str = READERS[0]) -> Reading:
    """The second reader knows no places, the third also drops the second meeting and restates the pledge's figure."""
    here, text = document.id, document.text
    first, second = text[text.index(". ") + 2 :].split(" Later ")[0], text.split(" Later ")[1].split(" Chile")[0]
    pledge = text[text.index("Chile") :]
    level = READERS.index(reader)

    def quote(words: str) -> Quote:
        start = text.index(words)
        return Quote.of(text, start, start + len(words))

    def meeting(words: str, city: str, country: str) -> Engagement:
        people = tuple(sorted(name for name in _NAMES if name in words))
        day = int(words.split(" on ")[1].split()[0])
        return Engagement(
            document=here,
            quotes=(quote(words),),
            kind="meeting",
            status="held",
            parties=("CHL", "PER"),
            people=people,
            place=Place(city=city, country=country) if level == 0 else None,
            when=Interval.day(date(2021, 5, day)),
        )

    meetings = (meeting(first, "Lima", "PER"), meeting(second, "Quito", "ECU"))
    value = float(pledge.split(" by ")[1].split()[0])
    figure = (quote(pledge), *([quote(f"{value:g} percent")] if level == 2 else []))
    return Reading(
        document=document,
        reader=reader,
        people=tuple(
            Person(document=here, quotes=(quote(name),), name=name, party="PER" if level else None)
            for name in sorted(_NAMES, key=text.index)
        ),
        engagements=meetings[: 1 if level == 2 else 2],
        pledges=(
            Pledge(
                document=here,
                quotes=figure,
                party="CHL",
                kind="reduction",
                low=value,
                high=value,
                unit="%",
                target_year=2030,
            ),
        ),
    )
