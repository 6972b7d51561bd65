"""One record as a page of text: what it is, its fields, and the words it rests on in their context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

from parley.cli.output import console
from parley.cli.plain import plain
from parley.cli.words import attribution_words, interval_words, joined
from parley.records import Attribution, Document, Quote, Report
from parley.records.base import Record
from parley.records.linked import Linked
from parley.terms.when import Interval

_CONTEXT_CHARACTERS = 160
# Shown elsewhere on the page, or not for people.
_LEFT_OUT = frozenset({"id", "quotes", "reports", "text", "offsets", "document"})


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document with what stands around them."""

    where: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Page:
    """A heading, fields with their values, and passages."""

    heading: str
    fields: Sequence[tuple[str, str]]
    passages: Sequence[Passage] = ()


def fields_of(record: Record) -> list[tuple[str, str]]:
    """The fields of a record that say something."""
    values = (
        (name, _value_words(getattr(record, name))) for name in type(record).model_fields if name not in _LEFT_OUT
    )
    return [(name.replace("_", " "), words) for name, words in values if words]


def report_page(report: Report, document: Document, history: Iterable[tuple[str, str]]) -> Page:
    """A report with all its quotes."""
    fields = [*fields_of(report), *history]
    passages = [passage(quote, document) for quote in report.quotes]
    return Page(f"{report.kind_of_report} {report.id}", fields, passages)


def linked_page(
    kind: str,
    record: Linked,
    evidence: Iterable[tuple[Report, Document]],
    notes: Iterable[tuple[Report, Document]] = (),
) -> Page:
    """An event, a pledge, a person or a conflict, with a quote of each report that it joins.

    ``notes`` are corrections that bear on it.
    """
    passages = [passage(report.quote, document, f"{report.id} in ") for report, document in evidence]
    passages += [passage(note.quote, document, f"corrected by {note.id} in ") for note, document in notes]
    return Page(f"{kind} {record.id}", fields_of(record), passages)


def passage(quote: Quote, document: Document, whose: str = "") -> Passage:
    """A quote with the text around it; with its own context where the text was cleaned otherwise since."""
    where = f"{whose}{document.source} ({interval_words(document.published) or 'undated'}), {quote.start}-{quote.end}"
    text = document.text
    if text[quote.start : quote.end] != quote.exact:
        return Passage(where, quote.prefix, quote.exact, quote.suffix)
    before = text[max(0, quote.start - _CONTEXT_CHARACTERS) : quote.start]
    after = text[quote.end : quote.end + _CONTEXT_CHARACTERS]
    if quote.start > _CONTEXT_CHARACTERS:
        before = "…" + before[before.find(" ") + 1 :]
    if quote.end + _CONTEXT_CHARACTERS < len(text):
        after = after[: after.rfind(" ") + 1] + "…"
    return Passage(where, before, quote.exact, after)


def write_page(page: Page) -> None:
    """Write a page to standard output; the words quoted stand out, in a pipe between » and «."""
    out = console()
    out.print(Text(plain(page.heading), style="bold"))
    width = max((len(name) for name, _ in page.fields), default=0)
    for name, words in page.fields:
        out.print(Text(f"  {name:<{width}}  {plain(words)}"))
    for part in page.passages:
        out.print()
        out.print(Text(plain(part.where), style="dim"))
        out.print(_marked(part, out.is_terminal))


def _marked(part: Passage, terminal: bool) -> Text:
    before, after = (plain(f"|{side}|")[1:-1] for side in (part.before, part.after))
    marks = ("", "") if terminal else ("»", "«")
    return Text.assemble(before, (f"{marks[0]}{plain(part.words)}{marks[1]}", "bold reverse"), after)


def _value_words(value: object) -> str:
    match value:
        case None | False | "" | ():
            return ""
        case True:
            return "yes"
        case Interval():
            return interval_words(value)
        case Attribution():
            return " ".join(
                part for part in (attribution_words(value), f"({value.party})" if value.party else "") if part
            )
        case float():
            return f"{value:,.10g}"
        case tuple():
            return joined(_value_words(part) for part in value)
        case Record() if type(value).__str__ is Record.__str__:
            return ", ".join(_value_words(getattr(value, name)) for name in type(value).model_fields)
    return str(value)
