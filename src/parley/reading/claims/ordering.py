"""What is put in order by the words of a sentence, and the Parties that it lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.claims.evidence import frame, is_summed, source_in
from parley.reading.claims.line import Line
from parley.reading.claims.vocabulary import construction, phrase
from parley.records.claim import Measure

_EMITTED = phrase(r"<emissions>|\bemit\w*|<emitters>|\bpollut\w*")
_PER_HEAD = phrase(r"\b<per_head>")
_COAL, _PLANTS, _BURNT, _MINED = (frame("ranked", form) for form in ("coal", "plants", "burnt", "mined"))
_PEOPLE, _ECONOMY, _POWER = (frame("ranked", form) for form in ("people", "economy", "power"))
_GOODS = construction("scope", "goods")
_BETWEEN = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?|,? then (?:the )?|,? followed by (?:the )?")
_LAST = re.compile(r"\b(?:and|or)\b")
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is put in order: the measure of its rank, and the token of ``about`` that tells it apart."""

    measure: Measure
    about: str | None = None


def quantity_by_evidence(words: str) -> Quantity | None:
    """What the words put in order; None for goods, or where they do not tell."""
    if _EMITTED.search(words):
        if _PER_HEAD.search(words):
            return Quantity("rank_emitter", "per_capita")
        return Quantity("rank_emitter", "cumulative" if is_summed(words) else None)
    if _COAL.search(words):
        if _PLANTS.search(words):
            return Quantity("other", "coal_capacity")
        return Quantity("other", "coal") if _BURNT.search(words) and not _MINED.search(words) else None
    if _PEOPLE.search(words):
        return Quantity("other", "population")
    if _ECONOMY.search(words) and not _GOODS.search(words):
        return Quantity("rank_economy")
    if _POWER.search(words) and (source := source_in(words)):
        return Quantity("renewables", source)
    return None


def list_at(line: Line, position: int) -> tuple[str, ...]:
    """The Parties listed from ``position`` on; empty where none stands there."""
    named = [m for m in line.parties(position, len(line.low)) if m.code != "WLD"]
    if not named or named[0].start - line.offset > position + _NEAR:
        return ()
    listed = named[:1]
    for mention in named[1:]:
        between = line.low[listed[-1].end - line.offset : mention.start - line.offset]
        if not _BETWEEN.fullmatch(between):
            break
        listed.append(mention)
        if _LAST.search(between):
            break
    return tuple(dict.fromkeys(mention.code for mention in listed))
