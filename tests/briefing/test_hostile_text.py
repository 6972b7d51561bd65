"""Documents that try to write the page: their words show as words in every place and format."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from lxml import html
from markdown_it import MarkdownIt

from parley.briefing import build_view, render_html, render_json, render_markdown
from parley.briefing.markdown import escape
from parley.briefing.prose import tidy
from parley.records import Links, Quote, Reading, Record

from .story import make_document, make_story

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "</svg></title></textarea><iframe src=//evil.example>",
    "<a href=javascript:alert(1)>here</a>",
    "{{ 7 * 7 }}{% for x in y %}",
    "[here](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "| a | b |\n| --- | --- |\n| c | d |",
    "# heading\n\n- item\n1. one\n> quote\n```\ncode\n```",
    "<http://evil.example> http://evil.example www.evil.example me@evil.example",
    "**bold** _it_ ~~gone~~ `code` $x$ [^1] &lt;b&gt; \\",
    "--- \n=== +1 -1 2) :",
)
LISTS = ("people", "engagements", "pledges", "claims", "statements", "positions", "corrections")
FREE_TEXT = (
    *("title", "publisher", "source", "published_ground", "name", "aliases", "role", "roles", "organisation", "about"),
    *("condition", "urged_by", "written", "cue", "issue", "stance", "holder", "people", "words", "forms", "subject"),
    *("unit", "city", "field", "party", "parties", "towards", "against", "reader", "language"),
)


def hostile_story(payload: str) -> tuple[list[Reading], Links]:
    """The story with ``payload`` in every free field and around every quote, and a document that is nothing else."""
    readings, links = make_story()
    document = make_document(f"{payload} said {payload}", payload, "2030-03-20", "stated", payload, title=payload)
    hostile = [poisoned(reading, payload) for reading in readings]
    return [*hostile, Reading(document=document, reader=payload)], poisoned(links, payload)


def poisoned(value: Any, payload: str, name: str = "") -> Any:
    """``value`` with ``payload`` in every field that a document can fill; ids stay, so that links still hold."""
    if isinstance(value, Quote):
        return value
    if isinstance(value, Reading):
        return _with_poisoned_text(value, payload)
    if isinstance(value, Record):
        return value.model_copy(update=_poisoned_fields(value, payload))
    if isinstance(value, tuple):
        return tuple(
            poisoned(one, f"{payload} {place}" if isinstance(one, str) else payload, name)
            for place, one in enumerate(value)
        )
    return payload if isinstance(value, str) and name in FREE_TEXT else value


def _poisoned_fields(record: Record, payload: str) -> dict[str, Any]:
    fields = {name: poisoned(getattr(record, name), payload, name) for name in type(record).model_fields}
    if "inferred" in fields:
        fields["inferred"] = tuple((field, payload) for field, _ground in record.inferred)
    return fields


def _with_poisoned_text(reading: Reading, payload: str) -> Reading:
    """Each quote begins with the payload: its document's text is made of the quotes, one after another."""
    text = ""
    lists: dict[str, Any] = {}
    for name in LISTS:
        reports = []
        for report in getattr(reading, name):
            words = f"{payload} {report.quote.exact}"
            quote = Quote(start=len(text), end=len(text) + len(words), exact=words)
            text += f"{words}\n\n{payload} "
            reports.append(report.model_copy(update={**_poisoned_fields(report, payload), "quotes": (quote,)}))
        lists[name] = tuple(reports)
    document = reading.document.model_copy(update={**_poisoned_fields(reading.document, payload), "text": text})
    return reading.model_copy(update={"document": document, "reader": payload, **lists})


@pytest.fixture(scope="module", params=PAYLOADS)
def rendered(request: pytest.FixtureRequest) -> tuple[str, str, str, str]:
    view = build_view(*hostile_story(request.param))
    return request.param, render_html(view), render_markdown(view), render_json(view)


def test_the_page_has_no_element_and_no_attribute_that_a_document_wrote(rendered: tuple[str, str, str, str]) -> None:
    _payload, page, _markdown, _json = rendered
    calm = html.document_fromstring(render_html(build_view(*make_story())))
    tree = html.document_fromstring(page)
    names = {(element.tag, *sorted(element.attrib)) for element in tree.iter() if isinstance(element.tag, str)}
    allowed = {(element.tag, *sorted(element.attrib)) for element in calm.iter() if isinstance(element.tag, str)}
    assert names <= allowed
    assert all(href.startswith("#") for href in tree.xpath("//@href"))
    assert len(tree.xpath("//style")) == 1


def test_the_page_shows_the_words_as_they_are(rendered: tuple[str, str, str, str]) -> None:
    payload, page, _markdown, _json = rendered
    tree = html.document_fromstring(page)
    shown = tidy(tree.text_content())
    assert shown.count(tidy(payload)) > 50
    assert any(tidy(payload) in tidy(drawing.text_content()) for drawing in tree.xpath("//svg")) or len(payload) > 36


def test_markdown_shows_the_words_and_obeys_none_of_their_markup(rendered: tuple[str, str, str, str]) -> None:
    payload, _page, markdown, _json = rendered
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    types = {token.type for token in tokens} | {child.type for child in inline}
    assert not types & {"html_block", "html_inline", "image", "link_open", "code_inline", "fence", "code_block", "hr"}
    assert "ordered_list_open" not in types
    shown = "".join(child.content for child in inline)
    assert shown.count(tidy(payload)) > 50


def test_every_mark_of_a_note_in_markdown_has_its_note(rendered: tuple[str, str, str, str]) -> None:
    _payload, _page, markdown, _json = rendered
    unescaped = re.sub(r"\\.", "", markdown)
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", unescaped))
    assert cited == set(re.findall(r"^\[\^(\d+)\]:", unescaped, re.MULTILINE))


def test_json_holds_the_words_as_strings(rendered: tuple[str, str, str, str]) -> None:
    payload, _page, _markdown, text = rendered
    data = json.loads(text)
    assert data["readers"] == sorted({payload})
    assert any(note["exact"].startswith(payload) for note in data["notes"])


@pytest.mark.parametrize("text", [*PAYLOADS, "1. one", "- item", "+ item", "# head", "> quote", "===", ": term"])
@pytest.mark.parametrize("around", ["{}", "- {}", "“{}”", "**{}**", "> {}"])
def test_escaped_text_reads_as_it_was_wherever_it_stands(text: str, around: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(around.format(escape(text)))
    shown = "".join(child.content for token in tokens for child in token.children or ())
    assert tidy(text) in shown
