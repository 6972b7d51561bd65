"""What a sentence asserts beside what was read of it: a part borne out must not stand for the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parley.checking.power_sources import OVER, REST
from parley.reading.numbers import find_numbers
from parley.records import Claim, Pledge, Report
from parley.terms.parties import is_group

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PLACE = re.compile(
    r"\b(?:in|into|takes?|took|taking|holds?|held|holding|occup\w+) (?:the |a )?(?:distant |close )?"
    rf"({'|'.join(_PLACES)})"
    rf"\b(?= (?:place|spot|position|rank)\b|[,.;]|$)|\b({'|'.join(_PLACES)})[- ](?:largest|biggest|highest|worst)\b"
    rf"|\b(?:ranks?|ranked|placed|came|comes|coming|being|is|was) ({'|'.join(_PLACES[1:])})\b(?! (?:only|time))"
    rf"|, ({'|'.join(_PLACES)})\b(?= (?:only |just )?(?:behind|after|to)\b)"
    rf"|\b[A-Z]\w+ ({'|'.join(_PLACES[1:])})\b(?= (?:in|on|among)\b|[,.;]|$)"
)
_NEXT = re.compile(r"\b(?:followed (?:\w+ )?by|then (?:came|comes|come)|next (?:came|comes|is|was))\b")
_THAN = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|bigger|greater)\b[^.;]{0,60}? than "
    r"(?:(?:that|those|what|did|does|do|in|of|by) )*(?:the )?"
    r"(?:[A-Z]|any other|all other|every other|rest of|whole|two(?![- ](?:thirds|fifths))|other|both|bloc|anyone"
    r"|any\b|world|next)"
)
_BUT_FOR = re.compile(
    r"\b(?:[Aa]fter|[Bb]ehind|[Aa]part from|[Bb]esides|[Ee]xcept(?: for)?|[Oo]ther than|[Nn]ext to) "
    r"(?:the )?[A-Z][^,;]{1,40},? (?:the|its) (?:largest|biggest|highest|main|top|worst)\b"
)
_ONLY = re.compile(
    r"\b(?:[Oo]nly|[Nn]o one but|[Nn]obody but) (?:the )?[A-Z][^,;]{1,50} (?:more|less|higher|lower|larger)\b"
)
_SINCE = re.compile(r"\bsince (?:the year )?((?:19|20)\d\d)\b")
_ALIKE = re.compile(r"(?:^|, )(?:[Ll]ike|[Uu]nlike|[Jj]ust as) (?:the )?[A-Z][^,;]{1,40},|\b(?:each|apiece|too)\b")
_LEAST = re.compile(r"\b(?:smallest|lowest|least)\b")
_NEXT_TO = re.compile(r"\b(?:behind|trailing|ahead of|after) (?:only |just )?(?:the )?(?=[A-Z])")
_AHEAD = re.compile(r"\b(?:ahead of|just behind|right behind|second only to) (?:the )?(?=[A-Z])")
_SUMMED = re.compile(
    r"\b(?:combined|put together|taken together|added together|all told|together(?! with)|jointly|collectively)\b", re.I
)
_REST = re.compile(r"\brest of the (?:world|planet)\b|\b(?:all )?other (?:countries|nations)\b", re.I)
_AMOUNT = re.compile(
    r"(?<![\w.,])(?:(?P<digits>\d+(?:[.,]\d+)*)|(?P<word>half|an? (?:third|quarter|fifth|sixth|tenth)|two[- ]thirds"
    r"|three[- ]quarters|one in \w+))"
    r"(?(digits)[- ]?(?:%|per ?cent|percent\b|(?:thousand |million |billion |trillion )?(?:metric )?(?:tonnes|tons)\b"
    r"|(?:giga|mega|tera)?watts?\b|[GMT]W\b|[GM]t(?:CO2e?)?\b|gigatonnes\b|megatonnes\b|times\b)| (?:of|as)\b)"
)
_MULTIPLE = re.compile(
    r"\b(?:[Tt]wice|[Tt]hrice|[Dd]ouble|[Tt]riple|[Tt]reble)\b(?= (?:the|that|those|as|what|its|their|[A-Z]))"
    r"|\b(?:[Qq]uadrupl|[Qq]uintupl|[Ss]extupl|[Ss]eptupl|[Oo]ctupl)(?:ed|ing|es)\b"
)
# What a part must be of to be a figure: "half of them" is none.
_OF_A_FIGURE = re.compile(
    r"(?! (?:them|these|those|it|us|which|whom)\b(?! (?:emissions|gases)))(?=[^.;]{0,60}?\b(?:emi\w+|CO2"
    r"|carbon|gas(?:es)?|coal"
    r"|oil|electricity|power|energy|people|population|humanity|econom\w+|GDP|output|capacity|plants|fleet"
    r"|total|world|global"
    r"|average|what|level\w*|much|many|high|large|that|those|[A-Z]\w+['’]s)\b)"
)
_OF_FIGURES = frozenset(
    (
        *("emissions", "emissions_share", "rank_emitter", "rank_economy", "cumulative", "ratio", "change"),
        *("per_capita", "coal_share", "coal_capacity", "renewables", "electricity_share", "energy_share", "other"),
    )
)


def unread_beside(claim: Claim, words: str, beside: Sequence[Report]) -> str | None:
    """What ``words``, the sentence of a claim, assert that none of the reports ``beside`` it says; None for nothing."""
    if claim.measure not in _OF_FIGURES:
        return None
    return next(_unread(words, [each for each in beside if isinstance(each, Claim | Pledge)]), None)


def _unread(words: str, reports: Sequence[Claim | Pledge]) -> Iterator[str]:
    claims = [report for report in reports if isinstance(report, Claim)]
    ranked = {claim.low for claim in claims if (claim.unit or "").startswith("rank")}
    for found in _PLACE.finditer(words):
        place = next(group for group in found.groups() if group)
        if _PLACES.index(place) + 1 not in ranked:
            yield found.group()
    if (following := _NEXT.search(words)) and len(ranked) == 1:
        yield following.group()
    if not any(place is not None and place > 1 for place in ranked):
        yield from (found.group() for found in _BUT_FOR.finditer(words))
    yield from (found.group() for found in _ONLY.finditer(words) if not ranked)
    yield from _about_ranks(words, claims, ranked)
    each_alone = sum(bool(claim.against) and not claim.subjects for claim in claims) > 1
    if any(len(claim.subjects) > 1 or claim.against for claim in claims) and not each_alone:
        a_head = any("per_capita" in (claim.measure, claim.about) for claim in claims)
        yield from (
            found.group().strip(" ,")
            for found in _ALIKE.finditer(words)
            if not (a_head and found.group() in ("each", "apiece"))
        )
    yield from (claim.written or "" for claim in claims if claim.measure == "ratio" and not claim.against)
    compared = ranked or any(claim.against for claim in claims)
    if not compared and not any((claim.unit or "").startswith("% of world") for claim in claims):
        yield from (found.group() + "…" for form in (_THAN, _AHEAD) for found in form.finditer(words))
    summed = None if _REST.search(words) else _SUMMED.search(words)
    if summed and not any(_sums(claim) or claim.about == "cumulative" or _is_of_rest(claim) for claim in claims):
        yield summed.group()
    yield from _amounts(words, reports)
    yield from _held_since(words, claims)


def _about_ranks(words: str, claims: Sequence[Claim], ranked: set[float | None]) -> Iterator[str]:
    """What is said beside a place: who is next to it, what is smallest."""
    if not ranked:
        return
    yield from (found.group() for found in _LEAST.finditer(words))
    if len(ranked) == 1 and 1 not in ranked and not any(claim.against for claim in claims):
        yield from (found.group().strip() for found in _NEXT_TO.finditer(words))


def _held_since(words: str, claims: Sequence[Claim]) -> Iterator[str]:
    """Since when a place among emitters is held; last of all, for it can be looked up."""
    if not any(claim.measure == "rank_emitter" for claim in claims):
        return
    counted_from = {claim.base_year for claim in claims}
    if not any(claim.about == "cumulative" for claim in claims):
        yield from (found.group() for found in _SINCE.finditer(words) if int(found[1]) not in counted_from)


def _is_of_rest(claim: Claim) -> bool:
    """Whether one source is compared with all others together."""
    return (claim.about or "").endswith(OVER + REST)


def _sums(claim: Claim) -> bool:
    several = len(claim.subjects) > 1 or len(claim.against) > 1 or claim.subject is None
    blocs = (claim.subject or "", *claim.against)
    return claim.together or several or any(code == "EUU" or is_group(code) for code in blocs)


def _amounts(words: str, reports: Sequence[Claim | Pledge]) -> Iterator[str]:
    """The amounts with a unit that no report gives."""
    written = " ".join(report.written or "" for report in reports if isinstance(report, Claim)).lower()
    pledged = [value for report in reports if isinstance(report, Pledge) for value in (report.low, report.high)]
    figures = frozenset(re.findall(r"\d+(?:[.,]\d+)*", written))
    again = {number.start for number in find_numbers(words) if number.same_as and number.same_as[0] < number.start}
    for found in _MULTIPLE.finditer(words):
        if found.group().lower() not in written:
            yield found.group()
    for found in _AMOUNT.finditer(words):
        digits = found["digits"]
        if digits is None:
            if found["word"].lower() not in written and _OF_A_FIGURE.match(words, found.end()):
                yield found.group()
        elif digits not in figures and found.start() not in again and float(digits.replace(",", "")) not in pledged:
            yield found.group()
