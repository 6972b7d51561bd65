"""The three files of a briefing, written whole."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from parley.briefing import BriefingView, build_view, render_html, render_json, render_markdown, write_briefing

from .checked_story import make_checked_story
from .story import make_story

SNAPSHOTS = Path(__file__).parent / "snapshots"


def test_three_files_are_written_and_nothing_else(tmp_path: Path) -> None:
    paths = write_briefing(*make_story(), tmp_path / "new" / "briefing")
    assert sorted(path.name for path in paths.html.parent.iterdir()) == [
        *("briefing.html", "briefing.json", "briefing.md")
    ]
    view = build_view(*make_story())
    assert paths.html.read_text("utf-8") == render_html(view)
    assert paths.markdown.read_text("utf-8") == render_markdown(view)
    assert paths.json.read_text("utf-8") == render_json(view)


def test_a_second_briefing_replaces_the_first(tmp_path: Path) -> None:
    readings, links = make_story()
    write_briefing(readings[:1], links, tmp_path)
    paths = write_briefing(readings, links, tmp_path)
    assert len(json.loads(paths.json.read_text("utf-8"))["sources"]) == 4
    assert len(list(tmp_path.iterdir())) == 3


def test_a_failed_write_leaves_the_old_briefing_and_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readings, links = make_story()
    paths = write_briefing(readings[:1], links, tmp_path)
    before = paths.html.read_bytes()

    def full_disk(*_arguments: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", full_disk)
    with pytest.raises(OSError, match="no space left"):
        write_briefing(readings, links, tmp_path)
    assert paths.html.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 3


def plain_view() -> BriefingView:
    return build_view(*make_story())


def checked_view() -> BriefingView:
    """The story with verdicts; the checker's name follows every rule and figure."""
    return replace(build_view(*make_checked_story()), checker="parley-checking/by-hand")


@pytest.mark.parametrize(("name", "make"), [("story", plain_view), ("checked", checked_view)])
@pytest.mark.parametrize(("ending", "render"), [("md", render_markdown), ("json", render_json)])
def test_the_story_reads_as_it_did(name: str, make, ending: str, render) -> None:  # type: ignore[no-untyped-def]
    """Delete the snapshot and run again to accept a change; then read the difference before committing it."""
    snapshot = SNAPSHOTS / f"{name}.{ending}"
    text = render(make())
    if not snapshot.exists():
        snapshot.write_text(text, "utf-8")
        pytest.fail(f"{snapshot} was missing and has been written; read it, then run again")
    assert text == snapshot.read_text("utf-8")
