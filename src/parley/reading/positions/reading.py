"""From the sentences of a document to its positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Doc, Token

from parley.reading.context import Context, Sentence
from parley.reading.lexicon import load
from parley.reading.positions.cues import Cue, find_cues
from parley.reading.positions.extent import extent
from parley.reading.positions.holders import Holder, find_holder, holder_at, others_in
from parley.reading.positions.issues import find_issue
from parley.reading.positions.merging import Draft, merge, reports
from parley.reading.positions.nouns import noun_cues
from parley.reading.positions.subjects import is_first_person, subject_of, suffered_by
from parley.reading.positions.voices import Voices
from parley.records import Position

_COLLECTIVES = frozenset(load("positions")["norms"]["collectives"])
_ANY_ISSUE = "climate"
_HOPING = frozenset(load("positions")["hopes"]["forms"])
_MODALS = frozenset(load("positions")["norms"]["modals"])
_STOPS = (".", "!", "?", '"', ")")
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
    cues = sorted(chain(find_cues(context, sentence), noun_cues(sentence)), key=lambda cue: cue.first.i)
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
    if cue.whose is not None:
        return holder_at(context, cue.whose)
    subject = subject_of(cue.token)
    if cue.row.frame == "norm":
        return _holder_of_norm(context, cue, voices)
    if cue.row.by == "speaker":
        return voices.speaker_at(cue.token) or _disappointed(context, cue)
    if subject is not None and is_first_person(subject):
        return voices.document_at(subject) or voices.speaker_at(cue.token)
    holder = find_holder(context, cue.token, subject)
    if holder is None and cue.row.frame == "phrase" and subject is not None:
        return voices.speaker_at(cue.token) if subject.dep_ == "nsubj" else holder_at(context, subject)
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
    if not bound and subject.pos_ == "NOUN" and cue.first.lower_ in _MODALS:
        return holder if find_issue(_phrase(cue.token)) else None
    return holder if bound and not set(bound) & set(holder.parties) else None


def _find_issue(doc: Doc, cue: Cue, start: int, end: int) -> tuple[str, int] | None:
    """The issue named behind the cue, else within it or before."""
    behind = doc[cue.last.i + 1 : end]
    found = find_issue(behind.text.lower()) or find_issue(doc[start:end].text.lower())
    if found is None and cue.whose is not None and cue.row.stance == "opposes":
        found = find_issue(cue.token.sent.text.lower())
    return found


def _phrase(head: Token) -> str:
    return str(head.doc[head.left_edge.i : head.right_edge.i + 1].text.lower())


def _drafts(context: Context, cue: Cue, holder: Holder, first: int, end: int, voices: Voices) -> Iterator[Draft]:
    doc = context.doc
    start = min(cue.first.i, cue.token.i) if cue.row.by == "subject" else first
    words = doc[start:end]
    towards = others_in(context, words, holder.parties)
    suffering = suffered_by(cue.token)
    found = (cue.row.issue, 0) if cue.row.issue else _find_issue(doc, cue, start, end)
    if found is None and suffering is not None:
        found = find_issue(_phrase(suffering))
    named = [token for token in words if not cue.first.i <= token.i <= cue.last.i]
    if suffering is not None:
        named.append(suffering)
    if not _has_what_it_needs(cue.row.needs, named, towards, found is not None):
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
            vague=cue.row.frame == "on" or not context.sentences[sentence].text.rstrip().endswith(_STOPS),
            distance=found[1] if found else len(words.text),
            inferred=holder.inferred,
        )


def _has_what_it_needs(needs: str | None, words: list[Token], towards: tuple[str, ...], has_issue: bool) -> bool:
    to_others = bool(towards) or _names_any(words, _COLLECTIVES)
    about_something = has_issue or _names_any(words, _REFERRING)
    return {None: True, "party": to_others, "issue": about_something, "matter": to_others or about_something}[needs]


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
