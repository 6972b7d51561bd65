"""``parley export``: the whole ledger in its canonical form, or what it holds in the formats of other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from parley.cli.options import LedgerOption, PartyOption, SinceOption, UntilOption, open_ledger, party_of, period_of
from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.terms.when import Interval
    from parley.workflow import View


class ExportFormat(StrEnum):
    """What is written."""

    JSONL = "jsonl"
    ICS = "ics"
    TIMELINEJS = "timelinejs"
    ATOM = "atom"
    CLAIMREVIEW = "claimreview"


OutputOption = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Write into this file, whole or not at all.", show_default=False),
]
ExportFormatOption = Annotated[
    ExportFormat,
    typer.Option(
        "--format",
        help="The whole ledger (jsonl), a calendar of its events (ics), a timeline of them (timelinejs), a feed of "
        "what is new (atom), or its claims with their verdicts (claimreview).",
    ),
]
SiteOption = Annotated[
    str | None,
    typer.Option(
        "--site",
        metavar="ADDRESS",
        help="Where the pages of claims are published, for --format claimreview: https://example.org.",
        show_default=False,
    ),
]
PublisherOption = Annotated[
    str | None,
    typer.Option(
        "--publisher",
        metavar="NAME",
        help="The organisation that stands for the reviews, for --format claimreview; Parley without it.",
        show_default=False,
    ),
]
AllOption = Annotated[bool, typer.Option("--all", help="Also what was rejected, and judgements undone.")]


def export(
    output: OutputOption = None,
    form: ExportFormatOption = ExportFormat.JSONL,
    everything: AllOption = False,
    site: SiteOption = None,
    publisher: PublisherOption = None,
    ledger: LedgerOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Write the whole ledger in its canonical form, or its events for other programs.

    JSON Lines, sorted, without times of recording. Two ledgers that hold the same readings and judgements give the
    same bytes, in whatever order their documents came. What judgements reject is left out. A calendar, a timeline and
    a feed hold the events of --party between --since and --until; a feed holds pledges, too. ClaimReview (schema.org)
    holds the claims of and by --party that could be checked; its "url", which search engines need, takes --site.
    """
    period, code = period_of(since, until), party_of(party)
    if form is ExportFormat.JSONL and (period or code):
        raise UsageError("--party, --since and --until choose events and claims; name a --format such as ics or atom")
    if form is not ExportFormat.CLAIMREVIEW and (site or publisher):
        raise UsageError("--site and --publisher are about reviews of claims; add --format claimreview")
    if site is not None and not site.startswith(("https://", "http://")):
        raise UsageError(f"--site {site} is no address on the web; write it as https://example.org")
    if form is not ExportFormat.JSONL and everything:
        raise UsageError(f"--all is about the canonical form; leave out --format {form.value}")
    from parley.workflow import view

    with open_ledger(ledger) as store:
        lines: Iterable[str]
        if form is ExportFormat.JSONL:
            lines = (f"{line}\n" for line in store.export(everything))
        elif form is ExportFormat.CLAIMREVIEW:
            lines = [_reviews(view(store), code, period, site, publisher)]
        else:
            lines = [_written(form, view(store), code, period)]
        with _opened(output) as file:
            file.writelines(lines)


def _written(form: ExportFormat, view: View, party: str | None, period: Interval | None) -> str:
    """Events of a ledger, and in a feed its pledges, in a format of others."""
    from parley.interop import write_atom, write_icalendar, write_timelinejs
    from parley.terms.parties import name_of
    from parley.workflow.notices import event_notices, pledge_notices

    title = f"Climate diplomacy: {name_of(party)}" if party else "Climate diplomacy"
    events = event_notices(view, party, period)
    match form:
        case ExportFormat.ICS:
            return write_icalendar(events, title).decode()
        case ExportFormat.TIMELINEJS:
            return write_timelinejs(events, title).decode()
        case _:
            return write_atom([*events, *pledge_notices(view, party, period)], title).decode()


def _reviews(view: View, party: str | None, period: Interval | None, site: str | None, publisher: str | None) -> str:
    """The claims of a ledger that could be checked, as ClaimReview."""
    from parley.interop import write_claim_reviews
    from parley.workflow.claim_reviews import reviewed_claims

    return write_claim_reviews(reviewed_claims(view, party, period), site, publisher).decode()


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        os.replace(unfinished, path)
    except OSError as error:
        raise UsageError(f"--output {path} cannot be written: {error.strerror}; name another file") from error
    finally:
        unfinished.unlink(missing_ok=True)
