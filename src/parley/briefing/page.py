"""The briefing as one HTML page that needs no network and no script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from parley.briefing.chart_layout import NARROW, WIDE, charted
from parley.briefing.claim_chart import claim_svg, key_of
from parley.briefing.outlook_view import HEADS
from parley.briefing.prose import count
from parley.briefing.timeline import STATUS_LABELS, events_by_year
from parley.briefing.verdict_view import ClaimChart
from parley.briefing.verdicts import PLEDGE_LABELS, TOKEN_LABELS, TOKEN_MARKS, TOKEN_MEANINGS
from parley.briefing.view import BriefingView, EventView


@dataclass(frozen=True, slots=True)
class Chart:
    """The timeline's two drawings, for wide and narrow screens, with its legend and the same in words."""

    wide: Markup
    narrow: Markup
    statuses: tuple[tuple[str, str], ...]
    fuzzy: bool
    open: bool
    caption: str
    alternative: str


def render_html(view: BriefingView) -> str:
    """The whole page. All words of documents are escaped, in the text, in attributes and in the drawings."""
    page = _environment().get_template("briefing.html")
    years = events_by_year(view)
    return page.render(
        view=view,
        chart=_chart(view),
        fan=_fan(view),
        outlook_heads=HEADS,
        sections=_sections(view),
        years=years,
        css=_css(),
        labels=TOKEN_LABELS,
        marks=TOKEN_MARKS,
        meanings=TOKEN_MEANINGS,
        pledge_labels=PLEDGE_LABELS,
        draw=_draw,
        key_of=key_of,
    ).lstrip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("parley.briefing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["unbroken"] = _unbroken
    return environment


def _unbroken(words: str) -> str:
    """Words in which no line ends between a number and its unit."""
    return re.sub(r"(?<=\d) (?=°C|%|[GM]tCO)", "\u00a0", words)


@cache
def _css() -> Markup:
    folder = resources.files("parley.briefing") / "templates"
    return Markup("".join((folder / name).read_text("utf-8") for name in ("tokens.css", "briefing.css")))


def _draw(chart: ClaimChart) -> Markup:
    return Markup(claim_svg(chart))


def _chart(view: BriefingView) -> Chart | None:
    # Altair takes most of a second to import, and only a page needs it.
    from parley.briefing.chart import timeline_svg

    wide, narrow = timeline_svg(view, WIDE), timeline_svg(view, NARROW)
    if wide is None or narrow is None:
        return None
    shown = charted(view)
    present = {event.status for event in shown}
    return Chart(
        wide=Markup(wide),
        narrow=Markup(narrow),
        statuses=tuple((token, words) for token, words in STATUS_LABELS.items() if token in present),
        fuzzy=any(event.date.uncertain for event in shown),
        open=any(event.date.start is None or event.date.end is None for event in shown),
        caption=_caption(view, shown),
        alternative=f"Timeline of {count(len(shown), 'event')}. Each is in the list that follows, with its dates.",
    )


def _fan(view: BriefingView) -> tuple[Markup, Markup] | None:
    """The outlook's two drawings, for wide and narrow screens."""
    if view.outlook is None:
        return None
    from parley.briefing.outlook_chart import outlook_svg
    from parley.briefing.outlook_layout import NARROW_FAN, WIDE_FAN

    wide, narrow = (outlook_svg(view.outlook.chart, geometry) for geometry in (WIDE_FAN, NARROW_FAN))
    return Markup(wide), Markup(narrow)


def _caption(view: BriefingView, shown: tuple[EventView, ...]) -> str:
    missing = len(view.timeline) - len(shown)
    if not missing:
        return "Every event below, by day. Long gaps are left out."
    return (
        f"{count(len(shown), 'event')} by day; long gaps are left out. "
        f"The list below has {missing} more: background, undated, or less reported."
    )


def _sections(view: BriefingView) -> list[tuple[str, str, int | None]]:
    """Anchor, heading and number of entries, in the order of the page."""
    sections: list[tuple[str, str, int | None]] = [
        ("corrections", "Corrections", len(view.corrections)),
        ("timeline", "Timeline", len(view.timeline)),
        ("pledges", "Pledge book", sum(len((*p.standing, *p.replaced, *p.beside)) for p in view.pledges)),
        ("outlook", "What it adds up to", None),
        ("conflicts", "Where sources disagree", len(view.conflicts)),
        ("claims", "Claims", len(list(chain.from_iterable(group.claims for group in view.claims)))),
        ("statements", "Who said what", len(list(chain.from_iterable(one.statements for one in view.statements)))),
        ("positions", "Positions", len(list(chain.from_iterable(page.positions for page in view.positions)))),
        ("people", "People", len(view.people)),
        ("sources", "Sources", len(view.sources)),
        ("notes", "Notes", None),
    ]
    missing = {"corrections"} if not view.corrections else set()
    missing |= {"outlook"} if view.outlook is None else set()
    return [section for section in sections if section[0] not in missing]
