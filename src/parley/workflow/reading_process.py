"""The process that reads documents for another one: told what to read on standard input, answering on standard output.

It is started by ``reading_worker``. It knows of no ledger, writes no file, and ends when its input does, which is when
the process that started it is gone.
"""

from __future__ import annotations

import contextlib
import errno
import math
import os
import sys
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from parley.documents import parse_bytes
from parley.errors import DocumentError, UnreadableDocument, UsageError
from parley.records import Document, Reading
from parley.workflow.frames import receive, send
from parley.workflow.reading import Reads, fault, make_reader, read_each
from parley.workflow.reading_messages import Answer, Order, Setup, Trouble

MOST_ORDERED = 1_000_000_000
# A process whose parent was killed while it reads in an endless loop is ended by the kernel, this much after its time.
_SECONDS_OF_GRACE = 5
_NO_MEMORY_WORDS = ("failed to map segment", "cannot allocate memory")


def main() -> None:
    """Read what is ordered until there are no more orders."""
    answers, orders = own_output(), sys.stdin.buffer
    setup = Setup.model_validate_json(receive(orders, MOST_ORDERED))
    limit_process(setup.memory_mb)
    waiting: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=take_orders, args=(orders, waiting), daemon=True).start()
    for answer in _answers(setup, waiting):
        send(answers, answer.model_dump_json().encode())


def _answers(setup: Setup, waiting: SimpleQueue[bytes]) -> Iterator[Answer]:
    """Ends after want of memory, as little can be trusted then."""
    try:
        reader = make_reader(setup.model)
        yield Answer(reader=reader.name)
        while True:
            order = Order.model_validate_json(waiting.get())
            _limit_time(setup.seconds)
            if order.documents:
                results: Iterable[Reading | DocumentError] = read_each(order.documents, reader)
            else:
                results = [_read_file(order, waiting.get(), reader, setup.characters)]
            yield from map(_answer, results)
    except Exception as error:
        if _is_want_of_memory(error):
            yield Answer(trouble=Trouble(kind="memory", problem="too little memory"))
        elif isinstance(error, UsageError):
            yield Answer(trouble=Trouble(kind="model", problem=str(error)))
        else:
            raise


def _answer(result: Reading | DocumentError) -> Answer:
    if not isinstance(result, DocumentError):
        return Answer(reading=result)
    if _is_want_of_memory(result):
        raise result
    return Answer(trouble=Trouble.of(result))


def _read_file(order: Order, content: bytes, reader: Reads, most_characters: int | None) -> Reading | DocumentError:
    try:
        document = parse_bytes(content, order.source, published=order.published)
        _check_length(document, most_characters)
        return reader.read(document)
    except DocumentError as error:
        return error
    except Exception as error:
        return fault(order.source, error)


def _check_length(document: Document, most: int | None) -> None:
    if most is not None and len(document.text) > most:
        problem = f"has {len(document.text):,} characters of text, more than the {most:,} allowed here"
        raise UnreadableDocument(document.source, problem, "split it into parts")


def _is_want_of_memory(error: BaseException | None) -> bool:
    """Whether too little memory is at the bottom of an error, which libraries often tell in words of their own."""
    while error is not None:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        if isinstance(error, ImportError) and any(words in str(error).lower() for words in _NO_MEMORY_WORDS):
            return True
        error = error.__cause__ or error.__context__
    return False


def own_output() -> BinaryIO:
    """Standard output for our answers alone: whatever a library prints goes nowhere."""
    sys.stdout.flush()
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def take_orders(orders: BinaryIO, waiting: SimpleQueue[bytes]) -> None:
    """Beside the reading, so that the end of the orders ends the process in the middle of a document, too."""
    try:
        while True:
            waiting.put(receive(orders, MOST_ORDERED))
    finally:
        os._exit(0)


def limit_process(memory_mb: int | None) -> None:
    """No files to write, no core dumps, and no more memory than allowed; macOS does not heed the last."""
    sys.dont_write_bytecode = True
    if sys.platform == "win32":
        return
    import resource

    limits = {resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}
    if memory_mb is not None:
        limits[resource.RLIMIT_AS] = memory_mb * 1_000_000
    for kind, most in limits.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _limit_time(seconds: float | None) -> None:
    """The parent keeps the time; this is for when there is none any more."""
    if sys.platform == "win32" or seconds is None:
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime + seconds) + _SECONDS_OF_GRACE
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))
