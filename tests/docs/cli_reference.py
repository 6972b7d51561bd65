"""The page ``docs/reference/cli.md``, made from what the program says of itself.

python -m tests.docs.cli_reference > docs/reference/cli.md
"""

from __future__ import annotations

import re
import sys

from typer.testing import CliRunner

from parley.cli.main import app

_HEAD = """\
# Commands

What `parley --help` and `parley COMMAND --help` say, made by `python -m tests.docs.cli_reference`. A test fails when \
the page and the program differ.
"""
_COMMAND = re.compile(r"^  ([a-z]+)  ", re.M)


def page() -> str:
    """The whole page."""
    overview = help_of()
    commands = _COMMAND.findall(overview.partition("Commands:")[2])
    sections = [_section("parley", overview), *(_section(f"parley {name}", help_of(name)) for name in commands)]
    return "\n".join([_HEAD, *sections])


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
