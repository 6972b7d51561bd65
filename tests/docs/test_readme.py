"""The README's example runs and prints what it says, its commands are there, and its picture is light."""

from __future__ import annotations

import contextlib
import io
import re

import pytest

from tests.docs.making import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
LARGEST_PICTURE = 400_000


EXAMPLES = re.findall(r"^```python\n(.*?)^```$", README, re.M | re.S)
PRINTED = re.findall(r"^```text\n(.*?)^```$", README, re.M | re.S)


@pytest.mark.parametrize(("code", "expected"), list(zip(EXAMPLES, PRINTED, strict=True)))
def test_a_python_example_prints_what_the_readme_says(code: str, expected: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    assert printed.getvalue() == expected


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_python_example_is_short(code: str) -> None:
    assert len([line for line in code.splitlines() if line.strip()]) <= 5


def test_every_make_command_of_the_readme_is_a_target() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"^\$ make (\w+)", README, re.M))
    assert {"brief", "test"} <= named <= targets


@pytest.mark.parametrize("picture", re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README))
def test_a_picture_is_there_and_light(picture: str) -> None:
    assert 0 < (ROOT / picture).stat().st_size < LARGEST_PICTURE


def test_the_documents_that_make_brief_reads_are_there() -> None:
    found = re.search(r"parley brief (\S+) --output (\S+)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert found
    assert len(list((ROOT / found[1]).iterdir())) >= 8
    assert f"/{found[2]}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
