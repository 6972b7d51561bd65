"""A timeline has the form that TimelineJS reads, and no words of a document become markup."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from parley.interop import Notice, Said, write_timelinejs
from tests.interop.making import notice


def timeline(*notices: Notice) -> dict[str, Any]:
    written = json.loads(write_timelinejs(notices, "Climate & diplomacy"))
    assert isinstance(written, dict)
    return written


class Tags(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_an_event_is_a_slide_with_its_days_and_words() -> None:
    written = timeline(notice())
    (slide,) = written["events"]
    assert written["title"]["text"]["headline"] == "Climate &amp; diplomacy"
    assert slide["start_date"] == {"year": 2021, "month": 9, "day": 1}
    assert slide["end_date"] == {"year": 2021, "month": 9, "day": 3}
    assert (slide["display_date"], slide["group"]) == ("1–3 September 2021", "meeting")
    assert slide["text"]["headline"] == "Meeting of Mira Solberg and Rosa Quispe"
    assert "<blockquote>Solberg met Quispe; talks, they said, went well<br>" in slide["text"]["text"]


def test_an_event_of_one_day_has_no_end_and_what_has_no_days_is_left_out() -> None:
    (slide,) = timeline(notice(1, when="2021-09-01"), notice(2, when=None))["events"]
    assert "end_date" not in slide


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80))
def test_words_stay_words(words: str) -> None:
    (slide,) = timeline(notice(said=(Said(words + "<script>x</script>", "Daily"),)))["events"]
    page = Tags()
    page.feed(slide["text"]["text"])
    page.close()
    assert page.tags == {"p", "blockquote", "br", "cite"}
    assert words + "<script>x</script>" in page.text


def test_slides_stand_by_date_in_whatever_order_they_come() -> None:
    several = [notice(number, when=f"2021-09-0{number}") for number in (1, 2, 3)]
    assert timeline(*several) == timeline(*several[::-1])
    assert [slide["start_date"]["day"] for slide in timeline(*several)["events"]] == [1, 2, 3]
