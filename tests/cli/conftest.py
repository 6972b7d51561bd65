from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from parley.cli.main import app
from parley.ledger import Ledger
from parley.records import Document, Reading
from tests.ledger.making import SENTENCES, make_reading, make_story

Run = Callable[..., Result]
RunProcess = Callable[..., subprocess.CompletedProcess[str]]


class StoryReader:
    """Knows by heart what is in a story, and finds nothing in any other document."""

    def __init__(self, name: str = "story-reader/1", leave_out: tuple[str, ...] = ()) -> None:
        self.name, self.leave_out = name, leave_out

    def read(self, document: Document) -> Reading:
        if "crash" in document.text:
            raise ZeroDivisionError("division by zero")
        if all(sentence in document.text for sentence in SENTENCES):
            return make_reading(document, self.name, self.leave_out)
        return Reading(document=document, reader=self.name)

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        return map(self.read, documents)


@pytest.fixture
def use_reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[StoryReader], None]:
    def use(reader: StoryReader) -> None:
        monkeypatch.setattr("parley.workflow.make_reader", lambda model=None: reader)

    use(StoryReader())
    return use


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    """A ledger of two stories."""
    path = tmp_path / "stories.db"
    with Ledger(path) as ledger:
        for number in (1, 2):
            ledger.add(make_reading(make_story(number)))
    return path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    for name in [name for name in os.environ if name.startswith("PARLEY_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "figures"))
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def run_process(tmp_path: Path) -> RunProcess:
    """Run a command as the shell does."""

    def run(*arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from parley.cli.main import main; main()", *map(str, arguments)]
        environment = {"PATH": os.environ["PATH"], "COLUMNS": "200", **settings}
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, encoding="utf-8")

    return run


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with two stories as text files."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.txt").write_text(make_story(number).text, encoding="utf-8")
    return folder
