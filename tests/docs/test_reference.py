"""The reference pages say what the code says."""

from __future__ import annotations

import re

import parley
from parley import errors
from parley.cli.exits import IN_WORDS, ExitCode
from parley.settings import SETTINGS
from tests.docs import cli_reference
from tests.docs.making import first_column, page, section

ERRORS = page("reference/errors.md")


def test_the_page_of_commands_is_what_the_program_says() -> None:
    remedy = "run: python -m tests.docs.cli_reference > docs/reference/cli.md"
    assert page("reference/cli.md") == cli_reference.page(), remedy


def test_every_command_and_option_has_words_of_help() -> None:
    for block in re.findall(r"```text\n(.*?)```", cli_reference.page(), re.S):
        for line in block.splitlines():
            assert not re.fullmatch(r"  (?:--?[a-z][\w-]*|[a-z]+)(?: [A-Z]+)?", line), f"nothing is said about {line!r}"


def test_every_error_is_on_the_page_with_its_base() -> None:
    tree = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", section(ERRORS, "## Errors"), re.M)
    classes = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type)}
    assert dict(tree) == {name: kind.__base__.__name__ for name, kind in classes.items()}


def test_every_exit_code_is_on_the_page() -> None:
    codes = re.findall(r"^\| `(\d+)` \| `(\w+)` \|", section(ERRORS, "## Exit codes"), re.M)
    assert codes == [(str(code.value), code.name) for code in ExitCode]


def test_the_help_names_every_exit_code() -> None:
    assert re.findall(r"\b(\d+) ", IN_WORDS) == [str(code.value) for code in ExitCode]


def test_every_setting_is_on_the_page_with_its_default_and_help() -> None:
    lines = section(ERRORS, "## Settings").splitlines()
    for setting in SETTINGS:
        default = f"`{setting.default}` " if setting.default else ""
        assert f"| `{setting.name}` | {default}| {setting.help} |" in lines
    assert len([line for line in lines if line.startswith("| `PARLEY_")]) == len(SETTINGS)


def test_every_public_name_is_on_the_page() -> None:
    names = first_column(section(page("reference/python.md"), "## Names"))
    assert sorted(names) == sorted(name for name in parley.__all__ if name != "__version__")
