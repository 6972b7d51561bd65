"""Text that remembers where it came from while it is cleaned.

Every stage of cleaning is a list of edits; what is kept stays tied to its place in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Edit(NamedTuple):
    """Put ``replacement`` in the place of ``text[start:end]``."""

    start: int
    end: int
    replacement: str = ""


class Piece(NamedTuple):
    """A stretch of cleaned text that stands for ``source[start:end]``; ``kept`` when it says just the same."""

    text: str
    start: int
    end: int
    kept: bool


@dataclass(frozen=True)
class Traced:
    """Cleaned text in pieces, in the order of the source (offsets in characters of the source)."""

    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, source: str) -> Traced:
        return cls((Piece(source, 0, len(source), True),) if source else ())

    @classmethod
    def joining(cls, pieces: Iterable[Piece]) -> Traced:
        """The text of ``pieces``, with kept neighbours made one."""
        return cls(tuple(_joined(pieces)))

    @cached_property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """The text after ``edits``, which must be in order and must not overlap."""
        cutter, at = _Cutter(self.pieces), 0
        pieces: list[Piece] = []
        for start, end, replacement in edits:
            if start < at:
                raise ValueError(f"the edit at {start} overlaps one that ends at {at}")
            pieces.extend(cutter.take(start - at))
            first = cutter.place
            gone = list(cutter.take(end - start))
            if replacement:
                span = (gone[0].start, gone[-1].end) if gone else (first, first)
                pieces.append(Piece(replacement, *span, kept=False))
            at = end
        pieces.extend(cutter.take(len(self.text) - at))
        return Traced.joining(pieces)

    @cached_property
    def anchors(self) -> tuple[tuple[int, int], ...]:
        """Pairs (offset here, offset in the source) wherever the shift between the two changes.

        Where source text was left out there are two pairs with the same offset here: its start and its end.
        """
        pairs: list[tuple[int, int]] = [(0, 0)]
        here = expected = 0
        steady = True
        for piece in self.pieces:
            if piece.start != expected or not (steady and piece.kept):
                pairs += [(here, expected), (here, piece.start)]
            here, expected, steady = here + len(piece.text), piece.end, piece.kept
        if not steady:
            pairs.append((here, expected))
        return tuple(dict.fromkeys(pairs))


class _Cutter:
    """Hands out pieces from the left, splitting them where asked."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self._rest = iter(pieces)
        self._current: Piece | None = next(self._rest, None)
        self._last_end = 0

    @property
    def place(self) -> int:
        """Where in the source the next piece starts."""
        return self._current.start if self._current else self._last_end

    def take(self, length: int) -> Iterator[Piece]:
        while length > 0 and self._current is not None:
            piece = self._current
            if len(piece.text) > length:
                piece, self._current = _split(piece, length)
            else:
                self._current = next(self._rest, None)
            length -= len(piece.text)
            self._last_end = piece.end
            yield piece


def _split(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """A replaced piece has no inner places: its first part stands for all of its source."""
    middle = piece.start + at if piece.kept else piece.end
    left = Piece(piece.text[:at], piece.start, middle, piece.kept)
    return left, Piece(piece.text[at:], middle, piece.end, piece.kept)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with kept neighbours made one."""
    run: list[Piece] = []
    for piece in pieces:
        if run and not (piece.kept and run[-1].kept and piece.start == run[-1].end):
            yield _one(run)
            run = []
        run.append(piece)
    if run:
        yield _one(run)


def _one(run: list[Piece]) -> Piece:
    if len(run) == 1:
        return run[0]
    return Piece("".join(piece.text for piece in run), run[0].start, run[-1].end, True)
