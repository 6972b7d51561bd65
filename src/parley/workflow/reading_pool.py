"""Reading in several processes at once; what comes out does not tell how many there were."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Self

from parley.errors import DocumentError, ReadingStopped
from parley.records import Document, Reading
from parley.workflow.reading import Reads, ReadsApart
from parley.workflow.reading_worker import NO_LIMITS, ReadingWorker

# A batch is what the language model reads together. A process takes about as long to start as for four of them.
_BATCH_DOCUMENTS = 16
_BATCH_CHARACTERS = 80_000
_BATCHES_WORTH_A_PROCESS = 4

_Results = list[Reading | DocumentError]
_Task = tuple[list[Document], "Future[_Results]"]


class ReadingPool:
    """Reads documents in up to ``workers`` processes, each with a model of its own, and gives them out in their order.

    There is one process at first, and another whenever ``patience`` batches wait for each that is at work: few
    documents are read sooner by one. A process that dies costs the document that it died of. No limits are set, so
    that the same is read as without processes.

        with ReadingPool(4) as pool:
            outcome = workflow.read(workflow.ingest(["articles"]), ledger, pool)
    """

    def __init__(
        self,
        workers: int,
        model: str | None = None,
        batch: int = _BATCH_DOCUMENTS,
        patience: int = _BATCHES_WORTH_A_PROCESS,
    ) -> None:
        self._most, self._batch, self._patience = max(1, workers), batch, patience
        self._model = model
        self._first = ReadingWorker(model, NO_LIMITS)
        self._workers: list[ReadingWorker] = []
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The name of the reader, for which one process is started.

        Raises UsageError when the model is not installed, and ReadingStopped when there can be no process.
        """
        return self._first.name

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of the processes at work."""
        workers = self._workers or [self._first]
        return tuple(worker.pid for worker in workers if worker.pid is not None)

    def read_each(self, documents: Iterable[Document]) -> Iterator[Reading | DocumentError]:
        """The reading of each document or the error it met with, in their order; taken only as far as needed."""
        waiting: deque[Future[_Results]] = deque()
        for batch in self._batches(documents):
            waiting.append(self._handed_out(batch, len(waiting)))
            while waiting and (waiting[0].done() or len(waiting) > self._patience * self._most):
                yield from map(self._of_one_reader, waiting.popleft().result())
        while waiting:
            yield from map(self._of_one_reader, waiting.popleft().result())

    def close(self) -> None:
        """End all processes; what is being read ends with an error."""
        for _ in self._workers:
            self._tasks.put(None)
        for worker in self._workers or [self._first]:
            worker.close()

    def _of_one_reader(self, result: Reading | DocumentError) -> Reading | DocumentError:
        """An error where Parley was upgraded meanwhile, and a process that was started later reads by other rules."""
        if isinstance(result, DocumentError) or result.reader == self.name:
            return result
        problem = "could not be read: Parley was changed while it was reading"
        return ReadingStopped(result.document.source, problem, "read it again", "start")

    def _batches(self, documents: Iterable[Document]) -> Iterator[list[Document]]:
        batch: list[Document] = []
        for document in documents:
            batch.append(document)
            if len(batch) >= self._batch or sum(len(each.text) for each in batch) >= _BATCH_CHARACTERS:
                yield batch
                batch = []
        if batch:
            yield batch

    def _handed_out(self, batch: list[Document], waiting: int) -> Future[_Results]:
        at_work = len(self._workers)
        if at_work < self._most and waiting >= self._patience * at_work:
            worker = ReadingWorker(self._model, NO_LIMITS) if self._workers else self._first
            self._workers.append(worker)
            Thread(target=_work, args=(worker, self._tasks), daemon=True).start()
        future: Future[_Results] = Future()
        self._tasks.put((batch, future))
        return future


def _work(worker: ReadingWorker, tasks: SimpleQueue[_Task | None]) -> None:
    while (task := tasks.get()) is not None:
        batch, future = task
        try:
            future.set_result(worker.read_documents(batch))
        except Exception as error:
            future.set_exception(error)


@contextmanager
def opened_reader(model: str | None = None, workers: int = 1) -> Iterator[Reads | ReadsApart]:
    """A reader to hand to ``read``: in this process, or with more than one worker in as many as are worth it.

    Raises UsageError when the model is not installed.
    """
    if workers > 1:
        with ReadingPool(workers, model) as pool:
            yield pool
        return
    # Looked up late, as tests and users of the package put another one in its place.
    from parley import workflow

    yield workflow.make_reader(model)
