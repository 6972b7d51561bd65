"""Trips: journeys through several places, from the visits that are their legs."""

from __future__ import annotations

from pathlib import Path

from parley.ledger import Ledger
from parley.web.catalogue.keeper import Keeper
from parley.web.models.event import EventWhole
from parley.web.models.trip import TripWhole
from parley.web.options import ServeOptions
from tests.linking.making import reading
from tests.web.conftest import client_for, free_port

VISITOR = ({"name": "Kari Lunde"},)


def visit(place: str, when: str) -> dict[str, object]:
    return {"kind": "visit", "status": "held", "people": ("Kari Lunde",), "place": place, "when": when}


def test_a_trip_names_its_places_and_leads_to_its_visits_and_they_to_it(tmp_path: Path) -> None:
    path = tmp_path / "trip.db"
    with Ledger(path) as ledger:
        ledger.add(reading("2021-09-10", visit("Lima, PER", "2021-09-01/2021-09-03"), people=VISITOR))
        ledger.add(reading("2021-09-11", visit("Santiago, CHL", "2021-09-04/2021-09-06"), people=VISITOR))
    options = ServeOptions(ledger=path, port=free_port())
    with Keeper(options) as keeper, client_for(options, keeper) as client:
        (text,) = keeper.catalogue.each("trip")
        trip = TripWhole.model_validate_json(text)
        assert trip.title == "Trip of Kari Lunde to Lima and Santiago"
        assert [leg.title for leg in trip.legs] == ["Kari Lunde’s visit to Lima", "Kari Lunde’s visit to Santiago"]
        assert "Peru, Chile" in trip.reasons[0]
        assert trip.legs[1].title in client.get(f"/trips/{trip.id}").text
        for leg in trip.legs:
            event = EventWhole.model_validate_json(client.get(f"/timeline/{leg.id}.json").text)
            assert event.trip
            assert event.trip.title == trip.title
        assert client.get("/trips/tri_000000000000").status_code == 404
