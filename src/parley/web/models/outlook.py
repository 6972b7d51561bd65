"""The outlook as pages show it: what was asked, what it comes to, what can be changed, and what it rests on."""

from __future__ import annotations

from pydantic import Field

from parley.web.models.common import Model, PartyView, Quote


class OutlookFigure(Model):
    """A figure in words: its value, its range, what else to say, and the figure of ``sources`` that it rests on."""

    id: str
    label: str
    value: str
    range: str
    note: str
    source: str


class OutlookSeries(Model):
    """Values by year from ``first_year`` on, world emissions [GtCO2e, AR6 GWP100] and warming [K above 1850–1900].

    Emissions are central and with every target at the strong and at the weak end of what it leaves open. Warming is by
    quantile in per cent: "5", "17", "50", "83", "95".
    """

    first_year: int
    known: int = Field(description="The last year of emissions that are known.")
    emissions: tuple[float, ...]
    emissions_low: tuple[float, ...]
    emissions_high: tuple[float, ...]
    warming: dict[str, tuple[float, ...]]


class OutlookNumbers(Model):
    """The headline as numbers, those of ``parley outlook --format json`` (with coal plants, where some are added).

    Warming is above 1850–1900 [K], by quantile in per cent; odds are of never passing a warming, by the warming.
    """

    warming_2100: dict[str, float]
    peak: dict[str, float]
    odds: dict[str, float]
    emissions: dict[str, float]
    net_zero_co2: int | None
    net_zero_ghg: int | None


class OutlookParty(Model):
    """A Party in the list: emissions with land use [GtCO2e] in years of the outlook, and in words.

    ``change_2050`` is what its pledges change in 2050 against current policy [GtCO2e].
    """

    party: PartyView
    share: str
    emissions: dict[str, float]
    cells: tuple[str, ...]
    change_2050: float
    address: str


class OutlookCoal(Model):
    """Coal plants added on top of the outlook, which is drawn with them."""

    party: str
    gw: float
    words: tuple[str, ...]
    warming_2100_k: float
    odds_change: dict[str, float]


class OutlookRun(Model):
    """What a scenario comes to. ``address`` is the query that holds it, ``compared`` sets it beside the start."""

    address: str
    name: str
    headline: str
    compared: str
    choices: dict[str, str]
    figures: tuple[OutlookFigure, ...]
    numbers: OutlookNumbers
    series: OutlookSeries
    parties: tuple[OutlookParty, ...]
    coal: OutlookCoal | None
    members: int
    ensemble: str
    notes: tuple[str, ...]


class Lever(Model):
    """A pledge, or the want of one, that can be changed: a switch, and a slider where ``form`` is not "".

    ``form`` is the wish with ``{}`` for the value, as ``set`` in the address has it; ``pledges`` are the ids that
    ``without`` names when the switch is off. ``started`` and ``start`` are the switch and the value of the book,
    ``pledged`` says in words what it holds.
    """

    id: str
    label: str
    pledged: str
    form: str
    pledges: tuple[str, ...]
    on: bool
    started: bool
    value: float
    start: float
    low: float
    high: float
    step: float
    unit: str
    words: str
    firmness: str | None
    firmness_label: str


class PartyLevers(Model):
    """The levers of a Party. ``out`` tells that it has left the Paris Agreement in the book."""

    party: PartyView
    share: str
    summary: str
    changed: bool
    out: bool
    withdrawn: bool
    levers: tuple[Lever, ...]
    without_level: tuple[str, ...]
    address: str


class Option(Model):
    """One of several, with its words."""

    value: str
    label: str
    chosen: bool


class OutlookControls(Model):
    """Everything that can be changed, as the scenario has it."""

    pledges: tuple[Option, ...]
    policy: tuple[Option, ...]
    extension: tuple[Option, ...]
    likelihood: tuple[Option, ...]
    leaving: tuple[Option, ...]
    data_year: tuple[Option, ...]
    hot_air: bool
    as_of: str = Field(description="The day of the book; the last of record where none is asked for.")
    first_day: str
    last_day: str
    days: tuple[str, ...] = Field(description="The days on which the book of record changed, with the first and last.")
    parties: tuple[PartyLevers, ...]
    other_wishes: tuple[str, ...] = Field(description="Wishes that no lever shows.")
    other_without: tuple[str, ...] = Field(description="Pledges to leave out that no lever shows.")
    more_parties: tuple[PartyView, ...]
    coal_parties: tuple[Option, ...]
    coal_gw: float
    is_changed: bool


class DrawnLine(Model):
    """A path of the chart, as SVG has it: ``role`` is whose line or band it is."""

    role: str
    d: str


class DrawnWord(Model):
    """A word or a mark at a place of the chart, hidden where another would be covered."""

    x: float
    y: float
    words: str
    role: str
    hidden: bool = False


class DrawnPanel(Model):
    """One plot of the chart, in its own units: sizes, the values at its edges, and all that is drawn."""

    id: str
    title: str
    unit: str
    alternative: str
    width: float
    height: float
    left: float
    top: float
    plot_width: float
    plot_height: float
    first: int
    last: int
    low: float
    high: float
    grid: tuple[DrawnWord, ...]
    years: tuple[DrawnWord, ...]
    levels: tuple[DrawnWord, ...]
    bands: tuple[DrawnLine, ...]
    lines: tuple[DrawnLine, ...]
    ends: tuple[DrawnWord, ...]


class OddsPart(Model):
    """A part of the ensemble by the highest warming that it ever has, in per cent from the left edge of a bar."""

    id: str
    label: str
    words: str
    left: float
    width: float


class OutlookPage(Model):
    """The outlook with what it is compared with, its drawing, and its controls."""

    run: OutlookRun
    panels: tuple[DrawnPanel, ...]
    odds: tuple[OddsPart, ...]
    controls: OutlookControls


class PathwayStep(Model):
    """A pledge of a Party and what it comes to: the level in words, how it is derived, and what to know."""

    id: str
    words: str
    firmness: str
    firmness_label: str
    level: str
    steps: tuple[str, ...]
    flags: tuple[str, ...]
    source: str
    quotes: tuple[Quote, ...]


class MissingLevel(Model):
    """A pledge that does not shape the pathway, and why."""

    id: str
    words: str
    reason: str


class OutlookPartyPage(Model):
    """A Party's pathway: emissions with land use [GtCO2e] by year, the rules that shape it, and figures."""

    party: PartyView
    address: str
    name: str
    out: bool
    summary: str
    panel: DrawnPanel
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    net_zero: int | None
    pledges: tuple[PathwayStep, ...]
    missing: tuple[MissingLevel, ...]
    flags: tuple[str, ...]
    data: tuple[str, ...]


class PledgeShareView(Model):
    """What a pledge changes the median warming of 2100 by [K], with its error."""

    id: str
    words: str
    change_k: float
    error_k: float | None
    change: str


class PartyShareView(Model):
    """What a Party's pledges change the median warming of 2100 by [K]; ``left`` and ``width`` are of its bar [%]."""

    party: PartyView
    linked: bool
    change_k: float
    error_k: float | None
    change: str
    left: float
    width: float
    pledges: tuple[PledgeShareView, ...]


class OutlookSharesPage(Model):
    """Each Party's and each pledge's share of the change against current policy; ``parties`` sum to ``whole_k``."""

    address: str
    name: str
    current_policy_k: float
    whole_k: float
    orders: int
    words: str
    together: str
    parties: tuple[PartyShareView, ...]


class SourcePledge(Model):
    """A pledge behind a figure: what it says, where it is from, its words where a document of the ledger tells it."""

    id: str
    words: str
    origin: str
    origin_label: str
    source: str
    quotes: tuple[Quote, ...]
    level: str
    steps: tuple[str, ...]


class SourceParty(Model):
    """What one Party brings to a figure, emissions in words."""

    party: PartyView
    emissions: str
    change: str
    pledges: tuple[SourcePledge, ...]
    flags: tuple[str, ...]
    address: str


class DataSet(Model):
    """A series of data with how to cite it."""

    name: str
    licence: str
    citation: str


class FigureLink(Model):
    """Another figure of the same outlook, in words."""

    id: str
    words: str


class OutlookSourcesPage(Model):
    """What a figure rests on: Parties by what their pledges change, their pledges with their words, the data."""

    figure: str
    words: str
    value: str
    name: str
    address: str
    basis: str
    others: tuple[FigureLink, ...]
    parties: tuple[SourceParty, ...]
    corrections: tuple[str, ...]
    data: tuple[DataSet, ...]
    ensemble: str
    coal: OutlookCoal | None


class OutlookMove(Model):
    """A day on which the outlook moved."""

    day: str
    day_words: str
    median_k: float
    likely_k: float
    change_k: float
    change: str
    moved_by: str


class SinceParisPage(Model):
    """How the outlook has moved since Paris: every day in ``moves``, those that moved it much are ``largest``."""

    headline: str
    address: str
    panel: DrawnPanel
    largest: tuple[OutlookMove, ...]
    moves: tuple[OutlookMove, ...]
