"""An outlook on standard output: for people the sentence to quote and then the figures, for programs JSON and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from parley.cli.climate_output import Cells, write_csv, write_json
from parley.cli.outlook_options import ResultFormat
from parley.cli.output import console, say
from parley.cli.plain import plain
from parley.climate.fan_layout import percent
from parley.outlook.corrected import Corrected, corrected_in_words
from parley.outlook.five import five_choices
from parley.outlook.headline import degrees, headline
from parley.outlook.odds import QUANTILES, THRESHOLDS_K
from parley.outlook.outlook import MT_IN_GT, Outlook
from parley.outlook.remarks import remarks
from parley.outlook.sensitivities import sensitivities
from parley.outlook.shares import OTHERS, PartyShare, Shares
from parley.outlook.told import YEARS_SHOWN, told, told_coal
from parley.pathways.axes import GWP, LAST_YEAR, place
from parley.terms.parties import name_of

if TYPE_CHECKING:
    from parley.outlook.added_coal import AddedCoal
    from parley.workflow import Answer

_MOST_PARTIES = 10
_MOST_PLEDGES = 6
_MOST_SENSITIVITIES = 5
_SHOWN_K = 0.0005
_ORIGINS = {"record": "of record", "document": "of documents or files", "wish": "wished"}
_MEDIAN, _LIKELY, _LOW, _HIGH, _ONE_IN_SIX = (QUANTILES.index(each) for each in (0.5, 0.66, 0.05, 0.95, 0.17))


def write_outlook(answer: Answer, form: ResultFormat) -> None:
    """The outlook as it is asked for; what to beware of is said on standard error where it is not part of it."""
    outlook = answer.outlook
    match form:
        case ResultFormat.TABLE:
            _write_tables(answer)
        case ResultFormat.JSON:
            write_json(_content(answer))
        case ResultFormat.CSV:
            from parley.outlook.rows import COLUMNS, rows

            write_csv(COLUMNS, rows(outlook, answer.shares, answer.coal))
        case ResultFormat.IAMC:
            from parley.outlook.iamc import header
            from parley.outlook.iamc import rows as iamc_rows

            write_csv(header(outlook), iamc_rows(outlook))
    if form in (ResultFormat.CSV, ResultFormat.IAMC):
        say_corrections(outlook.corrections)
    for note in outlook.notes:
        say(f"parley: note: {note}")


def write_corrections(out: Console, corrections: Iterable[Corrected]) -> None:
    """The pledges that a correction note bears on, each with the note; nothing where there are none."""
    rows = [(each.pledge, [corrected_in_words(each)]) for each in corrections]
    write_section(out, "Rests on pledges that a source has corrected", (), rows)


def say_corrections(corrections: Iterable[Corrected]) -> None:
    """The same on standard error, for tables of numbers."""
    for each in corrections:
        say(f"parley: note: {each.pledge} counts, though a source corrected it: {corrected_in_words(each)}")


def _content(answer: Answer) -> dict[str, Any]:
    content = told(answer.outlook, answer.shares)
    if answer.coal is not None:
        content["added_coal"] = told_coal(answer.coal)
    content["sources"]["quotes"] = {
        pledge: [asdict(quoted) for quoted in quotes] for pledge, quotes in answer.quotes.items()
    }
    return content


def _write_tables(answer: Answer) -> None:
    out, outlook = console(), answer.outlook
    out.print(Text(plain(headline(outlook)), style="bold"))
    write_corrections(out, outlook.corrections)
    write_section(
        out, "Five choices decide most", (), [(name, [words]) for name, words in five_choices(outlook.choices).items()]
    )
    write_section(
        out, f"World emissions in GtCO2e a year ({GWP})", [str(year) for year in YEARS_SHOWN], _emissions(outlook)
    )
    title = f"Warming above 1850–1900 in °C; {outlook.members} members of {plain(outlook.ensemble)}"
    write_section(out, title, ("median", "66 % stay below", "5 to 95 %"), _warming(outlook))
    write_section(out, "Odds", [f"{threshold:g} °C" for threshold in THRESHOLDS_K], _odds(outlook))
    write_section(out, "CO2 and the budgets", (), [(name, [words]) for name, words in _co2(outlook)])
    if answer.coal is not None:
        write_section(out, _coal_title(answer.coal), (), [(name, [words]) for name, words in _coal(answer.coal)])
    if answer.shares is not None:
        title = f"What pledges change the median of 2100 by, in °C; {answer.shares.current_policy_k:.2f} with none"
        write_section(out, title, ("change", "error", "by pledge"), _shares(answer.shares))
    title = "What pledges without a level would save by themselves, in MtCO2 a year; never part of the outlook"
    write_section(out, title, ("saved", "year", "how it is worked out"), _sensitivities(outlook))
    write_section(out, "To know", (), [(name, [words]) for name, words in _to_know(outlook)])
    write_section(out, "Sources", (), [(name, [words]) for name, words in _sources(answer)])


def write_section(out: Console, title: str, heads: Sequence[str], rows: Iterable[Cells]) -> None:
    """A title with its table, nothing where there are no rows; the last column takes what room is left."""
    shown = list(rows)
    if not shown:
        return
    table = Table(box=None, pad_edge=False, header_style="dim", show_header=bool(heads))
    table.add_column("", no_wrap=True)
    columns = max(len(cells) for _, cells in shown)
    for place_of in range(columns):
        table.add_column(heads[place_of] if heads else "", overflow="fold", no_wrap=place_of < columns - 1)
    for label, cells in shown:
        indent = " " * (len(label) - len(label.lstrip(" ")))
        table.add_row(Text(f"{indent}{plain(label)}"), *(Text(plain(cell)) for cell in cells))
    out.print()
    out.print(Text(plain(title), style="bold"))
    out.print(table)


def _emissions(outlook: Outlook) -> Iterator[Cells]:
    yield "as pledged", [f"{outlook.world_gtco2e(year):.1f}" for year in YEARS_SHOWN]
    ends = [outlook.range_gtco2e(year) for year in YEARS_SHOWN]
    yield "what targets leave open", [f"{low:.1f} to {high:.1f}" for low, high in ends]
    yield "without land use", [f"{outlook.world_gtco2e(year, land=False):.1f}" for year in YEARS_SHOWN]
    policy = outlook.current_policy.total()[0] / MT_IN_GT
    yield "under current policy", [f"{policy[place(year)]:.1f}" for year in YEARS_SHOWN]


def _warming(outlook: Outlook) -> Iterator[Cells]:
    warming = outlook.warming
    for year in (2050, LAST_YEAR):
        values = [warming.in_year(year, quantile) for quantile in QUANTILES]
        yield str(year), _degrees(values)
    yield "peak", _degrees(warming.peak.tolist())


def _degrees(values: Sequence[float]) -> list[str]:
    low, high = (degrees(values[at], 2) for at in (_LOW, _HIGH))
    return [degrees(values[_MEDIAN], 2), degrees(values[_LIKELY], 2), f"{low} to {high}"]


def _odds(outlook: Outlook) -> Iterator[Cells]:
    warming = outlook.warming
    yield "never exceeded", [percent(share) for share in warming.below]
    yield f"not exceeded in {LAST_YEAR}", [percent(share) for share in warming.below_at_end]
    yield "half the members above by", [_year(years[_MEDIAN]) for years in warming.crossing]
    yield "one in six above by", [_year(years[_ONE_IN_SIX]) for years in warming.crossing]


def _co2(outlook: Outlook) -> Iterator[tuple[str, str]]:
    yield "net zero CO2", _year(outlook.net_zero_co2, f"not by {LAST_YEAR}")
    yield "net zero of all gases", _year(outlook.net_zero_ghg, f"not by {LAST_YEAR}")
    for budget in outlook.budget:
        left = f"{budget.gtco2:,.0f} GtCO2 from {budget.since} on, {budget.emitted_gtco2:,.0f} emitted"
        end = f"used up in {budget.used_up}" if budget.used_up else "not used up"
        yield f"{budget.temperature_k:g} °C at {100 * budget.likelihood:.0f} %", f"{left}: {end}"


def _coal_title(coal: AddedCoal) -> str:
    return f"With {coal.gw:,g} GW of coal in {name_of(coal.party)} from {coal.first_year} on"


def _coal(coal: AddedCoal) -> Iterator[tuple[str, str]]:
    whole, yearly = coal.committed.total_gtco2, coal.committed.yearly_gtco2
    yield (
        "over their lives",
        f"{whole.central:.1f} GtCO2 ({whole.low:.1f} to {whole.high:.1f}), {yearly.central:.2f} a year",
    )
    yield "of the 1.5 °C budget", f"{coal.budget_share_percent:.0f} % at even odds"
    yield (
        f"warming in {LAST_YEAR}",
        f"{signed(coal.warming_k, 3)} °C, with {coal.emitted_by_2100_gtco2:.1f} GtCO2 by then",
    )
    changes = zip(THRESHOLDS_K, coal.odds_change, strict=True)
    yield "odds", ", ".join(f"{level:g} °C {signed(100 * change, 1)} points" for level, change in changes)
    yield "assumed", coal.committed.assumptions
    if coal.outlives_net_zero:
        yield (
            "beware",
            f"they would still run when {name_of(coal.party)} is to be at net zero, in {coal.outlives_net_zero}",
        )


def _shares(shares: Shares) -> Iterator[Cells]:
    ranked = sorted(
        (share for share in shares.parties if share.party != OTHERS), key=lambda each: (-abs(each.change_k), each.party)
    )
    for share in ranked[:_MOST_PARTIES]:
        yield name_of(share.party), [signed(share.change_k, 3), f"{share.error_k:.3f}", _by_pledge(share)]
    rest = shares.whole_k - sum(share.change_k for share in ranked[:_MOST_PARTIES])
    yield "all others", [signed(rest, 3), "", ""]
    yield "together", [signed(shares.whole_k, 3), "", ""]


def _by_pledge(share: PartyShare) -> str:
    ranked = sorted(share.pledges, key=lambda each: (-abs(each.change_k), each.pledge.id))
    words = [f"{each.pledge.id} {signed(each.change_k, 3)}" for each in ranked if abs(each.change_k) >= _SHOWN_K]
    return ", ".join(words)


def _sensitivities(outlook: Outlook) -> Iterator[Cells]:
    for each in sensitivities(outlook)[:_MOST_SENSITIVITIES]:
        yield each.pledge.id, [f"{each.saved_mtco2:,.0f}", str(each.year), " ".join(each.steps)]


def _to_know(outlook: Outlook) -> Iterator[tuple[str, str]]:
    for remark in remarks(outlook):
        listed = ", ".join(pledge.id for pledge in remark.pledges[:_MOST_PLEDGES])
        number = len(remark.pledges)
        more = number - _MOST_PLEDGES
        yield (
            f"{number} pledge{'s' if number != 1 else ''}",
            f"{remark.words}: {listed}{f' and {more} more' if more > 0 else ''}",
        )
    if outlook.withdrawn:
        yield "withdrawn", ", ".join(map(name_of, sorted(outlook.withdrawn)))


def _sources(answer: Answer) -> Iterator[tuple[str, str]]:
    outlook = answer.outlook
    by_origin = Counter(pledge.origin for pledge in outlook.pledges)
    words = ", ".join(f"{number} {_ORIGINS[origin]}" for origin, number in sorted(by_origin.items()))
    yield "pledges that shape it", f"{words or 'none'}; each with its words: parley outlook sources warming.{LAST_YEAR}"
    yield "data", "; ".join(map(str, outlook.data))
    yield "ensemble", f"{outlook.members} members of {outlook.ensemble}"
    yield "budgets", "; ".join(sorted({budget.source for budget in outlook.budget}))


def _year(year: int | None, otherwise: str = "never") -> str:
    return otherwise if year is None else str(year)


def signed(value: float, digits: int) -> str:
    """A change with its sign, a true minus, and no sign on what rounds to nothing."""
    words = f"{value:+.{digits}f}"
    return words.replace("-", "−") if float(words) else f"{0:.{digits}f}"
