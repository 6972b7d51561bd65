"""One way to write a value as JSON, safe to print: the same value gives the same bytes."""

from __future__ import annotations

import json
import re
from typing import Any

# JSON escapes the controls below U+0020 by itself. These others can move a terminal's cursor (C1), turn the direction
# of a line, end a line for some readers, or cannot be encoded at all (lone surrogates).
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def canonical_json(value: Any) -> str:
    """``value`` as JSON on one line with sorted keys and no blanks."""
    return escape_json(json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


def escape_json(text: str) -> str:
    """JSON ``text`` with every character that could harm a terminal written as an escape."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
