"""What can be set from outside: a table of name, default and help. Read by the surfaces only."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """An environment variable, the value it has when unset, and what it is for."""

    name: str
    default: str
    help: str


LEDGER = Setting("PARLEY_LEDGER", "parley.db", "The ledger file, where a command is not given --ledger.")
MODEL = Setting(
    "PARLEY_MODEL",
    "",
    "An installed spaCy model to read with instead of the small one that comes with Parley, such as en_core_web_trf.",
)
BUSY_SECONDS = Setting(
    "PARLEY_BUSY_SECONDS", "30", "How long to wait, in seconds, for another process that writes into the same ledger."
)
DATA = Setting(
    "PARLEY_DATA",
    "",
    "The folder of newer figures that `parley data update` fetches; if not given, parley in the user's data folder.",
)
AUTHOR = Setting(
    "PARLEY_AUTHOR", "", "Who judges, where a command is not given --author; if not given, the user of the system."
)
WORKERS = Setting(
    "PARLEY_WORKERS",
    "1",
    "In how many processes to read documents, or `auto` for one a core, where a command is not given --workers.",
)
DEBUG = Setting("PARLEY_DEBUG", "", "Set to 1 to see the whole traceback of a fault in Parley itself.")

SETTINGS = (LEDGER, MODEL, BUSY_SECONDS, DATA, AUTHOR, WORKERS, DEBUG)


_MOST_WORKERS = 256


class SettingError(ValueError):
    """The value of a setting cannot be used; the message names both."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this run."""

    ledger: Path
    model: str | None
    busy_seconds: float
    data: Path
    author: str | None
    workers: int
    debug: bool


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings from the environment; an empty value counts as unset. Raises SettingError on one that cannot be."""
    values = os.environ if environment is None else environment
    return Settings(
        ledger=Path(_value(LEDGER, values)).expanduser(),
        model=_value(MODEL, values) or None,
        busy_seconds=_seconds(BUSY_SECONDS, values),
        data=_data_folder(values),
        author=_value(AUTHOR, values) or None,
        workers=_workers(values),
        debug=_switch(DEBUG, values),
    )


def parse_workers(written: str) -> int:
    """A number of processes; ``auto`` is one for each core that we may use. Raises ValueError."""
    if written.strip().lower() == "auto":
        return min(_cores(), _MOST_WORKERS)
    workers = int(written)
    if not 1 <= workers <= _MOST_WORKERS:
        raise ValueError(f"{workers} is not from 1 to {_MOST_WORKERS}")
    return workers


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _workers(values: Mapping[str, str]) -> int:
    written = _value(WORKERS, values)
    try:
        return parse_workers(written)
    except ValueError as error:
        raise SettingError(
            f"{WORKERS.name}={written!r} is neither a number from 1 to {_MOST_WORKERS} nor auto; correct or unset it"
        ) from error


def _value(setting: Setting, values: Mapping[str, str]) -> str:
    return values.get(setting.name, "").strip() or setting.default


def _data_folder(values: Mapping[str, str]) -> Path:
    """The folder given, else the one where this system keeps the data of a user's programs."""
    if given := _value(DATA, values):
        return Path(given).expanduser()
    if sys.platform == "win32":
        home = values.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        home = "~/Library/Application Support"
    else:
        home = values.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(home).expanduser() / "parley" / "figures"


def _seconds(setting: Setting, values: Mapping[str, str]) -> float:
    written = _value(setting, values)
    try:
        seconds = float(written)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise SettingError(f"{setting.name}={written!r} is not a number of seconds from 0 to 3600; correct or unset it")
    return seconds


def _switch(setting: Setting, values: Mapping[str, str]) -> bool:
    written = _value(setting, values).lower()
    if written not in ("", "0", "1", "false", "true", "no", "yes"):
        raise SettingError(f"{setting.name}={written!r} is neither on nor off; set it to 1 or 0")
    return written in ("1", "true", "yes")
