"""What a record could be merged with: others of its kind that hold some words, or that resemble it."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from parley.errors import UsageError
from parley.web.addresses import address_of
from parley.web.catalogue.catalogue import Catalogue, Match
from parley.web.models.judgement import Candidate

_MOST = 12
_MOST_WORDS = 8
_SHORTEST_WORD = 3


def candidates_for(catalogue: Catalogue, kind: str, item_id: str, words: str) -> tuple[Candidate, ...]:
    """Others of a ``kind`` by ``words`` or by an id; without words those whose titles share most with the record's."""
    words = words.strip()
    if kind in catalogue.kinds_of(words):
        whole = json.loads(catalogue.get(kind, words))
        found = [Match(kind, words, title_of(whole), "", ())]
    elif any(character.isalnum() for character in words):
        found = _search(catalogue, kind, f"{words}*" if words[-1].isalnum() else words)
    elif item_id and kind in catalogue.kinds_of(item_id):
        found = _alike(catalogue, kind, item_id)
    else:
        found = []
    return tuple(_candidate(match, catalogue) for match in found if match.id != item_id)[:_MOST]


def _search(catalogue: Catalogue, kind: str, words: str) -> list[Match]:
    try:
        return catalogue.search(words, kinds=[kind], limit=_MOST + 1)[1]
    except UsageError:
        return []


def _alike(catalogue: Catalogue, kind: str, item_id: str) -> list[Match]:
    """Those that share most words of the title, which are looked for one by one."""
    title = title_of(json.loads(catalogue.get(kind, item_id)))
    words = dict.fromkeys(word for word in title.replace("’s ", " ").split() if len(word) >= _SHORTEST_WORD)
    shared: Counter[str] = Counter()
    matches: dict[str, Match] = {}
    for word in list(words)[:_MOST_WORDS]:
        for match in _search(catalogue, kind, word):
            shared[match.id] += 1
            matches.setdefault(match.id, match)
    return sorted(matches.values(), key=lambda match: -shared[match.id])


def _candidate(match: Match, catalogue: Catalogue) -> Candidate:
    whole = json.loads(catalogue.get(match.kind, match.id))
    return Candidate(
        id=match.id, title=match.title, address=address_of(match.kind, match.id), facts=" · ".join(_facts(whole))
    )


def _facts(whole: dict[str, Any]) -> list[str]:
    """What tells a record from others of the same title."""
    date = whole.get("date") or whole.get("since")
    told = [
        date["words"] if isinstance(date, dict) else None,
        whole.get("place"),
        whole.get("status_label") or whole.get("firmness_label"),
        whole["party"]["name"] if isinstance(whole.get("party"), dict) else None,
        *[role["role"] for role in whole.get("roles", ())[:1]],
    ]
    reports = len(whole.get("reports", ()))
    return [*(words for words in told if isinstance(words, str)), f"{reports} report{'s' * (reports != 1)}"]


def title_of(whole: dict[str, Any]) -> str:
    """What a record is called, from its JSON."""
    return str(whole.get("title") or whole.get("name") or whole.get("words") or whole["id"])
