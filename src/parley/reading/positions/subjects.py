"""The subject of a verb, however far up the clauses it stands."""

from __future__ import annotations

from spacy.tokens import Token

_CLIMB = 7
_TEXTS = frozenset(["text", "statement", "declaration", "communique", "communiqué", "letter", "document", "resolution"])
_SHARES_ITS_SUBJECT = frozenset(["conj", "xcomp", "advcl", "acl"])


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb or of the verbs that it continues ("he is expected to travel and to urge")."""
    for _ in range(_CLIMB):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if verb.dep_ == "acl":
            noun = verb.head
            if noun.lower_ not in _TEXTS or noun.dep_ != "dobj":
                return noun
            verb = noun.head
            continue
        if verb.dep_ not in _SHARES_ITS_SUBJECT or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


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
