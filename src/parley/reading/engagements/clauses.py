"""Clauses of the parse: governing verbs, subjects, and the noun group that follows a word.

The small model often loses long lists and titles; the noun group therefore goes by parts of speech alone.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.reading.lexicon import words

_OFFICES = words("offices", "heads")
_PLANS = frozenset(["invitation", "plan", "decision", "intention", "promise", "request", "agreement"])
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_NOMINAL = frozenset(["NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "X", "SPACE", "CCONJ"])
_JOINING = frozenset(
    [",", "and", "as", "well", "of", "'s", "'", "including", "both", "-", "/", "(", ")", '"', "from", "along"]
)
_STOPPING = frozenset(["who", "which", "where", "when", "whom", "whose", "that"])
_LONGEST_GROUP = 70


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or, for infinitives, conjuncts and participles, that of the verb it leans on."""
    for _ in range(6):
        own = _own_subject(verb)
        if own is not None:
            return _described(verb) if own.lower_ in ("who", "which") and verb.dep_ == "relcl" else own
        if verb.dep_ in ("relcl", "acl"):
            return _owner_of_plan(verb) or _described(verb)
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "aux", "auxpass") or verb.head == verb:
            return _behind_the_opening(verb)
        verb = governing_verb(verb.head) or verb.head
    return None


def _behind_the_opening(verb: Token) -> Token | None:
    """ "In Geneva, A will meet B": A, whom the parse may join to the city."""
    for prep in (child for child in verb.children if child.dep_ == "prep" and child.i < verb.i):
        for token in prep.subtree:
            joined = token.dep_ == "conj" and token.pos_ == "PROPN" and token.head.pos_ == "PROPN"
            if joined and token.i < verb.i and token.doc[token.left_edge.i - 1].text == ",":
                return token
    return None


def _own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself; the last before it, for a dateline may pass for another."""
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    return next((child for child in reversed(found) if child.i < verb.i), found[0] if found else None)


def _owner_of_plan(verb: Token) -> Token | None:
    """ "his wish to visit", "A accepted an invitation to visit": he who wishes or is asked."""
    if not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return None
    owner = next((child for child in verb.head.children if child.dep_ == "poss"), None)
    denied = any(child.lower_ == "no" for child in verb.head.children)
    if owner is None and verb.head.dep_ == "dobj" and verb.head.lemma_ in _PLANS and not denied:
        return _own_subject(verb.head.head)
    return owner


def _described(verb: Token) -> Token:
    """The noun that a relative clause is about; for "A and B, who meet" the first of the two."""
    noun = verb.head
    while verb.tag_ == "VBP" and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun


def governing_verb(token: Token) -> Token | None:
    """The nearest verb at or above a token."""
    while token.pos_ not in ("VERB", "AUX") or token.dep_ == "prep":
        if token.head == token:
            return None
        token = token.head
    return token


def group_after(doc: Doc, first: int, named: dict[int, int]) -> int:
    """Where the noun group that begins at token ``first`` ends (excluded).

    ``named`` maps tokens of personal names to their person; "for Climate Change X" is still inside a title.
    """
    index = first
    limit = min(len(doc), first + _LONGEST_GROUP, doc[first].sent.end if first < len(doc) else 0)
    while index < limit and _belongs(doc, index, first, named):
        index += 1
    return index


def _belongs(doc: Doc, index: int, first: int, named: dict[int, int]) -> bool:
    """Whether the token at ``index`` still belongs to the noun group that begins at ``first``."""
    token = doc[index]
    lower = token.lower_
    if lower in _STOPPING or (index > first and doc[first].tag_ == "PRP"):
        return False
    if index in named or lower in _JOINING:
        return True
    if lower in ("for", "on", "with", "to"):
        return _inside_a_title(doc, index, named)
    if token.pos_ == "PRON":
        return index == first or token.tag_ == "PRP$"
    return token.pos_ in _NOMINAL and token.ent_type_ not in ("DATE", "TIME")


def _inside_a_title(doc: Doc, index: int, named: dict[int, int]) -> bool:
    """Whether a preposition at ``index`` belongs to an office ("envoy for climate X")."""
    before = [doc[i].lower_ for i in range(max(0, index - 3), index)]
    if not any(word in _OFFICES for word in before):
        return False
    return any(i in named or doc[i].text == "," for i in range(index, min(len(doc), index + 9)))


def left_group(root: Token) -> tuple[int, int]:
    """The tokens of a noun phrase without the relative clauses hanging on it."""
    first, last = root.left_edge.i, root.right_edge.i + 1
    for child in root.subtree:
        if child.dep_ in ("relcl", "acl") and child.i > root.i:
            last = min(last, child.left_edge.i)
    return first, last
