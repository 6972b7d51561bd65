"""Time expressions of a parsed document, resolved: what the interval grammar finds, with the verb's tense to guide it.

"On Friday" looks ahead after "will meet" and back after "met"; the grammar of ``terms.when`` is told which. Bare months
and weekdays that the parse shows to be names or verbs are dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from spacy.tokens import Doc, Span, Token

from parley.reading.lexicon import words
from parley.terms.when import Direction, Expression, Found, Interval, find_expressions, resolve, timex_value
from parley.terms.when.expression import (
    Ahead,
    CalendarDate,
    Chosen,
    Hedged,
    Length,
    Nth,
    Part,
    Period,
    Reference,
    Relative,
    Repeated,
    Rest,
    Season,
    Shift,
    Timed,
    WeekOf,
    Within,
    YearPart,
)
from parley.terms.when.expression import Span as Stretch

Kind = Literal["date", "duration", "set", "time"]

_PROSPECTIVE = words("tense", "prospective")
_TIMETABLED = words("tense", "timetabled")
_MODALS = words("tense", "modals")
_FUTURE_ADJECTIVES = words("tense", "future_adjectives")
_PENDING = words("tense", "pending")
_MOVED = words("tense", "moved")
_MOVED_TO = frozenset(["to", "until", "till"])
_DEADLINE = words("tense", "deadline")
_BEFORE_IT = words("tense", "before_it")
_AFTER_IT = words("tense", "after_it")
_DOUBT = words("tense", "doubt")

_CLIMB = 12
_LAST_BEFORE = 9
_TENSELESS = (Length, Repeated, Reference)
# How many days the range may have in which a document was published, for a month or a year and for a weekday to be
# told from it.
_LONGEST_RANGE_DAYS, _SHORT_RANGE_DAYS = 400, 14
_LONG_UNITS = ("year", "decade", "century", "millennium")
_DOUBTABLE = ("day", "week", "month")


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


def read_dates(doc: Doc, anchor: Interval | date | None, text: str | None = None) -> tuple[DateMention, ...]:
    """The time expressions of ``doc`` in order, never overlapping, resolved against the day of publication.

    Without an anchor only dates that tell their year are resolved. Where the day of publication is itself a range, what
    hangs on the very day ("on Friday", "this week") stays unresolved unless the range is short. The parse is optional:
    a blank Doc is read too. ``text`` is ``doc.text``, for callers who have it: spaCy joins it anew at every asking.
    """
    said = Interval.day(anchor) if isinstance(anchor, date) else anchor
    mentions: list[DateMention] = []
    text = doc.text if text is None else text
    for found in find_expressions(text):
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None or not len(span) or _is_false(found.expression, span.root):
            continue
        mentions.append(_mention(found, text, span, said, _day_named(found.expression, mentions)))
    return tuple(mentions)


def _mention(found: Found, text: str, span: Span, said: Interval | None, text_day: date | None) -> DateMention:
    direction: Direction | None = None
    interval = resolve(found.expression)  # what tells its year needs neither anchor nor verb
    if interval is None and not isinstance(found.expression, _TENSELESS):
        direction = _beside(span) or direction_of(span.root)
        interval = _resolve_in(found.expression, said, direction, text_day)
    if interval and interval.precision in _DOUBTABLE and not interval.approximate and _is_doubted(span.root):
        interval = replace(interval, approximate=True)
    timex = timex_value(found.expression, _day_for(interval, said), direction, text_day)
    return DateMention(
        found.start, found.end, text[found.start : found.end], interval, timex, _kind(found.expression, interval)
    )


def _resolve_in(
    expression: Expression, said: Interval | None, direction: Direction | None, text_day: date | None
) -> Interval | None:
    """The days meant by an expression said on some day of a range.

    Where it matters which day, a month or a year goes by the middle of the range, and what is finer (or a rest, "later
    this year") is all the days that it can be; either is approximate, and None where the range is too long.
    """
    if said is None or said.start is None or said.end is None:
        return resolve(expression, said.anchor if said else None, direction, text_day)
    first, last = (resolve(expression, day, direction, text_day) for day in (said.start, said.end))
    if first == last:
        return first
    is_placed = _names_its_place(expression)
    if is_placed and not isinstance(expression, Rest):
        middle = (
            resolve(expression, said.anchor, direction, text_day) if (said.days or 0) <= _LONGEST_RANGE_DAYS else None
        )
        return replace(middle, approximate=True) if middle else None
    longest = _LONGEST_RANGE_DAYS if is_placed else _SHORT_RANGE_DAYS
    if (said.days or 0) > longest or not (first and last and first.start and last.end and first.start <= last.end):
        return None
    return Interval(first.start, last.end, "vague", approximate=True)


def _names_its_place(expression: Expression) -> bool:
    """Whether an expression tells its place in the year, or counts in years, so that the very day matters little."""
    match expression:
        case CalendarDate():
            return expression.month is not None
        case Season() | YearPart():
            return True
        case Relative(unit) | Shift(_, unit):
            return unit in _LONG_UNITS
        case Hedged(of) | Part(_, of) | Rest(_, of) | Chosen(of) | WeekOf(of) | Within(_, of):
            return _names_its_place(of)
        case Nth(_, _, _, of) | Timed(_, of):
            return of is not None and _names_its_place(of)
        case Stretch(start, end):
            return _names_its_place(start) or _names_its_place(end)
        case _:
            return False


def _day_for(interval: Interval | None, said: Interval | None) -> date | None:
    """The day from which the TIMEX3 value counts: none where the range of days left the expression open."""
    return said.anchor if said and (interval is not None or said.days == 1) else None


def _day_named(expression: Expression, mentions: list[DateMention]) -> date | None:
    """The day that "the following day" or "that year" counts from: the last of fitting precision named before."""
    told = expression.day if isinstance(expression, Timed) else expression
    if not isinstance(told, Relative | Shift | Chosen) or not told.to_text:
        return None
    unit = told.unit if isinstance(told, Relative) else "day"
    for mention in reversed(mentions):
        interval = mention.interval
        if interval and interval.start and _fits(interval, unit):
            return interval.start
    return None


def _fits(interval: Interval, unit: str) -> bool:
    if unit in ("month", "week"):
        return interval.days is not None and interval.days <= (31 if unit == "month" else 7)
    return interval.precision == "year" if unit == "year" else interval.days == 1


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


def _beside(span: Span) -> Direction | None:
    """What the words right before tell: "said on Thursday" goes by its own verb, "by June" looks ahead."""
    before = span.start - 1
    if before < 0:
        return None
    token = span.doc[before]
    if token.lower_ in _DEADLINE:
        return "future"
    if token.pos_ == "ADP" and before > 0:
        token = span.doc[before - 1]
    return "past" if token.tag_ == "VBD" and token.lemma_.lower() not in _PROSPECTIVE else None


def direction_of(token: Token) -> Direction | None:
    """Whether the clause of a time expression speaks of the past or of what is to come; None where it does not say."""
    if _follows_the_last_before(token):
        return "future"
    node = token
    fallback: Direction | None = None
    for _ in range(_CLIMB):
        if direction := _of_modifiers(node):
            return direction
        if node.lower_ == "before" and node.i != token.head.i:
            fallback = "future"  # "the last session before the summit in November"
        if node.pos_ in ("VERB", "AUX"):
            if token.i < node.i and node.tag_ == "VBD":
                return "past"  # "in June Peru promised to …" tells when it promised
            return _of_verb(node) or fallback
        if node.head.i == node.i:
            return fallback
        node = node.head
    return fallback


def _follows_the_last_before(token: Token) -> bool:
    """ "It was the last session before the summit in November": what something is the last before lies ahead of it."""
    if not token.doc.has_annotation("SENT_START"):
        return False
    behind = token.doc[max(token.sent.start, token.i - _LAST_BEFORE) : token.i]
    before = next((word.i for word in behind if word.lower_ == "before"), None)
    if before is None or any(word.pos_ in ("VERB", "AUX") for word in token.doc[before : token.i]):
        return False
    ahead = token.doc[max(token.sent.start, before - _LAST_BEFORE) : before]
    return any(word.lower_ in ("last", "final") and word.dep_ == "amod" for word in ahead)


def _of_modifiers(token: Token) -> Direction | None:
    """ "ahead of the November summit", "since June", "the planned July talks"."""
    if token.dep_ in ("prep", "mark", "advmod") or token.pos_ == "ADP":
        word = token.lower_
        if word in _BEFORE_IT or (word == "of" and token.head.lower_ in _BEFORE_IT):
            return "future"
        if word in _AFTER_IT:
            return "past"
        if word in _MOVED_TO and any(verb.lemma_.lower() in _MOVED for verb in (token.head, token.head.head)):
            return "future"
    if token.lower_ in _PENDING and token.pos_ == "ADJ":
        return "future"
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
    if any(child.tag_ == "TO" for child in auxiliaries):
        return _of_infinitive(verb, passive=any(child.dep_ == "auxpass" for child in auxiliaries))
    if verb.tag_ != "VBD" and any(child.dep_ == "acomp" and child.lower_ in _PENDING for child in verb.children):
        return "future"
    if verb.tag_ == "VBD" or any(
        child.tag_ == "VBD" or child.lower_ in ("have", "has", "'ve", "’ve") for child in auxiliaries
    ):
        return "past"
    if verb.tag_ == "VBN" and not auxiliaries:
        return "past"
    if verb.tag_ == "VBG" and not auxiliaries:
        return _of_participle(verb)
    if verb.tag_ == "VB" and not any(child.dep_ == "nsubj" for child in verb.children):
        return "future"  # an imperative
    if verb.tag_ == "VBG" or (verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _TIMETABLED):
        return "future"
    return None


def _of_infinitive(verb: Token, passive: bool) -> Direction | None:
    """ "plans to visit", "is to open", "the round to be held" lie ahead; "travelled to meet" goes by its main verb."""
    head = verb.head
    if head.i == verb.i or head.lower_ in _PENDING:
        return "future"
    if head.pos_ in ("VERB", "AUX"):
        return "future" if head.lemma_ == "be" else _of_verb(head)
    if passive or head.lemma_.lower() in _PROSPECTIVE:
        return "future"
    return direction_of(head) or "future"


def _of_participle(verb: Token) -> Direction | None:
    """ "starting in November" belongs to its main clause, and looks ahead where that does not say."""
    head = verb.head
    climbed = direction_of(head) if head.i != verb.i else None
    return climbed or ("future" if verb.lemma_.lower() in _TIMETABLED else None)


def _is_doubted(root: Token) -> bool:
    """ "will likely take place in July"."""
    verb = next((node for node in (root, *root.ancestors) if node.pos_ in ("VERB", "AUX")), None)
    return verb is not None and any(child.lower_ in _DOUBT for child in verb.children)
