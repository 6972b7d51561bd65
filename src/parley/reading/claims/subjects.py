"""Whose figure it is: the phrase that a number or a rank is said of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from parley.reading.claims.line import Line
from parley.reading.claims.segments import own_words
from parley.reading.claims.vocabulary import phrase
from parley.reading.parties import PartyMention
from parley.terms.parties import is_group

_SENTENCES_BACK = 4
_CLIMB = 14
_SUBJECTS = ("nsubj", "nsubjpass", "poss", "ROOT")
_RELATIVES = frozenset(["which", "that", "who", "where"])
_EPITHETS = frozenset(["emitter", "polluter", "economy", "exporter", "importer", "producer", "consumer"])
_REFERRING = _EPITHETS | frozenset(
    ["it", "they", "its", "their", "country", "nation", "government", "state", "we", "our"]
)
_IN_ORDER = re.compile(
    r"\bthe (former|latter)\b(?! (?:president|prime|minister|chancellor|secretary|head|leader|envoy))"
)
_MAKING = frozenset(
    [
        "make",
        "have",
        "own",
        "become",
        "remain",
        "be",
        "overtake",
        "build",
        "run",
        "boast",
        "operate",
        "hold",
        "possess",
        "control",
    ]
)
_SPANS = frozenset(["year", "years", "month", "months", "decade", "week", "day", "time", "quarter"])
_OF_MANY = frozenset(
    ["plans", "pledges", "targets", "commitments", "promises", "signatories", "companies", "investors"]
)
_BELONGINGS = phrase(r"<belongings>|<tracked>")
_JOINED = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?")
_WORLDWIDE = re.compile(r"\b(?:worldwide|globally|around the (?:world|globe)|across the (?:world|globe))\b")
_WORLD = re.compile(r"\b(?:global|the world|world|the planet|humanity)\b")
_FIRST_PERSON = re.compile(
    r"\b(?:my|our|we) (?:country|nation|people|electricity|power|energy|emissions|economy|[a-z]+ )|\bwe\b"
)
_PLACE_IN_FRONT = re.compile(r"\W*(?:but |and |today,? |so )?in (?:the )?")
_ITS = re.compile(r" of (?:all )?(?:its|their|the (?:country|nation)'s)\b")
_POSSESSES = re.compile(
    r"['’]s? (?:(?:about|some|nearly|almost|roughly|over|just|only|own|meagre|modest|mere) |(?:more|less) than )*"
)
_OPENS_WITH = re.compile(r"\W*(?:with|at|on|from|by) ")
_OPENS_BRACKET = re.compile(r"(?: \(| with |, at |, with )(?:about |some |nearly |over |more than )*")
_BLOC = re.compile(
    r"\b(?:the|its|all) (?:\d\d-(?:nation|country|member) |european )?bloc\b|\b(?:the|its"
    r"|all|europe's)(?: bloc's)? (?:twenty-seven|27)"
    r"(?: (?:member (?:states|countries)|members|countries|capitals))?\b(?! (?:percent|per|billion|million|%))"
)
_CLEFT = re.compile(r": that(?:,[^,]{2,30},)? (?:is|was|were|are) ")
_HEADED = re.compile(r"^\W*[\w .'-]{2,30}: ")

NOBODY: tuple[str | None, ...] = (None,)


def find_subject(line: Line, position: int) -> tuple[str | None, ...]:
    """Whom a figure at ``position`` is said of: by the grammar, the nearest name, or what is spoken of.

    ``(None,)`` where the clause has a subject that is no Party and no thing of a Party.
    """
    found = _subject(line, position)
    if found == NOBODY:
        return bloc_of(line, line.clause(position, position)[0], position) or found
    return found


def _subject(line: Line, position: int) -> tuple[str | None, ...]:
    if (headed := _heading(line) or _cleft(line, position)) and _is_alone(line, position, headed):
        return headed
    if beside := _bracketed(line, position) or _possessor(line, position):
        return beside
    if codes := _by_order(line, position):
        return codes
    token = clause_subject(line, position)
    if token is None or token.idx - line.offset >= position:
        if token is not None and (fronted := _fronted(line, token, position)):
            return fronted
        return _own(line, position) or _in_front(line, position) or _named(line, position)
    if codes := _parties_of(line, token, position):
        return codes
    if token.lower_ in _OF_MANY and not _possessed(line, token):
        return NOBODY
    if _BELONGINGS.fullmatch(token.lower_) or token.pos_ == "PRON" or token.lower_ in _REFERRING:
        own = (
            _modifying(line, token)
            or _possessed(line, token)
            or _world_of(line, token, position)
            or _own(line, position)
        )
        return own or _in_front(line, position) or _named(line, position)
    whose = _modifying(line, token) or _possessed(line, token)
    return whose or _world_of(line, token, position) or _in_front(line, position) or NOBODY


def _by_order(line: Line, position: int) -> tuple[str, ...]:
    """The one of two Parties that "the former" or "the latter" stands for."""
    found = [*_IN_ORDER.finditer(line.low, 0, position)]
    if not found:
        return ()
    codes = tuple(dict.fromkeys(m.code for m in line.parties(0, found[0].start()) if _may_be_subject(m.code)))
    return codes[found[-1][1] == "latter" :][:1] if len(codes) == 2 else ()


def at_home(line: Line, position: int) -> tuple[str | None, ...]:
    """The Party spoken of where the subject is some common noun: "work began on …", "regulators approved …"."""
    token = clause_subject(line, position)
    plain = token is not None and token.pos_ == "NOUN" and token.lower_ not in _OF_MANY
    named = _countries(line.parties(*line.clause(position, position)))
    return (tuple(m.code for m in named[:1]) or topic(line, position) if plain else ()) or NOBODY


def _named(line: Line, position: int) -> tuple[str | None, ...]:
    """The Party named nearest before, the one spoken of, or else the next one of the clause."""
    start, end = line.clause(position, position)
    if _WORLDWIDE.search(line.low, start, end):
        return ("WLD",)
    behind = _countries(line.parties(position, end))
    named = nearest(line, position) or topic(line, position) or tuple(m.code for m in behind[:1])
    return named or (("WLD",) if _WORLD.search(line.low, 0, position) or _WORLD.search(line.previous) else NOBODY)


def _own(line: Line, position: int) -> tuple[str, ...]:
    """The speaker's Party where the words are "my country", "we", "our"."""
    quotation = line.context.quotation_at(line.offset + position)
    if quotation is None:
        return ()
    first = max(0, quotation.start - line.offset)
    if not _FIRST_PERSON.search(line.low, first, max(0, quotation.end - line.offset)):
        return ()
    party = line.speakers.at(line.offset + position).party
    return (party,) if party else ()


def _in_front(line: Line, position: int) -> tuple[str, ...]:
    """ "In Ruritania, clean power made up …": the place that opens the clause."""
    start, _ = line.clause(position, position)
    found = _PLACE_IN_FRONT.match(line.low, start)
    named = line.parties(found.end(), found.end() + 1) if found else []
    return (named[0].code,) if named else ()


def predicated(line: Line, position: int) -> tuple[str, ...] | None:
    """The Party that a noun at ``position`` is said to be ("Ruritania is …"); empty for what is no Party, else None."""
    token = clause_subject(line, position)
    if token is None or token.idx - line.offset >= position:
        return None
    codes = _parties_of(line, token, position)
    if codes or token.pos_ not in ("NOUN", "PROPN") or token.lower_ in _REFERRING:
        return tuple(code for code in codes if code != "WLD") or None
    return ()


def _cleft(line: Line, position: int) -> tuple[str, ...]:
    """ "Twice as much as Syldavia: that is what Ruritania emitted"."""
    found = _CLEFT.search(line.low, position)
    named = [m for m in line.parties(found.end(), len(line.low)) if m.code != "WLD"] if found else []
    return (named[0].code,) if named else ()


def bloc_of(line: Line, start: int, end: int) -> tuple[str, ...]:
    """The European Union where a stretch speaks of "the bloc" or "the 27 member states"."""
    return ("EUU",) if _BLOC.search(line.low, start, end) else ()


def _heading(line: Line) -> tuple[str, ...]:
    """The Party that a line of a list is headed with: "Ruritania: emissions are down 5 %"."""
    found = _HEADED.match(line.low)
    named = {mention.code for mention in line.parties(0, found.end())} if found else set()
    return tuple(named) if len(named) == 1 else ()


def _is_alone(line: Line, position: int, codes: tuple[str, ...]) -> bool:
    """Whether no other Party stands ahead of a figure among its own words: "Ruritania: 5; Syldavia: 6"."""
    first, _ = own_words(line, position, position + 1)
    return first == 0 or all(m.code in (*codes, "WLD", "UN") for m in line.parties(first, position))


def _bracketed(line: Line, position: int) -> tuple[str, ...]:
    """ "Ruritania (8 %)"."""
    named = [m for m in line.parties(0, position) if _OPENS_BRACKET.fullmatch(line.low, m.end - line.offset, position)]
    return (named[-1].code,) if named else ()


def _possessor(line: Line, position: int) -> tuple[str, ...]:
    """ "Ruritania's 6 tonnes"."""
    named = [m for m in line.parties(0, position) if _POSSESSES.fullmatch(line.low, m.end - line.offset, position)]
    return (named[-1].code,) if named else ()


def _fronted(line: Line, token: Token, position: int) -> tuple[str, ...]:
    """ "With 4 billion tonnes, Ruritania …": the subject behind a phrase that opens the sentence."""
    opens = _OPENS_WITH.match(line.low) is not None and not line.parties(0, position)
    return _parties_of(line, token, position) if opens and token.pos_ != "PRON" else ()


def clause_subject(line: Line, position: int) -> Token | None:
    """The subject of the clause around ``position``, by the parse; a relative pronoun stands for its noun."""
    token = line.token_at(position)
    for _ in range(_CLIMB):
        if token is None:
            return None
        if token.pos_ in ("VERB", "AUX") or token.dep_ == "ROOT":
            subject = next((c for c in token.children if _is_subject_word(c)), None)
            if subject is not None:
                return None if _is_number(line, subject) else _antecedent(subject)
            if token.dep_ in ("acl", "relcl"):
                return token.head
        if token.head is token:
            return None
        token = token.head
    return None


def _is_subject_word(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") and token.lower_ not in _SPANS


def _is_number(line: Line, token: Token) -> bool:
    return any(number.start <= token.idx < number.end for number in line.sentence.numbers)


def _antecedent(subject: Token) -> Token:
    verb = subject.head
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head is not verb:
        verb = verb.head
    return verb.head if subject.lower_ in _RELATIVES and verb.dep_ == "relcl" else subject


def _parties_of(line: Line, subject: Token, position: int) -> tuple[str, ...]:
    if subject.idx - line.offset > position and subject.pos_ == "PRON":
        return ()
    if subject.lower_ in ("we", "our") or (
        subject.lower_ == "country" and any(c.lower_ in ("my", "our") for c in subject.children)
    ):
        return _own(line, position)
    if _is_epithet(subject) and is_argument(subject):
        return elsewhere(line, subject)
    if subject.lower_ in _REFERRING:
        return referent(line, subject.idx - line.offset)
    codes = line.context.agents.resolve(subject).parties
    return tuple(code for code in codes if _may_be_subject(code) and (code != "WLD" or _names_world(line, subject)))


def _may_be_subject(code: str) -> bool:
    return code != "UN"


def _names_world(line: Line, subject: Token) -> bool:
    mention = line.context.agents.party_at(subject.i)
    return mention is not None and mention.code == "WLD"


def _modifying(line: Line, token: Token) -> tuple[str, ...]:
    """A Party inside the phrase: "coal-fired capacity in Ruritania"."""
    first, last = token.left_edge, token
    for child in token.rights:
        if child.dep_ == "prep":
            last = child.right_edge
    named = line.parties(first.idx - line.offset, last.idx - line.offset + 1)
    countries = _countries(named)
    return (countries[0].code,) if countries else ()


def _possessed(line: Line, token: Token) -> tuple[str, ...]:
    """Whose emissions "its emissions" are."""
    if any(child.lower_ in ("its", "their") for child in token.children):
        return referent(line, token.idx - line.offset)
    return ()


def _world_of(line: Line, subject: Token, position: int) -> tuple[str, ...]:
    start, end = line.clause(position, position)
    phrase_start = subject.left_edge.idx - line.offset
    of_world = _WORLD.search(line.low, phrase_start, max(phrase_start, subject.idx - line.offset + len(subject)))
    return ("WLD",) if of_world or _WORLDWIDE.search(line.low, start, end) else ()


def nearest(line: Line, position: int) -> tuple[str, ...]:
    """The Party, or the joined Parties, last named in the clause before ``position``."""
    start, _ = line.clause(position, position)
    named = [m for m in line.parties(start, position) if m.code != "WLD" and _may_be_subject(m.code)]
    return joined(line, named) if named else ()


def joined(line: Line, named: Sequence[PartyMention]) -> tuple[str, ...]:
    """The last of ``named`` with those that are joined to it by commas and "and"."""
    if len(named) < 2 or not re.search(r" (?:and|or) ", _between(line, named[-2], named[-1])):
        return (named[-1].code,)
    codes = [named[-1].code]
    for earlier, later in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        if not _JOINED.fullmatch(_between(line, earlier, later)):
            break
        codes.append(earlier.code)
    return tuple(dict.fromkeys(reversed(codes)))


def _between(line: Line, one: PartyMention, other: PartyMention) -> str:
    return line.low[one.end - line.offset : other.start - line.offset]


def topic(line: Line, position: int) -> tuple[str, ...]:
    """The Party spoken of: the subject of this sentence so far, else whom a bare "it" would stand for."""
    return _here(line, position) or _spoken_of(line, position)


def referent(line: Line, position: int) -> tuple[str, ...]:
    """The Party that "it" or "the country" stands for: a subject of this sentence, or whom the text is about."""
    return _subject_here(line, position) or _spoken_of(line, position) or _here(line, position)


def elsewhere(line: Line, token: Token) -> tuple[str, ...]:
    """Whom an epithet stands for ("pressed the world's largest emitter to …"): not whom its own clause is about."""
    position = token.idx - line.offset
    known = _governing(line, token)
    if line.context.quotation_at(token.idx) is not None:
        known.add(line.speakers.at(token.idx).party or "")
    named = [m.code for m in _countries(line.parties(0, position))]
    spoken_of = line.context.agents.party_spoken_of(line.sentence.span.start)
    earlier = line.context.sentences[max(0, line.sentence.index - _SENTENCES_BACK) : line.sentence.index]
    before = [m.code for sentence in earlier for m in _countries(sentence.parties)]
    candidates = [*reversed(named), *([spoken_of] if spoken_of else []), *reversed(before)]
    return next(((code,) for code in candidates if code not in known), ())


def is_argument(token: Token) -> bool:
    """Whether something is done to the one that ``token`` stands for: an object, or the subject of an infinitive."""
    if token.dep_ == "pobj":
        return token.head.head.pos_ == "VERB" and token.head.lower_ not in ("as", "like", "among", "amongst")
    if token.dep_ == "dobj":
        return token.head.lemma_ not in _MAKING
    return token.dep_ == "nsubj" and token.head.tag_ == "VB"


def _governing(line: Line, token: Token) -> set[str]:
    """The Parties of the subject of the clause that ``token`` is an argument of."""
    verb = token.head.head if token.dep_ == "nsubj" else token.head
    for _ in range(_CLIMB):
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i), None)
        if subject is not None:
            named = line.parties(subject.left_edge.idx - line.offset, verb.idx - line.offset)
            return {*(m.code for m in named), *line.context.agents.resolve(subject).parties}
        verb = verb.head
    return set()


def _is_epithet(token: Token) -> bool:
    """ "The world's largest emitter", "the country that emits most"."""
    described = any(child.dep_ == "relcl" for child in token.children)
    return token.lower_ in _EPITHETS or (token.lower_ in ("country", "nation") and described)


def _spoken_of(line: Line, position: int) -> tuple[str, ...]:
    token = line.token_at(position)
    code = line.context.agents.party_spoken_of(token.i) if token is not None else None
    return (code,) if code else ()


def _subject_here(line: Line, position: int) -> tuple[str, ...]:
    """The last Party that is a subject of the sentence, or the possessor of one, so far."""
    named = [m for m in _countries(line.parties(0, position)) if _is_subject(line, m)]
    return (named[-1].code,) if named else ()


def _here(line: Line, position: int) -> tuple[str, ...]:
    """The Party that the sentence has spoken of so far."""
    every = [m for m in line.parties(0, position) if m.code not in ("WLD", "UN")]
    if chosen := [m for m in every if _is_subject(line, m)] or _countries(every):
        return (chosen[-1].code,)
    return _subject_person(line, position)


def _is_subject(line: Line, mention: PartyMention) -> bool:
    return line.context.doc[mention.last - 1].dep_ in _SUBJECTS


def _countries(mentions: Sequence[PartyMention]) -> list[PartyMention]:
    """Those that may be "the country" or "it": countries and the EU, not groups."""
    return [m for m in mentions if m.code == "EUU" or not is_group(m.code)]


def _subject_person(line: Line, position: int) -> tuple[str, ...]:
    """The Party of the person that is the subject of the sentence."""
    doc = line.context.doc
    for mention in line.sentence.people:
        if mention.start - line.offset < position and doc[mention.last - 1].dep_ in ("nsubj", "nsubjpass"):
            party = line.context.agents.party_of(mention.person)
            if party:
                return (party,)
    return ()


def whole(line: Line, end: int, stop: int) -> tuple[str, ...]:
    """The Party whose power or economy a share is of: "61 % of Ruritania's electricity", "… of its electricity"."""
    if own := _ITS.match(line.low, end):
        return referent(line, own.end() - 1)
    comma = line.low.find(",", end, stop)
    stop = comma if comma >= 0 else stop
    named = line.parties(end, stop)
    if not named and re.search(r"\b(?:world|global|worldwide|planet)\b", line.low[end:stop]):
        return ("WLD",)
    return (named[0].code,) if named else ()
