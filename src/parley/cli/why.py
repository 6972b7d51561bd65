"""``parley why``: why reports were joined, and what was kept apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.options import LedgerOption, open_ledger
from parley.cli.show import ShowFormat, ShowFormatOption

if TYPE_CHECKING:
    from parley.workflow import View, Why

WhyArgument = Annotated[
    str, typer.Argument(metavar="EVENT", help="The id of an event, a person or a pledge, or of one of its reports.")
]


def why(record: WhyArgument, ledger: LedgerOption = None, form: ShowFormatOption = ShowFormat.TEXT) -> None:
    """Say in words why reports were joined to an event, a person or a pledge.

    Also which judgements made it what it is, the notes beside it, and which others were kept apart from it and why.
    """
    from parley import workflow

    with open_ledger(ledger) as store:
        shown = workflow.view(store)
    found = workflow.why(shown, record.strip())
    if form is ShowFormat.JSON:
        _write_json(found, shown)
    else:
        _write_text(found, shown)


def _write_json(found: Why, shown: View) -> None:
    from parley.cli.judging_output import judgement_content
    from parley.cli.linked_listing import linked_content
    from parley.cli.output import print_line
    from parley.ledger.canonical import escape_json

    content = {
        **linked_content(found.record, shown),
        "kind_of_record": found.kind,
        "why": list(found.reasons),
        "judgements": [judgement_content(judgement, effect) for judgement, effect in found.judged],
        "notes": [judgement_content(judgement, effect) for judgement, effect in found.notes],
        "kept_apart": [{"id": one.record, "why": one.why} for one in found.apart],
    }
    print_line(escape_json(json.dumps(content, ensure_ascii=False, indent=2)))


def _write_text(found: Why, shown: View) -> None:
    from parley.cli.page import Page, passage, write_page

    fields = [("because", words) for words in found.reasons]
    fields += [("judgement", f"{judgement.id}: {effect.words}") for judgement, effect in found.judged]
    fields += [("note", f"{judgement.id}: {effect.words}") for judgement, effect in found.notes]
    fields += [("kept apart", f"{one.record}: {one.why}") for one in found.apart]
    passages = [
        passage(report.quote, shown.documents[report.document], f"{report.id} in ")
        for report in shown.evidence(found.record)
    ]
    write_page(Page(f"{found.kind} {found.record.id}", fields, passages))
