from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.documents import load_documents, load_file, parsing
from parley.errors import DocumentError, UnreadableDocument, UnsupportedSource
from parley.records.document import Document
from tests.documents.making import STORY, page, pdf


def texts(found: list[Document | DocumentError]) -> list[str]:
    return [item.text if isinstance(item, Document) else str(item) for item in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("Second.")
    (tmp_path / "a.md").write_text("First.")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.html").write_text(page(*STORY))
    (tmp_path / "inner" / "d.pdf").write_bytes(pdf("Fourth."))
    (tmp_path / ".hidden.txt").write_text("Hidden.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "e.txt").write_text("Hidden too.")
    return tmp_path


def test_folders_are_read_in_sorted_order_without_hidden_files(folder: Path) -> None:
    assert texts(list(load_documents([folder]))) == ["First.", "Second.", "\n\n".join(STORY), "Fourth."]


def test_documents_carry_their_path_and_hash(folder: Path) -> None:
    document = load_file(folder / "b.txt")
    assert document.source == str(folder / "b.txt")
    assert document.id == f"doc_{document.sha256[:12]}"


def test_bad_files_cost_only_themselves(folder: Path) -> None:
    (folder / "aa.txt").write_bytes(b"")
    (folder / "ab.pdf").write_bytes(pdf("secret", password="x"))
    found = list(load_documents([folder]))
    assert [type(item).__name__ for item in found] == ["Document", *["UnreadableDocument"] * 2, *["Document"] * 3]


def test_other_kinds_in_a_folder_are_named_in_one_line(folder: Path) -> None:
    for number in range(7):
        (folder / f"z{number}.docx").write_bytes(b"PK\x03\x04")
    last = list(load_documents([folder]))[-1]
    assert isinstance(last, UnsupportedSource)
    assert "7 files of other kinds left out (z0.docx, z1.docx, z2.docx, z3.docx, z4.docx, …)" in str(last)


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    assert ["without documents" in text for text in texts(list(load_documents([tmp_path])))] == [True]


@pytest.mark.parametrize("address", ["https://paper.example/a", "HTTP://paper.example"])
def test_addresses_are_for_later(address: str) -> None:
    (error,) = load_documents([address])
    assert isinstance(error, UnsupportedSource)
    assert "fetching comes later; save the page as HTML or text and give the file" in str(error)


def test_what_is_not_there_is_told() -> None:
    (error,) = load_documents(["/no/such/file.txt"])
    assert isinstance(error, UnreadableDocument)
    assert "is not there" in str(error)


def test_files_are_read_one_by_one(folder: Path) -> None:
    documents = load_documents([folder / "b.txt", "/no/such/file.txt"])
    assert isinstance(next(documents), Document)
    assert isinstance(next(documents), UnreadableDocument)


def test_a_file_without_a_known_ending_is_told_from_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("Norland agreed.")
    assert load_file(tmp_path / "report").text == "Norland agreed."


def test_large_files_are_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "long.txt").open("wb") as file:
        file.truncate(parsing.MOST_BYTES + 1)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file was opened"))
    with pytest.raises(UnreadableDocument, match="more than the 20 MB"):
        load_file(tmp_path / "long.txt")


def test_pipes_are_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableDocument, match="is a device or a pipe"):
        load_file(tmp_path / "pipe.txt")


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "inner" / "loop").symlink_to(folder)
    assert len(list(load_documents([folder]))) == 4


def test_a_folder_without_permission_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def guarded(path: Path | str) -> object:
        if str(path).endswith("inner"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    # Root may read everything, so the refusal is the test's own.
    monkeypatch.setattr(os, "scandir", guarded)
    found = list(load_documents([folder]))
    assert texts(found)[:2] == ["First.", "Second."]
    assert "inner: may not be read (no permission)" in str(found[2])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_one_line(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    (error,) = load_documents([folder / "b.txt"])
    assert "no permission" in str(error)
