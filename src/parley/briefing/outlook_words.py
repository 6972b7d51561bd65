"""The outlook in words: sentences that can be quoted, and what stands in its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from parley.briefing.dates import span_in_words
from parley.briefing.outlook_sums import Sums
from parley.briefing.prose import capitalised, count
from parley.climate.fan_layout import percent
from parley.outlook.headline import degrees
from parley.outlook.odds import THRESHOLDS_K
from parley.outlook.outlook import Outlook
from parley.outlook.remarks import is_binding
from parley.outlook.told_pledges import Told
from parley.pathways.axes import LAST_YEAR, place, total
from parley.pathways.base import party_base
from parley.pathways.choices import Choices
from parley.pathways.pathway import Level, Pathway

SEEN_K = 0.005
"""What two digits show."""
_NONE_K = 1e-6
_NOTHING = 0.01
"""What share of today counts as net zero reached."""
_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_NO_LEVEL = {
    "finance": "Money has no level of emissions",
    "share": "A share of electricity or energy has no level of emissions of its own",
    "capacity": "Capacity has no level of emissions of its own",
    "phase_out": "The end of one use has no level of emissions as a whole",
    "temperature_goal": "A goal for warming is no level of emissions",
    "other": "No level of emissions as a whole follows from it",
}
_FIFTEEN, _TWENTY = (THRESHOLDS_K.index(threshold) for threshold in (1.5, 2.0))


def of_warming(sums: Sums) -> Iterator[str]:
    """What the pledges of record come to, and what there would be without them."""
    record, current = sums.record, sums.current
    yield (
        f"If every pledge on record on {in_words(sums.day)} is kept, those of net zero with the others, the world is "
        f"{degrees(record.median(LAST_YEAR))} °C warmer in {LAST_YEAR} than in 1850–1900, {_peak(record)}. That is the "
        f"median; two chances in three are for less than {degrees(record.likely(LAST_YEAR))} °C in {LAST_YEAR}."
    )
    yield (
        f"The odds of never passing 1.5 °C are {percent(record.warming.below[_FIFTEEN])}, of never passing 2 °C "
        f"{percent(record.warming.below[_TWENTY])}."
    )
    yield (
        f"With the policies of today and no pledges {LAST_YEAR} is {degrees(current.median(LAST_YEAR))} °C warmer, and "
        f"the odds of never passing 2 °C are {percent(current.warming.below[_TWENTY])}."
    )


def of_repeated(sums: Sums) -> str:
    """What those pledges are worth that the book of record has already."""
    repeated = len(sums.repeated)
    if not repeated:
        return "None of the pledges in these documents repeats one that is on record."
    them = "it" if repeated == 1 else "them"
    again = f"{count(repeated, 'pledge')} in these documents {'is' if repeated == 1 else 'are'} on record already"
    if abs(sums.repeated_k) < SEEN_K:
        return f"{again}; without {them} {LAST_YEAR} would be as warm, to 0.01 °C."
    more = "warmer" if sums.repeated_k < 0 else "cooler"
    return f"{again}; without {them} {LAST_YEAR} would be {abs(sums.repeated_k):.2f} °C {more}."


def of_new(sums: Sums) -> str:
    """What the pledges come to that are not on record; their names are before it."""
    if not sums.new:
        return "The documents add no pledge that is not on record, so that they change nothing."
    before, after = sums.record, sums.with_told
    one = len(sums.new) == 1
    if abs(sums.change_k) < SEEN_K:
        return f"Kept as well, {'it changes' if one else 'these change'} {LAST_YEAR} by less than 0.01 °C."
    do = ("makes" if one else "make", "cooler" if sums.change_k < 0 else "warmer")
    return (
        f"Kept as well, {'it' if one else 'these'} {do[0]} {LAST_YEAR} {abs(sums.change_k):.2f} °C {do[1]}, "
        f"{after.median(LAST_YEAR):.2f} °C in the median; the odds of never passing 2 °C go from "
        f"{percent(before.warming.below[_TWENTY])} to {percent(after.warming.below[_TWENTY])}."
    )


def of_others(not_counted: int, wanted: int) -> Iterator[str]:
    """How many do not enter the outlook."""
    if not_counted:
        verb = "does" if not_counted == 1 else "do"
        yield f"{count(not_counted, 'other')} {verb} not enter the sum; why is said below."
    if wanted:
        yield f"What is only urged, proposed or drafted ({count(wanted, 'entry', 'entries')}) does not count."


def book_in_words(outlook: Outlook) -> tuple[str, ...]:
    """What one book comes to, as ``outlook_view.HEADS``."""
    warming = outlook.warming
    return (
        f"{degrees(outlook.median(LAST_YEAR))} °C",
        f"{degrees(outlook.likely(LAST_YEAR))} °C",
        f"{degrees(warming.at_peak())} °C",
        percent(warming.below[_FIFTEEN]),
        percent(warming.below[_TWENTY]),
        f"{outlook.world_gtco2e(2030):.1f} GtCO₂e",
    )


def change_in_words(change_k: float) -> str:
    """``−0.08 °C``; what two digits do not show is said to be less."""
    if abs(change_k) < _NONE_K:
        return "none"
    if abs(change_k) < SEEN_K:
        return "less than 0.01 °C"
    return f"{change_k:+.2f} °C".replace("-", "−")


def reason_in_words(told: Told) -> str:
    """Why a pledge does not enter the outlook, for a heading."""
    if told.beside.standing == "no_level" and told.entry.kind in _NO_LEVEL:
        return _NO_LEVEL[told.entry.kind]
    why = _ISO.sub(lambda found: in_words(date.fromisoformat(found[0])), told.beside.why)
    return why[:1].upper() + why[1:]


def level_in_words(level: Level, choices: Choices) -> str:
    """``11.7 GtCO₂ in 2030, 12% below 2023 (fossil CO₂)``."""
    known = party_base(level.pledge.party, choices.data_year).emissions[:, place(choices.data_year)]
    today = float(known[0] if level.co2_only else total(known[:, None], land=False)[0])
    reached = float(level.mtco2e[0])
    scope = "fossil CO₂" if level.co2_only else "all gases, land use apart"
    binding = "" if is_binding(level.flags) else "; not binding"
    return f"{_tonnes(reached, level.co2_only)} in {level.year}, {_beside(reached, today, choices)} ({scope}){binding}"


def net_zero_in_words(pathway: Pathway, year: int, choices: Choices) -> str:
    """What a Party still emits, all gases with land use, in its year of net zero."""
    emitted = pathway.total()[0]
    reached, today = float(emitted[place(year)]), float(emitted[place(choices.data_year)])
    scope = "all gases with land use"
    if abs(reached) < _NOTHING * abs(today):
        return f"Nothing left in {year} ({scope})"
    if reached < 0:
        return f"{_tonnes(-reached, False)} more taken up than emitted in {year} ({scope})"
    return f"{_tonnes(reached, False)} left in {year}, {_beside(reached, today, choices)} ({scope})"


def flags_in_words(flags: Sequence[str]) -> tuple[str, ...]:
    """What to know of a level, in sentences; that it changes nothing first."""
    ordered = sorted(flags, key=lambda flag: is_binding((flag,)))
    return tuple(f"{capitalised(subscript(flag))}." for flag in ordered)


def subscript(words: str) -> str:
    """Formulas with their small digits."""
    return words.replace("CO2", "CO₂").replace("CH4", "CH₄").replace("N2O", "N₂O")


def in_words(day: date) -> str:
    """``6 September 2024``."""
    return span_in_words(day, day)


def _peak(outlook: Outlook) -> str:
    peak = outlook.warming.at_peak()
    if peak - outlook.median(LAST_YEAR) < SEEN_K:
        return "and still warming then"
    return f"after a peak of {degrees(peak)} °C"


def _tonnes(mt: float, co2_only: bool) -> str:
    unit = "CO₂" if co2_only else "CO₂e"
    words = f"{mt / 1e3:.1f} Gt{unit}" if abs(mt) >= 1e3 else f"{mt:,.0f} Mt{unit}"
    return words.replace("-", "−")


def _beside(reached: float, today: float, choices: Choices) -> str:
    if today <= 0:
        return "beside none known"
    change = 100 * (reached / today - 1)
    if abs(change) < 0.5:
        return f"as in {choices.data_year}"
    return f"{abs(change):.0f}% {'above' if change > 0 else 'below'} {choices.data_year}"
