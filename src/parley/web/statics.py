"""Styles, scripts and the mark of Parley, from the package."""

from __future__ import annotations

from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


def add_statics(app: FastAPI) -> None:
    """Serve every file of ``static``, read once, and the colours that pages share with the briefing."""
    sources = [*(resources.files("parley.web") / "static").iterdir(), _tokens()]
    files = {file.name: file.read_bytes() for file in sources}
    tags = {name: f'"{sha256(content).hexdigest()[:20]}"' for name, content in files.items()}

    @app.get("/static/{name}", include_in_schema=False)
    async def static(name: str, request: Request) -> Response:
        if name not in files:
            raise HTTPException(404, f"there is no file {name}")
        headers = {"ETag": tags[name], "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == tags[name]:
            return Response(status_code=304, headers=headers)
        return Response(files[name], headers=headers, media_type=_KINDS[f".{name.rpartition('.')[2]}"])


def _tokens() -> Traversable:
    return resources.files("parley.briefing") / "templates" / "tokens.css"
