"""Judging in the browser: merging, splitting, rejecting, noting, undoing, and who may."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from httpx2 import Response
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley.ledger import Ledger
from parley.web.catalogue.keeper import Keeper
from parley.web.models.judgement import CandidatesPage, JudgementsPage
from parley.web.options import ServeOptions
from tests.web.conftest import client_for, free_port, running

FORMS = ("merge", "split", "reject", "note", "undo")
# Enough to judge: two documents of one journey, one with its people, and one of pledges.
_DOCUMENTS = ("Podesta", "Readout of the meeting of the working group", "Biden pledges", "climate law")


@pytest.fixture(scope="module")
def served(examples_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ServeOptions, Keeper]]:
    """A keeper for a server with --edit on some of the examples."""
    path = tmp_path_factory.mktemp("judged") / "judged.db"
    with Ledger(examples_ledger, read_only=True) as every, Ledger(path) as some:
        for reading in every.readings():
            if any(words in reading.document.text[:120] for words in _DOCUMENTS):
                some.add(reading)
    options = ServeOptions(ledger=path, port=free_port(), edit=True, author="Ana Oru")
    with Keeper(options) as started:
        yield options, started


@pytest.fixture(scope="module")
def judge(served: tuple[ServeOptions, Keeper]) -> Iterator[Judge]:
    """Asks a server with --edit."""
    options, keeper = served
    with client_for(options, keeper) as client:
        yield Judge(client, options.token)


class Judge:
    """What a person does with the forms, without a browser."""

    def __init__(self, client: TestClient, token: str) -> None:
        self.client, self.token = client, token

    def post(self, verb: str, **fields: str | list[str]) -> Response:
        """Send a form."""
        data = {"token": self.token, **fields}
        return self.client.post(f"/judgements/{verb}", data=data, follow_redirects=False)

    def landed(self, answer: Response) -> str:
        """The address of the record on which a form that was sent lands."""
        assert answer.status_code == 303, answer.text
        return urlsplit(answer.headers["location"]).path

    def events(self) -> dict[str, str]:
        """Titles of events by id."""
        found = self.client.get("/timeline.json").json()["items"]
        return {event["id"]: event["title"] for event in found}

    def event(self, words: str) -> str:
        """The id of the event with these words in its title."""
        return next(key for key, title in self.events().items() if words in title)

    def reports(self, address: str) -> list[str]:
        """Ids of the reports of a record."""
        return [report["id"] for report in self.client.get(f"{address}.json").json()["reports"]]

    def all(self) -> JudgementsPage:
        """All judgements."""
        return JudgementsPage.model_validate_json(self.client.get("/judgements.json").text)


def test_two_events_are_merged_and_the_merging_undone(judge: Judge) -> None:
    one, other = judge.event("Podesta’s visit"), judge.event("Podesta and Liu Zhenmin")
    before = judge.events()
    both = {*judge.reports(f"/timeline/{one}"), *judge.reports(f"/timeline/{other}")}
    address = judge.landed(judge.post("merge", kind="event", id=one, other=other, reason="one trip"))
    assert set(judge.reports(address)) == both
    for old in (one, other):
        moved = judge.client.get(f"/timeline/{old}", follow_redirects=False)
        assert moved.headers["location"] == address
        twin = judge.client.get(f"/timeline/{old}.json", follow_redirects=False)
        assert twin.headers["location"] == f"{address}.json"
    assert len(judge.events()) == len(before) - 1
    page = judge.client.get(f"{address}?done=merge").text
    assert all(words in page for words in ("Merged", "joined by Ana Oru", "one trip"))

    made = judge.all().items[0]
    assert (made.verb, made.author, made.reason, made.state) == ("merge", "Ana Oru", "one trip", "in_force")
    back = judge.landed(judge.post("undo", kind="event", id=address.rpartition("/")[2], judgement=made.id))
    assert judge.events() == before
    assert back.rpartition("/")[2] in (one, other)
    assert judge.client.get(address).url.path.rpartition("/")[2] in (one, other)
    assert judge.all().items[1].state == "undone"


def test_reports_are_taken_out_and_rejected(judge: Judge) -> None:
    event = judge.event("Podesta’s visit")
    first, *rest = judge.reports(f"/timeline/{event}")
    assert rest
    judge.landed(judge.post("split", kind="event", id=event, report=[first], reason="another week"))
    apart = next(f"/timeline/{one}" for one in judge.events() if first in judge.reports(f"/timeline/{one}"))
    assert not set(rest) & set(judge.reports(apart))

    kept = next(f"/timeline/{one}" for one in judge.events() if rest[0] in judge.reports(f"/timeline/{one}"))
    whole = judge.reports(kept)
    if len(whole) > 1:
        left = judge.landed(judge.post("reject", kind="event", id=kept.rpartition("/")[2], report=whole[0]))
        assert judge.reports(left) == whole[1:]

    answer = judge.post("reject", kind="event", id=apart.rpartition("/")[2], report="", reason="invented")
    assert judge.landed(answer) == "/judgements"
    gone = judge.client.get(apart)
    assert gone.status_code == 404
    assert "rejected by Ana Oru" in gone.text


def test_a_note_stands_beside_its_record_for_every_reader(judge: Judge) -> None:
    person = judge.client.get("/people.json?q=Merkel").json()["items"][0]["id"]
    address = judge.landed(judge.post("note", kind="person", id=person, text="Ask <b>again</b> on Monday."))
    assert address == f"/people/{person}"
    assert "Ask &lt;b&gt;again&lt;/b&gt; on Monday." in judge.client.get(address).text


def test_pledges_can_be_judged(judge: Judge) -> None:
    found = judge.client.get("/search.json?q=net-zero&kind=pledge").json()["items"]
    pledge = found[0]["id"]
    address = judge.landed(judge.post("note", kind="pledge", id=pledge, text="Check the year."))
    assert address == f"/pledges/entry/{pledge}"
    assert "Check the year." in judge.client.get(address).text


def test_people_can_be_merged_by_what_a_search_lists(judge: Judge) -> None:
    people = judge.client.get("/people.json?party=USA").json()["items"]
    one = next(person for person in people if "Kerry" in person["name"])
    listed = CandidatesPage.model_validate_json(
        judge.client.get("/judgements/candidates.json", params={"kind": "person", "id": one["id"], "q": "pod"}).text
    )
    assert [item.title for item in listed.items] == ["John Podesta"]
    address = judge.landed(judge.post("merge", kind="person", id=one["id"], other=listed.items[0].id))
    both = judge.client.get(f"{address}.json").json()
    assert {"John Kerry", "John Podesta"} <= {both["name"], *both["forms"]}


def test_without_words_those_that_resemble_it_are_listed(judge: Judge) -> None:
    event = judge.event("Podesta and Wang Yi")
    found = judge.client.get("/judgements/candidates.json", params={"kind": "event", "id": event}).json()
    titles = [item["title"] for item in found["items"]]
    assert any("Podesta" in title for title in titles)
    assert event not in [item["id"] for item in found["items"]]


def test_what_cannot_be_judged_comes_back_with_what_was_entered(judge: Judge) -> None:
    event, made = judge.event("Podesta and Wang Yi"), judge.all().total
    same = judge.post("merge", kind="event", id=event, other=event, reason="said <twice>")
    assert same.status_code == 422
    assert all(words in same.text for words in ("already", "said &lt;twice&gt;", "Nothing was changed"))
    person = judge.client.get("/people.json").json()["items"][0]["id"]
    assert "name two of one kind" in judge.post("merge", kind="event", id=event, other=person).text
    assert "choose what it is one with" in judge.post("merge", kind="event", id=event).text
    reports = judge.reports(f"/timeline/{event}")
    all_out = judge.post("split", kind="event", id=event, report=reports)
    assert all_out.status_code == 422
    assert all_out.text.count(" checked") == len(reports)
    assert judge.post("note", kind="event", id=event, text="  ").status_code == 422
    assert judge.post("note", kind="event", id="evt_000000000000", text="hm").status_code == 422
    assert judge.all().total == made


def test_a_program_is_told_of_its_error_in_json(judge: Judge) -> None:
    answer = judge.client.post(
        "/judgements/undo",
        data={"token": judge.token, "judgement": "jud_nothing"},
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 422
    assert "no judgement jud_nothing" in answer.json()["detail"]


def test_only_our_own_pages_can_judge(judge: Judge) -> None:
    event, made = judge.event("Podesta and Wang Yi"), judge.all().total
    fields = {"kind": "event", "id": event, "text": "hm"}
    for data in (fields, {**fields, "token": "of another run"}, {**fields, "token": "\u00e9"}):
        assert judge.client.post("/judgements/note", data=data).status_code == 403
    foreign = {"Origin": "https://elsewhere.example"}
    answer = judge.client.post("/judgements/note", data={**fields, "token": judge.token}, headers=foreign)
    assert answer.status_code == 403
    assert judge.client.get("/judgements/note").status_code in (404, 405)
    assert judge.all().total == made


def test_a_server_without_edit_shows_no_form_and_takes_no_judgement(client: TestClient, options: ServeOptions) -> None:
    event = client.get("/timeline.json").json()["items"][0]["id"]
    for verb in FORMS:
        data = {"token": options.token, "kind": "event", "id": event, "text": "hm"}
        assert client.post(f"/judgements/{verb}", data=data, follow_redirects=False).status_code == 403
    person = client.get("/people.json").json()["items"][0]["id"]
    pages = (f"/timeline/{event}", f"/people/{person}", "/judgements", f"/judgements/candidates?kind=event&id={event}")
    for page in pages:
        shown = client.get(page)
        assert shown.status_code == 200
        assert 'method="post"' not in shown.text
        assert options.token not in shown.text


def test_many_reports_in_one_form_are_taken(judge: Judge) -> None:
    event = judge.event("Podesta and Wang Yi")
    assert judge.post("split", kind="event", id=event, report=["eng_0"] * 900).status_code == 422
    assert judge.post("split", kind="event", id=event, report=["eng_0"] * 40_000).status_code == 413


def test_merging_and_undoing_in_the_browser_with_the_keyboard(tab: Page, served: tuple[ServeOptions, Keeper]) -> None:
    options, keeper = served
    with running(options, keeper) as address:
        events = tab.request.get(f"{address}/timeline.json").json()["items"]
        one = next(event["id"] for event in events if "Podesta and Wang Yi" in event["title"])
        tab.goto(f"{address}/timeline/{one}")
        tab.get_by_text("It is one with another").focus()
        tab.keyboard.press("Enter")
        expect(tab.locator(".found input[type=radio]").first).to_be_attached()
        tab.keyboard.press("Tab")
        tab.keyboard.type("zhenm")
        choice = tab.locator(".found .pick", has_text="John Podesta and Liu")
        expect(choice).to_be_visible()
        choice.locator("input").focus()
        tab.keyboard.press("Space")
        tab.locator(".found input[name=reason]").fill("one journey")
        tab.keyboard.press("Enter")
        expect(tab.locator(".told")).to_contain_text("Merged")
        assert one not in tab.url
        expect(tab.locator(".judged")).to_contain_text("one journey")
        tab.locator(".judged").get_by_role("button", name="Undo").focus()
        tab.keyboard.press("Enter")
        expect(tab.locator(".told")).to_contain_text("Taken back")
        after = tab.request.get(f"{address}/timeline.json").json()["items"]
        assert [event["id"] for event in after] == [event["id"] for event in events]
        tab.goto(f"{address}/judgements")
        expect(tab.locator(".judgements > li").nth(1)).to_have_class(re.compile("undone"))


def test_judging_works_without_a_script(served: tuple[ServeOptions, Keeper], tab: Page) -> None:
    options, keeper = served
    browser = tab.context.browser
    assert browser is not None
    with running(options, keeper) as address:
        context = browser.new_context(java_script_enabled=False)
        plain = context.new_page()
        plain.goto(f"{address}/people?q=Biden")
        plain.locator(".people .name").first.click()
        plain.get_by_text("It is one with another").click()
        plain.get_by_role("searchbox", name="The other person").fill("Obama")
        plain.get_by_role("button", name="Find").click()
        plain.locator(".pick input").first.check()
        plain.get_by_role("button", name="Merge").click()
        expect(plain.locator(".told")).to_contain_text("Merged")
        context.close()
