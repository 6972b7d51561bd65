"""Quoted and reported speech with its speaker.

Each quotation looks for its speaker in this order: behind it ("…," X said), before it (X said: "…"), in the clause it
is part of (X told Y that it would "…"), in the sentence's "according to X", then with the quotation before it, which it
may continue. A quotation without a cue of speech is a title or scare quotes, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.reading.context import Context, Sentence
from parley.reading.lexicon import words
from parley.reading.quotations import Quotation
from parley.reading.speakers import Floor, attribute, is_speech, subject_of
from parley.records import Attribution, Statement

_TITLE_CUES = words("speech", "title_cues")
_IN_TITLES = frozenset(["of", "for", "on", "the", "and", "'s", "a", "an"])
_SPEAKS_TO_SOMEBODY = frozenset(
    ["tell", "ask", "urge", "remind", "accuse", "challenge", "praise", "criticise", "criticize"]
)
_GOES_ON = frozenset(["and", "but", "while", "as", "because", "when", "after", "before"])
_LONGEST_GAP = 30
_FEWEST_WORDS_ALONE = 6


@dataclass(frozen=True, slots=True)
class _Said:
    attribution: Attribution
    cue: str | None


def read_statements(context: Context) -> list[Statement]:
    """All quotations that are speech, and all sentences that report speech, in order."""
    floor = Floor()
    statements: list[Statement] = []
    by_sentence = _quotations_by_sentence(context)
    previous: tuple[Quotation, _Said] | None = None
    for sentence in context.sentences:
        quotations = by_sentence.get(sentence.index, [])
        for quotation in quotations:
            said = _speaker(context, quotation, sentence, floor, previous)
            if said is None:
                continue
            previous = (quotation, said)
            _take_floor(floor, said.attribution, sentence)
            statements.append(_statement(context, quotation.start, quotation.end, "quoted", said))
        if not quotations and (reported := _reported(context, sentence, floor)):
            _take_floor(floor, reported.attribution, sentence)
            statements.append(_statement(context, _first_word(context, sentence), sentence.end, "reported", reported))
    return statements


def _first_word(context: Context, sentence: Sentence) -> int:
    """Where a sentence's words begin, metadata and dashes before them left out."""
    text = context.text[sentence.start : sentence.end]
    return sentence.start + len(text) - len(text.lstrip(" \n-–—*•"))


def _statement(context: Context, start: int, end: int, speech: str, said: _Said) -> Statement:
    return Statement(
        document=context.document.id,
        quotes=(context.quote(start, end),),
        speech="quoted" if speech == "quoted" else "reported",
        attribution=said.attribution,
        cue=said.cue,
    )


def _take_floor(floor: Floor, attribution: Attribution, sentence: Sentence) -> None:
    floor.attribution, floor.sentence = attribution, sentence.index


def _quotations_by_sentence(context: Context) -> dict[int, list[Quotation]]:
    rows: dict[int, list[Quotation]] = {}
    for quotation in context.quotations:
        if context.text[quotation.start : quotation.end].strip():
            rows.setdefault(context.sentence_at(quotation.start).index, []).append(quotation)
    return rows


def _speaker(
    context: Context, quotation: Quotation, sentence: Sentence, floor: Floor, previous: tuple[Quotation, _Said] | None
) -> _Said | None:
    doc = context.doc
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    if span is None or _is_title(doc, span.start, span.end):
        return None
    behind = _outside(context, span.end, _paragraph_end(doc, span.end), forward=True)
    before = _outside(context, span.start - 1, sentence.span.start, forward=False)
    if any(token.lower_ in ("words", "put") for token in behind[:6]) and (
        said := _according_to(context, behind[:6], floor, sentence)
    ):
        return said
    cues = [*_cues_behind(behind, context), *_cues_before(before, context)]
    if _ends_its_sentence(context, quotation, behind) or (behind and behind[0].lower_ in _GOES_ON):
        cues = [*_cues_before(before, context)] or cues
    for verb, subject in cues:
        if attribution := attribute(subject, context.agents, context.people, floor, sentence.index):
            return _Said(attribution, verb.lemma_)
    if said := _according_to(context, [*before, *behind], floor, sentence):
        return said
    if previous and _may_continue(context, previous[0], quotation, len(span)):
        return previous[1]
    return _introduced(context, quotation, sentence, floor, len(span))


def _ends_its_sentence(context: Context, quotation: Quotation, behind: Sequence[Token]) -> bool:
    """A full stop inside the marks and a capital behind them: what follows is another sentence."""
    last = context.text[quotation.start : quotation.end].rstrip()[-1:]
    return last in (".", "!", "?") and bool(behind) and behind[0].text[0].isupper()


def _is_title(doc: Doc, first: int, last: int) -> bool:
    """A name or title in quotation marks, or a single scare-quoted word."""
    inner = [token for token in doc[first:last] if token.is_alpha]
    if len(inner) < 2 or (
        len(inner) <= 3 and last + 1 < len(doc) and doc[last].text == '"' and doc[last + 1].pos_ == "NOUN"
    ):
        return True
    cues = {token.lower_ for token in doc[max(0, first - 5) : first]}
    capitalised = sum(token.text[0].isupper() for token in inner) / len(inner)
    if capitalised > 0.6 and len(inner) > 2 and not any(token.is_upper for token in inner[:2]):
        return True
    return bool(cues & _TITLE_CUES) and (len(inner) < 5 or capitalised > 0.5)


def _paragraph_end(doc: Doc, index: int) -> int:
    while index < len(doc) and not (doc[index].is_space and "\n" in doc[index].text):
        index += 1
    return index


def _outside(context: Context, first: int, last: int, forward: bool) -> list[Token]:
    """Tokens from ``first`` towards ``last`` outside quotation marks, to the end of the sentence or the next mark."""
    doc = context.doc
    tokens: list[Token] = []
    step = 1 if forward else -1
    index = first
    while (index < last if forward else index >= last) and len(tokens) < _LONGEST_GAP and 0 <= index < len(doc):
        token = doc[index]
        index += step
        if context.quotation_at(token.idx) is not None:
            if forward and tokens:
                break
            continue
        if forward and token.text in (".", "!", "?"):
            break
        if not token.is_space and token.text != '"':
            tokens.append(token)
    return tokens if forward else tokens[::-1]


def _cues_behind(tokens: Sequence[Token], context: Context) -> Iterator[tuple[Token, Token]]:
    """``"…," X said``, ``"…," said X``: the verb stands early behind the closing mark."""
    words_in = [token for token in tokens if token.is_alpha or token.text == "'s"]
    for verb in words_in[:18]:
        if not is_speech(verb):
            continue
        if named := _person_beside(verb, tokens, context):
            yield verb, named
        subject = subject_of(verb)
        if subject is not None and subject in tokens:
            yield verb, subject
        yield from ((verb, token) for token in _beside(verb, tokens))
        return


def _cues_before(tokens: Sequence[Token], context: Context) -> Iterator[tuple[Token, Token]]:
    """``X said: "…"``, ``X told Y that it would "…"``: the last verb of speech before the opening mark."""
    for verb in reversed(tokens):
        if is_speech(verb):
            if named := _person_beside(verb, tokens, context):
                yield verb, named
            subject = subject_of(verb)
            if subject is not None and context.quotation_at(subject.idx) is None:
                yield verb, subject
            yield from ((verb, token) for token in _beside(verb, tokens))


def _person_beside(verb: Token, tokens: Sequence[Token], context: Context) -> Token | None:
    """The person whose name ends right before a verb, or stands behind it with nothing but a title between.

    Steadier than the parse, which loses the subject of long titles ("said party founder and climate adviser X").
    """
    at = tokens.index(verb)
    before = _person_ending(tokens[:at], context)
    if before is not None:
        return before
    if verb.lemma_ in _SPEAKS_TO_SOMEBODY:
        return None
    for token in tokens[at + 1 : at + 18]:
        mention = context.agents.person_at(token.i)
        if mention and not _modifies(context.doc, mention.last):
            return token
        if token.text in (",", ";", ":") or (
            token.pos_ in ("VERB", "AUX", "PRON", "DET", "ADP") and token.lower_ not in _IN_TITLES
        ):
            return None
    return None


def _modifies(doc: Doc, after: int) -> bool:
    """Whether a name goes on into a noun, as in "Obama climate adviser"."""
    return after < len(doc) and (doc[after].text == "'s" or doc[after].pos_ in ("NOUN", "ADJ"))


def _person_ending(tokens: Sequence[Token], context: Context) -> Token | None:
    """The person named at the end of ``tokens``, an apposition between commas or an auxiliary skipped."""
    rest = [token for token in tokens if token.pos_ not in ("ADV", "AUX")]
    if rest and rest[-1].lower_ == "who":
        rest = rest[:-2] if rest[-2:-1] and rest[-2].text == "," else rest[:-1]
    elif rest and rest[-1].text in (",", ")"):
        commas = [i for i, token in enumerate(rest[:-1]) if token.text in (",", "(")]
        rest = rest[: commas[-1]] if commas else []
    if not rest:
        return None
    mention = context.agents.person_at(rest[-1].i)
    if mention is None or (mention.first > 0 and context.doc[mention.first - 1].pos_ == "ADP"):
        return None
    return context.doc[mention.first]


def _beside(verb: Token, tokens: Sequence[Token]) -> Iterator[Token]:
    """Names and nouns next to a verb where the parse gives no subject: first before it, then behind it."""
    at = tokens.index(verb)
    candidates = [*reversed(tokens[max(0, at - 4) : at]), *tokens[at + 1 : at + 8]]
    yield from (
        token for token in candidates if token.pos_ in ("PROPN", "PRON") and token.lower_ not in ("it", "that", "which")
    )


def _according_to(context: Context, tokens: Sequence[Token], floor: Floor, sentence: Sentence) -> _Said | None:
    """The X of "according to X", "in the words of X", "as X put it"."""
    for token in tokens:
        if token.lower_ == "according" or (token.lower_ == "words" and token.nbor(-1).lower_ == "the"):
            following = context.doc[token.i + 2 : token.i + 14]
            named = [t for t in following if context.agents.person_at(t.i)]
            objects = [t for t in following if t.dep_ == "pobj"]
            subject = next(iter(named or objects), None)
        elif token.lower_ == "put" and token.i + 1 < len(context.doc) and token.nbor().lower_ == "it":
            subject = subject_of(token)
        else:
            continue
        if subject and (found := attribute(subject, context.agents, context.people, floor, sentence.index)):
            return _Said(found, token.lower_)
    return None


def _may_continue(context: Context, earlier: Quotation, later: Quotation, length: int) -> bool:
    """A bare quotation goes on where the one before it stands in its paragraph, or was left open."""
    if later.continues:
        return True
    between = context.text[earlier.end : later.start]
    if "\n" not in between:
        sentences = context.sentence_at(later.start).index - context.sentence_at(earlier.end).index
        return sentences <= 1 or length >= _FEWEST_WORDS_ALONE
    opens_paragraph = context.text[: later.start - 1].rstrip(" ").endswith("\n")
    return between.count("\n\n") <= 1 and opens_paragraph and length >= _FEWEST_WORDS_ALONE


def _introduced(context: Context, quotation: Quotation, sentence: Sentence, floor: Floor, length: int) -> _Said | None:
    """A quotation that opens a sentence of its own after one that reports speech or ends in a colon."""
    if sentence.index == 0 or length < _FEWEST_WORDS_ALONE or quotation.start - sentence.start > 3:
        return None
    before = context.sentences[sentence.index - 1]
    return _reported(context, before, floor) or (
        _Said(floor.attribution, None) if floor.attribution and sentence.index - floor.sentence <= 2 else None
    )


def _reported(context: Context, sentence: Sentence, floor: Floor) -> _Said | None:
    """The speaker of a sentence whose main clause, or whose "according to", reports speech."""
    tokens = [token for token in sentence.span if not token.is_space]
    for verb in (token for token in tokens if is_speech(token, weak=False)):
        subject = _person_beside(verb, tokens, context) or subject_of(verb)
        if subject is None or subject.i > verb.i or verb.dep_ not in ("ROOT", "conj", "ccomp", "parataxis", "advcl"):
            continue
        if attribution := attribute(subject, context.agents, context.people, floor, sentence.index):
            return _Said(attribution, verb.lemma_)
    return _according_to(context, list(sentence.span), floor, sentence)
