from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.settings import SETTINGS, SettingError, read_settings


def test_every_setting_has_a_name_and_help_in_a_sentence() -> None:
    for setting in SETTINGS:
        assert setting.name.startswith("PARLEY_")
        assert setting.help.endswith(".")


def test_without_an_environment_the_defaults_hold() -> None:
    settings = read_settings({})
    assert (settings.ledger, settings.model, settings.busy_seconds, settings.debug) == (
        Path("parley.db"),
        None,
        30.0,
        False,
    )
    assert read_settings({setting.name: " " for setting in SETTINGS}) == settings


def test_the_environment_is_heard() -> None:
    settings = read_settings({"PARLEY_LEDGER": "~/a.db", "PARLEY_MODEL": "en_core_web_lg", "PARLEY_DEBUG": "yes"})
    assert (settings.ledger, settings.model, settings.debug) == (Path.home() / "a.db", "en_core_web_lg", True)


def test_as_many_workers_as_cores_can_be_asked_for() -> None:
    assert read_settings({}).workers == 1
    assert read_settings({"PARLEY_WORKERS": "3"}).workers == 3
    assert 1 <= read_settings({"PARLEY_WORKERS": "auto"}).workers <= (os.cpu_count() or 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARLEY_BUSY_SECONDS", "soon"),
        ("PARLEY_BUSY_SECONDS", "-1"),
        ("PARLEY_BUSY_SECONDS", "nan"),
        ("PARLEY_WORKERS", "0"),
        ("PARLEY_WORKERS", "several"),
        ("PARLEY_DEBUG", "maybe"),
    ],
)
def test_an_error_names_the_key_and_the_value(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=f"{name}='{value}'"):
        read_settings({name: value})
