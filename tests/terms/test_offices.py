from __future__ import annotations

from datetime import date
from itertools import combinations, groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.terms.folding import fold, lossy_pattern
from parley.terms.offices import Holder, find_holders, holders, office_of
from parley.terms.parties import parties

HELD_BY_ONE = ("head_of_state", "head_of_government", "foreign_minister", "finance_minister", "environment_minister")
# Titles of which the words alone do not tell the office.
OPAQUE_TITLES = {
    "Chief Adviser",
    "Environment Adviser",
    "State Counsellor",
    "Vice-President for the Energy Union",
    "Senior Adviser to the President for International Climate Policy",
}

# Offices that the G20, the EU and the UN are followed in, under the names they have there.
HEADS_OF_STATE = ("head_of_state",)
HEADS_OF_GOVERNMENT = ("head_of_government", "commission_president")
ENVIRONMENT = ("environment_minister", "climate_minister", "environment_commissioner")
G20 = tuple(code for code in parties()["G20"].members if code != "AU")
FOLLOWED = {
    **{(code, HEADS_OF_GOVERNMENT): () for code in ("AUS", "CAN", "CHN", "DEU", "EUU", "FRA", "GBR")},
    **{(code, HEADS_OF_GOVERNMENT): () for code in ("IND", "ITA", "JPN", "KOR", "RUS", "SAU")},
    **{(code, HEADS_OF_STATE): () for code in ("ARG", "BRA", "CHN", "DEU", "FRA", "GBR", "IDN", "IND", "ITA", "JPN")},
    **{(code, HEADS_OF_STATE): () for code in ("KOR", "MEX", "RUS", "SAU", "TUR", "USA", "ZAF")},
    ("TUR", HEADS_OF_GOVERNMENT): (("2018-07-09", "2025-12-31", "the office was abolished"),),
    **{(code, ("foreign_minister",)): () for code in G20},
    **{(code, ENVIRONMENT): () for code in G20},
    ("ARG", ENVIRONMENT): (
        ("2015-01-01", "2015-12-10", "a secretariat, no ministry"),
        ("2023-12-10", "2025-12-31", "an undersecretariat, no ministry"),
    ),
    ("SAU", ENVIRONMENT): (("2015-01-01", "2016-05-07", "the ministry was not yet founded"),),
    ("AUS", ("climate_envoy",)): (),
    ("CAN", ("climate_envoy",)): (
        ("2015-01-01", "2017-06-27", "the post was empty"),
        ("2021-12-31", "2022-08-02", "the post was empty"),
    ),
    ("CHN", ("climate_envoy",)): (
        ("2015-01-01", "2015-04-01", "before the post"),
        ("2019-12-31", "2021-02-24", "the post was empty"),
    ),
    ("DEU", ("climate_envoy",)): (
        ("2015-01-01", "2022-03-01", "before the post"),
        ("2025-05-31", "2025-12-31", "the post was given up"),
    ),
    ("EUU", ("climate_envoy",)): (("2015-01-01", "2019-01-01", "before the post"),),
    ("EUU", ("climate_commissioner",)): (),
    ("FRA", ("climate_envoy",)): (("2020-04-20", "2020-10-28", "the post was empty"),),
    ("GBR", ("climate_envoy",)): (("2023-12-31", "2024-10-01", "the post was empty"),),
    ("IDN", ("climate_envoy",)): (("2019-12-31", "2024-01-01", "the post was empty"),),
    ("ITA", ("climate_envoy",)): (
        ("2015-01-01", "2022-01-15", "before the post"),
        ("2023-01-31", "2023-08-08", "the post was empty"),
    ),
    ("KOR", ("climate_envoy",)): (("2016-11-30", "2018-06-01", "not known for sure"),),
    ("RUS", ("climate_envoy",)): (),
    ("SAU", ("climate_envoy",)): (("2015-01-01", "2022-05-29", "before the post"),),
    ("USA", ("climate_envoy",)): (
        ("2017-01-20", "2021-01-20", "nobody was appointed"),
        ("2025-01-20", "2025-12-31", "nobody was appointed"),
    ),
    ("UN", ("secretary_general",)): (),
    ("UN", ("unfccc_executive_secretary",)): (),
    ("UN", ("ipcc_chair",)): (),
    ("UN", ("unep_executive_director",)): (),
}

any_holder = st.sampled_from(holders())


def overlap_in_days(one: Holder, other: Holder) -> int:
    """Days both were surely in office: from the latest start to the earliest end."""
    start = max(one.start.end or date.max, other.start.end or date.max)
    end = min(holder.end.start or date.max if holder.end else date.max for holder in (one, other))
    return (end - start).days


def gaps_of(party: str, offices: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Stretches of more than 60 days from 2015 to 2025 in which nobody held any of the offices."""
    terms = sorted((holder.first_day, holder.last_day) for office in offices for holder in holders(party, office))
    found, reach, end = [], date(2015, 1, 1), date(2025, 12, 31)
    for first, last in [*terms, (end, end)]:
        if (first - reach).days > 60:
            found.append((reach.isoformat(), first.isoformat()))
        reach = max(reach, last)
    return tuple(found)


def names_and_parties(words: str, on: date | None = None) -> list[tuple[str, str | None]]:
    return [(holder.name, holder.party) for holder in find_holders(words, on)]


class TestTable:
    def test_every_party_is_known(self) -> None:
        assert {holder.party for holder in holders()} - {None} <= set(parties())

    def test_all_of_the_g20_the_eu_and_the_un_have_rows(self) -> None:
        covered = {holder.party for holder in holders()}
        assert {*parties()["G20"].members, "EUU", "UN"} <= covered

    def test_terms_end_after_they_start(self) -> None:
        assert [holder for holder in holders() if holder.first_day > holder.last_day] == []

    def test_the_family_name_is_part_of_the_name(self) -> None:
        assert [holder for holder in holders() if holder.family not in holder.name] == []

    def test_no_person_holds_one_office_twice_at_one_time(self) -> None:
        def key(holder: Holder) -> tuple[str, str, str]:
            return holder.party or "", holder.office, holder.name

        for _, terms in groupby(sorted(holders(), key=key), key=key):
            for one, other in combinations(terms, 2):
                assert overlap_in_days(one, other) <= 0, (one, other)

    @pytest.mark.parametrize("office", HELD_BY_ONE)
    def test_such_an_office_has_one_holder_at_a_time(self, office: str) -> None:
        for _, terms in groupby(holders(office=office), key=lambda holder: holder.party):
            for one, other in combinations(terms, 2):
                assert overlap_in_days(one, other) <= 0, (one, other)

    def test_titles_agree_with_their_office(self) -> None:
        told = {(h.title, h.office, office_of(h.title)) for h in holders() if h.title not in OPAQUE_TITLES}
        assert [row for row in sorted(told, key=str) if row[1] != row[2]] == []

    def test_rows_are_sorted_and_unique(self) -> None:
        rows = [(h.party or "", h.office, h.first_day, h.name, h.title) for h in holders()]
        assert [row[:3] for row in rows] == sorted(row[:3] for row in rows)
        assert len(rows) == len(set(rows))


class TestGaps:
    @pytest.mark.parametrize(("party", "offices"), FOLLOWED)
    def test_an_office_is_filled_from_2015_to_2025_but_for_gaps_that_are_known(
        self, party: str, offices: tuple[str, ...]
    ) -> None:
        known = tuple((start, end) for start, end, _ in FOLLOWED[party, offices])
        assert gaps_of(party, offices) == known

    def test_every_member_of_the_g20_is_followed_in_its_leader_foreign_and_environment_minister(self) -> None:
        for code in G20:
            assert {(code, ("foreign_minister",)), (code, ENVIRONMENT)} <= set(FOLLOWED)
            assert {(code, HEADS_OF_STATE), (code, HEADS_OF_GOVERNMENT)} & set(FOLLOWED)


class TestHolders:
    def test_the_holder_of_an_office_on_a_day(self) -> None:
        (holder,) = holders("GBR", "head_of_government", date(2020, 1, 1))
        assert (holder.name, holder.title) == ("Boris Johnson", "Prime Minister")

    @pytest.mark.parametrize(
        ("party", "office", "on", "name"),
        [
            ("UN", "unfccc_executive_secretary", date(2022, 8, 1), "Ibrahim Thiaw"),
            ("SAU", "head_of_government", date(2020, 1, 1), "Salman bin Abdulaziz"),
            ("KOR", "head_of_state", date(2017, 4, 1), "Hwang Kyo-ahn"),
            ("AUS", "climate_envoy", date(2021, 11, 1), "Jamie Isbister"),
            ("FRA", "climate_envoy", date(2021, 11, 1), "Stéphane Crouzat"),
            ("EUU", "environment_commissioner", date(2024, 9, 1), "Maroš Šefčovič"),
        ],
    )
    def test_who_stood_in_and_who_came_between_is_known(self, party: str, office: str, on: date, name: str) -> None:
        assert [holder.name for holder in holders(party, office, on)] == [name]

    def test_precision_of_a_term_is_kept(self) -> None:
        (holder,) = holders("CHN", "environment_minister", date(2016, 1, 1))
        assert (holder.start.precision, holder.end and holder.end.precision) == ("day", "month")

    def test_an_unknown_party_has_no_holders(self) -> None:
        assert holders("XYZ") == ()

    def test_days_from_a_term(self) -> None:
        (holder,) = holders("FRA", "head_of_state", date(2015, 1, 1))
        assert holder.days_from(date(2017, 5, 24)) == 10
        assert holder.days_from(date(2012, 5, 14)) == 1
        assert holder.days_from(date(2014, 1, 1)) == 0


class TestFindHolders:
    @pytest.mark.parametrize(
        ("words", "on", "name"),
        [
            ("Merkel", date(2019, 9, 23), "Angela Merkel"),
            ("President Moon", date(2019, 9, 23), "Moon Jae-in"),
            ("Prime Minister Ardern", date(2020, 1, 1), "Jacinda Ardern"),
            ("Ardern Jacinda", None, "Jacinda Ardern"),
            ("Jae-in Moon", None, "Moon Jae-in"),
            ("MOON Jae In", None, "Moon Jae-in"),
            ("Francois Hollande", None, "François Hollande"),
            ("Frank W. Bainimarama", None, "Frank Bainimarama"),
            ("Jokowi", date(2018, 1, 1), "Joko Widodo"),
            ("Von der Leyen", date(2022, 1, 1), "Ursula von der Leyen"),
            ("Ms. Espinosa", date(2019, 1, 1), "Patricia Espinosa"),
            ("Jae-in", date(2019, 1, 1), "Moon Jae-in"),
            ("bin Farhan", date(2021, 1, 1), "Faisal bin Farhan"),
            ("then-President Sebastián Piñera", date(2019, 1, 1), "Sebastián Piñera"),
        ],
    )
    def test_finds_the_person_meant(self, words: str, on: date | None, name: str) -> None:
        assert find_holders(words, on)[0].name == name

    @pytest.mark.parametrize("words", ["Mehmet Ã–zhaseki", "Mehmet Å�zhaseki", "Mehmet �zhaseki", "Mehmet ?zhaseki"])
    def test_bridges_a_lost_letter(self, words: str) -> None:
        assert {name for name, _ in names_and_parties(words)} == {"Mehmet Özhaseki"}

    def test_the_title_before_a_name_decides_between_namesakes(self) -> None:
        on = date(2021, 6, 1)
        assert find_holders("Foreign Minister Wang", on)[0].name == "Wang Yi"
        assert find_holders("Commerce Minister Wang", on)[0].name == "Wang Wentao"

    def test_a_family_name_of_several_parties_returns_them_all(self) -> None:
        found = {party for _, party in names_and_parties("Michel", date(2018, 1, 1))}
        assert found == {"BEL", "EUU", "SYC"}

    def test_only_terms_within_two_years_of_the_day(self) -> None:
        assert find_holders("Cameron", date(2012, 1, 1))[0].office == "head_of_government"
        assert find_holders("Cameron", date(2019, 9, 1)) == ()
        assert find_holders("Cameron", date(2024, 1, 1))[0].office == "foreign_minister"

    def test_without_a_day_the_latest_comes_first(self) -> None:
        assert [holder.office for holder in find_holders("Cameron")] == ["foreign_minister", "head_of_government"]

    @pytest.mark.parametrize("words", ["", "  ", "�", "??", "Prime Minister", "Nobody Atall", "Wanda Merkel", "A. B."])
    def test_what_is_no_known_name_finds_nobody(self, words: str) -> None:
        assert find_holders(words) == ()

    @given(any_holder)
    def test_everybody_is_found_by_full_name_in_either_order(self, holder: Holder) -> None:
        assert holder in find_holders(holder.name)
        assert holder in find_holders(f"{holder.family} {holder.given}")
        assert holder in find_holders(f"{holder.given} {holder.family}", holder.first_day)

    @given(any_holder)
    def test_everybody_is_found_by_family_name(self, holder: Holder) -> None:
        assert holder in find_holders(holder.family, holder.first_day)

    @given(any_holder, st.data())
    def test_everybody_is_found_though_a_letter_is_lost(self, holder: Holder, data: st.DataObject) -> None:
        words = [word for word in holder.name.split() if word.isalpha() and len(word) > 1]
        word = data.draw(st.sampled_from(words or [holder.family]))
        place = data.draw(st.sampled_from([index for index, letter in enumerate(word) if letter.isalpha()]))
        damaged = holder.name.replace(word, f"{word[:place]}\ufffd{word[place + 1 :]}", 1)
        assert holder in find_holders(damaged)

    def test_a_suffix_behind_a_name_with_a_lost_letter_is_no_part_of_it(self) -> None:
        assert [holder.family for holder in find_holders("\ufffdeodoro Locsin Jr.")] == ["Locsin"]

    @given(st.text())
    def test_any_text_is_answered(self, words: str) -> None:
        assert isinstance(find_holders(words), tuple)


class TestOfficeOf:
    @pytest.mark.parametrize(
        ("title", "office"),
        [
            ("Minister of Ecology and Environment", "environment_minister"),
            ("Minister of Environment, Forest and Climate Change", "environment_minister"),
            ("Foreign Secretary", "foreign_minister"),
            ("External Affairs Minister", "foreign_minister"),
            ("State Councilor and Foreign Minister", "foreign_minister"),
            ("Secretary of State", "foreign_minister"),
            ("Secretary of State for Energy Security and Net Zero", "energy_minister"),
            ("special envoy on climate change issues", "climate_envoy"),
            ("former US Climate Envoy", "climate_envoy"),
            ("Minister for Climate Change and Energy", "climate_minister"),
            ("Premier", "head_of_government"),
            ("prime minister-designate", "head_of_government"),
            ("German Chancellor", "head_of_government"),
            ("Chancellor of the Exchequer", "finance_minister"),
            ("President", "head_of_state"),
            ("then-U.S. President", "head_of_state"),
            ("President of the People's Republic of China", "head_of_state"),
            ("Vice Premier", "deputy_head_of_government"),
            ("Deputy Foreign Minister", "deputy_foreign_minister"),
            ("Vice Minister of Ecology and Environment", "deputy_environment_minister"),
            ("Vice President", "vice_president"),
            ("European Commission President", "commission_president"),
            ("Executive Vice-President of the European Commission for the European Green Deal", "climate_commissioner"),
            ("EU climate chief", "climate_commissioner"),
            ("UN climate chief", "unfccc_executive_secretary"),
            ("UN Secretary-General", "secretary_general"),
            ("NATO Secretary-General", "nato_secretary_general"),
            ("head of the International Energy Agency", "iea_executive_director"),
            ("acting IPCC chair", "ipcc_chair"),
            ("Ambassador for the Environment", "climate_envoy"),
            ("Ambassador at Large for Climate Diplomacy", "climate_envoy"),
            ("President of COP28", "cop_president"),
            ("White House national security advisor", "national_security_adviser"),
        ],
    )
    def test_names_the_office(self, title: str, office: str) -> None:
        assert office_of(title) == office

    @pytest.mark.parametrize(
        "title",
        [
            "adviser to the prime minister",
            "spokesperson for the Foreign Ministry",
            "president of the Harbour Society",
            "Under Secretary of State",
            "Deputy Energy Minister",
            "Governor",
            "CEO",
            "",
        ],
    )
    def test_other_titles_name_none(self, title: str) -> None:
        assert office_of(title) is None


class TestFolding:
    @given(st.text())
    def test_folding_twice_is_folding_once(self, words: str) -> None:
        assert fold(fold(words)) == fold(words)

    def test_accents_hyphens_and_apostrophes_go(self) -> None:
        assert fold("Çağla-Ølund O’Brien") == "cagla olund obrien"

    def test_too_few_letters_make_no_pattern(self) -> None:
        assert lossy_pattern("K?o") is None

    def test_undamaged_words_make_no_pattern(self) -> None:
        assert lossy_pattern("Koizumi") is None
