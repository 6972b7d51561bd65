"""Whether an engagement was held, is planned, under way, put off or called off: tense, modality and cue words."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Literal

from spacy.tokens import Token

from parley.reading.engagements.clauses import governing_verb
from parley.reading.engagements.lexicon import lemmas, particle_verbs
from parley.records.engagement import EngagementStatus

_PLANNED = lemmas("status", "planned")
_ONCE = lemmas("status", "supposed_once")
_CANCELLED = lemmas("status", "cancelled")
_POSTPONED = lemmas("status", "postponed")
_CALLED_OFF = particle_verbs("called_off")
_PUT_OFF = particle_verbs("put_off")
_DOUBTFUL = lemmas("status", "doubtful")
_REPORTING = lemmas("status", "reporting")
_GOING = lemmas("visits", "going")
_DISTINGUISHING = lemmas("status", "distinguishing")
_SCHEDULED = lemmas("status", "scheduled")
_CONSIDERING = lemmas("status", "considering")
_CONSIDERED = lemmas("status", "considered")
_ARRANGED = lemmas("status", "arranged")
_IN_THE_AIR = lemmas("status", "in_the_air")
_LIKELY = lemmas("status", "likely")
_HAPPENING = lemmas("status", "happening")
_SUBJECTS = ("nsubj", "nsubjpass")
_AS = frozenset(["planned", "scheduled", "expected", "intended", "hoped", "announced"])
_MAYBE = frozenset(["may", "might", "could", "can"])
_POSSIBILITIES = lemmas("status", "possibilities")
_PLANS = lemmas("status", "plans")
_POSSIBLE = lemmas("status", "possible")
_UPCOMING = lemmas("status", "upcoming")
_LONGEST_PLAN = 40

NO_EVENT: Final = "none"
Told = EngagementStatus | Literal["none"] | None


def told(verb: Token) -> Told:
    """The status that a verb gives to what it tells, None for a bare present, ``NO_EVENT`` for what did not happen."""
    if fate := fate_of(verb):
        return fate
    if verb.dep_ in ("csubj", "csubjpass") and (fate := fate_of(verb.head)):
        return fate
    if calls_off(verb):
        return "planned"
    if verb.tag_ == "VBN" and verb.lemma_ in _SCHEDULED and any(c.lower_ in ("is", "are") for c in verb.children):
        return "planned"
    auxiliaries = {child.lower_: child for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if _is_denied(verb):
        return _dropped(verb, auxiliaries)
    if thought := _thought_of(verb, auxiliaries):
        return thought
    if auxiliaries.keys() & {"will", "shall", "'ll", "wo"}:
        return "planned"
    if modal := auxiliaries.keys() & _DOUBTFUL:
        return _doubtful(verb, "would" in modal)
    if verb.dep_ == "conj" and verb.tag_ == "VB" and not auxiliaries and verb.head.pos_ == "VERB":
        return told(verb.head)
    if "to" in auxiliaries:
        return _infinitive(verb, "have" in auxiliaries)
    if verb.tag_ == "VBG":
        return _progressive(verb, auxiliaries)
    if verb.tag_ in ("VBD", "VBN") or "had" in auxiliaries or "has" in auxiliaries or "have" in auxiliaries:
        return "held"
    return None


def is_distinguished(verb: Token) -> bool:
    """ "the first official to travel to", "the latest to visit": said of a journey told elsewhere."""
    if verb.dep_ not in ("relcl", "acl", "xcomp") or verb.head == verb:
        return False
    if not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return False
    words = {verb.head.lower_, *(child.lower_ for child in verb.head.children if child.i < verb.head.i)}
    return bool(words & _DISTINGUISHING) or any(child.tag_ == "JJS" for child in verb.head.children)


def fate_of(verb: Token) -> EngagementStatus | None:
    """Cancelled or postponed, where the verb itself says so; not "may be cancelled", "was not put off"."""
    fate = calls_off(verb)
    doubted = any(child.lower_ in _MAYBE and child.dep_ == "aux" for child in verb.children)
    return None if fate is None or doubted or _is_denied(verb) else fate


def calls_off(verb: Token) -> EngagementStatus | None:
    """What a verb of calling off or putting off does, whether or not it is done."""
    lemma = verb.lemma_.lower()
    following = {child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod", "prep")}
    if lemma in _CANCELLED or any(lemma == v and p in following for v, p in _CALLED_OFF):
        return "cancelled"
    if lemma in _POSTPONED or any(lemma == v and p in following for v, p in _PUT_OFF):
        return "postponed"
    return None


def _dropped(verb: Token, auxiliaries: dict[str, Token]) -> Told:
    """ "will not visit Rome as planned", "will no longer come": given up, or put off where the words go on so."""
    ahead = auxiliaries.keys() & {"will", "wo", "would", "to"}
    if not ahead and not (verb.tag_ == "VBG" and auxiliaries.keys() & {"is", "are"}):
        return NO_EVENT
    behind = verb.doc[verb.i + 1 : min(len(verb.doc), verb.i + _LONGEST_PLAN, verb.sent.end)]
    as_planned = any(one.lower_ == "as" and other.lower_ in _AS for one, other in pairwise(behind))
    given_up = as_planned or any(child.lower_ == "longer" for child in verb.children)
    fates = [fate for token in behind if token.pos_ == "VERB" and (fate := fate_of(token)) is not None]
    return fates[0] if fates and given_up else "cancelled" if given_up else NO_EVENT


def _thought_of(verb: Token, auxiliaries: dict[str, Token]) -> Told:
    """ "is considering", "is being discussed", "is under discussion", "is possible": talked of, not planned; "is being
    arranged": planned."""
    present = auxiliaries.keys() & {"is", "are", "being", "'s"}
    if verb.tag_ == "VBN" and "being" in auxiliaries and verb.lemma_ in _ARRANGED:
        return "planned"
    if verb.tag_ == "VBN" and present and "auxpass" in {child.dep_ for child in verb.children}:
        return "trailed" if verb.lemma_ in _CONSIDERED else None
    if (
        verb.lemma_ in _CONSIDERING
        and verb.pos_ == "VERB"
        and any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.children)
    ):
        return "trailed"
    if verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP"):
        behind = [t for child in verb.children for t in (child, *child.children) if t.i > verb.i]
        if any((t.dep_ == "pobj" and t.lower_ in _IN_THE_AIR) or _is_likely(t) for t in behind):
            return "trailed"
    return None


def _is_likely(token: Token) -> bool:
    return token.dep_ == "acomp" and token.lower_ in _LIKELY


def _is_denied(verb: Token) -> bool:
    """ "did not", "neither A nor B would"."""
    if any(child.dep_ == "neg" or _is_no_longer(child) for child in verb.children):
        return True
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and any(child.lower_ in ("neither", "no") for child in subject.children)


def told_by_nouns(noun: Token) -> EngagementStatus | None:
    """ "the possibility of a visit", "a possible visit": trailed; "plans for a visit", "a planned visit": planned."""
    owner = noun.head.head.lemma_ if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") else ""
    before = {child.lower_ for child in noun.children if child.i < noun.i}
    if owner in _POSSIBILITIES or before & _POSSIBLE:
        return "trailed"
    return "planned" if owner in _PLANS or before & _UPCOMING else None


def later_verbs(verb: Token) -> set[int]:
    """ "is being discussed and could happen in May", "was put off and will take place": verbs that only tell when."""
    return {
        child.i
        for child in verb.children
        if child.dep_ == "conj" and child.lemma_ in _HAPPENING and not any(c.dep_ in _SUBJECTS for c in child.children)
    }


def _is_no_longer(adverb: Token) -> bool:
    return adverb.lower_ == "longer" and any(child.lower_ == "no" for child in adverb.children)


def _doubtful(verb: Token, would: bool) -> Told:
    """ "said it would host" is a plan, "could meet" at most a rumour, "would" alone a thought."""
    if not would:
        return "trailed"
    reporter = governing_verb(verb.head) if verb.dep_ in ("ccomp", "conj", "relcl") and verb.head != verb else None
    return "planned" if reporter is not None and reporter.lemma_ in _REPORTING else NO_EVENT


def _infinitive(verb: Token, perfect: bool) -> Told:
    """ "is to meet", "is expected to meet", "flew in to meet", "to be held in"."""
    head = verb.head
    if verb.dep_ in ("relcl", "acl", "ROOT") and head.pos_ not in ("VERB", "AUX", "ADJ"):
        return "cancelled" if perfect else "planned"
    above = head if head.pos_ in ("VERB", "AUX", "ADJ") else governing_verb(head)
    if above is None or above == verb:
        return "planned"
    if _is_denied(above):
        return NO_EVENT
    past = above.tag_ == "VBD" or any(c.lower_ in ("was", "were", "had", "been") for c in above.children)
    if above.lemma_ == "be" or above.lower_ in _ONCE:
        if perfect:
            return "cancelled"
        return NO_EVENT if past and above.lower_ in _ONCE else "planned"
    if above.lemma_.lower() in _PLANNED:
        return "planned"
    if above.lemma_ in ("fail", "decline", "refuse"):
        return NO_EVENT
    return _leaning_on(above)


def _leaning_on(above: Token) -> Told:
    """A purpose has the status of what it is the purpose of; what one is there for is still to come."""
    forward = above.lemma_ == "look" and any(child.lower_ == "forward" for child in above.children)
    if forward or above.lemma_.lower() in _PLANNED:
        return "planned"
    status = told(above)
    return "planned" if status in ("under_way", None) else status


def _progressive(verb: Token, auxiliaries: dict[str, Token]) -> Told:
    if auxiliaries.keys() & {"is", "are", "'s", "'re", "am"}:
        return "planned" if verb.lemma_ in _GOING else "under_way"
    if auxiliaries.keys() & {"was", "were", "been"}:
        return "held"
    above = governing_verb(verb.head) if verb.head != verb else None
    if above is None or above == verb:
        return None
    return _leaning_on(above)
