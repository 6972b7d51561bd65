"""Word lists are data, and data can be wrong: doubled, in the wrong case, or a pattern that does not compile."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from parley.reading.lexicon import any_spacing

LEXICONS = {
    file.name: tomllib.loads(file.read_text(encoding="utf-8"))
    for file in resources.files("parley.reading.lexicon").iterdir()
    if file.name.endswith(".toml")
}


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Every list of words of a table with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}".strip("."))
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield path, value
        for inner in value:
            yield from lists(inner, path)


@pytest.mark.parametrize("name", sorted(LEXICONS))
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    for path, words in lists(LEXICONS[name]):
        doubled = {word for word in words if words.count(word) > 1}
        assert not doubled, (path, doubled)


@pytest.mark.parametrize("name", sorted(LEXICONS))
def test_no_word_has_blanks_around_it(name: str) -> None:
    for path, words in lists(LEXICONS[name]):
        assert [word for word in words if word != word.strip() or not word] == [], path


def test_offices_and_words_of_speech_are_in_lower_case() -> None:
    offices, speech = LEXICONS["offices.toml"], LEXICONS["speech.toml"]
    for table, keys in (
        (offices, ("heads", "modifiers", "honorifics")),
        (speech, ("verbs", "anonymous", "title_cues")),
    ):
        for key in keys:
            assert [word for word in table[key] if word != word.lower()] == [], key


def test_weak_verbs_of_speech_are_verbs_of_speech() -> None:
    speech = LEXICONS["speech.toml"]
    assert set(speech["weak_verbs"]) <= set(speech["verbs"])


def test_wordings_of_corrections_compile() -> None:
    table = LEXICONS["corrections.toml"]
    for wording in (*table["notes"], table["goes_on"], table["sets_right"], *table["natures"].values()):
        re.compile(wording.replace("{story}", "story").replace("{wrong}", "said"))


@pytest.mark.parametrize(
    ("pattern", "spaced"),
    [
        ("a b", "a +b"),
        ("a ?b", "a *b"),
        ("[ ,]a", "[ ,]a"),
        (r"a\ b", r"a\ b"),
        ("(?<=a )b c", "(?<=a )b +c"),
        ("(?:a )*", "(?:a +)*"),
    ],
)
def test_a_blank_of_a_pattern_fits_a_broken_line(pattern: str, spaced: str) -> None:
    assert any_spacing(pattern) == spaced
