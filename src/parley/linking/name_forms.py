"""What two written names of people have in common, and whether one person can bear both.

Every comparison answers in words. Nothing here knows who anybody is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources

from parley.terms.folding import fold, lossy_pattern

_SHORT = 3
_MISPRINT_FROM = 6
_MARKS = str.maketrans("", "", '"“”«»')
# Spellings of one sound, longest first: what comes of other alphabets, or of a key without the letter.
_SOUNDS = (
    *(("tsch", "ch"), ("sch", "sh"), ("iy", "i"), ("yy", "i"), ("ii", "i"), ("ij", "i"), ("ey", "ei"), ("ay", "ai")),
    *(("ou", "o"), ("oo", "u"), ("uu", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("aa", "a"), ("ee", "i")),
    *(("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("ks", "x"), ("q", "k"), ("w", "v")),
    *(("y", "i"), ("j", "i")),
)


@dataclass(frozen=True)
class NameForm:
    """A written name: its folded words without titles, honorifics and particles; ``raw`` is what is left of the words.

    ``words`` is empty where the name is a mere title ("the climate envoy").
    """

    raw: str
    words: tuple[str, ...]

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The words without order."""
        return tuple(sorted(self.words))

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """What matches the name with its lost letters; None where none seem lost."""
        return lossy_pattern(self.raw)

    @cached_property
    def handles(self) -> frozenset[tuple[str, str]]:
        """What two forms of one name have in common at least: the sound of one word, the first letter of another."""
        canonical = [given_name(word) for word in self.words]
        return frozenset(
            (sound_of(one), other[0])
            for i, one in enumerate(canonical)
            for j, other in enumerate(canonical)
            if i != j and len(one) > 1
        ) | {(sound_of("".join(self.words)), "")}


@lru_cache(maxsize=200_000)
def form_of(name: str) -> NameForm:
    """A name as written: "Special Envoy XIE Zhenhua" is (xie, zhenhua), "Dr. John F. Kerry Jr." (john, f, kerry)."""
    pieces = _undamaged(name).replace(",", " ").translate(_MARKS).replace("’s ", " ").replace("'s ", " ").split()
    first = 0
    while first < len(pieces) and all(word in _list("before") for word in fold(pieces[first]).split()):
        first += 1
    kept = [piece for piece in pieces[first:] if fold(piece) not in _list("behind")]
    words = " ".join(fold(piece) for piece in kept).split()
    words = [word for word in words if word not in _list("particles")] or words
    bare = [word for word in words if word not in _list("doubtful_particles")]
    return NameForm(" ".join(kept), tuple(bare if len(bare) > 1 else words))


def _undamaged(name: str) -> str:
    """The name with UTF-8 read as Windows-1252 undone, where that can be undone."""
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


def likeness(one: NameForm, other: NameForm) -> str | None:
    """Why two forms of two words or more can be one name, None when they cannot."""
    if one.key == other.key:
        return "the same name" if one.words == other.words else "the same name in another order"
    if "".join(one.words) == "".join(other.words):
        return "the same name, written together or apart"
    if _with_lost_letter(one, other) or _with_lost_letter(other, one):
        return _LOST
    for family_one, given_one in _readings(one.words):
        for family_other, given_other in _readings(other.words):
            how = _alike(family_one, given_one, family_other, given_other)
            if how:
                return how
    return _PART if set(one.words) < set(other.words) or set(other.words) < set(one.words) else None


def is_loose(reason: str) -> bool:
    """Whether a reason holds only while no second person fits as well, or the office must be the same, too."""
    return reason in (_INITIAL, _MISPRINT, _LOST, _PART)


def weaker_first(reason: str, one: tuple[NameForm, int], other: tuple[NameForm, int]) -> tuple[int, int]:
    """The numbers of two forms, first that of the one that tells less: with the initial, the damage, or fewer words."""
    if reason == _LOST:
        weak = one[0].pattern is not None and (other[0].pattern is None or _with_lost_letter(one[0], other[0]))
    elif reason == _INITIAL:
        weak = min(map(len, one[0].words)) <= min(map(len, other[0].words))
    else:
        weak = len(one[0].words) <= len(other[0].words)
    return (one[1], other[1]) if weak else (other[1], one[1])


def needs_office(reason: str) -> bool:
    """Whether a reason is too weak without the same office."""
    return reason in (_MISPRINT, _PART)


def needs_party(reason: str) -> bool:
    """Whether a reason is too weak where a Party is unknown."""
    return reason == _LOST


_INITIAL = "an initial stands for the given name"
_MISPRINT = "the same name but for one letter"
_PART = "a part of the full name, and of the same office"
_LOST = "the same name but for a letter lost"


def _readings(words: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Family name and given names, the family name last or first."""
    return [(words[-1], tuple(words[:-1])), (words[0], tuple(words[1:]))]


def _alike(family: str, given: Sequence[str], other_family: str, other_given: Sequence[str]) -> str | None:
    if family == other_family:
        return _givens_alike(given, other_given)
    if sound_of(family) == sound_of(other_family):
        exact = _givens_alike(given, other_given)
        return "another spelling of the same sounds" if exact and not is_loose(exact) else None
    if given == other_given and len(given[0]) > _SHORT and _one_letter_apart(family, other_family):
        return _MISPRINT
    return None


def _givens_alike(one: Sequence[str], other: Sequence[str]) -> str | None:
    """The first given names fit; what one form has more are names or initials between."""
    a, b = one[0], other[0]
    if a == b:
        shorter, longer = sorted((one, other), key=len)
        rest = all(any(_fits(word, candidate) for candidate in longer) for word in shorter)
        return "the same name, with and without a middle name" if rest else None
    if len(a) == 1 or len(b) == 1:
        return _INITIAL if a[0] == b[0] else None
    if given_name(a) == given_name(b):
        return "a short form of the given name"
    if sound_of(a) == sound_of(b) or sound_of("".join(one)) == sound_of("".join(other)):
        return "another spelling of the same sounds"
    return None


def _fits(word: str, candidate: str) -> bool:
    return word == candidate or (word[0] == candidate[0] and 1 in (len(word), len(candidate)))


def _with_lost_letter(damaged: NameForm, whole: NameForm) -> bool:
    pattern = damaged.pattern
    if pattern is None:
        return False
    return any(pattern.fullmatch(" ".join(words)) for words in (whole.words, whole.words[::-1]))


def is_part(single: NameForm, words: Sequence[str]) -> str | None:
    """Why a single name can be one of the words of a full one."""
    name = single.words[0]
    if name in words:
        return "a part of the full name"
    if len(name) > _SHORT and sound_of(name) in {sound_of(word) for word in words if len(word) > _SHORT}:
        return "a part of the full name in another spelling"
    pattern = lossy_pattern(single.raw)
    if pattern and any(pattern.fullmatch(word) for word in words):
        return "a part of the full name but for a letter lost"
    return None


@lru_cache(maxsize=100_000)
def sound_of(word: str) -> str:
    """A spelling that variants of transliteration share; words of three letters and fewer stand for themselves.

    "Zelenskyy" and "Zelensky" sound alike, "Xi" and "Xie" do not.
    """
    if len(word) <= _SHORT:
        return word
    for spelled, sound in _SOUNDS:
        word = word.replace(spelled, sound)
    single = [letter for i, letter in enumerate(word) if i == 0 or letter != word[i - 1]]
    return "".join(letter for i, letter in enumerate(single) if i == 0 or letter != "h")


def given_name(word: str) -> str:
    """The full form of a short given name: "tony" is "anthony"."""
    return _full_given_names().get(word, word)


def _one_letter_apart(one: str, other: str) -> bool:
    """One letter more, less or other; the first is the same and the word is long."""
    short, long = sorted((one, other), key=len)
    if len(short) < _MISPRINT_FROM or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


@cache
def _table() -> Mapping[str, list[str]]:
    text = resources.files("parley.linking").joinpath("data", "name_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(_table()[name])


@cache
def _full_given_names() -> Mapping[str, str]:
    pairs = (entry.split(": ") for entry in _table()["short_given_names"])
    return {short: full for full, shorts in pairs for short in shorts.split()}
