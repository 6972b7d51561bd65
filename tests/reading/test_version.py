from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley.reading import version
from parley.reading.version import RULES_VERSION, rules_version


def test_the_version_is_the_same_each_time() -> None:
    first = rules_version()
    rules_version.cache_clear()
    assert rules_version() == first
    assert re.fullmatch(re.escape(RULES_VERSION) + r"\+[0-9a-f]{8}", first)


def test_a_changed_word_is_a_new_version_and_another_line_end_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version, "_PACKAGES", ("parley.reading",))
    monkeypatch.setattr(version.resources, "files", lambda package: tmp_path)
    folder = tmp_path / "lexicon"
    folder.mkdir()
    seen = []
    for content in (b"words = ['met']\n", b"words = ['met']\r\n", b"words = ['met', 'saw']\n"):
        (folder / "verbs.toml").write_bytes(content)
        rules_version.cache_clear()
        seen.append(rules_version())
    rules_version.cache_clear()
    assert seen[0] == seen[1] != seen[2]
