"""Readings of made-up sentences, through the real pipeline."""

from __future__ import annotations

import hashlib

from parley.reading import Reader
from parley.records import Document, Reading
from parley.terms.when import Interval


def document(text: str, published: str | None = "2024-05-06") -> Document:
    """A document of ``text`` published on a Monday unless told otherwise."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document.of_text(text, sha256, published=Interval.parse(published) if published else None)


def read(text: str, published: str | None = "2024-05-06") -> Reading:
    return Reader().read(document(text, published))
