"""From the sentences of a document to its positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from parley.reading.context import Context, Sentence
from parley.reading.lexicon import load
from parley.reading.positions.cues import Cue, find_cues
from parley.reading.positions.extent import extent
from parley.reading.positions.holders import Holder, find_holder, holder_at, others_in
from parley.reading.positions.issues import find_issue
from parley.reading.positions.merging import Draft, merge, reports
from parley.reading.positions.subjects import own_subject, subject_of
from parley.reading.positions.voices import Voices
from parley.records import Position

_COLLECTIVES = frozenset(load("positions")["norms"]["collectives"])
_FIRST_PERSON = frozenset(["we", "i"])
_HOPING = frozenset(["hope", "expect", "want", "ask", "demand", "seek", "call", "believe", "wish"])
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
    for cue in find_cues(context, sentence):
        if any(first <= cue.token.i < end for first, end in taken):
            continue
        holder = _holder(context, cue, voices)
        if holder is None:
            continue
        first, end = extent(cue.token, cue.first, cue.last, own_subject(cue.token))
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
    if holder is None and subject is not None and cue.row.frame == "phrase":
        return voices.speaker_at(cue.token)
    return holder


def _disappointed(context: Context, cue: Cue) -> Holder | None:
    """Who had hoped for more: "it fell short of what Ruritania had asked for"."""
    for token in cue.token.subtree:
        if token.i > cue.last.i and token.lemma_ in _HOPING and (subject := subject_of(token)) is not None:
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
    if cue.row.needs == "party" and not towards and not _names_collective(words):
        return
    found = find_issue(words.text.lower())
    if cue.row.needs == "issue" and found is None and not any(token.lower_ in _REFERRING for token in words):
        return
    token, distance = found or (_issue_around(context, cue), len(words.text))
    quote = context.quote(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))
    attribution = voices.attribution_at(doc[cue.token.i].idx)
    person = context.name_of(holder.person) if holder.person is not None else None
    for party in holder.parties:
        others = tuple(code for code in towards if code != party)
        yield Draft(party, token, cue.row.stance, others, person, attribution, quote, distance)


def _issue_around(context: Context, cue: Cue) -> str:
    """The issue of the sentence, else of the one before it, where the clause names none."""
    sentence = context.sentence_at(cue.token.idx)
    for text in (sentence.text, context.sentences[max(sentence.index - 1, 0)].text):
        if found := find_issue(text.lower()):
            return found[0]
    return "climate"


def _names_collective(tokens: Sequence[Token]) -> bool:
    return any(token.lower_ in _COLLECTIVES for token in tokens)
