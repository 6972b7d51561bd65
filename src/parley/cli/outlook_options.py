"""Options that the commands of the outlook share, and what is asked for with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.climate_options import ComparisonFormat as MovesFormat
from parley.cli.climate_options import PlotOption, ResultFormat, kind_of_plot
from parley.cli.options import LedgerOption, open_ledger

if TYPE_CHECKING:
    from parley.ledger import Ledger
    from parley.workflow import Asked

__all__ = ["LedgerOption", "MovesFormat", "PlotOption", "ResultFormat", "kind_of_plot"]


class Policy(StrEnum):
    """Which pledges count."""

    CURRENT = "current"
    UNCONDITIONAL = "unconditional"
    CONDITIONAL = "conditional"
    NET_ZERO = "net-zero"


class Extension(StrEnum):
    """What follows a Party's last target."""

    CONSTANT_EFFORT = "constant-effort"
    FLAT = "flat"
    NET_ZERO = "net-zero"


class Leaving(StrEnum):
    """From when a Party that leaves the Paris Agreement is out."""

    ANNOUNCED = "announced"
    EFFECTIVE = "effective"


PledgesOption = Annotated[
    str,
    typer.Option(
        "--pledges",
        metavar="WHICH",
        help="The pledges of record, those of the ledger over them (ledger), or those of a .csv or .jsonl file.",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="The pledges that stood on this day since 2015; if not given, the newest of record.",
        show_default=False,
    ),
]
PolicyOption = Annotated[
    Policy,
    typer.Option(
        "--policy",
        help="Count no pledges, unconditional ones, conditional ones too, or those of net zero as well.",
    ),
]
ExtensionOption = Annotated[
    Extension | None,
    typer.Option(
        "--extension",
        help="What follows a Party's last target; if not given, net-zero with the policy of that name, else "
        "constant-effort.",
        show_default=False,
    ),
]
LikelihoodOption = Annotated[
    str,
    typer.Option(
        "--likelihood", metavar="50|66", help="The chance in per cent that headline figures are not exceeded."
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="WISH",
        help='Put this in the place of a Party\'s pledge: "CHN net_zero 2050", "IND peak 2035"; may be given again.',
        show_default=False,
    ),
]
WithdrawOption = Annotated[
    list[str] | None,
    typer.Option(
        "--withdraw", metavar="PARTY", help="Leave this Party's pledges out; may be given again.", show_default=False
    ),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="ID",
        help="Leave out the pledge that is called this; may be given again. `parley outlook sources` names them.",
        show_default=False,
    ),
]
HotAirOption = Annotated[
    bool, typer.Option("--hot-air", help="Let a Party emit up to a pledge that is weaker than current policy.")
]
LeavingOption = Annotated[
    Leaving,
    typer.Option("--leaving", help="Whether a Party is out when it announces so, or when its leaving takes effect."),
]
DataYearOption = Annotated[
    int | None,
    typer.Option(
        "--data-year",
        metavar="YEAR",
        help="Take emissions as known up to this year only; if not given, the newest of the tables.",
        show_default=False,
    ),
]


def asked_for(
    pledges: str,
    as_of: str | None,
    policy: Policy,
    extension: Extension | None,
    likelihood: str,
    wishes: list[str] | None,
    withdraw: list[str] | None,
    hot_air: bool,
    leaving: Leaving,
    data_year: int | None,
    without: list[str] | None = None,
) -> Asked:
    """What the options ask for. Raises UsageError."""
    from parley.errors import UsageError
    from parley.workflow import ask

    if likelihood not in ("50", "66"):
        raise UsageError(f"--likelihood {likelihood} is neither 50 nor 66; give one of these")
    return ask(
        pledges,
        as_of=as_of,
        wishes=wishes or (),
        withdraw=withdraw or (),
        without=without or (),
        policy=policy.value,
        extension=extension.value if extension else None,
        likelihood=int(likelihood),
        hot_air=hot_air,
        leaving=leaving.value,
        data_year=data_year,
    )


@contextmanager
def ledger_for(asked: Iterable[Asked], path: Path | None) -> Iterator[Ledger | None]:
    """The ledger where its pledges are asked for, else None. Raises UsageError for one that nothing is asked of."""
    from parley.errors import UsageError
    from parley.workflow.outlooks import LEDGER

    is_asked = any(each.pledges == LEDGER for each in asked)
    if path is not None and not is_asked:
        raise UsageError("--ledger is read for --pledges ledger only; give both, or leave it out")
    with ExitStack() as stack:
        yield stack.enter_context(open_ledger(path)) if is_asked else None
