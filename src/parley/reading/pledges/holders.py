"""Whose pledge it is: after the grammar of its sentence, never the nearest name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.reading.parties import PartyMention
from parley.reading.pledges.firmness import HELPED, Cue, Governed, clause_start
from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.lists import gapped_parties
from parley.reading.pledges.referring import (
    NO_TOPIC,
    NOBODY,
    REJECTED,
    SUBJECTS,
    Holder,
    Topic,
    climb,
    heading,
    resolve,
)
from parley.reading.pledges.vocabulary import phrase

_GLOBAL = re.compile(
    r"\b(?:global(?:ly)?|world(?:wide|'s)?|all (?:countries|nations|parties|emitters)|international)\b"
)
_ALL_ADDRESSED = phrase(
    r" (?:all |other |every |the )?(?:(?:big|major|large|top|main|leading) )*<actors.addressed_all>\b"
)
_GIVER_BEHIND = re.compile(r",? (?:each )?(?:from|by) (?:the )?")
_JOINT_PLEDGE = re.compile(r"\bglobal methane pledge\b[^.;]*$")
_JOINT_REACH = 110
_MADE_BY = re.compile(r"(?: (?!to |by |of |from )[\w-]+){0,3} (?:by|from|of|among) (?:the )?")
_OF_WHOSE = re.compile(r" of (?:all )?(?:the )?")
_EUROPE = phrase(
    r"\b(?:europe|the union)(?:['’]s)? (?:[\w%-]+ ){0,5}?(?:<target_nouns>|<emissions>)\b"
    r"|\beurope (?:has|will|wants|aims|plans|is|intends|must|pledged|promised)\b"
)
_LAW_IN = re.compile(r"\b(?:law|legislation) in (?:the )?")
_PRESSED = re.compile(
    r"\b(?P<verb>fac(?:e|es|ed|ing)|under|resist(?:s|ed|ing)?|reject(?:s|ed|ing)?) "
    r"(?:[\w-]+ ){0,3}(?:pressure|calls|demands|appeals)\b[^.;]*$"
)
_POSSESSED = phrase(
    r"(?:'s?)? (?:[\w%-]+ ){0,7}"
    r"(?:<target_nouns>|<emissions>|<power>|<law_nouns>|<owned>)\b"
)
_NOUN = phrase(r"<target_nouns>|<law_nouns>|bill|draft|program(?:me)?|agreement|proposals?")
_AUXILIARIES = phrase(r"(?:,? <between_subject_and_verb>)* ?")
_OWNED = phrase(r"\b(?:its|their|his|her) (?:[\w%-]+ ){0,4}?<target_nouns>")
_SUPPORTING = phrase(r"\b<verbs.supporting>(?: \w+)? $")
_URGING = phrase(r"\b(?:<cues.urged>|<cues.asked>)\b")
_MAKING = re.compile(
    r"\b(?:mak(?:e|es|ing)|turn(?:s|ing)?|oblig(?:e|es|ed|ing)|commits|requires|forces|binds) (?!their |its |our |to )"
)
_AIDING = re.compile(r"\b(?:support|back|help|fund|financ|aid)\w* (?:the )?$")
_RECEIVING = re.compile(r"\b(?:receiv\w+|was promised|were promised|get|gets)\b")
_PAYERS_BEHIND = re.compile(r"\b(?:from|by) (?=\S)")
_PAYERS_AHEAD = phrase(
    r"\b<actors.payers>(?: and (?:\w+ ){0,2}(?:banks|institutions|lenders|foundations))?"
    r"(?:,? <between_subject_and_verb>)*(?: together| jointly)? ?$"
)
_OBJECTS = frozenset(["dobj", "pobj", "nsubj", "iobj", "dative"])
_NO_PARTY = ("WLD", "UN")
_TO_DO = re.compile(r" to ")
_ARTICLE = 6
_LAST_SPOKEN_OF = 200
_POSSESSOR_DISTANCE = 60
_OWNED_DISTANCE = 45


def find_holder(line: Line, goal: Goal, governed: Governed, topic: Topic) -> Holder:
    """Who is to reach ``goal``; ``topic`` is whose the last pledge before it was."""
    if goal.kind == "temperature_goal":
        return Holder(("WLD",))
    if goal.kind == "finance" and (giver := _before_bracket(line, goal) or _giver_behind(line, goal)):
        return Holder((giver,))
    if goal.kind == "reduction" and _JOINT_PLEDGE.search(line.low, max(0, goal.start - _JOINT_REACH), goal.start):
        return Holder(("WLD",))
    if goal.listed and (gapped := gapped_parties(line, goal.start)):
        return Holder(gapped)
    if named := _named(line, goal, governed):
        return Holder((named,))
    if made := _made(line, goal):
        return made
    if governed.cue and governed.cue.word == HELPED:
        return _beside(line, governed.cue.end)
    if governed.firmness == "urged":
        return _urged(line, goal, governed)
    if goal.kind == "finance" and (payers := _payers(line, goal)) is not None:
        return payers
    return _subject(line, goal, governed.cue, topic)


def _beside(line: Line, position: int) -> Holder:
    """The Party that stands right behind ``line.low[:position]``."""
    begin = line.offset + position
    beside = [m.code for m in line.sentence.parties if 0 < m.start - begin <= _ARTICLE]
    return Holder(tuple(beside[:1]))


def urgers(line: Line, governed: Governed) -> tuple[str, ...]:
    """The Parties that urge."""
    if governed.urging is None or governed.urging.is_modal:
        return ()
    token = line.token_at(governed.urging.start)
    return climb(line, token).parties if token is not None else ()


def _named(line: Line, goal: Goal, governed: Governed) -> str | None:
    """The one Party that stands beside the goal itself: as its owner, or at the head of the line."""
    if owner := _named_owner(line, goal, governed.cue):
        return owner
    if goal.kind == "phase_out" and (owner := _land_of_the_plants(line, goal)):
        return owner
    if goal.kind == "share" and (owner := _owner_of_power(line, goal)):
        return owner
    if governed.cue and governed.cue.start >= goal.end and (owner := _owner_behind(line, governed.cue)):
        return owner
    if governed.cue and _NOUN.fullmatch(governed.cue.word) and (maker := _maker(line, governed.cue)):
        return maker
    return heading(line.context, line.sentence) or _the_union(line, goal) or _land_of_the_law(line, goal)


def _land_of_the_plants(line: Line, goal: Goal) -> str | None:
    """Where the plants stand that are to close: "coal power in Ruritania is to end"."""
    for mention in line.sentence.parties:
        start = mention.start - line.offset
        if goal.start < start < goal.end and line.low.endswith((" in ", " in the "), goal.start, start):
            return mention.code
    return None


def _owner_of_power(line: Line, goal: Goal) -> str | None:
    """Whose power a share is of: "80 % of Ruritania's electricity"."""
    found = _OF_WHOSE.match(line.low, goal.end)
    begin = line.offset + found.end() if found else None
    return next((m.code for m in line.sentence.parties if m.start == begin and m.code != "WLD"), None)


def _the_union(line: Line, goal: Goal) -> str | None:
    """The EU where a goal is Europe's or the Union's, by those words, and nobody else is named."""
    if any(mention.code not in _NO_PARTY for mention in line.sentence.parties):
        return None
    return "EUU" if _EUROPE.search(line.low, 0, goal.end) else None


def _land_of_the_law(line: Line, goal: Goal) -> str | None:
    """Where a goal that the sentence begins with is law: "net zero by 2050 has been law in Ruritania"."""
    found = _LAW_IN.search(line.low, goal.end)
    begin = line.offset + found.end() if found else None
    return next((mention.code for mention in line.sentence.parties if mention.start == begin), None)


def _maker(line: Line, cue: Cue) -> str | None:
    """The Party that stands behind its promise: "an agreement last week by Ruritania to end …"."""
    found = _MADE_BY.match(line.low, cue.end)
    begin = line.offset + found.end() if found else None
    return next((mention.code for mention in line.sentence.parties if mention.start == begin), None)


def _made(line: Line, goal: Goal) -> Holder | None:
    """Whom somebody makes reach it: "a law to make the bloc climate neutral"."""
    making = _MAKING.search(line.low, max(0, goal.start - _OWNED_DISTANCE), goal.start)
    for token in line.tokens(making.end(), goal.start) if making else ():
        if token.pos_ in ("NOUN", "PROPN") and (found := resolve(line, token)).parties:
            return found
    return None


def _named_owner(line: Line, goal: Goal, cue: Cue | None) -> str | None:
    """The Party named before a target or before what is to change: "Ruritania's 2040 plan", "the world's emissions"."""
    first, reach = clause_start(line, goal.start), goal.start
    if cue is not None:
        first = max(0, cue.start - _POSSESSOR_DISTANCE) if _NOUN.fullmatch(cue.word) else cue.end
        reach = min(goal.start, cue.start)
    for mention in reversed(line.sentence.parties):
        start, end = mention.start - line.offset, mention.end - line.offset
        if end > goal.end or start < min(first, goal.start):
            continue
        owns = line.low.startswith(("'s ", "' "), end) or (mention.form == "demonym" and mention.use == "modifier")
        owned = _POSSESSED.match(line.low, end, goal.end + 30)
        if goal.kind == "finance" and _AIDING.search(line.low, 0, start):
            continue
        if owns and owned and owned.end() >= reach:
            return mention.code
    return None


def _owner_behind(line: Line, cue: Cue) -> str | None:
    """Whose target it is when the noun follows the goal: "… is Ruritania's goal", "… is the goal of Ruritania"."""
    for mention in line.sentence.parties:
        start, end = mention.start - line.offset, mention.end - line.offset
        before = start < cue.start and re.fullmatch(r"'?s? (?:\w+ ){0,2}", line.low[end : cue.start])
        behind = start >= cue.end and re.fullmatch(r" (?:of|for) (?:the )?", line.low[cue.end : start])
        if before or behind:
            return mention.code
    return None


def _urged(line: Line, goal: Goal, governed: Governed) -> Holder:
    """The one who is asked: named between the verb of urging and the goal, or, behind "should", the subject."""
    cue = governed.urging or governed.cue
    if cue is None:
        return NOBODY
    if pressed := _PRESSED.search(line.low, clause_start(line, goal.start), goal.start):
        token = line.token_at(pressed.start("verb"))
        return climb(line, token) if token is not None else NOBODY
    if cue.is_modal:
        holder = _subject(line, goal, cue, NO_TOPIC)
        return holder if holder.parties else _world_if_global(line, clause_start(line, goal.start), goal.end)
    if (
        cue.word.endswith("for")
        and (asked := _beside(line, cue.end)).parties
        and _TO_DO.search(line.low, cue.end, goal.start)
    ):
        return asked
    that = line.low.startswith(" that ", cue.end)
    if not cue.word.endswith("for") and (that or not cue.word.startswith(("demand", "recommend"))):
        for token in line.tokens(cue.end, goal.start):
            if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.children):
                continue
            if token.dep_ in ("poss", "compound", "amod") or token.pos_ not in ("PROPN", "NOUN", "PRON"):
                continue
            if (found := resolve(line, token)).parties:
                return found
            if token.pos_ == "PRON" and (named := _subject_by_order(line, cue.start)):
                return Holder((named,))
    if _ALL_ADDRESSED.match(line.low, cue.end):
        return Holder(("WLD",))
    return _world_if_global(line, cue.end, goal.end)


def _world_if_global(line: Line, start: int, end: int) -> Holder:
    return Holder(("WLD",)) if _GLOBAL.search(line.low, start, end + 30) else NOBODY


def _payers(line: Line, goal: Goal) -> Holder | None:
    """Those after "from" or "by" when the sentence is about who receives; None when it is not."""
    receiving = _RECEIVING.search(line.low, clause_start(line, goal.start), goal.start)
    if receiving is None or _names_a_party(line, receiving.end(), goal.start):
        return None
    found = _PAYERS_BEHIND.search(line.low, goal.end)
    begin = line.offset + (found.end() if found else len(line.low))
    return Holder(tuple(dict.fromkeys(m.code for m in line.sentence.parties if begin <= m.start)))


def _names_a_party(line: Line, start: int, end: int) -> bool:
    """Whether a Party is named in ``line.low[start:end]``."""
    first, last = line.offset + start, line.offset + end
    return any(first <= mention.start and mention.end <= last for mention in line.sentence.parties)


def _subject(line: Line, goal: Goal, cue: Cue | None, topic: Topic) -> Holder:
    """The subject of the governing words: by the words beside them, by the parse, by order, or the topic so far."""
    position = min(cue.start, goal.start) if cue else goal.start
    if beside := _subject_beside(line, position) or _before_bracket(line, goal):
        return Holder((beside,))
    if cue and (owner := _other_owner(line, cue)):
        return Holder((owner,))
    if goal.kind == "finance" and _PAYERS_AHEAD.search(line.low, 0, position):
        return Holder(("DEV",), "partners and donors who pay are taken for developed countries")
    token = line.token_at(position)
    found = climb(line, token) if token is not None else NOBODY
    if found.parties or found is REJECTED:
        return found
    if fallback := _subject_by_order(line, position):
        return Holder((fallback,))
    if any(mention.use == "agent" and mention.code not in _NO_PARTY for mention in line.sentence.parties):
        return NOBODY
    return _spoken_of(line, topic, goal)


def _spoken_of(line: Line, topic: Topic, goal: Goal) -> Holder:
    """The Parties of the last pledge unless another Party has come up since; then that one, but never as a payer."""
    since = [m for m in line.context.parties if topic.end <= m.start and m.end <= line.offset]
    before = [m for m in since if m.use == "agent" and m.code not in _NO_PARTY]
    if goal.kind == "finance" and any(
        t.dep_ in SUBJECTS and t.pos_ != "PRON" for t in line.sentence.span.root.children
    ):
        return NOBODY
    if topic.parties and (not before or before[-1].code in topic.parties):
        return Holder(topic.parties, "the Party of the pledge before it")
    if not before or goal.kind == "finance" or line.offset - before[-1].end > _LAST_SPOKEN_OF:
        return NOBODY
    return Holder((before[-1].code,), "the Party last spoken of")


def _subject_beside(line: Line, position: int) -> str | None:
    """A Party right before the governing words: "Ruritania will", "Ruritania has also pledged".

    The last of several Parties named together is left to the parse, which knows them all.
    """
    for mention in line.sentence.parties:
        end = mention.end - line.offset
        alone = mention.code != "WLD" and line.context.doc[mention.last - 1].dep_ not in ("conj", "pobj", "poss")
        if alone and end <= position and _AUXILIARIES.fullmatch(line.low, end, position):
            return mention.code
    return None


def _giver_behind(line: Line, goal: Goal) -> str | None:
    """The Party that a sum comes from, alone: "$50 million from Ruritania"."""
    found = _GIVER_BEHIND.match(line.low, goal.end)
    begin = line.offset + found.end() if found else None
    giver = next((mention for mention in line.sentence.parties if mention.start == begin), None)
    if giver is None or line.low.startswith((" and ", "'s"), giver.end - line.offset):
        return None
    return giver.code


def _before_bracket(line: Line, goal: Goal) -> str | None:
    """A Party with its sum in brackets: "Ruritania (2 million euros)"."""
    for mention in line.sentence.parties:
        if line.low[mention.end - line.offset : goal.start] == " (":
            return mention.code
    return None


def _other_owner(line: Line, cue: Cue) -> str | None:
    """Whose target it is when the subject only supports it or asks for it; None when it is the subject's own."""
    if not _NOUN.fullmatch(cue.word):
        return None
    owned = _OWNED.search(line.low, max(0, cue.start - _OWNED_DISTANCE), cue.end)
    named = _parties_before(line, owned.start() if owned else cue.start)
    if not named:
        return None
    nearest = named[-1]
    if owned and _SUPPORTING.search(line.low, max(0, owned.start() - 30), owned.start()):
        return next((mention.code for mention in reversed(named) if mention.code != nearest.code), None)
    asked = _URGING.search(line.low, clause_start(line, cue.start), nearest.start - line.offset)
    is_object = line.context.doc[nearest.last - 1].dep_ in _OBJECTS
    alone = " and " not in line.low[nearest.end - line.offset : cue.start]
    return nearest.code if asked and is_object and (alone or owned) else None


def _parties_before(line: Line, position: int) -> Sequence[PartyMention]:
    """The Parties named before ``low[position]``, those that are mere places left out."""
    limit = line.offset + position
    named = [mention for mention in line.sentence.parties if mention.end <= limit and mention.code not in _NO_PARTY]
    return [mention for mention in named if mention.use != "place"]


def _subject_by_order(line: Line, before: int) -> str | None:
    """The last Party that stands before ``before`` as a subject, where the parse does not lead to it."""
    named = _parties_before(line, before)
    agents = [mention for mention in named if mention.use == "agent"]
    subjects = [mention for mention in agents if line.context.doc[mention.last - 1].dep_ in SUBJECTS]
    owners = [mention for mention in named if line.low.startswith(("'s", "' "), mention.end - line.offset)]
    best = [*subjects[-1:], *agents, *owners]
    return best[0].code if best else None
