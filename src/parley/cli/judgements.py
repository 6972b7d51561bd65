"""``parley judgements``: what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.cli.options import Format, FormatOption, LedgerOption, open_ledger
from parley.cli.words import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parley.cli.output import Cell
    from parley.records import Effect, Judgement


def judgements(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """List what people judged, oldest first, with what became of it.

    A judgement is in force, undone, or not applied, which says why: its words are no longer read as they were.
    """
    from parley.cli.judging_output import judgement_content
    from parley.cli.output import Columns, Entry, write_list
    from parley.records.judgement import undone
    from parley.workflow import view

    columns = Columns(
        every=("id", "number", "verb", "state", "named", "author", "time", "reason", "text", "words"),
        shown=("id", "verb", "state", "named", "words"),
        wide=("named", "words"),
    )
    with open_ledger(ledger) as store:
        shown = view(store)
    effects = {effect.judgement: effect for effect in shown.links.effects}
    gone = undone(shown.judgements)
    entries = []
    for judgement in shown.judgements:
        cells = _cells(judgement, effects.get(judgement.id), gone)
        content = {**judgement_content(judgement, effects.get(judgement.id)), "state": cells["state"]}
        entries.append(Entry(cells, content))
    write_list(entries, columns, form)


def _cells(judgement: Judgement, effect: Effect | None, gone: Mapping[str, str]) -> dict[str, Cell]:
    state, words = "in force", effect.words if effect else judgement.by
    if by := gone.get(judgement.id):
        state, words = "undone", f"undone by {by}"
    elif effect and not effect.applies:
        state = "not applied"
    return {
        "id": judgement.id,
        "number": judgement.number,
        "verb": judgement.verb,
        "state": state,
        "named": joined(judgement.named),
        "author": judgement.author,
        "time": judgement.time.isoformat(),
        "reason": judgement.reason,
        "text": judgement.text,
        "words": words,
    }
