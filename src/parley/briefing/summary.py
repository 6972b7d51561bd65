"""The headline summary: the few things a reporter would want first, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from parley.briefing.charted_claims import chart_of
from parley.briefing.conflicts import about, ordered_conflicts
from parley.briefing.dates import span_in_words
from parley.briefing.footnotes import Footnotes, first_words
from parley.briefing.headlines import headline
from parley.briefing.pledges import BESIDE, FIRMNESS_LABELS, pledge_in_words, present_entries
from parley.briefing.prose import and_list, capitalised, count, party_in_prose, tidy
from parley.briefing.shelf import Shelf
from parley.briefing.timeline import (
    STATUS_LABELS,
    by_date,
    event_date,
    is_ahead,
    is_background,
    is_misdated,
    ordered_events,
)
from parley.briefing.verdicts import TOKEN_LABELS, marked
from parley.briefing.view import SummaryGroup, SummaryLine
from parley.checking.checked import CheckedClaim
from parley.records import BookEntry, Event, Report
from parley.records.verdict import Token

_MOST_LINES = 4
_TALLIED: tuple[Token, ...] = ("supported", "close", "outdated", "contradicted", "not_checkable")


def title(shelf: Shelf) -> str:
    """``Climate diplomacy, 31 August – 6 September 2021``: the span of the documents, never today's date."""
    days = _span(shelf)
    return f"Climate diplomacy, {days}" if days else "Climate diplomacy"


def subtitle(shelf: Shelf) -> str:
    """How many documents, and what was found in them."""
    if not shelf.readings:
        return "No documents were read."
    return f"{documents_in_words(shelf)}: {and_list(_found(shelf)) or 'nothing to record was found'}."


def documents_in_words(shelf: Shelf) -> str:
    """``11 documents (1 dated from its content)``."""
    undated = sum(document.published is None for document in shelf.documents.values())
    inferred = sum(document.published_basis == "inferred" for document in shelf.documents.values())
    doubts = [count(undated, "of them undated", "of them undated")] if undated else []
    doubts += [f"{inferred} dated from {'its' if inferred == 1 else 'their'} content"] if inferred else []
    return count(len(shelf.readings), "document") + (f" ({', '.join(doubts)})" if doubts else "")


def _found(shelf: Shelf) -> list[str]:
    """Numbers of what there is any of."""
    numbers = (
        (len(ordered_events(shelf)), "event", None),
        (len(present_entries(shelf)), "entry in the pledge book", "entries in the pledge book"),
        (sum(len(reading.statements) for reading in shelf.readings), "statement", None),
        (sum(len(reading.claims) for reading in shelf.readings), "claim", None),
    )
    return [count(number, noun, plural) for number, noun, plural in numbers if number]


def summary(shelf: Shelf, notes: Footnotes) -> tuple[SummaryGroup, ...]:
    """Groups that have something to say: what is ahead, what happened, what was pledged, what is disputed."""
    news = [event for event in ordered_events(shelf) if not is_background(event, shelf)]
    ahead = [event for event in news if is_ahead(event, shelf)]
    past = [event for event in news if event.status == "held" and not is_misdated(event, shelf)]
    held = sorted(past, key=lambda event: _weight(event, shelf))
    entries = present_entries(shelf)
    standing = [entry for entry in entries if entry.standing and entry.firmness not in BESIDE]
    asked = [entry for entry in entries if entry.firmness in BESIDE]
    groups = (
        _events("Ahead and under way", ahead, shelf, notes),
        _events("What happened", held, shelf, notes),
        _pledges("Pledged", standing, shelf, notes),
        _pledges("Asked for or proposed", asked, shelf, notes),
        _disputes(shelf, notes),
        _checked(shelf, notes),
    )
    return tuple(group for group in groups if group.lines)


def _events(heading: str, events: Sequence[Event], shelf: Shelf, notes: Footnotes) -> SummaryGroup:
    shown = sorted(events[:_MOST_LINES], key=by_date)
    lines = tuple(
        SummaryLine(
            text=headline(event, shelf),
            date=event_date(event, shelf),
            status=None if event.status == "held" else STATUS_LABELS[event.status],
            citations=notes.cite(_last_word(event, shelf), most=1),
        )
        for event in shown
    )
    return SummaryGroup(heading, "timeline", lines, max(0, len(events) - _MOST_LINES))


def _pledges(heading: str, entries: Sequence[BookEntry], shelf: Shelf, notes: Footnotes) -> SummaryGroup:
    chosen = _one_a_party_first(_by_newness(entries, shelf))[:_MOST_LINES]
    lines = tuple(
        SummaryLine(
            text=capitalised(f"{party_in_prose(entry.party)}: {_lower_first(pledge_in_words(entry, shelf))}"),
            status=None if entry.firmness == "pledged" else FIRMNESS_LABELS[entry.firmness],
            citations=notes.cite(shelf.present(entry.reports)[:2], most=1),
        )
        for entry in chosen
    )
    return SummaryGroup(heading, "pledges", lines, max(0, len(entries) - _MOST_LINES))


def _by_newness(entries: Sequence[BookEntry], shelf: Shelf) -> list[BookEntry]:
    """What replaced an older pledge first, then what most documents report; goals of the whole world last."""
    replacing = {entry.replaced_by for entry in shelf.links.pledges}

    def key(entry: BookEntry) -> tuple[bool, bool, int, str, int, str]:
        documents = {report.document for report in shelf.present(entry.reports)}
        new = entry.id in replacing
        return entry.party == "WLD", not new, -len(documents), entry.party, entry.target_year or 9999, entry.id

    return sorted(entries, key=key)


def _disputes(shelf: Shelf, notes: Footnotes) -> SummaryGroup:
    found = ordered_conflicts(shelf)
    lines = tuple(
        SummaryLine(
            text=": ".join(part for part in (about(conflict, shelf), tidy(conflict.words)) if part),
            citations=notes.cite(shelf.present(conflict.reports), most=1),
        )
        for conflict in found[:_MOST_LINES]
    )
    return SummaryGroup("In dispute", "conflicts", lines, max(0, len(found) - _MOST_LINES))


def _checked(shelf: Shelf, notes: Footnotes) -> SummaryGroup:
    """How many claims the record bears out, and those that are wrong or no longer true."""
    claims = [claim for reading in shelf.readings for claim in reading.claims]
    found = shelf.checked(claims)
    told = [one for one in found if one.verdict.token in ("contradicted", "outdated")]
    lines = [
        SummaryLine(
            text=_claim_and_record(one),
            status=marked(one.verdict.token),
            citations=notes.cite([one.report], most=1),
        )
        for one in told[:_MOST_LINES]
    ]
    if found:
        lines.insert(0, SummaryLine(text=_tally([one.verdict.token for one in found])))
    return SummaryGroup("Held against the record", "claims", tuple(lines), max(0, len(told) - _MOST_LINES))


def _tally(tokens: Sequence[Token]) -> str:
    """``Of 12 claims: 7 supported, 1 close, 1 contradicted and 3 not checkable.``"""
    counts = [f"{tokens.count(token)} {TOKEN_LABELS[token]}" for token in _TALLIED if token in tokens]
    return f"Of {count(len(tokens), 'claim')}: {and_list(counts)}."


def _claim_and_record(one: CheckedClaim) -> str:
    """What was claimed and what is on record; where that is no figure, the words of the claim and of whom it is."""
    if (chart := chart_of(one)) is not None:
        return f"{chart.title}: {chart.finding}"
    subject = one.assertion.subject
    words = f"“{first_words(one.report.quote, limit=120)}”"
    return f"{capitalised(party_in_prose(subject))}: {words}" if subject else words


def _last_word(event: Event, shelf: Shelf) -> list[Report]:
    """The latest report that gives the event the status it has now, else the latest of all."""
    reports = shelf.present(event.reports)
    current = [report for report in reports if getattr(report, "status", None) == event.status]
    return [(current or list(reports))[-1]]


def _weight(event: Event, shelf: Shelf) -> tuple[bool, int, int, int, str]:
    """The dated before the undated, told by most documents first, then with most people, then the latest."""
    documents = {report.document for report in shelf.present(event.reports)}
    day = event.when.anchor.toordinal() if event.when else 0
    return not day, -len(documents), -len(event.people), -day, event.id


def _one_a_party_first(entries: Sequence[BookEntry]) -> list[BookEntry]:
    """The first entry of each Party, then the others, each in the order given."""
    seen: set[str] = set()
    leading: list[BookEntry] = []
    others: list[BookEntry] = []
    for entry in entries:
        (others if entry.party in seen else leading).append(entry)
        seen.add(entry.party)
    return leading + others


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _span(shelf: Shelf) -> str | None:
    """The days that the documents certainly span, however vaguely some are dated."""
    if shelf.earliest is None or shelf.latest is None:
        return None
    return span_in_words(*sorted((shelf.earliest, shelf.latest)))
