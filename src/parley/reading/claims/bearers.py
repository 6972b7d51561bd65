"""Who bears a rank: the phrase beside it, the subject it is said of, or whom it refers back to."""

from __future__ import annotations

import re

from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import elsewhere, is_argument, joined, predicated, referent
from parley.reading.claims.vocabulary import construction
from parley.reading.parties import PartyMention

_PREDICATED, _COORDINATED, _OPENING, _OVERTAKING = (
    construction("ranks", part) for part in ("predicated", "coordinated", "opening", "overtaking")
)
_BEHIND = re.compile(r"(?:, | ?\(| -+ |: | (?:(?:is|are|was|were|remains?) (?:still |now )?)?)(?:the )?")
_LONGEST_GAP = 30


def bearers(line: Line, found: re.Match[str], start: int, last: Draft | None) -> tuple[str, ...]:
    """The Party that a phrase of rank, from ``start`` on, is said of; ``last`` is the rank before it."""
    end = found.end()
    noun = (
        start
        if start < found.start()
        else found.start("noun")
        if "noun" in found.re.groupindex and found["noun"]
        else end - 1
    )
    return (
        named_before(line, start)
        or _coordinated(line, start, last)
        or _named_behind(line, start, end)
        or subject_of(line, start, noun)
    )


def named_before(line: Line, start: int) -> tuple[str, ...]:
    """ "Ruritania, the world's largest …", "Ruritania is still the …"."""
    named = [m for m in line.parties(0, start) if m.end - line.offset <= start]
    if named and _PREDICATED.fullmatch(line.low[named[-1].end - line.offset : start]):
        if _OVERTAKING.search(line.low[: named[-1].start - line.offset]):
            return tuple(m.code for m in named[-2:-1])
        return (named[-1].code,) if named[-1].code != "WLD" else ()
    return ()


def joined_before(line: Line, start: int) -> tuple[str, ...]:
    """All of "Ruritania and Syldavia, the world's largest …"."""
    named = [m for m in line.parties(0, start) if m.end - line.offset <= start]
    if not named or not _PREDICATED.fullmatch(line.low[named[-1].end - line.offset : start]):
        return ()
    return joined(line, named)


def subject_of(line: Line, start: int, noun: int) -> tuple[str, ...]:
    """The subject a rank is said of, or whom the phrase itself refers to: "the world's largest emitter said"."""
    token = line.token_at(noun)
    if token is None:
        return ()
    if is_argument(token):
        return elsewhere(line, token)
    codes = None if token.dep_ in ("nsubj", "nsubjpass") else predicated(line, start)
    return referent(line, start)[:1] if codes is None else codes[:1]


def pair_before(line: Line, start: int) -> tuple[str, ...]:
    """The two Parties last spoken of together."""
    token = line.token_at(start)
    return line.context.agents.last_pair(token.i).parties if token is not None else ()


def _coordinated(line: Line, start: int, last: Draft | None) -> tuple[str, ...]:
    """ "… largest economy and its biggest emitter": the same as the rank before."""
    if last is None or last.subject is None:
        return ()
    between = line.low[last.end - line.offset : start]
    return (last.subject,) if _COORDINATED.fullmatch(between) else ()


def _named_behind(line: Line, start: int, end: int) -> tuple[str, ...]:
    """ "The world's largest emitter, Ruritania, …" where the phrase opens its clause."""
    near = line.parties(end, end + _LONGEST_GAP)
    named = [m for m in near if _BEHIND.fullmatch(line.low[end : m.start - line.offset])]
    if not named or not _OPENING.search(line.low[:start]):
        return ()
    return () if _opens_a_list(line, named[0], end) else (named[0].code,)


def _opens_a_list(line: Line, mention: PartyMention, end: int) -> bool:
    """Whether a Party behind a comma is the first of a list, or a mere possessor."""
    behind = line.low[mention.end - line.offset :]
    return behind.startswith(("'s ", " and ")) and line.low[end] == ","
