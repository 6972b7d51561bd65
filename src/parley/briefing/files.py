"""The three files of a briefing, each written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from parley.briefing.build import build_view
from parley.briefing.markdown import render_markdown
from parley.briefing.page import render_html
from parley.briefing.plain import render_json
from parley.checking.checked import CheckedClaim
from parley.records import Links, Reading

if TYPE_CHECKING:
    from parley.climate.ensemble import Ensemble


class BriefingPaths(NamedTuple):
    """Where a briefing was written."""

    html: Path
    markdown: Path
    json: Path


def write_briefing(
    readings: Sequence[Reading],
    links: Links,
    folder: Path,
    checks: Mapping[str, CheckedClaim] = MappingProxyType({}),
    ensemble: Ensemble | None = None,
) -> BriefingPaths:
    """Write ``briefing.html``, ``.md`` and ``.json`` into ``folder``, which is made where it is missing.

    ``checks`` holds what checking says of reports, by their ids; without an ``ensemble`` there is no outlook.
    All three are made before the first is written, and each replaces an older one in a single step.
    Raises UngroundedRecord when a quote is not in its document, OSError when ``folder`` cannot be written to.
    """
    view = build_view(readings, links, checks, ensemble)
    rendered = (render_html(view), render_markdown(view), render_json(view))
    paths = BriefingPaths(folder / "briefing.html", folder / "briefing.md", folder / "briefing.json")
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in zip(paths, rendered, strict=True):
        _replace(path, text)
    return paths


def _replace(path: Path, text: str) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
        # mkstemp makes a file for its owner alone; a briefing is there to be read.
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
