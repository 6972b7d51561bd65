"""Who bears a figure, by evidence: whoever stands behind the verb, is its subject, or is the only Party spoken of."""

from __future__ import annotations

from parley.reading.claims.evidence import frame
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import bloc_of, find_subject, joined
from parley.reading.parties import PartyMention

_VERB_BEHIND, _AGENT, _COMPARED = (frame("bearers", form) for form in ("verb_behind", "agent", "compared"))
_NEAR = 60


def carriers(line: Line, start: int, end: int, whole: tuple[int, int] | None) -> tuple[str, ...]:
    """The Parties that the figure at ``start`` to ``end`` is said of, ``whole`` being the words it is a share of.

    Empty where nobody is named, or two are equally likely.
    """
    after = max(end, whole[1]) if whole else end
    found = _behind(line, start, after) or _subject(line, start, whole) or _only(line, start, end, whole)
    return found or _behind_colon(line)


def _behind_colon(line: Line) -> tuple[str, ...]:
    """The Parties of a list that a colon announces, where the parser takes it for a sentence of its own."""
    following = line.context.sentences[line.sentence.index + 1 : line.sentence.index + 2]
    if not line.low.rstrip().endswith(":") or not following or following[0].numbers:
        return ()
    return tuple(dict.fromkeys(mention.code for mention in following[0].parties if mention.code != "WLD"))


def _behind(line: Line, start: int, after: int) -> tuple[str, ...]:
    """ "… came from Ruritania", "… is Syldavian", "… were burned in Ruritania": the figure is subject of the verb."""
    if not _opens_its_clause(line, start):
        return ()
    last = line.clause(start, after)[1]
    verb = _VERB_BEHIND.search(line.low, after, last)
    if verb is None or verb.start() - after > _NEAR:
        return ()
    named = [m for m in _named(line, verb.start(), last) if m.start - line.offset - verb.end() <= _NEAR]
    return _list_from(line, named, last)


def _list_from(line: Line, named: list[PartyMention], last: int) -> tuple[str, ...]:
    """The first of ``named`` with those that are joined to it."""
    if not named:
        return ()
    listed = [m for m in line.parties(named[0].start - line.offset, last) if m.code != "WLD"]
    for count in range(len(listed), 1, -1):
        codes = joined(line, listed[:count])
        if codes[0] == named[0].code and len(codes) == count:
            return codes
    return (named[0].code,)


def _opens_its_clause(line: Line, start: int) -> bool:
    """Whether no finite verb stands before the figure in its clause, so that one behind it is its own."""
    first, _ = line.clause(start, start)
    token = line.token_at(start)
    while token is not None and token.i > token.sent.start:
        token = token.nbor(-1)
        if token.idx - line.offset < first or token.text in (",", ":"):
            return True
        if token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBG", "VBN"):
            return False
    return True


def _subject(line: Line, start: int, whole: tuple[int, int] | None) -> tuple[str, ...]:
    codes = tuple(code for code in find_subject(line, start) if code not in (None, "WLD"))
    within = {m.code for m in line.parties(*whole)} if whole else set()
    elsewhere = {m.code for m in _named(line, 0, len(line.low)) if not _inside(line, m, whole)}
    found = tuple(code for code in codes if code is not None and (code not in within or code in elsewhere))
    ahead = [m for m in line.parties(line.clause(start, start)[0], start) if m.code != "WLD"]
    listed = joined(line, ahead) if ahead else ()
    return listed if len(found) == 1 and len(listed) > 1 and listed[0] == found[0] else found


def _only(line: Line, start: int, end: int, whole: tuple[int, int] | None) -> tuple[str, ...]:
    """The only Party of the clause, or else of the sentence, that is not compared with."""
    for first, last in (line.clause(start, end), (0, len(line.low))):
        named = [m for m in _named(line, first, last) if not _inside(line, m, whole)]
        codes = tuple(dict.fromkeys(m.code for m in named))
        if len(codes) == 1:
            return codes
        if codes and set(_list_from(line, named, last)) == set(codes):
            return codes
        if codes:
            return ()
        if bloc := bloc_of(line, first, last):
            return bloc
    return ()


def _inside(line: Line, mention: PartyMention, whole: tuple[int, int] | None) -> bool:
    return whole is not None and whole[0] <= mention.start - line.offset < whole[1]


def _named(line: Line, first: int, last: int) -> list[PartyMention]:
    """The Parties of a stretch that are not merely compared with."""
    return [
        m
        for m in line.parties(first, last)
        if m.code not in ("WLD", "UN") and not _COMPARED.search(line.low[first : m.start - line.offset])
    ]
