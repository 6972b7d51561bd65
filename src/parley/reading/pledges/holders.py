"""Whose pledge it is: after the grammar of its sentence, never the nearest name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.context import Context
from parley.reading.parties import PartyMention
from parley.reading.pledges.firmness import Cue, Governed, clause_start
from parley.reading.pledges.goal import Goal, Line, gapped_party
from parley.reading.pledges.vocabulary import alternatives

_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])
_NOT_A_PARTY = frozenset(
    "company companies firm firms utility utilities city cities state states mayor mayors bank banks group groups campaigner campaigners "
    "activist activists analyst analysts scientist scientists researcher researchers investor investors airline airlines industry "
    "businesses business automaker automakers carmaker carmakers university church fund funds panel expert experts protesters climate".split()
)
_GOVERNING = frozenset(
    "government ministry cabinet parliament congress senate administration state-council council lawmakers legislature commission bundestag "
    "minister president premier chancellor officials leaders envoy country nation bloc party delegation authorities leader prime".split()
)
_MANY = frozenset(["countries", "nations", "governments", "leaders", "parties"])
_FEW = frozenset(["two", "both", "three", "the", "these", "those", "their", "our", "other", "some", "several"])
_GLOBAL = re.compile(r"\b(?:global(?:ly)?|world(?:wide|'s)?|all (?:countries|nations|parties|big emitters)|international)\b")
_BULLET = re.compile(r"^\W*(?:the )?(?P<name>[^:\n]{2,40}): ")
_POSSESSED = re.compile(rf"^(?:'s?)? (?:[\w%-]+ ){{0,5}}?(?:{alternatives('target_nouns', 'emissions', 'power', 'law_nouns')}|share|cut|peak|contribution|funding|finance)\b")
_AUXILIARIES = re.compile(r"(?:,? (?:has|have|had|is|are|was|also|already|itself|now|last (?:week|month|year)|recently|then|thus|still|on \w+day))* ?")
_OWNED = re.compile(rf"\b(?:its|their|his|her) (?:[\w%-]+ ){{0,4}}?{alternatives('target_nouns')}")
_SUPPORTING = re.compile(r"\b(?:support|supports|supported|back|backs|backed|welcomed?|welcomes|praised?|hail(?:s|ed)|fund|finance)(?: \w+)? $")
_URGING = re.compile(rf"\b{alternatives('cues.urged', 'cues.asked')}\b")
_OBJECTS = frozenset(["dobj", "pobj", "nsubj", "iobj", "dative"])
_SAYING = frozenset("say tell announce add state declare explain promise pledge vow note argue insist confirm claim repeat write".split())
_THING = re.compile(alternatives("emissions", "fossil", "power", "clean", "target_nouns", "law_nouns"))
_LONGEST_CLIMB = 9


@dataclass(frozen=True, slots=True)
class Holder:
    """Codes of the Parties whose pledge it is; ``inferred`` says on what ground when it is a guess."""

    parties: tuple[str, ...]
    inferred: str | None = None


NOBODY = Holder(())
REJECTED = Holder((), "no Party")


def find_holder(line: Line, goal: Goal, governed: Governed, topic: tuple[str, ...]) -> Holder:
    """Who is to reach ``goal``; ``topic`` are the Parties of the last pledge before it."""
    if goal.kind == "temperature_goal":
        return Holder(("WLD",))
    if goal.listed and (gapped := gapped_party(line, goal.start)):
        return Holder((gapped,))
    if named := _named_possessor(line, goal, governed):
        return Holder((named,))
    if governed.cue and governed.cue.start >= goal.end and (owner := _owner_behind(line, governed.cue)):
        return Holder((owner,))
    if bullet := _bullet(line):
        return Holder((bullet,))
    if governed.firmness == "urged":
        return _urged(line, goal, governed)
    if goal.kind == "finance" and (payers := _payers(line, goal)):
        return Holder(payers)
    return _subject(line, goal, governed.cue, topic)


def _bullet(line: Line) -> str | None:
    """A Party before a colon at the head of the line."""
    if opening := _BULLET.match(line.low):
        inside = [m for m in line.sentence.parties if m.end - line.offset <= opening.end("name")]
        return inside[0].code if len(inside) == 1 else None
    return None


def _named_possessor(line: Line, goal: Goal, governed: Governed) -> str | None:
    """The Party named before a target or before what is to change: "Ruritania's 2040 plan", "the world's emissions"."""
    first = governed.cue.end if governed.cue else clause_start(line, goal.start)
    if governed.cue and _is_noun(governed.cue):
        first = max(0, governed.cue.start - 40)
    for mention in reversed(line.sentence.parties):
        start, end = mention.start - line.offset, mention.end - line.offset
        if end > goal.end or start < min(first, goal.start):
            continue
        following = line.low[end : goal.end + 30]
        owns = following.startswith(("'s ", "' ")) or (mention.form == "demonym" and mention.use == "modifier")
        reaches = _POSSESSED.match(following)
        if owns and reaches and end + reaches.end() >= min(goal.start, governed.cue.start if governed.cue else goal.start):
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


def _is_noun(cue: Cue) -> bool:
    return re.fullmatch(alternatives("target_nouns", "law_nouns") + "|bill|draft|program(?:me)?", cue.word) is not None


def _urged(line: Line, goal: Goal, governed: Governed) -> Holder:
    """The one who is asked: named between the verb of urging and the goal, or, behind "should", the subject."""
    cue = governed.urging or governed.cue
    if cue is None:
        return NOBODY
    if cue.word.endswith("for") or cue.word.startswith(("demand", "recommend")):
        return _world_if_global(line, cue.end, goal.end)
    if cue.is_modal or cue.word in ("must", "should"):
        holder = _subject(line, goal, cue, ())
        return holder if holder.parties else _world_if_global(line, clause_start(line, goal.start), goal.end)
    for token in line.tokens(cue.end, goal.start):
        if token.dep_ in ("poss", "compound", "amod") or token.pos_ not in ("PROPN", "NOUN", "PRON"):
            continue
        found = resolve(line, token)
        if not found.parties and token.pos_ == "PRON" and (named := _subject_by_order(line, cue.start)):
            found = Holder((named,))
        if found.parties:
            return found
    return _world_if_global(line, cue.end, goal.end)


def _world_if_global(line: Line, start: int, end: int) -> Holder:
    return Holder(("WLD",)) if _GLOBAL.search(line.low, start, end + 30) else NOBODY


def urgers(line: Line, governed: Governed) -> tuple[str, ...]:
    """The Parties that urge."""
    if governed.firmness != "urged" or governed.urging is None:
        return ()
    token = line.token_at(governed.urging.start)
    return _climb(line, token).parties if token is not None and not governed.urging.is_modal else ()


def _payers(line: Line, goal: Goal) -> tuple[str, ...]:
    """Those after "from" or "by" when the sentence is about who receives."""
    clause = clause_start(line, goal.start)
    if re.search(r"\b(?:receiv\w+|was promised|were promised|get|gets)\b", line.low[clause : goal.start]):
        found = re.search(r"\b(?:from|by) (?:the )?(?=\S)", line.low[goal.end :])
        if found:
            begin = line.offset + goal.end + found.end()
            listed = [m for m in line.sentence.parties if begin <= m.start]
            return tuple(dict.fromkeys(m.code for m in listed))
    return ()


def _subject(line: Line, goal: Goal, cue: Cue | None, topic: tuple[str, ...]) -> Holder:
    """The subject of the governing words: by the words beside them, by the parse, by order, or the topic so far."""
    position = min(cue.start, goal.start) if cue else goal.start
    if beside := _mention_beside(line, position) or _mention_beside(line, goal.start, bracketed=True):
        return Holder((beside,))
    if cue and (owner := _owner_by_pronoun(line, goal, cue)):
        return Holder(owner)
    token = line.token_at(position)
    found = _climb(line, token) if token is not None else NOBODY
    if found.parties or found is REJECTED:
        return found
    if fallback := _subject_by_order(line, min(goal.start, position)):
        return Holder((fallback,))
    return Holder(topic, "the Party of the pledge before it") if topic and not _agents_named(line) else NOBODY


def _mention_beside(line: Line, position: int, bracketed: bool = False) -> str | None:
    """A Party right before the governing words: "Ruritania will", "Ruritania has also pledged"."""
    for mention in line.sentence.parties:
        gap = line.low[mention.end - line.offset : position]
        if bracketed and gap.strip() == "(" and mention.end - line.offset < position:
            return mention.code
        if not bracketed and mention.end - line.offset <= position and _AUXILIARIES.fullmatch(gap) and mention.code != "WLD" and not _in_list(line, mention):
            return mention.code
    return None


def _in_list(line: Line, mention: PartyMention) -> bool:
    """The last of several Parties named together: the parse knows them all."""
    token = line.context.doc[mention.last - 1]
    return token.dep_ in ("conj", "pobj", "poss")


def _owner_by_pronoun(line: Line, goal: Goal, cue: Cue) -> tuple[str, ...]:
    """Whose "its goal" is, where its verb has somebody else welcome or support it."""
    if not _is_noun(cue):
        return ()
    owned = _OWNED.search(line.low, max(0, cue.start - 45), cue.end)
    if owned is None or owned.end() < cue.end:
        return ()
    before = [m for m in line.sentence.parties if m.end - line.offset <= owned.start() and m.use != "place" and m.code != "WLD"]
    if not before:
        return ()
    if _SUPPORTING.search(line.low, max(0, owned.start() - 30), owned.start()):
        subject = before[-1].code
        return next(((m.code,) for m in reversed(before) if m.code != subject), ())
    if _URGING.search(line.low, 0, before[-1].start - line.offset) and line.context.doc[before[-1].last - 1].dep_ in _OBJECTS:
        return (before[-1].code,)
    return ()


def _climb(line: Line, token: Token) -> Holder:
    """The subject of the verb that governs ``token``, or of the verbs above it when that one is a mere thing."""
    node = token.head if token.dep_ in ("aux", "auxpass") else token
    for _ in range(_LONGEST_CLIMB):
        for child in node.children:
            if child.dep_ in _SUBJECTS and (found := resolve(line, child)) is not NOBODY:
                return found
        if by := _agent_of_passive(line, node):
            return by
        if node.dep_ in ("relcl", "acl") and (found := resolve(line, node.head)).parties:
            return found
        if node.head.i == node.i:
            break
        node = node.head
    return NOBODY


def _agent_of_passive(line: Line, node: Token) -> Holder | None:
    for child in node.children:
        if child.dep_ == "agent":
            for agent in child.children:
                if (found := resolve(line, agent)).parties:
                    return found
    return None


def resolve(line: Line, token: Token) -> Holder:
    """The Parties that a phrase stands for; REJECTED when it is somebody else, NOBODY when it is a thing or unknown."""
    agents = line.context.agents
    if agents.party_at(token.i) is None and (person := agents.person_at(token.i)):
        known = line.context.people.persons[person.person]
        if known.party:
            return Holder((known.party,))
        return NOBODY if known.governmental or known.role is None else REJECTED
    if token.pos_ == "PRON":
        return _resolve_pronoun(line, token)
    if _is_nobody(line, token):
        return REJECTED
    if token.lower_ in _GOVERNING and not _has_own_party(line, token) and (sayer := _sayer(line, token)):
        return sayer
    if token.lower_ in _MANY and not _has_own_party(line, token) and any(t.dep_ in ("nummod", "amod", "det") and t.lower_ not in _FEW for t in token.children):
        return Holder(("WLD",))
    actor = agents.resolve(token)
    if not actor.parties:
        for child in token.children:
            if child.dep_ == "poss" and child.pos_ == "PRON":
                return _resolve_pronoun(line, child)
            if child.dep_ == "appos" and (mention := agents.party_at(child.i)):
                return Holder((mention.code,))
    return _holder(actor.parties)


def _holder(codes: tuple[str, ...]) -> Holder:
    named = tuple(code for code in codes if code != "WLD")
    return Holder(named or codes) if codes else NOBODY


def _has_own_party(line: Line, token: Token) -> bool:
    return any(line.context.agents.party_at(child.i) for child in token.subtree if child.i != token.i and abs(child.i - token.i) < 6)


def _resolve_pronoun(line: Line, token: Token) -> Holder:
    lower = token.lower_
    if lower in ("which", "who", "that", "whom"):
        return resolve(line, token.head.head) if token.head.dep_ == "relcl" and token.head.head.i != token.i else NOBODY
    if lower in ("we", "our", "us", "i", "my"):
        return _resolve_first_person(line, token)
    if lower in ("it", "they", "its", "their", "them"):
        if sayer := _sayer(line, token):
            return sayer
        subjects = _subjects_before(line, token)
        if subjects:
            return resolve(line, subjects[-1])
        if lower in ("it", "its") and (earlier := _last_subject(line, token)):
            return resolve(line, earlier)
    return _holder(line.context.agents.resolve(token).parties)


def _resolve_first_person(line: Line, token: Token) -> Holder:
    """Inside quotation marks whoever is quoted, outside them whoever publishes the text."""
    if line.context.quotation_at(token.idx):
        if sayer := _sayer(line, token):
            return sayer
        return _holder(line.context.agents.last_person(token.i).parties)
    if home := _home(line.context):
        return Holder((home,), "the Party whose text this is")
    return NOBODY


def _home(context: Context) -> str | None:
    """The Party that a text in the first person speaks for: the one it names most."""
    codes = [mention.code for mention in context.parties if mention.code not in ("WLD", "UN")]
    return max(dict.fromkeys(codes), key=codes.count) if codes else None


def _sayer(line: Line, token: Token) -> Holder | None:
    """Who says it, when the phrase stands in reported speech: their own Party is "it", "the country", "we"."""
    node = token
    while node.head.i != node.i and node.head.sent.start == token.sent.start:
        reported = node.dep_ in ("ccomp", "parataxis") and node.head.lemma_ in _SAYING
        node = node.head
        if reported:
            subject = next((c for c in node.children if c.dep_ == "nsubj" and c.i != token.i), None)
            if subject is None and node.dep_ == "conj":
                subject = next((c for c in node.head.children if c.dep_ == "nsubj" and c.i != token.i), None)
            if subject is not None and subject.pos_ != "PRON":
                found = resolve(line, subject)
                return found if found is not NOBODY else None
    return None


def _subjects_before(line: Line, token: Token) -> list[Token]:
    """Subjects of the sentence before ``token`` that a pronoun may mean."""
    own = token.head if token.dep_ in _SUBJECTS else None
    return [
        t
        for t in line.sentence.span
        if t.i < token.i and t.dep_ in _SUBJECTS and t.pos_ in ("PROPN", "NOUN") and (own is None or t.head.i != own.i) and _may_act(line, t)
    ]


def _last_subject(line: Line, token: Token) -> Token | None:
    """The subject of the main verb of the sentence before."""
    index = line.sentence.index - 1
    if index < 0:
        return None
    root = line.context.sentences[index].span.root
    subjects = [c for c in root.children if c.dep_ in _SUBJECTS and c.pos_ in ("PROPN", "NOUN") and _may_act(line, c)]
    return subjects[0] if subjects else None


def _may_act(line: Line, token: Token) -> bool:
    agents = line.context.agents
    return bool(agents.party_at(token.i)) or token.ent_type_ == "ORG" or token.lower_ in _GOVERNING or token.lower_ in _NOT_A_PARTY


def _is_nobody(line: Line, token: Token) -> bool:
    """A company, a city, a campaign: somebody, but no Party."""
    agents = line.context.agents
    if agents.party_at(token.i) or agents.person_at(token.i) or token.lower_ in _GOVERNING:
        return False
    phrase = [t for t in token.subtree if t.i <= token.i]
    if token.lower_ in ("group", "groups", "state", "states"):
        return any(t.dep_ in ("compound", "amod") and not agents.party_at(t.i) for t in token.children)
    if token.lower_ in _NOT_A_PARTY or any(t.dep_ == "appos" and t.lower_ in _NOT_A_PARTY for t in token.children):
        return True
    if token.ent_type_ not in ("ORG", "PERSON") or _THING.fullmatch(token.lower_):
        return False
    company = any(t.lower_ in _NOT_A_PARTY for t in phrase)
    return company or not any(agents.party_at(t.i) or t.lower_ in _GOVERNING for t in phrase)


def _subject_by_order(line: Line, before: int) -> str | None:
    """The last Party that stands before ``before`` as a subject, where the parse does not lead to it."""
    limit = line.offset + before
    named = [m for m in line.sentence.parties if m.end <= limit and m.code not in ("WLD", "UN")]
    candidates = [m for m in named if m.use == "agent"]
    for mention in reversed(candidates):
        if line.context.doc[mention.last - 1].dep_ in _SUBJECTS:
            return mention.code
    owners = [m for m in named if line.low.startswith(("'s", "' "), m.end - line.offset)]
    return next((m.code for m in (*candidates, *owners)), None)


def _agents_named(line: Line) -> bool:
    return any(mention.use == "agent" for mention in line.sentence.parties)
