"""How a server was started."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What documents given to the reading room may cost: bytes of one and of all, how many, seconds and memory each."""

    file_bytes: int = 20_000_000
    all_bytes: int = 60_000_000
    files: int = 50
    seconds: float = 120.0
    memory_mb: int = 2_500


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What the server serves and to whom.

    ``edit`` allows judgements and keeping documents; ``author`` is who judges then. ``token`` is what every form
    carries, so that only our own pages can change anything. ``model`` is the spaCy model to read with.
    """

    ledger: Path
    host: str = "127.0.0.1"
    port: int = 8350
    edit: bool = False
    author: str = ""
    model: str | None = None
    busy_seconds: float = 30.0
    limits: ReadingLimits = ReadingLimits()
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
