"""Whose figure it is: the phrase that a number or a rank is said of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from parley.reading.claims.line import Line
from parley.reading.parties import PartyMention

_SENTENCES_BACK = 5
_CLIMB = 14
_SUBJECTS = ("nsubj", "nsubjpass", "poss", "ROOT")
_RELATIVES = frozenset(["which", "that", "who"])
_JOINED = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?")
_WHOLE_IS_THE_WORLDS = re.compile(r"(?:the )?(?:world|global|planet)")


def grammatical(line: Line, position: int) -> tuple[str, ...]:
    """The Parties that the subject of the clause around ``position`` stands for, by the parse."""
    token = line.token_at(position)
    for _ in range(_CLIMB):
        if token is None:
            return ()
        if token.pos_ in ("VERB", "AUX"):
            subject = _subject_of(token)
            if subject is not None:
                return _parties_of(line, subject, position)
        if token.head is token:
            return ()
        token = token.head
    return ()


def _subject_of(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child
    return None


def _parties_of(line: Line, subject: Token, position: int) -> tuple[str, ...]:
    if subject.lower_ in _RELATIVES and subject.head.dep_ == "relcl":
        subject = subject.head.head
    if subject.idx - line.offset > position and subject.pos_ == "PRON":
        return ()
    codes = line.context.agents.resolve(subject).parties
    return tuple(code for code in codes if code != "WLD" or _names_world(line, subject))


def _names_world(line: Line, subject: Token) -> bool:
    mention = line.context.agents.party_at(subject.i)
    return mention is not None and mention.code == "WLD"


def nearest(line: Line, position: int) -> tuple[str, ...]:
    """The Party, or the joined Parties, last named in the clause before ``position``."""
    start, _ = line.clause(position, position)
    named = [m for m in line.parties(start, position) if m.code != "WLD"]
    return joined(line, named) if named else ()


def joined(line: Line, named: Sequence[PartyMention]) -> tuple[str, ...]:
    """The last of ``named`` with those that are joined to it by commas and "and"."""
    codes = [named[-1].code]
    for earlier, later in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        between = line.low[earlier.end - line.offset : later.start - line.offset]
        if not _JOINED.fullmatch(between):
            break
        codes.append(earlier.code)
    return tuple(dict.fromkeys(reversed(codes))) if len(codes) > 1 and _ends_in_and(line, named) else (named[-1].code,)


def _ends_in_and(line: Line, named: Sequence[PartyMention]) -> bool:
    between = line.low[named[-2].end - line.offset : named[-1].start - line.offset]
    return " and " in between or " or " in between


def topic(line: Line, position: int) -> tuple[str, ...]:
    """The Party spoken of: the subject of this sentence so far, else of the sentences before, else the last named."""
    doc = line.context.doc
    here = [m for m in line.parties(0, position) if m.code != "WLD"]
    for mentions in (here, *_earlier(line)):
        subjects = [m for m in mentions if doc[m.last - 1].dep_ in _SUBJECTS]
        if chosen := subjects or mentions:
            return (chosen[-1 if mentions is here else 0].code,)
        people = _subject_person(line, position) if mentions is here else ()
        if people:
            return people
    return ()


def _earlier(line: Line) -> list[list[PartyMention]]:
    """The Parties named in each of the sentences before, nearest first."""
    index = line.sentence.index
    sentences = line.context.sentences[max(0, index - _SENTENCES_BACK) : index]
    return [[m for m in sentence.parties if m.code != "WLD"] for sentence in reversed(sentences)]


def _subject_person(line: Line, position: int) -> tuple[str, ...]:
    """The Party of the person that is the subject of the sentence."""
    doc = line.context.doc
    for mention in line.sentence.people:
        if mention.start - line.offset < position and doc[mention.last - 1].dep_ in ("nsubj", "nsubjpass"):
            party = line.context.agents.party_of(mention.person)
            if party:
                return (party,)
    return ()


def whole(line: Line, end: int, stop: int) -> tuple[str, ...]:
    """The Party whose power or economy a share is of: "61 % of Ruritania's electricity"."""
    named = line.parties(end, stop)
    if not named and _WHOLE_IS_THE_WORLDS.search(line.low, end, stop):
        return ("WLD",)
    return (named[0].code,) if named else ()


def find_subject(line: Line, position: int) -> tuple[str, ...]:
    """Whom a figure at ``position`` is said of: by the grammar, the nearest name, or what is spoken of."""
    return grammatical(line, position) or nearest(line, position) or topic(line, position)
