"""What must hold of every reading, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.reading import Reader
from parley.records import Reading
from tests.reading.making import document, read

NAMES = st.sampled_from(["Kari Lunde", "Shen Yulan", "Rosa Quispe", "ShinjirÅ Abe", "Anna von der Aue"])
COUNTRIES = st.sampled_from(["Norway", "Peru", "China", "the EU", "Fiji", "the G7", "Washington"])
WHENS = st.sampled_from(
    ["on Friday", "in July", "from 3 to 9 May", "later this month", "by 2050", "this week", "last November"]
)
TEMPLATES = st.sampled_from(
    [
        "{a} of {x} met {b} in {y} {w}.",
        '"We shall cut emissions by 45% {w}," said {a}, {x}\'s climate envoy.',
        "{x} and {y} agreed to urge {a} to phase out coal {w}",
        "{x} emitted 12% of the world's emissions {w}, compared to 7% from {y}",
        "{a} will travel to {x}, then {y} {w}. \n",
        'He told {b} that {x} was "late\n\n',
        "An earlier version of this story gave the wrong day for {a}'s trip {w}.",
        "{x} pledged $3.5 trillion {w} (about half of {y}'s), {b} said",
    ]
)
SENTENCES = st.builds(
    lambda template, a, b, x, y, w: template.format(a=a, b=b, x=x, y=y, w=w),
    TEMPLATES,
    NAMES,
    NAMES,
    COUNTRIES,
    COUNTRIES,
    WHENS,
)
PROSE = st.lists(SENTENCES, max_size=5).map(" ".join)
NOISE = st.text(alphabet=st.sampled_from("Aa b,.\"'“”\n-%$0129éÅ()"), max_size=120)

slow = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(PROSE | NOISE, st.sampled_from([None, "2024-05-06"]))
def test_every_record_rests_on_words_of_its_document(text: str, published: str | None) -> None:
    reading = read(text, published)
    reading.check()
    assert len({report.id for report in reading.reports()}) == len(list(reading.reports()))


@slow
@given(PROSE)
def test_a_reading_survives_being_written_down(text: str) -> None:
    reading = read(text)
    assert Reading.model_validate_json(reading.model_dump_json()) == reading


def test_documents_read_together_are_read_as_alone() -> None:
    texts = [
        "Kari Lunde of Norway met Rosa Quispe in Lima on Friday.",
        "",
        "Peru pledged net zero by 2050.",
        "No news.",
    ]
    documents = [document(text) for text in texts]
    reader = Reader()
    assert list(reader.read_many(documents)) == [reader.read(one) for one in documents]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", '"', "." * 5000, "a" * 20_000, "(" * 400, "1" * 300])
def test_a_text_that_says_nothing_gives_an_empty_reading(text: str) -> None:
    assert list(read(text).reports()) == []
