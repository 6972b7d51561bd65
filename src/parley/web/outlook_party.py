"""A Party's pathway as a page shows it: history, current policy and what its pledges make of it, with every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.briefing.outlook_words import flags_in_words, level_in_words, net_zero_in_words, subscript
from parley.briefing.pledges import FIRMNESS_LABELS
from parley.briefing.prose import party_heading
from parley.errors import RecordNotFound
from parley.inventory.series import Source
from parley.outlook.outlook import MT_IN_GT
from parley.outlook.pledge_words import pledge_in_words
from parley.pathways.axes import FIRST_YEAR, LAST_YEAR, FloatArray, place
from parley.pathways.base import party_base
from parley.pathways.pathway import Pathway
from parley.pathways.pledge import PathwayPledge
from parley.web.models.common import PartyView
from parley.web.models.outlook import MissingLevel, OutlookPartyPage, OutlookSeries, PathwayStep
from parley.web.outlook_drawing import draw_party, plot_for
from parley.web.outlook_runs import Ran
from parley.web.outlook_told import gt_words, scenario_words

_YEARS = (1990, 2005, 2015, 2030, 2035, 2040, 2050, LAST_YEAR)


def party_page(ran: Ran, party: str) -> OutlookPartyPage:
    """The pathway of a Party. Raises RecordNotFound for what has none."""
    outlook = ran.outlook
    if party not in outlook.world.pathways:
        raise RecordNotFound(f"{party} has no pathway of its own; members of the European Union are within EUU")
    pathway = outlook.pathway(party)
    known = outlook.choices.data_year
    central, strong, weak = (world.pathways[party].total()[0] / MT_IN_GT for world in (outlook.world, *outlook.ends))
    current = outlook.current_policy.pathways[party].total()[0] / MT_IN_GT
    series = OutlookSeries(
        first_year=FIRST_YEAR,
        known=known,
        emissions=_rounded(central),
        emissions_low=_rounded(strong),
        emissions_high=_rounded(weak),
        warming={},
    )
    name = party_heading(party)
    plot = plot_for([*central, *strong, *weak, *current])
    targets = [(pledge.target_year, _at(central, pledge.target_year)) for pledge in _followed(pathway)]
    return OutlookPartyPage(
        party=PartyView(party, name),
        address=ran.scenario.address,
        name=scenario_words(ran),
        out=party in outlook.withdrawn,
        summary=_summary(name, central, current, known),
        panel=draw_party(
            plot, name, series, _rounded(current), _dated(targets), _summary(name, central, current, known)
        ),
        columns=("", *(str(year) for year in _years(known))),
        rows=tuple(
            (label, *(_cell(_at(values, year)) for year in _years(known)))
            for label, values in (
                ("Under pledges", central),
                ("Targets at their strong end", strong),
                ("Targets at their weak end", weak),
                ("Policies of today", current),
            )
        ),
        net_zero=pathway.net_zero.target_year if pathway.net_zero else None,
        pledges=tuple(_steps(pathway, ran)),
        missing=tuple(_missing(pathway, ran)),
        flags=flags_in_words(pathway.flags),
        data=tuple(f"{source}: {source.citation}" for source in _sources(party, known)),
    )


def _steps(pathway: Pathway, ran: Ran) -> Iterator[PathwayStep]:
    choices = ran.outlook.choices
    for level in pathway.levels:
        words = level_in_words(level, choices)
        yield _step(level.pledge, ran, words, map(subscript, level.steps), flags_in_words(level.flags))
    if (zero := pathway.net_zero) is not None:
        yield _step(zero, ran, net_zero_in_words(pathway, zero.target_year or LAST_YEAR, choices), (), ())


def _step(pledge: PathwayPledge, ran: Ran, level: str, steps: Iterable[str], flags: tuple[str, ...]) -> PathwayStep:
    return PathwayStep(
        id=pledge.id,
        words=subscript(pledge_in_words(pledge)),
        firmness="wished" if pledge.origin == "wish" else pledge.firmness,
        firmness_label="your change" if pledge.origin == "wish" else FIRMNESS_LABELS[pledge.firmness],
        level=level,
        steps=tuple(steps),
        flags=flags,
        source="" if pledge.origin == "wish" else pledge.source,
        quotes=ran.quotes.get(pledge.id, ()),
    )


def _missing(pathway: Pathway, ran: Ran) -> Iterator[MissingLevel]:
    for each in pathway.not_quantified:
        yield MissingLevel(id=each.pledge.id, words=pledge_in_words(each.pledge), reason=subscript(each.reason))
    for pledge in ran.outlook.left_out:
        if pledge.party == pathway.party:
            reason = f"it does not count under these choices ({FIRMNESS_LABELS[pledge.firmness].lower()})"
            yield MissingLevel(id=pledge.id, words=pledge_in_words(pledge), reason=reason)


def _summary(name: str, central: FloatArray, current: FloatArray, known: int) -> str:
    now, then = _at(central, known), _at(central, 2050)
    beside = _at(current, 2050)
    return (
        f"{name} emitted {gt_words(now, 2)} in {known}. Under its pledges it emits {gt_words(then, 2)} in 2050; "
        f"under the policies of today {gt_words(beside, 2)}."
    )


def _followed(pathway: Pathway) -> tuple[PathwayPledge, ...]:
    return pathway.pledges


def _dated(targets: Iterable[tuple[int | None, float]]) -> list[tuple[int, float]]:
    return [(year, value) for year, value in targets if year is not None]


def _years(known: int) -> tuple[int, ...]:
    return tuple(sorted({*_YEARS, known}))


def _at(values: FloatArray, year: int | None) -> float:
    return float(values[place(min(max(year or LAST_YEAR, FIRST_YEAR), LAST_YEAR))])


def _sources(party: str, known: int) -> Iterable[Source]:
    return dict.fromkeys(party_base(party, known).sources.values())


def _cell(gt: float) -> str:
    words = f"{gt:.2f}"
    return words.replace("-", "−") if float(words) else "0.00"


def _rounded(values: FloatArray) -> tuple[float, ...]:
    return tuple(round(value, 4) for value in values.tolist())
