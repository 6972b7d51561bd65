"""Whose figure it is: the phrase that a number or a rank is said of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from parley.reading.claims.line import Line
from parley.reading.claims.vocabulary import phrase
from parley.reading.parties import PartyMention
from parley.terms.parties import is_group

_SENTENCES_BACK = 8
_FADING = 0.75
_CLIMB = 14
_SUBJECTS = ("nsubj", "nsubjpass", "poss", "ROOT")
_RELATIVES = frozenset(["which", "that", "who", "where"])
_REFERRING = frozenset(["it", "they", "its", "their", "country", "nation", "government", "state", "we", "our"])
_BELONGINGS = phrase(r"<belongings>|<tracked>")
_JOINED = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?")
_WORLDWIDE = re.compile(r"\b(?:worldwide|globally|around the (?:world|globe)|across the (?:world|globe))\b")
_WORLD = re.compile(r"\b(?:global|the world|world|the planet|humanity)\b")
_FIRST_PERSON = re.compile(
    r"\b(?:my|our|we) (?:country|nation|people|electricity|power|energy|emissions|economy|[a-z]+ )|\bwe\b"
)
_PLACE_IN_FRONT = re.compile(r"\W*(?:but |and |today,? |so )?in (?:the )?")
_OPENS_BRACKET = re.compile(r" \((?:about |some |nearly |over |more than )*")
_HEADED = re.compile(r"^\W*[\w .'-]{2,30}: ")

NOBODY: tuple[str | None, ...] = (None,)


def find_subject(line: Line, position: int) -> tuple[str | None, ...]:
    """Whom a figure at ``position`` is said of: by the grammar, the nearest name, or what is spoken of.

    ``(None,)`` where the clause has a subject that is no Party and no thing of a Party.
    """
    if headed := _heading(line):
        return headed
    if bracketed := _bracketed(line, position):
        return bracketed
    token = _clause_subject(line, position)
    if token is None or token.idx - line.offset >= position:
        return _own(line, position) or _in_front(line, position) or _named(line, position)
    if codes := _parties_of(line, token, position):
        return codes
    if _BELONGINGS.fullmatch(token.lower_) or token.pos_ == "PRON" or token.lower_ in _REFERRING:
        own = (
            _modifying(line, token)
            or _possessed(line, token)
            or _world_of(line, token, position)
            or _own(line, position)
        )
        return own or _in_front(line, position) or _named(line, position)
    return _modifying(line, token) or _world_of(line, token, position) or _in_front(line, position) or NOBODY


def _named(line: Line, position: int) -> tuple[str | None, ...]:
    """The Party named nearest before, the one spoken of, or else the next one of the clause."""
    start, end = line.clause(position, position)
    if _WORLDWIDE.search(line.low, start, end):
        return ("WLD",)
    behind = _countries(line.parties(position, end))
    named = nearest(line, position) or topic(line, position) or tuple(m.code for m in behind[:1])
    return named or (("WLD",) if _WORLD.search(line.low, 0, position) or _WORLD.search(line.previous) else NOBODY)


def _own(line: Line, position: int) -> tuple[str, ...]:
    """The speaker's Party where the words are "my country", "we", "our"."""
    quotation = line.context.quotation_at(line.offset + position)
    if quotation is None:
        return ()
    first = max(0, quotation.start - line.offset)
    if not _FIRST_PERSON.search(line.low, first, max(0, quotation.end - line.offset)):
        return ()
    party = line.speakers.at(line.offset + position).party
    return (party,) if party else ()


def _in_front(line: Line, position: int) -> tuple[str, ...]:
    """ "In Ruritania, clean power made up …": the place that opens the clause."""
    start, _ = line.clause(position, position)
    found = _PLACE_IN_FRONT.match(line.low, start)
    named = line.parties(found.end(), found.end() + 1) if found else []
    return (named[0].code,) if named else ()


def predicated(line: Line, position: int) -> tuple[str, ...] | None:
    """The Party that a noun at ``position`` is said to be ("Ruritania is …"); empty for what is no Party, else None."""
    token = _clause_subject(line, position)
    if token is None or token.idx - line.offset >= position:
        return None
    codes = _parties_of(line, token, position)
    if codes or token.pos_ not in ("NOUN", "PROPN") or token.lower_ in _REFERRING:
        return tuple(code for code in codes if code != "WLD") or None
    return ()


def _heading(line: Line) -> tuple[str, ...]:
    """The Party that a line of a list is headed with: "Ruritania: emissions are down 5 %"."""
    found = _HEADED.match(line.low)
    named = line.parties(0, found.end()) if found else []
    return (named[0].code,) if named else ()


def _bracketed(line: Line, position: int) -> tuple[str, ...]:
    """ "Ruritania (8 %)"."""
    named = [m for m in line.parties(0, position) if _OPENS_BRACKET.fullmatch(line.low, m.end - line.offset, position)]
    return (named[-1].code,) if named else ()


def _clause_subject(line: Line, position: int) -> Token | None:
    """The subject of the clause around ``position``, by the parse; a relative pronoun stands for its noun."""
    token = line.token_at(position)
    for _ in range(_CLIMB):
        if token is None:
            return None
        if token.pos_ in ("VERB", "AUX") or token.dep_ == "ROOT":
            subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None:
                return None if _is_number(line, subject) else _antecedent(subject)
            if token.dep_ in ("acl", "relcl"):
                return token.head
        if token.head is token:
            return None
        token = token.head
    return None


def _is_number(line: Line, token: Token) -> bool:
    return any(number.start <= token.idx < number.end for number in line.sentence.numbers)


def _antecedent(subject: Token) -> Token:
    verb = subject.head
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head is not verb:
        verb = verb.head
    return verb.head if subject.lower_ in _RELATIVES and verb.dep_ == "relcl" else subject


def _parties_of(line: Line, subject: Token, position: int) -> tuple[str, ...]:
    if subject.idx - line.offset > position and subject.pos_ == "PRON":
        return ()
    if subject.lower_ in ("we", "our") or (
        subject.lower_ == "country" and any(c.lower_ in ("my", "our") for c in subject.children)
    ):
        return _own(line, position)
    if subject.lower_ in _REFERRING:
        return referent(line, subject.idx - line.offset)
    codes = line.context.agents.resolve(subject).parties
    return tuple(code for code in codes if _may_be_subject(code) and (code != "WLD" or _names_world(line, subject)))


def _may_be_subject(code: str) -> bool:
    return code != "UN"


def _names_world(line: Line, subject: Token) -> bool:
    mention = line.context.agents.party_at(subject.i)
    return mention is not None and mention.code == "WLD"


def _modifying(line: Line, token: Token) -> tuple[str, ...]:
    """A Party inside the phrase: "coal-fired capacity in Ruritania"."""
    first, last = token.left_edge, token
    for child in token.rights:
        if child.dep_ == "prep":
            last = child.right_edge
    named = line.parties(first.idx - line.offset, last.idx - line.offset + 1)
    countries = _countries(named)
    return (countries[0].code,) if countries else ()


def _possessed(line: Line, token: Token) -> tuple[str, ...]:
    """Whose emissions "its emissions" are."""
    if any(child.lower_ in ("its", "their") for child in token.children):
        return referent(line, token.idx - line.offset)
    return ()


def _world_of(line: Line, subject: Token, position: int) -> tuple[str, ...]:
    start, end = line.clause(position, position)
    phrase_start = subject.left_edge.idx - line.offset
    of_world = _WORLD.search(line.low, phrase_start, max(phrase_start, subject.idx - line.offset + len(subject)))
    return ("WLD",) if of_world or _WORLDWIDE.search(line.low, start, end) else ()


def nearest(line: Line, position: int) -> tuple[str, ...]:
    """The Party, or the joined Parties, last named in the clause before ``position``."""
    start, _ = line.clause(position, position)
    named = [m for m in line.parties(start, position) if m.code != "WLD" and _may_be_subject(m.code)]
    return joined(line, named) if named else ()


def joined(line: Line, named: Sequence[PartyMention]) -> tuple[str, ...]:
    """The last of ``named`` with those that are joined to it by commas and "and"."""
    if len(named) < 2 or not re.search(r" (?:and|or) ", _between(line, named[-2], named[-1])):
        return (named[-1].code,)
    codes = [named[-1].code]
    for earlier, later in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        if not _JOINED.fullmatch(_between(line, earlier, later)):
            break
        codes.append(earlier.code)
    return tuple(dict.fromkeys(reversed(codes)))


def _between(line: Line, one: PartyMention, other: PartyMention) -> str:
    return line.low[one.end - line.offset : other.start - line.offset]


def topic(line: Line, position: int) -> tuple[str, ...]:
    """The Party spoken of: the subject of this sentence so far, else the most salient of the sentences before."""
    return _here(line, position) or _most_salient(line)


def referent(line: Line, position: int) -> tuple[str, ...]:
    """The Party that "it" or "the country" stands for: the last one spoken of, subjects first."""
    if found := _here(line, position):
        return found
    index = line.sentence.index
    for sentence in reversed(line.context.sentences[max(0, index - _SENTENCES_BACK) : index]):
        named = _countries(sentence.parties)
        if chosen := [m for m in named if _is_subject(line, m)] or named:
            return (chosen[0].code,)
    return ()


def _here(line: Line, position: int) -> tuple[str, ...]:
    """The Party that the sentence has spoken of so far."""
    named = _countries(line.parties(0, position))
    if chosen := [m for m in named if _is_subject(line, m)] or named:
        return (chosen[-1].code,)
    return _subject_person(line, position)


def _is_subject(line: Line, mention: PartyMention) -> bool:
    return line.context.doc[mention.last - 1].dep_ in _SUBJECTS


def _most_salient(line: Line) -> tuple[str, ...]:
    """The Party that the sentences before speak of most: subjects count double, older sentences less."""
    salience: dict[str, float] = {}
    index = line.sentence.index
    for distance, sentence in enumerate(
        reversed(line.context.sentences[max(0, index - _SENTENCES_BACK) : index]), start=1
    ):
        for mention in _countries(sentence.parties):
            weight = (2 if _is_subject(line, mention) else 1) * _FADING**distance
            salience[mention.code] = salience.get(mention.code, 0.0) + weight
    return (max(salience, key=lambda code: salience[code]),) if salience else ()


def _countries(mentions: Sequence[PartyMention]) -> list[PartyMention]:
    """Those that may be "the country" or "it": countries and the EU, not groups."""
    return [m for m in mentions if m.code == "EUU" or not is_group(m.code)]


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
    if not named and re.search(r"\b(?:world|global|worldwide|planet)\b", line.low[end:stop]):
        return ("WLD",)
    return (named[0].code,) if named else ()
