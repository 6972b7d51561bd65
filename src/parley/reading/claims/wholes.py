"""The phrase that a share is of, wherever it stands: "a fifth of the world's coal", "of its power, half is coal"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.claims.evidence import frame, kind_of
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import find_subject, referent
from parley.reading.claims.vocabulary import phrase
from parley.reading.parties import PartyMention

_LEADS, _AHEAD, _ONLY_AHEAD = (frame("phrases", form) for form in ("leads", "ahead", "only_ahead"))
_COUNTED, _HEADS = frame("phrases", "counted"), frame("phrases", "heads")
_AHEAD_FORMS = (_AHEAD, _ONLY_AHEAD)
_PORTION, _JOINED = frame("portions", "noun"), frame("portions", "joined")
_AROUND, _EVERYTHING, _NAMED = (frame("world", form) for form in ("around", "everything", "named"))
_ITS = re.compile(r"\b(?:its|their|his|her|our|the (?:country|nation|bloc|union|republic|kingdom|island)(?:'s)?)\b")
_SOURCE_OF = phrase(r"\b(?:source|supplier|provider|pillar|mainstay|producer) of(?= )")
_EMITTED = phrase(r"<emissions>|\bemit(?:s|ted)?\b")
_STANDING_FOR = re.compile(
    r"(?:the )?@(?:['’]s?)?(?: (?:ones?|figures?|total|level|levels|amount|tally|own|average|mean))?"
    r"|(?:those|that|what) (?:of )?(?:the )?@.*"
)
_WANTED = frozenset(("demand", "appetite", "need", "needs", "hunger", "thirst"))
_LONGEST = 12
_MIX = re.compile(
    r"\b(?:(?:electricity|power|energy) mix|mix|electricity|power supply|grid)\b(?! (?:prices?|sector|grid|lines?))"
)
_HEADED = re.compile(r"\W*(?P<head>[^:;]{4,90}):")
_ALL_EMITTED = re.compile(
    r"(?:all |everything )?(?:what|that) (?:the (?:whole )?(?:world|planet|globe)|humanity|mankind|humankind) (?:\w+ )?"
    r"(?:emit|releas|put|pump|discharg)\w*"
)
_POWER = re.compile(r"\b(?:electricity|energy)\b")
_FAR = 110
_LEADS_IN = re.compile(r"(?: ?:| [–—-]| --) ")
_TOTAL = re.compile(
    r"(?:the )?(?:(?:world|planet|globe)'s|(?:(?:world|planet|globe)'s |world |global |worldwide )?(?:grand )?"
    r"(?:total|sum))"
)


@dataclass(frozen=True, slots=True)
class Whole:
    """What a share is of: ``kind`` as in lexicon/frames.toml, the stretch of its words, and whose it is.

    ``owners`` are the Parties named as having it, empty for "the world's" (``world``) and where nobody is named;
    ``own`` is set for "its electricity".
    """

    kind: str
    start: int
    end: int
    world: bool
    owners: tuple[str, ...]
    own: bool


def whole_of(line: Line, start: int, end: int) -> Whole | None:
    """The whole that the share at ``start`` to ``end`` is of; None where no words tell."""
    return next((whole for whole in _wholes(line, start, end) if whole is not None), None)


def _wholes(line: Line, start: int, end: int) -> Iterator[Whole | None]:
    first, last = line.clause(start, end)
    if (led := _LEADS_IN.match(line.low, end)) and not re.search("[a-z]", line.low[:start]):
        yield from _portions(line, led.end(), len(line.low))
    if (found := _COUNTED.match(line.low[end:])) or (found := _HEADS.match(line.low[end:])):
        yield read_whole(line, end + found.end(), min(last, end + _FAR))
    if found := _LEADS.match(line.low, end) or _LEADS.match(line.low[end:]):
        at = end + (found.end() if found.start() == 0 else found.end() - end)
        yield read_whole(line, at, min(last, at + _FAR))
        return
    for form in _AHEAD_FORMS:
        if found := form.search(line.low[:start]):
            yield read_whole(line, found.start("whole"), start)
    yield from _portions(line, first, start)
    yield from _portions(line, end, last)
    yield from _sources(line, end, last)
    yield from _mixes(line, first, last)
    if first and line.low[first - 1] == ":" and not line.low[first:start].strip():
        yield from _portions(line, 0, first)
    yield _heading(line, start)


def _heading(line: Line, start: int) -> Whole | None:
    """What a list is headed with: "Fossil CO2, 2021: Ruritania 30 %, Syldavia 12 %"."""
    found = _HEADED.match(line.low[:start])
    kind = kind_of(found["head"]) if found else None
    if found is None or line.parties(0, found.end("head")):
        return None
    if power := _POWER.search(found["head"]):
        kind = "energy" if power.group() == "energy" else "electricity"
        return Whole(
            kind,
            found.start("head") + power.start(),
            found.start("head") + power.end(),
            _NAMED.search(found["head"]) is not None,
            (),
            False,
        )
    if kind not in ("emissions", "coal", "people", "economy"):
        return None
    return Whole(kind, 0, found.end("head"), True, (), False)


def _mixes(line: Line, first: int, last: int) -> Iterator[Whole | None]:
    """ "Ruritania's power mix is 30 % nuclear": the one mixture that the clause speaks of."""
    found = list(_MIX.finditer(line.low, first, last))
    token = line.token_at(found[0].start()) if len(found) == 1 else None
    if token is not None:
        yield read_whole(line, max(first, token.left_edge.idx - line.offset), last)


def _portions(line: Line, first: int, last: int) -> Iterator[Whole | None]:
    """ "Its share of world coal use was …": of several such phrases the last that is of something known."""
    for found in reversed(list(_PORTION.finditer(line.low, first, last))):
        at, wholes = found.end(), []
        while joined := _JOINED.match(line.low[at:last]):
            whole = read_whole(line, at + joined.end(), last)
            stop = whole.end if whole else _phrase_end(line, at + joined.end(), last)
            wholes.append(whole)
            if stop <= at:
                break
            at = stop
        known = [whole for whole in wholes if whole is not None]
        if known:
            yield max(known, key=lambda whole: (whole.kind != "coal" or whole.world or len(known) == 1, whole.start))


def _sources(line: Line, first: int, last: int) -> Iterator[Whole | None]:
    """ "Oil, at 30 %, was the largest source of the world's energy"."""
    for found in _SOURCE_OF.finditer(line.low, first, last):
        yield read_whole(line, found.end(), last)


def read_whole(line: Line, position: int, stop: int) -> Whole | None:
    """The whole whose words begin at ``position`` and end before ``stop``."""
    start = position + (len(line.low[position:stop]) - len(line.low[position:stop].lstrip()))
    if all_emitted := _ALL_EMITTED.match(line.low, start, stop):
        return Whole("emissions", start, all_emitted.end(), True, (), False)
    end = _phrase_end(line, start, stop)
    words = line.low[start:end]
    kind = kind_of(words) or _left_out(line, start, end, words)
    if kind is None:
        return None
    tail = line.low[start : line.clause(start, end)[1]]
    named = [m for m in line.parties(start, max(end, start + 1)) if m.code != "WLD"]
    own = _ITS.search(words) is not None and not named
    if (
        not named
        and not own
        and (behind := re.match(r" ?(?:that |which )?(?:is |was )?(?:\w+ )?(?:in |by )?(?:the )?", line.low[end:]))
    ):
        named = [m for m in line.parties(end, end + behind.end() + 1) if m.code != "WLD" and _makes(line, m.end)]
    world = not named and not own and (_NAMED.search(words) is not None or _AROUND.search(tail) is not None)
    everything = not named and not own and kind in ("emissions", "coal", "coal_plants") and _is_bare(words)
    return Whole(kind, start, end, world or everything, tuple(dict.fromkeys(m.code for m in named)), own)


def _left_out(line: Line, start: int, end: int, words: str) -> str | None:
    """What "Ruritania's", "Syldavian ones" and "those of Borduria" stand for: the emissions spoken of before."""
    if _TOTAL.fullmatch(words.replace("’", "'")) and _EMITTED.search(line.low):
        return "emissions"
    named = [m for m in line.parties(start, end) if m.code != "WLD"]
    if len(named) != 1 or not _STANDING_FOR.fullmatch(_without(line, named[0], start, words)):
        return None
    if _EMITTED.search(line.low, 0, start):
        return "emissions"
    return "people" if "population" in line.low[:start] else None


def _without(line: Line, mention: PartyMention, start: int, words: str) -> str:
    return words[: mention.start - line.offset - start] + "@" + words[mention.end - line.offset - start :]


def _makes(line: Line, end: int) -> bool:
    """Whether a verb of making or using stands behind a Party: "the electricity that Ruritania generated"."""
    token = line.token_at(min(end - line.offset + 1, len(line.low) - 1))
    return token is not None and token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN"


def _is_bare(words: str) -> bool:
    return _EVERYTHING.match(words) is not None or re.match(r"(?:the )?(?:[\w-]+ ){0,3}?[\w-]+$", words) is not None


def _phrase_end(line: Line, start: int, stop: int) -> int:
    """Where the noun phrase that begins at ``start`` ends."""
    token = line.token_at(start)
    if token is None:
        return start
    doc, end = token.doc, start
    last = min(token.sent.end, token.i + _LONGEST)
    for index in range(token.i, last):
        each = doc[index]
        at = each.idx - line.offset
        if at >= stop or (index > token.i and _ends_phrase(each, doc[index - 1])):
            break
        end = at + len(each)
    return min(end, stop)


def _ends_phrase(token: Token, before: Token) -> bool:
    if token.pos_ in ("AUX", "SCONJ") or token.is_space:
        return True
    if token.pos_ == "VERB":
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        joined = before.text == "-" or following.text == "-"
        return not (joined or (token.tag_ in ("VBN", "VBG") and following.pos_ in ("NOUN", "ADJ", "PROPN")))
    if token.pos_ == "ADP" or token.lower_ in ("to", "since", "than", "as"):
        return not (token.lower_ == "of" or (token.lower_ == "for" and before.lower_ in _WANTED))
    if token.pos_ == "PUNCT":
        return token.text not in ("-", "'", "’")
    if token.pos_ == "PRON":
        return token.tag_ != "PRP$" and token.lower_ != "all"
    if token.pos_ == "CCONJ":
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return following.pos_ not in ("NOUN", "ADJ", "PROPN") or before.pos_ == "PROPN"
    return False


def owner_of(line: Line, whole: Whole) -> tuple[str, ...]:
    """Whose the whole is: the Parties named, or whom "its" stands for."""
    if whole.owners or not whole.own:
        return whole.owners
    worlds = find_subject(line, whole.start) == ("WLD",)
    return ("WLD",) if worlds else referent(line, whole.start)
