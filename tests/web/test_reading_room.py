"""The reading room: what is pasted, dropped or chosen is read beside the server, and kept only where that is wanted."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley.documents import parse_text
from parley.errors import ReadingStopped
from parley.records import Reading
from parley.terms.when import Interval
from parley.web.catalogue.keeper import Keeper
from parley.web.models.document import DocumentWhole
from parley.web.models.reading_job import PreviewedDocument, ReadingJob, ReadingRoomPage
from parley.web.options import ReadingLimits, ServeOptions
from parley.web.reading_room import MOST_JOBS, Given, ReadingRoom
from tests.web.conftest import EXAMPLES, client_for, free_port, running

_TEXT = """Japan will cut its emissions by 46 percent by 2030, Prime Minister Ken Ota said on Monday.

German Chancellor Angela Merkel met French President Emmanuel Macron in Berlin on 2 May 2021.
"""
_DROP = """(files) => {
  const brought = new DataTransfer();
  for (const [name, words] of files) brought.items.add(new File([words], name));
  for (const kind of ["dragenter", "dragover"]) {
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: brought, bubbles: true, cancelable: true }));
  }
  const shown = !document.querySelector(".drop-here").hidden;
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: brought, bubbles: true, cancelable: true }));
  return shown;
}"""


class SlowReader:
    """Reads when it is allowed to."""

    def __init__(self) -> None:
        self.reading, self.may_go_on, self.stopped = threading.Event(), threading.Event(), threading.Event()

    def read(self, name: str, content: bytes, published: Interval | None = None) -> Reading:
        self.reading.set()
        self.may_go_on.wait(20)
        if self.stopped.is_set():
            self.stopped.clear()
            raise ReadingStopped(name, "was not read, as reading was cancelled", "", "cancelled")
        return Reading(document=parse_text(content.decode(), name, published), reader="slow")

    def warm(self) -> None:
        pass

    def cancel(self) -> None:
        self.stopped.set()
        self.may_go_on.set()

    def close(self) -> None:
        self.cancel()


@pytest.fixture
def slow(options: ServeOptions) -> Iterator[tuple[ReadingRoom, SlowReader]]:
    """A reading room whose reader waits to be told."""
    reader = SlowReader()
    room = ReadingRoom(options, reader)
    yield room, reader
    room.close()


def _give(client: TestClient, files: Sequence[tuple[str, bytes]] = (), **fields: str) -> ReadingJob:
    """Give texts to be read and wait until they are."""
    job = _post(client, files, **fields)
    deadline = time.monotonic() + 60
    while not job.done and time.monotonic() < deadline:
        time.sleep(0.05)
        job = ReadingJob.model_validate_json(client.get(f"/read/{job.id}.json").text)
    return job


def _post(client: TestClient, files: Sequence[tuple[str, bytes]] = (), **fields: str) -> ReadingJob:
    headers = {"X-Parley-Token": _token(client), "Accept": "application/json"}
    sent = [("files", file) for file in files] or [("files", ("", b""))]
    answer = client.post("/read", data=fields, files=sent, headers=headers)
    assert answer.status_code == 200, answer.text
    return ReadingJob.model_validate_json(answer.text)


def _token(client: TestClient) -> str:
    token: str = client.app.state.options.token  # type: ignore[attr-defined]
    return token


def test_a_pasted_text_is_read_with_its_title_and_date(client: TestClient) -> None:
    ReadingRoomPage.model_validate_json(client.get("/read.json").text)
    job = _give(client, text=_TEXT, title="Ota on <b>targets</b>", published="2021-05-03")
    (only,) = job.documents
    assert (only.state, only.title, only.problem) == ("read", "Ota on <b>targets</b>", None)
    answer = client.get(f"{only.address}.json")
    assert answer.headers["cache-control"] == "no-store"
    shown = PreviewedDocument.model_validate_json(answer.text)
    assert (shown.date.start, shown.basis, shown.text) == ("2021-05-03", "stated", _TEXT)
    assert {"pledge", "engagement", "person"} <= {record.kind for record in shown.records}
    assert any(record.verdict for record in shown.records)
    assert all(link.address.startswith("#c") for record in shown.records for link in record.links)
    assert (shown.preview.kept, shown.preview.may_keep) == (None, False)
    html = client.get(str(only.address)).text
    assert "Ota on &lt;b&gt;targets" in html
    assert "Keep in the ledger" not in html


def test_a_file_that_cannot_be_read_costs_only_itself(client: TestClient) -> None:
    good = (EXAMPLES / "modi-speech-glasgow.html").read_bytes()
    pdf = (EXAMPLES / "senegal-partnership.pdf").read_bytes()
    given = [("bad.pdf", b"%PDF-1.7 and nothing else"), ("good.html", good), ("a.zip", b"PK\x03\x04"), ("s.pdf", pdf)]
    bad, page, archive, senegal = _give(client, given).documents
    assert (page.state, senegal.state) == ("read", "read")
    assert (bad.state, archive.state) == ("failed", "failed")
    assert archive.problem is not None
    assert "which Parley does not read" in archive.problem
    assert "\n" not in archive.problem
    assert client.get(f"/read/{'x' * 22}").status_code == 404
    assert client.get(str(page.address)).status_code == 200
    assert client.get(str(page.address).rsplit("/", 1)[0] + "/1").status_code == 404


def test_a_preview_tells_what_the_ledger_would_of_the_same_document(client: TestClient) -> None:
    name = "petersberg-dialogue-readout.txt"
    (only,) = _give(client, [(name, (EXAMPLES / name).read_bytes())]).documents
    shown = PreviewedDocument.model_validate_json(client.get(f"{only.address}.json").text)
    kept = DocumentWhole.model_validate_json(client.get(f"/documents/{shown.id}.json").text)
    assert shown.paragraphs == kept.paragraphs
    assert [one.title for one in shown.records] == [one.title for one in kept.records]
    assert [one.verdict for one in shown.records] == [one.verdict for one in kept.records]


def test_too_much_too_large_and_nothing_are_refused_in_words(options: ServeOptions, keeper: Keeper) -> None:
    small = ServeOptions(
        ledger=options.ledger, port=free_port(), limits=ReadingLimits(file_bytes=1_000, all_bytes=9_000, files=2)
    )
    with client_for(small, keeper) as client:
        headers = {"X-Parley-Token": small.token, "Accept": "application/json"}

        def refused(*files: tuple[str, bytes], **fields: str) -> tuple[int, str]:
            sent = [("files", file) for file in files] or [("files", ("", b""))]
            answer = client.post("/read", data=fields, files=sent, headers=headers)
            return answer.status_code, answer.json()["detail"]

        assert refused() == (422, "nothing was given to read; paste a text or choose files")
        assert refused(*[("a.txt", b"x")] * 3) == (413, "more than 2 files were given; give fewer at a time")
        assert refused(("a.txt", b"x" * 1_500))[0] == 413
        assert refused(("a.txt", b"x" * 300_000))[0] == 413
        assert refused(text="words " * 1_000)[0] == 413
        status, words = refused(text="Words.", published="someday")
        assert (status, words.startswith("'someday' is no date")) == (422, True)
        headers["X-Parley-Token"] = "of another run"
        assert refused(text="Words.")[0] == 403


def test_reading_goes_on_beside_the_server_and_can_be_cancelled(
    options: ServeOptions, keeper: Keeper, slow: tuple[ReadingRoom, SlowReader]
) -> None:
    room, reader = slow
    with client_for(options, keeper) as client:
        client.app.state.room = room  # type: ignore[attr-defined]
        job = _post(client, [("one.txt", b"One."), ("two.txt", b"Two.")])
        assert reader.reading.wait(5)
        assert client.get("/documents").status_code == 200
        page = client.get(f"/read/{job.id}").text
        assert '<meta http-equiv="refresh" content="2">' in page
        assert "Cancel the rest" in page
        headers = {"X-Parley-Token": options.token}
        answer = client.post(f"/read/{job.id}/cancel", headers=headers, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/read/{job.id}")
        _wait_until(lambda: room.job(job.id).done)
        assert [one.state for one in room.job(job.id).documents] == ["cancelled", "cancelled"]
        reader.may_go_on.set()
        (after,) = _give(client, text=_TEXT).documents
        assert after.state == "read"


def test_the_oldest_jobs_go_and_a_room_full_of_unread_ones_takes_no_more(
    slow: tuple[ReadingRoom, SlowReader],
) -> None:
    room, reader = slow
    jobs = [room.add([Given("text", b"Words.")]) for _ in range(MOST_JOBS)]
    with pytest.raises(Exception, match="the reading room is full"):
        room.add([Given("text", b"Words.")])
    reader.may_go_on.set()
    _wait_until(lambda: all(room.job(job).done for job in jobs))
    room.add([Given("text", b"Words.")])
    with pytest.raises(Exception, match="no longer"):
        room.job(jobs[0])
    assert room.job(jobs[1]).done


def test_a_reader_that_dies_over_a_document_reads_the_next_with_a_new_process(options: ServeOptions) -> None:
    few = ServeOptions(ledger=options.ledger, port=free_port(), limits=ReadingLimits(seconds=0.001))
    room = ReadingRoom(few)
    job = room.add([Given("long.txt", _TEXT.encode() * 200), Given("next.txt", _TEXT.encode() * 200)])
    _wait_until(lambda: room.job(job).done)
    for document in room.job(job).documents:
        assert document.state == "failed"
        assert "took longer than" in str(document.problem)
    room.close()
    late = room.add([Given("late.txt", b"Late.")])
    assert room.job(late).documents[0].state == "queued"


def test_a_server_without_edit_keeps_nothing(client: TestClient) -> None:
    job = _give(client, text=_TEXT)
    for address in (f"/read/{job.id}/1/keep", f"/read/{job.id}/keep"):
        refused = client.post(address, headers={"X-Parley-Token": _token(client)})
        assert refused.status_code == 403
        assert "parley serve --edit" in refused.text


def test_the_api_tells_of_the_form(client: TestClient) -> None:
    posted = client.get("/openapi.json").json()["paths"]["/read"]["post"]
    fields = posted["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]
    assert set(fields) == {"token", "text", "title", "published", "files"}
    assert {"303", "403", "413", "422"} <= set(posted["responses"])


def test_in_a_browser_a_text_is_pasted_and_files_are_dropped_with_progress(
    tab: Page, site: str, tmp_path: Path
) -> None:
    tab.goto(f"{site}/read")
    tab.get_by_role("button", name="Read it").click()
    expect(tab.locator("#trouble")).to_have_text("Paste a text first, or choose files.")
    tab.get_by_label("The text").fill(_TEXT)
    tab.get_by_role("button", name="Read it").click()
    expect(tab.locator("#text .s").first).to_be_visible(timeout=60_000)
    assert tab.locator("#text").evaluate("block => block.textContent") == _TEXT
    tab.go_back()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Read a text")

    tab.goto(f"{site}/documents")
    assert tab.evaluate(_DROP, [["one.txt", _TEXT], ["two.zip", "PK\x03\x04"], ["three.txt", _TEXT + "More."]])
    tab.wait_for_url("**/read/*")
    expect(tab.locator("h1")).to_have_text("Read", timeout=60_000)
    states = tab.locator(".given > li")
    assert [state.get_attribute("data-state") for state in states.all()] == ["read", "failed", "read"]
    expect(tab.locator("#job-over")).to_have_text("3 of 3")
    states.first.get_by_role("link").click()
    expect(tab.locator("#text .s").first).to_be_visible()

    tab.goto(f"{site}/read")
    (tmp_path / "chosen.md").write_text("# A plan\n\n" + _TEXT, encoding="utf-8")
    tab.locator("#files").set_input_files(tmp_path / "chosen.md")
    expect(tab.locator("h1")).to_have_text("A plan", timeout=60_000)


def test_in_a_browser_what_was_read_is_kept(tab: Page, editing: tuple[ServeOptions, Keeper]) -> None:
    with running(*editing) as address:
        tab.goto(f"{address}/read")
        tab.get_by_label("The text").fill(_TEXT)
        tab.get_by_label("Title").fill("Ota on targets")
        tab.get_by_role("button", name="Read it").click()
        expect(tab.locator(".kicker")).to_have_text("Read here, not in the ledger", timeout=60_000)
        preview = tab.url
        tab.get_by_role("button", name="Keep in the ledger").click()
        tab.wait_for_url("**/documents/doc_*", timeout=60_000)
        expect(tab.locator("h1")).to_have_text("Ota on targets")
        kept = DocumentWhole.model_validate(tab.request.get(f"{tab.url}.json").json())
        assert (kept.text, kept.sources) == (_TEXT, ("text",))
        assert any(link.address.startswith("/timeline/evt_") for one in kept.records for link in one.links)
        tab.goto(preview)
        expect(tab.get_by_role("link", name="See it in the ledger")).to_have_attribute("href", f"/documents/{kept.id}")

        tab.goto(f"{address}/read")
        tab.evaluate(_DROP, [["one.txt", _TEXT + "One."], ["two.txt", "Nothing of note."]])
        tab.get_by_role("button", name="Keep all in the ledger").click(timeout=60_000)
        tab.wait_for_url("**/documents", timeout=60_000)
        expect(tab.locator(".documents > li")).to_have_count(14)


def _wait_until(is_so: object) -> None:
    deadline = time.monotonic() + 60
    while not is_so() and time.monotonic() < deadline:  # type: ignore[operator]
        time.sleep(0.02)
    assert is_so()  # type: ignore[operator]
