"""An address that was given stays good when more documents have made another record of the one that it named."""

from __future__ import annotations

from pathlib import Path

from parley import workflow
from parley.documents import parse_text
from parley.ledger import Ledger
from parley.web.catalogue.keeper import Keeper
from parley.web.options import ServeOptions
from tests.web.conftest import client_for, free_port

FIRST = "Norway's climate minister Ane Solvik will meet her Chilean counterpart Tomás Iriarte in Lima on 9 May 2023."
SECOND = "On 9 May 2023 Norway's climate minister Ane Solvik met Chile's Tomás Iriarte in Lima for talks on forests."
THIRD = "Norway's climate minister Ane Solvik held talks with Chile's Tomás Iriarte in Lima on 9 May 2023."


def _read(path: Path, text: str, day: str) -> None:
    from parley.terms.when import Interval

    with Ledger(path) as ledger:
        reader = workflow.make_reader()
        workflow.read([parse_text(text, source=f"{day}.txt", published=Interval.parse(day))], ledger, reader)


def test_an_event_is_found_at_every_address_that_it_ever_had(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    _read(path, FIRST, "2023-05-02")
    options = ServeOptions(ledger=path, port=free_port())
    addresses = []
    with Keeper(options) as keeper, client_for(options, keeper) as client:
        for text, day in ((SECOND, "2023-05-10"), (THIRD, "2023-05-11"), (None, None)):
            (event,) = client.get("/timeline.json").json()["items"]
            addresses.append(f"/timeline/{event['id']}.json")
            if text and day:
                _read(path, text, day)
                assert keeper.refresh(wait_seconds=60)
        assert len(set(addresses)) == 3
        for address in addresses[:2]:
            assert client.get(address, follow_redirects=False).headers["location"] == addresses[2]
        whole = client.get(addresses[0]).json()
        assert [step["status"] for step in whole["life"]] == ["planned", "held"]
        assert len(whole["reports"]) == 3
        assert client.get(addresses[0].removesuffix(".json")).status_code == 200
        assert client.get("/timeline/evt_never_was.json").status_code == 404
