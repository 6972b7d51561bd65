"""The words that carry a position: from its holder through the clause of its cue."""

from __future__ import annotations

from spacy.tokens import Token

_ENDS = frozenset([";", ":", "!", "?"])
_LEFT_OUT = frozenset(["relcl", "advcl", "parataxis", "appos"])
_OPENS_ANOTHER = frozenset(["which", "who", "where", "whose", "adding", "saying", "while", "but", "whereas", "although", "though"])
_LONGEST = 34
_FARTHEST_SUBJECT = 14


def extent(verb: Token, cue_first: Token, cue_last: Token, subject: Token | None) -> tuple[int, int]:
    """First and last token (excluded) of the stretch around ``verb`` and the words of its cue."""
    return min(_first(verb, subject), cue_first.i), _end(verb, cue_last)


def _first(verb: Token, subject: Token | None) -> int:
    lefts = [child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg", "advmod")]
    first = min([verb.i, *lefts])
    if subject is not None and 0 < verb.i - subject.i <= _FARTHEST_SUBJECT:
        left = subject.left_edge.i
        return left if subject.i - left <= 8 else subject.i
    return first


def _end(cue: Token, last: Token) -> int:
    doc = cue.doc
    end = max(cue.right_edge.i, last.i) + 1
    for child in cue.rights:
        if child.i > last.i + 3 and _is_other_clause(child):
            end = min(end, child.left_edge.i if child.left_edge.i > last.i else child.i)
            break
    end = max(end, _to_next_mark(last))
    end = min(end, cue.i + _LONGEST, last.sent.end)
    for index in range(last.i + 1, end):
        if doc[index].text in _ENDS or (doc[index].text == "," and doc[index + 1].lower_ in _OPENS_ANOTHER):
            end = index
            break
    while end > last.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in ("and", "but")):
        end -= 1
    return end


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
