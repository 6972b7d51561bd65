"""``parley serve`` as a process: how it begins, what it says, and that nothing is left when it ends."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from parley.errors import UsageError
from parley.ledger import Ledger
from parley.web.serving import listen
from tests.web.conftest import free_port


class Serving:
    """A started ``parley serve``; all that it leaves in the folder of temporary files is ``left``."""

    def __init__(self, process: subprocess.Popen[str], port: int, folder: Path) -> None:
        self.process, self.port, self._folder = process, port, folder
        self.address = ""

    def wait_until_ready(self) -> None:
        """Wait for the address, which is printed when the first page can be asked for."""
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=20) as answer:
            return str(answer.read().decode())

    def end(self, number: int) -> tuple[int, str]:
        """Send a signal; the exit code and what was said on standard error."""
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said

    @property
    def left(self) -> list[str]:
        return sorted(path.name for path in self._folder.iterdir() if path.name.startswith("parley-"))

    @property
    def children(self) -> list[int]:
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return [int(line) for line in listed.stdout.split()]


@contextmanager
def serving(folder: Path, *options: str, port: int | None = None) -> Iterator[Serving]:
    """The program, started in a folder with an environment of its own, and gone afterwards."""
    port = port or free_port()
    environment = {**os.environ, "TMPDIR": str(folder), "PARLEY_AUTHOR": "Ana Oru"}
    command = [sys.executable, "-c", "from parley.cli.main import main; main()", "serve", "--port", str(port), *options]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield Serving(process, port, folder)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """An empty ledger."""
    Ledger(tmp_path / "parley.db").close()
    return tmp_path / "parley.db"


def test_it_answers_at_the_address_it_prints_and_ctrl_c_ends_it_quietly(tmp_path: Path, ledger: Path) -> None:
    with serving(tmp_path, "--ledger", str(ledger)) as server:
        server.wait_until_ready()
        assert server.address == f"http://127.0.0.1:{server.port}"
        assert "<h1" in server.get("/timeline")
        with pytest.raises(urllib.error.HTTPError, match="421"):
            urllib.request.urlopen(
                urllib.request.Request(f"{server.address}/", headers={"Host": "evil.example"}), timeout=20
            )
        assert len(server.left) == 1
        children = server.children
        os.killpg(server.process.pid, signal.SIGINT)
        code, said = server.end(0)
        assert (code, said) == (130, "parley: preparing the pages\n")
        assert server.left == []
        assert _comes(lambda: not any(_runs(child) for child in children))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_ended_from_outside_it_leaves_no_process_and_no_file(tmp_path: Path, ledger: Path, number: int) -> None:
    with serving(tmp_path, "--ledger", str(ledger)) as server:
        server.wait_until_ready()
        children = server.children
        assert children
        code, said = server.end(number)
        assert code == (143 if number == signal.SIGTERM else -signal.SIGKILL)
        assert "Traceback" not in said
        assert _comes(lambda: not any(_runs(child) for child in children))
        assert _comes(lambda: server.left == [])


def test_a_port_that_is_taken_is_said_in_one_line_before_anything_is_prepared(tmp_path: Path, ledger: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with serving(tmp_path, "--ledger", str(ledger), port=taken.getsockname()[1]) as server:
            code, said = server.end(0)
    assert code == 2
    assert said.endswith("cannot be listened on: address already in use; choose another --port or --host\n")
    assert server.left == []


def test_a_ledger_that_is_missing_is_said_so_and_made_with_edit(tmp_path: Path) -> None:
    with serving(tmp_path, "--ledger", "none.db") as server:
        code, said = server.end(0)
    assert code == 3
    assert "there is no ledger at none.db" in said.splitlines()[-1]
    with serving(tmp_path, "--ledger", "none.db", "--edit", "--host", "0.0.0.0") as server:
        server.wait_until_ready()
        assert (tmp_path / "none.db").exists()
        server.address = f"http://127.0.0.1:{server.port}"
        assert "<h1" in server.get("/timeline")
        _, said = server.end(signal.SIGINT)
    assert said.splitlines()[0] == (
        "parley: warning: whoever can reach 0.0.0.0 can read the ledger and change it; "
        "there is no password, and nothing is encrypted"
    )


@pytest.mark.parametrize("host", ["no such host", "300.1.1.1", "x" * 80, "192.0.2.1"])
def test_a_host_that_cannot_be_listened_on_is_a_wrong_option(host: str) -> None:
    with pytest.raises(UsageError, match="choose another --port or --host"):
        listen(host, free_port())


def test_a_name_is_listened_on_at_all_its_addresses() -> None:
    sockets = listen("localhost", free_port())
    addresses = {listening.getsockname()[0] for listening in sockets}
    for listening in sockets:
        listening.close()
    assert "127.0.0.1" in addresses


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    # Where nobody asks after children whose parent is gone, they stay listed though they have ended.
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


def _comes(true: Callable[[], bool], seconds: float = 15) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    return true()
