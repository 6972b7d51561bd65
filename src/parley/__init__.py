"""Parley: the record of climate diplomacy as a sourced ledger, and what it adds up to.

    import parley

    print(parley.check("China emitted 27 % of the world's greenhouse gases in 2019.").reason)
    print(parley.project(policy="unconditional").median(2100))
    reading = parley.read_text("…", published="2021-08-31")
    with parley.Ledger("parley.db") as ledger:
        ledger.add(reading)

Everything named here is loaded when it is first used, so that ``import parley`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from parley.version import __version__

if TYPE_CHECKING:
    from parley.checking.checked import Checked as Checked
    from parley.errors import ParleyError as ParleyError
    from parley.ledger import Ledger as Ledger
    from parley.outlook.outlook import Outlook as Outlook
    from parley.outlook.project import project as project
    from parley.records import Claim as Claim
    from parley.records import Correction as Correction
    from parley.records import Document as Document
    from parley.records import Engagement as Engagement
    from parley.records import Event as Event
    from parley.records import Links as Links
    from parley.records import Person as Person
    from parley.records import Pledge as Pledge
    from parley.records import Position as Position
    from parley.records import Quote as Quote
    from parley.records import Reading as Reading
    from parley.records import Report as Report
    from parley.records import Statement as Statement
    from parley.records.verdict import Reference as Reference
    from parley.records.verdict import Verdict as Verdict
    from parley.terms.when import Interval as Interval
    from parley.workflow import check as check
    from parley.workflow import read_text as read_text


_RECORDS = (
    "Claim",
    "Correction",
    "Document",
    "Engagement",
    "Event",
    "Links",
    "Person",
    "Pledge",
    "Position",
    "Quote",
    "Reading",
    "Report",
    "Statement",
)
_HOMES = {
    "Checked": "parley.checking.checked",
    "Interval": "parley.terms.when",
    "Ledger": "parley.ledger",
    "Outlook": "parley.outlook.outlook",
    "ParleyError": "parley.errors",
    "Reference": "parley.records.verdict",
    "Verdict": "parley.records.verdict",
    "check": "parley.workflow",
    "project": "parley.outlook.project",
    "read_text": "parley.workflow",
    **dict.fromkeys(_RECORDS, "parley.records"),
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'parley' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
