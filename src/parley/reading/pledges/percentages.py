"""Percentages: whether one is a cut, a share of clean energy, or no goal at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from parley.reading.numbers import NumberMention
from parley.reading.pledges.goal import Figure, Goal, Line
from parley.reading.pledges.goals import gas_of
from parley.reading.pledges.lists import gapped_parties
from parley.reading.pledges.vocabulary import phrase
from parley.records.pledge import ReductionBasis

Use = Literal["reduction", "share"]

_WINDOW = 110
_EMITS = phrase(r"\b<emissions>\b")
_CLEAN = phrase(r"\b<clean>\b")
_POWER = phrase(r"\b<power>\b")
_CUT_BEHIND = phrase(r"['\"]? ?(?:(?!of |from |in |by |to |and |or |as |the )[a-z-]+[ -]){0,3}?<cutting>\b")
_BASE_BEHIND = phrase(
    r"['\")]? ?(?:,? ?(?:in )?(?:<emissions> )*(?:by 20\d\d )?)?(?:<comparing>|of)"
    r" (?:<base_articles> )*(?:[\w-]+ ){0,2}?<baselines>"
)
_LESS_THAN_THEN_BEHIND = phrase(
    r" (?:less|lower|fewer|below)(?: (?:carbon dioxide|<emissions>))*(?: (?:by|in) (?:fiscal )?20\d\d)?"
    r" (?:than|what)(?: (?:it|they) (?:was|were|did|emitted))?(?: in)? (?:fiscal )?(?:19|20)\d\d\b"
)
_OF_THEN_BEHIND = re.compile(
    r" of (?:its |their |the )?(?:(?:those|that) (?:of|in) |what (?:it|they) (?:was|were|emitted) in )?(?:19|20)\d\d\b"
)
_HELD_AHEAD = phrase(
    r"\b(?:<limiting>|<cutting>|bring(?:s|ing)?|emissions?)\b[^.;]{0,60}?\b(?:to|at|below|under|be|exceed) <hedges>$"
)
_CUT_AHEAD = phrase(r"\b<cutting>\b(?P<between>[^.;:]*?)\s*(?P<preposition>by|to|of|at)?,? ?['\"]?<hedges>['\"]?$")
_TARGET_AHEAD = phrase(
    r"(?:\b(?:<target_nouns>|ndc)(?: for (?:fiscal )?20\d\d)?(?: of| to| at| from| is| was| are| were|:)"
    r"|\b<promising>|^[^:]{2,40}:)"
    r" (?:(?:an? )?(?:cut|reduction|reducing emissions) (?:of|by) )?<hedges>$"
    r"|\b(?:had|has) (?:pledged|promised) an? (?:cut|reduction) of <hedges>$"
)
_TARGET_MOVED_AHEAD = phrase(r"\b(?:<target_nouns>|ndc)(?: for (?:fiscal )?20\d\d)? $")
_TARGET_BEHIND = phrase(
    r",? (?:with (?:\w+ ){0,2}<support>|if |conditional|given )"
    r"| (?:by|before|in|for|until) (?:the end|fiscal|this|20\d\d)| (?:emissions? )?(?:target|goal|pledge)"
)
_BY_YEAR_BEHIND = re.compile(
    r" (?:by|before|in) (?:fiscal )?(?:year )?20\d\d\b|,? (?:against|below|from) (?:19|20)\d\d\b"
)
_TARGET_OF_YEAR = re.compile(
    r"\b20[2-9]\d[ -](?:[\w-]+ ){0,2}(?:target|goal|pledge)|\b(?:target|goal|pledge|aim)s? for (?:fiscal )?20[2-9]\d"
)
_CLEAN_BEHIND = phrase(r" ?(?:of )?<clean>\b(?! (?:and )?(?:jobs|bond))")
_OF_POWER_BEHIND = phrase(r" of (?:<owners_of_power> )*(?:[\w'-]+ ){0,2}?<power>\b")
_SHARE_AHEAD = phrase(
    r"\bshare of\b[^;:]*?(?:to|at|above|of|reach|is|be|by) <hedges>$|\b<clean>\b[^.;:]*? <share_verbs> <hedges>$"
)
_COMPARED_AHEAD = phrase(r"(?:from|compared (?:with|to)|versus|against|down from|(?<!more )(?<!less )than) <hedges>$")
_OLDER_AHEAD = phrase(r"<earlier_targets> (?:<earlier_nouns> )*<hedges>$")
_EARLIER = re.compile(r"\b(?:previous(?:ly)?|earlier|old|former|predecessor)\b")
_PAST_BEHIND = re.compile(
    r"[^.;,]{0,25}? (?:today|last year|at present|currently|now\b(?! agreed)|a decade ago"
    r"|in (?:fiscal )?(?:19|20[01]\d|202[0-4])\b|between (?:19|20)\d\d and (?:19|20[01]\d|202[0-4])\b)"
)
_IN_A_LIST = phrase(r"(?:and|or|,|;|to|from)(?: to| by)? <hedges>$")
_CLEAN_THINGS = (
    ("wind and solar", "wind and solar"), ("solar and wind", "wind and solar"),
    ("non-fossil", "non-fossil"), ("nuclear", "nuclear"), ("renewable", "renewables"), ("solar", "solar"),
    ("wind", "wind"), ("hydrogen", "hydrogen"), ("electric vehicle", "electric vehicles"),
    ("electric car", "electric vehicles"),
)  # fmt: skip
_OR_AHEAD = phrase(r"\bor <hedges>$")
_ENDS_BEHIND = re.compile(r"[.,;)]|$")
_A_TARGET_BEHIND = re.compile(r" (?:emissions?(?:[- ]reduction)? )?(?:target|goal|pledge)\b")
_YEAR = re.compile(r"\b20[2-9]\d\b")
_RISEN_TO = phrase(r"\bto <hedges>$")
_INTENSITY = phrase(r"\b<intensity>\b")
_INTENSITY_BEHIND = phrase(r"^[ -](?:cut|reduction|fall|drop|decrease) (?:in|of) (?:the |its |their )?<intensity>\b")
_LESS_INTENSIVE_BEHIND = re.compile(
    r" (?:less|lower)(?: in)? (?:carbon|emissions?|co2|greenhouse[- ]gas)[- ]?intens\w+"
)
_PER_OUTPUT = re.compile(r"\bper unit of (?:gdp|gross domestic product|(?:economic )?output)\b")
_BAU = re.compile(r"business[- ]as[- ]usual|\bbau\b|baseline scenario|projected")
_PEAKED = re.compile(r"(?:from|below) (?:its|their|the|a|an)? ?(?:\w+ ){0,2}peak")


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage with the text on its two sides; ``last`` is the goal before it, in its sentence when ``near``.

    ``moved`` is true for the new one of two between which a target was moved: "its 2030 target from 26 to 46 %".
    """

    line: Line
    start: int
    end: int
    figure: Figure
    before: str
    after: str
    last: Goal | None
    near: bool
    moved: bool = False


def read_percentage(line: Line, number: NumberMention, last: Goal | None, near: bool) -> Goal | None:
    """The goal that a percentage is, or None."""
    if number.percent is None:
        return None
    if number.dimension == "fraction" and not (_EMITS.search(line.low) or _CLEAN.search(line.low)):
        return None
    start, end = number.start - line.offset, number.end - line.offset
    before, after = line.low[max(0, start - _WINDOW) : start], line.low[end : end + _WINDOW]
    low, high = sorted(abs(end) for end in number.percent)
    risen = number.shape == "rise"
    moved = number.shape in ("rise", "fall") and _TARGET_MOVED_AHEAD.search(before) is not None
    new, old = (high, low) if risen else (low, high)
    figure = (new, new, "%") if risen or moved else (low, high, "%")
    found = Percentage(line, start, end, figure, before, after, last, near, moved)
    older = not (risen or moved) and _is_older(found)
    if not (risen or moved) and _COMPARED_AHEAD.search(before) and (not older or _PAST_BEHIND.match(after)):
        return None
    use = _use(found, older)
    given_up = (old, old, "%") if moved else None
    if use == "share":
        about = clean_thing(before[-70:] + after[:60])
        return Goal("share", start, end, found.figure, about=about, older=older, given_up=given_up)
    return replace(_cut(found, older), given_up=given_up) if use == "reduction" else None


def clean_thing(words: str) -> str:
    """What kind of clean energy the words are about."""
    for word, thing in _CLEAN_THINGS:
        if word in words:
            return thing
    return "electricity"


def _is_older(found: Percentage) -> bool:
    """Whether it is the target that another one replaces."""
    if _OLDER_AHEAD.search(found.before):
        return True
    return found.last is not None and _EARLIER.search(found.before[-60:]) is not None


def _use(found: Percentage, older: bool) -> Use | None:
    before, after, low = found.before, found.after, found.line.low
    if _CLEAN_BEHIND.match(after) or (_OF_POWER_BEHIND.match(after) and _CLEAN.search(low)):
        return "share"
    if _CUT_BEHIND.match(after):
        return "reduction"
    if _SHARE_AHEAD.search(before) and (_POWER.search(low) or "share of" in before):
        return "share"
    if _BASE_BEHIND.match(after) and not (after.startswith(" of ") and "level" not in after[:50]):
        return "reduction"
    if _A_TARGET_BEHIND.match(after) and not _CLEAN.search(low) and _YEAR.search(low):
        return "reduction"
    if _LESS_THAN_THEN_BEHIND.match(after) or _LESS_INTENSIVE_BEHIND.match(after) or _is_held(found):
        return "reduction"
    promised = found.moved or _TARGET_AHEAD.search(before) is not None
    if _is_cut_by(found, promised):
        return "reduction"
    if promised and not after.startswith(" of ") and _in_a_target(found, older):
        return "share" if _CLEAN.search(low) else "reduction"
    return _use_in_a_list(found, older)


def _is_cut_by(found: Percentage, promised: bool) -> bool:
    """Behind a verb or noun of cutting, with no other figure between, where emissions are spoken of."""
    ahead = _CUT_AHEAD.search(found.before)
    if ahead is None:
        return False
    between = ahead["between"].replace("co2", "")
    if re.search(r"\d", between[-25:] if ahead["preposition"] else between):
        return False
    of_emissions = found.last is not None and found.last.kind in ("reduction", "net_zero")
    direct = not between.strip() and "cut" in ahead.group()
    of_emissions |= _BY_YEAR_BEHIND.match(found.after) is not None and (direct or ahead["preposition"] is not None)
    of_emissions |= "cut" in ahead.group() and _TARGET_OF_YEAR.search(found.line.low) is not None
    return promised or of_emissions or _EMITS.search(found.line.low) is not None


def _is_held(found: Percentage) -> bool:
    """Whether emissions are to be held to a part of what they were: "to 70 % of those of 1990"."""
    return _OF_THEN_BEHIND.match(found.after) is not None and _HELD_AHEAD.search(found.before) is not None


def _in_a_target(found: Percentage, older: bool) -> bool:
    if older or found.last is not None:
        return True
    return bool(_TARGET_BEHIND.match(found.after) or _TARGET_OF_YEAR.search(found.line.low))


def _use_in_a_list(found: Percentage, older: bool) -> Use | None:
    """A further figure of the kind of the last one: "or 47 % with support", "Borduria 30 %", "up from 40 %"."""
    if found.last is None or found.last.kind not in ("reduction", "share"):
        return None
    risen = found.near and found.last.older and _RISEN_TO.search(found.before) is not None
    joined = found.near and _IN_A_LIST.search(found.before) and _TARGET_BEHIND.match(found.after)
    alternative = found.near and _OR_AHEAD.search(found.before) and _ENDS_BEHIND.match(found.after)
    gapped = found.near and bool(gapped_parties(found.line, found.start))
    if not (joined or alternative or gapped or older or risen):
        return None
    return "share" if found.last.kind == "share" else "reduction"


def _cut(found: Percentage, older: bool) -> Goal:
    inherited = found.last if found.near and found.last and found.last.kind == "reduction" else None
    words = found.before[-80:] + " " + found.after[:50]
    return Goal(
        "reduction",
        found.start,
        found.end,
        found.figure,
        basis=_basis(found) or ("intensity" if inherited and inherited.basis == "intensity" else "base_year"),
        gas=gas_of(words) or (inherited.gas if inherited else None),
        about="methane" if "methane" in words else None,
        to_level=(found.after.startswith(" of ") and "level" in found.after[:50]) or _is_held(found),
        older=older,
    )


def _basis(found: Percentage) -> ReductionBasis | None:
    if any(form.search(found.before) for form in (_INTENSITY, _PER_OUTPUT)) or _PER_OUTPUT.search(found.after[:80]):
        return "intensity"
    if _INTENSITY_BEHIND.match(found.after) or _LESS_INTENSIVE_BEHIND.match(found.after):
        return "intensity"
    if _BAU.search(found.after[:70]) or _BAU.search(found.before[-40:]):
        return "bau"
    return "below_peak" if _PEAKED.search(found.after[:40]) else None
