from __future__ import annotations

from datetime import date

from parley.documents import find_duplicates, parse_bytes, parse_text

WORDS = [f"word{number}" for number in range(400)]
STORY = " ".join(WORDS)


def test_the_same_bytes_and_the_same_text_are_told_apart() -> None:
    documents = [
        parse_text(STORY, "a"),
        parse_bytes(STORY.encode(), "b.txt"),
        parse_bytes(STORY.replace(" ", "\r\n").encode(), "c.txt"),
    ]
    found = {(pair.first, pair.second): (pair.kind, pair.similarity) for pair in find_duplicates(documents)}
    assert found == {(0, 1): ("same_bytes", 1.0), (0, 2): ("same_text", 1.0), (1, 2): ("same_text", 1.0)}


def test_an_updated_version_is_near_and_the_later_one() -> None:
    first = parse_text(STORY, "a", published=date(2021, 5, 3))
    update = parse_text("NEW LEAD " + STORY + " and one more sentence", "b", published=date(2021, 5, 4))
    (pair,) = find_duplicates([update, first])
    assert (pair.kind, pair.later, pair.reason) == ("near", 0, "published later")
    assert pair.similarity == 1.0


def test_a_shorter_version_is_inside_the_longer_one() -> None:
    (pair,) = find_duplicates([parse_text(STORY, "a"), parse_text(" ".join(WORDS[50:150]), "b")])
    assert (pair.kind, pair.later, pair.reason) == ("near", 0, "longer")


def test_half_the_text_is_another_story() -> None:
    other = " ".join([*WORDS[:200], *(f"other{number}" for number in range(200))])
    assert find_duplicates([parse_text(STORY, "a"), parse_text(other, "b")]) == ()


def test_short_notes_are_not_near_each_other() -> None:
    assert find_duplicates([parse_text("Norland agreed.", "a"), parse_text("Norland agreed!", "b")]) == ()


def test_shared_boilerplate_is_no_likeness() -> None:
    notice = " ".join(f"legal{number}" for number in range(40))
    documents = [
        parse_text(" ".join(f"story{copy}x{number}" for number in range(100)) + " " + notice, str(copy))
        for copy in range(60)
    ]
    assert find_duplicates(documents) == ()
