"""Notices made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from parley.interop import Notice, Said
from parley.interop.notice import name_of_anchor
from parley.terms.when import Interval


def notice(number: int = 1, when: str | None = "2021-09-01/2021-09-03", **told: Any) -> Notice:
    """A meeting of three days unless told otherwise."""
    usual = {
        "name": name_of_anchor("doc_000000000000", "event", number, number + 1),
        "record": f"evt_{number:012}",
        "kind": "meeting",
        "status": "held",
        "title": "Meeting of Mira Solberg and Rosa Quispe",
        "when": Interval.parse(when) if when else None,
        "days": "1–3 September 2021",
        "place": "Lima, Peru",
        "people": ("Mira Solberg", "Rosa Quispe"),
        "parties": ("Norway", "Peru"),
        "life": ("planned (27 August 2021)", "held (6 September 2021)"),
        "said": (Said("Solberg met Quispe; talks, they said, went well", "The envoy’s week, Daily, 6 September 2021"),),
        "updated": date(2021, 9, 6),
        "revision": 1,
    }
    return Notice(**usual | told)
