"""Notes by which a document corrects, clarifies, updates or withdraws itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, cast

from parley.reading.context import Context, Sentence
from parley.reading.lexicon import load, words
from parley.records import Correction, Report
from parley.terms.parties import find_names

_WORDS = re.compile(r"[^\W\d_]{3,}(?:'s)?|\d+(?:[.,]\d+)*")
_COMMON = words("corrections", "common")
_SHARED_WORDS = 2

Nature = Literal["correction", "clarification", "update", "retraction"]


def read_corrections(context: Context) -> Iterator[Correction]:
    """Each correction note as one record, its sentences together."""
    index = 0
    sentences = context.sentences
    while index < len(sentences):
        if not _is_note(context, sentences[index]):
            index += 1
            continue
        last = index
        while last + 1 < len(sentences) and _belongs(context, sentences[last], sentences[last + 1]):
            last += 1
        quote = context.quote(sentences[index].start, sentences[last].end)
        yield Correction(document=context.document.id, quotes=(quote,), nature=_nature(quote.exact))
        index = last + 1


def _is_note(context: Context, sentence: Sentence) -> bool:
    text = sentence.text.strip()
    return any(note.search(text) for note in _patterns("notes")) and context.quotation_at(sentence.start + 1) is None


def _belongs(context: Context, note: Sentence, following: Sentence) -> bool:
    """The note goes on: in its paragraph, or with a sentence that is itself the wording of one."""
    between = context.text[note.start : following.start].strip()
    if _is_note(context, following) or note.text.rstrip().endswith(":"):
        return "\n\n" not in between
    (goes_on,), (sets_right,) = _patterns("goes_on"), _patterns("sets_right")
    text = following.text.strip()
    same_paragraph = "\n" not in between and "\n" not in note.text
    return same_paragraph and goes_on.match(text) is not None and sets_right.search(text) is not None


def _nature(text: str) -> Nature:
    natures: dict[str, str] = load("corrections")["natures"]
    found = (nature for nature, wording in natures.items() if re.search(wording, text, re.IGNORECASE))
    return cast(Nature, next(found, "correction"))


def touched_by(correction: Correction, reports: Iterable[Report]) -> tuple[str, ...]:
    """Ids of the reports of the same document that a note is about: what it names and speaks of stands in their words.

    Two words of the note, one of them a name or a number, have to stand in a report's quotes; its Party, by whatever
    name, is one of the two; common words do not count. A note that names Parties is about records of theirs only. One
    that withdraws the document is about all of them.
    """
    if any(wording.search(correction.quote.exact) for wording in _patterns("withdraws")):
        return tuple(report.id for report in reports)
    parties = [name for name in find_names(correction.quote.exact) if name.form != "metonym"]
    named = {name.code for name in parties}
    rest = correction.quote.exact
    for name in reversed(parties):
        rest = f"{rest[: name.start]} {rest[name.end :]}"
    note = _telling_words(rest) | named
    names = {word for word in note if not word.islower()}
    shared = {report.id: note & _words_of(report) for report in reports if not named or named & set(_about(report))}
    return tuple(number for number, both in shared.items() if len(both) >= _SHARED_WORDS and both & names)


def _words_of(report: Report) -> set[str]:
    """The telling words of a report: of its quotes and of the people it is about, and the codes of its Parties."""
    about = _about(report)
    return _telling_words(" ".join((*(quote.exact for quote in report.quotes), *about))) | set(about)


def _about(report: Report) -> tuple[str, ...]:
    """The Parties and people a report is about."""
    fields = (getattr(report, name, None) for name in ("party", "subject", "parties", "people"))
    return tuple(name for value in fields if value for name in ((value,) if isinstance(value, str) else value))


def _telling_words(text: str) -> set[str]:
    return {word.removesuffix("'s") for word in _WORDS.findall(text.replace("’", "'"))} - _COMMON


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    """The wordings under ``key``, with the names of documents and the verbs of error put in."""
    lexicon = load("corrections")
    wordings = lexicon[key] if isinstance(lexicon[key], list) else [lexicon[key]]
    story, wrong = (f"(?:{'|'.join(lexicon[words])})" for words in ("stories", "wrong"))
    filled = (wording.replace("{story}", story).replace("{wrong}", wrong) for wording in wordings)
    return tuple(re.compile(wording, re.IGNORECASE) for wording in filled)
