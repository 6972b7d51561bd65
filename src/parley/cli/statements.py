"""``parley statements``: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.cli.options import Format, FormatOption, LedgerOption, PartyOption, SinceOption, UntilOption
from parley.cli.words import attribution_words

if TYPE_CHECKING:
    from parley.cli.output import Cell
    from parley.records import Statement


def statements(
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List quoted and reported speech with its speaker.

    --party finds the speakers of a Party; --since and --until are about when it was published.
    """
    from parley.cli.listing import list_reports
    from parley.cli.output import Columns
    from parley.records import Statement

    columns = Columns(
        every=("id", "published", "speaker", "speaker_kind", "party", "speech", "cue", "source", "document", "quote"),
        shown=("id", "published", "speaker", "party", "speech", "quote"),
        wide=("quote",),
    )
    list_reports(Statement, _cells, columns, ledger, party, since, until, form)


def _cells(statement: Statement) -> dict[str, Cell]:
    return {
        "speaker": attribution_words(statement.attribution),
        "speaker_kind": statement.attribution.kind,
        "party": statement.attribution.party,
        "speech": statement.speech,
        "cue": statement.cue,
    }
