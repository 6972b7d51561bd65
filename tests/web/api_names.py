"""The names of the API, one a line: paths with their operations and parameters, models with their fields.

``python -m tests.web.api_names > tests/web/api_names.txt`` writes them anew, when a name is added on purpose.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from parley.web.app import make_app
from parley.web.catalogue.keeper import Keeper
from parley.web.options import ServeOptions

KEPT = Path(__file__).with_name("api_names.txt")


def names(description: Mapping[str, Any]) -> Iterator[str]:
    """The names in a description."""
    for path, operations in sorted(description["paths"].items()):
        for method, operation in sorted(operations.items()):
            asked = " ".join(sorted(each["name"] for each in operation.get("parameters", ())))
            yield f"{method.upper()} {path} {operation['operationId']}: {asked}".rstrip(": ")
    for name, schema in sorted(description["components"]["schemas"].items()):
        yield f"{name}: {' '.join(schema.get('properties', {}))}".rstrip(": ")


def description_of_the_api() -> dict[str, Any]:
    """The description, without a ledger."""
    keeper = cast(Keeper, SimpleNamespace(catalogue=None))
    return make_app(ServeOptions(ledger=Path("parley.db")), keeper).openapi()


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in names(description_of_the_api())))
