"""Make the packaged table of published carbon budgets from a folder of source figures.

    python scripts/carbon_budget_table.py FOLDER

writes ``src/parley/climate/data/carbon_budgets.csv``; ``datapackage.json`` beside it says where the figures come from.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "parley" / "climate" / "data"
INDICATORS = "observations/igcc_remaining_carbon_budget_zecsd_{}.csv"

# Name in our table, since when, file.
SOURCES = (
    ("AR6", 2020, "ar6_remaining_carbon_budget.csv"),
    ("IGCC 2024", 2025, INDICATORS.format("0.0_magicc_only")),
    ("IGCC 2024, zero emissions commitment uncertain", 2025, INDICATORS.format("0.19_magicc_and_fair")),
)


def read_budgets(source: str, since: int, path: Path) -> Iterator[tuple[str, int, str, str, str]]:
    """Rows of our table, in the order of the source; columns of likelihoods are p17 or 0.17."""
    with path.open(encoding="utf-8") as text:
        for row in csv.DictReader(line for line in text if not line.startswith("#")):
            warming = f"{float(row.get('target_K') or row['dT_targets']):.1f}"
            for column, budget in row.items():
                if column not in ("target_K", "dT_targets", "Future_warming"):
                    likelihood = float(f"0.{column[1:]}" if column.startswith("p") else column)
                    yield source, since, warming, f"{likelihood:.2f}", f"{round(float(budget), 1):g}"


def main(folder: Path) -> None:
    with (DATA / "carbon_budgets.csv").open("w", encoding="utf-8", newline="") as text:
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(("source", "since", "warming_k", "likelihood", "budget_gtco2"))
        for source, since, name in SOURCES:
            rows.writerows(read_budgets(source, since, folder / name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
