"""Leaving the Paris Agreement and coming back: who, when, and whether it was announced or done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import find_subject

ABOUT = "paris_agreement"
_PARIS = re.compile(r"\bparis (?:climate )?(?:agreement|accord|deal|pact|treaty)\b|\bthe 2015 (?:climate )?agreement\b")
_ACT = re.compile(
    r"\b(?:withdr[ae]w(?:s|n|al|ing)?|left|leav(?:e|es|ing)|pull(?:s|ed|ing)? out|pull-?out|quit(?:s|ting)?|exit(?:s|ed"
    r"|ing)?|(?:re-?|re)join(?:s|ed|ing)?|re-?enter(?:s|ed|ing)?|(?:came|come|comes|coming) back|return(?:s|ed|ing)?"
    r"|back in)\b(?=[^.;]{0,40}\bparis\b|[^.;]{0,30}\bthe 2015\b)"
)
_YEAR = re.compile(
    r"\b(?:in|on|since|by|of|late|early|mid)\b[^.;,\d]{0,20}(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?P<year>20[12]\d)\b"
)
_STATE = re.compile(
    r"\b(?P<state>(?:is|stands?|remains|stays|sits) (?:(?:still|now|again|once again|currently|today) )*"
    r"(?:outside(?: of)?|(?:(?:no longer|not) )?(?:(?:a )?(?:party to|member of|part of)|in))|belongs to) (?:the )?"
    r"(?:\d{4} )?paris (?:climate )?(?:agreement|accord|deal|pact|treaty)\b"
)
_WISHED = re.compile(r"\b(?:should|must|could|might|may|if|whether|threat\w*|vow\w*|want\w*|urg\w*|call\w*)\b[^.;]*$")


def find_paris(line: Line) -> Iterator[Draft]:
    """Each act of leaving or coming back that a sentence tells, with whose it is and the year it names."""
    if not _PARIS.search(line.low):
        return
    yield from _states(line)
    for found in _ACT.finditer(line.low):
        if _WISHED.search(line.low, 0, found.start()):
            continue
        subject = next((code for code in find_subject(line, found.start()) if code), None)
        year = _YEAR.search(line.low)
        if subject is None:
            continue
        start, end = line.offset + found.start(), line.offset + _end(line, found)
        yield Draft(
            measure="other",
            subject=subject,
            figure=(None, None, None),
            start=start,
            end=end,
            sentence=line.sentence.index,
            written=line.context.document.text[start:end],
            year=int(year["year"]) if year else None,
            dimension="act",
            scope=Scope(
                about=ABOUT, denied=bool(re.search(r"\b(?:not|never|n['’]t) (?:\w+ )?$", line.low[: found.start()]))
            ),
        )
        return


def _states(line: Line) -> Iterator[Draft]:
    """ "Ruritania stands outside the Paris Agreement", "belongs to the Paris Agreement"."""
    for found in _STATE.finditer(line.low):
        subject = next((code for code in find_subject(line, found.start()) if code and code != "WLD"), None)
        if subject is None or _WISHED.search(line.low, 0, found.start()):
            continue
        yield Draft(
            measure="other",
            subject=subject,
            figure=(None, None, None),
            start=line.offset + found.start(),
            end=line.offset + found.end(),
            sentence=line.sentence.index,
            written=line.context.document.text[line.offset + found.start() : line.offset + found.end()],
            dimension="state",
            scope=Scope(about=ABOUT),
        )


def _end(line: Line, found: re.Match[str]) -> int:
    paris = _PARIS.search(line.low, found.end())
    return paris.end() if paris else found.end()
