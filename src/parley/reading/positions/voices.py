"""Whose words a stretch of the document is: the one who is quoted or reported there."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Token

from parley.reading.context import Context
from parley.reading.positions.holders import Holder, holder_at, holder_of_attribution
from parley.reading.speakers import is_speech
from parley.reading.positions.subjects import subject_of
from parley.reading.statements import read_statements
from parley.records import Attribution, Statement
from parley.records.base import OUTLET

_CLIMB = 8


class Voices:
    """The statements of one document, read when they are first asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        return tuple(read_statements(self._context))

    def attribution_at(self, offset: int) -> Attribution:
        """Who says what stands at character ``offset``; the outlet where nobody does."""
        around = [s for s in self._statements if s.quote.start <= offset < s.quote.end]
        return min(around, key=lambda s: s.quote.end - s.quote.start).attribution if around else OUTLET

    def speaker_at(self, token: Token) -> Holder | None:
        """The one who holds what is said at ``token``, where he speaks for a Party."""
        if self._context.quotation_at(token.idx) is None and (governing := _governing(token)):
            subject = subject_of(governing)
            return holder_at(self._context, subject) if subject is not None else None
        return holder_of_attribution(self._context, self.attribution_at(token.idx), token)


def _governing(token: Token) -> Token | None:
    """The verb of speech that the clause of ``token`` depends on."""
    for _ in range(_CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        if is_speech(token):
            return token
    return None
