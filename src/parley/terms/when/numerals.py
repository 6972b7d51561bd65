"""Numbers as time expressions use them: counts, ordinals, days of the month, years.

Every function reads from position ``i`` of a run and returns the value with the position after it, or None.
"""

from __future__ import annotations

from parley.terms.when.lexeme import Run

Counted = tuple[float | None, int]

_YEAR_PREPOSITIONS = ("in", "since", "by", "from", "before", "after", "until", "till", "year", "during", "around", "of")


def cardinal(run: Run, i: int) -> tuple[int, int] | None:
    """ "twenty-five", "two hundred", "two thousand and five"."""
    total, current, j = 0, 0, i
    while True:
        value, factor = run.role(j, "cardinal"), run.role(j, "multiplier")
        if value is not None and (j == i or current % 10 == 0 or current == 0) and not (current % 100 and value > 9):
            current += value
        elif factor is not None and j > i:
            total, current = (total + current * factor, 0) if factor == 1000 else (total, current * factor)
        else:
            break
        j += 1
        follows = j + 1 if run.role(j, "hyphen") or (run.at(j, "and") and (total or current >= 100)) else j
        if follows > j and run.role(follows, "cardinal") is not None and (total or current >= 20):
            j = follows
    return (total + current, j) if j > i else None


def number(run: Run, i: int) -> tuple[float, int] | None:
    """A count in digits or words, with a half after it: "30", "2.5", "2 1/2", "two and a half"."""
    lexeme = run[i]
    if lexeme.kind == "number" and lexeme.number is not None and not lexeme.suffix:
        value, j = lexeme.number, i + 1
    elif words := cardinal(run, i):
        value, j = words
    else:
        return None
    if run.at(j, "½"):
        return value + 0.5, j + 1
    if run[j].text == "1" and run[j + 1].text == "/" and run[j + 2].text == "2":
        return value + 0.5, j + 3
    if run.at(j, "and") and run.at(j + 1, "a") and run.at(j + 2, "half"):
        return value + 0.5, j + 3
    return value, j


def quantity(run: Run, i: int) -> Counted | None:
    """How many of a unit; None as the count is "several". Of a range ("two to three") the first end counts."""
    part = i + 1 if run.role(i, "article") else i
    if run.at(part, "half"):
        return 0.5, run.skip(part + 1, "a", "an", "-")
    if run.at(part, "quarter") and run.at(run.skip(part + 1, "-", "of"), "century", "a"):
        return 0.25, run.skip(run.skip(part + 1, "-", "of"), "a")
    found = _vague(run, i) or number(run, i)
    if found is None:
        return (1.0, run.skip_roles(i + 1, "filler")) if run.role(i, "article") else None
    count, j = found
    if run.at(j, "to", "or", "-", "–") and (second := number(run, j + 1)):
        j = second[1]
    return count, j


def _vague(run: Run, i: int) -> Counted | None:
    j = i + 1 if run.role(i, "article") else i
    if (vague := run.role(j, "vague_count")) is not None:
        return (None if vague is True else float(vague)), run.skip(j + 1, "of")
    if j > i and (factor := run.role(j, "multiplier")) is not None:
        return float(factor), j + 1
    return None


def ordinal(run: Run, i: int) -> tuple[int, int] | None:
    """ "third", "21st", "twenty-first", "last" (-1)."""
    tens = run.role(i, "cardinal")
    if tens in (20, 30):
        j = i + 2 if run.role(i + 1, "hyphen") else i + 1
        ones = run.role(j, "ordinal")
        return (tens + ones, j + 1) if ones is not None and 0 < ones < 10 else None
    value = run.role(i, "ordinal")
    return (value, i + 1) if value is not None else None


def day_number(run: Run, i: int) -> tuple[int, int] | None:
    """A day of the month: "3", "3rd", "the third"."""
    i = run.skip(i, "the")
    lexeme = run[i]
    if lexeme.is_digits(1, 2) and 1 <= int(lexeme.text) <= 31:
        return int(lexeme.text), i + 1
    found = ordinal(run, i)
    return found if found and 1 <= found[0] <= 31 else None


def year(run: Run, i: int, sure: bool = False) -> tuple[int, int] | None:
    """A year of four digits or in words; ``sure`` when the words before it leave no other reading.

    Otherwise it must not count or number anything ("2000 MW", "some 2030 delegates", part of a telephone number).
    """
    lexeme = run[i]
    if lexeme.is_digits(4, 4):
        value = int(lexeme.text)
        return (value, i + 1) if value >= 1000 and (sure or run.loose or _stands_as_year(run, i, value)) else None
    return _year_in_words(run, i, sure)


def _stands_as_year(run: Run, i: int, value: int) -> bool:
    if run.role(i + 1, "counted") or run.role(i - 1, "vague_count") or _numbers_glued(run, i):
        return False
    if 1900 <= value <= 2150 and value != 2000:
        return True
    if run[i + 1].glued and run.role(i + 1, "hyphen") and run[i + 2].is_digits(4, 4) and run[i + 2].glued:
        return True  # "the 1850-1900 average"
    return value <= 2150 and run.at(i - 1, *_YEAR_PREPOSITIONS)


def _numbers_glued(run: Run, i: int) -> bool:
    """Whether other digits hang on this number by a hyphen, and the whole is no range of years."""
    after = run[i + 2]
    hangs = run[i + 1].glued and run.role(i + 1, "hyphen") and after.glued and after.kind == "number"
    if hangs and not (after.is_digits(4, 4) or after.is_digits(2, 2)):
        return True
    before = run[i - 2]
    return run[i].glued and run[i - 1].text == "-" and before.kind == "number" and not before.is_digits(4, 4)


def _year_in_words(run: Run, i: int, sure: bool) -> tuple[int, int] | None:
    century = run.role(i, "cardinal")
    if century in (19, 20) or (sure and century in range(11, 22)):
        rest = cardinal(run, run.skip(i + 1, "-"))
        return (century * 100 + rest[0], rest[1]) if rest and 10 <= rest[0] <= 99 else None
    if sure and (words := cardinal(run, i)) and 1000 <= words[0] <= 2999:
        return words
    return None
