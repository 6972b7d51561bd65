"""The page ``docs/reference/cli.md``, made from what the program says of itself; commands of groups included.

python -m tests.docs.cli_reference > docs/reference/cli.md
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from typer.testing import CliRunner

from parley.cli.main import app

_HEAD = """\
# Commands

What `parley --help` and `--help` of each command say, made by `python -m tests.docs.cli_reference`. A test fails when \
the page and the program differ.
"""
_COMMAND = re.compile(r"^  ([a-z][a-z-]*)  ", re.M)


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_sections()])


def _sections(*group: str) -> Iterator[str]:
    """The section of a command or group, and those of the commands below it."""
    said = help_of(*group)
    yield _section(" ".join(["parley", *group]), said)
    for name in _COMMAND.findall(said.partition("Commands:")[2]):
        yield from _sections(*group, name)


def help_of(*command: str) -> str:
    """The help of the program or of a command, 80 columns wide."""
    arguments = [*command, "--help"]
    result = CliRunner().invoke(app, arguments, prog_name="parley", env={"COLUMNS": "80", "LC_ALL": "C.UTF-8"})
    assert result.exit_code == 0, result.output
    return result.output


def _section(name: str, words: str) -> str:
    lines = "\n".join(line.rstrip() for line in words.strip().splitlines())
    return f"## {name}\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(page())
