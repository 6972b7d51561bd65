"""What a figure is of, where its measure leaves that open: the source of power, the stage of a plant, what changed."""

from __future__ import annotations

from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.claims.stretch import Stretch
from parley.reading.claims.subjects import clause_subject
from parley.reading.claims.vocabulary import construction, first_token, phrase, tokens

_EMITTED = phrase(r"<emissions>|\bemit\w*|<emitters>|\bcarbon\b|\bghgs?\b|\bpollut\w*")
_PER_HEAD = phrase(r"\b(?:<per_head>)|\bper (?:inhabitant|resident|citizen)\b")
_HISTORIC = phrase(r"\b(?:historic(?:al|ally)?|cumulative(?:ly)?|over (?:its |the )?history|of all time|ever)\b")
_TRACKED = phrase(r"\b<tracked>\b")
_ONE_PERSON, _DEGREES, _THING = (construction("scope", form) for form in ("one_person", "degrees", "thing"))
_NEAR_BEFORE, _NEAR_BEHIND = 60, 45


def matter_of(line: Line, draft: Draft, stretch: Stretch, accumulated: bool) -> str | None:
    """The token or the words for what a figure is of; None where its measure says it all.

    ``accumulated`` is true where the words tell of a stretch of years over which emissions add up.
    """
    match draft.measure:
        case "renewables" | "other" | "rank_economy" if draft.dimension == "rank":
            return first_token("topics", f"{stretch.figure} {_said_of_order(line, draft)}")
        case "renewables" | "electricity_share" | "energy_share":
            return first_token("sources", stretch.from_figure) or first_token("sources", stretch.before)
        case "coal_capacity":
            return first_token("stages", stretch.whole)
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
            return _part(stretch.whole) or _thing(line, draft)
        case _:
            return None


def _said_of_order(line: Line, draft: Draft) -> str:
    """The words of a comparison that makes a rank: "generates more solar power than any other country"."""
    return line.low[draft.start - line.offset : draft.end - line.offset]


def _part(words: str) -> str | None:
    """A part of emissions, in its own words: "transport emissions"."""
    found = next((pattern.search(words) for _, pattern in tokens("parts")), None)
    return found.group().strip() if found else None


def _thing(line: Line, draft: Draft) -> str | None:
    """What emits, where it is a thing and no Party: a flight, a cow."""
    token = clause_subject(line, draft.place[0] - line.offset) if draft.place else None
    if token is None or line.context.agents.party_at(token.i) is not None:
        return None
    return token.lower_ if _THING.fullmatch(token.lower_) else None


def _of_rank(line: Line, draft: Draft) -> str | None:
    start, end = draft.start - line.offset, draft.end - line.offset
    around = line.low[max(line.clause(start, end)[0], start - _NEAR_BEFORE) : end + _NEAR_BEHIND]
    if _PER_HEAD.search(around):
        return "per_capita"
    if _HISTORIC.search(line.low[start:end]):
        return "cumulative"
    return _part(around)


def _compared(line: Line, draft: Draft, stretch: Stretch, accumulated: bool) -> str | None:
    first, last = line.clause(*_at(line, draft))
    clause = line.low[first:last]
    of_emissions = _EMITTED.search(clause) is not None
    if of_emissions and (_PER_HEAD.search(clause) or _speaks_of_one_person(line, first, last)):
        return "per_capita"
    if of_emissions and "intensity" in clause:
        return "intensity"
    if of_emissions:
        return _part(clause) or _thing(line, draft) or ("cumulative" if accumulated else None)
    topic = first_token("topics", stretch.before) or first_token("topics", stretch.from_figure)
    tracked = _TRACKED.search(clause)
    return topic or (tracked.group() if tracked else None)


def _at(line: Line, draft: Draft) -> tuple[int, int]:
    start, end = draft.place or (draft.start, draft.end)
    return start - line.offset, end - line.offset


def _speaks_of_one_person(line: Line, first: int, last: int) -> bool:
    """ "A Ruritanian", "the average Syldavian"."""
    for mention in line.parties(first, last):
        at = mention.start - line.offset
        singular = line.context.doc[mention.last - 1].tag_ in ("NN", "NNP", "JJ")
        if mention.form == "demonym" and singular and _ONE_PERSON.search(line.low[:at]):
            return not _is_modifier(line, mention.last)
    return False


def _is_modifier(line: Line, following: int) -> bool:
    """Whether a noun comes right behind: "a Ruritanian plant"."""
    doc = line.context.doc
    return following < len(doc) and doc[following].pos_ == "NOUN" and doc[following].is_lower
