"""Styles, scripts and the mark of Parley, from the package."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable

from fastapi import FastAPI
from fastapi.responses import Response
from starlette.exceptions import HTTPException

_KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
}


def add_statics(app: FastAPI) -> None:
    """Serve every file of ``static``, read once, and the colours that pages share with the briefing."""
    sources = [*(resources.files("parley.web") / "static").iterdir(), _tokens()]
    files = {
        file.name: (file.read_bytes(), kind) for file in sources if (kind := _KINDS.get(file.name.rpartition(".")[2]))
    }

    @app.get("/static/{name}", include_in_schema=False)
    async def static(name: str) -> Response:
        if name not in files:
            raise HTTPException(404, f"there is no file {name}")
        content, kind = files[name]
        return Response(content, media_type=kind)


def _tokens() -> Traversable:
    return resources.files("parley.briefing") / "templates" / "tokens.css"
