"""The controls of the outlook as a scenario has them, and the scenario that a form without JavaScript asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.briefing.prose import party_heading
from parley.errors import UsageError
from parley.inventory.pledges_of_record import last_day_of_record
from parley.inventory.tables import remembered
from parley.outlook.since_paris import PARIS, days_of_change
from parley.pathways.choices import NEWEST_DATA_YEAR, OLDEST_DATA_YEAR
from parley.web.models.common import PartyView
from parley.web.models.outlook import Option, OutlookControls, PartyLevers
from parley.web.outlook_levers import levers_of
from parley.web.outlook_runs import Ran
from parley.web.outlook_scenario import Scenario
from parley.web.outlook_told import by_size
from parley.workflow.outlooks import FIRST_DAY

PLEDGES = (("record", "of record"), ("ledger", "of this ledger over them"))
POLICIES = (
    ("current", "Policies of today"),
    ("unconditional", "Unconditional"),
    ("conditional", "Conditional too"),
    ("net-zero", "Net zero too"),
)
EXTENSIONS = (
    ("net-zero", "net zero where pledged"),
    ("constant-effort", "the effort goes on"),
    ("flat", "the level is held"),
)
LIKELIHOODS = (("50", "median"), ("66", "two in three stay below"))
LEAVING = (("announced", "when it says so"), ("effective", "when it takes effect"))
_MOST_MORE = 60
_MOST_DIGITS = 6
SWITCH, VALUE = "on", "v"
"""What the names of a lever's fields begin with in a form that is sent without JavaScript."""
_PLAIN = ("pledges", "as_of", "policy", "extension", "likelihood", "leaving", "data_year")


def controls_of(ran: Ran, start: Ran) -> OutlookControls:
    """All controls. ``start`` is the same book under the same choices with nothing changed."""
    scenario, choices = ran.scenario, ran.scenario.asked.choices
    parties = levers_of(ran, start)
    shown = {each.party.code for each in parties}
    largest = by_size(start)
    last = last_day_of_record()
    day = min(scenario.asked.as_of or last, last)
    more = sorted(
        (PartyView(code, party_heading(code)) for code in largest[:_MOST_MORE] if code not in shown), key=_name
    )
    plants = scenario.plants
    coal_party = plants.party if plants else largest[0]
    return OutlookControls(
        pledges=_options(PLEDGES, scenario.asked.pledges),
        policy=_options(POLICIES, choices.policy),
        extension=_options(EXTENSIONS, choices.extension),
        likelihood=_options(LIKELIHOODS, str(choices.likelihood)),
        leaving=_options(LEAVING, choices.leaving),
        data_year=_options(
            [(str(year), str(year)) for year in range(NEWEST_DATA_YEAR, OLDEST_DATA_YEAR - 1, -1)],
            str(choices.data_year),
        ),
        hot_air=choices.hot_air,
        as_of=day.isoformat(),
        first_day=FIRST_DAY.isoformat(),
        last_day=last.isoformat(),
        days=_days(),
        parties=parties,
        other_wishes=_others(scenario, parties),
        other_without=tuple(
            name
            for name in scenario.asked.without
            if not any(name in lever.pledges for each in parties for lever in each.levers)
        ),
        more_parties=tuple(more),
        coal_parties=_options(
            [(code, party_heading(code)) for code in dict.fromkeys([*largest[:_MOST_MORE], coal_party])], coal_party
        ),
        coal_gw=plants.gw if plants else 0.0,
        is_changed=scenario.asked_differs,
    )


def scenario_of_form(form: Mapping[str, Sequence[str]], before: Scenario, parties: Sequence[PartyLevers]) -> Scenario:
    """The scenario that the fields of a sent form ask for, where ``parties`` were the levers that it showed.

    Raises UsageError.
    """

    def one(name: str) -> str | None:
        values = [value.strip() for value in form.get(name, ()) if value.strip()]
        return values[-1] if values else None

    changes: dict[str, object] = {name: one(name) for name in _PLAIN if name in form}
    if changes.get("as_of") == last_day_of_record().isoformat() and before.asked.as_of is None:
        changes["as_of"] = None
    for name in ("likelihood", "data_year"):
        if isinstance(words := changes.get(name), str):
            changes[name] = _whole(name, words)
    # What follows the policy by itself goes on doing so until it is chosen.
    if (
        changes.get("policy") != before.asked.choices.policy
        and changes.get("extension") == before.asked.choices.extension
    ):
        changes["extension"] = None
    changes["hot_air"] = one("hot_air") == "true"
    gw = one("coal_gw")
    changes["coal"] = f"{one('coal_party')} {gw} GW" if gw and _number(gw) != 0 else None
    also = one("also")
    changes["also"] = (*before.also, *([also] if also else []))
    wishes, without = _changed_levers(form, parties)
    changes |= {"wishes": wishes, "without": without, "withdraw": tuple(form.get("withdraw", ()))}
    return before.with_changes(**changes)


def _changed_levers(
    form: Mapping[str, Sequence[str]], parties: Sequence[PartyLevers]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Wishes and pledges to leave out: those that no lever shows, which have fields of their own, then of levers."""
    levers = [lever for each in parties for lever in each.levers]
    wishes, without = list(form.get("set", ())), list(form.get("without", ()))
    for lever in levers:
        on = bool(form.get(f"{SWITCH}.{lever.id}"))
        value = next(iter(form.get(f"{VALUE}.{lever.id}", ())), f"{lever.value:g}")
        moved = _number(value) != lever.value
        if (on or (moved and not lever.on)) and lever.form and (_number(value) != lever.start or not lever.started):
            wishes.append(lever.form.format(value))
        elif not on and lever.started:
            without += lever.pledges
    return tuple(wishes), tuple(without)


def _whole(name: str, words: str) -> int:
    if not words.isdecimal() or len(words) > _MOST_DIGITS:
        raise UsageError(f"{name}={words} is no whole number")
    return int(words)


def _number(words: str) -> float | None:
    return float(words) if words.replace(".", "", 1).isdecimal() else None


def _others(scenario: Scenario, parties: Sequence[PartyLevers]) -> tuple[str, ...]:
    """The wishes that no lever shows."""
    forms = [lever.form.partition("{}") for each in parties for lever in each.levers if lever.form]
    return tuple(
        wish
        for wish in scenario.wishes
        if not any(wish.startswith(before) and wish.endswith(after) for before, _, after in forms)
    )


@remembered
def _days() -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days_of_change(PARIS))


def _name(party: PartyView) -> str:
    return party.name


def _options(known: Sequence[tuple[str, str]], chosen: str) -> tuple[Option, ...]:
    return tuple(Option(value=value, label=label, chosen=value == chosen) for value, label in known)
