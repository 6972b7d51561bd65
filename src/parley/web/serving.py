"""Running the server: the port, the first catalogue, then the pages, until it is stopped."""

from __future__ import annotations

import contextlib
import gc
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

import uvicorn

from parley.errors import UsageError
from parley.ledger import Ledger
from parley.web.answering import load_templates
from parley.web.app import make_app
from parley.web.catalogue.keeper import Keeper
from parley.web.catalogue.maker import Tell
from parley.web.options import ServeOptions
from parley.web.outlook_runs import warm

_SWITCH_SECONDS = 0.001
_GOODBYE_SECONDS = 3
"""How long answers that have begun may take when the server is stopped."""


def serve(options: ServeOptions, tell: Tell, ready: Callable[[], None]) -> None:
    """Serve until interrupted; ``ready`` is called when the first page can be asked for.

    ``tell`` is given words on how far the preparing is. Raises UsageError when the port cannot be had, LedgerError when
    the ledger cannot be read (with ``edit`` a missing one is made), KeyboardInterrupt or SystemExit when it is stopped.
    """
    with contextlib.ExitStack() as stack:
        sockets = listen(options.host, options.port)
        for listening in sockets:
            stack.callback(listening.close)
        Ledger(options.ledger, read_only=not options.edit, busy_seconds=options.busy_seconds).close()
        stack.enter_context(_ended_by_signals())
        # The first catalogue is made by another process: this one has time for what would hold up pages later.
        threading.Thread(target=_load, name="loading", daemon=True).start()
        keeper = Keeper(options)
        keeper.start(tell)
        stack.callback(keeper.close)
        _Server(options, keeper, ready).run(sockets)


def _load() -> None:
    """Templates and the climate ensemble; and threads that compute give way to answers ever so often."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    load_templates()
    warm()


def listen(host: str, port: int) -> list[socket.socket]:
    """Sockets that listen on a port of all addresses of a host. Raises UsageError."""
    found: list[socket.socket] = []
    try:
        places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, place in dict.fromkeys((family, place) for family, _, _, _, place in places):
            listening = socket.socket(family, socket.SOCK_STREAM)
            found.append(listening)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            listening.bind(place)
            listening.listen()
    except (OSError, UnicodeError) as error:
        for listening in found:
            listening.close()
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        problem = f"{host} port {port} cannot be listened on: {why[:1].lower()}{why[1:]}"
        raise UsageError(f"{problem}; choose another --port or --host") from error
    return found


class _Server(uvicorn.Server):
    """Calls ``ready`` when it answers."""

    def __init__(self, options: ServeOptions, keeper: Keeper, ready: Callable[[], None]) -> None:
        config = uvicorn.Config(
            make_app(options, keeper),
            log_config=None,
            access_log=False,
            ws="none",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=_GOODBYE_SECONDS,
        )
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        # What is loaded by now stays. Looking through it for garbage would hold up pages for a fifth of a second.
        gc.collect()
        gc.freeze()
        if self.started:
            self._ready()


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """What ends a process from outside ends it in order, so that no file and no process is left."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
