"""Who met whom, where and when, and how sure it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.corpus_form.engagements import to_corpus
from parley.reading.lexicon import load
from parley.records import Engagement
from tests.reading.making import read

CAST = (
    "US Special Envoy Daniel Harper, Chinese Vice Premier Lin Tao, German Chancellor Anna Weber, French President Luc "
    "Moreau and Indian Prime Minister Arjun Nair were named.\n\n"
)
A_WEDNESDAY = "2023-05-17"


def told(text: str, published: str | None = A_WEDNESDAY) -> list[Engagement]:
    return list(read(CAST + text, published).engagements)


def only(text: str, published: str | None = A_WEDNESDAY) -> Engagement:
    (engagement,) = told(text, published)
    return engagement


def days(engagement: Engagement) -> str | None:
    return engagement.when.iso if engagement.when else None


@pytest.mark.parametrize(
    ("sentence", "status", "place", "when"),
    [
        ("Harper flew to Nairobi from Oslo on Monday.", "held", "Nairobi, KEN", "2023-05-15/2023-05-15"),
        ("Harper is due in Hanoi next month.", "planned", "Hanoi, VNM", "2023-06-01/2023-06-30"),
        ("Harper is set to travel to Ankara in June.", "planned", "Ankara, TUR", "2023-06-01/2023-06-30"),
        ("Harper is on a visit to Egypt from May 16 to 19.", "under_way", "EGY", "2023-05-16/2023-05-19"),
        ("Harper was last in Apia in February.", "held", "Apia, WSM", "2023-02-01/2023-02-28"),
        ("Harper's state visit to Japan last May was his first.", "held", "JPN", "2022-05-01/2022-05-31"),
        ("Harper's planned visit to Ottawa was called off on Friday.", "cancelled", "Ottawa, CAN", None),
        ("Harper cancelled a stop in Doha.", "cancelled", "Doha, QAT", None),
    ],
)
def test_a_visit_has_its_place_date_and_status(sentence: str, status: str, place: str, when: str | None) -> None:
    visit = only(sentence)
    assert (visit.kind, visit.status, str(visit.place), days(visit)) == ("visit", status, place, when)
    assert visit.people == ("Daniel Harper",)
    assert visit.visitor == "USA"
    assert visit.mode == "in_person"


def test_a_postponed_visit_has_the_new_date_and_not_the_old() -> None:
    visit = only("The visit to Cairo by Harper, planned for March, has been postponed to June.")
    assert (visit.status, days(visit)) == ("postponed", "2023-06-01/2023-06-30")


def test_one_range_for_two_legs_dates_both() -> None:
    visits = told("Weber travels to Brasilia and Lima from 20 to 25 May.")
    assert [(visit.host, days(visit)) for visit in visits] == [
        ("BRA", "2023-05-20/2023-05-25"),
        ("PER", "2023-05-20/2023-05-25"),
    ]


def test_a_gapped_leg_has_the_date_behind_it() -> None:
    visits = told("Harper will be in Norway on June 2, then Denmark from June 4-6, a spokesman said.")
    assert [(visit.host, days(visit)) for visit in visits] == [
        ("NOR", "2023-06-02/2023-06-02"),
        ("DNK", "2023-06-04/2023-06-06"),
    ]


def test_two_trips_of_one_person_to_one_country_stay_apart() -> None:
    visits = told("Harper was in Beijing in February. He will travel to Beijing in July for talks.")
    assert [(visit.status, days(visit)) for visit in visits if visit.kind == "visit"] == [
        ("held", "2023-02-01/2023-02-28"),
        ("planned", "2023-07-01/2023-07-31"),
    ]


def test_restatements_are_further_quotes_of_one_visit() -> None:
    visit = only(
        "Harper will fly to China to speak about forests. Harper plans to travel to China later this month. "
        "Nobody in his office would give a day. The visit is expected for the week of May 22."
    )
    assert days(visit) == "2023-05-22/2023-05-28"
    assert len(visit.quotes) >= 3


def test_what_people_familiar_say_is_trailed() -> None:
    meeting = only("Harper and Lin are to meet in Singapore next week, according to people familiar with the plans.")
    assert (meeting.status, meeting.attribution.kind) == ("trailed", "anonymous")
    assert to_corpus(meeting)["status"] == "planned"


@pytest.mark.parametrize(
    ("sentence", "kind", "parties"),
    [
        ("Harper met with Chinese Minister Hu Bo on Monday.", "meeting", ("CHN", "USA")),
        ("Harper sat down with Lin Tao in Geneva on Thursday.", "meeting", ("CHN", "USA")),
        ("Harper called on President Jorge Ruiz of Mexico on Monday.", "meeting", ("MEX", "USA")),
        ("Harper had lunch with Mexican President Jorge Ruiz on Monday.", "meeting", ("MEX", "USA")),
        ("Harper exchanged views with Omani Minister Said Harthy last week.", "meeting", ("OMN", "USA")),
        ("Nair hosted a dinner for Harper in New Delhi on Sunday.", "meeting", ("IND", "USA")),
        ("Lin received Harper on Tuesday.", "meeting", ("CHN", "USA")),
        ("The meeting between Weber and Lin took place in Munich on Saturday.", "meeting", ("CHN", "DEU")),
        ("Following meetings in Nuuk on Monday, Japan and Canada agreed on a plan.", "meeting", ("CAN", "JPN")),
        ("Weber spoke by phone with Nair on Monday.", "call", ("DEU", "IND")),
        ("Weber had a telephonic conversation with Nair on Monday.", "call", ("DEU", "IND")),
        ("Moreau called Nair on Monday to congratulate him.", "call", ("FRA", "IND")),
        ("Weber's phone call with Lin on Tuesday lasted two hours.", "call", ("CHN", "DEU")),
        ("The third India-Norway Climate Dialogue took place in Oslo on 12 May.", "dialogue", ("IND", "NOR")),
    ],
)
def test_the_words_decide_what_kind_of_talks_it_was(sentence: str, kind: str, parties: tuple[str, ...]) -> None:
    talks = only(sentence)
    assert (talks.kind, talks.parties, talks.status) == (kind, parties, "held")


@pytest.mark.parametrize(
    "sentence",
    [
        "Harper called on China to cut emissions.",
        "Moreau did not meet Lin in Geneva.",
        "Weber has no plans to meet Lin.",
        "Tensions have complicated talks between the two emitters.",
        "The steel maker will present its net zero plan at its annual meeting.",
        "The striker flew to Lisbon for a medical.",
        "Japan met its target in 2020.",
    ],
)
def test_an_appeal_a_denial_or_general_talk_is_no_engagement(sentence: str) -> None:
    assert told(sentence) == []


def test_calls_to_several_capitals_are_calls_of_their_own() -> None:
    calls = told("Weber telephoned Moreau, Nair and Lin on Thursday.")
    assert {call.parties for call in calls} == {("DEU", "FRA"), ("DEU", "IND"), ("CHN", "DEU")}
    assert {(call.kind, call.mode) for call in calls} == {("call", "virtual")}
    assert len(calls) == 3


def test_a_list_of_titles_is_one_meeting_with_all_of_them() -> None:
    meeting = only(
        "In Tokyo, Harper met with Finance Minister Ken Mori, Trade Minister Aya Ito, and State Secretary and Foreign "
        "Minister Jun Abe of Japan."
    )
    assert meeting.people == ("Daniel Harper", "Ken Mori", "Aya Ito", "Jun Abe")
    assert str(meeting.place) == "Tokyo, JPN"


def test_a_meeting_on_a_trip_takes_the_place_and_the_dates_of_the_trip() -> None:
    visit, meeting = told("Harper travelled to Tokyo from May 8 to 10. He met Japanese Minister Ken Mori.")
    assert (
        (str(meeting.place), days(meeting))
        == (str(visit.place), days(visit))
        == ("Tokyo, JPN", "2023-05-08/2023-05-10")
    )
    assert {field for field, _ in meeting.inferred} == {"place", "when"}


def test_talks_in_a_third_country_do_not_make_the_host_a_party() -> None:
    meeting = only("Harper and Lin met in Singapore on Friday.")
    assert (meeting.parties, str(meeting.place)) == (("CHN", "USA"), "SGP")


def test_a_meeting_by_video_is_virtual_and_placed_nowhere() -> None:
    meeting = only("Harper also met via videolink with Omani Minister Said Harthy on Monday.")
    assert (meeting.mode, meeting.place) == ("virtual", None)


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Japan and India issued a joint statement on hydrogen on Tuesday.", ("IND", "JPN")),
        ("In a joint declaration released on Tuesday, Japan and India promised more.", ("IND", "JPN")),
        ("Weber and Nair signed a declaration of intent in Berlin on Tuesday.", ("DEU", "IND")),
    ],
)
def test_a_joint_statement_is_of_those_who_issue_it(sentence: str, parties: tuple[str, ...]) -> None:
    statement = only(sentence)
    assert (statement.kind, statement.parties, days(statement)) == ("statement", parties, "2023-05-16/2023-05-16")


@pytest.mark.parametrize(
    ("sentence", "kind", "mode"),
    [
        ("In a speech in Warsaw on Monday, Weber said coal must go.", "speech", "unknown"),
        ("Harper told lawmakers at a May 15 hearing that it was useful.", "hearing", "unknown"),
        ("Moreau addressed the gathering by video link on Monday.", "speech", "virtual"),
    ],
)
def test_what_is_told_to_an_assembly_is_a_speech_or_a_hearing(sentence: str, kind: str, mode: str) -> None:
    (address,) = [engagement for engagement in told(sentence) if engagement.kind in ("speech", "hearing")]
    assert (address.kind, address.mode, address.status) == (kind, mode, "held")
    assert days(address) == "2023-05-15/2023-05-15"


def test_what_is_told_to_reporters_is_no_speech() -> None:
    assert told("Weber told reporters on Monday that coal must go.") == []


@pytest.mark.parametrize(
    ("sentence", "name", "parties", "place", "status"),
    [
        ("The G7 summit will be held in Biarritz from 24 to 26 August.", None, ("G7",), "Biarritz, FRA", "planned"),
        ("G20 leaders meet in Osaka on June 28-29.", None, ("G20",), "Osaka, JPN", "planned"),
        ("Brazil will host the COP30 conference in Belem in November 2025.", "COP30", (), "Belem, BRA", "planned"),
        ("Egypt hosted last year's UN climate summit.", "COP27", (), "EGY", "held"),
        ("It was all but forgotten at the UN climate summit in Glasgow.", "COP26", (), "Glasgow, GBR", "held"),
        ("Spain, which hosts the water conference in Vigo next week, said yes.", None, (), "Vigo, ESP", "planned"),
    ],
)
def test_a_conference_has_no_parties_but_its_own_bloc(
    sentence: str, name: str | None, parties: tuple[str, ...], place: str, status: str
) -> None:
    conference = only(sentence)
    assert (conference.kind, conference.name, conference.parties) == ("conference", name, parties)
    assert (str(conference.place), conference.status) == (place, status)


def test_a_conference_named_twice_is_one() -> None:
    conference = only(
        "Delegates prepare for COP28 in Dubai. The UN climate summit in the United Arab Emirates starts on November 30."
    )
    assert conference.name == "COP28"
    assert len(conference.quotes) == 2


@pytest.mark.parametrize(
    ("sentence", "status", "place", "when"),
    [
        ("Harper arrived in Hanoi on Wednesday for talks.", "under_way", "Hanoi, VNM", "2023-05-17/2023-05-17"),
        ("Harper arrived in Hanoi on Sunday for a three-day visit.", "held", "Hanoi, VNM", "2023-05-14/2023-05-16"),
        ("Harper wrapped up a four-day trip to Peru on Tuesday.", "held", "PER", "2023-05-13/2023-05-16"),
        ("Harper spent three days in Lima this week.", "held", "Lima, PER", "2023-05-15/2023-05-17"),
        ("Harper was in the Peruvian capital last month.", "held", "Lima, PER", "2023-04-01/2023-04-30"),
        ("Harper was to leave Oslo on Friday for a visit to Peru.", "planned", "PER", "2023-05-19/2023-05-19"),
        ("The visit to Lima of Harper was on Monday.", "held", "Lima, PER", "2023-05-15/2023-05-15"),
        (
            "Weber travels to Lima on Thursday.",
            "planned",
            "Lima, PER",
            "2023-05-18/2023-05-18",
        ),
    ],
)
def test_arrivals_stays_and_ends_of_trips_are_visits(sentence: str, status: str, place: str, when: str) -> None:
    visit = next(engagement for engagement in told(sentence) if engagement.kind == "visit")
    assert (visit.status, str(visit.place), days(visit)) == (status, place, when)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Harper was in Peru last month and Weber visited in April.", ["PER", "PER"]),
        ("Peru is an old friend. Weber was in the country in April.", ["PER"]),
        ("Few had come to Lima before. Weber was there in April, and Moreau went in March.", ["PER", "PER"]),
        ("Weber and Moreau travelled to Lima in April.", ["PER", "PER"]),
    ],
)
def test_a_place_left_out_is_the_one_last_spoken_of(text: str, countries: list[str]) -> None:
    assert [visit.host for visit in told(text) if visit.kind == "visit"] == countries


@pytest.mark.parametrize(
    "sentence",
    [
        "Harper is not expected to travel to Glasgow.",
        "Harper was the first senior official to travel to Peru.",
        "Croatia are third; they meet Spain on Monday.",
        "Paris Fashion Week opens on Tuesday.",
        "Tariq Noor of the Euro-Asian Policy Forum in Brussels said little.",
        "Both sides agreed to meet regularly.",
    ],
)
def test_what_will_not_be_or_is_no_diplomacy_is_no_engagement(sentence: str) -> None:
    assert told(sentence) == []


def test_who_is_served_takes_no_part() -> None:
    visit = only("Mara Quill, an adviser to Chancellor Anna Weber of Germany, will visit Lima from June 4 to 6.")
    assert visit.people == ("Mara Quill",)


def test_two_meetings_in_one_sentence_keep_their_days() -> None:
    first, second = told(
        "Harper met Weber in Bonn on Monday and held talks with Lin Tao on Tuesday before leaving Bonn."
    )
    assert (first.people, days(first)) == (("Daniel Harper", "Anna Weber"), "2023-05-15/2023-05-15")
    assert (second.people, days(second)) == (("Daniel Harper", "Lin Tao"), "2023-05-16/2023-05-16")


def test_their_meeting_is_of_those_who_speak_at_it() -> None:
    meeting = only("Lin told Harper at their meeting on Monday that time was short.")
    assert (meeting.parties, days(meeting)) == (("CHN", "USA"), "2023-05-15/2023-05-15")


def test_the_leaders_discussed_what_their_call_was_about() -> None:
    call = only("Weber spoke by phone with Nair on Friday. The leaders discussed climate change.")
    assert (call.kind, len(call.quotes)) == ("call", 2)


def test_what_is_agreed_to_be_held_is_planned() -> None:
    meeting = only("India and Norway agreed to hold a technical meeting in Oslo in June.")
    assert (meeting.status, days(meeting)) == ("planned", "2023-06-01/2023-06-30")


@pytest.mark.parametrize(
    ("text", "parties", "status", "when"),
    [
        (
            "G7 ministers agreed. Leaders of the group gather in Bath from 1 to 3 June.",
            ("G7",),
            "planned",
            "2023-06-01",
        ),
        ("Negotiators will meet in Bonn from June 5 to 15.", (), "planned", "2023-06-05"),
        ("BRICS foreign ministers met virtually on Tuesday.", ("BRICS",), "held", "2023-05-16"),
        ("Weber is hosting a virtual summit of leaders on June 1.", (), "planned", "2023-06-01"),
        ("Moreau will take part in a summit of Baltic leaders on June 1.", (), "planned", "2023-06-01"),
    ],
)
def test_gatherings_need_no_name(text: str, parties: tuple[str, ...], status: str, when: str) -> None:
    (conference,) = [engagement for engagement in told(text) if engagement.kind == "conference"]
    assert (conference.parties, conference.status) == (parties, status)
    assert (days(conference) or "").startswith(when)


def test_the_title_of_a_president_does_not_date_the_conference() -> None:
    engagements = told("COP26 President Una Marsh was in Lima last month.")
    assert all(days(engagement) != "2023-04-01/2023-04-30" for engagement in engagements if engagement.name)


def test_the_fifteenth_conference_on_biodiversity_is_not_that_on_climate() -> None:
    conference = only("Montreal hosted the COP15 biodiversity summit.")
    assert (conference.name, str(conference.place)) == ("CBD COP15", "Montreal, CAN")


def test_a_day_of_something_else_does_not_move_a_known_summit() -> None:
    (conference,) = [e for e in told("Weber said on Tuesday that COP28 in Dubai must deliver.") if e.name == "COP28"]
    assert (days(conference), conference.status) == ("2023-11-30/2023-12-13", "planned")


def test_the_past_of_more_than_six_weeks_is_background() -> None:
    assert only("Harper was in Seoul in January.").background
    assert not only("Harper was in Seoul on Monday.").background


def test_without_a_date_of_publication_nothing_is_dated_by_guess() -> None:
    visit = only("Harper will be in Tokyo on Friday.", published=None)
    assert visit.when is None
    assert visit.status == "planned"


def test_a_dateline_tells_where_here_is() -> None:
    visit = read(
        "LIMA (Wire) -- Norwegian Environment Minister Kari Lunde arrived here on Monday for talks.", A_WEDNESDAY
    ).engagements[0]
    assert (visit.kind, str(visit.place)) == ("visit", "Lima, PER")


def test_the_corpus_form_has_its_own_tokens() -> None:
    row = to_corpus(only("Harper is on a visit to Egypt from May 16 to 19."))
    assert (row["status"], row["mode"], row["place"]) == ("ongoing", "in-person", "EGY")
    assert (row["start"], row["end"], row["precision"]) == ("2023-05-16", "2023-05-19", "day")


def test_every_list_of_the_lexicon_is_free_of_repetitions() -> None:
    for section, lists in load("engagements").items():
        for key, words in lists.items():
            assert len(words) == len({str(word) for word in words}), f"{section}.{key}"


_PIECES = st.sampled_from(
    [
        "Harper",
        "Weber",
        "met",
        "will visit",
        "Lin",
        "in Oslo",
        "on Friday",
        "COP28",
        "and",
        ",",
        "talks with",
        "the summit",
        ".",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=25))
def test_any_words_give_records_whose_quotes_are_exact_and_parties_sorted(pieces: list[str]) -> None:
    reading = read(CAST + " ".join(pieces), A_WEDNESDAY)
    reading.check()
    for engagement in reading.engagements:
        assert list(engagement.parties) == sorted(set(engagement.parties))
        assert engagement.kind != "visit" or engagement.host in engagement.parties
