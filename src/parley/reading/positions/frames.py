"""What must stand around the verb of a stance for it to take a position: an object, "to do", "for", "against" …"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Token

from parley.reading.lexicon import load

_CLAUSE_ENDS = frozenset([".", ";", ":", "!", "?", '"'])
_WINDOW = 18
_OTHER_CLAUSES = frozenset(["that", "whether", "why", "how", "what", "because", "saying", "but", "while"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "ADV", "NUM"])
_TELLING = frozenset(
    ["comment", "confirm", "elaborate", "identify", "answer", "speak", "disclose", "be", "give", "detail"]
)
_OWN = frozenset(["its", "their", "his", "her"])
_UNITS = frozenset(["%", "percent", "cent", "gw", "gigawatts", "mw", "megawatts", "tonnes", "tons"])
_COLLECTIVES = frozenset(load("positions")["norms"]["collectives"])


def _following(verb: Token, window: int = _WINDOW) -> Iterator[Token]:
    """The tokens behind a verb up to the end of its clause."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + window, len(verb.doc))]:
        if token.text in _CLAUSE_ENDS or token.is_sent_start or (token.is_space and "\n" in token.text):
            return
        yield token


def _to_do(verb: Token) -> bool:
    """A name or noun, then "to" with a verb."""
    named = False
    for token in _following(verb):
        if token.lower_ in _OTHER_CLAUSES and not (named and token.dep_ == "nsubj"):
            return False
        if token.lower_ == "to" and named and token.i + 1 < len(token.doc) and token.nbor().tag_ == "VB":
            return True
        named |= token.pos_ in _NOMINAL or token.lower_ == "all"
    return False


def _thing_to_do(verb: Token) -> bool:
    """Something, not one's own, "to" with a verb."""
    actors = (inner for child in verb.rights if child.dep_ == "ccomp" for inner in child.lefts if inner.dep_ == "nsubj")
    return any(actor.pos_ in ("NOUN", "PROPN") and not _owned(actor) for actor in actors) and _to_do(verb)


def _to_be(verb: Token) -> bool:
    """Something, then "to be" with a participle."""
    return any(
        (to.lower_, be.lower_) == ("to", "be") and to.i > verb.i + 1 and be.head.tag_ == "VBN"
        for to, be in pairwise(_following(verb))
    )


def _for(verb: Token) -> bool:
    if any(child.dep_ == "dobj" and _owned(child) for child in verb.children):
        return False  # its own parliament, not another Party
    return any(token.lower_ == "for" for token in _following(verb, 2)) or any(
        child.lower_ == "for" and child.dep_ == "prep" and child.i - verb.i < 8 for child in verb.rights
    )


def _owned(noun: Token) -> bool:
    return any(owner.lower_ in _OWN for owner in noun.lefts)


def _that(verb: Token) -> bool:
    return any(child.dep_ == "ccomp" for child in verb.rights) or any(
        token.lower_ in ("that", "about", "of") for token in _following(verb, 2)
    )


def _object(verb: Token) -> bool:
    """An object behind the verb, before it in a relative clause, or a subject where the verb is passive."""
    if verb.dep_ in ("relcl", "acl") and verb.tag_ != "VBG":
        return True
    return any(
        child.dep_ == "nsubjpass" or (child.dep_ in ("dobj", "ccomp", "xcomp") and child.i > verb.i)
        for child in verb.children
    )


def _noun(verb: Token) -> bool:
    """A thing for an object, not those whom one helps."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    return any(
        child.dep_ == "nsubjpass" or (child.dep_ == "dobj" and child.i > verb.i and child.pos_ == "NOUN")
        for child in verb.children
        if not _owned(child) and child.lower_ not in _COLLECTIVES and child.lower_ not in _UNITS
    )


def _with(*prepositions: str, window: int = 12) -> Callable[[Token], bool]:
    def stands(verb: Token) -> bool:
        return any(token.lower_ in prepositions for token in _following(verb, window))

    return stands


def _as(verb: Token) -> bool:
    """Something "as" something, said of the one who does so and not of others who should stop it."""
    return (
        verb.tag_ in ("VBZ", "VBP", "VBD")
        and any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
        and _with("as", window=10)(verb)
    )


def _to(verb: Token) -> bool:
    return not any(child.dep_ == "prt" for child in verb.children) and _with("to", "with", window=8)(verb)


def _done(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.dep_ == "agent" for child in verb.children)


def _do(verb: Token) -> bool:
    """ "to" with a verb that is no mere telling: to decline to comment is no stance."""
    following = list(_following(verb, 2))
    return len(following) == 2 and following[0].lower_ == "to" and following[1].lemma_ not in _TELLING


def _alone(verb: Token) -> bool:
    following = next(_following(verb, 1), None)
    return following is None or following.text == ","


FRAMES: Mapping[str, Callable[[Token], bool]] = {
    "to_do": _to_do,
    "thing_to_do": _thing_to_do,
    "to_be": _to_be,
    "for": _for,
    "that": _that,
    "object": _object,
    "noun": _noun,
    "of": _with("of"),
    "on": _with("on", "over", "about", window=7),
    "as": _as,
    "from": _with("from", window=8),
    "to": _to,
    "done": _done,
    "against": _with("against", window=5),
    "do": _do,
    "alone": _alone,
}
