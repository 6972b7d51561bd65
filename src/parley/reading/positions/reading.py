"""From the sentences of a document to its positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from parley.reading.context import Context, Sentence
from parley.reading.lexicon import load
from parley.reading.positions.cues import Cue, find_cues
from parley.reading.positions.extent import extent
from parley.reading.positions.holders import Holder, find_holder, others_in
from parley.reading.positions.issues import find_issue
from parley.reading.speakers import subject_of
from parley.records import Attribution, Position, Quote
from parley.records.base import OUTLET

_COLLECTIVES = frozenset(load("positions")["norms"]["collectives"])


@dataclass(slots=True)
class Draft:
    """A position while the document is being read."""

    party: str
    issue: str
    stance: str
    towards: tuple[str, ...]
    holder: str | None
    attribution: Attribution
    quotes: list[Quote] = field(default_factory=list)


def read_positions(context: Context) -> Iterable[Position]:
    """All positions of the document, one record each however often it is told."""
    drafts: list[Draft] = []
    for sentence in context.sentences:
        drafts += _of_sentence(context, sentence)
    for draft in _merged(drafts):
        yield Position(
            document=context.document.id,
            quotes=tuple(draft.quotes),
            party=draft.party,
            issue=draft.issue,
            stance=draft.stance,
            towards=draft.towards,
            holder=draft.holder,
            attribution=draft.attribution,
        )


def _of_sentence(context: Context, sentence: Sentence) -> Iterator[Draft]:
    taken: list[tuple[int, int]] = []
    for cue in find_cues(context, sentence):
        holder = find_holder(context, cue.token)
        if holder is None:
            continue
        first, end = extent(cue.token, cue.last, subject_of(cue.token))
        if any(first < other_end and other_first < end for other_first, other_end in taken):
            continue
        drafts = list(_drafts(context, cue, holder, first, end))
        if drafts:
            taken.append((first, end))
            yield from drafts


def _drafts(context: Context, cue: Cue, holder: Holder, first: int, end: int) -> Iterator[Draft]:
    doc = context.doc
    behind = list(doc[cue.token.i + 1 : end])
    towards = others_in(context, behind, holder.parties)
    issue = find_issue(doc[min(cue.token.i, first) : end].text.lower())
    if cue.needs == "party" and not towards and not _names_collective(behind):
        return
    if cue.needs == "issue" and issue is None:
        return
    issue = issue or find_issue(doc[cue.token.i].sent.text.lower()) or "climate"
    quote = context.quote(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))
    for party in holder.parties:
        yield Draft(
            party=party,
            issue=issue,
            stance=cue.stance,
            towards=tuple(code for code in towards if code != party),
            holder=context.name_of(holder.person) if holder.person is not None else None,
            attribution=OUTLET,
            quotes=[quote],
        )


def _names_collective(tokens: list[Token]) -> bool:
    return any(token.lower_ in _COLLECTIVES for token in tokens)


def _merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Positions that say the same of the same Party, told once."""
    told: dict[tuple[str, str, str, tuple[str, ...]], Draft] = {}
    for draft in drafts:
        key = (draft.party, draft.issue, draft.stance, draft.towards)
        if key in told:
            told[key].quotes += draft.quotes
        else:
            told[key] = draft
    return list(told.values())
