"""Conferences: COPs by number, city or year, summits of blocs, and gatherings with a proper name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import governing_verb
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas, sessions
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, Told, fate_of, told
from parley.records import Place

_NOUNS = lemmas("conferences", "nouns")
_IN_NAMES = lemmas("conferences", "in_names")
_SUBJECTS = lemmas("conferences", "subjects")
_BLOCS = lemmas("conferences", "blocs")
_HOSTING = lemmas("conferences", "hosting")
_OPENING = lemmas("conferences", "opening")
_COP = re.compile(r"\bCOP[ -]?(\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th) (?:Session of the )?Conference of the Parties", re.IGNORECASE)


def find_conferences(scene: Scene) -> Iterator[Draft]:
    """All conferences told in the document, with those only referred to ("the summit") marked generic."""
    taken: set[int] = set()
    for found in _COP.finditer(scene.doc.text):
        span = scene.doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is not None and span.root.i not in taken:
            head = _outer(span.root)
            taken.update(range(span.start, span.end))
            taken.add(head.i)
            yield _draft(scene, head, f"COP{int(found.group(1) or found.group(2))}", NOBODY, span.start, span.end)
    for token in scene.doc:
        if token.i in taken or token.pos_ not in ("NOUN", "PROPN") or token.lower_ not in _NOUNS:
            continue
        draft = _by_noun(scene, token)
        if draft:
            yield draft


def _outer(token: Token) -> Token:
    """"the COP26 climate meeting": the meeting."""
    while token.dep_ in ("compound", "nmod", "appos") and token.head.lower_ in _NOUNS and token.head != token:
        token = token.head
    return token


def _by_noun(scene: Scene, noun: Token) -> Draft | None:
    before = _modifiers(scene, noun)
    words = {token.lower_ for token in before}
    blocs = [m.code for m in scene.context.parties if m.last > noun.left_edge.i and m.first < noun.i and m.code in _BLOCS and _modifies(m.last - 1, before, noun)]
    climate = bool(words & _SUBJECTS) or any(_is_un(token) for token in before)
    if noun.lower_ in ("talks", "negotiations", "meeting", "session", "gathering", "week", "assembly", "dialogue", "forum") and not (noun.text[0].isupper() or _is_un_before(before)):
        return _reference(scene, noun) if noun.lower_ in ("talks", "meeting", "session", "forum") else None
    if blocs and noun.lower_ in ("summit", "meeting", "conference"):
        others = [m.code for m in scene.context.parties if noun.left_edge.i <= m.first < noun.i and m.code not in blocs and m.code not in ("UN", "WLD") and _modifies(m.last - 1, before, noun)]
        return _draft(scene, noun, None, Actor(parties=tuple(blocs + others)), before[0].i, noun.i + 1)
    if _has_proper_name(noun, before):
        return _draft(scene, noun, scene.doc[_first_capital(before).i : noun.i + 1].text, NOBODY, before[0].i, noun.i + 1)
    if climate and noun.lower_ in ("summit", "conference", "ministerial", "talks", "negotiations", "meeting"):
        return _draft(scene, noun, None, NOBODY, before[0].i if before else noun.i, noun.i + 1)
    city = next((scene.place_at[t.i] for t in before if t.i in scene.place_at), None)
    if city is not None and noun.lower_ in ("summit", "conference", "ministerial"):
        return _draft(scene, noun, None, NOBODY, before[0].i, noun.i + 1, city.place)
    return _reference(scene, noun)


def _modifiers(scene: Scene, noun: Token) -> list[Token]:
    """The words right before a noun that belong to it."""
    index = noun.i - 1
    while index >= noun.sent.start:
        token = scene.doc[index]
        if token.pos_ in ("PROPN", "NOUN", "ADJ", "NUM") or token.text in ("-", "'s", "'", "/") or token.lower_ in ("annual",):
            index -= 1
        else:
            break
    return [token for token in scene.doc[index + 1 : noun.i] if not token.is_space]


def _modifies(last: int, before: list[Token], noun: Token) -> bool:
    return bool(before) and before[0].i <= last < noun.i


def _is_un(token: Token) -> bool:
    return token.text in ("UN", "U.N.", "UNFCCC", "Nations")


def _is_un_before(before: list[Token]) -> bool:
    return any(_is_un(token) for token in before)


def _has_proper_name(noun: Token, before: list[Token]) -> bool:
    capitals = [token for token in before if token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN")]
    return noun.text in _IN_NAMES and len(capitals) > 0 and before[-1].text[0].isupper()


def _first_capital(before: list[Token]) -> Token:
    first = before[-1]
    for token in reversed(before):
        if not token.text[0].isupper() and token.text not in ("'s", "'", "-"):
            break
        first = token if token.text[0].isupper() else first
    return first


def _reference(scene: Scene, noun: Token) -> Draft | None:
    """"the summit", "the two-day meeting": of use only where another mention names it."""
    if not any(child.lower_ in ("the", "this") for child in noun.children if child.i < noun.i):
        return None
    draft = _draft(scene, noun, None, NOBODY, noun.left_edge.i, noun.i + 1)
    if draft is None:
        return None
    from dataclasses import replace

    return replace(draft, generic=True)


def _draft(
    scene: Scene, head: Token, name: str | None, actor: Actor, first: int, last: int, place: Place | None = None
) -> Draft:
    end = scene.clause_end(head, over_infinitives=True)
    verb = governing_verb(head)
    carrier = verb if verb is not None and _carries(head, verb) else None
    relative = next((c for c in head.subtree if c.dep_ in ("relcl", "acl") and c.lemma_.lower() in _HOSTING | _OPENING), None)
    owners = {head.i} | {t.i for t in head.subtree if t.dep_ in ("appos", "compound") and t.i >= first}
    reach = end
    for teller in (carrier, relative):
        if teller is not None:
            owners.add(teller.i)
            reach = max(reach, scene.clause_end(teller))
    place = place or scene.place_in(last - 1, reach) or _host(scene, head, verb, relative)
    if place is None and carrier is not None:
        place = scene.place_in(carrier.left_edge.i, head.i)
    status = _status(head, carrier, relative)
    start, until = scene.characters(first, max(last, first + 1))
    mode = scene.mode_between(max(0, first - 2), min(last + 5, end))
    return Draft(
        "conference", head, frozenset(owners), start, until, actor, status, mode, place, name=name
    )


def _carries(head: Token, verb: Token) -> bool:
    """Whether the verb tells the fate of the conference: it opens, is held, is put off, or somebody hosts it."""
    chain = head
    while chain.dep_ in ("conj", "appos", "compound") and chain.head != chain:
        chain = chain.head
    if chain.dep_ in ("nsubj", "nsubjpass"):
        return chain.head.i == verb.i
    return chain.dep_ == "dobj" and (verb.lemma_ in _HOSTING or fate_of(verb) is not None)


def _host(scene: Scene, head: Token, verb: Token | None, relative: Token | None) -> Place | None:
    """The country that hosts it, when no place is named."""
    teller = relative if relative is not None and relative.lemma_ in _HOSTING else verb
    if teller is None or teller.lemma_ not in _HOSTING:
        return None
    for child in teller.children:
        if child.dep_ == "nsubj":
            subject = child.head.head if child.lower_ in ("which", "who") and child.head.dep_ == "relcl" else child
            actor = scene.participants.subject(subject)
            if actor.parties and not actor.people and len(actor.parties[0]) == 3:
                return Place(country=actor.parties[0])
    return None


def _status(head: Token, carrier: Token | None, relative: Token | None) -> Told:
    for teller in (carrier, relative):
        if teller is not None:
            status = told(teller)
            if status in ("cancelled", "postponed", "planned"):
                return status
    return None
