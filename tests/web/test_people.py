"""Who is named, in which office, and what each of them did and said."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley.web.models.person import PeoplePage, PersonWhole


def listed(client: TestClient, **asked: str | int) -> PeoplePage:
    """The people for some filters."""
    return PeoplePage.model_validate_json(client.get("/people.json", params=asked).text)


def person(client: TestClient, words: str) -> PersonWhole:
    """The first person whom a filter by words finds."""
    found = listed(client, q=words).items[0]
    return PersonWhole.model_validate_json(client.get(f"/people/{found.id}.json").text)


def test_everybody_has_a_page_with_a_json_twin(client: TestClient) -> None:
    everybody = listed(client, per_page=200)
    assert everybody.total == len(everybody.items) > 20
    for brief in everybody.items:
        whole = PersonWhole.model_validate_json(client.get(f"/people/{brief.id}.json").text)
        assert (whole.name, len(whole.events), len(whole.statements)) == (brief.name, brief.events, brief.statements)
        assert whole.documents
        assert whole.reports
        assert client.get(f"/people/{brief.id}").status_code == 200


def test_a_person_has_offices_with_dates_engagements_and_the_words_of_documents(client: TestClient) -> None:
    podesta = person(client, "podesta")
    assert podesta.party is not None
    assert podesta.party.code == "USA"
    assert ("March 2024", "20 January 2025") in [
        (office.since.words, office.until.words) for office in podesta.offices if office.until
    ]
    assert {role.role for role in podesta.roles} == {"US climate adviser", "Senior Adviser"}
    assert all(role.quotes for role in podesta.roles)
    events = {event.id for event in podesta.events}
    assert len(events) >= 3
    assert all(client.get(f"/timeline/{event}.json").status_code == 200 for event in events)
    assert "Podesta" in podesta.forms


def test_statements_stand_in_their_context_and_lead_to_the_document(client: TestClient) -> None:
    modi = person(client, "Modi")
    quoted = [said for said in modi.statements if said.quoted]
    assert quoted
    assert len(modi.statements) > len(quoted)
    cited = quoted[0].quote
    text = client.get(f"/people/{modi.id}").text
    assert f"/documents/{cited.document}#c{cited.start}-{cited.end}" in text


def test_a_position_is_found_with_who_spoke_for_it(client: TestClient) -> None:
    liu = person(client, "Liu Zhenmin")
    assert [(one.party.code, one.issue) for one in liu.positions] == [("CHN", "finance")]


def test_family_names_order_the_list_and_letters_filter_it(client: TestClient) -> None:
    everybody = listed(client, per_page=200)
    initials = [person.initial for person in everybody.items]
    assert initials == sorted(initials)
    under_x = listed(client, initial="X")
    assert {one.name for one in under_x.items} == {"Xi Jinping", "Xie Zhenhua"}
    assert sum(letter.count for letter in everybody.initials) == everybody.total


def test_who_took_part_in_most_comes_first_where_asked_for(client: TestClient) -> None:
    counts = [(one.events, one.statements, one.documents) for one in listed(client, sort="events", per_page=200).items]
    assert counts == sorted(counts, reverse=True)
    first = listed(client, sort="events", per_page=3)
    second = listed(client, sort="events", per_page=3, page=2)
    assert not {one.id for one in first.items} & {one.id for one in second.items}


def test_filters_by_party_and_words_work_together(client: TestClient) -> None:
    chinese = listed(client, party="CHN")
    assert {one.party.code for one in chinese.items if one.party} == {"CHN"}
    assert [one.name for one in listed(client, party="CHN", q="premier").items] == ["Li Qiang"]
    assert listed(client, party="CHN", q="Merkel").total == 0
    assert client.get("/people.json?order=name").status_code == 422
    assert client.get("/people/who_nobody.json").status_code == 404


def test_a_person_is_found_by_letter_and_name_without_leaving_the_keyboard(tab: Page, site: str) -> None:
    tab.goto(f"{site}/people")
    tab.keyboard.press("/")
    expect(tab.locator(".find input")).to_be_focused()
    tab.get_by_label("Name or office").focus()
    tab.keyboard.type("merkel")
    tab.keyboard.press("Enter")
    expect(tab.locator(".people li")).to_have_count(1)
    tab.locator(".people .name").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Angela Merkel")
    tab.set_viewport_size({"width": 360, "height": 780})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
