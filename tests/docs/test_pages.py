"""Links lead somewhere, and Python on the pages runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from parley.cli.main import app
from tests.docs.cli_reference import help_of
from tests.docs.making import DOCS, ROOT

PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
_COMMAND = re.compile(r"^\$ (?:\.venv/bin/)?(parley\b.*)$", re.M)
_CODE = re.compile(r"^```.*?^```$", re.M | re.S)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path) -> list[str]:
    return _PYTHON.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_relative_links_lead_to_a_file_and_a_heading(path: Path) -> None:
    for link in _LINK.findall(_CODE.sub("", path.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        file = (path.parent / target).resolve() if target else path
        assert file.exists(), link
        assert not anchor or anchor in _anchors(file), link


@pytest.mark.parametrize(
    ("path", "place"),
    [(path, place) for path in PAGES if path.name != "README.md" for place in range(len(blocks(path)))],
    ids=lambda value: name_of(value) if isinstance(value, Path) else str(value),
)
def test_python_on_the_page_runs(path: Path, place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text("Norway will be climate neutral by 2050.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code = blocks(path)[place]
    if "en_core_web_lg" in code:
        pytest.importorskip("en_core_web_lg")
    exec(compile(code, f"{name_of(path)}, block {place}", "exec"), {"__name__": "page"})


def test_every_page_is_reached_from_the_index() -> None:
    seen: set[Path] = set()
    waiting = [DOCS / "index.md"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        links = _LINK.findall(path.read_text(encoding="utf-8"))
        found = ((path.parent / link.partition("#")[0]).resolve() for link in links if ":" not in link)
        waiting += [file for file in found if file.suffix == ".md" and file.is_file()]
    assert set(DOCS.rglob("*.md")) <= seen


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_commands_on_the_page_are_commands_with_such_options(path: Path) -> None:
    for line in _COMMAND.findall(path.read_text(encoding="utf-8")):
        words = shlex.split(re.split(r" [|>] ", line)[0], comments=True)[1:]
        known = help_of(*_command_of(words))
        unknown = [word for word in words if word.startswith("--") and not re.search(rf"{word}\b", known)]
        assert unknown == [], line


def _command_of(words: list[str]) -> list[str]:
    """The words that name the command; those of a group are two, such as ``climate run``, unless it runs by itself."""
    if not words or words[0].startswith("-"):
        return []
    groups = {group.typer_instance.info.name for group in app.registered_groups if group.typer_instance}
    return words[:2] if words[0] in groups and words[1:2] != [] and not words[1].startswith("-") else words[:1]


def _anchors(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
