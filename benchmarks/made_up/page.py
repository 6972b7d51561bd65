"""One document in the making: each sentence is written with the record that it is the evidence of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from benchmarks.made_up import patterns
from benchmarks.made_up.cast import COUNTRIES, Figure, Outlet
from benchmarks.made_up.happenings import Fact, Goal, Happening, Record, Tell, TellGoal, Truth
from benchmarks.made_up.naming import Namer
from benchmarks.made_up.times import Stated, state, state_month
from benchmarks.made_up.wording import choose, fill, slots

_STATUS = {
    "trailed": "planned",
    "planned": "planned",
    "postponed": "planned",
    "cancelled": "cancelled",
    "under_way": "ongoing",
    "held": "held",
    "background": "held",
}
_WITHOUT_DATE = 0.1
_ATTRIBUTED = 0.12
_MODE_TOLD = 0.6
_FOLLOWED = 0.25
_STATUS_OF_GOAL = {"urged": "urged", "proposed": "proposed"}


class Page:
    """The sentences, people and records of one document, of which ``truth`` is told."""

    def __init__(self, doc: str, outlet: Outlet, published: date | None, rng: Random, truth: Truth) -> None:
        self.doc, self.outlet, self.published = doc, outlet, published
        self.namer = Namer(outlet, rng)
        self._rng, self._truth = rng, truth
        self._engagements: list[Record] = []
        self._pledges: list[Record] = []
        self._claims: list[Record] = []
        self._corrections: list[Record] = []

    def tell(self, told: Tell, agenda: bool = False) -> str:
        """A sentence on an event, or a line of a list of what is ahead."""
        event = told.happening
        pattern = self._pattern(told, agenda)
        days = told.days or (event.days[0], max(each.days[1] for each in (event, *told.also)))
        when = self._when(told, *days, pattern)
        country_only = told.city is None and not told.exact and self._rng.random() < 0.25 and event.kind == "visit"
        city = None if country_only else told.city or event.city
        words = self._words(event, pattern, when, city, told)
        sentence = fill(pattern, words)
        if told.stage in ("planned", "held") and not agenda and self._rng.random() < _ATTRIBUTED:
            sentence = f"{sentence.removesuffix('.')}, {self._rng.choice(patterns.SAYING)}."
        said = slots(pattern)
        self._engagements.append(self._record(told, sentence, when, city, said))
        if "next_place" in said:
            for leg in told.also:
                self._engagements.append(self._record(_whole_trip(told, leg), sentence, when, leg.city, said))
        return sentence

    def afterwards(self, told: Tell) -> str:
        """Now and then another sentence on an event that was held; it says nothing that a record would hold."""
        kind = told.happening.kind
        if told.stage != "held" or kind not in patterns.AFTERWARDS or self._rng.random() > _FOLLOWED:
            return ""
        return " " + choose(patterns.AFTERWARDS[kind], self._rng)

    def _pattern(self, told: Tell, agenda: bool) -> str:
        kind = told.happening.kind
        if told.instead:
            return choose(patterns.INSTEAD, self._rng)
        if told.also and kind == "visit":
            return choose(patterns.LEGS[told.stage], self._rng)
        if told.also:
            return choose(patterns.LISTED, self._rng)
        if told.anonymous:
            return choose(patterns.ANONYMOUS[told.stage], self._rng)
        return choose(patterns.AGENDA[kind] if agenda else patterns.EVENTS[kind][told.stage], self._rng)

    def _when(self, told: Tell, start: date, end: date, pattern: str) -> Stated:
        open_ended = (
            "{when}" in pattern and not told.exact and self.published and abs((self.published - start).days) < 8
        )
        if open_ended and told.stage in ("planned", "held") and self._rng.random() < _WITHOUT_DATE:
            return Stated(self._rng.choice(("", "soon")) if told.stage == "planned" else "")
        if told.stage == "background":
            return state_month(start, self.published)
        vague = 0.0 if told.exact else {"trailed": 0.7, "planned": 0.35}.get(told.stage, 0.2)
        return state(start, end, self.published, self.outlet.month_first, self._rng, vague)

    def _words(self, event: Happening, pattern: str, when: Stated, city: str | None, told: Tell) -> dict[str, str]:
        host = COUNTRIES.get(event.country or "")
        make: dict[str, Callable[[], str]] = {
            "a": lambda: self.namer.name(event.people[0]),
            "b": lambda: self._joined(_others(told)),
            "c": lambda: self.namer.name(told.instead) if told.instead else "",
            "place": lambda: self._place(city, event.country),
            "next_place": lambda: self._place(told.also[0].city, told.also[0].country),
            "when": lambda: when.words,
            "When": lambda: when.words,
            "topic": lambda: self._rng.choice(patterns.TOPICS),
            "source": lambda: self._rng.choice(patterns.SOURCES),
            "old": lambda: self._old(event),
            "adj_host": lambda: host.adjective if host else "",
            "host": lambda: host.name if host else "",
            "name": lambda: event.name or "",
            "party_a": lambda: COUNTRIES[event.parties[0]].name,
            "party_b": lambda: COUNTRIES[event.parties[1]].name,
        }
        return {slot: make[slot]() for slot in slots(pattern)}

    def _joined(self, people: tuple[Figure, ...]) -> str:
        names = [self.namer.name(person) for person in people]
        return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"

    def _place(self, city: str | None, country: str | None) -> str:
        land = COUNTRIES[country].name if country and country in COUNTRIES else ""
        if city is None:
            return land
        return f"{city}, {land.removeprefix('the ')}," if land and self._rng.random() < 0.15 else city

    def _old(self, event: Happening) -> str:
        start, end = event.before or event.days
        words = state(start, end, None, self.outlet.month_first, self._rng, 0.0).words
        return words.partition(" ")[2]

    def _record(self, told: Tell, sentence: str, when: Stated, city: str | None, said: list[str]) -> Record:
        event = told.happening
        record = f"{self.doc}-E{len(self._engagements) + 1}"
        placed = "place" in said and event.country
        place = (f"{city}, {event.country}" if city else event.country) if placed else None
        people = [*(event.people[:1] if "a" in said else ()), *(_others(told) if "b" in said else ())]
        if told.instead:
            people = [event.people[0], told.instead]
        for each in (event, *(told.also if event.kind == "meeting" else ())):
            self._truth.events.setdefault(each.id, []).append(record)
            self._truth.histories.setdefault(each.id, {})[self.doc] = _STATUS[told.stage]
        self._note_sides(told, record, when, city if placed else None)
        return {
            "id": record,
            "kind": event.kind,
            "parties": list(event.parties),
            "people": [self.namer.known_as(person) for person in people],
            "place": place,
            "start": when.start.isoformat() if when.start else None,
            "end": when.end.isoformat() if when.end else None,
            "precision": when.precision,
            "status": _STATUS[told.stage],
            "mode": event.mode if self._rng.random() < _MODE_TOLD else None,
            "name": event.name if "name" in said else None,
            "evidence": sentence,
        }

    def _note_sides(self, told: Tell, record: str, when: Stated, city: str | None) -> None:
        """What may be disputed of an event that was held: its days where they are exact, its city, whether it was."""
        event = told.happening
        if told.stage == "held":
            if when.precision == "day" and when.start and not told.also and not told.whole_trip:
                self._truth.note_side(f"{event.id} days", when.start.isoformat(), record)
            if city:
                self._truth.note_side(f"{event.id} city", city, record)
            self._truth.note_side(f"{event.id} attendance", "instead" if told.instead else "as planned", record)
        for each in (event, *(told.also if event.kind == "meeting" else ())):
            if each.held and told.stage in ("held", "background", "cancelled"):
                self._truth.note_side(f"{each.id} status", _STATUS[told.stage], record)

    def tell_goal(self, told: TellGoal) -> str:
        """A sentence on a pledge; one that raises it is the evidence of the older one, too."""
        goal = told.goal
        value, base_year = told.value or goal.value, told.base_year or goal.base_year
        pattern = choose(patterns.GOALS[goal.kind][told.how], self._rng)
        old = told.old
        words = {
            "party": COUNTRIES[goal.party].name,
            "adj": COUNTRIES[goal.party].adjective,
            "gas": {"CO2": "carbon dioxide", "CH4": "methane"}.get(goal.gas or "", "greenhouse gas"),
            "value": f"{value:g}%" if value else "",
            "base": str(base_year),
            "year": str(goal.target_year),
            "old": "" if old is None else f"{old.value:g}%" if old.value else str(old.target_year),
            "who": self.namer.name(told.who) if told.who else "",
        }
        sentence = fill(pattern, words)
        status = _STATUS_OF_GOAL.get(told.how, "pledged")
        self._pledge(goal, sentence, status, value, base_year, odd=bool(told.value or told.base_year))
        if old is not None:
            self._pledge(old, sentence, "pledged", old.value, old.base_year, odd=False)
        return sentence

    def _pledge(
        self, goal: Goal, sentence: str, status: str, value: float | None, base_year: int | None, odd: bool
    ) -> None:
        record = f"{self.doc}-P{len(self._pledges) + 1}"
        told = self._truth.odd_pledges if odd else self._truth.pledges
        told.setdefault(goal.id, []).append(record)
        if status == "pledged":
            self._truth.note_side(f"{goal.id} pledge", f"{value} {base_year}", record)
        self._pledges.append(
            {
                "id": record,
                "party": goal.party,
                "kind": goal.kind,
                "gas": goal.gas,
                "value": value,
                "unit": goal.unit,
                "base_year": base_year,
                "target_year": goal.target_year,
                "qualifier": "before" if goal.kind == "peak" else "by",
                "status": status,
                "evidence": sentence,
            }
        )

    def tell_fact(self, fact: Fact) -> str:
        """A sentence with a figure."""
        pattern = choose(patterns.FACTS[fact.pattern], self._rng)
        party = COUNTRIES.get(fact.subject or "")
        gas = "greenhouse gases" if "GHG" in fact.topic else "carbon dioxide"
        if fact.pattern == "emissions_share" or "{gas} emitter" in pattern:
            gas = gas.replace("gases", "gas")
        words: dict[str, Callable[[], str]] = {
            "party": lambda: party.name if party else "",
            "gas": lambda: gas,
            "shown": lambda: fact.shown,
            "year": lambda: str(fact.year),
            "poss": lambda: f"{self.namer.name(fact.person, plain=True)}'s" if fact.person else "",
            "country": lambda: COUNTRIES[fact.side.partition(" ")[0]].name,
            "name": lambda: fact.topic.partition(" ")[0],
        }
        sentence = fill(pattern, {slot: words[slot]() for slot in slots(pattern)})
        record = f"{self.doc}-C{len(self._claims) + 1}"
        self._truth.note_side(fact.topic, fact.side, record)
        self._claims.append(
            {
                "id": record,
                "subject": fact.subject,
                "measure": fact.measure,
                "value": fact.value,
                "unit": fact.unit,
                "year": fact.year,
                "comparator": fact.comparator,
                "attributed_to": None,
                "evidence": sentence,
            }
        )
        return sentence

    def quote(self) -> str:
        """Something said by somebody the document has named; a plain sentence when there is nobody."""
        if not self.namer.people:
            return choose(patterns.FILLERS["news"], self._rng)
        words = self._rng.choice(patterns.QUOTES)
        return f"“{words}” {self.namer.name(self._rng.choice(self.namer.people), plain=True)} said."

    def correct(self, note: str) -> str:
        """A correction note."""
        self._corrections.append({"id": f"{self.doc}-X{len(self._corrections) + 1}", "evidence": note})
        return note

    def row(self) -> dict[str, Any]:
        """The document in the form of the corpus; what it says of people goes into the truth."""
        for person, forms in self.namer.mentions.items():
            self._truth.forms.setdefault(person.name, {})[self.doc] = set(forms)
        return {
            "doc": self.doc,
            "published": self.published.isoformat() if self.published else None,
            "source": f"{self.doc}.txt",
            "people": [self._person(person) for person in self.namer.people],
            "engagements": self._engagements,
            "pledges": self._pledges,
            "claims": self._claims,
            "corrections": self._corrections,
        }

    def _person(self, person: Figure) -> Record:
        return {
            "name": self.namer.known_as(person),
            "role": person.title,
            "party": person.party,
            "org": None,
            "mentions": list(self.namer.mentions[person]),
        }


def _whole_trip(told: Tell, leg: Happening) -> Tell:
    """The telling of another leg in the same sentence."""
    return replace(told, happening=leg, also=(), whole_trip=True)


def _others(told: Tell) -> tuple[Figure, ...]:
    """Whom the first person meets, in this meeting and in those listed with it."""
    return tuple(person for event in (told.happening, *told.also) for person in event.people[1:])
