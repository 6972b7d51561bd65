"""What a figure is of, where its measure leaves that open: the source of power, the stage of a plant, what changed."""

from __future__ import annotations

import re

from spacy.tokens import Token

from parley.reading.claims.draft import Draft
from parley.reading.claims.evidence import is_summed, source_in
from parley.reading.claims.line import Line
from parley.reading.claims.stages import stage_of
from parley.reading.claims.stretch import Stretch
from parley.reading.claims.subjects import clause_subject
from parley.reading.claims.vocabulary import construction, first_token, phrase, tokens

_EMITTED = phrase(r"<emissions>|\bemit\w*|<emitters>|\bcarbon\b|\bghgs?\b|\bpollut\w*")
_PER_HEAD = phrase(r"\b(?:<per_head>)|\bper (?:inhabitant|resident|citizen)\b")
_HISTORIC = phrase(
    r"\b(?:historic(?:al|ally)?|cumulative(?:ly)?|(?:its|their|the|whole|entire|all|of|in) history|of all time|ever"
    r"|to date|since (?:the )?(?:(?:start|beginning|dawn|onset) of )?(?:the )?industriali[sz]ation)\b"
)
_OF_HISTORY = re.compile(
    r"\bhistorically\b|\bin (?:all (?:of )?)?(?:human |recorded |its )?history\b|\bcumulative(?:ly)?\b|\ball told\b"
    r"|\bof all time\b|\bever\b"
)
_TRACKED = phrase(r"\b<tracked>\b")
_ONE_PERSON, _ONE_CITIZEN, _DEGREES, _WHOLE_PARTY, _GOODS = (
    construction("scope", form) for form in ("one_person", "one_citizen", "degrees", "whole_party", "goods")
)
_INTENSITY = dict(tokens("topics"))["intensity"]
_POWER = phrase(r"\b(?:power|electricity)\b")
_PAID_FOR = phrase(
    r"\b(?:invest\w*|spend\w*|financ\w*|panels?|turbines?|equipment|manufactur\w*|export\w*|import\w*)\b"
)
_POWER_FROM = re.compile(r"\b(?:electricity|power|energy) (?:generated |produced |made )?(?:from|by|with)\b")
_GIGAWATTS = re.compile(r"\bgigawatts?\b|\bgw\b|\bcapacity\b|\bfleet\b")
_NEVER_OF_EMISSIONS = frozenset(("coal_capacity", "coal", "solar", "wind", "nuclear", "population"))
_FOSSIL = re.compile(
    r"\bfossil fuels? (?:and|plus) (?:industry|cement|industrial processes)\b|\bfuels and (?:industry"
    r"|cement)\b|\bcoal, (?:natural )?(?:oil|gas),? and (?:natural )?(?:gas"
    r"|oil)\b(?:,? and (?:\w+ )?cement)?|\bindustry and fossil fuels\b"
)
_PERSONS = frozenset(("person", "citizen", "resident", "man", "woman", "household"))
_REGION = re.compile(r"states?|provinces?|regions?|republics?")
_EMITTED_BY = phrase(r"\b(?:<emissions>|emitted|pollution|gases) (?:\w+ ){0,2}?(?:from|of|by|at) (?:all |the )*$")
_THE_WORLDS = phrase(r"(?:<world>|\bglobal|\bworld)(?:'s)? (?:[\w-]+ ){0,3}?<emissions>")
_EMISSIONS_BEHIND = phrase(r"(?:['’]s?)? (?:[\w-]+ ){0,3}?<emissions>")
_AVERAGE = re.compile(r"\b(?:average|mean)\b")
_NEAR_BEFORE, _NEAR_BEHIND = 60, 45


def matter_of(line: Line, draft: Draft, stretch: Stretch, accumulated: bool) -> str | None:
    """The token or the words for what a figure is of; None where its measure says it all.

    ``accumulated`` is true where the words tell of a stretch of years over which emissions add up.
    """
    match draft.measure:
        case "renewables" | "other" if draft.dimension == "rank":
            return _ranked(line, draft, stretch)
        case "renewables" | "electricity_share" | "energy_share":
            named = first_token("sources", _own_part(line, draft, stretch)) or first_token("sources", stretch.before)
            return named or source_in(line.low[: _at(line, draft)[0]], last=True)
        case "coal_capacity":
            return stage_of(line, stretch, *_at(line, draft))
        case "budget":
            found = _DEGREES.search(line.low)
            return f"{found['degrees']} degC" if found else None
        case "rank_emitter":
            return _of_rank(line, draft)
        case "change":
            return _compared(line, draft, stretch, accumulated=False)
        case "ratio":
            return _compared(line, draft, stretch, accumulated)
        case "emissions" | "emissions_share" | "per_capita" | "cumulative":
            return part_named(stretch.whole) or _thing(line, draft) or _branch(line, *line.clause(*_at(line, draft)))
        case _:
            return None


def _own_part(line: Line, draft: Draft, stretch: Stretch) -> str:
    """A figure with what follows it, up to the comma behind which the next one is led in: "…, coal for 30 %"."""
    end = _at(line, draft)[1] + len(stretch.behind)
    another = any(number.start - line.offset == end for number in line.sentence.numbers)
    return stretch.figure + (stretch.behind.rpartition(",")[0] or stretch.behind if another else stretch.behind)


def _ranked(line: Line, draft: Draft, stretch: Stretch) -> str | None:
    """Of what somebody is the first: "coal"; of what is traded or paid for, in its own words: "coal exporter"."""
    words = f"{stretch.figure} {line.low[draft.start - line.offset : draft.end - line.offset]}"
    topic = first_token("topics", words)
    goods = _GOODS.search(words)
    if goods is None or _POWER_FROM.search(words) or (_POWER.search(words) and not _PAID_FOR.search(words)):
        return topic
    return f"{topic or ''} {goods.group()}".strip()


def part_named(words: str) -> str | None:
    """A part of emissions, in its own words: "transport emissions"."""
    plain = _FOSSIL.sub("fossil fuels", words)
    found = next((pattern.search(plain) for _, pattern in tokens("parts")), None)
    return found.group().strip() if found else None


def _thing(line: Line, draft: Draft) -> str | None:
    """What emits, where it is no Party as a whole: a flight, an army."""
    token = clause_subject(line, draft.place[0] - line.offset) if draft.place else None
    if (
        token is not None
        and token.pos_ == "PROPN"
        and not _WHOLE_PARTY.fullmatch(token.lower_)
        and _belongs_to_a_party(line, token)
    ):
        return token.lower_
    if token is not None and _FOSSIL.search(line.low, *line.clause(token.idx - line.offset, token.idx - line.offset)):
        return None
    if token is None or token.pos_ != "NOUN" or line.context.agents.party_at(token.i) is not None:
        return None
    if draft.place is None or token.idx > draft.place[0]:
        return None
    return None if _WHOLE_PARTY.fullmatch(token.lower_) else token.lower_


def _belongs_to_a_party(line: Line, token: Token) -> bool:
    """ "Ruritania's Acme", which is no Party."""
    agents = line.context.agents
    owned = any(child.dep_ == "poss" and agents.party_at(child.i) is not None for child in token.children)
    return owned and agents.party_at(token.i) is None


def _branch(line: Line, first: int, last: int) -> str | None:
    """A branch that emissions are from: "emissions from Ruritania's bakeries"."""
    doc = line.context.doc
    for mention in line.parties(first, last):
        if mention.code == "WLD" or not _EMITTED_BY.search(line.low[first : mention.start - line.offset]):
            continue
        at = mention.last + 1 if mention.last < len(doc) and doc[mention.last].tag_ == "POS" else mention.last
        noun = None
        while at < len(doc) and doc[at].pos_ in ("ADJ", "NOUN") and doc[at].is_lower:
            noun, at = (doc[at] if doc[at].pos_ == "NOUN" else noun), at + 1
        within = noun is not None and at < len(doc) and doc[at].lower_ == "of" and _REGION.fullmatch(noun.lower_)
        if noun is not None and (within or not _WHOLE_PARTY.fullmatch(noun.lower_)):
            return noun.lower_
    return None


def _of_rank(line: Line, draft: Draft) -> str | None:
    start, end = draft.start - line.offset, draft.end - line.offset
    around = line.low[max(line.clause(start, end)[0], start - _NEAR_BEFORE) : end + _NEAR_BEHIND]
    if _PER_HEAD.search(around):
        return "per_capita"
    if _HISTORIC.search(line.low[start:end]) or _OF_HISTORY.search(line.low, *line.clause(start, end)):
        return "cumulative"
    return part_named(around)


def _compared(line: Line, draft: Draft, stretch: Stretch, accumulated: bool) -> str | None:
    first, last = line.clause(*_at(line, draft))
    clause = line.low[first:last]
    of_emissions = _EMITTED.search(clause) is not None
    nearest = first_token("topics", stretch.before)
    if of_emissions and nearest in _NEVER_OF_EMISSIONS and not _EMITTED.search(stretch.before):
        return nearest
    averaged = draft.measure == "ratio" and _AVERAGE.search(clause)
    if of_emissions and (_PER_HEAD.search(clause) or averaged or _speaks_of_one_person(line, first, last)):
        return "per_capita"
    if of_emissions and _INTENSITY.search(clause):
        return "intensity"
    if of_emissions and draft.measure == "ratio" and (accumulated or _HISTORIC.search(clause) or is_summed(clause)):
        return "cumulative"
    if of_emissions and _has_an_owner(line, first, last):
        return part_named(clause)
    if of_emissions:
        return part_named(clause) or _thing(line, draft) or _branch(line, first, last)
    topic = first_token("topics", stretch.before) or first_token("topics", stretch.from_figure)
    if topic == "coal_power" and _GIGAWATTS.search(line.low):
        topic = "coal_capacity"
    tracked = _TRACKED.search(clause)
    if goods := _GOODS.search(clause):
        return f"{topic or ''} {goods.group()}".strip()
    return topic or (tracked.group() if tracked else None)


def _has_an_owner(line: Line, first: int, last: int) -> bool:
    """Whether the emissions themselves are said to be somebody's: "the pandemic cut Ruritania's emissions"."""
    if _THE_WORLDS.search(line.low, first, last):
        return True
    return any(_EMISSIONS_BEHIND.match(line.low, m.end - line.offset) for m in line.parties(first, last))


def _at(line: Line, draft: Draft) -> tuple[int, int]:
    start, end = draft.place or (draft.start, draft.end)
    return start - line.offset, end - line.offset


def _speaks_of_one_person(line: Line, first: int, last: int) -> bool:
    """ "A Ruritanian", "the average Syldavian", "a citizen of Borduria"."""
    for mention in line.parties(first, last):
        at = mention.start - line.offset
        if _ONE_CITIZEN.search(line.low[:at]):
            return True
        singular = line.context.doc[mention.last - 1].tag_ in ("NN", "NNP", "JJ")
        one = mention.form == "demonym" and singular and _ONE_PERSON.search(line.low[:at])
        if one and not _is_modifier(line, mention.last):
            return True
    return False


def _is_modifier(line: Line, following: int) -> bool:
    """Whether a noun comes right behind: "a Ruritanian plant"."""
    doc = line.context.doc
    noun = doc[following] if following < len(doc) else None
    return noun is not None and noun.pos_ == "NOUN" and noun.is_lower and noun.lower_ not in _PERSONS
