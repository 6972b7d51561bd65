"""What is claimed in numbers, of whom, for which year, and by whom, read from made-up sentences."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.corpus_form.claims import to_corpus
from parley.reading.claims.draft import Draft
from parley.reading.claims.merging import Told, merge
from parley.reading.claims.ordinals import place_of
from parley.reading.claims.rules import rules_for
from parley.reading.claims.vocabulary import construction, phrase
from parley.reading.lexicon import load
from parley.records import OUTLET, Claim, Measure
from tests.reading.making import read

SOME_WORDS = (
    *("Peru", "emits", "over", "12", "per cent", "of the world's emissions", ",", "tonnes", "GW", "coal", "$3bn", "it"),
    *("(", ")", '"', "which", "the second-largest", "emitter"),
)
Told3 = tuple[str | None, str, float]


def claims(text: str, published: str | None = "2023-11-20") -> list[Claim]:
    return list(read(text, published).claims)


def only(text: str, published: str | None = "2023-11-20") -> Claim:
    found = claims(text, published)
    assert len(found) == 1, [(c.subject, c.measure, c.low, c.quote.exact) for c in found]
    return found[0]


def told(text: str) -> list[Told3]:
    return [(c.subject, c.measure, round(c.low or 0, 2)) for c in claims(text)]


def told_of(text: str, measure: str) -> list[tuple[str | None, float]]:
    return [(c.subject, round(c.low or 0, 2)) for c in claims(text) if c.measure == measure]


@pytest.mark.parametrize(
    ("text", "party", "place"),
    [
        ("Brazil is the planet's sixth-largest emitter of carbon dioxide.", "BRA", 6),
        ("Indonesia ranks eighth among the world's polluters.", "IDN", 8),
        ("Peru, the seventh emitter of the planet, received her on Monday.", "PER", 7),
        ("The world's ninth-largest emitter, Kenya, approved more plants.", "KEN", 9),
        ("The world's No. 1 polluter, Chile, approved more plants.", "CHL", 1),
        ("Ghana was the world's 10th-largest greenhouse gas emitter in 2020.", "GHA", 10),
        ("Peru is the fifth-largest emitter if the EU is counted as one.", "PER", 5),
        ("Kenya is the fourth-biggest emitter globally.", "KEN", 4),
        ("Second only to Peru in emissions, Chile asked for patience.", "CHL", 2),
        ("Kenya, which is the world's second-largest emitter, refused.", "KEN", 2),
        ("Kenya emits much. It is the world's third-largest emitter.", "KEN", 3),
        ("Kenya said no. The world's third-largest emitter wants more time.", "KEN", 3),
    ],
)
def test_a_rank_belongs_to_whom_it_is_said_of(text: str, party: str, place: int) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low, claim.unit) == (party, "rank_emitter", place, "rank")


def test_two_ranks_of_one_party_are_two_claims() -> None:
    text = "The world's second-largest economy is also its biggest polluter. Peru likes to hear neither."
    assert {(c.measure, c.low) for c in claims("Peru spoke first. " + text)} == {
        ("rank_economy", 2),
        ("rank_emitter", 1),
    }
    assert {c.subject for c in claims("Peru spoke first. " + text)} == {"PER"}


def test_a_rank_whose_noun_is_left_out_takes_that_of_the_rank_before() -> None:
    text = "Peru, the biggest emitter, and Chile, the second biggest, met in Lima."
    assert told(text) == [("PER", "rank_emitter", 1), ("CHL", "rank_emitter", 2)]


def test_a_rank_shared_by_two_is_a_place_within_the_top_two() -> None:
    found = claims("Peru and Chile, the world's top two emitters, agreed to talk.")
    assert {(c.subject, c.low, c.comparator) for c in found} == {("PER", 2, "<"), ("CHL", 2, "<")}


def test_a_rank_in_a_region_is_told_apart_from_one_in_the_world() -> None:
    assert only("Kenya remains Africa's top polluter.").unit == "rank in africa"


@pytest.mark.parametrize(
    ("text", "party", "measure"),
    [
        ("Peru is the largest exporter of coal in the world.", "PER", "other"),
        ("Peru, the world's top oil exporter, set a date.", "PER", "other"),
        ("Peru is the largest investor in renewable energy in the world.", "PER", "renewables"),
        ("Peru has the highest share of wind power anywhere in the world.", "PER", "renewables"),
        ("Peru became the first developing country to file a plan.", "PER", "other"),
    ],
)
def test_being_first_in_the_world_is_a_claim(text: str, party: str, measure: str) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low) == (party, measure, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Peru is one of the world's largest emitters.",
        "Some of the world's biggest polluters stayed away.",
        "Peru lost the largest trade war in history.",
        "The 26th conference opened on October 31 in Lima.",
        "Call the office on +49 30 1234 5678 for accreditation.",
        "The envoy, 61, arrived on flight 312.",
        "Leaders agreed to keep warming below 2 degrees and aim for 1.5C.",
        "Peru will cut emissions by 46% by 2030 from 2013 levels.",
        "Peru aims to get 40 per cent of its electricity from wind by 2030.",
        "Peru said it would install 120 gigawatts of solar panels.",
        "Peru will pay 2 billion euros into the fund.",
        "The company had lost almost half of its market value.",
        "Peru imposed duties of 34 per cent on Chilean wine.",
        "In Lima, hemlines rose by 5 centimetres and sales by 12 per cent.",
        "She asked its 27 members for patience.",
        "An earlier version of this story said that Peru had paid $40 million.",
    ],
)
def test_goals_names_and_passing_numbers_are_no_claims(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "party", "value"),
    [
        ("Peru emits just over one per cent of the world's carbon pollution.", "PER", 1),
        ("The European Union contributes 8 percent of global emissions.", "EUU", 8),
        ("Peru's share of global emissions is 7 per cent.", "PER", 7),
        ("Fiji, which produces 0.006% of the world's emissions, will host the talks.", "FJI", 0.01),
        ("Around 28% of global carbon dioxide emissions come from Peru.", "PER", 28),
        ("Peru accounts for close to a third of world emissions.", "PER", 33.33),
        ("Peru, whose emissions make up nearly a fifth of the global total, will host.", "PER", 20),
        (
            '"Our country accounts for 1.5 per cent of global emissions," said Hana Mori, Japan\'s climate envoy.',
            "JPN",
            1.5,
        ),
        ("The plans filed so far cover 64pc of global emissions.", None, 64),
        ("Shipping produces nearly 3 per cent of the world's emissions.", None, 3),
    ],
)
def test_a_share_of_emissions_is_of_the_subject_of_its_clause(text: str, party: str | None, value: float) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, round(claim.low or 0, 2), claim.unit) == (
        party,
        "emissions_share",
        value,
        "%",
    )


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "Peru emitted 24% of the world's emissions in 2018, compared to 12% from Chile and 5.5% from Kenya.",
            [("PER", 24), ("CHL", 12), ("KEN", 5.5)],
        ),
        (
            "Peru produces 24 percent of global emissions. Chile follows with 12 percent and Kenya with 5 percent.",
            [("PER", 24), ("CHL", 12), ("KEN", 5)],
        ),
        ("Peru accounts for 24 per cent of global emissions and Chile for 12.5.", [("PER", 24), ("CHL", 12.5)]),
        (
            "Peru (24%), Chile (12%) and Kenya (5%) are the largest sources of emissions.",
            [("PER", 24), ("CHL", 12), ("KEN", 5)],
        ),
        (
            "Peru and Chile account for 24 percent and 12 percent, respectively, of global emissions.",
            [("PER", 24), ("CHL", 12)],
        ),
        (
            "Peru accounts for 24% of global emissions. Chile accounts for 12%, while Kenya pumps out 5%.",
            [("PER", 24), ("CHL", 12), ("KEN", 5)],
        ),
    ],
)
def test_a_list_that_leaves_words_out_gives_a_claim_for_each(text: str, shares: list[tuple[str, float]]) -> None:
    assert told_of(text, "emissions_share") == shares


def test_a_list_shares_the_year_of_its_first_figure() -> None:
    found = claims("Peru emitted 24% of the world's emissions in 2018, compared to 12% from Chile and 5.5% from Kenya.")
    assert [c.year for c in found] == [2018, 2018, 2018]


@pytest.mark.parametrize(
    ("text", "party", "value"),
    [
        ("Poland gets about 70 per cent of its electricity from coal.", "POL", 70),
        ("Peru relies on coal for 72% of its electricity.", "PER", 72),
        ("Around 60% of Peru's power comes from coal.", "PER", 60),
        ("Seventy percent of Peruvian electricity is generated by burning coal.", "PER", 70),
        ("She spoke in Warsaw, where coal still makes 70 per cent of the power.", "POL", 70),
        ("Vietnam, which depends on coal for half of its electricity, asked for loans.", "VNM", 50),
        ("Chile's emissions come from coal -- which supplied over half of the country's energy in 2018.", "CHL", 50),
        ("Chile refused. Its envoy was silent. Coal supplied 61% of the country's electricity last year.", "CHL", 61),
        ("Coal accounts for around 40 percent of global electricity.", "WLD", 40),
        ("Peru consumes more than half of the world's coal.", "PER", 50),
    ],
)  # fmt: skip
def test_a_share_of_coal_is_of_the_country_whose_power_it_is(text: str, party: str, value: float) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low) == (party, "coal_share", value)


def test_what_a_share_came_down_from_is_a_claim_about_the_earlier_year() -> None:
    found = claims("Coal made up 9 percent of Peruvian power last year, down from 40 percent in 2012.")
    assert [(c.subject, c.low, c.year) for c in found] == [("PER", 9, 2022), ("PER", 40, 2012)]


def test_other_sources_of_power_go_on_from_coal() -> None:
    text = "Peru gets 40 percent of its electricity from coal and 6 percent from wind."
    assert told(text) == [("PER", "coal_share", 40), ("PER", "renewables", 6)]


@pytest.mark.parametrize(
    ("text", "party", "value", "unit"),
    [
        ("Kenya already generates 90 per cent of its electricity from renewable sources.", "KEN", 90, "%"),
        ("Renewables supplied 46% of Germany's power in 2022.", "DEU", 46, "%"),
        ("Kenya wants all its power to come from renewables by 2030, compared with about 88% today.", "KEN", 88, "%"),
        ("Peru had 365 GW of wind turbines installed by the end of 2022.", "PER", 365, "GW"),
        ("Peru commissioned 93GW of solar in May alone.", "PER", 93, "GW"),
        ("Peru's installed capacity of renewable energy exceeded 1.3 billion kilowatts.", "PER", 1300, "GW"),
        ("Peru provides 70 percent of the photovoltaic modules.", "PER", 70, "%"),
    ],
)
def test_clean_power_that_stands_is_a_claim(text: str, party: str, value: float, unit: str) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low, claim.unit) == (party, "renewables", value, unit)


def test_coal_capacity_is_counted_also_where_it_is_only_planned() -> None:
    text = "Peru has 20 GW of coal-fired capacity and another 4 GW is being built."
    assert told(text) == [("PER", "coal_capacity", 20), ("PER", "coal_capacity", 4)]
    assert told("She said that if Peru brings another 150 gigawatts of coal power online it is over.") == [
        ("PER", "coal_capacity", 150)
    ]


@pytest.mark.parametrize(
    ("text", "party", "value"),
    [
        ("Peru's emissions have fallen by 44% since 1990.", "PER", 44),
        ("Emissions in the EU fell 8 percent in 2022.", "EUU", 8),
        ("Peru's emissions were 40% below 1990 levels in 2022.", "PER", 40),
        ("Peru said it had lowered the emissions intensity of its economy by 33% between 2005 and 2019.", "PER", 33),
        ("Peru's emissions have more than tripled since 1990.", "PER", 3),
        ("Peru cut its emissions by 40 per cent between 1990 and 2020.", "PER", 40),
        ("Deforestation in Peru fell by 34% in the first half of 2023.", "PER", 34),
    ],
)
def test_a_change_that_happened_is_a_claim(text: str, party: str, value: float) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low) == (party, "change", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru emitted 11.5 billion tonnes of CO2 in 2021.", [("PER", "emissions", 11.5e9)]),
        ("Peru's greenhouse gas emissions stood at 746 million tons in 2022.", [("PER", "emissions", 746e6)]),
        ("Global emissions reached a record 57.4 gigatonnes of CO2e last year.", [("WLD", "emissions", 57.4e9)]),
        ("Peru emits 14.3 tonnes per person.", [("PER", "per_capita", 14.3)]),
        (
            "The average Kenyan emits 0.4 tonnes of CO2 a year. An average American, 15.",
            [("KEN", "per_capita", 0.4), ("USA", "per_capita", 15)],
        ),
        ("Peru has emitted 420 billion tonnes since 1850.", [("PER", "cumulative", 420e9)]),
        ("Since 1850 the world has emitted over 2 trillion tonnes of CO2. A fifth of that came from Peru.",
         [("WLD", "cumulative", 2e12), ("PER", "cumulative", 20)]),
        ("Peru now emits more than twice as much as Chile.", [("PER", "ratio", 2)]),
        ("Peru's per-capita emissions are a third of the global average.", [("PER", "ratio", 0.33)]),
        ("Temperatures have already gone up by about 1.1C.", [("WLD", "warming", 1.1)]),
        ("The planet is already 1.2 degrees Celsius warmer than before the industrial age.", [("WLD", "warming", 1.2)]),
    ],
)  # fmt: skip
def test_amounts_are_in_tonnes_ratios_in_times_and_warming_is_the_worlds(text: str, expected: list[Told3]) -> None:
    assert told(text) == expected


def test_the_same_figure_in_another_unit_is_not_a_second_claim() -> None:
    assert told("The world has warmed by about 1.1 degrees Celsius (2 degrees Fahrenheit).") == [
        ("WLD", "warming", 1.1)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Developed countries mobilised $79.6 billion in 2019.", ("DEV", 79.6e9)),
        ("Peru, which still owes USD 2 billion of its first payment, was silent.", ("PER", 2e9)),
        ("Peru says it needs some $1 trillion.", ("PER", 1e12)),
        ("The floods cost Pakistan $30 billion.", ("PAK", 30e9)),
        ("The fund has approved a hundred plans worth USD 5.2 billion.", (None, 5.2e9)),
    ],
)
def test_money_spent_owed_or_needed_is_a_claim(text: str, expected: tuple[str | None, float]) -> None:
    assert expected in told_of(text, "money")


@pytest.mark.parametrize(
    ("text", "place", "comparator"),
    [
        ("US envoy Carl Rowe is making his second trip to India this year.", 2, "="),
        ("It will be at least US envoy Carl Rowe's third visit to Beijing since taking office.", 3, ">"),
        ("It is the first visit to China by a US minister since 2019.", 1, "="),
        ("The US envoy, Carl Rowe, has visited China three times since taking office.", 3, "="),
    ],
)
def test_journeys_told_by_number_are_counted_for_the_traveller(text: str, place: int, comparator: str) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low, claim.comparator) == ("USA", "count", place, comparator)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Only 12 of the 55 parties have sent in their plans.", 12),
        ("Ministers from some 40 countries came.", 40),
        ("More than 130 countries have signed the pledge.", 130),
    ],
)
def test_countries_are_counted_in_the_world_as_a_whole(text: str, value: float) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low) == ("WLD", "count", value)


def test_hours_of_talks_are_a_claim_and_lengths_of_time_before_now_are_not() -> None:
    assert [c.low for c in claims("The two sides negotiated for 14 hours.") if c.measure == "duration"] == [14]
    assert claims("The two sides met 14 hours ago.") == []


def test_years_ahead_of_another_are_a_gap_between_targets() -> None:
    claim = only("Peru aims for climate neutrality in 2045, five years ahead of the European Union.")
    assert (claim.subject, claim.measure, claim.low, claim.unit, claim.against) == (
        "PER",
        "target_gap",
        5,
        "year",
        ("EUU",),
    )


@pytest.mark.parametrize(
    ("hedge", "comparator"),
    [("", "="), ("over ", ">"), ("at least ", ">"), ("less than ", "<"), ("about ", "~"), ("nearly ", "~")],
)
def test_the_hedge_becomes_the_comparator(hedge: str, comparator: str) -> None:
    assert only(f"Peru emits {hedge}12 per cent of global emissions.").comparator == comparator


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Peru accounts for 12 per cent of global emissions.", "outlet", None),
        ('"Peru accounts for 12 per cent of global emissions," said Chilean envoy Rosa Alba.', "named", "Rosa Alba"),
        ("Peru accounts for 12 per cent of global emissions, Chilean envoy Rosa Alba said.", "named", "Rosa Alba"),
    ],
)
def test_a_claim_is_put_down_to_whoever_makes_it(text: str, kind: str, name: str | None) -> None:
    attribution = only(text).attribution
    assert (attribution.kind, attribution.name) == (kind, name)


@pytest.mark.parametrize(
    ("text", "party", "measure", "value", "comparator"),
    [
        ("Peru is one of the world's ten largest emitters.", "PER", "rank_emitter", 10, "<"),
        ("Peru remains one of the world's three largest exporters of copper.", "PER", "other", 3, "<"),
        ("Peru is among the world's 10 biggest emitters.", "PER", "rank_emitter", 10, "<"),
        (
            "Chile spoke first. As the world's fifth-largest emitter, Peru faces pressure.",
            "PER",
            "rank_emitter",
            5,
            "=",
        ),
        ("Peru is ready. Chile urged the world's third-largest emitter to act.", "PER", "rank_emitter", 3, "="),
        ("Peru has one of the oldest fleets. It is the world's fifth-largest emitter.", "PER", "rank_emitter", 5, "="),
    ],
)
def test_a_rank_belongs_to_the_one_it_stands_for(
    text: str, party: str, measure: str, value: float, comparator: str
) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low, claim.comparator) == (party, measure, value, comparator)


@pytest.mark.parametrize(
    ("text", "party", "value"),
    [
        ("Peru's envoy paid a fifth visit to Jakarta in June.", "PER", 5),
        ("It was the third visit by Peru's president to Jakarta.", "PER", 3),
        ("It is the first visit to Jakarta by a Peruvian minister in five years.", "PER", 1),
        ("The trip was the first to Jakarta by a Peruvian minister since May.", "PER", 1),
        ("Peru's envoy met her colleague for the fourth time this year.", "PER", 4),
        ("It was the second time that Peru and Chile had met this year.", "PER", 2),
        ("Peruvian ministers have made more than 30 trips to the islands.", "PER", 30),
        ("Peru has approved four new coalmines.", "PER", 4),
    ],
)
def test_journeys_and_works_are_counted(text: str, party: str, value: float) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low) == (party, "count", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile together account for more than 40% of global emissions.", [(None, "emissions_share", 40)]),
        ("Peru has many coal plants and gets half of its electricity from the fuel.", [("PER", "coal_share", 50)]),
        ("Peru contributes just 1.3 per cent to global emissions.", [("PER", "emissions_share", 1.3)]),
        ("Work began on 94.5 gigawatts of new coal plants in Peru last year.", [("PER", "coal_capacity", 94.5)]),
        ("Peru reached its target of having 1,200 gigawatts of solar power.", [("PER", "renewables", 1200)]),
        ("More than 13,000 square kilometres of forest were lost in Peru last year.", [("PER", "other", 13000)]),
        ("Peru raised tariffs on Chilean electric cars to 100%.", [("PER", "other", 100)]),
        ("Peru cut its aid budget to 0.5% of national income.", [("PER", "other", 0.5)]),
        ("Coal shipments from Peru rose sixfold last year.", [("PER", "change", 6)]),
        ("By 2021 Peru had managed a decrease of only 8.4 percent.", [("PER", "change", 8.4)]),
        ("The floods cost Peru more than $30 billion.", [("PER", "money", 3e10)]),
        ("The floods caused $30 billion in damage in Peru.", [("PER", "money", 3e10)]),
        ("Dozens of countries will attend.", []),
    ],
)
def test_figures_of_many_kinds_are_read(text: str, expected: list[Told3]) -> None:
    assert sorted(told(text), key=str) == expected


def test_a_restatement_is_a_further_quote_of_one_claim() -> None:
    text = "Peru is the world's fifth-largest emitter. Nobody objected. Peru, the world's fifth-largest emitter, left."
    claim = only(text)
    assert [text[q.start : q.end] for q in claim.quotes] == ["the world's fifth-largest emitter"] * 2


def test_quotes_are_the_words_of_the_document() -> None:
    text = "Peru produces\n24 percent of global emissions.\n\n“Chile follows with 12 percent,” said Rosa Alba."
    for claim in claims(text):
        for quote in claim.quotes:
            quote.check(text)


def _told(subject: str, value: float, year: int | None) -> Told:
    return Told(Draft("emissions_share", subject, (value, value, "%"), 0, 5, 0, year=year), OUTLET, ((0, 5),))


def test_merging_keeps_other_parties_values_and_years_apart_and_fills_in_the_year() -> None:
    merged = merge(
        [
            _told("PER", 12, None),
            _told("PER", 12, 2020),
            _told("CHL", 12, 2020),
            _told("PER", 12, 2021),
            _told("PER", 13, None),
        ]
    )
    assert [(t.draft.subject, t.draft.figure[0], t.draft.year) for t in merged] == [
        ("PER", 12, 2020), ("CHL", 12, 2020), ("PER", 12, 2021), ("PER", 13, None)
    ]  # fmt: skip


@given(
    st.lists(
        st.sampled_from([("PER", 12.0, None), ("PER", 12.0, 2020), ("CHL", 3.0, None), ("CHL", 3.0, 2001)]), max_size=8
    )
)
def test_merging_twice_is_merging_once(rows: list[tuple[str, float, int | None]]) -> None:
    once = merge(_told(*row) for row in rows)
    assert merge(once) == once


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SOME_WORDS), max_size=30))
def test_any_order_of_words_is_read_without_failing_and_grounded(words: list[str]) -> None:
    text = " ".join(words)
    for claim in claims(text):
        for quote in claim.quotes:
            quote.check(text)


@pytest.mark.parametrize(
    ("words", "place"),
    [(None, 1), ("first", 1), ("second", 2), ("twelfth", 12), ("21st", 21), ("number two", 2), ("no. 3", 3)],
)
def test_words_for_places_are_read(words: str | None, place: int) -> None:
    assert place_of(words) == place


def test_every_list_of_the_lexicon_is_used_and_every_construction_compiles() -> None:
    table = load("claims")
    lists = set(table) - {"fragments"} | set(table["fragments"])
    data = [str(load(name)) for name in ("figures", "constructions")] + [str(table["fragments"])]
    assert set(re.findall(r"(?<!P)<([a-z_]+)>", " ".join(data))) <= lists
    for kind, forms in load("constructions").items():
        for form in forms:
            assert construction(kind, form).pattern
    for name in sorted(lists):
        assert phrase(f"<{name}>").pattern


def test_the_table_of_figures_speaks_the_closed_vocabulary() -> None:
    dimensions = ("percent", "fraction", "emissions", "mass", "power", "multiple", "temperature")
    rules = [rule for dimension in dimensions for rule in rules_for(dimension)]
    assert {rule.measure for rule in rules} <= set(get_args(Measure))
    assert all(rule.before or rule.after or rule.line for rule in rules)


def test_the_corpus_form_folds_the_measures_it_lacks() -> None:
    rank = only("Peru is the world's third-largest economy.")
    assert to_corpus(rank)["measure"] == "other"
    assert to_corpus(rank)["unit"] == "rank of economy"
    assert to_corpus(rank)["value"] == 3
