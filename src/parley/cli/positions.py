"""``parley positions``: what Parties hold on an issue, through time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.options import (
    Format,
    FormatOption,
    LedgerOption,
    PartyOption,
    SinceOption,
    UntilOption,
    open_ledger,
    party_of,
    period_of,
)
from parley.cli.words import interval_words, joined
from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import Report, Stance
    from parley.workflow import View

HolderArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="PARTY", help="Only what this country or bloc holds: a code (CHN, EUU) or a name.", show_default=False
    ),
]
IssueOption = Annotated[
    str | None,
    typer.Option(
        "--issue",
        metavar="ISSUE",
        help="Only on this issue: coal, finance, sanctions, trade, rights and the like.",
        show_default=False,
    ),
]


def positions(
    holder: HolderArgument = None,
    issue: IssueOption = None,
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List what Parties hold on issues, through time.

    A stance joins all statements of it. Where a Party turns against what it held before, turns_from names the earlier
    stance. --party finds stances of and towards a Party; --since and --until are about when they were published.
    """
    from parley.cli.linked_listing import list_linked
    from parley.cli.output import Columns
    from parley.workflow import view

    columns = Columns(
        every=(
            *("id", "first_day", "last_day", "party", "issue", "stance", "towards", "holders", "turns_from", "turn"),
            *("reports", "documents", "quote", "said"),
        ),
        shown=("id", "party", "issue", "stance", "towards", "turns_from", "said"),
        wide=("said",),
    )
    who, code, period = party_of(holder, "PARTY"), party_of(party), period_of(since, until)
    with open_ledger(ledger) as store:
        shown = view(store)
    found = [
        stance
        for stance in shown.stances(code, period)
        if who in (None, stance.party) and (issue is None or stance.issue in _issues(issue, shown))
    ]
    list_linked(found, shown, lambda stance: _cells(stance, shown), columns, form)


def _issues(words: str, view: View) -> set[str]:
    """The issues of the ledger that are meant: "rights" means human_rights. Raises UsageError when there is none."""
    wanted = set(words.lower().replace("-", " ").replace("_", " ").split())
    there = sorted({stance.issue for stance in view.links.positions})
    found = {issue for issue in there if wanted <= set(issue.split("_"))}
    if there and not found:
        raise UsageError(f"--issue {words!r} is no issue of this ledger, which has positions on {', '.join(there)}")
    return found


def _cells(stance: Stance, view: View) -> dict[str, Cell]:
    first, last = stance.since, stance.until
    return {
        "first_day": first.start.isoformat() if first and first.start else None,
        "last_day": last.end.isoformat() if last and last.end else None,
        "party": stance.party,
        "issue": stance.issue,
        "stance": stance.stance,
        "towards": joined(stance.towards),
        "holders": joined(stance.holders),
        "turns_from": joined(stance.departs_from),
        "turn": "; ".join(stance.reasons),
        "said": joined(_said(report, view) for report in view.evidence(stance)),
    }


def _said(report: Report, view: View) -> str:
    """A statement of a stance: when it was published, and its words."""
    published = interval_words(view.documents[report.document].published) or "undated"
    return f"{published} “{report.quote.exact}”"
