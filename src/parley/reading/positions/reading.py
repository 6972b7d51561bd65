"""From the sentences of a document to its positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from parley.reading.context import Context, Sentence
from parley.reading.lexicon import load
from parley.reading.positions.cues import Cue, find_cues
from parley.reading.positions.extent import extent
from parley.reading.positions.holders import Holder, find_holder, holder_at, others_in
from parley.reading.positions.issues import find_issue
from parley.reading.positions.merging import Draft, merge, reports
from parley.reading.positions.subjects import subject_of
from parley.reading.positions.voices import Voices
from parley.records import Position

_COLLECTIVES = frozenset(load("positions")["norms"]["collectives"])
_FIRST_PERSON = frozenset(["we", "i"])
_ANY_ISSUE = "climate"
_HOPING = frozenset(load("positions")["hopes"]["forms"])
_OTHERS = frozenset(load("positions")["norms"]["others"])
_REFERRING = frozenset(load("positions")["referring"]["nouns"])
_SUBJECTS = ("nsubj", "nsubjpass")


def read_positions(context: Context) -> Iterable[Position]:
    """All positions of the document, one record each however often it is told."""
    voices = Voices(context)
    drafts: list[Draft] = []
    for sentence in context.sentences:
        drafts += _of_sentence(context, sentence, voices)
    return reports(context.document.id, merge(drafts))


def _of_sentence(context: Context, sentence: Sentence, voices: Voices) -> Iterator[Draft]:
    taken: list[tuple[int, int]] = []
    cues = list(find_cues(context, sentence))
    joined = sorted(cue.token.i for cue in cues if cue.token.i and cue.token.nbor(-1).lower_ in ("and", "but"))
    for cue in cues:
        if any(first <= cue.token.i < end for first, end in taken):
            continue
        holder = _holder(context, cue, voices)
        if holder is None:
            continue
        bound = next((index for index in joined if index > cue.last.i), sentence.span.end)
        first, end = extent(cue.token, cue.first, cue.last, bound)
        drafts = list(_drafts(context, cue, holder, first, end, voices))
        if drafts:
            taken.append((first, end))
            yield from drafts


def _holder(context: Context, cue: Cue, voices: Voices) -> Holder | None:
    subject = subject_of(cue.token)
    if cue.row.frame == "norm":
        return _holder_of_norm(context, cue, voices)
    if cue.row.by == "speaker":
        return voices.speaker_at(cue.token) or _disappointed(context, cue)
    if subject is not None and subject.lower_ in _FIRST_PERSON:
        return voices.speaker_at(cue.token) or voices.document_at(subject)
    holder = find_holder(context, cue.token, subject)
    if holder is None and cue.row.frame == "phrase" and subject is not None and subject.dep_ == "nsubj":
        return voices.speaker_at(cue.token)
    return holder


def _disappointed(context: Context, cue: Cue) -> Holder | None:
    """Who had hoped for more: "it fell short of what Ruritania had asked for"."""
    for token in cue.token.subtree:
        if token.i > cue.last.i and token.lower_ in _HOPING and (subject := subject_of(token)) is not None:
            return holder_at(context, subject)
    return None


def _holder_of_norm(context: Context, cue: Cue, voices: Voices) -> Holder | None:
    """The speaker, where the norm binds others than himself."""
    subject = next((child for child in cue.token.children if child.dep_ in _SUBJECTS), None)
    if subject is None:
        return None
    holder = voices.speaker_at(cue.token)
    if holder is None:
        return None
    bound = context.agents.resolve(subject).parties
    if subject.lower_ in _COLLECTIVES or subject.lower_ in _OTHERS:
        return holder
    return holder if bound and not set(bound) & set(holder.parties) else None


def _drafts(context: Context, cue: Cue, holder: Holder, first: int, end: int, voices: Voices) -> Iterator[Draft]:
    doc = context.doc
    start = min(cue.first.i, cue.token.i) if cue.row.by == "subject" else first
    words = doc[start:end]
    towards = others_in(context, words, holder.parties)
    if cue.row.needs == "party" and not towards and not _names_any(words, _COLLECTIVES):
        return
    found = (cue.row.issue, 0) if cue.row.issue else find_issue(words.text.lower())
    if cue.row.needs == "issue" and found is None and not _names_any(words, _REFERRING):
        return
    sentence = context.sentence_at(cue.token.idx).index
    quote = context.quote(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))
    attribution = voices.attribution_at(doc[cue.token.i].idx)
    for party in holder.parties:
        yield Draft(
            party=party,
            issue=found[0] if found else None,
            around=_issue_around(context, sentence),
            stance=cue.row.stance,
            towards=tuple(code for code in towards if code != party),
            holder=_person_of(context, holder, party),
            attribution=attribution,
            quote=quote,
            sentence=sentence,
            distance=found[1] if found else len(words.text),
            inferred=holder.inferred,
        )


def _person_of(context: Context, holder: Holder, party: str) -> str | None:
    """The name of the person who holds it for ``party``."""
    fitting = [number for number in holder.people if context.agents.party_of(number) == party]
    return context.name_of(fitting[0]) if fitting else None


def _issue_around(context: Context, sentence: int) -> str:
    """The issue of a sentence, else of the one before it."""
    for index in (sentence, sentence - 1):
        if index >= 0 and (found := find_issue(context.sentences[index].text.lower())):
            return found[0]
    return _ANY_ISSUE


def _names_any(tokens: Iterable[Token], nouns: frozenset[str]) -> bool:
    return any(token.lower_ in nouns for token in tokens)
