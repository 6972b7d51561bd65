"""Finished answers, kept as long as the catalogue they are of: a page asked for again is not made again."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley.web.catalogue.keeper import Keeper

_MOST_BYTES = 64_000_000
_LARGEST = 4_000_000

_Answer = tuple[Message, bytes]


class KeptAnswers:
    """Keeps whole answers to GET; the least recently asked for go first. What says ``no-store`` is not kept."""

    def __init__(self, app: ASGIApp, keeper: Keeper) -> None:
        self._app, self._keeper = app, keeper
        self._stamp = ""
        self._bytes = 0
        self._answers: OrderedDict[Any, _Answer] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        stamp = self._keeper.catalogue.stamp
        if stamp != self._stamp:
            self._answers.clear()
            self._stamp, self._bytes = stamp, 0
        headers = Headers(scope=scope)
        # Who asks decides the form (Accept) and the packing (Accept-Encoding) of an answer, and nothing else.
        packed = "gzip" in headers.get("accept-encoding", "")
        key = (scope["path"], scope["query_string"], headers.get("accept", ""), packed)
        if found := self._answers.get(key):
            self._answers.move_to_end(key)
            await send(found[0])
            await send({"type": "http.response.body", "body": found[1]})
            return
        await self._app(scope, receive, _Recorder(self, key, stamp, send))

    def keep(self, key: Any, stamp: str, start: Message, body: bytes) -> None:
        """Keep an answer that was of the catalogue with this stamp."""
        if stamp != self._stamp or len(body) > _LARGEST or key in self._answers:
            return
        self._answers[key] = (start, body)
        self._bytes += len(body)
        while self._bytes > _MOST_BYTES:
            _, (_, oldest) = self._answers.popitem(last=False)
            self._bytes -= len(oldest)


class _Recorder:
    """Passes an answer on and keeps it where that is right."""

    def __init__(self, kept: KeptAnswers, key: Any, stamp: str, send: Send) -> None:
        self._kept, self._key, self._stamp, self._send = kept, key, stamp, send
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            no_store = "no-store" in MutableHeaders(scope=message).get("cache-control", "")
            # The headers are copied: what stands outside adds its own to the message.
            copied = {**message, "headers": list(message["headers"])}
            self._start = copied if message["status"] == 200 and not no_store else None
        elif self._start is not None and not message.get("more_body", False):
            self._kept.keep(self._key, self._stamp, self._start, bytes(message.get("body", b"")))
        else:
            self._start = None
        await self._send(message)
