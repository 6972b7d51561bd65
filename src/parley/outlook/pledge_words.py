"""A pledge of an outlook in a few words."""

from __future__ import annotations

from parley.pathways.pledge import PathwayPledge

_KINDS = {"net_zero": "net zero", "reduction": "cut", "peak": "peak"}
_BILLION = 1e9


def pledge_in_words(pledge: PathwayPledge) -> str:
    """What a pledge says, briefly: ``cut 65 % by 2030 from 2005 (intensity)``."""
    parts = [_KINDS.get(pledge.kind, pledge.kind.replace("_", " "))]
    ends = [_number(end) for end in dict.fromkeys((pledge.low, pledge.high)) if end is not None]
    if ends:
        parts.append(f"{'–'.join(ends)} {pledge.unit or ''}".strip())
    if pledge.target_year:
        parts.append(f"{pledge.qualifier or 'by'} {pledge.target_year}")
    if pledge.base_year:
        parts.append(f"from {pledge.base_year}")
    said = [word.replace("_", " ") for word in (pledge.basis, pledge.gas) if word]
    return " ".join(parts) + (f" ({', '.join(said)})" if said else "")


def _number(value: float) -> str:
    return f"{value / _BILLION:g} billion" if value >= _BILLION else f"{value:g}"
