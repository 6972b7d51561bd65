from __future__ import annotations

from pathlib import Path

import pytest

from parley.documents import load_documents
from parley.reading import Reader
from parley.records import Document, Reading

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    """The example documents by file name."""
    found = list(load_documents([EXAMPLES / "documents"]))
    assert all(isinstance(item, Document) for item in found), found
    return {Path(item.source).name: item for item in found if isinstance(item, Document)}


@pytest.fixture(scope="session")
def readings(documents: dict[str, Document]) -> dict[str, Reading]:
    """What Parley reads in each, by file name."""
    return dict(zip(documents, Reader().read_many(documents.values()), strict=True))
