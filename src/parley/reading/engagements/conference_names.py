"""Names of conferences: the words before the noun that belong to it, cities, series and proper names among them."""

from __future__ import annotations

from spacy.tokens import Token

from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.records import Place
from parley.terms.places import country_of
from parley.terms.summits import summits, summits_in

_IN_NAMES = lemmas("conferences", "in_names")
_PARLIAMENTS = lemmas("conferences", "parliaments")
_GROUPS = lemmas("conferences", "groups")
_STAFF = lemmas("conferences", "staff")
_BESIDE = frozenset(["-", "'s", "'", "/", "(", ")", "&"])


def modifiers(scene: Scene, noun: Token) -> list[Token]:
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


def city_before(before: list[Token]) -> Place | None:
    """ "the Glasgow summit"."""
    for size in (2, 1):
        for index in range(len(before) - size + 1):
            words = before[index : index + size]
            name = " ".join(token.text for token in words)
            if name[0].isupper() and (country := country_of(name)) and summits_in(name):
                return Place(city=name, country=country)
    return None


def has_proper_name(noun: Token, before: list[Token]) -> bool:
    named = [token for token in before if token.text not in _BESIDE]
    behind = noun.nbor(2) if noun.i + 2 < len(noun.doc) and noun.nbor().lower_ == "on" else None
    if noun.text in _IN_NAMES and behind is not None and _names_a_subject(behind):
        return True
    return noun.text in _IN_NAMES and bool(named) and named[-1].text[0].isupper()


def proper_name(scene: Scene, before: list[Token], noun: Token) -> str:
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


def is_a_body(noun: Token, before: list[Token]) -> bool:
    """A parliament, or an organisation that somebody works for: "X of the Policy Forum", "the Forum, a group of"."""
    if noun.lower_ in _PARLIAMENTS and before:
        return True
    if noun.text not in _IN_NAMES:
        return False
    if any(child.dep_ == "appos" and child.lower_ in _GROUPS for child in noun.children):
        return True
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "at", "for", "with") else None
    return above is not None and (above.ent_type_ == "PERSON" or above.lemma_.lower() in _STAFF)


def series_called(name: str) -> str | None:
    """The series of known summits that a proper name belongs to."""
    plain = name.replace("'", "")
    found = [s.series for s in summits() if len(s.series) > 3 and (s.series in plain or s.series in name)]
    return max(found, key=len, default=None)
