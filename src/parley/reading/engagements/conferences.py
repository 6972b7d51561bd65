"""Conferences: COPs by number, city or year, summits of blocs, and gatherings with a proper name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import governing_verb
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, Told, fate_of, told
from parley.records import Place
from parley.terms.places import country_of
from parley.terms.summits import CLIMATE_CONFERENCE, summits, summits_in

_NOUNS = lemmas("conferences", "nouns")
_IN_NAMES = lemmas("conferences", "in_names")
_SUBJECTS = lemmas("conferences", "subjects")
_GENERAL = lemmas("conferences", "general")
_SESSIONS = lemmas("conferences", "sessions")
_BLOCS = lemmas("conferences", "blocs")
_HOSTING = lemmas("conferences", "hosting")
_OPENING = lemmas("conferences", "opening")
_COP = re.compile(
    r"\bCOP[ -]?(\d{1,2})\b"
    r"|\b(\d{1,2})(?:st|nd|rd|th) (?:(?:Session of the )?Conference of (?:the )?Parties"
    r"|(?:UN|U\.N\.|United Nations) Climate (?:Change )?Conference)",
    re.IGNORECASE,
)
_PARTS = frozenset(["closing", "opening", "plenary", "press", "news"])
_PRESIDING = lemmas("conferences", "presiding")
_FAR = 25
_ROUNDS = frozenset(["round", "edition", "session", "series"])
_ARTICLES = frozenset(["the", "this", "their", "a"])
_PLAIN = frozenset(["two", "three", "day", "week", "annual"])
_BESIDE = frozenset(["-", "'s", "'", "/", "(", ")", "&"])
_SERIES_OF_BLOC = {"G7": "G7", "G20": "G20"}


def find_conferences(scene: Scene) -> Iterator[Draft]:
    """All conferences told in the document, with those only referred to ("the summit") marked generic."""
    taken: set[int] = {draft.head.i for draft in scene.told if draft.kind in ("dialogue", "meeting", "call")}
    for found in _COP.finditer(scene.context.text):
        span = scene.doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is not None and span.root.i not in taken:
            head = _outer(span.root)
            taken.update(range(span.start, span.end))
            taken.add(head.i)
            name = f"COP{int(found.group(1) or found.group(2))}"
            session = _draft(scene, head, name, NOBODY, span.start, span.end)
            yield replace(session, owners=frozenset(), place=None) if _is_of_an_office(head) else session
    for token, _ in scene.words(_NOUNS):
        if token.i not in taken and token.lower_ in _NOUNS and token.pos_ in ("NOUN", "PROPN"):
            draft = _by_noun(scene, token)
            if draft is not None:
                yield draft
    yield from _by_bloc(scene)
    yield from _by_city(scene)


def _is_of_an_office(head: Token) -> bool:
    """ "the president of COP26", "the COP26 presidency": what is told besides is told of the office."""
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head.head
    return head.dep_ in ("pobj", "compound") and above.lemma_.lower() in _PRESIDING


def _outer(token: Token) -> Token:
    """ "the COP26 climate meeting": the meeting."""
    while token.dep_ in ("compound", "nmod", "appos") and token.head.lower_ in _NOUNS and token.head != token:
        token = token.head
    return token


def _by_noun(scene: Scene, noun: Token) -> Draft | None:
    before = _modifiers(scene, noun)
    if any(token.tag_ == "JJS" for token in before) or _is_part_of_another(noun):
        return None
    first = before[0].i if before else noun.i
    words = {token.lower_ for token in before}
    united = any(token.text in ("UN", "U.N.", "UNFCCC") or token.text == "Nations" for token in before)
    climate = bool(words & _SUBJECTS)
    blocs, others = _parties_before(scene, first, noun)
    if len(set(blocs + others)) > 1 and noun.lower_ != "summit":
        return None
    if blocs and noun.lower_ in ("summit", "meeting", "conference"):
        draft = _draft(scene, noun, None, Actor(parties=tuple(blocs + others)), first, noun.i + 1)
        return replace(draft, series=_SERIES_OF_BLOC.get(blocs[0]) if not others and noun.lower_ == "summit" else None)
    if (
        noun.lower_ in _SESSIONS
        and not (noun.text[0].isupper() and before)
        and not (climate and (united or _city_before(before)))
    ):
        return _reference(scene, noun, before)
    if _has_proper_name(noun, before) and (series := _series_called(_name(scene, before, noun))):
        name = _name(scene, before, noun)
        return replace(_draft(scene, noun, name, NOBODY, first, noun.i + 1), series=series)
    if climate and (united or noun.lower_ in ("summit", "talks", "negotiations")) and noun.lower_ in _GENERAL:
        draft = _draft(scene, noun, None, NOBODY, first, noun.i + 1, _city_before(before))
        series = CLIMATE_CONFERENCE if "climate" in words else None
        return replace(draft, series=series) if united or draft.place or series else draft
    if _has_proper_name(noun, before):
        name = _name(scene, before, noun)
        draft = _draft(scene, noun, name, NOBODY, first, noun.i + 1)
        return replace(draft, series=_series_called(name))
    place = _city_before(before)
    if (climate or place) and noun.lower_ in _GENERAL:
        draft = _draft(scene, noun, None, NOBODY, first, noun.i + 1, place)
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


def _modifiers(scene: Scene, noun: Token) -> list[Token]:
    """The words right before a noun that belong to it."""
    index = noun.i - 1
    while index >= noun.sent.start:
        token = scene.doc[index]
        if token.pos_ in ("PROPN", "NOUN", "ADJ", "NUM") or token.text in _BESIDE:
            index -= 1
        else:
            break
    found = [token for token in scene.doc[index + 1 : noun.i] if not token.is_space]
    while found and (found[0].text in _BESIDE or found[0].ent_type_ == "DATE"):
        found.pop(0)
    return found


def _parties_before(scene: Scene, first: int, noun: Token) -> tuple[list[str], list[str]]:
    """Blocs, and other Parties, among the modifiers."""
    codes = [m.code for m in scene.context.parties if first <= m.first < noun.i and m.form != "metonym"]
    blocs = [code for code in codes if code in _BLOCS]
    return blocs, [code for code in codes if code not in _BLOCS and code not in ("UN", "WLD")]


def _city_before(before: list[Token]) -> Place | None:
    """ "the Glasgow summit"."""
    for size in (2, 1):
        for index in range(len(before) - size + 1):
            words = before[index : index + size]
            name = " ".join(token.text for token in words)
            if name[0].isupper() and (country := country_of(name)) and summits_in(name):
                return Place(city=name, country=country)
    return None


def _holds_a_session(place: Place) -> bool:
    return place.city is not None and any(s.series == CLIMATE_CONFERENCE for s in summits_in(place.city))


def _is_host(place: Place) -> bool:
    """Whether a country, named without a city, has held a climate conference."""
    return place.city is None and any(s.country == place.country for s in summits() if s.series == CLIMATE_CONFERENCE)


def _has_proper_name(noun: Token, before: list[Token]) -> bool:
    named = [token for token in before if token.text not in _BESIDE]
    behind = noun.nbor(2) if noun.i + 2 < len(noun.doc) and noun.nbor().lower_ == "on" else None
    if noun.text in _IN_NAMES and behind is not None and _names_a_subject(behind):
        return True
    return noun.text in _IN_NAMES and bool(named) and named[-1].text[0].isupper()


def _name(scene: Scene, before: list[Token], noun: Token) -> str:
    """The capitalised words before the noun, and "on Climate" behind it."""
    first = noun.i
    for token in reversed(before):
        if token.text in _BESIDE:
            continue
        if not token.text[0].isupper():
            break
        first = token.i
    last = noun.i + 1
    doc = scene.doc
    if last + 1 < len(doc) and doc[last].lower_ == "on" and _names_a_subject(doc[last + 1]):
        last += 2
    return str(doc[first:last].text)


def _names_a_subject(token: Token) -> bool:
    """ "on Climate", not "on Wednesday"."""
    return token.text[0].isupper() and token.ent_type_ != "DATE"


def _series_called(name: str) -> str | None:
    """The series of known summits that a proper name belongs to."""
    plain = name.replace("'", "")
    found = [s.series for s in summits() if len(s.series) > 3 and (s.series in plain or s.series in name)]
    return max(found, key=len, default=None)


def _reference(scene: Scene, noun: Token, before: list[Token]) -> Draft | None:
    """ "the summit", "next year's conference": of use where another mention names it, or place and date are told."""
    head = _whole(noun)
    tied = [c for c in head.children if c.i < head.i and (c.lower_ in _ARTICLES or c.ent_type_ == "DATE")]
    if not tied or noun.lower_ == "week" or any(token.lower_ in _PARTS for token in before):
        return None
    theirs = next((child for child in tied if child.lower_ == "their"), None)
    actor = scene.context.agents.resolve(theirs) if theirs is not None else NOBODY
    draft = _draft(scene, noun, None, actor if len(actor.parties) > 1 else NOBODY, noun.left_edge.i, noun.i + 1)
    if draft.place is not None and (_holds_a_session(draft.place) or _is_host(draft.place)):
        draft = replace(draft, series=CLIMATE_CONFERENCE)
    dated = {i for d in scene.context.dates for i in range(d.start, d.end)}
    described = any(
        t.is_alpha and t.idx not in dated and t.ent_type_ != "DATE" and t.lower_ not in _PLAIN for t in before
    )
    return replace(draft, generic=True, indefinite=described or any(child.lower_ == "a" for child in tied))


def _by_bloc(scene: Scene) -> Iterator[Draft]:
    """ "hosts the G20 in July": the bloc's name for its summit."""
    for mention in scene.context.parties:
        head = scene.doc[mention.last - 1]
        if mention.code in _SERIES_OF_BLOC and head.dep_ == "dobj" and head.head.lemma_ in _HOSTING:
            draft = _draft(scene, head, None, Actor(parties=(mention.code,)), mention.first, mention.last)
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


def _draft(
    scene: Scene, head: Token, name: str | None, actor: Actor, first: int, last: int, place: Place | None = None
) -> Draft:
    end = scene.clause_end(head, over_infinitives=True)
    head = _whole(head)
    verb = governing_verb(head)
    carrier = verb if verb is not None and _carries(head, verb) else None
    relative = next(
        (t for t in head.subtree if t.dep_ in ("relcl", "acl") and 0 < t.i - head.i < _FAR and _tells(t)), None
    )
    owners = {head.i} | {t.i for t in head.children if t.dep_ in ("appos", "compound") and t.i >= first}
    reach = end
    for teller in (carrier, relative):
        if teller is not None:
            reach = max(reach, scene.clause_end(teller, over_infinitives=True))
    if teller := carrier or relative:
        owners.update(_with_infinitives(teller))
        if teller.dep_ == "relcl" and teller.head.ent_type_ == "DATE":
            owners.add(teller.head.i)
    place = place or scene.place_in(last - 1, reach) or _host(scene, verb, relative)
    if place is None and carrier is not None:
        place = scene.place_in(carrier.left_edge.i, head.i)
    if place is None and verb is not None and verb.dep_ == "relcl":
        place = scene.place_before_where(verb)
    status = _status(carrier, relative, verb)
    if status == NO_EVENT:
        status = "cancelled"
    start, until = scene.characters(first, max(last, first + 1))
    mode = scene.mode_between(max(0, first - 2), min(last + 5, end))
    return Draft("conference", head, frozenset(owners), start, until, actor, status, mode, place, name=name)


def _whole(noun: Token) -> Token:
    """ "a round of talks": the round."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _ROUNDS:
        return noun.head.head
    return noun


def _tells(token: Token) -> bool:
    return token.lemma_.lower() in _HOSTING | _OPENING or fate_of(token) is not None or token.lower_ == "due"


def _with_infinitives(verb: Token) -> set[int]:
    """The verb and what completes it: "is due to take place"."""
    return {verb.i} | {
        t.i for t in verb.subtree if t.dep_ in ("xcomp", "conj", "acomp", "ccomp") and t.pos_ in ("VERB", "AUX", "ADJ")
    }


def _carries(head: Token, verb: Token) -> bool:
    """Whether the verb tells the fate of the conference: it opens, is held, is put off, or somebody hosts it."""
    chain = head
    while chain.dep_ in ("conj", "appos", "compound") and chain.head != chain:
        chain = chain.head
    if chain.dep_ in ("nsubj", "nsubjpass"):
        return chain.head.i == verb.i
    return chain.dep_ == "dobj" and (verb.lemma_ in _HOSTING or fate_of(verb) is not None)


def _host(scene: Scene, verb: Token | None, relative: Token | None) -> Place | None:
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


def _status(carrier: Token | None, relative: Token | None, verb: Token | None) -> Told:
    for teller in (carrier, relative):
        if teller is None:
            continue
        for each in sorted(_with_infinitives(teller)):
            if fate := fate_of(teller.doc[each]):
                return fate
        status = told(teller)
        if status in ("cancelled", "planned", "held", NO_EVENT):
            return status
    if verb is None:
        return None
    return "held" if told(verb) == "held" and carrier is None and relative is None else None
