"""What follows a verb of meeting or calling: one frame a verb class, each telling who is met and what kind it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.lexicon import words
from parley.records.engagement import EngagementKind

_OVER_WIRE = lemmas("talks", "over_wire")
_PURPOSES = lemmas("talks", "purposes_of_calls")
_EXCHANGED = lemmas("talks", "exchanged")
_OFFICES = words("offices", "heads")
_SENT = words("reference", "delegates") | lemmas("talks", "gathering")
_TOGETHER = lemmas("talks", "together")
_TALKS = frozenset(["talks", "discussions", "meeting"])
_ASIDE = frozenset(["sidelines", "margins"])
_NEAR = 9


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its subject ``one``; ``index`` is the first token behind it and its adverbs, ``end`` where the
    clause ends, ``with_at`` the token "with"."""

    scene: Scene
    verb: Token
    lemma: str
    one: Actor
    index: int
    end: int
    with_at: int | None

    @property
    def is_wired(self) -> bool:
        """Whether they speak by telephone."""
        return any(self.scene.doc[i].lower_ in _OVER_WIRE for i in range(self.verb.i, self.end))

    def word(self, index: int) -> str:
        """The word at a token, empty past the end of the text."""
        return str(self.scene.doc[index].lower_) if index < len(self.scene.doc) else ""


@dataclass(frozen=True, slots=True)
class Met:
    """Who is met besides the subject, where the words for it end (token, excluded), and the kind; None is no talks."""

    other: Actor
    last: int
    kind: EngagementKind | None


def clause_of(scene: Scene, verb: Token, lemma: str, one: Actor) -> Clause:
    """The clause that ``verb`` heads."""
    doc = scene.doc
    index = verb.i + 1
    while index < len(doc) and (doc[index].pos_ in ("ADV", "SCONJ", "SPACE") or doc[index].lower_ in _TOGETHER):
        index += 1
    end = scene.clause_end(verb)
    with_at = next((i for i in range(index, min(end, index + _NEAR)) if doc[i].lower_ == "with"), None)
    return Clause(scene, verb, lemma, one, index, end, with_at)


def met(clause: Clause) -> Met:
    """What the frame of the clause's verb tells."""
    return _FRAMES[clause.lemma](clause)


def _nothing(clause: Clause) -> Met:
    return Met(NOBODY, clause.index, None)


def _with(clause: Clause, kind: EngagementKind = "meeting") -> Met:
    if clause.with_at is None:
        return _nothing(clause)
    other, last = clause.scene.participants.group(clause.with_at + 1)
    return Met(other, last, kind)


def _meets(clause: Clause) -> Met:
    """ "met B", "met with B", "A and B met"."""
    if clause.with_at is not None:
        return _with(clause)
    if clause.lemma == "meet" and clause.index < clause.end:
        other, last = clause.scene.participants.group(clause.index)
        if other and (other.people or _are_sent(clause, last)):
            return Met(other, last, "meeting")
        if other:
            return _nothing(clause)
    return _between_themselves(clause)


def _are_sent(clause: Clause, last: int) -> bool:
    """ "met Norwegian officials", not "met Norway", which is said of teams."""
    return any(clause.word(i) in _OFFICES or clause.word(i) in _SENT for i in range(clause.index, last))


def _between_themselves(clause: Clause) -> Met:
    return Met(NOBODY, clause.end, "meeting" if len(clause.one.parties) > 1 else None)


def _discusses(clause: Clause) -> Met:
    """ "A and B discussed"; what one party discusses at home is no talks."""
    if len(clause.one.people) > 1:
        return _between_themselves(clause)
    with_at = next((i for i in range(clause.index, clause.end) if clause.word(i) == "with"), None)
    found = _with(replace(clause, with_at=with_at))
    return found if found.other.people and clause.one.people else _nothing(clause)


def _receives(clause: Clause) -> Met:
    """ "received B", "was received by B": people on both sides."""
    by = next((i for i in range(clause.index, min(clause.end, clause.index + _NEAR)) if clause.word(i) == "by"), None)
    passive = by is not None and any(child.dep_ == "auxpass" for child in clause.verb.children)
    other, last = clause.scene.participants.group(by + 1 if passive and by is not None else clause.index)
    if not other.people and not passive and clause.lemma == "receive":
        other, last = _behind_time_and_place(clause)
    return Met(other, last, "meeting" if other.people and clause.one.people else None)


def _behind_time_and_place(clause: Clause) -> tuple[Actor, int]:
    """ "received on Monday in Oslo the minister B"."""
    named = clause.scene.participants.named
    first = next((i for i in range(clause.index, min(clause.end, clause.index + 20)) if i in named), None)
    return clause.scene.participants.group(first) if first is not None else (NOBODY, clause.index)


def _telephones(clause: Clause) -> Met:
    other, last = clause.scene.participants.group(clause.index)
    return Met(other, last, "call" if other else None)


def _calls(clause: Clause) -> Met:
    """ "called on X" is a visit to a person unless an appeal; "called X to congratulate" is a call."""
    doc = clause.scene.doc
    on = clause.word(clause.index) in ("on", "upon")
    other, last = clause.scene.participants.group(clause.index + on)
    behind = [i for i in range(last, min(last + 5, len(doc) - 1)) if doc[i].lower_ == "to"]
    if not other.people and (on or not other.parties):
        return Met(NOBODY, last, None)
    if on:
        appeals = any(doc[i + 1].tag_ == "VB" for i in behind if i < last + 2)
        return Met(other, last, None if appeals else "meeting")
    told_why = any(doc[i + 1].lemma_ in _PURPOSES for i in behind)
    return Met(other, last, "call" if told_why or _is_dated(clause, last) else None)


def _is_dated(clause: Clause, last: int) -> bool:
    """ "called B on Monday": a day stands right behind who is called."""
    doc = clause.scene.doc
    behind = next((i for i in range(last, min(last + 3, len(doc))) if doc[i].text not in (",", "on")), None)
    return behind is not None and doc[behind].ent_type_ == "DATE"


def _speaks(clause: Clause) -> Met:
    """ "spoke by phone with B", "A and B talked"; to speak with nobody named is nothing."""
    kind: EngagementKind = "call" if clause.is_wired else "meeting"
    if clause.with_at is not None:
        found = _with(clause, kind)
        return found if found.other.people or (clause.is_wired and found.other) else _nothing(clause)
    if clause.word(clause.index) == "to" and clause.is_wired:
        other, last = clause.scene.participants.group(clause.index + 1)
        return Met(other, last, kind)
    aside = any(clause.word(i) in _ASIDE for i in range(clause.index, clause.end))
    talked = clause.lemma == "talk" or clause.is_wired or aside
    return Met(NOBODY, clause.end, kind if len(clause.one.parties) > 1 and talked else None)


def _sits(clause: Clause) -> Met:
    """ "sat down with B": the particle may have been passed over as an adverb."""
    near = {clause.word(i) for i in range(clause.verb.i + 1, clause.index + 1)}
    return _meets(clause) if "down" in near else _nothing(clause)


def _comes(clause: Clause) -> Met:
    """ "A and B came together", "got together with B"."""
    near = {clause.word(i) for i in range(clause.verb.i + 1, clause.index + 1)}
    seen = clause.one.people or clause.with_at is not None or clause.scene.place_in(clause.verb.i, clause.end)
    return _meets(clause) if "together" in near and seen else _nothing(clause)


def _joins(clause: Clause) -> Met:
    """ "join B for talks"."""
    other, last = clause.scene.participants.group(clause.index)
    joined = any(clause.word(i) in _TALKS for i in range(last, min(clause.end, last + 4)))
    return Met(other, last, "meeting" if other.people and joined else None)


def _exchanges(clause: Clause) -> Met:
    """ "exchanged views with B"."""
    views = any(clause.word(i) in _EXCHANGED for i in range(clause.index, min(clause.end, clause.index + 3)))
    return _with(clause) if views else _nothing(clause)


def _table() -> Mapping[str, Callable[[Clause], Met]]:
    frames: dict[str, Callable[[Clause], Met]] = {
        "call": _calls,
        "sit": _sits,
        "join": _joins,
        "come": _comes,
        "get": _comes,
    }
    rows: tuple[tuple[str, Callable[[Clause], Met]], ...] = (
        ("meeting_verbs", _meets),
        ("receiving", _receives),
        ("calling", _telephones),
        ("speaking", _speaks),
        ("exchanging", _exchanges),
        ("discussing", _discusses),
    )
    for key, frame in rows:
        frames.update(dict.fromkeys(lemmas("talks", key), frame))
    return frames


_FRAMES = _table()
VERBS = frozenset(_FRAMES)
