"""Ranks: the world's second-largest emitter, the top two, ranks twelfth among."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import predicated, referent
from parley.reading.claims.vocabulary import phrase
from parley.reading.parties import PartyMention
from parley.records.claim import Comparator, Measure

_RANK = phrase(
    r"\b(?:the |our )?(?P<whose><regions>) "
    r"(?:single |very |by far the |current )*"
    r"(?:(?P<order><orders>)[- ])?(?:(?P<before>two|three|four|five|ten) )?(?:(?P<top>top) )?(?P<superlative><superlatives>)?[- ]?(?:(?P<count>two|three|four|five|ten) )?"
    r"(?P<what>(?:(?!(?:of|in|and|to|for|the|a|an|ever|such|by|on|with|from)\b)[\w-]+ ){0,4}?)"
    r"(?P<noun><emitters>|<economies>|<traders>)\b"
    r"(?P<of>(?:(?:, | and |, and )(?:<traders>|<emitters>))* (?:of|in) (?:the )?(?:[\w-]+ ){0,3}?(?:gas(?:es)?|emissions|carbon dioxide|carbon|co2|pollution|fuels?|coal|oil|energy|panels|power|steel|fossil fuels|batteries|minerals)\b| in the world| (?:on|of) (?:the planet|earth|the world))?"
)
_RANKED = phrase(
    r"\b(?:ranks?|ranked|comes?|came|placed|is|was) (?P<order><orders>|\d{1,2}) (?:among|amongst|in) (?:the )?(?:world's |global |world )?(?P<noun><emitters>|<economies>)\b"
)
_GAPPED = phrase(r"\bthe (?P<order><orders>)?[- ]?(?P<superlative><superlatives>)(?=[,.;:)]| (?:and|with|at|who)\b|$)")
_SECOND_ONLY = phrase(
    r"\b(?P<order>second) only to (?:the )?[\w ]{2,20}?(?: as (?:an?|the) (?:<superlatives> )?(?P<noun><emitters>|<economies>|users?|producers?|exporters?|importers?|consumers?)\b| in (?P<field><emissions>)|(?=[,.;]|$))(?P<of> of (?:[\w-]+ ){0,2}?\w+)?"
)
_ONE_OF = re.compile(
    r"(?:one of|among|some of|many of|most of|all of|two of|three of|four of|none of|from|of|between|other|as are|both|by) (?:both )?(?:of )?$"
)
_ORDER_WORDS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}  # fmt: skip
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_RENEWABLE = re.compile(r"renewable|solar|wind|clean|new energy")
_WORLD = re.compile(r"world|planet|globe|earth")
_BEST = phrase(
    r"\bthe (?:(?P<order><orders>)[- ])?<superlatives>(?: and (?:most \w+|<superlatives>))? (?P<what>(?:(?!(?:that|which|to|and|has|have|is|are|was)\b)[\w-]+ ){1,7}?)"
    r"(?:anywhere )?(?:in the world|worldwide|on earth|globally|of any country)\b"
)
_FIRST_TO = re.compile(
    r"\b(?:is|was|became|becomes|being|as) the (?P<order>first) (?P<what>(?:[\w-]+ ){0,3}?(?:country|nation|economy|state) )to\b"
)
_PREDICATED = re.compile(
    r"(?:'s \w+)?(?:,? (?:as|itself|now|still|already|currently|also|being|alone|the|a|an|not|which|who|and|long|by|far|is|are|was|were|remains?|became|becomes?|has|become|been|considered|regarded|ranked|seen)"
    r"|,| \(| [-–—]+)* ?"
)
_COORDINATED = re.compile(
    r",? (?:and|or|is also|is|also|as well as)(?:,? (?:also|is|by some distance|over time|still|now))*,? ?|, "
)
_OPENS = re.compile(
    r"(?:^|[.;:(\"]|,| as| when| that| where| with| for| and| by| by the| from| of| than| because| while| -+)[\s\"'•*]*$"
)
_BEHIND = re.compile(r"(?:, | ?\(| -+ |: | )(?:the )?")


def find_ranks(line: Line) -> Iterator[Draft]:
    """The ranks that a sentence gives to Parties."""
    last: Draft | None = None
    for found in _matches(line):
        if last and found.start() < last.end - line.offset:
            continue
        drafts = list(_read(line, found, last))
        yield from drafts
        last = drafts[-1] if drafts else last
    taken = last.end if last else 0
    yield from (draft for draft in _find_superlatives(line) if draft.start >= taken)


def _find_superlatives(line: Line) -> Iterator[Draft]:
    """What a Party has or does first in the world, of whatever kind."""
    for found in (*_BEST.finditer(line.low), *_FIRST_TO.finditer(line.low)):
        for code in _named_before(line, found.start()) or _by_grammar(line, found):
            measure: Measure = "renewables" if _RENEWABLE.search(found["what"]) else "other"
            place = order_of(found["order"])
            yield _draft(line, found, measure, code, (place, place, "rank"))


def _draft(
    line: Line,
    found: re.Match[str],
    measure: Measure,
    code: str,
    figure: tuple[float, float, str | None],
    comparator: Comparator = "=",
) -> Draft:
    start, end = line.offset + found.start(), line.offset + found.end()
    return Draft(measure, code, figure, start, end, line.sentence.index, comparator, found[0])


def _matches(line: Line) -> list[re.Match[str]]:
    found = [
        *_RANK.finditer(line.low),
        *_RANKED.finditer(line.low),
        *_GAPPED.finditer(line.low),
        *_SECOND_ONLY.finditer(line.low),
    ]
    return sorted(found, key=lambda match: (match.start(), -match.end()))


def _read(line: Line, found: re.Match[str], last: Draft | None) -> Iterator[Draft]:
    groups = found.groupdict()
    if not (groups.get("superlative") or groups.get("top") or groups.get("order") or groups.get("count")):
        return
    if groups.get("order") and not groups.get("superlative") and found.re is _RANK and not _ranks_by_number(groups):
        return
    noun = groups.get("noun") or groups.get("field")
    if found.re is _SECOND_ONLY and noun is None:
        noun = "emitter" if "emi" in line.low else None
    if noun is None and (last is None or last.dimension != "rank"):
        return
    measure = (
        _measure(noun, groups.get("what") or "", groups.get("of") or "")
        if noun
        else (last.measure if last else "other")
    )
    if _ONE_OF.search(line.before(found.start())) and not groups.get("count"):
        return
    start, end = found.start(), found.end()
    if noun and noun.endswith("s") and noun != "emissions" and found.re is _RANK:
        yield from _shared(line, found, measure)
        return
    codes = _holders(line, found, last)
    place = order_of(groups.get("order"))
    for code in codes:
        yield Draft(
            measure,
            code,
            (place, place, _unit(noun, groups, measure)),
            line.offset + start,
            line.offset + end,
            line.sentence.index,
            written=found[0],
        )


def _ranks_by_number(groups: dict[str, str | None]) -> bool:
    """ "The world's number two economy", "the sixth emitter of the planet"."""
    return (groups["order"] or "").startswith("n") or _WORLD.search(
        groups.get("of") or groups["whose"] or ""
    ) is not None


def _measure(noun: str, what: str, of: str) -> Measure:
    if re.fullmatch(phrase("<emitters>"), noun):
        return "rank_emitter"
    if re.fullmatch(phrase("<economies>"), noun):
        return "rank_economy"
    return "renewables" if _RENEWABLE.search(what + of) else "other"


def _unit(noun: str | None, groups: dict[str, str | None], measure: Measure) -> str:
    whose = (groups.get("whose") or "").removeprefix("the ").removesuffix("'s").removesuffix("'")
    if whose in ("", "the", "its", "their", "world", "global", "planet"):
        return "rank"
    return f"rank in {whose}"


def order_of(order: str | None) -> int:
    """The place that an ordinal tells; the first where there is none."""
    if not order or order == "first":
        return 1
    word = order.removeprefix("number ").removeprefix("no. ").removeprefix("no.")
    return _ORDER_WORDS.get(word) or _COUNTS.get(word) or int(re.sub(r"\D", "", word) or 1)


def _shared(line: Line, found: re.Match[str], measure: Measure) -> Iterator[Draft]:
    """A rank that several share: each is within the top so many."""
    named = _pair_before(line, found.start())
    count = _COUNTS.get(found["count"] or found["before"] or "") or len(named)
    if len(named) != count or len(named) != 2:
        return
    for code in named:
        yield Draft(
            measure,
            code,
            (count, count, "rank"),
            line.offset + found.start(),
            line.offset + found.end(),
            line.sentence.index,
            "<",
            found[0],
        )


def _pair_before(line: Line, start: int) -> tuple[str, ...]:
    token = line.token_at(start)
    return line.context.agents.last_pair(token.i).parties if token is not None else ()


def _holders(line: Line, found: re.Match[str], last: Draft | None) -> tuple[str, ...]:
    start, end = found.start(), found.end()
    return (
        (_named_after_comma(line, found) if found.re is _SECOND_ONLY else ())
        or _named_before(line, start)
        or _coordinated(line, start, last)
        or _named_behind(line, start, end)
        or _by_grammar(line, found)
    )


def _named_after_comma(line: Line, found: re.Match[str]) -> tuple[str, ...]:
    """ "Second only to Ruritania in emissions, Syldavia …"."""
    if line.low[: found.start()].strip(" \"'") or not line.low.startswith(", ", found.end()):
        return ()
    named = line.parties(found.end(), found.end() + 8)
    return (named[0].code,) if named else ()


def _named_before(line: Line, start: int) -> tuple[str, ...]:
    """ "Ruritania, the world's largest …", "Ruritania is still the …"."""
    named = [m for m in line.parties(0, start) if m.end - line.offset <= start]
    if named and _PREDICATED.fullmatch(line.low[named[-1].end - line.offset : start]):
        return (named[-1].code,) if named[-1].code != "WLD" else ()
    return ()


def _coordinated(line: Line, start: int, last: Draft | None) -> tuple[str, ...]:
    """ "… largest economy and its biggest emitter": the same as the rank before."""
    if last is None or last.subject is None:
        return ()
    between = line.low[last.end - line.offset : start]
    return (last.subject,) if _COORDINATED.fullmatch(between) else ()


def _named_behind(line: Line, start: int, end: int) -> tuple[str, ...]:
    """ "The world's largest emitter, Ruritania, …" where the phrase opens its clause."""
    named = [m for m in line.parties(end, end + 30) if _BEHIND.fullmatch(line.low[end : m.start - line.offset])]
    if not named or not _OPENS.search(line.low[:start]):
        return ()
    return () if _is_list(line, named[0], end) else (named[0].code,)


def _is_list(line: Line, mention: PartyMention, end: int) -> bool:
    """Whether a Party behind a comma opens the next clause, as in "like the largest emitter, Ruritania and …"."""
    behind = line.low[mention.end - line.offset :]
    return behind.startswith(("'s ", " and ")) and line.low[end] == ","


def _by_grammar(line: Line, found: re.Match[str]) -> tuple[str, ...]:
    """The subject of which the rank is said, or whom the phrase itself refers to: "the world's largest emitter said"."""
    token = line.token_at(found.start("noun") if found.re is _RANK else found.end() - 1)
    if token is None:
        return ()
    codes = None if token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj") else predicated(line, found.start())
    return referent(line, found.start())[:1] if codes is None else codes[:1]
