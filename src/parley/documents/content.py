"""What a reader of one kind of file hands on: the text with its places, and what the file says about itself."""

from __future__ import annotations

from typing import NamedTuple

from parley.documents.decoding import Decoded
from parley.documents.traced import Traced
from parley.records.document import DateBasis
from parley.terms.when import Interval


class Dating(NamedTuple):
    """When a document was published, how that is known, and the ground in words.

    ``weak`` metadata is about the file rather than the text, and gives way to what the text states.
    """

    published: Interval | None
    basis: DateBasis
    ground: str | None
    weak: bool = False


UNDATED = Dating(None, "unknown", None)


class Content(NamedTuple):
    """The text of a file before cleaning.

    ``origin`` is what the text's places count in; None when it does not stand in the bytes as such.
    """

    traced: Traced
    encoding: str
    origin: Decoded | None
    title: str | None = None
    publisher: str | None = None
    dating: Dating | None = None
