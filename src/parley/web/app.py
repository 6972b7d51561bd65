"""The application: guard, pages, API, files of our own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware

from parley.version import __version__
from parley.web.catalogue.keeper import Keeper
from parley.web.description import ABOUT, describe, operation_id
from parley.web.guard import Guard
from parley.web.kept import KeptAnswers
from parley.web.options import ServeOptions
from parley.web.problems import add_problem_handlers
from parley.web.reading_room import ReadingRoom
from parley.web.routes import ROUTERS
from parley.web.statics import add_statics


def make_app(options: ServeOptions, keeper: Keeper) -> FastAPI:
    """The application for a started ``keeper``."""
    app = FastAPI(
        title="Parley",
        version=__version__,
        description=ABOUT,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=operation_id,
        lifespan=_closing,
    )
    app.state.options = options
    app.state.keeper = keeper
    app.state.room = ReadingRoom(options)
    add_problem_handlers(app)
    add_statics(app)
    for router in ROUTERS:
        app.include_router(router)
    app.openapi = partial(describe, app)  # type: ignore[method-assign]
    # The last added is the first asked.
    app.add_middleware(GZipMiddleware, minimum_size=800, compresslevel=5)
    app.add_middleware(KeptAnswers, keeper=keeper)
    app.add_middleware(Guard, options=options)
    return app


@asynccontextmanager
async def _closing(app: FastAPI) -> AsyncIterator[None]:
    """When the server stops, what reads for it stops, too."""
    yield
    await run_in_threadpool(app.state.room.close)
