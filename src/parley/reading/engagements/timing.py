"""Which date belongs to which engagement: each date expression hangs, in the parse, on the word that owns it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from parley.reading.dates import DateMention
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.terms.when import Interval

_REPORTING = lemmas("status", "reporting")
_NEW_DATE = frozenset(["until", "to", "into", "till", "for"])
_OLD_DATE = frozenset(["originally", "planned", "scheduled", "set", "due"])
_HIGHEST = 14
_NEAR_TOKENS = 12


def date_drafts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with the date that its own clause gives it."""
    owners: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for index in draft.owners:
            owners.setdefault(index, []).append(number)
    found: dict[int, list[tuple[DateMention, Token]]] = {}
    free: list[tuple[DateMention, Token]] = []
    for mention in scene.context.dates:
        if mention.interval is None or mention.kind in ("duration", "set"):
            continue
        span = scene.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            continue
        owned = _owned_by(span.root, owners)
        for number in owned:
            found.setdefault(number, []).append((mention, span.root))
        if not owned:
            free.append((mention, span.root))
    dated = [_dated(scene, draft, found.get(number, [])) for number, draft in enumerate(drafts)]
    return [_by_nearness(draft, free) if draft.when is None else draft for draft in dated]


def _owned_by(root: Token, owners: dict[int, list[int]]) -> list[int]:
    """The drafts whose word is the first above the date; what is merely reported on a day does not happen then."""
    token = root
    for _ in range(_HIGHEST):
        if token.i in owners:
            return owners[token.i]
        if token.head == token or token.lemma_ in _REPORTING:
            return []
        token = token.head
    return []


def _dated(scene: Scene, draft: Draft, found: list[tuple[DateMention, Token]]) -> Draft:
    if draft.reach is not None:
        first, last = draft.reach
        inside = [m for m in scene.context.dates if m.interval and scene.doc[first - 1].idx < m.start < scene.doc[last - 1].idx + 1]
        if inside:
            return replace(draft, when=inside[0].interval)
        after = [m for m in scene.context.dates if m.interval and scene.doc[last - 1].idx <= m.start < draft.head.sent.end_char]
        if after and found:
            return replace(draft, when=after[0].interval)
    if not found:
        return draft
    if draft.status == "postponed":
        new = [pair for pair in found if _word_before(pair[0], scene) in _NEW_DATE and not _is_old(pair[0], scene)]
        return replace(draft, when=new[0][0].interval) if new else draft
    return replace(draft, when=_best(draft, found))


def _best(draft: Draft, found: list[tuple[DateMention, Token]]) -> Interval | None:
    """Of several dates the most precise, then the nearest."""
    def rank(pair: tuple[DateMention, Token]) -> tuple[int, int]:
        interval = pair[0].interval
        assert interval is not None
        days = interval.days or 1
        return (0 if days <= 31 else 1, abs(pair[1].i - draft.head.i))

    return min(found, key=rank)[0].interval


def _word_before(mention: DateMention, scene: Scene) -> str:
    span = scene.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return scene.before(span.start) if span is not None else ""


def _is_old(mention: DateMention, scene: Scene) -> bool:
    span = scene.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return False
    return any(scene.doc[i].lower_ in _OLD_DATE for i in range(max(0, span.start - 4), span.start))


def _by_nearness(draft: Draft, free: list[tuple[DateMention, Token]]) -> Draft:
    """A date that hangs on nothing we know, close by and in the same sentence, after the word."""
    if draft.status == "postponed":
        return draft
    near = [
        (root.i - draft.head.i, mention)
        for mention, root in free
        if 0 < root.i - draft.head.i <= _NEAR_TOKENS and root.sent.start == draft.head.sent.start and not _is_reported(root)
    ]
    return replace(draft, when=min(near, key=lambda pair: pair[0])[1].interval) if near else draft


def _is_reported(root: Token) -> bool:
    token = root
    for _ in range(4):
        if token.lemma_ in _REPORTING:
            return True
        if token.head == token:
            return False
        token = token.head
    return False
