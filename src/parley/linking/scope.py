"""What narrows a figure in the words around it, so that two figures of different things are not held to disagree."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.records import Report

_NARROWING = re.compile(
    r"\b(?P<past>histor\w+|cumulative\w*|of all time|ever emitted|since (?:the )?(?:1[789]|20)\d\d"
    r"|industrial revolution)"
    r"|\b(?P<head>per[- ](?:capita|person|head))"
    r"|\b(?P<fuel>coal|oil|petroleum|(?:natural |fossil )?gas|fossil[- ]fuels?|nuclear|hydro\w*|wind|solar"
    r"|renewables?)\b"
    r"|\b(?P<sector>electricity|power|energy|transport\w*|industr(?:y|ial)|steel|cement|aviation|shipping|buildings?"
    r"|agricultur\w+|forest\w*|land use|methane|vehicles?|cars?|sectors?)\b"
    r"|\b(?P<count>consumption|imported|domestic|net|gross|intensity|per unit of)\b"
    r"|\b(?P<stage>planned|under construction|pipeline|new|added|additional|operating|retired|approved)\b"
    r"|\b(?P<among>develop(?:ed|ing)|advanced|Asia\w*|Europe\w*|Africa\w*|Americas?|OECD|G-?20|G-?7|Pacific|BRICS)\b"
    r"|\b(?P<part>quarter|half of (?:the )?year|first half|second half|month|months|monthly|daily|hourly)\b"
    r"|\b(?P<sum>together|combined|jointly|between them|along with|top (?:two|three|four|five))\b"
    r"|\b(?P<change>r(?:ise|ose|isen|ising)|f(?:all|ell|alling)|grow(?:n|th|ing)?|grew|increas\w+|decreas\w+|declin\w+"
    r"|dropp?\w*|more than before|higher|lower|up from|down from)\b"
    r"|\b(?P<ahead>will|would|could|expected|project\w+|forecast\w*|target\w*|goals?|aims?|by 20\d\d)\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def scope_of(report: Report) -> frozenset[str]:
    """What narrows the figure in the words that a report rests on, as lower-case words, and the years in them."""
    return _scope(report.quote.exact)


@lru_cache(maxsize=100_000)
def _scope(words: str) -> frozenset[str]:
    narrowing = {found.group().casefold().rstrip("s") for found in _NARROWING.finditer(words)}
    return frozenset(narrowing) | frozenset(_YEAR.findall(words))
