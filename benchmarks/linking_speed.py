"""How long linking takes and how much memory, for ever more reports, made as records without any text to read.

Reports are spread as the press spreads them: a few Parties are in most of them, most events are told once or twice and
some by dozens of documents within days, and months later somebody mentions them again. About 30 in 100
reports are engagements, 25 people, 18 pledges, 18 claims and 9 statements, near to what reading finds in articles.
"""

from __future__ import annotations

import gc
import hashlib
import json
import math
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from parley.linking import link
from parley.records import (
    Attribution,
    Claim,
    Document,
    Engagement,
    EngagementStatus,
    Person,
    Place,
    Pledge,
    Quote,
    Reading,
    Statement,
)
from parley.terms.parties import parties
from parley.terms.when import Interval

SIZES = (1_000, 10_000, 100_000)

_FIRST_DAY = date(2015, 12, 12)
_DAYS = 3800
_REPORTS_A_DOCUMENT = 9
_GIVEN = ("Ana", "Bo", "Chen", "Dara", "Emil", "Fatou", "Goran", "Hana", "Ivan", "Jia", "Kofi", "Lena", "Wen", "Wei")
_FAMILY = ("Adler", "Bakari", "Castro", "Dang", "Eriksen", "Fofana", "Gupta", "Horvat", "Ito", "Jansen", "Li", "Liu")
_MEASURES = (("emissions_share", "%"), ("coal_capacity", "GW"), ("coal_share", "%"), ("renewables", "%"))


@dataclass(frozen=True, slots=True)
class Occasion:
    """One event of the made-up world, with how many documents tell it."""

    kind: str
    parties: tuple[str, ...]
    people: tuple[str, ...]
    place: Place
    start: date
    end: date
    told: int


def make_readings(reports: int, seed: int = 1) -> list[Reading]:
    """Readings with about that many reports in all; the same for the same seed."""
    rng = Random(seed)
    codes = sorted(code for code, party in parties().items() if len(code) == 3 and not party.is_group)
    rng.shuffle(codes)
    codes = ["USA", "CHN", "IND", "DEU", *(code for code in codes if code not in ("USA", "CHN", "IND", "DEU"))]
    weights = [1 / (rank + 2) for rank in range(len(codes))]
    documents = reports // _REPORTS_A_DOCUMENT
    tellings: list[list[Occasion]] = [[] for _ in range(documents)]
    published = sorted(rng.randrange(_DAYS) for _ in range(documents))
    while sum(map(len, tellings)) < 3 * documents + documents // 3:
        occasion = _occasion(rng, codes, weights)
        offset = (occasion.start - _FIRST_DAY).days
        for _ in range(occasion.told):
            late = rng.random() < 0.1
            day = offset + (rng.randrange(60, 400) if late else rng.choice((-9, -4, 0, 1, 1, 2, 3, 8)))
            number = min(documents - 1, max(0, math.floor(day / _DAYS * documents)))
            tellings[number].append(occasion)
    return [
        _reading(number, _FIRST_DAY + timedelta(days=published[number]), told, rng, codes, weights)
        for number, told in enumerate(tellings)
    ]


def _occasion(rng: Random, codes: Sequence[str], weights: Sequence[float]) -> Occasion:
    one, other = rng.choices(codes, weights, k=2)
    start = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
    kind = rng.choice(("visit", "meeting", "meeting", "meeting", "call", "statement", "speech"))
    return Occasion(
        kind=kind,
        parties=tuple(sorted({one, other} if kind != "speech" else {one})),
        people=(_person(rng, one), *([_person(rng, other)] if kind in ("meeting", "call") else [])),
        place=Place(city=f"City of {other} {rng.randrange(3)}", country=other),
        start=start,
        end=start + timedelta(days=2 if kind == "visit" else 0),
        told=min(40, math.ceil(rng.paretovariate(1.1))),
    )


def _person(rng: Random, party: str) -> str:
    """One of the Party's thirty people; a few have most of the work."""
    number = min(int(rng.expovariate(0.3)), 29) + sum(map(ord, party))
    return f"{_GIVEN[number % len(_GIVEN)]} {_FAMILY[number // 3 % len(_FAMILY)]}-{party.title()}"


def _reading(
    number: int, day: date, told: Sequence[Occasion], rng: Random, codes: Sequence[str], weights: Sequence[float]
) -> Reading:
    """A document's reports; what it tells in the same words as another document is still its own."""
    text = f"document {number}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document.of_text(text, sha256, source=f"{number}.txt", published=Interval.day(day))
    quotes = (Quote.of(text, 0, len(text)),)
    names = dict.fromkeys(name for occasion in told for name in occasion.people)
    people = [Person(document=document.id, quotes=quotes, name=name, party=name[-3:].upper()) for name in names]
    pledges, claims = _pledges(document, quotes, rng, codes, weights), _claims(document, quotes, rng, codes, weights)
    said_by = Attribution(kind="named", name=next(iter(names), None))
    statement = Statement(document=document.id, quotes=quotes, speech="reported", attribution=said_by)
    return Reading(
        document=document,
        reader="made up",
        people=tuple(people[:4]),
        engagements=tuple({e.id: e for e in (_engagement(o, document, quotes, day, rng) for o in told)}.values()),
        pledges=tuple(pledges),
        claims=tuple(claims),
        statements=(statement,),
    )


def _engagement(
    occasion: Occasion, document: Document, quotes: tuple[Quote, ...], day: date, rng: Random
) -> Engagement:
    status: EngagementStatus = "planned" if day < occasion.start else "under_way" if day <= occasion.end else "held"
    exact = Interval(occasion.start, occasion.end, "day")
    month = Interval.month(occasion.start.year, occasion.start.month)
    when = rng.choices((exact, month, None), (6, 2, 2))[0]
    return Engagement(
        document=document.id,
        quotes=quotes,
        kind=occasion.kind,
        status=status,
        parties=occasion.parties,
        people=occasion.people if rng.random() < 0.85 else (),
        place=occasion.place if rng.random() < 0.7 else None,
        when=when,
        background=(day - occasion.end).days > 40,
    )


def _pledges(
    document: Document, quotes: tuple[Quote, ...], rng: Random, codes: Sequence[str], weights: Sequence[float]
) -> Iterator[Pledge]:
    for party in sorted(set(rng.choices(codes, weights, k=2))):
        kind = rng.choice(("net_zero", "reduction", "reduction"))
        value = float(rng.choice((30, 40, 40, 55))) if kind == "reduction" else None
        yield Pledge(
            document=document.id,
            quotes=quotes,
            party=party,
            kind=kind,
            low=value,
            high=value,
            unit="%" if value else None,
            base_year=2005 if value and rng.random() < 0.7 else None,
            target_year=2030 if value else rng.choice((2050, 2060)),
        )


def _claims(
    document: Document, quotes: tuple[Quote, ...], rng: Random, codes: Sequence[str], weights: Sequence[float]
) -> Iterator[Claim]:
    for party in sorted(set(rng.choices(codes, weights, k=2))):
        measure, unit = rng.choice(_MEASURES)
        year = rng.randrange(2010, 2025)
        value = float(sum(map(ord, party)) % 40 + year % 7 + (rng.random() < 0.02))
        yield Claim(
            document=document.id,
            quotes=quotes,
            subject=party,
            measure=measure,
            low=value,
            high=value,
            unit=unit,
            year=year if rng.random() < 0.8 else None,
            written=f"{value:g}",
        )


def measure(reports: int) -> dict[str, float]:
    """Seconds and megabytes that linking adds, and what it made; run in a process of its own."""
    readings = make_readings(reports)
    before = _restart_peak()
    begun = time.perf_counter()
    links = link(readings)
    seconds = time.perf_counter() - begun
    return {
        "reports": sum(1 for reading in readings for _ in reading.reports()),
        "documents": len(readings),
        "engagements": sum(len(reading.engagements) for reading in readings),
        "events": len(links.events),
        "seconds": seconds,
        "added_mb": _memory_mb("VmHWM") - before,
    }


def _restart_peak() -> float:
    """Megabytes in use; the peak is counted anew from here (Linux)."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    return _memory_mb("VmRSS")


def _memory_mb(key: str) -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(key)) / 1024


def print_speed(sizes: Sequence[int]) -> None:
    """A row for each size, and by what power of the reports the time grows from the size before."""
    heads = (("reports", 9), ("documents", 10), ("engagements", 12), ("events", 8), ("seconds", 8), ("added MB", 9))
    print(*(f"{head:>{width}}" for head, width in heads), " growth")
    last: dict[str, float] | None = None
    for size in sizes:
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.linking_speed", str(size)], check=True, capture_output=True, text=True
        )
        row = json.loads(told.stdout)
        growth = ""
        if last:
            power = math.log(row["seconds"] / last["seconds"]) / math.log(row["reports"] / last["reports"])
            growth = f"n^{power:.2f}"
        print(
            f"{row['reports']:9} {row['documents']:10} {row['engagements']:12} {row['events']:8} "
            f"{row['seconds']:8.2f} {row['added_mb']:9.0f} {growth:>7}",
            flush=True,
        )
        last = row


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
