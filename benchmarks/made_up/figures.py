"""Pledges and figures that documents report, some of them wrongly, with the day from which each is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from benchmarks.made_up.cast import figure
from benchmarks.made_up.happenings import Fact, Goal, TellGoal
from benchmarks.made_up.shapes import Plan

Told = TellGoal | Fact
_OPEN = ("explainer", "opinion", "newsletter", "feature", "wire", "digest", "undated", "preview", "wire short")


_MISCOUNTED = 2


@dataclass(frozen=True, slots=True)
class Thread:
    """What is said again and again from one day to another: ``tells`` times."""

    told: Told
    first: date
    last: date
    tells: int


_EARLY, _TURN, _LATE = date(2023, 3, 1), date(2023, 10, 15), date(2024, 7, 20)


def _cut(party: str, value: float, base: int, year: int = 2030, number: str = "1", standing: bool = True) -> Goal:
    return Goal(f"{party}-cut-{number}", party, "reduction", year, value, "%", base, "GHG", standing=standing)


def pledge_threads() -> list[Thread]:
    """Pledges told before and after they are raised or weakened, urged ones, and two told wrongly."""
    threads: list[Thread] = []
    changes = (("CAN", 38, 44, 2005), ("AUS", 27, 41, 2005), ("KOR", 33, 39, 2018), ("BRA", 36, 47, 2005))
    for party, old_value, new_value, base in changes:
        old, new = _cut(party, old_value, base, standing=False), _cut(party, new_value, base, number="2")
        threads += [
            Thread(TellGoal(old), _EARLY, _TURN, 4),
            Thread(TellGoal(new, "raised", old), _TURN, date(2023, 12, 31), 2),
            Thread(TellGoal(new), date(2023, 12, 1), _LATE, 4),
        ]
    old, new = _cut("MEX", 34, 2010, standing=False), _cut("MEX", 28, 2010, number="2")
    threads += [
        Thread(TellGoal(old), _EARLY, _TURN, 3),
        Thread(TellGoal(new, "lowered", old), _TURN, date(2023, 12, 31), 2),
        Thread(TellGoal(new), date(2023, 12, 1), _LATE, 2),
    ]
    for party, value, base in (("JPN", 46, 2013), ("GBR", 68, 1990), ("NOR", 55, 1990), ("ZAF", 31, 2010)):
        threads.append(Thread(TellGoal(_cut(party, value, base)), _EARLY, _LATE, 5))
    threads += [
        Thread(TellGoal(_cut("JPN", 46, 2013), base_year=2005), _TURN, _LATE, 1),
        Thread(TellGoal(_cut("GBR", 68, 1990), value=78), _TURN, _LATE, 1),
    ]
    threads += _without_value()
    return threads


def _without_value() -> list[Thread]:
    zero = [Goal(f"{party}-zero", party, "net_zero", year) for party, year in (("IND", 2070), ("TUR", 2053))]
    sooner = Goal("DEU-zero-2", "DEU", "net_zero", 2045)
    later = Goal("DEU-zero-1", "DEU", "net_zero", 2050, standing=False)
    coal = Goal("POL-coal", "POL", "phase_out", 2049, about="coal")
    wished = Goal("CHN-coal-urged", "CHN", "phase_out", 2040, about="coal", standing=False)
    urged = Goal("IND-zero-urged", "IND", "net_zero", 2050, standing=False)
    proposed = _cut("CHL", 45, 2016, number="proposed", standing=False)
    return [
        *(Thread(TellGoal(goal), _EARLY, _LATE, 5) for goal in zero),
        Thread(TellGoal(later), _EARLY, _TURN, 3),
        Thread(TellGoal(sooner, "raised", later), _TURN, date(2023, 12, 31), 2),
        Thread(TellGoal(sooner), date(2023, 12, 1), _LATE, 3),
        Thread(TellGoal(Goal("CHN-peak", "CHN", "peak", 2030, gas="CO2")), _EARLY, _LATE, 5),
        Thread(TellGoal(coal), _EARLY, _LATE, 4),
        Thread(TellGoal(wished, "urged", who=figure("DEU", "foreign")), _EARLY, _LATE, 3),
        Thread(TellGoal(urged, "urged", who=figure("GBR", "energy")), _EARLY, _LATE, 2),
        Thread(TellGoal(proposed, "proposed"), _EARLY, _LATE, 2),
    ]


def _share(party: str, gas: str, value: float, year: int, side: str = "", shown: str = "", how: str = "=") -> Fact:
    return Fact(
        f"{party} share of {gas} {year}",
        side or f"{value:g}",
        "emissions_share",
        party,
        "emissions_share",
        value,
        "%",
        year,
        how,
        shown or f"{value:g}%",
    )


def _figure(
    pattern: str, party: str, value: float, unit: str, year: int, shown: str = "", side: str = "", how: str = "="
) -> Fact:
    topic = f"{party} {pattern} {year}"
    return Fact(topic, side or f"{value:g}", pattern, party, pattern, value, unit, year, how, shown or f"{value:g}")


def fact_threads() -> list[Thread]:
    """Figures with one that contradicts them, and look-alikes: another gas, another year, rounding, growing counts."""
    rank = {1: "largest", 2: "second-largest", 3: "third-largest", 7: "seventh-largest"}

    def ranked(party: str, gas: str, number: int) -> Fact:
        topic = f"{party} rank {gas}"
        return Fact(topic, str(number), "rank_emitter", party, "rank_emitter", number, "rank", shown=rank[number])

    told: list[tuple[Fact, int]] = [
        (_share("CHN", "CO2", 31, 2021), 4),
        (_share("CHN", "CO2", 27, 2021), 1),
        (_share("CHN", "GHG", 26, 2021), 2),
        (_share("CHN", "CO2", 29, 2019), 2),
        (_share("USA", "CO2", 13.5, 2021, side="14"), 3),
        (_share("USA", "CO2", 14, 2021, side="14", shown="about 14%", how="~"), 2),
        (_share("IND", "CO2", 7.3, 2021), 3),
        (_share("IND", "CO2", 9.6, 2021), 1),
        (ranked("IND", "CO2", 3), 3),
        (ranked("JPN", "CO2", 7), 2),
        (ranked("USA", "CO2", 2), 3),
        (ranked("USA", "CO2", 1), 1),
        (_figure("coal_capacity", "CHN", 1136, "GW", 2023, "1,136"), 3),
        (_figure("coal_capacity", "CHN", 1074, "GW", 2023, "1,074"), 1),
        (_figure("coal_capacity", "CHN", 1042, "GW", 2019, "1,042"), 2),
        (_figure("coal_share", "POL", 61, "%", 2023, "61%"), 3),
        (_figure("coal_share", "POL", 73, "%", 2023, "73%"), 1),
        (_figure("coal_share", "POL", 69, "%", 2022, "69%"), 2),
        (_figure("renewables", "DEU", 52, "%", 2023, "52%"), 3),
        (_figure("renewables", "DEU", 51.6, "%", 2023, "51.6%", side="52"), 2),
        (_figure("renewables", "BRA", 89, "%", 2023, "89%"), 3),
        (_figure("renewables", "BRA", 81, "%", 2023, "81%"), 1),
    ]
    emitted = replace(
        _figure("emissions", "JPN", 1.02e9, "t CO2", 2022, "1.02 billion"), topic="JPN emissions CO2 2022"
    )
    wrong = replace(emitted, value=1.19e9, shown="1.19 billion", side="1.19")
    ghg = replace(emitted, value=1.14e9, unit="t CO2e", shown="1.14 billion", topic="JPN emissions GHG 2022")
    told += [(emitted, 3), (wrong, 1), (ghg, 2)]
    told += [(_attendance("COP28", 196), 3), (_attendance("COP28", 184), 1), (_attendance("COP27", 190), 2)]
    return [Thread(fact, _EARLY, _LATE, times) for fact, times in told]


def _attendance(name: str, countries: int) -> Fact:
    shown = str(countries)
    return Fact(f"{name} countries", shown, "countries", None, "count", countries, "country", shown=shown)


def trip_counts(plans: Sequence[Plan]) -> list[Plan]:
    """A person's first and second trip are counted where they are told; the count grows, and one document miscounts."""
    ordinals = ("first", "second", "third", "fourth")
    visits = sorted(
        {tell.happening for plan in plans for tell in plan.news if tell.happening.kind == "visit"},
        key=lambda event: (event.days, event.id),
    )
    number: dict[str, int] = {}
    seen: dict[tuple[str, str], int] = {}
    for event in visits:
        if event.held and event.country:
            pair = (event.people[0].name, event.country)
            number[event.id] = seen[pair] = seen.get(pair, 0) + 1
    again = {event.id for event in visits if event.held and seen[event.people[0].name, event.country or ""] > 1}
    made = []
    miscounted = False
    for plan in plans:
        told = next((tell.happening for tell in plan.news if tell.happening.id in again), None)
        if told and plan.news[0].stage in ("held", "under_way") and plan.published:
            wrong = not miscounted and number[told.id] == _MISCOUNTED and plan.shape == "wire"
            miscounted = miscounted or wrong
            count = number[told.id] + wrong
            person = told.people[0]
            topic = f"{person.name} {told.id} trips"
            side = f"{told.country} {count}"
            fact = Fact(
                topic, side, "count", person.party, "count", count, "trip", shown=ordinals[count - 1], person=person
            )
            made.append(replace(plan, facts=(*plan.facts, fact)))
        else:
            made.append(plan)
    return made


def spread(plans: Sequence[Plan], threads: Sequence[Thread], rng: Random) -> list[Plan]:
    """Put what each thread says into documents of its time, no more than two things of a kind in one."""
    made = list(plans)
    for thread in threads:
        places = [number for number, plan in enumerate(made) if _has_room(plan, thread)]
        for number in rng.sample(places, min(thread.tells, len(places))):
            plan = made[number]
            if isinstance(thread.told, Fact):
                made[number] = replace(plan, facts=(*plan.facts, thread.told))
            else:
                made[number] = replace(plan, goals=(*plan.goals, thread.told))
    return made


def _has_room(plan: Plan, thread: Thread) -> bool:
    """Whether a document of the thread's time has no other word on the matter."""
    if plan.shape not in _OPEN or plan.published is None or not thread.first <= plan.published <= thread.last:
        return False
    if isinstance(thread.told, Fact):
        topic = thread.told.topic
        return len(plan.facts) < 2 and all(fact.topic != topic for fact in plan.facts)
    party = thread.told.goal.party
    return len(plan.goals) < 2 and all(goal.goal.party != party for goal in plan.goals)
