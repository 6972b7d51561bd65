"""The words that carry a position: from its holder through the clause of its cue."""

from __future__ import annotations

from spacy.tokens import Token

from parley.reading.positions.subjects import own_subject, subject_of, suffered_by

_ENDS = frozenset([";", ":", "!", "?"])
_LEFT_OUT = frozenset(["relcl", "advcl", "parataxis", "appos"])
_OPENS_ANOTHER = frozenset(
    ["which", "who", "where", "whose", "adding", "saying", "while", "but", "whereas", "although", "though"]
)
_LONGEST = 34
_DASHES = frozenset(["—", "–", "--"])
_FARTHEST_SUBJECT = 14
_FARTHEST_WHEN_SHORT = 24
_FEWEST = 7
_FEWEST_BEHIND = 4
_CLOSING = frozenset([")", "]"])


def extent(verb: Token, cue_first: Token, cue_last: Token, bound: int) -> tuple[int, int]:
    """First and last token (excluded) of the stretch around ``verb`` and the words of its cue, up to ``bound``."""
    end = _end(verb, cue_last, bound)
    first = min(_first(verb, own_subject(verb), _FARTHEST_SUBJECT), cue_first.i)
    if end - first < _FEWEST:
        first = min(_first(verb, subject_of(verb), _FARTHEST_WHEN_SHORT), cue_first.i)
    if (suffering := suffered_by(verb)) is not None and verb.i - suffering.left_edge.i <= _FARTHEST_SUBJECT:
        first = min(first, suffering.left_edge.i)
    return first, end


def _first(verb: Token, subject: Token | None, farthest: int) -> int:
    lefts = [child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg", "advmod")]
    first = min([verb.i, *lefts])
    if subject is not None and 0 < verb.i - subject.i <= farthest:
        left = subject.left_edge.i
        return left if subject.i - left <= 8 else subject.i
    return first


def _end(verb: Token, last: Token, bound: int) -> int:
    doc = verb.doc
    end = max(verb.right_edge.i, last.i) + 1
    for child in verb.rights:
        if child.i > last.i + 3 and _is_other_clause(child):
            end = min(end, child.left_edge.i if child.left_edge.i > last.i else child.i)
            break
    end = max(end, _to_next_mark(last))
    end = min(end, verb.i + _LONGEST, last.sent.end, bound)
    end = next((i for i in range(last.i + 1, end) if _ends_at(last, i)), end)
    while end > last.i + 1 and _hangs(doc[end - 1]):
        end -= 1
    return end


def _ends_at(last: Token, index: int) -> bool:
    doc = last.doc
    if doc[index].text in _ENDS:
        return True
    if doc[index].text == "," and doc[index + 1].lower_ == "according":
        return True
    if index - last.i < _FEWEST_BEHIND:
        return False
    return doc[index].text in _DASHES or (doc[index].text == "," and doc[index + 1].lower_ in _OPENS_ANOTHER)


def _hangs(token: Token) -> bool:
    """A mark or conjunction at the end of a stretch; a closing quotation mark belongs to it."""
    return token.is_space or token.lower_ in ("and", "but", "while") or (token.is_punct and token.text not in _CLOSING)


def _is_other_clause(child: Token) -> bool:
    if child.dep_ == "conj":
        return True
    return child.dep_ in _LEFT_OUT and child.tag_ not in ("VB", "VBG")


def _to_next_mark(last: Token) -> int:
    """The least that belongs to a cue: up to the next comma or full stop."""
    for token in last.doc[last.i + 1 : min(last.i + 20, len(last.doc))]:
        if token.text in (",", ".", ";", ":", "--") or token.is_sent_start:
            return int(token.i)
    return int(min(last.i + 20, len(last.doc)))
