"""Time expressions of a parsed document, resolved: what the interval grammar finds, with the verb's tense to guide it.

"On Friday" looks ahead after "will meet" and back after "met"; the grammar of ``terms.when`` is told which. Bare months
and weekdays that the parse shows to be names or verbs are dropped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from spacy.tokens import Doc, Token

from parley.reading.lexicon import words
from parley.terms.when import Direction, Expression, Interval, find_expressions, resolve, timex_value
from parley.terms.when.expression import (
    Ahead,
    CalendarDate,
    Hedged,
    Length,
    Period,
    Repeated,
    Season,
    Shift,
    Span,
    Timed,
)

Kind = Literal["date", "duration", "set", "time"]

_PROSPECTIVE = words("tense", "prospective")
_TIMETABLED = words("tense", "timetabled")
_MODALS = words("tense", "modals")
_FUTURE_ADJECTIVES = words("tense", "future_adjectives")
_BEFORE_IT = words("tense", "before_it")
_AFTER_IT = words("tense", "after_it")
_MOVING = words("tense", "moving")
_DOUBT = words("tense", "doubt")

_CLIMB = 12
_PAST_TAGS = ("VBD",)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression at ``start:end`` (characters of ``doc.text``).

    ``interval`` is None for what has no place in time (a duration, a habit, "recently") or none that can be known;
    ``timex`` is its TIMEX3 value.
    """

    start: int
    end: int
    text: str
    interval: Interval | None
    timex: str | None
    kind: Kind


def read_dates(doc: Doc, anchor: Interval | date | None) -> tuple[DateMention, ...]:
    """The time expressions of ``doc`` in order, never overlapping, resolved against the day of publication.

    Without an anchor only dates that tell their year are resolved. The parse is optional: a blank Doc is read too.
    """
    said = anchor.anchor if isinstance(anchor, Interval) else anchor
    mentions: list[DateMention] = []
    text_day: date | None = None
    for start, end, expression in _expressions(doc):
        root = _root(doc, start, end)
        if root is None or _is_false(expression, root):
            continue
        mention = _mention(doc, start, end, expression, root, said, text_day)
        mentions.append(mention)
        if mention.interval and mention.interval.precision == "day":
            text_day = mention.interval.end
    return tuple(mentions)


def _expressions(doc: Doc) -> Iterator[tuple[int, int, Expression]]:
    for found in find_expressions(doc.text):
        yield found.start, found.end, found.expression


def _root(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _mention(
    doc: Doc, start: int, end: int, expression: Expression, root: Token, said: date | None, text_day: date | None
) -> DateMention:
    direction = direction_of(root)
    interval = resolve(expression, said, direction, text_day)
    if interval and _is_doubted(root):
        interval = replace(interval, approximate=True)
    timex = timex_value(expression, said, direction, text_day)
    return DateMention(start, end, doc.text[start:end], interval, timex, _kind(expression, interval))


def _kind(expression: Expression, interval: Interval | None) -> Kind:
    match expression:
        case Hedged(of):
            return _kind(of, interval)
        case Length() | Period() | Ahead():
            return "date" if interval and isinstance(expression, Ahead) else "duration"
        case Repeated():
            return "set"
        case Timed():
            return "time"
        case _:
            return "date"


def _is_false(expression: Expression, root: Token) -> bool:
    """A month that is somebody's name, a season that is a verb."""
    if isinstance(expression, Season) and expression.year is None:
        return root.pos_ == "VERB"
    if isinstance(expression, CalendarDate) and expression.month and not (expression.day or expression.year):
        return root.ent_type_ == "PERSON" or root.pos_ in ("VERB", "AUX")
    return False


def direction_of(token: Token) -> Direction | None:
    """Whether the clause of a time expression speaks of the past or of what is to come; None where it does not say."""
    node = token
    for _ in range(_CLIMB):
        if direction := _of_modifiers(node):
            return direction
        if node.pos_ in ("VERB", "AUX"):
            return _of_verb(node)
        if node.head is node:
            return None
        node = node.head
    return None


def _of_modifiers(token: Token) -> Direction | None:
    """"ahead of the November summit", "since June", "the planned July talks"."""
    if token.dep_ in ("prep", "mark", "advmod") or token.pos_ == "ADP":
        word = token.lower_
        if word in _BEFORE_IT or (word == "of" and token.head.lower_ in _BEFORE_IT):
            return "future"
        if word in _AFTER_IT:
            return "past"
    if token.pos_ in ("NOUN", "PROPN") and any(
        child.lower_ in _FUTURE_ADJECTIVES for child in token.children if child.dep_ == "amod"
    ):
        return "future"
    return None


def _of_verb(verb: Token) -> Direction | None:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ in _MODALS for child in auxiliaries):
        return "future"
    if verb.lemma_.lower() in _PROSPECTIVE and (verb.tag_ != "VBD" or any(c.dep_ == "xcomp" for c in verb.children)):
        return "future"
    if verb.tag_ == "VB" and any(child.lower_ == "to" for child in auxiliaries):
        return _of_infinitive(verb)
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" or child.lower_ in ("have", "has", "'ve", "’ve") for child in auxiliaries):
        return "past"
    if verb.tag_ == "VBN" and not auxiliaries:
        return "past"
    if verb.tag_ == "VBG" and not auxiliaries:
        return _of_participle(verb)
    if verb.tag_ == "VBG" or (verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _TIMETABLED):
        return "future"
    return None


def _of_infinitive(verb: Token) -> Direction | None:
    """"plans to visit", "is to open", "the meeting to be held" lie ahead; "travelled to meet" goes by its main verb."""
    head = verb.head
    if head is verb:
        return "future"
    if head.pos_ in ("VERB", "AUX"):
        return "future" if head.lemma_ == "be" and head.tag_ != "VBD" else _of_verb(head)
    if head.pos_ == "ADJ" and head.lower_ in ("due", "likely", "ready", "set"):
        return "future"
    return "future" if verb.dep_ in ("relcl", "acl") else direction_of(head)


def _of_participle(verb: Token) -> Direction | None:
    """"starting in November" belongs to its main clause, and looks ahead where that does not say."""
    head = verb.head
    climbed = direction_of(head) if head is not verb else None
    return climbed or ("future" if verb.lemma_.lower() in _TIMETABLED else None)


def _is_doubted(root: Token) -> bool:
    """"will likely take place in July"."""
    verb = next((node for node in (root, *root.ancestors) if node.pos_ in ("VERB", "AUX")), None)
    return verb is not None and any(child.lower_ in _DOUBT for child in verb.children)
