"""Who a phrase of a pledge stands for: a Party, somebody who is none, or a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.context import Context, Sentence
from parley.reading.pledges.goal import Line
from parley.reading.pledges.vocabulary import listed, phrase

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])
_NOBODY_NOUNS = listed("actors.nobody")
_NOBODY_IF_NAMED = listed("actors.nobody_if_named")
_GOVERNING = listed("actors.governing")
_MANY = listed("actors.many")
_DESCRIBED = listed("actors.described")
_FEW = listed("actors.few")
_SAYING = listed("verbs.saying")
_THING = phrase(r"<emissions>|<fossil>|<power>|<clean>|<target_nouns>|<law_nouns>")
_BACK_REFERENCES = frozenset(["it", "they", "its", "their", "them"])
_FIRST_PERSON = frozenset(["we", "our", "us", "i", "my"])
_HEADING = re.compile(r"\W*(?:[Tt]he )?(?P<name>[^:\n]{2,40})(?:: | [-–—] (?=[a-z\d]))")
_MEMBERS = ("ministers", "leaders", "members")
_MEETING_GROUPS = ("G7", "G20", "EUU", "BASIC", "BRICS")
_GROUP_DISTANCE = 500
_OF_THE_STATE = ("run", "owned", "backed")
_RARELY_ALL = ("leaders", "states")
_DATELINE = re.compile(r"\W*[A-Z][^.\n]{2,60}?(?: \([^)]{2,30}\))? (?:--|[—–-]) ")
_LONGEST_CLIMB = 9
_PHRASE = 7


@dataclass(frozen=True, slots=True)
class Holder:
    """Codes of the Parties whose pledge it is; ``inferred`` says on what ground when it is a guess."""

    parties: tuple[str, ...]
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """The Parties of the last pledge, which ends at character ``end`` of the document."""

    parties: tuple[str, ...] = ()
    end: int = 0


NO_TOPIC = Topic()
NOBODY = Holder(())
"""A thing, or unknown."""
REJECTED = Holder((), "no Party")
"""Somebody who is no Party."""


def resolve(line: Line, token: Token) -> Holder:
    """The Parties that a phrase stands for; REJECTED when it is somebody else, NOBODY when it is a thing or unknown."""
    agents = line.context.agents
    if agents.party_at(token.i) is None and (person := agents.person_at(token.i)):
        known = line.context.people.persons[person.person]
        if known.party:
            return Holder((known.party,))
        return NOBODY if known.governmental or known.role is None else REJECTED
    if token.pos_ == "PRON":
        return _resolve_pronoun(line, token)
    if _is_no_party(line, token):
        return REJECTED
    named = _names_a_party(line, token)
    if token.lower_ in _GOVERNING and not named and (sayer := _sayer(line, token)):
        return sayer
    if token.lower_ in _DESCRIBED and any(child.lower_ == "world" for child in token.children):
        return _described(line, token)
    if token.lower_ in _MANY and not named and _is_counted(token):
        return Holder(("WLD",))
    if token.lower_ in _MEMBERS and not named and (group := _last_group(line, token)):
        return Holder((group,))
    return _holder(agents.resolve(token).parties) or _from_children(line, token)


def climb(line: Line, token: Token) -> Holder:
    """The subject of the verb that governs ``token``, or of the verbs above it when that one is a mere thing."""
    node = token.head if token.dep_ in ("aux", "auxpass") else token
    for _ in range(_LONGEST_CLIMB):
        for child in node.children:
            if child.dep_ in SUBJECTS and (found := resolve(line, _behind_dateline(line, child))) is not NOBODY:
                return found
        if by := _agent_of_passive(line, node):
            return by
        if node.dep_ in ("relcl", "acl") and (found := resolve(line, node.head)).parties:
            return found
        if node.head.i == node.i:
            break
        node = node.head
    return NOBODY


def _behind_dateline(line: Line, token: Token) -> Token:
    """The first noun behind a dateline that the parse takes for the subject: "AVALON, Ruritania -- A group …"."""
    dateline = _DATELINE.match(line.context.text, line.sentence.start, line.sentence.end)
    if dateline is None or token.idx >= dateline.end():
        return token
    roots = (chunk.root for chunk in line.sentence.span.noun_chunks if chunk.start_char >= dateline.end())
    return next(roots, token)


def _agent_of_passive(line: Line, node: Token) -> Holder | None:
    for child in node.children:
        if child.dep_ == "agent":
            for agent in child.children:
                if (found := resolve(line, agent)).parties:
                    return found
    return None


def _holder(codes: tuple[str, ...]) -> Holder | None:
    """The Parties among the codes, or the world where it alone is named."""
    named = tuple(code for code in codes if code != "WLD")
    return Holder(named or codes) if codes else None


def _last_group(line: Line, token: Token) -> str | None:
    """The group of Parties last spoken of: "the ministers" after a sentence on the G7."""
    if not token.is_sent_start and not any(child.lower_ in ("the", "its") for child in token.children):
        return None
    begin = token.idx - _GROUP_DISTANCE
    named = [m.code for m in line.context.parties if begin < m.start < token.idx and m.use != "place"]
    return named[-1] if named and named[-1] in _MEETING_GROUPS else None


def _described(line: Line, token: Token) -> Holder:
    """ "The world's top exporter": whoever the text speaks of."""
    if sayer := _sayer(line, token):
        return sayer
    subject = _subject_before(line, token)
    return (resolve(line, subject) if subject else _last_subject(line)) or NOBODY


def _from_children(line: Line, token: Token) -> Holder:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "for"):
            mentions = (line.context.agents.party_at(part.i) for part in child.subtree if part.i - token.i < _PHRASE)
            if inside := next((mention for mention in mentions if mention), None):
                return Holder((inside.code,))
        if child.dep_ == "poss" and child.pos_ == "PRON":
            return _resolve_pronoun(line, child)
        if child.dep_ == "appos" and line.context.agents.party_at(child.i):
            return _holder(line.context.agents.resolve(child).parties) or NOBODY
    return NOBODY


def _is_no_party(line: Line, token: Token) -> bool:
    """A company, a city, a campaign: somebody, but no Party."""
    agents = line.context.agents
    if agents.party_at(token.i) or agents.person_at(token.i) or token.lower_ in _GOVERNING:
        return False
    if any(child.lower_ in _OF_THE_STATE for child in token.children):
        return False
    if token.lower_ in _NOBODY_IF_NAMED:
        return any(child.dep_ in ("compound", "amod") and not agents.party_at(child.i) for child in token.children)
    if token.lower_ in _NOBODY_NOUNS or any(c.dep_ == "appos" and c.lower_ in _NOBODY_NOUNS for c in token.children):
        return True
    if token.ent_type_ == "GPE" and token.pos_ == "PROPN":
        return True
    if token.ent_type_ not in ("ORG", "PERSON") or _THING.fullmatch(token.lower_):
        return False
    words = [word for word in token.subtree if word.i <= token.i]
    company = any(word.lower_ in _NOBODY_NOUNS or word.lower_ in _NOBODY_IF_NAMED for word in words)
    return company or not any(agents.party_at(word.i) or word.lower_ in _GOVERNING for word in words)


def _names_a_party(line: Line, token: Token) -> bool:
    near = [child for child in token.subtree if child.i != token.i and abs(child.i - token.i) < 6]
    return any(line.context.agents.party_at(child.i) for child in near)


def _is_counted(token: Token) -> bool:
    """ "Nearly 200 countries", "all nations", bare "countries": so many that they stand for the world."""
    qualifying = [child for child in token.children if child.dep_ not in ("punct", "prep", "relcl", "cc", "conj")]
    if not qualifying and token.dep_ in SUBJECTS:
        return token.lower_ not in _RARELY_ALL
    return any(child.dep_ in ("nummod", "amod", "det") and child.lower_ not in _FEW for child in qualifying)


def _resolve_pronoun(line: Line, token: Token) -> Holder:
    lower = token.lower_
    if lower in ("which", "who", "that", "whom"):
        verb = token.head
        if lower == "which" and token.dep_ in SUBJECTS and (beside := _party_before_comma(line, token)):
            return Holder((beside,))
        return resolve(line, verb.head) if verb.dep_ == "relcl" and verb.head.i != token.i else NOBODY
    if lower in _FIRST_PERSON:
        return _resolve_first_person(line, token)
    if lower in _BACK_REFERENCES:
        if sayer := _sayer(line, token):
            return sayer
        if subject := _subject_before(line, token):
            return resolve(line, subject)
        if lower in ("it", "its") and (found := _last_subject(line)):
            return found
    return _holder(line.context.agents.resolve(token).parties) or NOBODY


def _party_before_comma(line: Line, token: Token) -> str | None:
    """The Party right before ", which"."""
    if token.i < 2 or line.context.doc[token.i - 1].lower_ != ",":
        return None
    mention = line.context.agents.party_at(token.i - 2)
    return mention.code if mention and mention.use != "modifier" else None


def _resolve_first_person(line: Line, token: Token) -> Holder:
    """Inside quotation marks whoever is quoted, outside them whoever publishes the text."""
    if line.context.quotation_at(token.idx):
        return _sayer(line, token) or _holder(line.context.agents.last_person(token.i).parties) or NOBODY
    home = _home(line.context)
    return Holder((home,), "the Party that a text in the first person names most") if home else NOBODY


def _home(context: Context) -> str | None:
    codes = [mention.code for mention in context.parties if mention.code not in ("WLD", "UN")]
    return max(dict.fromkeys(codes), key=codes.count) if codes else None


def _sayer(line: Line, token: Token) -> Holder | None:
    """Who says it, when the phrase stands in reported speech: their own Party is "it", "the country", "we"."""
    node = token
    while node.head.i != node.i:
        reported = node.dep_ in ("ccomp", "parataxis") and node.head.lemma_ in _SAYING
        node = node.head
        if reported:
            subject = _subject_of_saying(node, token)
            if subject is not None and subject.pos_ != "PRON":
                found = resolve(line, subject)
                return found if found is not NOBODY else None
    return None


def _subject_of_saying(verb: Token, inside: Token) -> Token | None:
    for node in (verb, verb.head) if verb.dep_ == "conj" else (verb,):
        for child in node.children:
            if child.dep_ == "nsubj" and child.i != inside.i:
                return child
    return None


def _subject_before(line: Line, token: Token) -> Token | None:
    """The last subject of the sentence before ``token`` that a pronoun may mean."""
    own_verb = token.head.i if token.dep_ in SUBJECTS else None
    before = line.context.doc[line.sentence.span.start : token.i]
    fitting = [t for t in before if t.dep_ in SUBJECTS and t.head.i != own_verb and _may_act(line, t)]
    return fitting[-1] if fitting else None


def _last_subject(line: Line) -> Holder | None:
    """Who the sentence before is about: the Party it is headed by, or the subject of its main verb."""
    if line.sentence.index == 0:
        return None
    before = line.context.sentences[line.sentence.index - 1]
    if headed := heading(line.context, before):
        return Holder((headed,))
    subjects = [child for child in before.span.root.children if child.dep_ in SUBJECTS and _may_act(line, child)]
    return resolve(line, subjects[0]) if subjects else None


def heading(context: Context, sentence: Sentence) -> str | None:
    """The one Party before a colon at the head of a line: "Ruritania: 40 % by 2030"."""
    opening = _HEADING.match(context.document.text, sentence.start, sentence.end)
    if opening is None:
        return None
    inside = [mention.code for mention in sentence.parties if mention.end <= opening.end("name")]
    return inside[0] if len(inside) == 1 else None


def _may_act(line: Line, token: Token) -> bool:
    if token.pos_ not in ("PROPN", "NOUN"):
        return False
    known = token.lower_ in _GOVERNING or token.lower_ in _NOBODY_NOUNS
    return known or token.ent_type_ == "ORG" or line.context.agents.party_at(token.i) is not None
