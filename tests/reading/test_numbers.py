"""Numbers in English text: what is read, what is left alone, and that offsets never lie."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parley.reading.numbers import NumberMention, find_numbers, find_positions
from parley.terms.units import table, unit


def only(text: str) -> NumberMention:
    """The one number of a text."""
    (mention,) = find_numbers(text)
    return mention


def read(text: str) -> list[tuple[float, float, str | None]]:
    return [(mention.low, mention.high, mention.unit) for mention in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit_token"),
    [
        ("a cut of 50-52%", 50, 52, "%"),
        ("50 to 52 percent", 50, 52, "%"),
        ("50% – 52%", 50, 52, "%"),
        ("between 45 and 50 per cent of it", 45, 50, "%"),
        ("53-61pc", 53, 61, "%"),
        ("five to ten gigawatts", 5, 10, "GW"),
        ("5GW-10GW", 5, 10, "GW"),
        ("$5-10 billion", 5e9, 10e9, "USD"),
        ("between $5 and $10 billion", 5e9, 10e9, "USD"),
        ("900 million to 1.2 billion euros", 9e8, 1.2e9, "EUR"),
        ("364mn-404mn t of CO2 equivalent", 364e6, 404e6, "tCO2e"),
        ("1.5 to 2°C", 1.5, 2, "degC"),
        ("two or three days", 2, 3, "day"),
        ("a third to a half", 1 / 3, 0.5, None),
        ("-5 to -10%", -10, -5, "%"),
        ("between 1000 and 2000", 1000, 2000, None),
    ],
)
def test_ranges_share_their_unit_and_scale(text: str, low: float, high: float, unit_token: str | None) -> None:
    mention = only(text)
    assert (mention.low, mention.high, mention.unit) == (pytest.approx(low), pytest.approx(high), unit_token)
    assert mention.shape == "range"


@pytest.mark.parametrize(("text", "shape"), [("from 25% to 30%", "rise"), ("from 60% to 40%", "fall")])
def test_a_change_keeps_its_direction_and_its_order(text: str, shape: str) -> None:
    mention = only(f"The share went {text}.")
    assert (mention.text, mention.shape) == (text, shape)
    assert mention.low < mention.high


@pytest.mark.parametrize(
    ("text", "value", "unit_token", "dimension"),
    [
        ("$3.5 trillion", 3.5e12, "USD", "money"),
        ("US$100bn", 1e11, "USD", "money"),
        ("€1.2bn", 1.2e9, "EUR", "money"),
        ("EUR100m", 1e8, "EUR", "money"),
        ("£5.2m", 5.2e6, "GBP", "money"),
        ("R131bn", 131e9, "ZAR", "money"),
        ("$8.5-billion", 8.5e9, "USD", "money"),
        ("Rs 2.5 lakh crore", 2.5e12, "INR", "money"),
        ("12 trillion won", 12e12, "KRW", "money"),
        ("49 million pounds", 49e6, "GBP", "money"),
        ("75 USD million", 75e6, "USD", "money"),
        ("twenty MUSD", 20e6, "USD", "money"),
        ("15 dollars and 20 cents", 15.2, "USD", "money"),
        ("200 gigawatts", 200, "GW", "power"),
        ("1,200GW", 1200, "GW", "power"),
        ("a 500-megawatt", 500, "MW", "power"),
        ("12.1 GtCO2e", 12.1, "GtCO2e", "emissions"),
        ("36.8 Gt CO2", 36.8, "GtCO2", "emissions"),
        ("50 MtCO2-eq", 50, "MtCO2e", "emissions"),
        ("10 billion tonnes of CO2", 1e10, "tCO2", "emissions"),
        ("2 million metric tons of carbon dioxide equivalent", 2e6, "tCO2e", "emissions"),
        ("3 Mt of methane", 3, "MtCH4", "emissions"),
        ("70,000 tonnes", 70_000, "t", "mass"),
        ("3 pounds", 3, "lb", "mass"),
        ("1.5°C", 1.5, "degC", "temperature"),
        ("1.5 degrees Celsius", 1.5, "degC", "temperature"),
        ("2.7 degrees Fahrenheit", 2.7, "degF", "temperature"),
        ("2C", 2, "degC", "temperature"),
        ("1.5 degrees", 1.5, "degC", "temperature"),
        ("two degrees north", 2, "deg", "angle"),
        ("half a degree", 0.5, "degC", "temperature"),
        ("minus 20 degrees Celsius", -20, "degC", "temperature"),
        ("−0.5°C", -0.5, "degC", "temperature"),
        ("5 percentage points", 5, "pp", "percentage_point"),
        ("26-point-3-percent", 26.3, "%", "percent"),
        ("3,5 %", 3.5, "%", "percent"),
        ("420 parts per million", 420, "ppm", "concentration"),
        ("3 million hectares", 3e6, "ha", "area"),
        ("11,568 square kilometers", 11_568, "km2", "area"),
        ("25 km2", 25, "km2", "area"),
        ("7.3 MWh", 7.3, "MWh", "energy"),
        ("100 EJ", 100, "EJ", "energy"),
        ("13 million barrels a day", 13e6, "bbl/day", "flow"),
        ("3.7 W/m2", 3.7, "W/m2", "irradiance"),
        ("50 gCO2/kWh", 50, "gCO2/kWh", "intensity"),
        ("100m tonnes", 1e8, "t", "mass"),
        ("5 ft 2 in", 5 + 2 / 12, "ft", "length"),
        ("two and a half years", 2.5, "year", "duration"),
        ("a year and a half", 1.5, "year", "duration"),
        ("a decade", 10, "year", "duration"),
        ("two decades", 20, "year", "duration"),
        ("half a century", 50, "year", "duration"),
        ("twenty minutes", 20, "minute", "duration"),
        ("half", 0.5, None, "fraction"),
        ("a third", 1 / 3, None, "fraction"),
        ("two-thirds", 2 / 3, None, "fraction"),
        ("three quarters", 0.75, None, "fraction"),
        ("one in five", 0.2, None, "fraction"),
        ("nine out of ten", 0.9, None, "fraction"),
        ("3/4", 0.75, None, "fraction"),
        ("¾", 0.75, None, "fraction"),
        ("twice as much", 2, None, "multiple"),
        ("four times as much", 4, None, "multiple"),
        ("eight times Peru's.", 8, None, "multiple"),
        ("fell by a tenth in 2023", 0.1, None, "fraction"),
        ("tenfold", 10, None, "multiple"),
        ("double the", 2, None, "multiple"),
        ("one hundred and twenty five", 125, None, "count"),
        ("twenty-one trillion three hundred and two", 21_000_000_000_302, None, "count"),
        ("half a million", 500_000, None, "count"),
        ("quarter of a million", 250_000, None, "count"),
        ("2 1/2", 2.5, None, "count"),
        ("2½", 2.5, None, "count"),
        ("a dozen", 12, None, "count"),
        ("two dozen", 24, None, "count"),
        ("1 000 000", 1e6, None, "count"),
        ("1,00,000", 100_000, None, "count"),
        ("1.3 billion", 1.3e9, None, "count"),
        ("9.83e-3", 0.00983, None, "count"),
        ("10^5", 1e5, None, "count"),
        (".5 km", 0.5, "km", "length"),
        ("$.99", 0.99, "USD", "money"),
        ("a million and a half", 1.5e6, None, "count"),
        ("two point seven five", 2.75, None, "count"),
        ("second-largest", 2, None, "rank"),
        ("third most populous", 3, None, "rank"),
        ("No. 1", 1, None, "rank"),
        ("26th", 26, None, "ordinal"),
        ("twenty-fifth", 25, None, "ordinal"),
        ("one hundred twenty fifth", 125, None, "ordinal"),
        ("three trillionth", 3e12, None, "ordinal"),
    ],
)
def test_one_number_is_read_with_its_unit(text: str, value: float, unit_token: str | None, dimension: str) -> None:
    mention = only(f"It was {text}.")
    assert mention.low == mention.high == pytest.approx(value, rel=1e-12)
    assert (mention.unit, mention.dimension) == (unit_token, dimension)


@pytest.mark.parametrize(
    ("text", "comparator", "hedge"),
    [
        ("more than 40 states", ">", "more than"),
        ("over 40 states", ">", "over"),
        ("at least 40 states", ">", "at least"),
        ("40 or more states", ">", "or more"),
        ("no less than 40 states", ">", "no less than"),
        ("no smaller than 40 states", ">", "no smaller than"),
        ("x >= 40", ">", ">="),
        ("nearly 40 states", "~", "nearly"),
        ("some 40 states", "~", "some"),
        ("about 40 states", "~", "about"),
        ("40 or so states", "~", "or so"),
        ("less than 40 states", "<", "less than"),
        ("up to 40 states", "<", "up to"),
        ("within 40 km", "<", "within"),
        ("no more than about 40 states", "<", "no more than"),
        ("below the 40% mark", "<", "below"),
        ("40 states", "=", None),
        ("a talk about the 40 states", "=", None),
        ("exactly 40 states", "=", "exactly"),
        ("the top 40 states", "<", "top"),
    ],
)
def test_hedge_words_give_the_comparator(text: str, comparator: str, hedge: str | None) -> None:
    mention = only(text)
    assert mention.low == 40
    assert (mention.comparator, mention.hedge) == (comparator, hedge)


def test_over_a_stretch_of_time_is_not_more_than() -> None:
    assert only("they spoke over two days").comparator == "="
    assert only("the drive took over two days").comparator == ">"


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("dozens of towns", 12, ">"),
        ("hundreds of towns", 100, ">"),
        ("tens of thousands of towns", 10_000, ">"),
        ("several hundred towns", 100, ">"),
        ("a couple of towns", 2, "~"),
    ],
)
def test_vague_numbers_are_the_least_they_can_mean(text: str, value: float, comparator: str) -> None:
    mention = only(text)
    assert (mention.low, mention.comparator, mention.vague) == (value, comparator, True)


def test_vague_amounts_have_units() -> None:
    assert read("hundreds of billions of dollars in a couple of months") == [(1e11, 1e11, "USD"), (2, 2, "month")]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("12 trillion won ($10 billion)", "KRW", "USD"),
        ("R400-billion ($26-billion)", "ZAR", "USD"),
        ("two degrees Celsius (3.6 degrees Fahrenheit)", "degC", "degF"),
        ("10 km (about 6.2 miles)", "km", "mi"),
        ("40 hectares, or 99 acres", "ha", "acre"),
    ],
)
def test_the_same_figure_in_another_unit_is_linked_both_ways(text: str, first: str, second: str) -> None:
    one, other = find_numbers(text)
    assert (one.unit, other.unit) == (first, second)
    assert one.same_as == (other.start, other.end)
    assert other.same_as == (one.start, one.end)


def test_a_warming_in_fahrenheit_beside_celsius_is_a_difference() -> None:
    one, other = find_numbers("1.5 degrees Celsius (2.7 degrees Fahrenheit)")
    assert one.base_low == other.base_low == 1.5


def test_two_figures_that_differ_are_not_linked() -> None:
    one, other = find_numbers("a third (50%) of the seats")
    assert one.same_as is None
    assert other.same_as is None
    assert find_numbers("half (50%) of the seats")[0].same_as is not None


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("$100 billion a year", "year"),
        ("USD 100 billion annually", "year"),
        ("2.3 tonnes of CO2 per capita", "capita"),
        ("$50 a barrel", "bbl"),
        ("0.2°C per decade", "decade"),
        ("40 million tonnes a year of CO2", "year"),
        ("$100 billion a year ago", None),
    ],
)
def test_what_a_quantity_is_counted_over(text: str, per: str | None) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    "text",
    [
        "COP26, COP 26, the G7, the G20 and CO2",
        "objects SCP-173C and L-202, model 13X7",
        "call +1-222-2222/2222, +44 20 7946 0958, (202) 555-0100 or 202-555-0100",
        "on August 31, 31 August, 3-5 May 2031 and September 1-3",
        "in 2019, by 2030, from 2005 to 2030, 2030-2050, 2025/26, below 2005 levels, the 1990s",
        "at 10:30, at 5 p.m., at 11am, at 1400 GMT, 2021-08-31, 31/08/2021",
        "Article 6, Goal 13, the Group of Seven, scope 3, Order No. 14008",
        "1. Opening of the meeting\n2. Adoption of the agenda\n(3) Closing [4]",
        "no one knew, one of the guests said, and the one who left did so once",
        "metres per second, a split second, this quarter",
        "see https://example.org/a/12/b?c=40 or mail x99@example.org",
        "net zero, double-digit, double standards",
        "&#8217;tis, 24/7",
        "who in 2019 won the race",
        "try ALL doors",
    ],
)
def test_what_is_no_number_is_left_alone(text: str) -> None:
    assert [mention.text for mention in find_numbers(text)] == []


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("the 26th Conference", "ordinal"),
        ("her second trip", "ordinal"),
        ("a third visit", "ordinal"),
        ("a second visit", "ordinal"),
        ("the second-largest emitter", "rank"),
        ("it ranks 12th in the world", "rank"),
        ("the world's largest emitter", "rank"),
        ("the 20 largest economies", "rank"),
        ("he visited twice", "count"),
        ("he visited three times", "count"),
        ("she met four times Peru's foreign minister", "count"),
    ],
)
def test_ordinals_are_not_ranks_and_times_are_not_multiples(text: str, dimension: str) -> None:
    assert only(text).dimension == dimension


def test_one_of_the_largest_is_no_rank() -> None:
    assert find_numbers("one of the largest emitters") == ()


def test_a_year_with_a_unit_or_a_clear_hedge_is_a_quantity() -> None:
    assert read("2000 MW, more than 2000 delegates, 2,020 seats") == [
        (2000, 2000, "MW"),
        (2000, 2000, None),
        (2020, 2020, None),
    ]


def test_one_counts_when_something_is_said_of_it() -> None:
    assert read("at least one town, one per cent, one to three towns") == [(1, 1, None), (1, 1, "%"), (1, 3, None)]


@pytest.mark.parametrize(
    ("text", "written", "step"),
    [
        ("$3.5 trillion", "3.5 trillion", 1e11),
        ("1,200 GW", "1,200", 1),
        ("0.25%", "0.25", 0.01),
        ("half", "half", None),
        ("50-52.5%", "50-52.5", 1),
    ],
)
def test_the_number_as_written_keeps_its_precision(text: str, written: str, step: float | None) -> None:
    mention = only(text)
    assert mention.written == written
    assert mention.step == pytest.approx(step)


def test_base_values_are_in_the_canonical_unit() -> None:
    emissions, power = find_numbers("12.1 GtCO2e and 200 gigawatts")
    assert (emissions.base_low, emissions.base_unit) == (pytest.approx(12.1e9), "tCO2e")
    assert (power.base_low, power.base_unit) == (2e11, "W")


def test_shares_are_comparable_in_per_cent() -> None:
    assert only("half of it").percent == (50, 50)
    assert only("10-20% of it").percent == (10, 20)
    assert only("10 GW of it").percent is None


def test_line_breaks_and_odd_spaces_do_not_split_a_number() -> None:
    assert read("1.3 billion\nkilowatts, 12\u00a0000\u00a0ha, 5\u202f%") == [
        (1.3e9, 1.3e9, "kW"),
        (12_000, 12_000, "ha"),
        (5, 5, "%"),
    ]


def test_positions_in_a_sequence_are_told_from_its_end_or_the_present() -> None:
    text = "The last but one, a previous version, the next round, the last time; not last year, not next Monday."
    assert [(place.text, place.steps) for place in find_positions(text)] == [
        ("last but one", -1),
        ("previous", -1),
        ("next", 1),
        ("last", 0),
    ]


def test_the_lexicon_is_sound() -> None:
    data = tomllib.loads(files("parley.reading").joinpath("lexicon", "numbers.toml").read_text("utf-8"))
    hedges = [words for group in data["hedges"].values() for words in group]
    assert len(hedges) == len(set(hedges))
    assert all(words == words.lower() and len(words.split()) <= 6 for words in hedges)
    phrases = [phrase for phrases in data["per"].values() for phrase in phrases]
    assert len(phrases) == len(set(phrases))
    assert all(entry["unit"] in table().units for entry in data["spans"].values())
    assert all(name in data["ordinals"] or name in ("half", "halves", "quarter") for name in data["denominators"])


# Properties

SIGNS = "0123456789.,-–/ ()%$€°£\n'\"<>~+ⅠC²½²٣İßk"
ALPHABET = st.sampled_from([*SIGNS, " one", " two", " half", " million", "th"])
VOCABULARY = (
    "between and to from a half third of $ 5 12 % 2030 August degrees C GW tonnes CO2 one hundred more than second "
    "largest ft in 10 cents dollars"
)
WORDS = st.sampled_from(sorted(set(VOCABULARY.split(" "))))
SCALES = {"": 1.0, " thousand": 1e3, " million": 1e6, "bn": 1e9, " billion": 1e9, " trillion": 1e12, " crore": 1e7}


def check(text: str) -> None:
    last = 0
    for mention in find_numbers(text):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.written in mention.text
        assert mention.low <= mention.high
        assert mention.unit is None or unit(mention.unit).dimension == mention.dimension
        last = mention.end


@given(st.text())
def test_any_text_is_read_and_quoted(text: str) -> None:
    check(text)


@given(st.lists(ALPHABET, max_size=30).map("".join))
@example("10^999 million")
@example("9" * 400)
@example("$ -5 - 3")
def test_any_mixture_of_digits_and_signs_is_read_and_quoted(text: str) -> None:
    check(text)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_mixture_of_number_words_is_read_and_quoted(text: str) -> None:
    check(text)


@given(
    st.decimals(min_value="0.01", max_value=999, places=2),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(["${}", "€{}", "US$ {}", "{} euros", "USD {}", "{} dollars"]),
)
def test_an_amount_of_money_written_is_read_back(number: object, scale: str, form: str) -> None:
    mention = only(f"They paid {form.format(f'{number}{scale}')} for it")
    assert mention.low == pytest.approx(float(str(number)) * SCALES[scale], rel=1e-12)
    assert mention.dimension == "money"


@given(
    st.integers(min_value=2, max_value=10**9),
    st.sampled_from(["{:,} GW", "{} GW", "{:,} tonnes", "{:,}%", "{:,} hectares", "-{:,} km"]),
)
def test_a_quantity_written_is_read_back(number: int, form: str) -> None:
    mention = only(f"They counted {form.format(number)} there")
    assert abs(mention.low) == number
    assert (mention.low < 0) == form.startswith("-")


@given(st.integers(min_value=2, max_value=10**9))
def test_a_number_in_words_is_read_back(number: int) -> None:
    assert only(f"They counted {in_words(number)} towns").low == number


SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ONES = ["zero", *SMALL.split(" "), "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            link = " and " if 0 < rest < 100 else " "
            return f"{in_words(head)} {name}" + (f"{link}{in_words(rest)}" if rest else "")
    if number < 20:
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Output fell by nearly a third between 2014 and 2018.", [(1 / 3, 1 / 3, None)]),
        ("It fell from 4.9 to 3.3 billion tonnes.", [(3.3e9, 4.9e9, "t")]),
        ("They met at 12 Harbour Street.", []),
        ("It grew in 2022 to 36.8 billion tonnes.", [(36.8e9, 36.8e9, "t")]),
    ],
)
def test_falls_parts_and_addresses_are_told_apart(text: str, found: list[tuple[float, float, str | None]]) -> None:
    assert read(text) == found
