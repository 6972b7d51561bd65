"""What stands before every page: whose requests are answered, how large they may be, and what a browser may do.

Nothing is inline: scripts, styles and pictures come from this server only, and a page talks to no other.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Mapping
from hmac import compare_digest
from typing import Annotated

from fastapi import Header, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley.web.hosts import Hosts
from parley.web.options import ServeOptions
from parley.web.problems import fault_response, problem_json, problem_response

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Not "no-referrer": with that a browser sends forms of our own pages with an Origin of null.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_SAFE = ("GET", "HEAD", "OPTIONS")
_OWN = ("same-origin", "none")
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://(.+)", re.IGNORECASE)
_UPLOADS = "/read"
_SMALL_BODY = 200_000
_LONGEST_QUERY = 8_000
_BODY_SECONDS = 60.0
_UPLOAD_SECONDS = 600.0
_FOREIGN = "changes are taken from this server's own pages only"

_log = logging.getLogger("parley.web")


class Guard:
    """Refuses foreign hosts and origins and bodies that are too large or too slow; adds the headers to every answer.

    It stands outermost, so that what goes wrong further in is answered with these headers, too. HEAD is answered as GET
    without its body.
    """

    def __init__(self, app: ASGIApp, options: ServeOptions) -> None:
        self._app, self._options, self._hosts = app, options, Hosts(options.host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        guarded = _GuardedSend(send, without_body=scope["method"] == "HEAD")
        request = Request(scope)
        headers = request.headers
        if len(headers.getlist("host")) != 1 or not self._hosts.allow(headers["host"]):
            # Whoever asks under a name of their own is told nothing of this ledger, not even its name.
            words = f"this server does not answer for the host {headers.get('host', '')[:80]!r}; ask for it by its own"
            await problem_json(421, words)(scope, receive, guarded)
            return
        if refusal := self._refusal(scope, headers):
            answer = problem_response(request, *refusal)
            answer.headers["Connection"] = "close"
            await answer(scope, receive, guarded)
            return
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        limited = _LimitedReceive(receive, guarded, self._most(scope["path"]), _seconds(scope["path"]))
        try:
            await self._app(inner, limited, guarded)
        except ClientDisconnect:
            return
        except Exception as error:
            _log.error("%s at %s", type(error).__name__, ascii(scope["path"]), exc_info=error)
            if guarded.started:
                raise
            await fault_response(request, error)(scope, receive, guarded)

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        """Why a request is not answered, with the status to say so; None when it is."""
        if len(scope["query_string"]) > _LONGEST_QUERY:
            return 414, f"an address may have {_LONGEST_QUERY} characters after its question mark, not more"
        length = headers.get("content-length", "0")
        if not re.fullmatch("[0-9]{1,15}", length) or int(length) > self._most(scope["path"]):
            return 413, f"a request of {length[:20]} bytes is too large here; send less at a time"
        site = headers.get("sec-fetch-site", "none")
        if scope["method"] in _SAFE:
            # Following a link from elsewhere is welcome; being loaded into a foreign page is not.
            visiting = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
            return None if site in _OWN or visiting else (403, "these pages cannot be loaded into those of others")
        if site not in _OWN or not _same_origin(headers):
            return 403, _FOREIGN
        return None

    def _most(self, path: str) -> int:
        return self._options.limits.all_bytes + _SMALL_BODY if path.startswith(_UPLOADS) else _SMALL_BODY


class _GuardedSend:
    """Sends with the headers of every answer, and knows whether one has begun."""

    def __init__(self, send: Send, without_body: bool) -> None:
        self._send, self._without_body = send, without_body
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            message = {**message, "headers": list(message["headers"])}
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        elif self._without_body:
            message = {**message, "body": b""}
        await self._send(message)


class _LimitedReceive:
    """Receives a body of at most so many bytes in at most so many seconds."""

    def __init__(self, receive: Receive, sent: _GuardedSend, most: int, seconds: float) -> None:
        self._receive, self._sent, self._most, self._seconds = receive, sent, most, seconds
        self._taken = 0
        self._until: float | None = None
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()
        now = asyncio.get_running_loop().time()
        self._until = now + self._seconds if self._until is None else self._until
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, self._until - now))
        except TimeoutError:
            return self._stop(408, f"the request took longer than {self._seconds:g} seconds to arrive; send it again")
        self._taken += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._taken > self._most:
            return self._stop(413, f"more than {self._most} bytes were sent; send less at a time")
        return message

    def _stop(self, status: int, words: str) -> Message:
        self._whole = True
        if self._sent.started:
            return {"type": "http.disconnect"}
        raise HTTPException(status, words, {"Connection": "close"})


async def check_token(request: Request, x_parley_token: Annotated[str | None, Header()] = None) -> AsyncIterator[None]:
    """A dependency of everything that changes something: the token of our pages, in the form or in a header."""
    options: ServeOptions = request.app.state.options
    given = x_parley_token
    try:
        if given is None:
            found = (await request.form()).get("token")
            given = found if isinstance(found, str) else ""
        if not compare_digest(given.encode(errors="replace"), options.token.encode()):
            words = "the form is of another run of the server; load the page again and send it once more"
            raise HTTPException(403, words)
        yield
    finally:
        # Files that were sent are let go, whether they were welcome or not.
        await request.close()


async def check_edit(request: Request) -> None:
    """A dependency of what only a server started with ``--edit`` does."""
    options: ServeOptions = request.app.state.options
    if not options.edit:
        raise HTTPException(403, "this server only shows the ledger; to change it, start it with: parley serve --edit")


def _same_origin(headers: Headers) -> bool:
    """Whether what asks for a change is a page of this server, or no page."""
    origin = headers.get("origin")
    if origin is None:
        return True
    found = _ORIGIN.fullmatch(origin)
    return found is not None and found[1].lower() == headers["host"].lower()


def _seconds(path: str) -> float:
    return _UPLOAD_SECONDS if path.startswith(_UPLOADS) else _BODY_SECONDS
