"""Who makes a claim: the speaker of the words it stands in, or the source the sentence names."""

from __future__ import annotations

from bisect import bisect_right

from parley.reading.context import Context
from parley.reading.speakers import is_speech
from parley.records import OUTLET, Attribution, Statement


class Speakers:
    """Finds who says what at a place of the document."""

    def __init__(self, context: Context) -> None:
        self._doc = context.doc
        self._statements = sorted(context.statements, key=lambda said: (said.quote.start, said.quote.end))

    def at(self, position: int) -> Attribution:
        """Who speaks at a character of the document; the document itself where nobody else does."""
        index = bisect_right(self._statements, position, key=lambda said: said.quote.start)
        for said in reversed(self._statements[:index]):
            if position < said.quote.end and not self._describes_the_speaker(said, position):
                return said.attribution
        return OUTLET

    def _describes_the_speaker(self, said: Statement, position: int) -> bool:
        """Between the speaker's name and the verb: "China, the largest emitter, has said that …"."""
        if said.speech == "quoted" or said.attribution.name is None:
            return False
        before, behind = (
            self._doc.char_span(*part, alignment_mode="expand")
            for part in ((said.quote.start, position), (position, said.quote.end))
        )
        if before is None or behind is None or said.attribution.name not in before.text:
            return False
        return not any(is_speech(token) for token in before) and any(is_speech(token) for token in behind)
