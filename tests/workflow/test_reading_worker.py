"""Reading in a process of its own: what becomes of it, of the document, and of the next one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from parley import workflow
from parley.documents import load_file, parse_bytes
from parley.errors import DocumentError, ReadingStopped, UnreadableDocument, UnsupportedSource, UsageError
from parley.records import Reading
from parley.terms.when import Interval
from parley.workflow import Limits, ReadingWorker
from tests.workflow.processes import is_running, wait_until

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"
STORY = EXAMPLES / "call-johnson-xi.txt"
LONG = b"Chile pledged in Lima to reach net zero by 2050, and Peru said it would follow. " * 4000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by POSIX signals here")


@pytest.fixture(scope="module")
def worker() -> Iterator[ReadingWorker]:
    with ReadingWorker() as worker:
        yield worker


def test_it_reads_as_the_reader_itself_does(worker: ReadingWorker) -> None:
    reader = workflow.make_reader()
    assert worker.name == reader.name
    paths = sorted(path for path in EXAMPLES.iterdir() if path.is_file() and path.suffix != ".csv")
    assert len(paths) >= 5
    for path in paths:
        assert worker.read(str(path), path.read_bytes()) == reader.read(load_file(path)), path


def test_the_date_that_is_known_goes_before_the_date_that_is_stated(worker: ReadingWorker) -> None:
    text = b"date 2021-08-31 Chile pledged yesterday to reach net zero by 2050."
    assert worker.read("a.txt", text).document.published == Interval.day(date(2021, 8, 31))
    given = worker.read("a.txt", text, "2021-05").document
    assert (given.published, given.published_basis) == (Interval.parse("2021-05"), "stated")
    with pytest.raises(ValueError, match="someday"):
        worker.read("a.txt", text, "someday")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", UnreadableDocument),
        (b"PK\x03\x04rest of an archive", UnsupportedSource),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, UnreadableDocument),
        (b"%PDF-1.4\ntrailer << /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF", UnreadableDocument),
        (b"<html><body>" + b"<div>" * 30_000, UnreadableDocument),
    ],
)
def test_what_cannot_be_read_is_told_as_elsewhere_and_costs_no_process(
    worker: ReadingWorker, content: bytes, kind: type[DocumentError]
) -> None:
    worker.warm()
    before = worker.pid
    with pytest.raises(kind) as here:
        parse_bytes(content, "hostile")
    with pytest.raises(kind) as there:
        worker.read("hostile", content)
    assert str(there.value) == str(here.value)
    assert worker.pid == before


def test_a_name_that_is_no_utf8_is_kept(worker: ReadingWorker) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    assert worker.read(name, STORY.read_bytes()).document.source == name
    with pytest.raises(UnreadableDocument) as caught:
        worker.read(name, b"")
    assert caught.value.source == name


def test_a_document_too_large_or_too_long_is_refused() -> None:
    with ReadingWorker(limits=Limits(bytes=1000, characters=100)) as worker:
        with pytest.raises(UnreadableDocument, match=r"^a\.txt: has 320,000 bytes, more than the 1,000 allowed"):
            worker.read("a.txt", LONG)
        with pytest.raises(UnreadableDocument, match="has 159 characters of text, more than the 100 allowed here"):
            worker.read("a.txt", LONG[:159])


def test_a_document_that_takes_too_long_ends_and_the_next_is_read() -> None:
    with ReadingWorker(limits=Limits(seconds=2)) as worker:
        worker.warm()
        first = worker.pid
        started = time.monotonic()
        with pytest.raises(ReadingStopped, match=r"^long\.txt: took longer than the 2 s allowed") as caught:
            worker.read("long.txt", LONG)
        assert caught.value.reason == "time"
        assert time.monotonic() - started < 10
        assert first is not None
        assert not is_running(first)
        assert worker.read("story.txt", STORY.read_bytes()).pledges
        assert worker.pid != first


def test_of_documents_read_together_only_the_one_too_slow_is_lost() -> None:
    documents = [
        parse_bytes(text, f"{number}.txt") for number, text in enumerate((STORY.read_bytes(), LONG, b"Chile."))
    ]
    with ReadingWorker(limits=Limits(seconds=1)) as worker:
        first, slow, last = worker.read_documents(documents)
    assert isinstance(first, Reading)
    assert isinstance(slow, ReadingStopped)
    assert isinstance(last, Reading)
    assert (slow.source, slow.reason) == ("1.txt", "time")
    assert [first.document, last.document] == [documents[0], documents[2]]


def test_the_time_is_for_the_document_and_not_for_the_model() -> None:
    with (
        ReadingWorker(limits=Limits(seconds=0.01)) as worker,
        pytest.raises(ReadingStopped, match=r"the 0\.01 s allowed") as caught,
    ):
        worker.read("long.txt", LONG)
    assert caught.value.reason == "time"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a limit of memory")
def test_a_document_that_needs_too_much_memory_ends_and_the_next_is_read() -> None:
    with ReadingWorker(limits=Limits(memory_mb=420)) as worker:
        with pytest.raises(ReadingStopped, match=r"^long\.txt: needed more than the 420 MB of memory") as caught:
            worker.read("long.txt", LONG)
        assert caught.value.reason == "memory"
        with pytest.raises(DocumentError, match=r"^bomb\.pdf"):
            worker.read("bomb.pdf", pdf_bomb(1_000_000_000))
        assert worker.read("story.txt", STORY.read_bytes()).pledges


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a limit of memory")
def test_too_little_memory_for_the_model_is_said_to_be_so() -> None:
    with ReadingWorker(limits=Limits(memory_mb=150)) as worker:
        with pytest.raises(
            ReadingStopped, match="the language model alone needs more than the 150 MB allowed"
        ) as caught:
            worker.read("story.txt", STORY.read_bytes())
        assert (caught.value.reason, caught.value.source) == ("start", "story.txt")


def pdf_bomb(size: int) -> bytes:
    """A page whose compressed content is ``size`` bytes of blanks."""
    squeezer = zlib.compressobj(9)
    chunk = b" " * 1_000_000
    content = b"".join(squeezer.compress(chunk) for _ in range(size // len(chunk))) + squeezer.flush()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(content), content),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 5\n0000000000 65535 f \n%btrailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )


def reading_long(worker: ReadingWorker, pool: ThreadPoolExecutor) -> Future[Reading]:
    """Another thread that reads the long text; returns when the process is at it."""
    worker.warm()
    future = pool.submit(worker.read, "long.txt", LONG)
    time.sleep(0.3)
    assert not future.done()
    return future


def test_a_killed_process_costs_its_document_only() -> None:
    with ThreadPoolExecutor() as pool, ReadingWorker() as worker:
        future = reading_long(worker, pool)
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(ReadingStopped, match="the process that read it was ended by SIGKILL") as caught:
            future.result(timeout=30)
        assert caught.value.reason == "died"
        assert worker.read("story.txt", STORY.read_bytes()).pledges


def test_a_process_killed_between_documents_is_not_missed(worker: ReadingWorker) -> None:
    worker.warm()
    pid = worker.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: worker.pid is None)
    assert worker.read("story.txt", STORY.read_bytes()).pledges


def test_the_present_document_can_be_cancelled_and_those_that_wait_are_read() -> None:
    with ThreadPoolExecutor() as pool, ReadingWorker() as worker:
        future = reading_long(worker, pool)
        waiting = pool.submit(worker.read, "story.txt", STORY.read_bytes())
        worker.cancel()
        with pytest.raises(ReadingStopped, match=r"long\.txt: was not read, as reading was cancelled") as caught:
            future.result(timeout=30)
        assert caught.value.reason == "cancelled"
        assert waiting.result(timeout=60).pledges
        pid = worker.pid
        worker.cancel()
        assert worker.pid == pid


def test_closing_ends_everything() -> None:
    with ThreadPoolExecutor() as pool:
        worker = ReadingWorker()
        future = reading_long(worker, pool)
        waiting = pool.submit(worker.read, "story.txt", STORY.read_bytes())
        pid = worker.pid
        worker.close()
        for cancelled in (future, waiting):
            with pytest.raises(ReadingStopped, match="cancelled"):
                cancelled.result(timeout=30)
        assert pid is not None
        assert not is_running(pid)
        with pytest.raises(ReadingStopped, match="cancelled"):
            worker.read("story.txt", STORY.read_bytes())
        worker.close()


def test_many_threads_read_by_turns(worker: ReadingWorker) -> None:
    texts = [f"Chile pledged to reach net zero by {year}.".encode() for year in range(2040, 2060)]
    with ThreadPoolExecutor(8) as pool:
        readings = list(pool.map(lambda text: worker.read("a.txt", text), texts))
    assert [reading.document.text.encode() for reading in readings] == texts
    assert all(len(reading.pledges) == 1 for reading in readings)


PARENT = """
import sys, threading, time
from parley.workflow import ReadingWorker
worker = ReadingWorker()
worker.warm()
if sys.argv[1] == "busy":
    text = b"Chile pledged in Lima to reach net zero by 2050, and Peru said it would follow. " * 4000
    threading.Thread(target=worker.read, args=("long.txt", text), daemon=True).start()
    time.sleep(0.3)
print(worker.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("state", ["idle", "busy"])
def test_the_process_dies_with_its_parent(state: str) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, state], stdout=subprocess.PIPE, text=True)
    with parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert is_running(pid)
        parent.kill()
        wait_until(lambda: not is_running(pid), seconds=10)


def test_a_model_that_is_not_installed_is_a_wrong_use() -> None:
    with ReadingWorker("no_such_model") as worker, pytest.raises(UsageError, match="'no_such_model' is not installed"):
        worker.warm()


def test_the_process_knows_no_ledger() -> None:
    program = "import sys, parley.workflow.reading_process; sys.exit('parley.ledger' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_process_may_write_no_file_and_dump_no_core(worker: ReadingWorker) -> None:
    worker.warm()
    limits = Path(f"/proc/{worker.pid}/limits").read_text().splitlines()
    hard_and_soft = {line[:26].strip(): line[26:].split()[:2] for line in limits}
    assert hard_and_soft["Max file size"] == hard_and_soft["Max core file size"] == ["0", "0"]
    assert hard_and_soft["Max address space"] == ["2000000000", "2000000000"]
    assert int(hard_and_soft["Max cpu time"][0]) < 120
