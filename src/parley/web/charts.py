"""Drawings of our own: a claim on the series of record as a picture, and small marks that stand among words.

A picture is a file of its own, which sees no style of the page: it brings the colours of both schemes with it, and the
hash by which a browser may let it. Marks stand in the page and take its colours.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from hashlib import sha256
from importlib import resources
from typing import Any, get_args

from markupsafe import Markup

from parley.briefing.charted_claims import chart_of_verdict
from parley.briefing.claim_chart import claim_svg
from parley.briefing.claim_layers import ON_PAGE, Look
from parley.briefing.verdict_view import ClaimChart
from parley.records.pledge import Firmness
from parley.web.models.claim import ClaimCheck

Span = tuple[int, int]

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_WIDE = Look(600, 250, 13, _FONT, ON_PAGE.colours, headed=False)
_NARROW = Look(270, 190, 12, _FONT, ON_PAGE.colours, headed=False)
_COLOUR = re.compile(r"--[\w-]+: #[0-9a-f]{3,6};")
_FIRMNESS = get_args(Firmness)
_HEIGHTS = (3, 4, 6, 7, 9, 10, 12, 14)
_FIRST_YEAR, _LAST_YEAR = 2015, 2060


@lru_cache(maxsize=2000)
def chart_of_check(check: str) -> ClaimChart | None:
    """The chart of a claim from the JSON of its ``ClaimCheck``; None where there is no series behind its verdict."""
    understood = ClaimCheck.model_validate_json(check)
    return chart_of_verdict(understood.assertion, understood.verdict)


@lru_cache(maxsize=500)
def claim_picture(check: str, narrow: bool) -> str | None:
    """The same drawn, for a wide or a narrow page, in light and dark; None where there is no chart.

    Takes some hundredths of a second, the first time a second or two: to be called in a thread.
    """
    chart = chart_of_check(check)
    if chart is None:
        return None
    head, bracket, drawing = claim_svg(chart, _NARROW if narrow else _WIDE).partition(">")
    return f"{head}{bracket}<style>{picture_style()}</style>{drawing}"


def picture_policy() -> str:
    """What a browser may do with a picture: nothing but use its own style."""
    digest = b64encode(sha256(picture_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'"


@cache
def picture_style() -> str:
    """The colours of the pages in light and dark."""
    tokens = (resources.files("parley.briefing") / "templates" / "tokens.css").read_text(encoding="utf-8")
    light, _, dark = tokens.partition("@media (prefers-color-scheme: dark)")
    schemes = ["".join(_COLOUR.findall(part)).replace(": ", ":") for part in (light, dark)]
    return f"svg{{{schemes[0]}}}@media (prefers-color-scheme:dark){{svg{{{schemes[1]}}}}}"


def firmness_mark(firmness: str) -> Markup:
    """Eight rising bars, filled up to how firm it is; the word for it stands beside them."""
    level = _FIRMNESS.index(firmness)
    bars = (
        Markup('<rect x="{}" y="{}" width="3" height="{}" class="{}"/>').format(
            5 * place, 14 - height, height, "on" if place <= level else "off"
        )
        for place, height in enumerate(_HEIGHTS)
    )
    return Markup('<svg class="firm {}" width="38" height="14" viewBox="0 0 38 14" aria-hidden="true">{}</svg>').format(
        firmness, Markup().join(bars)
    )


def years_span(pledges: Iterable[Mapping[str, Any]], least: Span = (_FIRST_YEAR, _LAST_YEAR)) -> Span:
    """The years that an axis needs to hold all target years and days of ``pledges``, rounded to fives."""
    years = [year for pledge in pledges for year in (pledge["target_year"], since_year(pledge)) if year]
    first, last = min([*years, least[0]]), max([*years, least[1]])
    return first - first % 5, last + -last % 5


def year_axis(span: Span, step: int = 10) -> Markup:
    """Every so many years of the axis, by their places from the left."""
    first, last = span
    apart = step if last - first <= 70 else 25
    ticks = (
        Markup('<line x1="{0}" x2="{0}" y1="0" y2="4"/><text x="{0}" y="15">{1}</text>').format(
            _across(year, span), year
        )
        for year in range(first + -first % apart, last + 1, apart)
    )
    return Markup('<svg class="axis" width="100%" height="18" aria-hidden="true">{}</svg>').format(Markup().join(ticks))


def year_strip(pledges: Iterable[Mapping[str, Any]], span: Span) -> Markup:
    """Where pledges stand on the axis: a line from when each was told to its target year, with a mark at its end."""
    drawn = Markup().join(_on_axis(pledge, span) for pledge in pledges if pledge["target_year"])
    return Markup('<svg class="strip" width="100%" height="16" aria-hidden="true">{}{}</svg>').format(
        Markup('<line class="ground" x1="0" x2="100%" y1="8" y2="8"/>'), drawn
    )


def since_year(pledge: Mapping[str, Any]) -> int | None:
    """The year in which a pledge was first told of, or announced; None where that is not known."""
    since = pledge["since"]
    days = (since["end"] or since["start"]) if isinstance(since, Mapping) else pledge["since_day"]
    return int(days[:4]) if days else None


def _on_axis(pledge: Mapping[str, Any], span: Span) -> Markup:
    start, end = since_year(pledge), pledge["target_year"]
    line = Markup()
    if start is not None and start < end:
        line = Markup('<line x1="{}" x2="{}" y1="8" y2="8"/>').format(_across(start, span), _across(end, span))
    of_record = "state" not in pledge
    shape = Markup('<path d="M0 3L5 8L0 13L-5 8Z"/>') if of_record else _SHAPES.get(pledge["kind"], _DOT)
    tone = "record" if of_record else pledge["firmness"]
    return Markup('<g class="{}">{}<svg x="{}" overflow="visible">{}</svg></g>').format(
        tone, line, _across(end, span), shape
    )


_DOT = Markup('<circle cx="0" cy="8" r="4"/>')
_SHAPES = {
    "net_zero": Markup('<circle class="hollow" cx="0" cy="8" r="4"/>'),
    "peak": Markup('<path d="M-5 12L0 3L5 12Z"/>'),
}


def _across(year: int, span: Span) -> str:
    first, last = span
    return f"{100 * (year - first) / (last - first):.2f}%"


def verdict_bar(counts: Iterable[Mapping[str, Any]]) -> Markup:
    """A bar with a part for every verdict, as long as there are claims of it."""
    counted = [(each["token"], each["count"]) for each in counts if each["count"]]
    total = sum(count for _, count in counted)
    parts, start = [], 0.0
    for token, count in counted:
        width = 100 * count / total
        parts.append(
            Markup('<rect class="{}" x="{:.3f}%" width="{:.3f}%" y="0" height="100%"/>').format(token, start, width)
        )
        start += width
    return Markup('<svg class="verdict-bar" width="100%" height="12" aria-hidden="true">{}</svg>').format(
        Markup().join(parts)
    )
