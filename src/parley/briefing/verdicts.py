"""What checking says of a claim, as readers see it: a sign and a word, why, and what is on record."""

from __future__ import annotations

import re

from parley.briefing.prose import count
from parley.briefing.verdict_view import CountedView, FigureView, RecordView, VerdictView
from parley.checking.wording import figure_words, source_words
from parley.records.verdict import Reference, Token, Verdict

TOKEN_LABELS: dict[Token, str] = {
    "supported": "supported",
    "close": "close",
    "outdated": "outdated",
    "contradicted": "contradicted",
    "not_checkable": "not checkable",
}
TOKEN_MARKS: dict[Token, str] = {
    "supported": "✓",
    "close": "≈",
    "outdated": "↺",
    "contradicted": "✗",
    "not_checkable": "–",
}
TOKEN_MEANINGS: dict[Token, str] = {
    "supported": "it is so on record",
    "close": "nearly so, or only when counted otherwise",
    "outdated": "true once, no longer",
    "contradicted": "not so by any way of counting",
    "not_checkable": "no figures, or not a matter of fact",
}
# A pledge is no statement of fact: what matters is whether it is on record.
PLEDGE_LABELS: dict[Token, str] = {
    "supported": "on record",
    "close": "nearly so on record",
    "contradicted": "contradicted by the record",
    "outdated": "outdated",
    "not_checkable": "not on record",
}
_MOST_RECORDS = 6
_MINUS = re.compile(r"(?<![\w–-])-(?=\d)")
_MOST_WAYS = 3

_Place = tuple[str | None, str, str, str]
_Said = tuple[FigureView | None, FigureView | None, str | None]


def verdict_view(verdict: Verdict) -> VerdictView:
    """A verdict with the first of its records."""
    records = records_of(verdict)
    return VerdictView(
        token=verdict.token,
        label=TOKEN_LABELS[verdict.token],
        mark=TOKEN_MARKS[verdict.token],
        reason=in_print(verdict.reason),
        basis=in_print(verdict.basis),
        confidence=verdict.confidence,
        records=records[:_MOST_RECORDS],
        more=max(0, len(records) - _MOST_RECORDS),
    )


def marked(token: Token, kind: str = "claim") -> str:
    """A verdict's sign and word: "✗ contradicted", of a pledge "✗ contradicted by the record"."""
    return f"{TOKEN_MARKS[token]} {(PLEDGE_LABELS if kind == 'pledge' else TOKEN_LABELS)[token]}"


def records_of(verdict: Verdict) -> tuple[RecordView, ...]:
    """What a claim was held against: then and now side by side, the deciding first.

    Ways of counting that come to the same are one record.
    """
    leading = verdict.references[0].quantity if verdict.references else ""
    alike: dict[_Said, list[CountedView]] = {}
    for then, now in _then_and_now(verdict):
        one = then or now
        assert one is not None
        quantity = None if one.quantity == leading or one.basis.startswith(one.quantity) else in_print(one.quantity)
        newest = _figure(now) if now and not _says_the_same(then, now) else None
        ways = alike.setdefault((_figure(then) if then else None, newest, quantity), [])
        ways.append(CountedView(in_print(one.basis), source_words(one.source)))
    return tuple(
        RecordView(then, now, quantity, tuple(ways[:_MOST_WAYS]), max(0, len(ways) - _MOST_WAYS))
        for (then, now, quantity), ways in alike.items()
    )


def records_in_words(verdict: Verdict) -> list[str]:
    """Every record of a verdict, each on a line."""
    return [record_in_words(record) for record in records_of(verdict)]


def record_in_words(record: RecordView) -> str:
    """``28.9 % in 2019 (close), newest 31.5 % in 2023 (contradicted): CO₂ of fossil fuels …; Global Carbon Budget``."""
    figures = [_figure_words(record.then)] if record.then else []
    figures += [f"newest {_figure_words(record.now)}"] if record.now else []
    ways = [f"{way.basis}; {way.source}" for way in record.counted]
    ways += [count(record.more, "other way of counting", "other ways of counting")] if record.more else []
    what = f"{record.quantity}: " if record.quantity else ""
    return f"{', '.join(figures)}: {what}{' / '.join(ways)}"


def _figure_words(figure: FigureView) -> str:
    year = f" in {figure.year}" if figure.year else ""
    return f"{figure.words}{year} ({TOKEN_LABELS[figure.token]})"


def _then_and_now(verdict: Verdict) -> list[tuple[Reference | None, Reference | None]]:
    """References of one way of counting and one source in pairs, in their order."""
    rows: list[tuple[Reference | None, Reference | None]] = []
    waiting: dict[_Place, int] = {}
    for reference in verdict.references:
        place = (reference.party, reference.quantity, reference.basis, reference.source)
        if reference.as_of == "then":
            waiting.setdefault(place, len(rows))
            rows.append((reference, None))
        elif place in waiting:
            row = waiting.pop(place)
            rows[row] = (rows[row][0], reference)
        else:
            rows.append((None, reference))
    return rows


def in_print(words: str) -> str:
    """Words of the checker as they are printed."""
    return _MINUS.sub("−", words.replace("CO2", "CO₂").replace("N2O", "N₂O").replace("CH4", "CH₄").replace("'", "’"))


def _figure(reference: Reference) -> FigureView:
    """A figure with its year; a fact tells its days itself."""
    fact = reference.value is None
    words = reference.fact if fact else figure_words(reference.value or 0.0, reference.unit)
    dated = not fact or (reference.unit is not None and words[:1].isdigit())
    return FigureView(
        words=in_print(words),
        year=reference.year if dated else None,
        value=reference.value,
        unit=reference.unit,
        token=reference.holds,
    )


def _says_the_same(then: Reference | None, now: Reference) -> bool:
    """Whether the newest record of a fact is the one of the claim's time."""
    return then is not None and then.value is None and (then.fact, then.holds) == (now.fact, now.holds)
