"""What a judgement did, for people and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from parley.cli.show import ShowFormat

if TYPE_CHECKING:
    from parley.records import Effect, Judgement
    from parley.workflow import Done


def write_done(done: Done, form: ShowFormat) -> None:
    """Write a judgement as kept, what it does, and the records that now hold its reports."""
    from parley.cli.output import print_line
    from parley.cli.plain import plain
    from parley.ledger.canonical import escape_json

    if form is ShowFormat.JSON:
        now = [{"id": record.id, "reports": list(record.reports)} for record in done.records]
        content = {**judgement_content(done.judgement, done.effect), "now": now}
        print_line(escape_json(json.dumps(content, ensure_ascii=False, indent=2)))
        return
    print_line(plain(f"{done.judgement.id}  {done.judgement.verb} {', '.join(done.judgement.named)}: {_words(done)}"))
    for record in done.records:
        print_line(plain(f"  {record.id} now has {', '.join(record.reports)}"))


def judgement_content(judgement: Judgement, effect: Effect | None) -> dict[str, Any]:
    """A judgement for JSON, with its effect; null where it is undone or undoes."""
    return {
        "id": judgement.id,
        **judgement.model_dump(mode="json"),
        "effect": effect.model_dump(mode="json", exclude={"judgement"}) if effect else None,
    }


def effect_words(effect: Effect) -> str:
    """What it does, or that it does not apply, and why."""
    return effect.words if effect.applies else f"not applied: {effect.words}"


def _words(done: Done) -> str:
    return effect_words(done.effect) if done.effect else f"undone by {done.judgement.by}"
