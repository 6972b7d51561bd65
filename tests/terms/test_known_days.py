"""The counts of members and the occasions that texts name."""

from datetime import date

from parley.terms.agreements import agreement_titled
from parley.terms.memberships import adoptions, members_on, memberships
from parley.terms.occasions import occasions_in
from parley.terms.parties import parties


def test_counts_follow_each_other_in_time_and_are_of_groups_we_know() -> None:
    for group, counts in memberships().items():
        days = [count.since for count in counts]
        assert group in parties()
        assert days == sorted(days)
        assert all(0 < count.countries <= count.members for count in counts)


def test_the_count_of_the_eu_is_that_of_its_list_of_members() -> None:
    for day in (date(2012, 1, 1), date(2015, 1, 1), date(2022, 1, 1)):
        found = members_on("EUU", day)
        assert found is not None
        assert found.members == len(parties()["EUU"].members_on(day))


def test_no_count_is_given_before_it_begins_or_after_the_list_was_closed() -> None:
    assert members_on("G20", date(1990, 1, 1)) is None
    assert members_on("BRICS", date(2024, 6, 1)) is None


def test_adoptions_are_of_agreements_we_know() -> None:
    assert all(agreement_titled(title) for title in adoptions())


def test_a_step_stands_for_the_agreement_that_the_sentence_names() -> None:
    found = occasions_in("The Kyoto Protocol was long in coming into force after its adoption.")
    assert [occasion.day for occasion in found] == [date(2005, 2, 16), date(1997, 12, 11)]


def test_a_summit_is_found_by_its_city() -> None:
    found = occasions_in("From the Copenhagen summit to the one in Glasgow it was a long way.")
    assert [occasion.day.year for occasion in found] == [2009, 2021]
