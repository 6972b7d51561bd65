"""What stands before every page: whose requests are answered, how large they may be, and what a browser may do.

Nothing is inline: scripts, styles and pictures come from this server only, and a page talks to no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from hmac import compare_digest
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Header, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley.web.options import ServeOptions

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_SAFE = ("GET", "HEAD", "OPTIONS")
_SMALL_BODY = 200_000
_UPLOADS = "/read"


class Guard:
    """Refuses foreign hosts and origins and bodies that are too large; adds the headers to every answer."""

    def __init__(self, app: ASGIApp, options: ServeOptions) -> None:
        self._app, self._options = app, options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal:
            status, words = refusal
            await _refuse(send_guarded, status, words)
            return
        most = self._most(scope["path"])
        taken = 0

        async def receive_limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(413, f"more than {most} bytes were sent; send less at a time")
            return message

        await self._app(scope, receive_limited, send_guarded)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Why a request is not answered, with the status to say so; None when it is."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not (self._options.any_host or host in self._options.hosts):
            return 421, f"this server does not answer for the host {host[:80]!r}"
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most(scope["path"]):
            return 413, f"a request of {length[:20]} bytes is too large here; send less at a time"
        if scope["method"] in _SAFE:
            return None
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != host:
            return 403, "changes are taken from this server's own pages only"
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "changes are taken from this server's own pages only"
        return None

    def _most(self, path: str) -> int:
        return self._options.limits.all_bytes + _SMALL_BODY if path.startswith(_UPLOADS) else _SMALL_BODY


async def check_token(request: Request, x_parley_token: Annotated[str | None, Header()] = None) -> None:
    """A dependency of everything that changes something: the token of our pages, in the form or in a header."""
    options: ServeOptions = request.app.state.options
    given = x_parley_token
    if given is None:
        found = (await request.form()).get("token")
        given = found if isinstance(found, str) else ""
    if not compare_digest(given.encode(), options.token.encode()):
        raise HTTPException(403, "the form is of another run of the server; load the page again and send it once more")


async def check_edit(request: Request) -> None:
    """A dependency of what only a server started with ``--edit`` does."""
    options: ServeOptions = request.app.state.options
    if not options.edit:
        raise HTTPException(403, "this server only shows the ledger; to change it, start it with: parley serve --edit")


async def _refuse(send: Send, status: int, words: str) -> None:
    body = words.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
