"""Reading in several processes: what is kept does not tell how many there were, nor in what order documents came."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.made_up.corpus import make_up
from parley import workflow
from parley.errors import DocumentError, UsageError
from parley.ledger import Ledger
from parley.records import Document
from parley.workflow import ReadingPool, Reads
from parley.workflow.reading import ReadsApart
from tests.workflow.processes import is_running, wait_until

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"
MADE_UP = 24

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by POSIX signals here")


@dataclass(frozen=True)
class Kept:
    """A ledger's canonical export and canonical linked view, in bytes."""

    export: bytes
    links: bytes


def kept(folder: Path, reader: Reads | ReadsApart, *batches: Iterable[Document]) -> Kept:
    """What is in a new ledger after batches of documents, each read by a call of its own."""
    folder.mkdir(exist_ok=True)
    with Ledger(folder / f"{len(list(folder.iterdir()))}.db") as ledger:
        for batch in batches:
            documents = list(batch)
            outcome = workflow.read(documents, ledger, reader)
            assert outcome.errors == ()
            assert [taken.document for taken in outcome.taken] == documents
        export = "\n".join(ledger.export()).encode()
        return Kept(export, workflow.view(ledger).links.model_dump_json().encode())


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    """The examples and a part of the made-up press, whose first documents speak of the same events."""
    folder = tmp_path_factory.mktemp("press")
    for name, text in sorted(make_up(7).texts.items())[:MADE_UP]:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    found = [each for each in workflow.ingest([EXAMPLES, folder]) if isinstance(each, Document)]
    assert len(found) > MADE_UP + 10
    return found


@pytest.fixture(scope="module")
def alone(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """What one reader in this very process keeps of them."""
    found = kept(tmp_path_factory.mktemp("alone"), workflow.make_reader(), documents)
    assert found.export.count(b'"kind":"engagement"') + found.export.count(b'"kind": "engagement"') > MADE_UP
    assert len(found.links) > 10_000
    return found


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    """Two processes for small batches, so that the quicker one is often ahead."""
    with ReadingPool(2, batch=3, patience=1) as pool:
        yield pool


def test_eight_processes_keep_the_same_bytes_as_none(documents: list[Document], alone: Kept, tmp_path: Path) -> None:
    with ReadingPool(8, batch=1, patience=1) as pool:
        assert kept(tmp_path, pool, documents) == alone
        assert len(pool.pids) == 8


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_documents_may_come_in_any_order_and_any_batches(
    documents: list[Document], alone: Kept, pool: ReadingPool, tmp_path: Path, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(documents))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=4)))
    batches = [order[start:end] for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True)]
    assert kept(tmp_path / "any", pool, *batches) == alone


def test_documents_may_come_one_by_one(
    documents: list[Document], alone: Kept, pool: ReadingPool, tmp_path: Path
) -> None:
    assert kept(tmp_path, pool, *([document] for document in reversed(documents))) == alone


def test_a_document_that_fails_costs_only_itself(documents: list[Document], pool: ReadingPool, tmp_path: Path) -> None:
    too_long = Document.of_text("word " * 250_000, "0" * 64, source="too-long.txt")
    missing = DocumentError("missing.txt", "is not there")
    with Ledger(tmp_path / "parley.db") as ledger:
        found: list[Document | DocumentError] = [*documents[:4], too_long, documents[4], missing, *documents[5:9]]
        told: list[str] = []
        outcome = workflow.read(found, ledger, pool, told.append)
    assert [taken.document for taken in outcome.taken] == documents[:9]
    assert sorted(error.source for error in outcome.errors) == ["missing.txt", "too-long.txt"]
    assert sorted(told) == sorted([document.source for document in documents[:9]] + ["missing.txt", "too-long.txt"])


@posix_only
def test_a_process_that_is_killed_costs_no_document(
    documents: list[Document], alone: Kept, pool: ReadingPool, tmp_path: Path
) -> None:
    victim = next(iter(pool.pids))
    killer = Timer(0.2, os.kill, (victim, signal.SIGKILL))
    killer.start()
    assert kept(tmp_path, pool, documents) == alone
    killer.join()
    wait_until(lambda: not is_running(victim))


def test_few_documents_are_read_by_one_process(documents: list[Document], tmp_path: Path) -> None:
    with ReadingPool(8) as pool, Ledger(tmp_path / "parley.db") as ledger:
        assert len(workflow.read(documents, ledger, pool).taken) == len(documents)
        assert len(pool.pids) == 1
        pids = pool.pids
    assert not any(is_running(pid) for pid in pids)


def test_one_worker_needs_no_process() -> None:
    with workflow.opened_reader(None, 1) as reader:
        assert not isinstance(reader, ReadingPool)
    with workflow.opened_reader(None, 2) as several:
        assert isinstance(several, ReadingPool)
        assert several.name == reader.name


def test_a_model_that_is_not_installed_is_a_wrong_use(tmp_path: Path) -> None:
    with (
        Ledger(tmp_path / "parley.db") as ledger,
        ReadingPool(2, "no_such_model") as pool,
        pytest.raises(UsageError, match="'no_such_model' is not installed"),
    ):
        workflow.read([Document.of_text("Chile.", "0" * 64)], ledger, pool)


def children_of(pid: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = status.read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        found += [int(status.parent.name)] if int(parent) == pid else []
    return found


def sources_in(path: Path) -> list[str]:
    with Ledger(path, read_only=True) as ledger:
        return [document.source for document in ledger.documents()]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_an_interrupt_ends_all_processes_and_keeps_what_was_read(tmp_path: Path) -> None:
    press = tmp_path / "press"
    press.mkdir()
    for name, text in make_up(7).texts.items():
        (press / f"{name}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", "from parley.cli.main import main; main()", "read", "press", "--workers", "2"]
    program = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with program:
        wait_until(lambda: len(children_of(program.pid)) == 2)
        children = children_of(program.pid)
        wait_until(lambda: len(sources_in(tmp_path / "parley.db")) > 5)
        program.send_signal(signal.SIGINT)
        _, complaints = program.communicate(timeout=30)
    assert program.returncode == 130
    assert complaints == "parley: interrupted; what was read until now is kept, and reading goes on there next time\n"
    assert not any(is_running(child) for child in children)
    sources = sources_in(tmp_path / "parley.db")
    expected = sorted(str(Path("press", path.name)) for path in press.iterdir())
    assert 0 < len(sources) < len(expected)
    assert sorted(sources) == expected[: len(sources)]
