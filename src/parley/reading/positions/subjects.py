"""The subject of a verb, however far up the clauses it stands."""

from __future__ import annotations

from spacy.tokens import Token

_CLIMB = 7
_TEXTS = frozenset(["text", "statement", "declaration", "communique", "communiqué", "letter", "document", "resolution"])
_FIRST_PERSON = frozenset(["we", "i", "us", "our", "my"])
_SHARES_ITS_SUBJECT = frozenset(["conj", "xcomp", "advcl", "acl"])


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb or of the verbs that it continues ("he is expected to travel and to urge")."""
    for _ in range(_CLIMB):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if verb.dep_ == "acl":
            noun = verb.head
            if verb.tag_ == "VB":  # "efforts to persuade": of the one who makes them
                owner = next((child for child in noun.children if child.dep_ == "poss"), None)
                if owner is not None:
                    return owner
                verb = _governing(noun)
                continue
            if noun.lower_ not in _TEXTS or noun.dep_ != "dobj":
                return noun
            verb = noun.head
            continue
        if verb.dep_ == "pcomp":  # "joined Ruritania in opposing"
            verb = _governing(verb.head)
            continue
        if verb.dep_ not in _SHARES_ITS_SUBJECT or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def suffered_by(verb: Token) -> Token | None:
    """What is opposed or asked for where it stands before the verb: "a step X resisted", "a share sought by X"."""
    if verb.dep_ == "relcl" or is_participle(verb):
        noun = verb.head
        while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
            noun = noun.head.head
        return noun
    if verb.dep_ == "conj" and verb.tag_ == "VBN":
        verb = verb.head
    return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)


def is_participle(verb: Token) -> bool:
    """ "a levy opposed in Strelsau": what its noun suffers, not what it does."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def _governing(noun: Token) -> Token:
    """The verb whose object or complement a noun is."""
    for _ in range(_CLIMB):
        if noun.pos_ in ("VERB", "AUX") or noun.head.i == noun.i:
            return noun
        noun = noun.head
    return noun


def is_first_person(token: Token) -> bool:
    """Whether a token is "we" or "I" in one of its forms, and not the country."""
    return token.lower_ in _FIRST_PERSON and token.text != "US"


def own_subject(verb: Token) -> Token | None:
    """The subject that stands before the verb in its own clause, also "X wants to V"."""
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if verb.dep_ != "xcomp":
            return None
        verb = verb.head
    return None
