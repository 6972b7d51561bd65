"""Books of pledges from files, row by row."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import UsageError
from parley.pathways.pledge import PathwayPledge
from parley.pathways.pledge_file import _FIELDS, read_pledges
from tests.pathways.pledging import a_cut, a_net_zero, a_peak

PLEDGES = (a_cut("CHN", 40, 2035, 2010), a_net_zero("IND", 2070), a_peak("IDN", 2030), a_cut("FRA", 50, 2030, 1990))


def write_csv(path: Path, *rows: dict[str, object]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)))
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_jsonl(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def known(pledge: PathwayPledge) -> dict[str, object]:
    """What a row of the pledge has, in the words of a file."""
    values = {name: value for name, value in asdict(pledge).items() if value not in (None, "", ())}
    return {name: value for name, value in values.items() if name != "origin"}


def test_every_field_of_a_pledge_but_its_origin_can_be_given() -> None:
    assert set(_FIELDS) == {field.name for field in fields(PathwayPledge)} - {"origin"}


@pytest.mark.parametrize("write", [write_csv, write_jsonl])
def test_pledges_come_back_as_they_were_written(tmp_path: Path, write) -> None:  # type: ignore[no-untyped-def]
    name = "mine.csv" if write is write_csv else "mine.jsonl"
    found = read_pledges(write(tmp_path / name, *map(known, PLEDGES)))
    for read, pledge in zip(found, PLEDGES, strict=True):
        assert known(read) == {**known(pledge), "source": read.source}
        assert read.origin == "document"
        assert read.source.startswith(f"{name}, line ")


def test_a_row_without_an_id_is_named_after_its_line_and_a_party_may_go_by_its_name(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "mine.csv", {"party": "China", "kind": "net_zero", "target_year": 2050})
    (pledge,) = read_pledges(path)
    assert (pledge.id, pledge.party, pledge.target_year) == ("mine:2", "CHN", 2050)


NET_ZERO = {"party": "CHN", "kind": "net_zero", "target_year": 2050}
CUT = {"party": "CHN", "kind": "reduction", "basis": "base_year", "low": 10, "high": 20, "unit": "%", "base_year": 2010}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({**NET_ZERO, "party": "Narnia"}, "party 'Narnia' is no Party"),
        ({**NET_ZERO, "party": "G20"}, "G20 has no pathway of its own"),
        ({**NET_ZERO, "kind": "hope"}, "kind 'hope' is not known; there are net_zero"),
        ({**NET_ZERO, "target_year": "soon"}, "target_year 'soon' is no number"),
        ({**NET_ZERO, "target_year": 2050.5}, "is no year from 1990 to 2100"),
        ({**NET_ZERO, "target_year": 2500}, "is no year from 1990 to 2100"),
        ({**NET_ZERO, "colour": "red"}, "there is no field 'colour'; there are id, party"),
        ({"kind": "net_zero", "target_year": 2050}, "party is missing"),
        ({"party": "CHN", "kind": "net_zero"}, "a pledge of kind net_zero needs a target_year"),
        ({**CUT, "target_year": 2035, "basis": ""}, "a reduction needs a basis"),
        ({**CUT, "target_year": 2035, "low": 30}, "low (30) is above high (20)"),
        ({**CUT, "target_year": 2035, "unit": ""}, "low and high need a unit"),
        ({**CUT, "target_year": 2035, "unit": "GW"}, "unit 'GW' is none of a reduction"),
        ({**CUT, "target_year": 2035, "high": 900}, "a cut is between 0 and 200 %"),
        ({**CUT, "target_year": 2010}, "the base year 2010 is not before the target year 2010"),
        ({**CUT, "target_year": 2035, "low": "nan"}, "low 'nan' is no number"),
        ({**NET_ZERO, "gross_net": "perhaps"}, "gross_net 'perhaps' is neither true nor false"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_what_is_wrong(tmp_path: Path, row: dict, said: str) -> None:  # type: ignore[type-arg]
    path = write_csv(tmp_path / "mine.csv", row)
    with pytest.raises(UsageError, match=r"mine\.csv, line 2: ") as caught:
        read_pledges(path)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("mine.txt", b"", "neither record, ledger, a .csv nor a .jsonl file"),
        ("mine.csv", b"", "has no pledges"),
        ("mine.csv", b"party,kind\n", "has no pledges"),
        ("mine.csv", b"party,kind,target_year\nCHN,net_zero\n", "line 2: the row has not the 3 cells"),
        ("mine.csv", b"party,kind\nCHN,net_zero,2050\n", "line 2: the row has not the 2 cells"),
        ("mine.csv", b"party,kind\n\xff\xfe,x\n", "is not UTF-8 text"),
        ("mine.jsonl", b"{}\n", "line 1: party is missing"),
        ("mine.jsonl", b"[1]\n", "line 1: not an object"),
        ("mine.jsonl", b"{\n", "line 1: not JSON"),
        ("mine.jsonl", b'{"party": 3, "kind": "peak"}\n', "line 1: party 3 is no text"),
        ("mine.jsonl", b'{"party": "CHN", "kind": ["peak"]}\n', "line 1: kind ['peak'] is not known"),
    ],
)
def test_a_file_that_is_none_of_pledges_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UsageError) as caught:
        read_pledges(tmp_path / name)
    assert said in str(caught.value)


def test_an_id_is_used_once(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "mine.csv", {"id": "a", **NET_ZERO}, {"id": "a", **NET_ZERO, "party": "IND"})
    with pytest.raises(UsageError, match="line 3: the id 'a' has been used above"):
        read_pledges(path)


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_pledges(tmp_path / "none.csv")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    for ending in ("csv", "jsonl"):
        path = tmp_path_factory.mktemp("any") / f"any.{ending}"
        path.write_bytes(content)
        with pytest.raises(UsageError):
            read_pledges(path)
