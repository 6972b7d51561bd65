"""Finished answers, kept as long as the catalogue they are of: a page asked for again is not made or sent again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley.web.catalogue.catalogue import Catalogue
from parley.web.catalogue.keeper import Keeper

_MOST_BYTES = 64_000_000
_LARGEST = 4_000_000
_OVERHEAD = 1_000
"""What an answer costs beside its body, at the most: headers and the objects that hold it."""

_Key = tuple[str, str, bytes, str, bool]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A whole answer with status 200; ``tag`` is its ETag."""

    start: Message
    body: bytes
    tag: str

    @classmethod
    def of(cls, start: Message, body: bytes) -> _Answer:
        """The answer with what lets a browser ask whether it has changed."""
        tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
        named = {**start, "headers": list(start["headers"])}
        headers = MutableHeaders(scope=named)
        headers["ETag"] = tag
        headers.setdefault("Cache-Control", "no-cache")
        return cls(named, body, tag)

    async def send(self, known: str | None, send: Send) -> None:
        """Send it, or that it is what the client has ``known`` by its If-None-Match."""
        if known is None or self.tag not in (one.strip().removeprefix("W/") for one in known.split(",")):
            await send(self.start)
            await send({"type": "http.response.body", "body": self.body})
            return
        left_out = (b"content-length", b"content-type", b"content-encoding")
        headers = [pair for pair in self.start["headers"] if pair[0].lower() not in left_out]
        await send({**self.start, "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


class KeptAnswers:
    """Keeps whole answers to GET; the least recently asked for go first. What says ``no-store`` is not kept."""

    def __init__(self, app: ASGIApp, keeper: Keeper) -> None:
        self._app, self._keeper = app, keeper
        self._of: Catalogue | None = None
        self._bytes = 0
        self._answers: OrderedDict[_Key, _Answer] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        catalogue = self._keeper.catalogue
        if catalogue is not self._of:
            self._answers.clear()
            self._of, self._bytes = catalogue, 0
        headers = Headers(scope=scope)
        known = headers.get("if-none-match")
        # Who asks decides the form (Accept), the packing (Accept-Encoding) and the name (Host), nothing else.
        packed = "gzip" in headers.get("accept-encoding", "")
        key = (headers.get("host", ""), scope["path"], scope["query_string"], headers.get("accept", ""), packed)
        if found := self._answers.get(key):
            self._answers.move_to_end(key)
            await found.send(known, send)
            return
        await self._app(scope, receive, _Recorder(self, key, catalogue, known, send))

    def keep(self, key: _Key, catalogue: Catalogue, answer: _Answer) -> None:
        """Keep an answer that was of this catalogue."""
        if catalogue is not self._of or key in self._answers:
            return
        self._answers[key] = answer
        self._bytes += _cost(key, answer)
        while self._bytes > _MOST_BYTES:
            self._bytes -= _cost(*self._answers.popitem(last=False))


class _Recorder:
    """Passes an answer on; keeps it where that is right."""

    def __init__(self, kept: KeptAnswers, key: _Key, catalogue: Catalogue, known: str | None, send: Send) -> None:
        self._kept, self._key, self._catalogue, self._known, self._send = kept, key, catalogue, known, send
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _may_be_kept(message):
            self._start = message
            return
        start, self._start = self._start, None
        if start is not None:
            if message["type"] == "http.response.body" and not message.get("more_body", False):
                body = bytes(message.get("body", b""))
                if len(body) <= _LARGEST:
                    answer = _Answer.of(start, body)
                    self._kept.keep(self._key, self._catalogue, answer)
                    await answer.send(self._known, self._send)
                    return
            await self._send(start)
        await self._send(message)


def _may_be_kept(start: Message) -> bool:
    return start["status"] == 200 and "no-store" not in Headers(raw=start["headers"]).get("cache-control", "")


def _cost(key: _Key, answer: _Answer) -> int:
    host, path, query, accepted, _ = key
    return len(answer.body) + len(host) + len(path) + len(query) + len(accepted) + _OVERHEAD
