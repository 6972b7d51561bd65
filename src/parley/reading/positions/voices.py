"""Whose words a stretch of the document is: the one who is quoted or reported there."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from spacy.tokens import Token

from parley.reading.context import Context
from parley.reading.positions.holders import (
    Holder,
    governing_speech,
    holder_at,
    holder_of_attribution,
    speaks_for_party,
)
from parley.reading.positions.subjects import subject_of
from parley.records import Attribution
from parley.records.base import OUTLET
from parley.terms.parties import is_group


class Voices:
    """Who speaks where in one document, and whom its own first person stands for."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def attribution_at(self, offset: int) -> Attribution:
        """Who says what stands at character ``offset``; the outlet where nobody does."""
        around = [s for s in self._context.statements if s.quote.start <= offset < s.quote.end]
        return min(around, key=lambda s: s.quote.end - s.quote.start).attribution if around else OUTLET

    @cached_property
    def _own(self) -> str | None:
        """The Party a document written in the first person most likely speaks for: the one its officials are of."""
        people = self._context.people
        codes = [p.party for m in people.mentions if (p := people.persons[m.person]).party and speaks_for_party(p)]
        codes += [m.code for m in self._context.parties if m.use != "modifier" and not is_group(m.code)]
        counted = Counter(code for code in codes if code)
        return counted.most_common(1)[0][0] if counted else None

    def document_at(self, token: Token) -> Holder | None:
        """The holder of a "we" outside quotation marks, as in a ministry's own statement."""
        if self._own is None or self._context.quotation_at(token.idx) is not None:
            return None
        return Holder((self._own,), inferred="the Party whose officials the document names most")

    def speaker_at(self, token: Token) -> Holder | None:
        """The one who holds what is said at ``token``, where he speaks for a Party."""
        if self._context.quotation_at(token.idx) is None and (governing := governing_speech(token)):
            subject = subject_of(governing)
            return holder_at(self._context, subject) if subject is not None else None
        return holder_of_attribution(self._context, self.attribution_at(token.idx), token)
