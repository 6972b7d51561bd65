"""From spans of the parse to quotes of the document."""

from __future__ import annotations

from spacy.tokens import Span, Token

from parley.records import Document, Quote


def quote_of(document: Document, start: int, end: int) -> Quote:
    """The quote at characters ``start`` to ``end`` of the document's text."""
    return Quote.of(document.text, start, end)


def quote_span(document: Document, span: Span) -> Quote:
    """The quote of a span of the parsed document."""
    return Quote.of(document.text, span.start_char, span.end_char)


def clause_of(token: Token) -> tuple[int, int]:
    """Character range of the clause that ``token`` heads, outer punctuation left out."""
    tokens = [t for t in token.subtree if not t.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text not in '")]':
        tokens.pop()
    while len(tokens) > 1 and tokens[0].is_punct and tokens[0].text not in '"([':
        tokens.pop(0)
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])
