"""Visits: verbs of going with a destination, "is in", and nouns such as "trip" and "stay"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import governing_verb, subject_of
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, Told, fate_of, told
from parley.reading.lexicon import words
from parley.reading.places import PlaceMention
from parley.records import Place
from parley.records.engagement import EngagementStatus
from parley.terms.parties import is_group

_GOING = lemmas("visits", "going")
_LEADING = lemmas("visits", "leading_to")
_ONLY_FOR = lemmas("visits", "only_for")
_VISITING = lemmas("visits", "visiting")
_NOUNS = lemmas("visits", "nouns")
_WAITING = lemmas("visits", "waiting")
_TRAVELLERS = lemmas("visits", "travellers")
_WORDS = _GOING | _VISITING | _NOUNS | {"be", "lead"}
_PLANNED = lemmas("status", "planned")
_OFFICES = words("offices", "heads")
_COUNTRY_NOUNS = frozenset(["country", "kingdom", "nation", "capital", "region"])


def find_visits(scene: Scene) -> Iterator[Draft]:
    """All visits told in the document, one draft a country and clause."""
    for token, lemma in scene.words(_WORDS):
        if token.pos_ in ("VERB", "AUX"):
            if lemma != "lead" or any(child.lower_ in _TRAVELLERS for child in token.children):
                yield from _by_verb(scene, token, lemma)
        elif token.pos_ == "NOUN" and lemma in _GOING | _VISITING and token.i and token.nbor(-1).lower_ == "to":
            yield from _by_verb(scene, token, lemma)
        elif token.pos_ == "NOUN" and lemma in _NOUNS:
            yield from _by_noun(scene, token)


def _by_verb(scene: Scene, verb: Token, lemma: str) -> Iterator[Draft]:
    end = scene.clause_end(verb)
    stops = list(_destinations(scene, verb, lemma, end))
    if not stops:
        return
    subject = subject_of(verb if verb.pos_ != "NOUN" else governing_verb(verb) or verb)
    actor = scene.participants.subject(subject)
    if subject is not None and subject.lower_ in ("he", "she"):
        actor = scene.traveller_before(verb) or actor
    if not _travels(scene, subject, actor):
        return
    if verb.pos_ == "NOUN":
        status = _status_of_misread(verb)
    else:
        status = _status_of_being(verb) if lemma == "be" else told(verb)
    if status == NO_EVENT:
        return
    owners = {verb.i} | ({above.i} if (above := _above(verb)) else set())
    first = subject.left_edge.i if subject is not None and subject.sent.start == verb.sent.start else verb.i
    first = first if first <= verb.i else verb.i
    yield from _drafts(scene, verb, first, end, stops, actor, status, owners)


def _above(verb: Token) -> Token | None:
    """The verb of "is set to travel"."""
    return verb.head if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX", "ADJ") else None


def _status_of_being(verb: Token) -> Told:
    """ "is in", "was in", "will be in", "is due in"."""
    status = told(verb)
    following = {verb.doc[i].lower_ for i in range(verb.i + 1, min(verb.i + 3, len(verb.doc)))}
    if following & {"due", "expected", "scheduled", "set"} and status in (None, "under_way"):
        return "planned"
    return "under_way" if status is None else status


def _status_of_misread(noun: Token) -> Told:
    """An infinitive that the tagger took for a noun ("is due to land in")."""
    above = noun.head.head
    return (
        "planned" if above.lemma_.lower() in _PLANNED or above.pos_ == "ADJ" else told(governing_verb(above) or above)
    )


def _travels(scene: Scene, subject: Token | None, actor: Actor) -> bool:
    """Whether the subject is a person or a group of officials, not a country or a thing."""
    if subject is None:
        return False
    if actor.people:
        return _are_governmental(scene, actor)
    group = {token.lower_ for token in subject.subtree if token.i <= subject.i}
    return bool(actor.parties) and bool(group & _OFFICES or subject.lower_ in _TRAVELLERS or subject.lemma_ in _OFFICES)


def _are_governmental(scene: Scene, actor: Actor) -> bool:
    persons = scene.context.people.persons
    if any(persons[number].governmental for number in actor.people):
        return True
    unknown = any(persons[number].role is None for number in actor.people)
    return unknown and any(person.governmental for person in persons)


def _destinations(scene: Scene, verb: Token, lemma: str, end: int) -> Iterator[PlaceMention]:
    """The places a verb of going, visiting or being leads to, in order."""
    previous: PlaceMention | None = None
    for place in scene.places_between(verb.i + 1, end):
        before = scene.before(place.first)
        if previous is None:
            reached = _leads(scene, verb, lemma, place, before)
        else:
            reached = before in (",", "and", "then", "to", "in") and place.first - previous.last < 14
        if reached and _is_goal(scene, place):
            previous = place
            yield place
    if previous is None and (lemma != "be" or _is_followed_by_in(scene, verb, end)):
        yield from _here(scene, verb, end) or _unnamed_country(scene, verb, end)


def _is_followed_by_in(scene: Scene, verb: Token, end: int) -> bool:
    """ "was last in the kingdom"."""
    behind = [token.lower_ for token in scene.doc[verb.i + 1 : min(end, verb.i + 4)]]
    return "in" in behind and all(word in _WAITING or word in ("in", "the") for word in behind[: behind.index("in")])


def _here(scene: Scene, verb: Token, end: int) -> list[PlaceMention]:
    """ "arrived here": the place of the dateline."""
    near = scene.doc[verb.i + 1 : min(end, verb.i + 3)]
    return [scene.here] if scene.here is not None and any(token.lower_ == "here" for token in near) else []


def _is_goal(scene: Scene, place: PlaceMention) -> bool:
    """A country or a city in one; not a bloc, and not the subject of a clause of its own."""
    heads = {token.dep_ for token in scene.doc[place.first : place.last]}
    return place.country is not None and place.country != "EUU" and "nsubj" not in heads


def _leads(scene: Scene, verb: Token, lemma: str, place: PlaceMention, before: str) -> bool:
    if lemma in _VISITING:
        return _is_object(scene, verb, place)
    if lemma == "be":
        between = [scene.doc[i].lower_ for i in range(verb.i + 1, place.first - 1)]
        return before == "in" and all(word in _WAITING or word in ("the", "also", "in", "capital") for word in between)
    if lemma in _ONLY_FOR:
        return before == "for"
    return before in _LEADING and place.first - verb.i < 8


def _is_object(scene: Scene, verb: Token, place: PlaceMention) -> bool:
    between = [scene.doc[i] for i in range(verb.i + 1, place.first)]
    return all(token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT") for token in between) and len(between) < 4


def _unnamed_country(scene: Scene, verb: Token, end: int) -> Iterator[PlaceMention]:
    """ "to the country": the Party last spoken of."""
    for token in scene.doc[verb.i + 1 : end]:
        if token.lower_ in _COUNTRY_NOUNS and token.dep_ in ("pobj", "dobj") and token.i - verb.i < 5:
            actor = scene.context.agents.resolve(token, conjuncts=False)
            if actor.parties and not is_group(actor.parties[0]):
                yield PlaceMention(token.idx, token.idx + len(token), token.i, token.i + 1, None, actor.parties[0])
            return


def _by_noun(scene: Scene, noun: Token) -> Iterator[Draft]:
    """ "a trip by A to B", "A's stay in B", "is on a visit to B", "the visit"."""
    end = scene.clause_end(noun)
    stops = _noun_stops(scene, noun, end)
    actor = _visitor(scene, noun, end)
    if not actor and stops:
        actor = scene.traveller_before(noun)
    if actor and not stops and (host := _host_of_same_sentence(scene, noun)):
        yield _visit_too(scene, noun, end, actor, host)
        return
    verb = governing_verb(noun)
    status = _noun_status(noun, verb)
    if status == NO_EVENT:
        return
    fated = verb is not None and fate_of(verb) == "cancelled"
    owners = {noun.i} | ({verb.i} if verb is not None and _carries(noun, verb) and not fated else set())
    first = noun.left_edge.i
    if stops and (actor or status in ("cancelled", "postponed")):
        yield from _drafts(scene, noun, first, end, stops, actor, status, owners)
    elif (
        not stops
        and noun.tag_ != "NNS"
        and any(child.lower_ in ("the", "this") or child.dep_ == "poss" for child in noun.children)
    ):
        start, stop = scene.characters(first, end)
        yield Draft("visit", noun, frozenset(owners), start, stop, actor, status, "in_person", generic=True)


def _host_of_same_sentence(scene: Scene, noun: Token) -> Draft | None:
    """ "A will travel to the country after a trip by B": B's trip has the same goal."""
    if not any(child.lower_ in ("by", "of") and child.dep_ in ("prep", "agent") for child in noun.children):
        return None
    start = noun.sent.start
    told = [d for d in scene.told if d.kind == "visit" and d.host and d.head.i < noun.i and d.head.sent.start == start]
    return told[-1] if told else None


def _visit_too(scene: Scene, noun: Token, end: int, actor: Actor, other: Draft) -> Draft:
    start, until = scene.characters(noun.left_edge.i, end)
    visitor = actor.parties[0] if actor.parties else None
    parties = tuple(dict.fromkeys([*actor.parties, *([other.host] if other.host else [])]))
    place = Place(country=other.host)
    grounds = (("place", "the visit told beside it"),)
    return Draft(
        "visit",
        noun,
        frozenset([noun.i]),
        start,
        until,
        Actor(actor.people, parties),
        mode="in_person",
        place=place,
        visitor=visitor,
        host=other.host,
        inferred=grounds,
    )


def _noun_stops(scene: Scene, noun: Token, end: int) -> list[PlaceMention]:
    stops: list[PlaceMention] = []
    for place in scene.places_between(noun.i + 1, end):
        before = scene.before(place.first)
        close = place.first - (stops[-1].last if stops else noun.i) < 12
        if before in ("to", "in") or (stops and before in (",", "and")):
            if close and place.country:
                stops.append(place)
        elif stops:
            break
    if not stops:
        stops.extend(_unnamed_country(scene, noun, end))
    return stops


def _visitor(scene: Scene, noun: Token, end: int) -> Actor:
    """The possessor, the one behind "by", or the subject of "is on a visit to"."""
    verb = governing_verb(noun)
    subject = subject_of(verb) if verb is not None else None
    for child in noun.children:
        if child.tag_ == "PRP$" and subject is not None and subject.i > noun.i:
            return scene.participants.subject(subject)
        if child.dep_ == "poss" and child.ent_type_ != "DATE":
            if (person := scene.context.agents.person_at(child.i)) is not None:
                party = scene.party_of(person.person)
                return Actor((person.person,), (party,) if party else ())
            return scene.participants.subject(child)
    for index in range(noun.i + 1, min(end, noun.i + 12)):
        if scene.doc[index].lower_ == "by":
            return scene.participants.group(index + 1)[0]
    if (
        verb is not None
        and noun.dep_ == "pobj"
        and noun.head.lower_ in ("during", "on", "after", "following", "for", "while")
    ):
        actor = scene.participants.subject(subject_of(verb))
        if _are_governmental(scene, actor):
            return Actor(actor.people[:1], actor.parties[:1])
    if verb is not None and noun.dep_ == "dobj" and fate_of(verb) is not None:
        actor = scene.participants.subject(subject_of(verb))
        return actor if _are_governmental(scene, actor) else NOBODY
    if verb is not None and (
        verb.lemma_ in ("be", "pay", "make", "begin", "start", "wrap", "end", "conclude", "arrive")
    ):
        actor = scene.participants.subject(subject_of(verb))
        return actor if actor.people else NOBODY
    return NOBODY


def _carries(noun: Token, verb: Token) -> bool:
    """Whether the verb tells when the visit is: the visit is its subject or object, or what one "is on"."""
    chain = noun
    while chain.dep_ in ("pobj", "prep", "attr", "conj") and chain.head != chain and chain.head.i != verb.i:
        chain = chain.head
    return chain.head.i == verb.i and (chain.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") or chain.lower_ == "on")


def _noun_status(noun: Token, verb: Token | None) -> Told:
    if verb is None:
        return None
    relative = next((child for child in noun.children if child.dep_ in ("relcl", "acl")), None)
    if relative is not None and (fate := fate_of(relative)):
        return fate
    if noun.dep_ in ("nsubj", "nsubjpass") or (
        noun.dep_ == "dobj" and (fate_of(verb) or verb.lemma_ in ("make", "pay", "plan"))
    ):
        if fate := fate_of(verb):
            return fate
        if verb.lemma_ not in ("follow", "come", "be", "mark", "precede"):
            return told(verb)
        return None
    if _is_on(noun, verb):
        status = told(verb)
        return "under_way" if status is None else status
    return None


def _is_on(noun: Token, verb: Token) -> bool:
    return verb.lemma_ == "be" and noun.dep_ == "pobj" and noun.head.lower_ == "on"


def _drafts(
    scene: Scene,
    head: Token,
    first: int,
    end: int,
    stops: list[PlaceMention],
    actor: Actor,
    status: EngagementStatus | None,
    owners: set[int],
) -> Iterator[Draft]:
    """One draft for each country among the stops, each with the dates behind it."""
    done: set[str] = set()
    visitor = actor.parties[0] if actor.parties else None
    for number, stop in enumerate(stops):
        country = stop.country
        if country is None or country in actor.parties or country in done:
            continue
        done.add(country)
        following = stops[number + 1].first if number + 1 < len(stops) else end
        last = max(following, stop.last) if number + 1 == len(stops) else stop.last
        start, until = scene.characters(first if number == 0 else stop.first, max(last, head.i + 1))
        parties = tuple(dict.fromkeys([*actor.parties, country]))
        yield Draft(
            "visit",
            head,
            frozenset(owners),
            start,
            until,
            Actor(actor.people, parties),
            status,
            "in_person",
            stop.place,
            visitor=visitor,
            host=country,
            reach=(stop.last, following) if len(stops) > 1 else None,
        )
