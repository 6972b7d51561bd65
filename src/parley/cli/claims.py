"""``parley claims``: statements that could be checked against figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.cli.options import Format, FormatOption, LedgerOption, PartyOption, SinceOption, UntilOption
from parley.cli.words import amount_words, attribution_words, joined

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import Claim


def claims(
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List claims that could be checked against figures, with their verdicts.

    Numbers, ranks and comparisons, of whom and said by whom. A claim without a verdict has not been checked yet.
    --party finds claims about and by a Party; --since and --until are about when they were published.
    """
    from parley.cli.listing import list_reports
    from parley.cli.output import Columns
    from parley.records import Claim

    columns = Columns(
        every=(
            *("id", "published", "subject", "measure", "comparator", "low", "high", "unit", "year", "against"),
            *("written", "said_by", "verdict", "basis", "reason", "source", "document", "quote"),
        ),
        shown=("id", "published", "subject", "measure", "value", "year", "said_by", "verdict", "quote"),
        wide=("quote",),
    )
    list_reports(Claim, _cells, columns, ledger, party, since, until, form, judged=True)


def _cells(claim: Claim) -> dict[str, Cell]:
    amount = amount_words(claim.low, claim.high, claim.unit)
    return {
        "subject": claim.subject,
        "measure": claim.measure,
        "comparator": claim.comparator,
        "value": amount if claim.comparator == "=" or not amount else f"{claim.comparator} {amount}",
        "low": claim.low,
        "high": claim.high,
        "unit": claim.unit,
        "year": None if claim.year is None else str(claim.year),
        "against": joined(claim.against),
        "written": claim.written,
        "said_by": attribution_words(claim.attribution),
    }
