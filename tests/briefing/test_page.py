"""The HTML page: whole, self-contained, accessible, and deaf to what documents try to make it do."""

from __future__ import annotations

import itertools
import re

import pytest
from lxml import etree, html

from parley.briefing import build_view, render_html
from parley.records import Links

from .story import make_story

LOADING_ATTRIBUTES = ("src", "srcset", "data", "poster", "action", "formaction", "background", "ping", "cite")


@pytest.fixture(scope="module")
def source() -> str:
    return render_html(build_view(*make_story()))


@pytest.fixture(scope="module")
def page(source: str) -> html.HtmlElement:
    return html.document_fromstring(source)


def test_every_footnote_leads_to_its_note_and_back(page: html.HtmlElement) -> None:
    mentions = {link.get("id"): link.get("href") for link in page.xpath("//a[@role='doc-noteref']")}
    notes = {f"#{note.get('id')}" for note in page.xpath("//section[@id='notes']//li")}
    returns = [link.get("href") for link in page.xpath("//a[@role='doc-backlink']")]
    assert mentions
    assert set(mentions.values()) == notes
    assert sorted(returns) == sorted(f"#{name}" for name in mentions)


def test_every_link_of_the_page_has_its_target_and_no_id_is_there_twice(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = set(page.xpath("//a/@href"))
    assert all(target.startswith("#") for target in targets)
    assert {target[1:] for target in targets} <= set(ids)


def test_the_page_loads_nothing_and_runs_nothing(source: str, page: html.HtmlElement) -> None:
    assert not page.xpath("//script | //link | //iframe | //object | //embed | //img | //form | //base | //video")
    attributes = {str(name) for element in page.iter() for name in getattr(element, "attrib", {})}
    assert not attributes & set(LOADING_ATTRIBUTES)
    assert not [name for name in attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import", source)
    addresses = set(re.findall(r"https?://[^\"'\s<)]+", source))
    assert addresses == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_the_page_has_landmarks_headings_and_captions(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    assert len(page.xpath("//main")) == len(page.xpath("//nav[@aria-labelledby]")) == len(page.xpath("//h1")) == 1
    assert page.xpath("//a[@class='skip']/@href") == [f"#{page.xpath('//main/@id')[0]}"]
    assert all(table.xpath("caption") for table in page.xpath("//table"))
    assert all(cell.get("scope") for cell in page.xpath("//th"))
    assert all(section.get("aria-label") or section.get("aria-labelledby") for section in page.xpath("//section"))
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_chart_has_a_text_in_its_place(page: html.HtmlElement) -> None:
    drawings = page.xpath("//figure//*[@role='img']")
    assert [drawing.get("aria-label") for drawing in drawings] == [
        "Timeline of 3 events. Each is in the list that follows, with its dates."
    ] * 2
    assert len(page.xpath("//figure//svg")) == 2


def test_uncertain_dates_look_uncertain(page: html.HtmlElement) -> None:
    shown = {date.text_content() for date in page.xpath("//*[contains(@class, 'uncertain')]")}
    assert {"from 2 April 2030", "2020", "18–31 March 2030", "date not stated"} <= shown
    assert "12 March 2030" not in shown


def _luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_colour_of_text_can_be_read_on_its_ground_in_light_and_dark(page: html.HtmlElement) -> None:
    css = page.xpath("//style")[0].text_content()
    themes = [
        dict(re.findall(r"--(\w[\w-]*): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", css, re.S)
    ]
    light, dark = themes[0], themes[1]
    for theme in (light, dark):
        for name, colour in theme.items():
            if name not in ("paper", "panel", "hair", "alert-panel", "mark"):
                assert _contrast(colour, theme["paper"]) >= 4.5, name
        assert _contrast(theme["alert"], theme["alert-panel"]) >= 4.5
        assert _contrast(theme["ink"], theme["mark"]) >= 4.5


def test_corrections_come_before_everything_but_the_summary(page: html.HtmlElement) -> None:
    assert [section.get("id") for section in page.xpath("//main/section")][:3] == [None, "corrections", "timeline"]


def test_empty_sections_say_so() -> None:
    readings, _links = make_story()
    text = html.document_fromstring(render_html(build_view(readings[3:], Links()))).text_content()
    for line in ("No events found.", "No pledges found.", "No claims found.", "No people found.", "No notes."):
        assert line in text
    assert "Read, and nothing to record was found in it." in text


def test_the_page_is_the_same_every_time(source: str) -> None:
    assert render_html(build_view(*make_story())) == source


def test_the_drawings_are_sound_svg(source: str) -> None:
    drawings = re.findall(r"<svg.*?</svg>", source, re.DOTALL)
    assert [etree.fromstring(drawing).tag for drawing in drawings] == ["{http://www.w3.org/2000/svg}svg"] * 2
