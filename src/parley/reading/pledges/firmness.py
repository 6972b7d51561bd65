"""How firm a goal is: the words that govern it, from "urged" to "in law"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.vocabulary import listed, phrase
from parley.records.pledge import Firmness

CueKind = Literal[
    "forecast", "achieved", "in_law", "drafted", "urged", "proposed", "in_policy", "asked", "planned", "pledged"
]

_CUES = phrase(
    r"\b(?:(?P<forecast><cues.forecast>)|(?P<achieved><cues.achieved>)|(?P<in_law><cues.in_law>)"
    r"|(?P<drafted><cues.drafted>)|(?P<urged><cues.urged>)|(?P<proposed><cues.proposed>)"
    r"|(?P<in_policy><cues.in_policy>)|(?P<asked><cues.asked>)|(?P<planned><cues.planned>)"
    r"|(?P<pledged><cues.pledged>))(?!\w)"
)
_AMBIGUOUS = listed("verbs.ambiguous")
_MODALS = listed("verbs.modal")
_OBLIGING = listed("verbs.obliging")
_REFUSING = listed("verbs.refusing")
_MILD = phrase(r"<verbs.mild>")
_HELPING = phrase(r"\b<verbs.helping>\b(?! (?:to )?(?:keep|limit|hold))")
_OWN_TARGET = re.compile(r"(?:targets?|goals?|timelines?|deadlines?|ambitions?|pledges?|promises?)")
_CLAUSE_ENDS = re.compile(r";|\bwhile\b|\bwhereas\b|, but\b")

_LAW_BEHIND = re.compile(
    r"^[^.;]{0,40}?\b(?:in(?:to)? (?:\w+ )?law|(?<!and )by law|mandatory|legally[- ]binding|into the statute"
    r"|legal (?:obligation|duty|requirement|commitment)s?"
    r"|(?:is|are|has been|have been|became|becomes|was made|made)(?: now| already| the)* law)\b"
)
_UNDER_BEHIND = re.compile(
    r"[^.;]*?\bunder (?:an?|the|its) (?:[\w-]+ ){0,3}?(?P<what>draft|proposal|bill|law|legislation|plan)\b"
)
_BEFORE_PARLIAMENT = re.compile(
    r"\b(?:put|brought|laid|tabled)\b[^.;]*\bbefore (?:the )?(?:parliament|congress|lawmakers|deputies)"
    r"|before (?:its|the) (?:parliament|congress|senate)"
)
_NOT_YET = re.compile(r"\b(?:yet to (?:adopt|approve|agree|be)|not (?:yet )?(?:been )?(?:adopted|approved|agreed))\b")
_LAW_SAYS_BEHIND = re.compile(
    r"[^.;]*?[,(] ?(?:as )?(?:(?:its|the|their|an?)|[\w]+'s?) (?:[\w-]+ ){0,3}(?:law|act|legislation|statute)"
    r" (?:say|demand|require|stipulate|prescribe|order|command|ha[sd] it|put)\w*"
)
_AGREED_BEHIND = re.compile(r" (?:now |already |currently )?(?:agreed|adopted|in force|in law)\b")
_PLEDGED_BEHIND = re.compile(
    r"[^.;,]{0,30}? (?:that |which )?(?:they|it|he|she|[a-z]+ (?:countries|nations))(?: had| have| has)?"
    r" (?P<cue>pledged|vowed|promised|committed)\b"
)
_PLANNED_BEHIND = re.compile(r"[^.;]{0,40}?, as (?:it|they) (?:has |have |had )?(?P<cue>planned|plans?|intends?)\b")
_FORECAST_BEHIND = phrase(
    r"[^.;]*?(?:according to (?:[\w'-]+ ){0,4}?<actors.forecasting_sources>"
    r"|\b<actors.forecasters> (?:say|says|said|found|finds|estimate[sd]?|warn|warned))\b"
)
_OBJECT_TO = re.compile(r"(?: (?!that\b)[^\s;:]+){1,13}? to(?: (?:\w+ )?$| |$)")
_RIGHT_BEFORE = re.compile(r" to (?:\w+ly )?$")
_SOMEBODY = phrase(r" (?:<actors.addressed>|(?:[\w-]+ ){0,3}?<actors.addressed_nouns>)\b")
_DEMANDS_OF_A_TEXT = re.compile(
    r"\b(?P<text>law|act|plan|bill|strategy|target|pact|accord|policy|text|decision|resolution|pledge|declaration"
    r"|agreement|commitment|programme|ndc)s?"
    r" (?:(?:that|which) )?(?:already |now )?$"
)
_COSTING_BEHIND = re.compile(
    r"[^.;,]{0,60}? (?:would|could|will|might) "
    r"(?:cost|mean|require|need|hurt|take (?:years|decades)|be (?:hard|difficult|impossible|enough|too))\b"
)
_FAILED_BEHIND = re.compile(
    r"[^;]{0,60}? (?:was|were|been|got) (?:blocked|rejected|vetoed|voted down|shelved|defeated)\b"
)
_FACT_AHEAD = phrase(r"\b<facts>(?: by| for| on| at| from| about)? <hedges>$")
_OWNS_AHEAD = phrase(r"(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bmust )\b(?:has|have|had) <hedges>$")
_BETWEEN_BEHIND = re.compile(r",? (?:between|from) (?:19|20)\d\d (?:and|to) (?P<year>(?:19|20)\d\d)\b")
_FACT_KINDS = ("share", "capacity", "reduction")
HELPED = "help"
"""The word of a cue that says that somebody helps another to reach the goal."""
_DENIED_AHEAD = re.compile(
    r"(?:(?:\bnot|n't|\bnever|\byet to) (?:yet |formally |publicly |itself )*"
    r"(?:set|commit|nam|giv|announc|adopt|agree|promis|pledg|declar|made|mak|hav|plan|intend|aim|sign)\w*\b[^.;,]{0,40}"
    r"|\b(?:has|have|had|with|set|gave) (?:no|neither an?) (?:[\w-]+ ){0,3})$"
)
_REJECTED_AHEAD = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|vot(?:ed|es) (?:down|against)|block(?:s|ed)|oppos(?:es|ed)|dismiss(?:es|ed)|scrapped"
    r"|shelved|abandoned|repealed|threw out|turned down|struck down) (?:[\w'’-]+ ){0,4}?"
    r"(?:targets?|goals?|pledges?|promises?|plans?|bills?|laws?|commitments?|proposals?|calls)\b[^.;,]{0,40}$"
)
_FACT_REACH = 70
_NEAR = 25
_NAMED_BEHIND = 45


@dataclass(frozen=True, slots=True)
class Cue:
    """Governing words at ``line.low[start:end]``."""

    start: int
    end: int
    kind: CueKind
    word: str

    @property
    def is_modal(self) -> bool:
        return self.word in _MODALS


@dataclass(frozen=True, slots=True)
class Governed:
    """The firmness of a goal, the cue nearest to it, and the urging cue where somebody is asked."""

    firmness: Firmness
    cue: Cue | None = None
    urging: Cue | None = None


def find_cues(line: Line) -> list[Cue]:
    """All governing words of a sentence, in order."""
    return [
        Cue(match.start(), match.end(), cast(CueKind, match.lastgroup), match.group())
        for match in _CUES.finditer(line.low)
        if _governs(line, match.group(), match.start())
    ]


def _governs(line: Line, word: str, position: int) -> bool:
    """Whether the word is the verb ("press", not "the press"; "may", not "May") and no part of a name."""
    ambiguous = word in _AMBIGUOUS
    if not ambiguous and not line.context.document.text[line.offset + position].isupper():
        return True
    token = line.token_at(position)
    if token is None:
        return True
    return token.pos_ in ("VERB", "AUX") if ambiguous else token.ent_type_ not in ("ORG", "PERSON")


def clause_start(line: Line, position: int) -> int:
    """Where the clause that ``position`` lies in begins."""
    return max((match.end() for match in _CLAUSE_ENDS.finditer(line.low, 0, position)), default=0)


def read_firmness(line: Line, goal: Goal, cues: Sequence[Cue], next_goal: int, dated: bool) -> Governed | None:
    """How firm ``goal`` is; None when its words make it no pledge.

    ``next_goal`` is where the following goal begins; ``dated`` says whether the goal has a target year.
    """
    behind = line.low[goal.end : max(goal.end, next_goal)]
    if _is_no_aim(line, goal, behind):
        return None
    if stated := _stated_behind(goal, behind):
        return stated
    start = clause_start(line, goal.start)
    ahead = [cue for cue in cues if start <= cue.start < goal.end and cue.end <= goal.end]
    if not ahead:
        bracketed = line.low[: goal.start].endswith("(")
        later = [cue for cue in cues if goal.end <= cue.start and (cue.start < next_goal or bracketed)]
        return _from_behind(behind, later)
    nearest = ahead[-1]
    if goal.kind != "finance" and (helping := _HELPING.search(line.low, ahead[0].start, goal.start)):
        known = dated and goal.figure is not None
        return Governed("planned", Cue(helping.start(), helping.end(), "planned", HELPED)) if known else None
    if goal.older:
        return Governed("in_policy" if _AGREED_BEHIND.match(behind) else "pledged", nearest)
    if urging := _urging(line, goal, ahead, dated):
        return Governed("urged", nearest, urging)
    frame = [nearest, *_framing(line, ahead)]
    refused = any(cue.word in _REFUSING and "," not in line.low[cue.end : nearest.start] for cue in ahead)
    if refused or any(cue.kind == "forecast" for cue in frame) or _FORECAST_BEHIND.match(behind):
        return None
    firmness = _obliged(ahead, behind) if nearest.word in _OBLIGING else _framed(line, goal, frame, behind)
    return Governed(firmness, nearest, nearest if firmness == "urged" else None)


def _is_no_aim(line: Line, goal: Goal, behind: str) -> bool:
    """A figure that is a fact, a promise not made, what an aim would cost, a proposal that was voted down."""
    ahead = line.low[max(0, goal.start - _FACT_REACH) : goal.start]
    if _DENIED_AHEAD.search(ahead) or _REJECTED_AHEAD.search(ahead):
        return True
    return bool(_is_fact(line, goal, behind) or _COSTING_BEHIND.match(behind) or _FAILED_BEHIND.match(behind))


def _is_fact(line: Line, goal: Goal, behind: str) -> bool:
    """Whether a figure is what is there already: "gets 90 % of its power", "a fall of 12 % between 2010 and 2020"."""
    if goal.figure is None or goal.kind not in _FACT_KINDS:
        return False
    published, span = line.context.published, _BETWEEN_BEHIND.match(behind)
    if span and published and int(span["year"]) <= published.anchor.year:
        return True
    ahead = line.low[max(0, goal.start - _FACT_REACH) : goal.start]
    return bool(_FACT_AHEAD.search(ahead) or (goal.kind == "capacity" and _OWNS_AHEAD.search(ahead)))


def _stated_behind(goal: Goal, behind: str) -> Governed | None:
    """A goal whose promise is told in a clause behind it: "the sum they vowed", "…, as it has planned"."""
    for kind, expression in (("pledged", _PLEDGED_BEHIND), ("planned", _PLANNED_BEHIND)):
        if match := expression.match(behind):
            firmness = cast(Literal["pledged", "planned"], kind)
            cue = Cue(goal.end + match.start("cue"), goal.end + match.end("cue"), firmness, match["cue"])
            return Governed(firmness, cue)
    return None


def _from_behind(behind: str, later: Sequence[Cue]) -> Governed | None:
    """A goal that its clause begins with: "climate neutrality by 2050 is written into law"."""
    if _LAW_BEHIND.search(behind):
        return Governed("in_law")
    if later and later[0].kind not in ("forecast", "urged", "asked"):
        return Governed(_firmness_of(later[0]), later[0])
    return None


def _framing(line: Line, ahead: Sequence[Cue]) -> list[Cue]:
    """The words around the nearest cue: "a bill … would", "a law … must", "is drafting a plan", nearest first."""
    frame: list[Cue] = []
    inner = ahead[-1]
    for cue in reversed(ahead[:-1]):
        if cue.is_modal and not frame:
            continue
        close = inner.start - cue.end < _NEAR and " and " not in line.low[cue.end : inner.start]
        if not close and not (inner.is_modal and not frame):
            break
        if cue.kind == "forecast" and "," in line.low[cue.end : inner.start]:
            break
        frame.append(cue)
        inner = cue
    return frame


def _framed(line: Line, goal: Goal, frame: Sequence[Cue], behind: str) -> Firmness:
    """The firmness that the nearest cue, ``frame[0]``, and those around it give together."""
    nearest, kinds = frame[0], {cue.kind for cue in frame}
    under = _UNDER_BEHIND.match(line.low, goal.end)
    source = under["what"] if under else ""
    if "drafted" in kinds or source == "draft":
        return "drafted"
    before_parliament = _BEFORE_PARLIAMENT.search(line.low, max(0, goal.start - 60), goal.end + min(60, len(behind)))
    if "proposed" in kinds or before_parliament or source in ("proposal", "bill") or _NOT_YET.search(behind):
        return "proposed"
    if "achieved" in kinds:
        return "achieved"
    if "in_law" in kinds or source in ("law", "legislation") or _LAW_BEHIND.search(behind):
        return "in_law"
    agreed = goal.kind == "temperature_goal" and any(cue.word.startswith("agree") for cue in frame)
    if "in_policy" in kinds or agreed:
        return "in_policy"
    if nearest.is_modal and len(frame) > 1 and frame[1].kind in ("pledged", "planned"):
        return _firmness_of(frame[1])
    if nearest.kind == "urged" and (demanded := _demanded_by(line, nearest)):
        return demanded
    if nearest.kind == "urged":
        return _firmness_of(frame[1]) if len(frame) > 1 and frame[1].kind != "urged" else "urged"
    return "pledged" if nearest.word in ("will", "'ll", "shall", "would") else _firmness_of(nearest)


def _demanded_by(line: Line, cue: Cue) -> Firmness | None:
    """What a text itself calls for: "the law demands", "the pledge calls for"."""
    found = _DEMANDS_OF_A_TEXT.search(line.low, max(0, cue.start - 40), cue.start)
    if found is None:
        return None
    return "in_law" if found["text"] in ("law", "act") else "proposed" if found["text"] == "bill" else "pledged"


def _obliged(ahead: Sequence[Cue], behind: str) -> Firmness:
    """What must be: by a law, a policy or a target named before it, otherwise only because somebody says so."""
    if _LAW_SAYS_BEHIND.match(behind):
        return "in_law"
    kinds = {cue.kind for cue in ahead}
    if "drafted" in kinds or "in_law" in kinds:
        return "drafted" if "drafted" in kinds else "in_law"
    if "in_policy" in kinds:
        return "in_policy"
    return "pledged" if any(_OWN_TARGET.fullmatch(cue.word) for cue in ahead) else "urged"


def _firmness_of(cue: Cue) -> Firmness:
    if cue.kind == "forecast" or cue.kind == "asked":
        return "planned"
    return cue.kind


def _urging(line: Line, goal: Goal, ahead: Sequence[Cue], dated: bool) -> Cue | None:
    """The nearest verb of urging whose object is to reach the goal, unless somebody's own target stands between."""
    for cue in reversed(ahead[-4:]):
        between = line.low[cue.end : goal.start]
        if _DEMANDS_OF_A_TEXT.search(line.low, max(0, cue.start - 40), cue.start):
            return None
        if _urges(line, cue, goal) and (cue is ahead[-1] or _OBJECT_TO.match(between)):
            bare_cut = goal.kind == "reduction" and goal.figure is None and not goal.reference
            return cue if not bare_cut or _RIGHT_BEFORE.search(between) else None
        if (
            cue.kind == "asked"
            and not between.startswith(" to ")
            and _OBJECT_TO.match(between)
            and _names_somebody(line, cue, goal)
        ):
            return cue
        if cue.kind in ("in_law", "drafted", "achieved") or (dated and _OWN_TARGET.fullmatch(cue.word)):
            return None
    return None


def _urges(line: Line, cue: Cue, goal: Goal) -> bool:
    if cue.kind != "urged" or cue.word in _OBLIGING:
        return False
    return _MILD.match(cue.word) is None or _names_somebody(line, cue, goal)


def _names_somebody(line: Line, cue: Cue, goal: Goal) -> bool:
    """Whether a Party, or somebody who speaks for one, stands right behind a verb such as "asked" or "wants"."""
    begin, end = line.offset + cue.end, line.offset + goal.start
    asking = {m.code for m in line.sentence.parties if m.end <= line.offset + cue.start}
    parties = any(
        begin <= m.start < begin + _NAMED_BEHIND and m.end <= end and m.code not in asking
        for m in line.sentence.parties
    )
    people = any(begin <= m.start < begin + _NAMED_BEHIND and m.end <= end for m in line.sentence.people)
    return parties or people or _SOMEBODY.match(line.low[cue.end : goal.start]) is not None
