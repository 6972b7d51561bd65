"""Conferences: COPs by number, city or year, summits of blocs, and gatherings with a proper name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import subject_of
from parley.reading.engagements.conference_names import (
    city_before,
    has_proper_name,
    is_a_body,
    modifiers,
    proper_name,
    series_called,
)
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.sessions import session, whole
from parley.records import Place
from parley.terms.summits import CLIMATE_CONFERENCE, summits, summits_in

_NOUNS = lemmas("conferences", "nouns")
_SUBJECTS = lemmas("conferences", "subjects")
_GENERAL = lemmas("conferences", "general")
_SESSIONS = lemmas("conferences", "sessions")
_BLOCS = lemmas("conferences", "blocs")
_HOSTING = lemmas("conferences", "hosting")
_COP = re.compile(
    r"\bCOP[ -]?(\d{1,2})\b"
    r"|\b(\d{1,2})(?:st|nd|rd|th) (?:(?:Session of the )?Conference of (?:the )?Parties"
    r"|(?:UN|U\.N\.|United Nations) Climate (?:Change )?Conference)",
    re.IGNORECASE,
)
_OF_NATURE = lemmas("conferences", "of_nature")
_PARTS = frozenset(["closing", "opening", "plenary", "press", "news"])
_PRESIDING = lemmas("conferences", "presiding")
_ARTICLES = frozenset(["the", "this", "their", "a"])
_PLAIN = frozenset(["two", "three", "day", "week", "annual"])
_SERIES_OF_BLOC = {"G7": "G7", "G20": "G20"}


def find_conferences(scene: Scene) -> Iterator[Draft]:
    """All conferences told in the document, with those only referred to ("the summit") marked generic."""
    taken: set[int] = {draft.head.i for draft in scene.told if draft.kind in ("dialogue", "meeting", "call")}
    yield from _numbered(scene, taken)
    for token, _ in scene.words(_NOUNS):
        if token.i not in taken and token.lower_ in _NOUNS and token.pos_ in ("NOUN", "PROPN"):
            draft = _by_noun(scene, token)
            if draft is not None:
                yield draft
    yield from _by_bloc(scene)
    yield from _by_city(scene)


def _numbered(scene: Scene, taken: set[int]) -> Iterator[Draft]:
    """Sessions by their number; ``taken`` grows by their tokens."""
    for found in _COP.finditer(scene.context.text):
        span = scene.doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is None or span.root.i in taken:
            continue
        head = _outer(span.root)
        taken.update(range(span.start, span.end))
        taken.add(head.i)
        name = f"COP{int(found.group(1) or found.group(2))}"
        around = {token.lower_ for token in scene.doc[max(0, span.start - 3) : span.end + 3]}
        draft = session(scene, head, f"CBD {name}" if around & _OF_NATURE else name, NOBODY, span.start, span.end)
        of_an_office = _is_of_an_office(head, span.end)
        yield replace(draft, owners=frozenset(), place=None, status=None) if of_an_office else draft


def _is_of_an_office(head: Token, end: int) -> bool:
    """ "the president of COP26", "COP26 President-Designate X": what is told besides is told of the office."""
    if end < len(head.doc) and head.doc[end].lemma_.lower() in _PRESIDING:
        return True
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head.head
    return head.dep_ in ("pobj", "compound") and above.lemma_.lower() in _PRESIDING


def _outer(token: Token) -> Token:
    """ "the COP26 climate meeting": the meeting."""
    while token.dep_ in ("compound", "nmod", "appos") and token.head.lower_ in _NOUNS and token.head != token:
        token = token.head
    return token


def _by_noun(scene: Scene, noun: Token) -> Draft | None:
    before = modifiers(scene, noun)
    if any(token.tag_ == "JJS" for token in before) or _is_part_of_another(noun) or is_a_body(noun, before):
        return None
    first = before[0].i if before else noun.i
    words = {token.lower_ for token in before}
    united = any(token.text in ("UN", "U.N.", "UNFCCC") or token.text == "Nations" for token in before)
    climate = bool(words & _SUBJECTS)
    if noun.lower_ == "week" and not climate:
        return None
    first, blocs, others = _parties_before(scene, first, noun)
    if len(set(blocs + others)) > 1 and noun.lower_ != "summit":
        return None
    if blocs and noun.lower_ in ("summit", "meeting", "conference"):
        draft = session(scene, noun, None, Actor(parties=tuple(blocs + others)), first, noun.i + 1)
        return replace(draft, series=_SERIES_OF_BLOC.get(blocs[0]) if not others and noun.lower_ == "summit" else None)
    if (
        noun.lower_ in _SESSIONS
        and not (noun.text[0].isupper() and before)
        and not (climate and (united or city_before(before)))
    ):
        return _reference(scene, noun, before)
    if has_proper_name(noun, before) and (series := series_called(proper_name(scene, before, noun))):
        name = proper_name(scene, before, noun)
        return replace(session(scene, noun, name, NOBODY, first, noun.i + 1), series=series)
    if climate and (united or noun.lower_ in ("summit", "talks", "negotiations")) and noun.lower_ in _GENERAL:
        draft = session(scene, noun, None, NOBODY, first, noun.i + 1, city_before(before))
        series = CLIMATE_CONFERENCE if "climate" in words else None
        return replace(draft, series=series) if united or draft.place or series else draft
    if has_proper_name(noun, before):
        name = proper_name(scene, before, noun)
        draft = session(scene, noun, name, NOBODY, first, noun.i + 1)
        return replace(draft, series=series_called(name))
    place = city_before(before)
    if (climate or place) and noun.lower_ in _GENERAL:
        draft = session(scene, noun, None, NOBODY, first, noun.i + 1, place)
        return replace(draft, series=CLIMATE_CONFERENCE) if place and _holds_a_session(place) else draft
    return _reference(scene, noun, before)


def _is_part_of_another(noun: Token) -> bool:
    """ "the Summit on Climate, a gathering", "the Ministerial Meeting": told by the other noun."""
    if noun.dep_ == "compound":
        return noun.head.lower_ in _NOUNS
    head = noun
    for _ in range(4):
        if head.dep_ not in ("appos", "pobj", "prep") or (head == noun and head.dep_ != "appos"):
            return False
        head = head.head
        if head.lower_ in _NOUNS:
            return True
    return False


def _parties_before(scene: Scene, first: int, noun: Token) -> tuple[int, list[str], list[str]]:
    """Where the modifiers begin ("the Group of 20 summit"), and the blocs and other Parties among them."""
    mentions = [m for m in scene.context.sentence_at(noun.idx).parties if first < m.last <= noun.i]
    mentions = [m for m in mentions if m.form != "metonym"]
    codes = [m.code for m in mentions]
    blocs = [code for code in codes if code in _BLOCS]
    others = [code for code in codes if code not in _BLOCS and code not in ("UN", "WLD")]
    return min([first, *(m.first for m in mentions)]), blocs, others


def _holds_a_session(place: Place) -> bool:
    return place.city is not None and any(s.series == CLIMATE_CONFERENCE for s in summits_in(place.city))


def _is_host(place: Place) -> bool:
    """Whether a country, named without a city, has held a climate conference."""
    return place.city is None and any(s.country == place.country for s in summits() if s.series == CLIMATE_CONFERENCE)


def _reference(scene: Scene, noun: Token, before: list[Token]) -> Draft | None:
    """ "the summit", "next year's conference": of use where another mention names it, or place and date are told."""
    head = whole(noun)
    tied = [c for c in head.children if c.i < head.i and (c.lower_ in _ARTICLES or c.ent_type_ == "DATE")]
    if not tied or noun.lower_ == "week" or any(token.lower_ in _PARTS for token in before):
        return None
    actor = _whose(scene, head, noun)
    draft = session(scene, noun, None, actor, noun.left_edge.i, noun.i + 1)
    if draft.place is not None and (_holds_a_session(draft.place) or _is_host(draft.place)):
        draft = replace(draft, series=CLIMATE_CONFERENCE)
    dated = {i for d in scene.context.dates for i in range(d.start, d.end)}
    described = any(
        t.is_alpha and t.idx not in dated and t.ent_type_ != "DATE" and t.lower_ not in _PLAIN for t in before
    )
    return replace(draft, generic=True, indefinite=described or any(child.lower_ == "a" for child in tied))


def _whose(scene: Scene, head: Token, noun: Token) -> Actor:
    """The bloc or the two Parties of "their summit", "A and B will hold a summit"."""
    if any(child.lower_ == "their" for child in head.children):
        mentions = [m for m in scene.context.sentence_at(noun.idx).parties if m.first < noun.i and m.code in _BLOCS]
        actor = Actor(parties=(mentions[-1].code,)) if mentions else scene.pair_before(noun)
        return Actor(parties=actor.parties)
    if head.dep_ == "dobj" and head.head.lemma_ == "hold":
        actor = Actor(parties=scene.participants.subject(subject_of(head.head)).parties)
        return actor if len(actor.parties) > 1 else NOBODY
    return NOBODY


def _by_bloc(scene: Scene) -> Iterator[Draft]:
    """ "hosts the G20 in July": the bloc's name for its summit."""
    for mention in scene.context.parties:
        head = scene.doc[mention.last - 1]
        if mention.code in _SERIES_OF_BLOC and head.dep_ == "dobj" and head.head.lemma_ in _HOSTING:
            draft = session(scene, head, None, Actor(parties=(mention.code,)), mention.first, mention.last)
            yield replace(draft, series=_SERIES_OF_BLOC[mention.code])


def _by_city(scene: Scene) -> Iterator[Draft]:
    """A city of a climate conference with its month right behind it: "since Katowice last December"."""
    for mention in scene.places:
        if mention.city is None or mention.last >= len(scene.doc):
            continue
        behind = next((d for d in scene.context.dates if 0 < d.start - mention.end <= 6 and d.interval), None)
        if behind is None or behind.interval is None or not 28 <= (behind.interval.days or 999) <= 62:
            continue
        for summit in summits_in(mention.city):
            if summit.series == CLIMATE_CONFERENCE and abs((summit.start - behind.interval.anchor).days) < 31:
                head = scene.doc[mention.first]
                yield Draft(
                    "conference",
                    head,
                    frozenset(),
                    mention.start,
                    behind.end,
                    when=behind.interval,
                    place=mention.place,
                    name=summit.name,
                )
