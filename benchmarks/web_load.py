"""Fifty clients at once on a large ledger, while documents are read into it: how long until an answer is there.

    python -m benchmarks.web_load [--ledger FILE] [--seconds 20] [--clients 50]

Needs the load tool ``wrk`` (a package of Debian and Homebrew). Without ``--ledger`` one of about 20,000 records is made
by reading nine seeds of the made-up press, which takes some minutes; name a file that does not exist to keep it. The
server and the reading of more documents are processes of their own, as they are for users. Clients ask for what users
look at: lists with filters, single events, pledges, claims and people, documents, searches, and JSON twins of all.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from benchmarks.made_up.corpus import make_up
from benchmarks.web_server import PARLEY, fetch, serving
from parley import workflow
from parley.ledger import Ledger

LIMIT_MS = 100
_SEEDS = range(1, 10)
_INGESTED_SEEDS = range(10, 14)
_WORDS = ("coal", "net zero", "finance", "climate", "visit", "China", "emissions 2030", "minister", "talks", "pledge")
_LISTS = ("timeline", "pledges", "claims", "people", "positions", "documents", "conflicts")
_SCRIPT = """
local paths = {%s}
local counter = %d
function setup(thread) thread:set("start", counter) counter = counter + 977 end
function init(args) at = start end
function request()
  at = at + 1
  local path = paths[at %% #paths + 1]
  return wrk.format("GET", path, {["Accept-Encoding"] = "gzip", ["Accept"] = "text/html"})
end
%s
function done(summary, latency, requests)
  local wrong = summary.errors.connect + summary.errors.read + summary.errors.write
  io.write(string.format("RESULT %%d %%d %%d %%d %%f %%f %%f %%f\\n", summary.requests, summary.errors.status, wrong,
    summary.errors.timeout, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, summary.duration / 1e6))
end
"""
_PAUSE = "function delay() return math.random(%d, %d) end"


@dataclass(frozen=True, slots=True)
class Load:
    """What clients met; times in milliseconds."""

    name: str
    requests: int
    refused: int
    broken: int
    p50_ms: float
    p95_ms: float
    p99_ms: float
    seconds: float

    @property
    def row(self) -> str:
        """A line of the table."""
        rate = self.requests / self.seconds
        good = "yes" if self.p95_ms < LIMIT_MS and not self.refused + self.broken else "NO"
        times = f"{self.p50_ms:>8.1f} {self.p95_ms:>8.1f} {self.p99_ms:>8.1f}"
        return f"{self.name:<44} {self.requests:>8} {rate:>7.0f}/s {self.refused + self.broken:>6} {times}  {good}"


def main() -> None:
    """Print a table of loads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path, help="a ledger to serve; made if there is none (it is read into)")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--clients", type=int, default=50)
    asked = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("the load tool wrk is not installed; it is a package of Debian and of Homebrew")
    with tempfile.TemporaryDirectory() as folder:
        kept = asked.ledger or Path(folder, "press.db")
        if not kept.exists():
            make_ledger(kept, Path(folder))
        # A copy is served, so that the ledger stays as it is.
        served = Path(folder, "served.db")
        shutil.copy(kept, served)
        measure(served, Path(folder), asked.clients, asked.seconds)


def make_ledger(path: Path, folder: Path) -> None:
    """Read the made-up press into a new ledger."""
    for seed in _SEEDS:
        write_press(seed, folder / "press" / str(seed))
    with Ledger(path) as ledger:
        workflow.read(workflow.ingest([folder / "press"]), ledger, workflow.make_reader())
        workflow.check_ledger(ledger)


def write_press(seed: int, folder: Path) -> None:
    """Write the documents of a seed into a folder."""
    folder.mkdir(parents=True)
    for name, text in make_up(seed).texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def measure(ledger: Path, folder: Path, clients: int, seconds: int) -> None:
    """Serve a ledger and load it."""
    with Ledger(ledger, read_only=True) as store:
        records = sum(len(tuple(reading.reports())) for reading in store.readings())
    began = time.perf_counter()
    with serving(ledger) as address:
        print(f"{records} records; pages are there {time.perf_counter() - began:.1f} s after the start\n")
        paths = addresses(address)
        head = f"{'requests':>8} {'rate':>9} {'errors':>6} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8}"
        print(f"{'':<56} {head}  <{LIMIT_MS} ms")
        asking = {"readers, each a second on a page": _PAUSE % (200, 1800), "one request after the other, no pause": ""}
        for name, pause in asking.items():
            print(load(name, address, paths, clients, seconds, folder, pause).row, flush=True)
        with ingesting(ledger, folder):
            for name, pause in asking.items():
                name = f"{name}, during an ingest"
                print(load(name, address, paths, clients, seconds, folder, pause).row, flush=True)


@contextmanager
def ingesting(ledger: Path, folder: Path) -> Iterator[None]:
    """Documents are read into the ledger by another process for as long as it takes."""
    press = folder / "more"
    for seed in _INGESTED_SEEDS:
        write_press(seed, press / str(seed))
    command = [str(PARLEY), "read", str(press), "--ledger", str(ledger)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(4)
    try:
        yield
        if process.poll() is not None:
            print("(the documents were read before the clients were done)")
    finally:
        process.terminate()
        process.wait()


def addresses(address: str) -> list[str]:
    """Some hundred addresses that users look at, in a mixed order that is always the same."""
    found = ["/", *(f"/{name}{end}" for name in _LISTS for end in ("", ".json", "?page=2"))]
    found += [f"/search?q={quote(words)}" for words in _WORDS]
    for name in ("timeline", "claims", "documents", "people"):
        items = fetch(f"{address}/{name}.json?per_page=200")["items"]
        for place, item in enumerate(items[:: max(1, len(items) // 40)]):
            found.append(f"/{name}/{item['id']}{'.json' if place % 3 == 0 else ''}")
    found += [
        f"/{name}?party={code}" for name in ("timeline", "pledges", "claims") for code in ("CHN", "USA", "EUU", "IND")
    ]
    found += [f"/pledges/{code}" for code in ("CHN", "USA", "IND", "JPN")]
    random.Random(1).shuffle(found)
    return found


def load(name: str, address: str, paths: list[str], clients: int, seconds: int, folder: Path, pause: str) -> Load:
    """Ask for ``seconds`` from ``clients`` connections."""
    script = folder / "paths.lua"
    script.write_text(_SCRIPT % (", ".join(f'"{path}"' for path in paths), 0, pause), encoding="utf-8")
    command = ["wrk", "-t2", f"-c{clients}", f"-d{seconds}s", "--timeout", "10s", "-s", str(script), address]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    result = next(line for line in output.splitlines() if line.startswith("RESULT"))
    requests, refused, broken, late, p50, p95, p99, took = (float(word) for word in result.split()[1:])
    return Load(name, int(requests), int(refused), int(broken + late), p50, p95, p99, took)


if __name__ == "__main__":
    main()
