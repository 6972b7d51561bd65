"""Running the server: the first catalogue, then the pages, until it is stopped."""

from __future__ import annotations

import uvicorn

from parley.web.app import make_app
from parley.web.catalogue.keeper import Keeper
from parley.web.options import ServeOptions


def serve(options: ServeOptions) -> None:
    """Serve until interrupted. Raises LedgerError when the ledger cannot be read, OSError when the port is taken."""
    with Keeper(options) as keeper:
        config = uvicorn.Config(
            make_app(options, keeper),
            host=options.host,
            port=options.port,
            log_level="warning",
            access_log=False,
            server_header=False,
        )
        uvicorn.Server(config).run()
