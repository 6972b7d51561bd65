"""Sentence patterns by kind and stage of what is told. ``{a}`` comes first, ``{b}`` are the others."""

from __future__ import annotations

from collections.abc import Mapping

TOPICS = (
    "methane", "coal finance", "carbon markets", "grid investment", "adaptation funding", "the energy transition",
    "forest protection", "green hydrogen", "climate finance", "clean shipping", "early warning systems",
)  # fmt: skip

SOURCES = (
    "according to two people briefed on the matter",
    "according to people familiar with the plans",
    "an official said on condition of anonymity",
    "sources said",
    "local media reported",
)

SAYING = (
    "the ministry said",
    "officials said",
    "a spokesperson said",
    "according to a statement",
    "the two governments said",
    "a government source said",
)

AFTERWARDS: Mapping[str, tuple[str, ...]] = {
    "meeting": (
        "The meeting lasted about [two|three] hours.",
        "The talks ended without [a statement|questions from the press].",
        "An aide called the conversation [open|friendly|cool].",
    ),
    "visit": (
        "The visit had been in preparation for months.",
        "No treaty was signed during the visit.",
        "It was a busy programme.",
    ),
    "call": ("The call lasted less than an hour.", "It had been requested at short notice."),
    "speech": ("The audience listened politely.",),
}

EVENTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "visit": {
        "trailed": (
            "{a} [may|could|might] [travel to|visit] {place} {when}, {source}.",
            "{a} is [considering|weighing up] a [trip|visit] to {place} {when}, {source}.",
            "A [visit|trip] to {place} by {a} is [under discussion|being discussed] and could [take place|happen] "
            "{when}, {source}.",
        ),
        "planned": (
            "{a} will [travel to|visit|fly to] {place} {when}.",
            "{a} is [due|scheduled|set|expected] to [visit|travel to|arrive in] {place} {when}.",
            "{When}, {a} will [travel to|visit] {place} for talks on {topic}.",
            "A visit to {place} by {a} is [planned|scheduled|expected] {when}.",
            "{a} is heading to {place} {when}.",
            "{a} leaves for {place} {when}.",
            "{host} is to receive {a} {when}.",
            "{a} plans to [visit|travel to] {place} {when} [for talks on {topic}|].",
            "{adj_host} officials are preparing for a visit by {a} to {place} {when}.",
            "The government of {host} [announced|confirmed] that {a} would [visit|travel to] {place} {when}.",
        ),
        "postponed": (
            "{a} has [postponed|put off] a [visit|trip] to {place} planned for {old} and will now travel {when}.",
            "The visit to {place} by {a}, [first|originally] planned for {old}, has been [postponed|pushed back] and "
            "will take place {when}.",
            "{a} will not [travel to|visit] {place} on {old} as planned; the trip has been postponed and will take "
            "place {when}.",
        ),
        "cancelled": (
            "{a} has [cancelled|called off] a [visit|trip] to {place} [planned|scheduled] {when}.",
            "A visit to {place} by {a} that was planned {when} has been [called off|cancelled].",
            "The [planned|] visit by {a} to {place} {when} was [called off|cancelled], a spokesperson said.",
        ),
        "under_way": (
            "{a} is in {place} [this week|] for talks on {topic}.",
            "{a} is [visiting|on a visit to] {place} {when}.",
            "{a} is on a visit to {place} for talks on {topic} {when}.",
        ),
        "held": (
            "{a} [visited|travelled to] {place} {when}.",
            "{a} was in {place} {when} [for talks on {topic}|].",
            "During a visit to {place} {when}, {a} called for [more ambition|faster progress] on {topic}.",
            "{When}, {a} [visited|travelled to] {place} [to discuss {topic}|].",
            "{a} [spent several days|stopped] in {place} {when}.",
            "{a} [arrived in|flew to] {place} {when} [for talks on {topic}|].",
            "{a} [paid a visit to|made a trip to] {place} {when}.",
            "{a} [ended|concluded|wrapped up] a visit to {place} that took place {when}.",
        ),
        "background": (
            "{a} last visited {place} {when}.",
            "{a} [had visited|visited] {place} {when}.",
            "It [follows|comes after] a [visit|trip] by {a} to {place} {when}.",
        ),
    },
    "meeting": {
        "trailed": (
            "{a} [may|could|might] meet {b} in {place} {when}, {source}.",
            "A meeting between {a} and {b} in {place} {when} is [being discussed|under discussion], {source}.",
        ),
        "planned": (
            "{a} will meet {b} in {place} {when}.",
            "{a} is [due|scheduled|set|expected] to [meet|hold talks with|meet with] {b} in {place} {when}.",
            "A meeting between {a} and {b} is [planned|scheduled] in {place} {when}.",
            "In {place}, {a} will [meet|hold talks with] {b} {when}.",
            "{a} and {b} will [meet|hold talks] in {place} {when} [to discuss {topic}|].",
            "{b} will [receive|host|welcome] {a} in {place} {when} [for talks on {topic}|].",
        ),
        "postponed": (
            "The meeting between {a} and {b} in {place}, planned for {old}, has been [postponed|pushed back] and will "
            "take place {when}.",
            "{a} and {b} have [postponed|put off] their meeting in {place} planned for {old} and will now meet {when}.",
        ),
        "cancelled": (
            "The meeting between {a} and {b} planned in {place} {when} has been [called off|cancelled].",
            "{a} and {b} have [cancelled|called off] the meeting in {place} that was planned {when}.",
            "The talks between {a} and {b} in {place} {when} were cancelled.",
        ),
        "held": (
            "{a} [met|met with|held talks with|sat down with] {b} in {place} {when}.",
            "{a} and {b} [met|held talks] in {place} {when} [to discuss {topic}|].",
            "{a} and {b} discussed {topic} at a meeting in {place} {when}.",
            "In {place}, {a} [met|held talks with] {b} {when}.",
            "{b} [received|hosted|welcomed] {a} in {place} {when}.",
            "Talks between {a} and {b} [took place|were held] in {place} {when}.",
            "{When}, {a} [met|held talks with] {b} in {place}.",
            "{a} was received by {b} in {place} {when}.",
            "{a} [conferred|met for talks|had talks] with {b} in {place} {when}.",
            "{a} and {b} [sat down together|met for an hour|came together] in {place} {when}.",
            "{b} met {a} for talks on {topic} in {place} {when}.",
            "[Progress on|The state of] {topic} was discussed when {a} met {b} in {place} {when}.",
            "There was a meeting between {a} and {b} in {place} {when}.",
            "{a} told {b} at a meeting in {place} {when} that [more had to be done on {topic}|{topic} could not wait].",
            "{a} used a meeting with {b} in {place} {when} to [press|ask] for progress on {topic}.",
        ),
        "background": (
            "{a} and {b} [last met|met|had met] in {place} {when}.",
            "It [follows|comes after] talks between {a} and {b} in {place} {when}.",
            "{a} had held talks with {b} in {place} {when}.",
        ),
    },
    "call": {
        "planned": (
            "{a} will [speak by phone with|hold a video call with|hold a call with] {b} {when}.",
            "A [phone call|video call] between {a} and {b} is [planned|scheduled] {when}.",
        ),
        "held": (
            "{a} [spoke by phone with|held a video call with|spoke by video link with] {b} {when}.",
            "{a} and {b} [held a video call|spoke by phone|held a phone call] {when} [to discuss {topic}|].",
            "In a [video call|phone call] {when}, {a} and {b} discussed {topic}.",
            "{When}, {a} [spoke by phone with|held a video call with] {b}.",
        ),
        "background": (
            "{a} and {b} [spoke by phone|held a video call] {when}.",
            "{a} had held a [video call|phone call] with {b} {when}.",
        ),
    },
    "statement": {
        "held": (
            "{party_a} and {party_b} [issued|released|published] a joint statement on {topic} {when}.",
            "In a joint statement [issued|released] {when}, {party_a} and {party_b} [promised|agreed] to work together "
            "on {topic}.",
            "{When}, {party_a} and {party_b} [issued|released] a joint statement.",
        ),
        "background": ("{party_a} and {party_b} [issued|released] a joint statement {when}.",),
    },
    "speech": {
        "planned": (
            "{a} will [give|deliver] a speech on {topic} in {place} {when}.",
            "{a} is [due|expected] to [give|deliver] a speech in {place} {when}.",
        ),
        "held": (
            "{a} [gave|delivered] a speech on {topic} in {place} {when}.",
            "In a speech in {place} {when}, {a} [called for|demanded] [faster|more] action on {topic}.",
            "{When}, {a} [gave|delivered] a speech in {place}.",
        ),
        "background": ("{a} [gave|delivered] a speech [on {topic}|] in {place} {when}.",),
    },
    "conference": {
        "planned": (
            "{name} will be held in {place} {when}.",
            "{name} [takes place|is to take place] in {place} {when}.",
            "Negotiators are preparing for {name}, which will be held in {place} {when}.",
            "The UN climate [summit|conference] will be held in {place} {when}.",
        ),
        "held": (
            "{name} [was held|took place] in {place} {when}.",
            "Countries gathered in {place} for {name} {when}.",
            "The UN climate [summit|conference] in {place} {when} ended [late|with few promises].",
        ),
        "background": (
            "{name} was held in {place} {when}.",
            "The UN climate [summit|conference] was held in {place} {when}.",
            "Little of what was promised at {name} in {place} {when} has been delivered.",
        ),
    },
}

AGENDA: Mapping[str, tuple[str, ...]] = {
    "visit": ("{a} to visit {place} {when}", "Visit of {a} to {place} {when}"),
    "meeting": ("{a} to meet {b} in {place} {when}", "Talks between {a} and {b} in {place} {when}"),
    "call": ("{a} to hold a video call with {b} {when}",),
    "speech": ("{a} to give a speech in {place} {when}",),
    "conference": ("{name} in {place} {when}",),
}

LEGS: Mapping[str, tuple[str, ...]] = {
    "planned": (
        "{a} will [travel to|visit] {place} and {next_place} {when}.",
        "{a} is [due|set] to [visit|travel to] {place} and then {next_place} {when}.",
        "{When}, {a} will [visit|travel to] {place} and {next_place}.",
    ),
    "held": (
        "{a} [travelled to|visited] {place} and {next_place} {when}.",
        "{When}, {a} [travelled to|visited] {place} and {next_place} [for talks on {topic}|].",
        "A trip took {a} to {place} and {next_place} {when}.",
    ),
}

LISTED = (
    "In {place}, {a} [met|met with|held talks with] {b} {when}.",
    "{a} held [separate meetings|talks] with {b} in {place} {when}.",
)

ANONYMOUS: Mapping[str, tuple[str, ...]] = {
    "held": (
        "Officials from {party_a} and {party_b} [met|held talks] in {place} {when}.",
        "{party_a} and {party_b} held [high-level|] talks on {topic} in {place} {when}.",
        "Following talks in {place} {when}, {party_a} and {party_b} agreed to [cooperate|work together] on {topic}.",
    ),
    "planned": (
        "{party_a} and {party_b} will hold talks in {place} {when}.",
        "Officials from {party_a} and {party_b} are due to meet in {place} {when}.",
    ),
}

INSTEAD = (
    "{b} [stayed away|did not take part]; {c} met {a} in {place} {when} instead.",
    "{c} met {a} in {place} {when} in place of {b}, who [did not attend|was absent].",
)

FACTS: Mapping[str, tuple[str, ...]] = {
    "emissions_share": (
        "{party} [accounted for|was responsible for] {shown} of [global|the world's] {gas} emissions in {year}.",
        "In {year}, {party} [accounted for|produced] {shown} of the world's {gas} emissions.",
    ),
    "rank_emitter": (
        "{party} is the world's {shown} emitter of {gas}.",
        "{party} remains the world's {shown} {gas} emitter.",
    ),
    "coal_capacity": (
        "{party} had {shown} gigawatts of coal power capacity in {year}.",
        "In {year}, {party} had coal power plants with a capacity of {shown} gigawatts.",
    ),
    "emissions": (
        "{party} emitted {shown} tonnes of {gas} in {year}.",
        "In {year}, {party} emitted {shown} tonnes of {gas}.",
    ),
    "coal_share": (
        "Coal [supplied|provided|generated] {shown} of the electricity of {party} in {year}.",
        "In {year}, {party} got {shown} of its electricity from coal.",
    ),
    "renewables": (
        "Renewables [supplied|provided|generated] {shown} of the electricity of {party} in {year}.",
        "In {year}, {party} got {shown} of its electricity from renewables.",
    ),
    "countries": (
        "Delegates from {shown} countries [attended|came to|took part in] {name}.",
        "{name} brought together {shown} countries.",
    ),
    "count": (
        "It [is|was] {poss} {shown} [trip|visit] to {country} since taking office.",
        "This [is|was] {poss} {shown} [trip|visit] to {country}.",
    ),
}

GOALS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "reduction": {
        "restated": (
            "{party} has [pledged|promised|committed] to [cut|reduce] its {gas} emissions by {value} [below|from] "
            "{base} levels by {year}.",
            "{party} [aims|intends] to [cut|reduce] its {gas} emissions by {value} from {base} levels by {year}.",
            "{party} has promised a {value} cut in {gas} emissions from {base} levels by {year}.",
        ),
        "raised": (
            "{party} [raised|lifted|strengthened] its {year} target for {gas} emissions to a {value} cut from {base} "
            "levels, up from {old}.",
            "{party} will now cut its {gas} emissions by {value} from {base} levels by {year}, instead of {old} as "
            "promised before.",
        ),
        "lowered": (
            "{party} [lowered|weakened|watered down] its {year} target for {gas} emissions to a {value} cut from "
            "{base} levels, down from {old}.",
        ),
        "urged": ("{who} urged {party} to [cut|reduce] its {gas} emissions by {value} from {base} levels by {year}.",),
        "proposed": ("{adj} lawmakers have proposed a {value} cut in {gas} emissions from {base} levels by {year}.",),
    },
    "net_zero": {
        "restated": (
            "{party} [aims|plans|has promised] to [reach|achieve] [net-zero emissions|carbon neutrality] by {year}.",
            "{party} has [pledged|committed] to become carbon neutral by {year}.",
            "The [goal|target] of {party} is net zero by {year}.",
        ),
        "raised": (
            "{party} brought forward its net-zero target to {year} from {old}.",
            "{party} now aims to reach net zero by {year}, instead of {old}.",
        ),
        "urged": ("{who} urged {party} to reach net zero by {year}.",),
    },
    "peak": {
        "restated": (
            "{party} [aims|plans|has promised] to peak its {gas} emissions before {year}.",
            "{party} has said that its {gas} emissions will peak before {year}.",
        ),
    },
    "phase_out": {
        "restated": (
            "{party} has [pledged|promised|committed] to phase out coal by {year}.",
            "{party} will [stop burning|phase out] coal by {year}.",
        ),
        "urged": ("{who} [urged|called on|pressed] {party} to phase out coal by {year}.",),
    },
}

FILLERS: Mapping[str, tuple[str, ...]] = {
    "news": (
        "No further details were given.",
        "Both sides described the atmosphere as [constructive|businesslike|frank].",
        "Analysts expect [little|slow] progress before the autumn.",
        "Campaigners said that words alone would not be enough.",
        "The question of money is likely to [dominate|overshadow] the discussions.",
        "Observers had hoped for a clearer [signal|timetable].",
    ),
    "feature": (
        "The corridors were quiet, and the coffee had gone cold.",
        "Outside, a light rain was falling on the [square|embassy gardens].",
        "Diplomacy of this kind is mostly patience.",
        "Few of the people involved expect applause.",
        "Small steps, repeated often, are how such things move.",
        "The old maps on the wall show rivers that no longer run.",
    ),
    "official": (
        "The ministry attaches great importance to this [dialogue|cooperation].",
        "The two sides reaffirmed their long-standing friendship.",
        "Media enquiries should be sent to the press office.",
        "Practical steps were identified for the months ahead.",
    ),
    "analysis": (
        "The numbers tell only part of the story.",
        "What matters is what is built, not what is said.",
        "Experts caution against reading too much into [one meeting|a single document].",
        "The gap between plans and policies remains wide.",
        "Much depends on [prices|the next budget].",
    ),
}

QUOTES = (
    "We have a long road ahead of us,", "There is no substitute for sitting down together,",
    "Nobody can solve this alone,", "We are closer than we were,", "The science leaves us no time,",
    "It was a useful exchange,",
)  # fmt: skip
