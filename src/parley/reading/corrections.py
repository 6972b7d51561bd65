"""Notes by which a document corrects, clarifies, updates or withdraws itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from parley.reading.context import Context, Sentence
from parley.records import Correction

Nature = Literal["correction", "clarification", "update", "retraction"]

_STORY = r"(?:story|article|report|piece|version|post|column|item|copy|text|release|statement|headline|caption|page|transcript|analysis|explainer|note)"
_NOTE = re.compile(
    rf"""(?xi)
    ^\W*(?:corrections?|clarifications?|corrects?|editor['’]?s?['’]?\s+note|errat(?:um|a)|retraction|amended|updates?)\s*(?:\([^)]*\)\s*)?[:\-–—.]
    | \b(?:an?\ |the\ )?(?:earlier|previous|original|prior|initial)\s+(?:\w+\s+){{0,2}}{_STORY}\b.{{0,80}}?\b(?:said|stated|misstated|mis-stated|gave|
        understated|overstated|incorrectly|wrongly|mistakenly|erroneously|misidentified|misspelled|misspelt|misattributed|misquoted|
        contained|included|omitted|referred|reported|named|put|described|listed|quoted|had|was|implied|suggested|credited|attributed)\b
    | \b(?:this|the)\ {_STORY}\ (?:has\ been|was|were)\ (?:\w+\s+){{0,3}}(?:updated|corrected|amended|clarified|changed|revised|withdrawn|retracted|edited)\b
    | \b(?:this|the|our|an?)\ {_STORY}\s+(?:incorrectly|wrongly|mistakenly|erroneously|misstated|misidentified)\b
    | \b(?:was|were|has\ been|have\ been)\ (?:corrected|amended)\ (?:on\ \w+|to\ (?:say|reflect|show|clarify|correct|remove|state|make)|at\ \d|throughout|in\ paragraph)
    | \b(?:we|the\ (?:editors?|newspaper|paper))\ (?:regret|apologi[sz]e\ for)\b[^.]{{0,40}}\b(?:error|mistake|confusion)
    | ^\W*corrects\b
    | \bthis\ {_STORY}\ (?:corrects|updates|clarifies|amends)\b
    """
)
_GOES_ON = re.compile(
    rf"(?i)^\W*(?:this {_STORY}|the {_STORY}|it (?:has been|was|is|should|now)|that|the (?:error|figure|correct|text|date|name|number|sentence)|we |in fact|an? )"
)
_SETS_RIGHT = re.compile(
    r"(?i)\b(?:has been|have been|was|were|is|should|now|correct\w*|updated|amended|actual\w*|in fact|regret|reflect\w*|error|removed|not)\b"
)
_NATURES: tuple[tuple[Nature, re.Pattern[str]], ...] = (
    ("retraction", re.compile(r"(?i)\bretract|\bwithdrawn\b")),
    ("clarification", re.compile(r"(?i)\bclarif")),
    (
        "correction",
        re.compile(
            r"(?i)\bcorrect|\bamended|\berrat|\bmis(?:stat|ident|spel|attrib|quot)|\b(?:under|over)stated|\bwrong|\bin error|\bmistake|"
            r"\b(?:earlier|previous|original|prior|initial)\b"
        ),
    ),
    ("update", re.compile(r"(?i)\bupdat")),
)


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
    return _NOTE.search(sentence.text.strip()) is not None and context.quotation_at(sentence.start + 1) is None


def _belongs(context: Context, note: Sentence, following: Sentence) -> bool:
    """The note goes on: in its paragraph, or with a sentence that is itself the wording of one."""
    if _is_note(context, following):
        return "\n\n" not in context.doc.text[note.start : following.start].strip()
    same_paragraph = (
        "\n" not in context.doc.text[note.start : following.start].strip("\n ").replace("\r", "")
        and "\n" not in note.text
    )
    text = following.text.strip()
    return same_paragraph and bool(_GOES_ON.match(text) and _SETS_RIGHT.search(text))


def _nature(text: str) -> Nature:
    return next((nature for nature, pattern in _NATURES if pattern.search(text)), "correction")
