"""How kernels are compiled: one place for the options, and a cache that knows every kernel it rests on."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def inlined(function: Kernel) -> Kernel:
    """Compile a small function into the kernels that call it, as if it stood there: a call would stop vectorisation."""
    return cast(Kernel, numba.njit(error_model="numpy", inline="always")(function))


def called(function: Kernel) -> Kernel:
    """Compile a function that kernels call where little time goes: faster than to compile it into each caller."""
    return cast(Kernel, numba.njit(error_model="numpy")(function))


def compiled(function: Kernel) -> Kernel:
    """Compile a kernel that Python calls, without the interpreter's lock, and keep the machine code on disk.

    Numba looks at the kernel's own file only when it asks whether machine code is still good. Ours is good as long as
    no kernel file has changed, since all call each other; where that cannot be told to Numba, or nothing can be written
    to disk, nothing is kept.
    """
    kernel: Any = numba.njit(error_model="numpy", nogil=True)(function)
    try:
        kernel.enable_caching()
        kernel._cache._cache_file._source_stamp = _sources()
    except (AttributeError, RuntimeError):
        kernel = numba.njit(error_model="numpy", nogil=True)(function)
    return cast(Kernel, kernel)


@cache
def _sources() -> str:
    texts = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return sha256(b"\0".join(texts)).hexdigest()
