"""Which date belongs to which engagement: the word right before a date owns it, else the word it hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from parley.reading.dates import DateMention
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.extents import with_extent
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.terms.when import Interval

_REPORTING = lemmas("status", "reporting")
_ENDING = lemmas("status", "ending")
_NEW_DATE = frozenset(["until", "to", "into", "till", "for"])
_OLD_DATE = frozenset(["originally", "planned", "scheduled", "set", "due", "was", "were"])
_AHEAD = frozenset(["will", "now", "'ll"])
_BETWEEN = frozenset(
    [
        "to",
        "in",
        "on",
        "of",
        "from",
        "for",
        "this",
        "the",
        "late",
        "early",
        ",",
        "(",
        "at",
        "around",
        "starting",
        "beginning",
        "between",
        "over",
    ]
)
_OCCASIONS = lemmas("talks", "nouns") | lemmas("visits", "nouns") | lemmas("conferences", "nouns")
_CLAUSES = frozenset(["relcl", "advcl", "ccomp", "conj", "pcomp"])
_HAPPENING = (
    lemmas("status", "scheduled")
    | lemmas("status", "supposed_once")
    | lemmas("conferences", "opening")
    | lemmas("conferences", "hosting")
    | lemmas("statements", "issuing")
)
_HELD = frozenset(
    [
        "held",
        "be",
        "scheduled",
        "due",
        "set",
        "planned",
        "take",
        "takes",
        "place",
        "taking",
        "opening",
        "opens",
        "will",
        "which",
        "is",
    ]
)
_DASHES = frozenset(["-", "–", "—", "--"])
_HIGHEST = 14
# a sentence of so few tokens is a date that the model cut off
_LONGEST_BARE_DATE = 3
_NEAR_TOKENS = 25
_LONGEST_DAYS = 370
_FURTHEST_DAYS = 5 * 366


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression with its tokens; ``interval`` is None for "on Friday" where the week is not known."""

    mention: DateMention
    interval: Interval | None
    first: int
    last: int
    root: Token


def date_drafts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with the date that its own clause gives it."""
    owners: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for index in draft.owners:
            owners.setdefault(index, []).append(number)
    found: dict[int, list[Dated]] = {}
    free: list[Dated] = []
    dates = _usable(scene)
    for dated in dates:
        owned = _beside(scene, dated, owners) or _above(dated, owners) or _opening(scene, dated, drafts)
        for number in owned or ():
            found.setdefault(number, []).append(dated)
        if owned == []:
            free.append(dated)
    with_dates = [_dated(scene, draft, found.get(number, []), dates) for number, draft in enumerate(drafts)]
    heads = sorted(draft.head.i for draft in drafts)
    placed = [_by_nearness(draft, free, heads) if draft.date_words is None else draft for draft in with_dates]
    return [with_extent(scene, draft) for draft in placed]


def _usable(scene: Scene) -> list[Dated]:
    """Dates an engagement can have: no longer than a year, not far ahead of the day of publication."""
    published = scene.context.published
    usable = []
    for mention in scene.context.dates:
        interval = mention.interval
        if mention.kind in ("duration", "set") or (interval is None and mention.timex is not None):
            continue
        if interval is not None and (interval.days or 1) > _LONGEST_DAYS:
            continue
        if interval and published and (interval.anchor - published.anchor).days > _FURTHEST_DAYS:
            continue
        span = scene.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and not _is_of_the_dateline(scene, span.end):
            usable.append(Dated(mention, interval, span.start, span.end, span.root))
    return usable


def _is_of_the_dateline(scene: Scene, end: int) -> bool:
    """ "AUGUST 16 (Agency) — A is in Oslo": the day of the report."""
    return scene.here is None and end <= scene.participants.opening and scene.doc[end].text == "("


def _beside(scene: Scene, dated: Dated, owners: dict[int, list[int]]) -> list[int]:
    """The drafts whose word stands right before the date, prepositions and places between them left out."""
    doc = scene.doc
    index = dated.first - 1
    start = doc[dated.first].sent.start
    while index >= start:
        if index in owners:
            return owners[index]
        place = scene.place_at.get(index)
        if place is not None:
            index = place.first - 1
        elif _may_stand_between(doc[index]):
            index -= 1
        else:
            break
    behind = dated.last
    if behind + 1 < len(doc) and doc[behind].text == "'s" and behind + 1 in owners:
        return owners[behind + 1]
    if behind + 2 < len(doc) and doc[behind].text == "," and doc[behind + 1].lower_ == "when":
        return next((owners[i] for i in range(behind + 2, min(behind + 9, doc[behind].sent.end)) if i in owners), [])
    return []


def _may_stand_between(token: Token) -> bool:
    return token.lower_ in _BETWEEN or token.lower_ in _HELD or token.is_space or token.ent_type_ in ("GPE", "LOC")


def _opening(scene: Scene, dated: Dated, drafts: Sequence[Draft]) -> list[int] | None:
    """ "On Tuesday, …" at the head of a sentence dates what the sentence tells first, "3 May 2021 – …" nothing."""
    start = dated.root.sent.start
    if any(scene.doc[i].is_alpha and scene.doc[i].lower_ not in _BETWEEN for i in range(start, dated.first)):
        return [] if dated.root.lemma_ not in _REPORTING and _above(dated, {}) == [] else None
    end = dated.root.sent.end
    if dated.last < len(scene.doc) and scene.doc[dated.last].text in _DASHES and not _is_ahead(scene, dated):
        return None
    if end - start <= _LONGEST_BARE_DATE and end < len(scene.doc):
        end = scene.doc[end].sent.end
    first = next((n for n, draft in enumerate(drafts) if dated.last <= draft.head.i < end), None)
    return [first] if first is not None else []


def _is_ahead(scene: Scene, dated: Dated) -> bool:
    """Whether the day is still to come, and no day of a report."""
    published = scene.context.published
    start = dated.interval.start if dated.interval else None
    return bool(start and published and published.end and start > published.end)


def _above(dated: Dated, owners: dict[int, list[int]]) -> list[int] | None:
    """The drafts whose word is the first above the date in the parse; None where the date belongs to something else:
    what is merely reported on a day, what has been "since" then, "the 2021 prize"."""
    token = dated.root
    modifies = token.dep_ in ("compound", "nummod", "amod") and token.head.pos_ in ("NOUN", "PROPN")
    if modifies and token.head.i not in owners and token.head.lemma_.lower() not in _OCCASIONS:
        return None
    for _ in range(_HIGHEST):
        if token.i in owners:
            return owners[token.i]
        if token.lower_ == "since" or any(child.lower_ == "since" and child.dep_ == "mark" for child in token.children):
            return None
        if token.lemma_ in _REPORTING or _tells_its_own(token):
            return None
        if token.head == token:
            return []
        token = token.head
    return []


def _tells_its_own(token: Token) -> bool:
    """A clause that tells something else: "Smith, who arrived on Sunday, told …"."""
    return token.pos_ == "VERB" and token.dep_ in _CLAUSES and token.lemma_.lower() not in _HAPPENING


def _dated(scene: Scene, draft: Draft, found: list[Dated], dates: list[Dated]) -> Draft:
    if draft.when is not None:
        return draft
    if draft.reach is not None:
        first, last = draft.reach
        inside = [dated for dated in dates if first <= dated.first < last]
        behind = [dated for dated in dates if last <= dated.first < draft.head.sent.end]
        if inside or (behind and found):
            return _with(draft, (inside or behind)[0])
    if draft.status == "postponed":
        put_to = [dated for dated in found if scene.before(dated.first) in _NEW_DATE and not _is_old(scene, dated)]
        found = [dated for dated in dates if _is_new(scene, draft, dated) and not _is_old(scene, dated)] or put_to
        return _with(draft, found[0]) if found else draft
    return _best(draft, found) if found else draft


def _with(draft: Draft, dated: Dated) -> Draft:
    when = dated.interval and (_one_end(draft, dated.interval, dated.root) or dated.interval)
    return replace(draft, when=when, date_words=dated.mention.text)


def _best(draft: Draft, found: list[Dated]) -> Draft:
    """The draft with, of several dates, the more precise, then the nearest."""
    moved = [dated for dated in found if _is_now(draft, dated)]
    best = min(moved or found, key=lambda dated: (_is_vague(dated), abs(dated.first - draft.head.i)))
    return _with(draft, best)


def _is_now(draft: Draft, dated: Dated) -> bool:
    """ "had been due on Monday and will now be on 14 May"."""
    doc = draft.head.doc
    near = [doc[i].lower_ for i in range(max(draft.head.i, dated.first - 6), dated.first)]
    return "now" in near and "will" in near


def _is_vague(dated: Dated) -> bool:
    return dated.interval is not None and (dated.interval.days or 1) > 31


def _one_end(draft: Draft, interval: Interval, token: Token) -> Interval | None:
    """ "ends on Friday" tells only when a conference ends, "opens on Monday" when it begins."""
    if draft.kind != "conference" or interval.start != interval.end:
        return None
    for _ in range(4):
        lemma = token.lemma_.lower()
        if lemma in _ENDING or lemma == "until":
            return Interval(None, interval.end)
        if lemma in ("open", "start", "begin"):
            return Interval(interval.start, None)
        token = token.head
    return None


def _is_of_a_later_verb(draft: Draft, dated: Dated) -> bool:
    """Whether the date hangs on a verb told after the draft: "after a visit, met the press on Sunday"."""
    return any(token.pos_ == "VERB" and token.i > draft.head.i for token in dated.root.ancestors)


def _is_new(scene: Scene, draft: Draft, dated: Dated) -> bool:
    """ "has been put off and will now take place on 4 May"."""
    if dated.root.sent.start != draft.head.sent.start:
        return False
    return any(scene.doc[i].lower_ in _AHEAD for i in range(draft.head.i + 1, dated.first))


def _is_old(scene: Scene, dated: Dated) -> bool:
    """ "originally set for this week"."""
    return any(scene.doc[i].lower_ in _OLD_DATE for i in range(max(0, dated.first - 4), dated.first))


def _by_nearness(draft: Draft, free: list[Dated], heads: list[int]) -> Draft:
    """A date that hangs on nothing we know, close behind in the same sentence, nothing else told between."""
    if draft.status in ("postponed", "cancelled") or draft.generic:
        return draft
    near = [
        (dated.first - draft.head.i, dated)
        for dated in free
        if 0 < dated.first - draft.head.i <= _NEAR_TOKENS
        and dated.root.sent.start == draft.head.sent.start
        and not any(draft.head.i < head < dated.first for head in heads)
        and not _is_of_a_later_verb(draft, dated)
    ]
    return _with(draft, min(near, key=lambda pair: pair[0])[1]) if near else draft
