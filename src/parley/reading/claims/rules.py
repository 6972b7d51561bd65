"""The constructions that make a number a figure of something: a table, read from the top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from parley.reading.claims.vocabulary import phrase
from parley.records.claim import Measure

Holder = Literal["subject", "whole", "world", "nobody"]
Guard = Literal["none", "verb", "clause"]

HEDGES = (
    r"(?:(?:about|around|at least|at most|up to|more than|over|nearly|almost|some|between|as much as|as many as|no more than|no less than|an?|the|its|their|only|just|roughly|approximately"
    r"|a further|another|an additional|a record|above|under|below|or|less than|fewer than|well|close to|slightly|even|still|perhaps|an estimated|estimated|by|fully|less|around|exactly|a little|a total of|more|further|additional|nearer|near|close|to) )*"
)
_PARTS = frozenset(("percent", "fraction"))
_TONNES = frozenset(("emissions", "mass"))
_POWER = frozenset(("power",))
_OWN = r"(?:(?:all|its|their|our|the|his|her|my|total|country's|nation's|national|overall|installed|[\w.-]+(?: [\w-]+)?'s?|british|global|domestic|[a-z]+n|[a-z]+ish|[a-z]+ese) ){0,4}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A number of one of ``dimensions`` means ``measure`` where the words around it fit.

    ``before`` must end at the number, ``after`` begin behind it, ``line`` occur in the sentence, ``unless`` not occur in
    its clause. ``holder`` tells how the one it is said of is found, ``guard`` where words of wishing undo it, ``unit``
    what the figure is in, where not its own.
    """

    measure: Measure
    dimensions: frozenset[str]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    line: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    holder: Holder = "subject"
    guard: Guard = "verb"
    unit: str | None = None


RULES: tuple[Rule, ...] = (
    # burns half of the world's coal
    Rule("coal_share", _PARTS, after=phrase(r"^ (?:of )?(?:all )?(?:the )?<world>(?: total| annual| yearly)* coal\b(?! (?:power|capacity|plants))"), unit="% of world coal"),
    Rule("coal_capacity", _PARTS, after=phrase(r"^ of (?:all )?<world>(?:'s)? (?:total|fleet|capacity)\b"), line=phrase(r"\b(?:fleet|coal)\b"), unit="% of world"),
    # coal supplies 61 % of the country's electricity; which generated half of its power
    Rule("coal_share", _PARTS, before=phrase(rf"\b(?:coal|lignite)\b[^.;]*?\b<supplying> {HEDGES}$"), after=phrase(rf"^ (?:of )?{_OWN}<power>"), unless=phrase(r"coal and \w+"), holder="whole"),
    Rule("coal_share", _PARTS, before=phrase(rf"\bcoal,? (?:-- |– )?(?:which |that )?(?:still )?<supplying> {HEDGES}$"), holder="whole"),
    # gets 40 % of its electricity from coal
    Rule("coal_share", _PARTS, before=phrase(rf"\b<getting> {HEDGES}$"), after=phrase(rf"^ of {_OWN}<power>\b[^.;,]*? (?:from|with|on|by burning|out of) (?:\w+ )?coal\b")),
    Rule("coal_share", _PARTS, before=phrase(rf"\bburn(?:s|ed|ing)? (?:coal|the fuel|it) for {HEDGES}$"), after=phrase(rf"^ of {_OWN}<power>")),
    Rule("coal_share", _PARTS, before=phrase(rf"\b(?:rel(?:y|ies|ied|ying)|depend(?:s|ed|ent|ing)?)(?: \w+ly| still)? (?:on|upon) (?:\w+ )?coal for {HEDGES}$"), after=phrase(rf"^ of {_OWN}<power>")),
    Rule("coal_share", _PARTS, before=phrase(rf"\b(?:coal(?:'s)? share|share of coal)\b[^.;]*? (?:is|was|stood at|stands at|to|from|of|at|reached|fell|rose) {HEDGES}$"), guard="clause"),
    Rule("coal_share", _PARTS, after=phrase(r"^ of (?:it|that|this) (?:came|comes|is|was)[^.;,]{0,30}? coal\b"), line=phrase(r"\b<power>\b")),
    Rule("coal_share", _PARTS, before=phrase(rf"\bcoal\b[^.;]*?, (?:accounting for|supplying|providing|generating|making up) {HEDGES}$"), after=phrase(rf"^ of {_OWN}<power>"), holder="whole"),
    Rule("coal_share", _PARTS, after=phrase(rf"^ of {_OWN}<power>\b[^.;,]*? (?:comes?|came|coming|is|was|generated|produced) [^.;,]{{0,20}}?coal\b"), holder="whole"),
    # wind and sun supply 40 % of the power; the share of renewables, from 22.9 % in 2023
    Rule("renewables", _PARTS, before=phrase(rf"\b<clean>\b[^.;]*?\b<supplying> {HEDGES}$"), after=phrase(rf"^ of {_OWN}<power>"), holder="whole"),
    Rule("renewables", _PARTS, before=phrase(rf"\b<getting> {HEDGES}$"), after=phrase(rf"^ of {_OWN}<power>\b[^.;,]*? (?:from|with) [^.;,]*?<clean>")),
    Rule("renewables", _PARTS, after=phrase(rf"^ of {_OWN}<power>\b[^.;,]*? (?:comes?|came|coming|is|was|already|generated) [^.;,]{{0,30}}?<clean>"), holder="whole"),
    Rule("renewables", _PARTS, before=phrase(rf"(?:from|compared with|compared to|against|than|up from) {HEDGES}$"), after=phrase(r"^ (?:today|now|last year|at present|(?:in|for) (?:fiscal )?(?:19|20[01]|202[0-4])\d?)"), line=phrase(r"\b<clean>\b"), unless=phrase(r"\bcoal\b|<emissions>"), guard="none"),
    Rule("renewables", _PARTS, before=phrase(rf"\bshare of (?:[\w-]+ ){{0,2}}?<clean>\b[^.;]*? (?:is|was|stood at|stands at|reached|rose to|hit|of|at|grew to) {HEDGES}$"), unless=phrase(r"\bglobal\b"), guard="clause"),
    Rule("renewables", _PARTS, after=phrase(r"^ (?:renewable|clean|green)\b(?! energy target)"), line=phrase(r"\b<power>\b"), guard="clause"),
    Rule("electricity_share", _PARTS, before=phrase(rf"\b(?:gas|oil|fossil fuels?|nuclear[\w ]*)\b[^.;]*?\b<supplying> {HEDGES}$"), after=phrase(rf"^ of {_OWN}(?:electricity|power)\b"), holder="whole"),
    Rule("energy_share", _PARTS, before=phrase(rf"\b(?:gas|oil|fossil fuels?|nuclear[\w ]*)\b[^.;]*?\b<supplying> {HEDGES}$"), after=phrase(rf"^ of {_OWN}energy\b"), holder="whole"),
    Rule("electricity_share", _PARTS, before=phrase(rf"\b<getting> {HEDGES}$"), after=phrase(rf"^ of {_OWN}(?:electricity|power)\b[^.;,]*? (?:from|with) [^.;,]*?(?:gas|oil|nuclear|fossil)")),
    Rule("renewables", _PARTS, before=phrase(rf"\b(?:<sharing>|<supplying>)(?: \w+ly)?(?: the world with)? {HEDGES}$|\band {HEDGES}$"), after=phrase(r"^ of (?:all )?(?:<world> |the |its )?(?:solar |wind |photovoltaic )?(?:power |energy )?<clean_goods>\b")),
    # emits 27 % of the world's emissions
    Rule("emissions_share", _PARTS, after=phrase(r"^ of (?:all |total |annual )*<world>(?:'s)?(?: total| annual| combined| current)? (?:[\w-]+ ){0,3}?<emissions>")),
    Rule("emissions_share", _PARTS, after=phrase(r"^ of (?:all )?(?:the )?(?:total |annual |current |man-made |human )*<emissions>(?: released| emissions)?\b"), before=phrase(rf"\b(?:<sharing>|with) {HEDGES}$")),
    Rule("emissions_share", _PARTS, before=phrase(rf"\b<sharing> {HEDGES}$"), after=phrase(r"^ of (?:the|that) (?:global |world )?total\b"), line=phrase(r"\b(?:<world>)\b.*\b<emissions>\b")),
    Rule("emissions_share", _PARTS, before=phrase(rf"\b<sharing> {HEDGES}$"), after=phrase(r"^ of <world>(?: total|'s total)?\b(?! (?:population|econom|gdp|trade|oil|gas|coal|steel|cement|solar|module))"), line=phrase(r"\b<emissions>\b")),
    Rule("emissions_share", _PARTS, before=phrase(rf", or {HEDGES}$"), after=phrase(r"^ of <world>(?: total)\b"), line=phrase(r"\b<emissions>\b")),
    Rule("emissions_share", _PARTS, before=phrase(rf"\bshare of (?:<world> )?(?:[\w-]+ ){{0,2}}?<emissions>[^.;,]*? (?:is|was|stands at|stood at|of|at) {HEDGES}$")),
    Rule("emissions_share", _PARTS, before=phrase(r"\w \((?:about |some |nearly |over )?$"), after=phrase(r"^\)"), line=phrase(r"\b(?:largest|biggest|top|main|leading)\b.*\b<emissions>|\b<emissions>\b.*\b(?:largest|biggest|top)\b|\bemitters\b"), guard="clause"),
    Rule("cumulative", _PARTS, after=phrase(r"^ of (?:the total|it all|all (?:of )?(?:it|that|those))\b"), line=phrase(r"\b<cumulative>\b")),
    Rule("other", _PARTS, before=phrase(rf"\b<getting> {HEDGES}$"), after=phrase(r"^ of (?:its|their|our) (?:[\w-]+ ){0,2}?<emissions> from\b")),
    Rule("other", _PARTS, after=phrase(r"^ of (?:(?:the )?(?:country|nation|state|bloc|union)'s|its|their|our|[\w.-]+(?: [\w-]+)?'s) (?:[\w-]+ ){0,3}?<emissions> (?:comes?|came) from\b"), holder="whole"),
    Rule("other", _PARTS, before=phrase(rf"\b(?:<sharing>|comes? from) {HEDGES}$"), after=phrase(r"^ of (?:(?:the )?(?:country|nation|state|bloc|union)'s|its|their|our|[\w.-]+(?: [\w-]+)?'s|[a-z]+n|[a-z]+ish|[a-z]+ese) (?:[\w-]+ ){0,3}?<emissions>\b"), holder="whole"),
    Rule("cumulative", _PARTS, after=phrase(r"^ of (?:all |the |all the )?(?:historical|historic|cumulative)\b")),
    # emissions fell by 5 %; have tripled since 1990
    Rule("change", frozenset(("multiple",)), before=phrase(r"\b(?:<emissions>|<tracked>)\b[^.;]{0,60}? (?:have |has |had )(?:more than |nearly |almost |roughly |about |already )*$"), guard="clause", unit="times"),
    Rule("change", _PARTS, before=phrase(rf"\b(?:has|have|had) (?:already |since )?(?:cut|reduced|lowered|slashed|brought down|trimmed|shrunk)\b[^.;]*? {HEDGES}$"), line=phrase(r"\b(?:<emissions>|<tracked>)\b"), guard="clause"),
    Rule("change", _PARTS, before=phrase(rf"\b(?:<rising>|<falling>)(?: \w+ly)?,? (?:by )?{HEDGES}$"), line=phrase(r"\b(?:<emissions>|<tracked>)\b|\bthey (?:were|had|have)\b"), unless=phrase(r"\bshares\b"), guard="clause"),
    Rule("change", _PARTS, before=phrase(rf"(?<!make )(?<!made )(?<!makes )(?<!making )\b(?:down|up) (?:by )?{HEDGES}$"), line=phrase(r"\b(?:<emissions>|greenhouse gases)\b"), guard="clause"),
    Rule("change", _PARTS, after=phrase(r"^ (?:lower|higher|less|more|smaller|below|above|down|up)\b(?: \w+){0,3}?(?: than| in| on| the| its| from)?\b"), before=phrase(rf"\b<emissions>\b[^.;]*? (?:were|was|are|is|stood|stand|now|already|ran|remained) (?:still |now |already |at )*{HEDGES}$"), guard="clause"),
    Rule("change", _PARTS, after=phrase(r"^ (?:decrease|drop|fall|decline|reduction|rise|increase|jump|growth|cut) in (?:the |its )?(?:[\w-]+ ){0,2}?(?:<emissions>|<tracked>)\b"), line=phrase(r"\b<achieved>\b"), guard="clause"),
    Rule("change", _PARTS, before=phrase(rf"\b(?:cut|reduced|lowered|slashed|raised|increased)\b[^.;]*? {HEDGES}$"), after=phrase(r"^ (?:between (?:19|20)\d\d and (?:19\d\d|20[01]\d|202[0-4])|since)\b"), line=phrase(r"\b(?:<emissions>|<tracked>)\b"), guard="clause"),
    Rule("change", _PARTS, before=phrase(rf"\bemit(?:s|ted)? {HEDGES}$"), after=phrase(r"^ (?:less|more) than (?:in |it did in |they did in )?(?:19|20|a )"), guard="clause"),
    Rule("change", _PARTS, before=phrase(rf"\bstood at {HEDGES}$"), after=phrase(r"^ of (?:that|the|its|their) (?:[\w-]+ )?level"), guard="none"),
    # warmed by 1.1 degrees
    Rule("warming", frozenset(("temperature",)), before=phrase(rf"\b<warming>(?: already)?(?: of| by| at| to)? {HEDGES}$"), unless=phrase(r"\b<holding_warming>\b"), holder="world", guard="none"),
    Rule("warming", frozenset(("temperature",)), after=phrase(r"^ (?:\([^)]*\) )?(?:of )?(?:net |global |observed |human-caused )*(?:warming|warmer|hotter|higher than|above (?:the )?(?:pre-?industrial|1850|average|19th|late))"), unless=phrase(r"\b<holding_warming>\b"), holder="world", guard="none"),
    Rule("warming", _PARTS, after=phrase(r"^ of (?:the |all )?(?:\d[\d.]*(?: ?°c| degrees(?: celsius)?) of )?(?:net |global |observed |the )*(?:warming|heating)\b"), holder="world", guard="verb"),
    # 8 tonnes a head; 243 million tonnes
    Rule("per_capita", _TONNES, line=phrase(r"\b<per_head>\b"), unit="tCO2/person"),
    Rule("cumulative", _TONNES, line=phrase(r"\b<cumulative>\b"), before=phrase(r"\b(?:emitted|released|put|pumped|discharged)\b")),
    Rule("budget", _TONNES, line=phrase(r"\bcarbon budget\b|\bleft to emit\b|\bcan still be emitted\b"), holder="world"),
    Rule("emissions", _TONNES, line=phrase(r"\b<emissions>\b"), unless=phrase(r"\b(?:target|limit|cap|range|ceiling|goal|per tonne|a tonne)\b"), guard="clause"),
    # 243 GW of coal power; 93 GW of solar
    Rule("coal_capacity", _POWER, before=phrase(rf"\b(?:coal|fleet)\b[^.;]*?$"), unless=phrase(r"\b<clean>\b|\b(?:clos|shut|retir|phas)\w*\b"), guard="none"),
    Rule("coal_capacity", _POWER, after=phrase(r"^ (?:of )?(?:new |more |additional |idle )*(?:coal|lignite)\b"), unless=phrase(r"\b(?:clos|shut|retir|phas)\w*\b"), guard="none"),
    Rule("renewables", _POWER, before=phrase(rf"\b<built> {HEDGES}$"), line=phrase(r"\b<clean>\b"), guard="clause"),
    Rule("renewables", _POWER, before=phrase(rf"\bcapacity\b[^.;]{{0,50}}? (?:is|was|to|at|of) {HEDGES}$"), line=phrase(r"\b<clean>\b"), guard="clause"),
    Rule("renewables", _POWER, before=phrase(rf"\balone {HEDGES}$"), line=phrase(r"\b<clean>\b"), guard="clause"),
    # twice the global average
    Rule("ratio", frozenset(("multiple",)), after=phrase(r"^ (?:that of|those of|the (?:global|world|world's|eu|european|national) average|what|[\w.-]+(?: [\w-]+)?'s\b|(?:more|higher|larger|greater|bigger) (?:\w+ )?than|as (?:much|many|high|large|big)\b)"), line=phrase(r"\b(?:<emissions>|emit\w*|<clean>|<power>|average)\b"), unless=phrase(r"\bmethane\b|\btraps?\b"), guard="clause", unit="times"),
    Rule("ratio", _PARTS, after=phrase(r"^ (?:of )?(?:that|those|the level|what)\b(?: (?:of|in)\b)?"), before=phrase(rf"(?:were|was|is|are|emit\w*|produces?|stand|stood|at|than) {HEDGES}$"), line=phrase(r"\b(?:<emissions>|emit\w*)\b"), guard="clause", unit="times"),
    Rule("ratio", _PARTS, after=phrase(r"^ (?:of )?the (?:global|world|world's|eu|european) average\b"), line=phrase(r"\b(?:<emissions>|emit\w*)\b"), guard="clause", unit="times"),
    # any other share
    Rule("other", _PARTS, before=phrase(rf"\b<holding> {HEDGES}$"), after=phrase(r"^ of (?![^.;,]*\b(?:population|people|imports|exports|trade|sales|votes|seats)\b)"), line=phrase(r"\b(?:<emissions>|<clean>|<power>|coal|fossil|climate|forests?)\b"), guard="verb"),
    Rule("other", _PARTS, after=phrase(r"^ (?:of \w+ )?(?:is|are) (?:already |now )?covered"), holder="world", guard="verb"),
)  # fmt: skip
