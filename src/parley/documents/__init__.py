"""Bytes to documents: files of five kinds, cleaned, dated, each word tied to its place in the original."""

from parley.documents.content import Dating
from parley.documents.dating import body_start
from parley.documents.duplicates import Duplicate, find_duplicates
from parley.documents.files import load_documents, load_file
from parley.documents.inference import infer_published
from parley.documents.parsing import MOST_BYTES, MOST_CHARACTERS, parse_bytes, parse_text

__all__ = [
    "MOST_BYTES",
    "MOST_CHARACTERS",
    "Dating",
    "Duplicate",
    "body_start",
    "find_duplicates",
    "infer_published",
    "load_documents",
    "load_file",
    "parse_bytes",
    "parse_text",
]
