"""The story of ``story.py``, with verdicts given by hand, so that no figure of record that changes touches them."""

from __future__ import annotations

from parley.briefing.verdict_view import ClaimChart, ClaimedView, FigureView, SeriesView
from parley.checking.assertion import Assertion
from parley.checking.checked import CheckedClaim
from parley.records import Links, Reading
from parley.records.verdict import Reference, Token, Verdict
from tests.briefing.story import make_story


def make_checked_story() -> tuple[list[Reading], Links, dict[str, CheckedClaim]]:
    """Readings, links, and what checking says of two claims and a pledge."""
    readings, links = make_story()
    wire, readout, feature, _ = readings
    supported, wrong, pledged = wire.claims[0], feature.claims[0], readout.pledges[0]
    checks = (
        CheckedClaim(supported, assertion("emissions"), verdict("supported", fact("49 million tonnes", "supported"))),
        CheckedClaim(
            wrong,
            assertion("emissions"),
            verdict(
                "contradicted",
                fact("49 million tonnes, it's said", "contradicted"),
                fact("41 million tonnes", "contradicted", "CO2 by *another* <b>count</b>"),
                fact("45 million tonnes", "contradicted", as_of="now"),
                confidence=0.8,
            ),
        ),
        CheckedClaim(pledged, assertion("pledge"), verdict("close", fact("net zero by 2051", "close"))),
    )
    return readings, links, {one.report.id: one for one in checks}


def assertion(measure: str) -> Assertion:
    return Assertion(measure=measure, words="said", subject="NOR")


def verdict(token: Token, *references: Reference, confidence: float = 1.0) -> Verdict:
    reason = f"Norway's record has {references[0].fact} of CO2."
    return Verdict(
        token=token, basis=references[0].basis, reason=reason, confidence=confidence, references=tuple(references)
    )


def fact(words: str, holds: Token, basis: str = "CO2 of fossil fuels", as_of: str = "then") -> Reference:
    return Reference.model_validate(
        {"quantity": "emissions", "basis": basis, "fact": words, "source": "A | source (2031, by hand)"}
        | {"holds": holds, "as_of": as_of, "year": 2030}
    )


def make_chart(
    token: Token = "contradicted", claimed: float | None = 45.0, record: float = 28.9, unit: str = "%", **fields: object
) -> ClaimChart:
    """A chart of a share that rises from 10 to 30."""
    points = tuple((year, 10.0 + (year - 1990) * 0.6) for year in range(1990, 2024))
    lower = tuple((year, value - 4) for year, value in points)
    made: dict[str, object] = {
        "title": "China: share of the world’s emissions",
        "finding": f"claimed {claimed} %, on record {record} % in 2019",
        "unit": unit,
        "token": token,
        "record": FigureView(f"{record} {unit}", 2019, record, unit, token),
        "basis": "CO₂ of fossil fuels",
        "source": "A source (2024)",
        "line": SeriesView("CO₂ of fossil fuels", "A source (2024)", points),
        "others": (SeriesView("all gases", "Another source", lower),),
        "claimed": None if claimed is None else ClaimedView(f"{claimed} {unit}", 2019, claimed, claimed, "="),
        "besides": FigureView("29.8 %", 2023, 29.8, unit, token),
        "level": None,
    }
    return ClaimChart(**(made | fields))  # type: ignore[arg-type]
