"""How firm a goal is: the words that govern it, from "urged" to "in law"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.vocabulary import alternatives
from parley.records.pledge import Firmness

CueClass = Literal["forecast", "achieved", "in_law", "drafted", "urged", "asked", "proposed", "in_policy", "planned", "pledged"]

_CLASSES: tuple[CueClass, ...] = (
    "forecast", "achieved", "in_law", "drafted", "urged", "proposed", "in_policy", "asked", "planned", "pledged",
)  # fmt: skip
_CUES = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{alternatives('cues.' + name)})" for name in _CLASSES) + r")(?!\w)")
_ALSO_NOUNS = frozenset("press push challenge request will may might could would should must can bill set sets hopes wants looks demand pressing".split()) - {"bill"}
_MODALS = frozenset(
    "will would could may might must should shall 'll".split()
    + ["is to", "are to", "was to", "were to", "needs to", "need to", "has to", "have to", "had to", "ought to"]
)
_OBLIGING = frozenset(["must", "should", "needs to", "need to", "has to", "have to", "had to", "ought to", "would like"])
_LAW_BEHIND = re.compile(r"^[^.;]{0,40}?\b(?:in(?:to)? (?:\w+ )?law|by law|mandatory|legally[- ]binding|into the statute)\b")
_UNDER_BEHIND = re.compile(r"\bunder (?:an?|the|its) (?:[\w-]+ ){0,3}?(?P<what>draft|proposal|bill|law|legislation|plan)\b")
_OBJECT_TO = re.compile(r"^(?: (?!that\b)[^\s;:]+){1,13}? to(?: (?:\w+ )?$| |$)")
_TO_RIGHT_BEFORE = re.compile(r" to (?:\w+ly )?$")
_NOT_YET = re.compile(r"\b(?:yet to (?:adopt|approve|agree|be)|not (?:yet )?(?:been )?(?:adopted|approved|agreed))\b")
_AGREED_BEHIND = re.compile(r"^ (?:now |already |currently )?(?:agreed|adopted|in force|in law)\b")
_PUT_BEFORE = re.compile(r"\b(?:put|brought|laid|tabled)\b[^.;]*\bbefore (?:the )?(?:parliament|congress|lawmakers|deputies)|before (?:its|the) (?:parliament|congress|senate)")
_PLEDGED_BEHIND = re.compile(r"^[^.;,]{0,30}? (?:that |which )?(?:they|it|he|she|[a-z]+ (?:countries|nations))(?: had| have| has)? (?P<cue>pledged|vowed|promised|committed)\b")
_HELPING = re.compile(r"\b(?:help(?:s|ed|ing)?|assist(?:s|ed|ing)?|enabl(?:e|es|ed|ing))\b(?! (?:to )?(?:keep|limit|hold))")
_DEMANDS_OF_A_TEXT = re.compile(r"\b(?:law|act|plan|bill|strategy|target|pact|accord|policy|text|decision|resolution)s? (?:(?:that|which) )?(?:already |now )?$")
_MILD = re.compile(r"push|press(?!ur)|challeng|request|insist|prod|invit|demand")
_SOMEBODY = re.compile(r" (?:him|her|them|it|(?:[\w-]+ ){0,3}?(?:officials|leaders|counterparts?|governments?|countries|nations|ministers?|members|emitters))\b")
_FORECAST_BEHIND = re.compile(
    r"^[^.;]*?(?:according to (?:[\w'-]+ ){0,4}?(?:analysts|researchers|scientists|models?|study|report|institute|agency|think[- ]tank|survey|figures|data)|"
    r"\b(?:analysts|scientists|researchers|experts|economists|the ipcc|the iea|panel|study|report) (?:say|says|said|found|finds|estimate|estimates|estimated|warned|warn))\b"
)
_CLAUSE_ENDS = re.compile(r";|\bwhile\b|\bwhereas\b|, but\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """Governing words at ``line.low[start:end]``; ``urging`` has somebody ask somebody else."""

    start: int
    end: int
    kind: CueClass
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
        Cue(match.start(), match.end(), cast(CueClass, match.lastgroup), match.group())
        for match in _CUES.finditer(line.low)
        if _governs(line, match.group(), match.start())
    ]


def _governs(line: Line, word: str, position: int) -> bool:
    """Whether the word is the verb ("press", not "the press"; "may", not "May") and no part of a name."""
    token = line.token_at(position)
    if token is None:
        return True
    if word in _ALSO_NOUNS:
        return token.pos_ in ("VERB", "AUX")
    return token.pos_ != "PROPN" or token.ent_type_ not in ("ORG", "PERSON")


def clause_start(line: Line, position: int) -> int:
    """Where the clause that ``position`` lies in begins."""
    return max((match.end() for match in _CLAUSE_ENDS.finditer(line.low, 0, position)), default=0)


def read_firmness(line: Line, goal: Goal, cues: list[Cue], next_goal: int, dated: bool) -> Governed | None:
    """How firm ``goal`` is; None when its words make it no pledge.

    ``next_goal`` is where the following goal begins; ``dated`` says whether the goal has a target year.
    """
    start = clause_start(line, goal.start)
    behind = line.low[goal.end : max(goal.end, next_goal)]
    if said := _PLEDGED_BEHIND.match(behind):
        return Governed("pledged", Cue(goal.end + said.start("cue"), goal.end + said.end("cue"), "pledged", said["cue"]))
    ahead = [cue for cue in cues if start <= cue.start and cue.start < goal.end and cue.end <= max(goal.start, goal.end)]
    nearest = ahead[-1] if ahead else None
    if nearest is None:
        bracketed = line.low[:goal.start].endswith("(")
        later = [cue for cue in cues if goal.end <= cue.start and (cue.start < next_goal or bracketed)]
        return _from_behind(behind, later)
    if goal.kind != "finance" and _HELPING.search(line.low, ahead[0].start, goal.start):
        return None
    if goal.older:
        return Governed("in_policy" if _AGREED_BEHIND.match(behind) else "pledged", nearest)
    if urging := _urging(line, goal, ahead, dated):
        return Governed("urged", nearest, urging)
    framing = _framing(line, ahead)
    if any(cue.kind == "forecast" for cue in (nearest, *framing)) or _refused(ahead) or _FORECAST_BEHIND.match(behind):
        return None
    firmness = _framed(line, goal, nearest, framing, behind)
    return Governed(firmness, nearest, nearest if firmness == "urged" else None)


def _framing(line: Line, ahead: list[Cue]) -> list[Cue]:
    """The words around the nearest cue: "a bill … would", "a law … must", "is drafting a plan", nearest first."""
    frame: list[Cue] = []
    inner = ahead[-1]
    for cue in reversed(ahead[:-1]):
        if cue.is_modal and not frame:
            continue
        close = inner.start - cue.end < 25 and " and " not in line.low[cue.end : inner.start]
        if not close and not (inner.is_modal and not frame):
            break
        frame.append(cue)
        inner = cue
    return frame


def _refused(ahead: list[Cue]) -> bool:
    return any(cue.word in ("declined to", "refused to", "ruled out", "resisted") for cue in ahead)


def _from_behind(behind: str, later: list[Cue]) -> Governed | None:
    if _LAW_BEHIND.search(behind):
        return Governed("in_law")
    if later and later[0].kind not in ("forecast", "urged", "asked"):
        return Governed(_firmness_of(later[0]), later[0])
    return None


def _framed(line: Line, goal: Goal, nearest: Cue, framing: list[Cue], behind: str) -> Firmness:
    kinds = {cue.kind for cue in (nearest, *framing)}
    under = _UNDER_BEHIND.search(re.split(r"[.;]", line.low[goal.end : goal.end + 220])[0])
    if "drafted" in kinds or (under and under["what"] == "draft"):
        return "drafted"
    before_parliament = _PUT_BEFORE.search(line.low, max(0, goal.start - 60), goal.end + min(60, len(behind)))
    if "proposed" in kinds or before_parliament or (under and under["what"] in ("proposal", "bill")):
        return "proposed"
    if _NOT_YET.search(behind):
        return "proposed"
    if "in_law" in kinds or _LAW_BEHIND.search(behind) or (under and under["what"] in ("law", "legislation")):
        return "in_law"
    if nearest.word in _OBLIGING:
        return "urged"
    if "in_policy" in kinds:
        return "in_policy"
    if goal.kind == "temperature_goal" and any(cue.word.startswith("agree") for cue in (nearest, *framing)):
        return "in_policy"
    if nearest.is_modal and framing and framing[0].kind in ("pledged", "planned"):
        return _firmness_of(framing[0])
    if nearest.word in ("will", "'ll", "shall", "would"):
        return "pledged"
    return _firmness_of(nearest)


def _firmness_of(cue: Cue) -> Firmness:
    if cue.kind in ("forecast", "asked"):
        return "planned"
    return cue.kind


def _urging(line: Line, goal: Goal, ahead: list[Cue], dated: bool) -> Cue | None:
    """The nearest verb of urging whose object is to reach the goal, unless somebody's own target stands between."""
    for cue in reversed(ahead[-4:]):
        between = line.low[cue.end : goal.start]
        if _DEMANDS_OF_A_TEXT.search(line.low, max(0, cue.start - 40), cue.start):
            return None
        if cue.kind == "urged" and cue.word not in _OBLIGING and not (_MILD.match(cue.word) and not _names_another(line, cue, goal)) and (cue is ahead[-1] or _OBJECT_TO.match(between)):
            bare_cut = goal.kind == "reduction" and goal.figure is None and not goal.reference
            return cue if not bare_cut or _TO_RIGHT_BEFORE.search(between) else None
        if cue.kind == "asked" and _OBJECT_TO.match(between) and _names_another(line, cue, goal):
            return cue
        if cue.kind in ("in_law", "drafted", "achieved") or (dated and _holds_a_target(cue)):
            return None
    return None


def _holds_a_target(cue: Cue) -> bool:
    return re.fullmatch(r"(?:targets?|goals?|timelines?|deadlines?|ambitions?|pledges?|promises?)", cue.word) is not None


def _names_another(line: Line, cue: Cue, goal: Goal) -> bool:
    """Whether a Party, or somebody who speaks for one, stands right behind a verb such as "asked" or "wants"."""
    begin = line.offset + cue.end
    near = [m for m in (*line.sentence.parties, *line.sentence.people) if begin <= m.start < begin + 45 and m.end <= line.offset + goal.start]
    return bool(near) or _SOMEBODY.match(line.low[cue.end : goal.start]) is not None
