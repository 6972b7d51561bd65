"""Which stretches of a document are names of persons.

Candidates are the model's names, capitalised words behind a title or beside an apposition, and full names of known
office holders; each is trimmed of titles before it and of words behind it that belong to no name.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from parley.reading.appositions import HEADS, HONORIFICS, MODIFIERS, Stretch, apposition_behind
from parley.reading.lexicon import words
from parley.reading.parties import PartyMention
from parley.terms.offices import is_known_name
from parley.terms.parties import find_code
from parley.terms.places import country_of

_NOT_NAMES = words("offices", "not_names")
_PARTICLES = words("offices", "particles")
_LONGEST_NAME = 5


def fold(word: str) -> str:
    """A name word without accents, case or a genitive ending, for comparison."""
    plain = unicodedata.normalize("NFKD", word.removesuffix("'s"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def find_names(doc: Doc, parties: Sequence[PartyMention]) -> list[Stretch]:
    """Token ranges that are names of persons."""
    of_parties = {i for mention in parties for i in range(mention.first, mention.last) if mention.form != "demonym"}
    found: dict[int, Stretch] = {}
    titled = _titled_positions(doc)
    singles: list[Stretch] = []
    candidates = [(e.start, e.end) for e in doc.ents if e.label_ == "PERSON"]
    candidates += _in_the_table([token.text for token in doc])
    commas = [token.i for token in doc if token.text == ","]
    candidates += [*_after_titles(doc, titled), *_before_appositions(doc, commas), *_behind_offices(doc, commas)]
    for first, last in candidates:
        stretch = _trimmed(doc, first, last, of_parties)
        if stretch is None or any(i in found for i in range(*stretch)):
            continue
        if stretch[1] - stretch[0] == 1 and stretch[0] not in titled:
            singles.append(stretch)
        else:
            found.update(dict.fromkeys(range(*stretch), stretch))
    seen = Counter(doc[first].text for first, _ in singles)
    known = {fold(doc[i].text) for i in found}
    for stretch in singles:
        token = doc[stretch[0]]
        if token.i not in found and (seen[token.text] > 1 or fold(token.text) in known or token.dep_ == "nsubj"):
            found[token.i] = stretch
    return sorted(set(found.values()))


def _in_the_table(texts: Sequence[str]) -> list[Stretch]:
    """Full names of known office holders, which the model may take for anything."""
    found = []
    for first in range(len(texts) - 1):
        if texts[first][0].isupper() and _goes_on(texts[first + 1]) and texts[first].isalpha():
            lengths = (n for n in (6, 5, 4, 3, 2) if first + n <= len(texts))
            length = next((n for n in lengths if is_known_name(_spelled(texts[first : first + n]))), 0)
            if length:
                found.append((first, first + length))
    return found


def _goes_on(text: str) -> bool:
    """Whether a name may go on with a word: a capital, a hyphen, "von"."""
    return text[0].isupper() or text == "-" or text in _PARTICLES


def _spelled(texts: Sequence[str]) -> str:
    return " ".join(texts).replace(" - ", "-")


def _is_title_word(token: Token) -> bool:
    return token.lower_ in HONORIFICS or (token.lower_ in HEADS and token.text[0].isupper())


def _titled_positions(doc: Doc) -> set[int]:
    """Where a name follows an office or an honorific: "President Xi", "envoy Mira Solberg"."""
    words = [(token.text, token.lower_) for token in doc]
    capitalised = [text[0].isupper() and text.isalpha() and low not in _NOT_NAMES for text, low in words]
    capitalised += [False, False]
    return {
        place + 1
        for place, (text, low) in enumerate(words[:-1])
        if low in HONORIFICS or (low in HEADS and (text[0].isupper() or all(capitalised[place + 1 : place + 3])))
    }


def _after_titles(doc: Doc, titled: set[int]) -> Iterator[Stretch]:
    """Capitalised words behind an office or an honorific."""
    for first in sorted(titled):
        last = first
        while last < len(doc) and last - first < _LONGEST_NAME and doc[last].text[0].isupper() and doc[last].is_alpha:
            if doc[last].lower_ in HEADS or doc[last].lower_ in _NOT_NAMES or doc[last].lower_ in MODIFIERS:
                break
            last += 1
        if last > first and doc[first].pos_ == "PROPN":
            yield first, last


def _before_appositions(doc: Doc, commas: Sequence[int]) -> Iterator[Stretch]:
    """Two or three capitalised words before a comma and an office: "Mira Solberg, a senior negotiator, …"."""
    for comma in commas:
        first = comma
        while first > 0 and comma - first < 3 and doc[first - 1].is_title and doc[first - 1].pos_ == "PROPN":
            first -= 1
        if comma - first < 2 or not any(token.lower_ in HEADS for token in doc[comma + 1 : comma + 6]):
            continue
        unnamed = all(token.ent_type_ in ("", "PERSON", "ORG", "NORP") for token in doc[first:comma])
        if unnamed and not doc[first:comma].text.isupper() and apposition_behind(doc, comma, ()):
            yield first, comma


def _behind_offices(doc: Doc, commas: Sequence[int]) -> Iterator[Stretch]:
    """Two or three capitalised words between commas behind an office: "Peru's climate envoy, Mira Solberg, …"."""
    for comma in commas:
        first = last = comma + 1
        while last < len(doc) and last - first < _LONGEST_NAME - 1 and doc[last].is_title and doc[last].is_alpha:
            last += 1
        if last - first < 2 or not any(token.lower_ in HEADS for token in doc[max(0, comma - 6) : comma]):
            continue
        closed = last < len(doc) and (doc[last].text in (",", ".", ")") or doc[last].pos_ in ("VERB", "AUX"))
        proper = all(token.pos_ == "PROPN" and token.ent_type_ != "DATE" for token in doc[first:last])
        if closed and proper and country_of(doc[first:last].text) is None:
            yield first, last


def _trimmed(doc: Doc, first: int, last: int, of_parties: set[int]) -> Stretch | None:
    """A name without titles before it or words behind it that belong to no name; None when nothing is left."""
    while first < last and _is_before_a_name(doc[first], of_parties):
        first += 1
    end = first
    while end < last and not _is_no_part(doc[end], of_parties):
        end += 1
    while end > first and doc[end - 1].lower_ in _PARTICLES and doc[end - 1].text[0].islower():
        end -= 1
    if end == first:
        return None
    first, end = _with_particles(doc, first, end)
    if end - first > _LONGEST_NAME + 2:
        return None
    if end - first == 1 and (len(doc[first]) < 2 or country_of(doc[first].text) or find_code(doc[first].text)):
        return None
    return first, end


def _with_particles(doc: Doc, first: int, end: int) -> Stretch:
    """A name grown by what the model cut off: "von der" and what follows, the other half of "al-Mansur"."""
    last = end
    while last < len(doc) - 1 and (doc[last].lower_ in _PARTICLES or doc[last].text == "-"):
        last += 1
    hyphenated = last == end + 1 and _is_hyphenated(doc[last]) and not doc[end - 1].whitespace_
    if last > end and (hyphenated or (doc[last].text[0].isupper() and doc[last].pos_ == "PROPN")):
        end = last + 1
    if first > 2 and doc[first].text == "-" and doc[first - 1].lower_ in _PARTICLES:
        first -= 2 if doc[first - 2].text[0].isupper() else 1
    return first, end


def _is_before_a_name(token: Token, of_parties: set[int]) -> bool:
    lower = token.lower_
    return (
        _is_title_word(token)
        or lower in MODIFIERS
        or lower in HONORIFICS
        or lower in _PARTICLES
        or _is_no_part(token, of_parties)
        or (find_code(token.text) is not None and token.i + 1 < len(token.doc))
    )


def _is_no_part(token: Token, of_parties: set[int]) -> bool:
    if token.i in of_parties or token.lower_ in _NOT_NAMES or token.lower_ in HEADS or token.is_space:
        return True
    if token.is_upper and len(token) > 1 and not token.doc[max(token.i - 1, 0)].is_title and len(token) <= 4:
        return True
    if token.lower_ in _PARTICLES or token.text == "-" or _is_hyphenated(token):
        return False
    return not token.text[0].isupper() or any(character.isdigit() for character in token.text) or token.text == "'s"


def _is_hyphenated(token: Token) -> bool:
    """The second half of a name such as Seo-jin."""
    return token.i > 0 and token.is_alpha and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
