"""The whole made-up corpus of a seed: documents with texts and records, and the timeline of what they report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.made_up.cast import FIGURES
from benchmarks.made_up.disputes import with_disputes
from benchmarks.made_up.figures import fact_threads, pledge_threads, spread, trip_counts
from benchmarks.made_up.happenings import Goal, Happening, Record, TellGoal, Truth
from benchmarks.made_up.page import Page
from benchmarks.made_up.plans import plans
from benchmarks.made_up.shapes import Plan, write
from benchmarks.made_up.stories import stories


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Rows in the form of the corpus, the text of each document by name, and the timeline."""

    rows: tuple[dict[str, Any], ...]
    texts: dict[str, str]
    timeline: dict[str, Any]

    def write(self, folder: Path) -> None:
        """Write it as a corpus: texts, records and timeline under the names of one."""
        (folder / "texts").mkdir(parents=True, exist_ok=True)
        for doc, text in self.texts.items():
            (folder / "texts" / f"{doc}.txt").write_text(text, encoding="utf-8")
        lines = [json.dumps(row, ensure_ascii=False) for row in self.rows]
        (folder / "seeds.gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (folder / "seeds.timeline.json").write_text(json.dumps(self.timeline, indent=1), encoding="utf-8")


def make_up(seed: int) -> MadeUp:
    """The corpus of a seed; the same seed gives the same bytes."""
    rng = Random(seed)
    told = stories(rng)
    threads = [*pledge_threads(), *fact_threads()]
    written = spread(trip_counts(with_disputes(plans(told, rng), rng)), threads, rng)
    truth = Truth()
    rows, texts = [], {}
    for number, plan in enumerate(sorted(written, key=_day), 1):
        doc = f"m{number:03}"
        page = Page(doc, plan.outlet, plan.published, Random(f"{seed} {doc}"), truth)
        texts[doc] = write(page, plan, Random(f"{seed} {doc} text"))
        rows.append(page.row())
    tellings = [thread.told for thread in threads if isinstance(thread.told, TellGoal)]
    goals = {told.goal.id: told.goal for told in tellings}
    replaced = {told.old.id for told in tellings if told.old}
    happenings = [event for story in told for event in story.happenings]
    return MadeUp(tuple(rows), texts, _timeline(truth, happenings, goals, replaced, rows))


def _day(plan: Plan) -> date:
    """The day that a document stands at among the others; an undated one by what it tells."""
    return plan.published or max(tell.happening.days[1] for tell in plan.news)


def _timeline(
    truth: Truth,
    happenings: Sequence[Happening],
    goals: Mapping[str, Goal],
    replaced: Set[str],
    rows: Sequence[Record],
) -> dict[str, Any]:
    told = [event for event in happenings if event.id in truth.events]
    dated = {row["doc"] for row in rows if row["published"]}
    return {
        "events": [
            {
                "id": event.id,
                "kind": event.kind,
                "records": truth.events[event.id],
                "history": [[doc, status] for doc, status in truth.histories[event.id].items() if doc in dated],
            }
            for event in told
        ],
        "not_the_same": [[one.id, other.id] for one, other in combinations(told, 2) if _look_alike(one, other)],
        "entities": [
            {"name": name, "forms": {doc: sorted(forms) for doc, forms in docs.items()}}
            for name, docs in sorted(truth.forms.items())
        ],
        "distinct_entities": [
            [one.name, other.name]
            for one, other in combinations(FIGURES, 2)
            if one.name[:2] == other.name[:2] and {one.name, other.name} <= set(truth.forms)
        ],
        "contradictions": [
            {"topic": topic, "values": [{"record": r, "value": side} for side, those in sides.items() for r in those]}
            for topic, sides in sorted(truth.sides.items())
            if len(sides) > 1
        ],
        "consistent": [{"records": list(pair)} for pair in _consistent(rows, truth)],
        "pledges": [
            {
                "id": goal.id,
                "party": goal.party,
                "records": truth.pledges[goal.id],
                "optional_records": truth.odd_pledges.get(goal.id, []),
                "standing": goal.standing,
                "replaced": goal.id in replaced,
            }
            for goal in goals.values()
            if goal.id in truth.pledges
        ],
    }


def _look_alike(one: Happening, other: Happening) -> bool:
    """Two events of one kind and the same Parties, with somebody in both."""
    same = one.kind == other.kind and one.parties == other.parties
    return same and bool(set(one.people) & set(other.people) or not one.people)


def _consistent(rows: Sequence[Record], truth: Truth) -> Iterator[tuple[str, str]]:
    """Pairs of figures of one Party and measure with different values that can both be true."""
    topics = {record: topic for topic, sides in truth.sides.items() for those in sides.values() for record in those}
    sides = {record: side for those in truth.sides.values() for side, found in those.items() for record in found}
    claims = [claim for row in rows for claim in row["claims"]]
    for one, other in combinations(claims, 2):
        alike = (one["subject"], one["measure"]) == (other["subject"], other["measure"])
        a, b = one["id"], other["id"]
        if alike and one["value"] != other["value"] and (topics[a] != topics[b] or sides[a] == sides[b]):
            yield a, b
