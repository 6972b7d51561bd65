"""The scorer of linking: what counts as right, wrong, missed, and as neither."""

from __future__ import annotations

from typing import Any

from benchmarks.corpus_form.reading import from_corpus
from benchmarks.linking_form import Linked
from benchmarks.linking_gold import GoldTimeline
from benchmarks.linking_scores import Scores, naive_pairs, score
from parley.records import BookEntry, Conflict, Event, LifeStep, LinkedPerson, Links

DAYS = {"a": "2023-05-01", "b": "2023-05-05", "c": "2023-05-05"}
STATUS = {"a": "planned", "b": "held", "c": "held"}


def document(doc: str) -> dict[str, Any]:
    def meeting(number: int) -> dict[str, Any]:
        return {
            "id": f"{doc}-E{number}",
            "kind": "meeting",
            "parties": ["USA", "VNM"],
            "people": [],
            "start": "2023-05-04",
            "end": "2023-05-04",
            "precision": "day",
            "status": STATUS[doc],
            "evidence": f"talks {number} as told by {doc}",
        }

    people = [{"name": "Daniel Harper", "party": "USA", "mentions": [f"Harper of {doc}"]}]
    return {"doc": doc, "published": DAYS[doc], "people": people, "engagements": [meeting(1), meeting(2)]}


ROWS = [document(doc) for doc in "abc"]
CORPUS = [from_corpus(row) for row in ROWS]
OURS = {name: report for document in CORPUS for report, names in document.names.items() for name in names}


def event(*names: str) -> Event:
    reports = {e.id: e for there in CORPUS for e in there.reading.engagements}
    those = [reports[OURS[name]] for name in names]
    published = {there.reading.document.id: there.reading.document.published for there in CORPUS}
    return Event(
        reports=tuple(report.id for report in those),
        kind="meeting",
        status=those[-1].status,
        mode="unknown",
        parties=("USA", "VNM"),
        people=(),
        place=None,
        when=None,
        name=None,
        life=tuple(
            LifeStep(document=r.document, report=r.id, published=published[r.document], status=r.status) for r in those
        ),
    )


def scored(found_events: list[Event], conflicts: tuple[tuple[str, str], ...] = (), **gold: Any) -> Scores:
    people = [there.reading.people[0] for there in CORPUS]
    who = LinkedPerson(reports=tuple(p.id for p in people), name="Daniel Harper", forms=("Daniel Harper",))
    found = tuple(
        Conflict(reports=sides, concerns="event", field="when", words="", sides=tuple((side,) for side in sides))
        for sides in ((OURS[one], OURS[other]) for one, other in conflicts)
    )
    names = {report: ids for there in CORPUS for report, ids in there.names.items()}
    docs = {there.reading.document.id: there.doc for there in CORPUS}
    linked = Linked(
        [there.reading for there in CORPUS],
        Links(people=(who,), events=tuple(found_events), conflicts=found),
        docs,
        names,
    )
    return score(linked, GoldTimeline.of(gold))


TALKS = [{"id": "T1", "records": ["a-E1", "b-E1", "c-E1"], "history": [["a", "planned"], ["c", "held"], ["b", "held"]]}]


def test_all_in_one_event_is_all_right() -> None:
    found = scored([event("a-E1", "b-E1", "c-E1")], events=TALKS)
    assert (found.pairs.right, found.pairs.found, found.pairs.wanted) == (3, 3, 3)
    assert (found.events.right, found.histories.right) == (1, 1)


def test_a_record_left_out_costs_its_pairs_and_the_history() -> None:
    found = scored([event("a-E1", "b-E1"), event("c-E1")], events=TALKS)
    assert (found.pairs.precision, found.pairs.right) == (1.0, 1)
    assert found.events.problems == ("T1",)
    assert found.histories.problems == ("T1",)


def test_a_record_too_many_costs_precision() -> None:
    found = scored([event("a-E1", "b-E1", "c-E1", "c-E2")], events=TALKS)
    assert (found.pairs.right, found.pairs.found) == (3, 6)


def test_an_optional_record_is_neither_right_nor_wrong() -> None:
    gold = [TALKS[0] | {"optional_records": ["c-E2"]}]
    found = scored([event("a-E1", "b-E1", "c-E1", "c-E2")], events=gold)
    assert (found.pairs.right, found.pairs.found, found.pairs.wanted) == (3, 3, 3)


def test_a_record_of_two_events_must_be_in_both() -> None:
    gold = [{"id": "T1", "records": ["a-E1", "c-E1"]}, {"id": "T2", "records": ["b-E1", "c-E1"]}]
    both = scored([event("a-E1", "c-E1"), event("b-E1", "c-E1")], events=gold, not_the_same=[["T1", "T2"]])
    assert (both.pairs.precision, both.pairs.recall, both.forbidden.right) == (1.0, 1.0, 1)
    joined = scored([event("a-E1", "b-E1", "c-E1")], events=gold, not_the_same=[["T1", "T2"]])
    assert (joined.pairs.right, joined.pairs.found, joined.forbidden.right) == (2, 3, 0)


def test_steps_of_one_day_may_be_told_in_any_order_but_no_others() -> None:
    assert scored([event("a-E1", "c-E1", "b-E1")], events=TALKS).histories.right == 1
    assert scored([event("b-E1", "c-E1", "a-E1")], events=TALKS).histories.right == 0


def test_one_pair_finds_a_dispute_and_every_other_pair_must_be_right() -> None:
    sides = [("a-E1", 1), ("b-E1", 1), ("c-E1", 2)]
    gold = {
        "contradictions": [{"topic": "day", "values": [{"record": r, "value": v} for r, v in sides]}],
        "consistent": [{"records": ["a-E2", "b-E2"]}],
    }
    found = scored([], (("a-E1", "c-E1"), ("a-E1", "b-E1"), ("a-E2", "b-E2")), **gold)
    assert (found.disputes.right, found.conflicts.right, found.conflicts.wanted) == (1, 1, 3)
    assert found.consistent.problems == ("a-E2 and b-E2",)


def test_disputes_inside_one_document_are_not_asked_for() -> None:
    values = [{"record": "a-E1", "value": 1}, {"record": "a-E2", "value": 2}]
    found = scored([], (("a-E1", "a-E2"),), contradictions=[{"topic": "x", "values": values, "kind": "correction"}])
    assert (found.disputes.wanted, found.conflicts.wanted) == (0, 0)


def test_a_person_has_every_form_in_every_document() -> None:
    forms = {doc: [f"Harper of {doc}"] for doc in "abc"}
    assert scored([], entities=[{"name": "Daniel Harper", "forms": forms}]).entities.right == 1
    missing = forms | {"a": ["Someone Else"]}
    assert scored([], entities=[{"name": "Daniel Harper", "forms": missing}]).entities.right == 0


def test_joining_by_parties_and_days_joins_too_much() -> None:
    gold = GoldTimeline.of({"events": TALKS})
    assert (naive_pairs(ROWS, gold).right, naive_pairs(ROWS, gold).found) == (3, 12)


def test_a_pledge_that_was_replaced_does_not_stand() -> None:
    def pledge(doc: str, value: int) -> dict[str, Any]:
        cut = {"id": f"{doc}-P1", "party": "VNM", "kind": "reduction", "value": value, "unit": "%"}
        return cut | {"target_year": 2030, "status": "pledged", "evidence": f"a cut of {value}%"}

    there = [
        from_corpus({"doc": doc, "published": DAYS[doc], "pledges": [pledge(doc, n)]})
        for doc, n in zip("ab", (8, 9), strict=True)
    ]
    old, new = (one.reading.pledges[0] for one in there)
    entries = [
        BookEntry(
            reports=(report.id,),
            party="VNM",
            kind="reduction",
            firmness="pledged",
            gas=None,
            low=report.low,
            high=report.high,
            unit="%",
            base_year=None,
            target_year=2030,
            about=None,
            standing=report is new,
            replaced_by=None if report is new else "another",
        )
        for report in (old, new)
    ]
    names = {report: ids for one in there for report, ids in one.names.items()}
    docs = {one.reading.document.id: one.doc for one in there}
    linked = Linked([one.reading for one in there], Links(pledges=tuple(entries)), docs, names)
    gold = [
        {"id": "old", "records": ["a-P1"], "standing": False, "replaced": True},
        {"id": "new", "records": ["b-P1"], "standing": True, "replaced": False},
    ]
    found = score(linked, GoldTimeline.of({"pledges": gold}))
    assert (found.standing.right, found.standing.found, found.standing.wanted) == (1, 1, 1)
    assert (found.replaced.right, found.replaced.found, found.replaced.wanted) == (1, 1, 1)
    assert list(linked.pledges()) == [{"party": "VNM", "standing": ["b-P1"], "replaced": ["a-P1"]}]
