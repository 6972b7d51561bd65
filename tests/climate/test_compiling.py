"""Kernels are compiled once and kept, unless that is not possible."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest
from numba.core.caching import CacheImpl, FunctionCache

from parley.climate.kernels import compiling
from parley.climate.kernels.compiling import compiled

KERNELS = Path(compiling.__file__).parent


def double(number: float) -> float:
    return 2.0 * number


def test_machine_code_is_kept_on_disk() -> None:
    assert isinstance(compiled(double)._cache, FunctionCache)  # type: ignore[attr-defined]


def test_where_nothing_can_be_written_kernels_are_compiled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CacheImpl, "_locator_classes", [])
    assert compiled(double)(21.0) == 42.0


def test_kept_machine_code_is_good_as_long_as_no_kernel_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamps = {stamp_beside(tmp_path, monkeypatch, edited) for edited in ("", "", "carbon.py", "functions.py")}
    assert len(stamps) == 3


def stamp_beside(folder: Path, monkeypatch: pytest.MonkeyPatch, edited: str) -> str:
    """What a kernel's machine code is kept under, beside copies of all kernels, one of them edited."""
    copies = folder / f"kernels_{edited}"
    shutil.copytree(KERNELS, copies, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    if edited:
        (copies / edited).write_text((copies / edited).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    spec = importlib.util.spec_from_file_location("copied_compiling", copies / "compiling.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "copied_compiling", module)
    spec.loader.exec_module(module)
    return stamp_of(module)


def stamp_of(module: ModuleType) -> str:
    stamp: str = module.compiled(double)._cache._cache_file._source_stamp
    return stamp
