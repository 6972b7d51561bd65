"""Whose pledge it is: after the grammar of its sentence, never the nearest name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.parties import PartyMention
from parley.reading.pledges.firmness import Cue, Governed, clause_start
from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.vocabulary import alternatives

_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])
_NOT_A_PARTY = frozenset(
    "company companies firm firms utility utilities city cities state states mayor mayors bank banks group groups campaigner campaigners "
    "activist activists analyst analysts scientist scientists researcher researchers investor investors airline airlines industry "
    "businesses business automaker automakers carmaker carmakers university church fund funds panel expert experts protesters climate".split()
)
_GOVERNING = frozenset(
    "government ministry cabinet parliament congress senate administration state-council council lawmakers legislature commission bundestag "
    "minister president premier chancellor officials leaders envoy country nation bloc party delegation authorities leader prime".split()
)
_GLOBAL = re.compile(r"\b(?:global(?:ly)?|world(?:wide|'s)?|all (?:countries|nations|parties|big emitters)|international)\b")
_BULLET = re.compile(r"^\W*(?:the )?(?P<name>[^:\n]{2,40}): ")
_POSSESSED = re.compile(rf"^(?:'s?)? (?:[\w%-]+ ){{0,5}}?(?:{alternatives('target_nouns', 'emissions', 'power', 'law_nouns')}|share|cut|peak|contribution|funding|finance)\b")
_LONGEST_CLIMB = 9


@dataclass(frozen=True, slots=True)
class Holder:
    """Codes of the Parties whose pledge it is; ``inferred`` says on what ground when it is a guess."""

    parties: tuple[str, ...]
    inferred: str | None = None


NOBODY = Holder(())


def find_holder(line: Line, goal: Goal, governed: Governed, topic: tuple[str, ...]) -> Holder:
    """Who is to reach ``goal``; ``topic`` are the Parties of the last pledge before it."""
    if goal.kind == "temperature_goal":
        return Holder(("WLD",))
    if named := _named_possessor(line, goal, governed):
        return Holder((named,))
    if bullet := _bullet(line):
        return Holder((bullet,))
    if governed.firmness == "urged":
        return _urged(line, goal, governed)
    if goal.kind == "finance" and (payers := _payers(line, goal)):
        return Holder(payers)
    return _subject(line, goal, governed.cue, topic)


def _bullet(line: Line) -> str | None:
    """A Party before a colon at the head of the line."""
    if opening := _BULLET.match(line.low):
        inside = [m for m in line.sentence.parties if m.end - line.offset <= opening.end("name")]
        return inside[0].code if len(inside) == 1 else None
    return None


def _named_possessor(line: Line, goal: Goal, governed: Governed) -> str | None:
    """The Party named before a target or before what is to change: "Ruritania's 2040 plan", "the world's emissions"."""
    first = governed.cue.end if governed.cue else clause_start(line, goal.start)
    if governed.cue and _is_noun(governed.cue):
        first = max(0, governed.cue.start - 40)
    for mention in reversed(line.sentence.parties):
        start, end = mention.start - line.offset, mention.end - line.offset
        if end > goal.end or start < min(first, goal.start):
            continue
        following = line.low[end : goal.end + 30]
        owns = following.startswith(("'s ", "' ")) or (mention.form == "demonym" and mention.use == "modifier")
        reaches = _POSSESSED.match(following)
        if owns and reaches and end + reaches.end() >= min(goal.start, governed.cue.start if governed.cue else goal.start):
            return mention.code
    return None


def _is_noun(cue: Cue) -> bool:
    return re.fullmatch(alternatives("target_nouns", "law_nouns") + "|bill|draft|program(?:me)?", cue.word) is not None


def _urged(line: Line, goal: Goal, governed: Governed) -> Holder:
    """The one who is asked: named between the verb of urging and the goal, or, behind "should", the subject."""
    cue = governed.urging or governed.cue
    if cue is None:
        return NOBODY
    if cue.word.endswith("for") or cue.word.startswith(("demand", "recommend")):
        return _world_if_global(line, cue.end, goal.end)
    if cue.is_modal or cue.word in ("must", "should"):
        holder = _subject(line, goal, cue, ())
        return holder if holder.parties else _world_if_global(line, clause_start(line, goal.start), goal.end)
    for token in _tokens(line, cue.end, goal.start):
        actor = line.context.agents.resolve(token)
        if actor.parties and (token.pos_ != "PRON" or token.dep_ in ("dobj", "nsubj", "pobj")):
            return Holder(actor.parties)
    return _world_if_global(line, cue.end, goal.end)


def _world_if_global(line: Line, start: int, end: int) -> Holder:
    return Holder(("WLD",)) if _GLOBAL.search(line.low, start, end + 30) else NOBODY


def urgers(line: Line, governed: Governed) -> tuple[str, ...]:
    """The Parties that urge."""
    if governed.firmness != "urged" or governed.urging is None:
        return ()
    token = _token_at(line, governed.urging.start)
    return _climb(line, token).parties if token is not None and not governed.urging.is_modal else ()


def _payers(line: Line, goal: Goal) -> tuple[str, ...]:
    """Those after "from" or "by" when the sentence is about who receives."""
    clause = clause_start(line, goal.start)
    if re.search(r"\b(?:receiv\w+|was promised|were promised|get|gets)\b", line.low[clause : goal.start]):
        found = re.search(r"\b(?:from|by) (?:the )?(?=\S)", line.low[goal.end :])
        if found:
            begin = line.offset + goal.end + found.end()
            listed = [m for m in line.sentence.parties if begin <= m.start]
            return tuple(dict.fromkeys(m.code for m in listed))
    return ()


def _subject(line: Line, goal: Goal, cue: Cue | None, topic: tuple[str, ...]) -> Holder:
    token = _token_at(line, cue.start if cue else goal.start)
    if token is None:
        return NOBODY
    found = _climb(line, token)
    if found.parties or found is _REJECTED:
        return found
    if fallback := _subject_by_order(line, min(goal.start, cue.start if cue else goal.start)):
        return Holder((fallback,))
    if possessor := _possessive_pronoun(line, goal):
        return Holder(possessor)
    return Holder(topic, "the Party of the pledge before it") if topic else NOBODY


_REJECTED = Holder((), "no Party")


def _climb(line: Line, token: Token) -> Holder:
    """The subject of the verb that governs ``token``, or of the verbs above it when that one is a mere thing."""
    agents = line.context.agents
    node = token.head if token.pos_ == "AUX" and token.dep_ in ("aux", "auxpass") else token
    for _ in range(_LONGEST_CLIMB):
        for child in node.children:
            if child.dep_ not in _SUBJECTS or child.i > node.i + 12:
                continue
            if _is_nobody(line, child):
                return _REJECTED
            actor = agents.resolve(child)
            if actor.parties:
                return Holder(tuple(code for code in actor.parties if code != "WLD") or actor.parties)
            if actor.people:
                return _REJECTED
        for child in node.children:
            if child.dep_ == "agent":
                for passive in child.children:
                    if (actor := agents.resolve(passive)).parties:
                        return Holder(actor.parties)
        if node.dep_ in ("relcl", "acl") and (actor := agents.resolve(node.head, conjuncts=False)).parties:
            return Holder(actor.parties)
        if node.head is node:
            break
        node = node.head
    return NOBODY


def _is_nobody(line: Line, token: Token) -> bool:
    """A company, a city, a campaign: somebody, but no Party."""
    agents = line.context.agents
    if agents.party_at(token.i) or agents.person_at(token.i):
        return False
    if token.lower_ in _GOVERNING or token.pos_ == "PRON":
        return False
    if token.lower_ in _NOT_A_PARTY:
        return token.lower_ not in ("group", "groups", "state", "states", "climate")
    return token.ent_type_ in ("ORG", "PERSON") and not any(agents.party_at(t.i) for t in token.subtree if t.i < token.i)


def _subject_by_order(line: Line, before: int) -> str | None:
    """The last Party that stands before ``before`` as a subject, where the parse does not lead to it."""
    limit = line.offset + before
    candidates = [m for m in line.sentence.parties if m.end <= limit and m.use == "agent" and m.code != "WLD"]
    for mention in reversed(candidates):
        if line.context.doc[mention.last - 1].dep_ in _SUBJECTS:
            return mention.code
    return candidates[0].code if candidates else None


def _possessive_pronoun(line: Line, goal: Goal) -> tuple[str, ...]:
    for token in _tokens(line, max(0, goal.start - 60), goal.end):
        if token.lower_ in ("its", "their") or (token.lower_ in ("country", "nation", "bloc") and token.dep_ == "poss"):
            return line.context.agents.resolve(token).parties
    return ()


def _token_at(line: Line, position: int) -> Token | None:
    span = line.context.doc.char_span(line.offset + position, line.offset + position + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _tokens(line: Line, start: int, end: int) -> Sequence[Token]:
    span = line.context.doc.char_span(line.offset + start, line.offset + max(end, start + 1), alignment_mode="expand")
    return list(span) if span is not None else []


def mentions_between(line: Line, start: int, end: int) -> list[PartyMention]:
    """The Parties named in ``line.low[start:end]``."""
    return [m for m in line.sentence.parties if start <= m.start - line.offset and m.end - line.offset <= end]
