"""The briefing as JSON: the view itself, for programs."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from parley.briefing.view import BriefingView, Citation

FORMAT = "parley-briefing/1"


def render_json(view: BriefingView) -> str:
    """The view, field by field; a citation is the number of its note. Ends with a line break."""
    return json.dumps({"format": FORMAT, **plain(view)}, ensure_ascii=False, indent=1) + "\n"


def plain(value: Any) -> Any:
    """A part of the view as dictionaries, lists, strings and numbers, without what is there to be drawn only."""
    if isinstance(value, Citation):
        return value.note
    if is_dataclass(value):
        shown = [field.name for field in fields(value) if not field.metadata.get("drawn")]
        return {name: plain(getattr(value, name)) for name in shown}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value
