"""A person as one document shows them."""

from __future__ import annotations

from typing import ClassVar

from parley.records.base import Report


class Person(Report):
    """A person: canonical name in this document, other forms met there, office held, for which Party.

    ``name`` is the fullest form in the document (honorifics left out); ``quotes`` are the mentions.
    ``former`` is true for an office once held ("former US Climate Envoy").
    """

    prefix: ClassVar[str] = "per"
    kind_of_report: ClassVar[str] = "person"

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    office: str | None = None
    party: str | None = None
    organisation: str | None = None
    former: bool = False
