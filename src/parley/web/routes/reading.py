"""``/read``: texts pasted or dropped, read on this machine, and shown like the documents of the ledger."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from parley.briefing.prose import tidy
from parley.errors import UsageError
from parley.ledger import Ledger
from parley.records import Reading
from parley.terms.when import Interval
from parley.web.answering import answer, compose, page
from parley.web.catalogue.keeper import Keeper
from parley.web.guard import check_edit, check_token
from parley.web.models.problem import Problem
from parley.web.models.reading_job import Preview, PreviewedDocument, ReadingJob, ReadingRoomPage
from parley.web.options import ReadingLimits, ServeOptions
from parley.web.reading_room import Given, ReadingRoom, ReadingRoomFull
from parley.workflow import check_ledger
from parley.workflow.reading import interval_of

router = APIRouter(tags=["reading room"])

PASTED = "text"
"""The source of a pasted text: no file's name, so that two of them are not taken for versions of one."""
_KINDS = (".txt", ".md", ".html", ".htm", ".pdf", ".eml")
_LONGEST_NAME = 200
_KEEP_WAIT_SECONDS = 60.0
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "token": {"type": "string", "description": "Of our pages; or in the header X-Parley-Token."},
                        "text": {"type": "string", "description": "A text to read."},
                        "title": {"type": "string", "maxLength": _LONGEST_NAME, "description": "Of the text."},
                        "published": {"type": "string", "description": "When it was published: 2021-08-31, 2021-08."},
                        "files": {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "description": "Text, Markdown, HTML, PDF or mail (.eml).",
                        },
                    },
                }
            }
        },
    }
}
_REFUSED: dict[int | str, dict[str, Any]] = {
    303: {"description": "The way to the job."},
    403: {"model": Problem, "description": "The token of our pages is missing, or the server only shows the ledger."},
    404: {"model": Problem, "description": "There is no such job."},
    413: {"model": Problem, "description": "Too much at once."},
    422: {"model": Problem, "description": "There is nothing to read, or a value cannot be used."},
    503: {"model": Problem, "description": "Too much waits to be read."},
}


async def take_form(request: Request) -> FormData:
    """The form, within our limits; a dependency that comes before ``check_token``, which reads it, too."""
    limits = _limits(request)
    try:
        return await request.form(max_files=limits.files, max_fields=20, max_part_size=limits.file_bytes)
    except HTTPException as error:
        if error.status_code != 400:
            raise
        detail = str(error.detail)
        if detail.startswith("Too many files"):
            raise HTTPException(413, f"more than {limits.files} files were given; give fewer at a time") from error
        if "exceeded" in detail or detail.startswith("Too many"):
            raise HTTPException(413, f"the form is too large: {detail}") from error
        raise HTTPException(422, f"the form cannot be read: {detail}") from error


@page(router, "/read", ReadingRoomPage, summary="What may be given to be read.")
async def reading_room(request: Request) -> Response:
    """Where texts are pasted and files dropped, to be read on this machine."""
    _room(request).warm()
    limits = _limits(request)
    content = ReadingRoomPage(
        kinds=_KINDS,
        most_files=limits.files,
        most_file_bytes=limits.file_bytes,
        most_bytes=limits.all_bytes,
        most_seconds=limits.seconds,
    )
    return answer(request, "read.html", content)


@router.post(
    "/read",
    status_code=303,
    summary="Give a text or files to be read; answers with the way to the job.",
    dependencies=[Depends(take_form), Depends(check_token)],
    responses=_REFUSED,
    openapi_extra=_FORM,
)
async def give(request: Request) -> Response:
    """Take in a text, or files, or both."""
    form = await take_form(request)
    given = [*_pasted(form), *[one async for one in _files(form, _limits(request))]]
    if not given:
        raise UsageError("nothing was given to read; paste a text or choose files")
    try:
        job = _room(request).add(given)
    except ReadingRoomFull as full:
        raise HTTPException(503, str(full)) from full
    return RedirectResponse(f"/read/{job}", status_code=303)


@page(router, "/read/{job}", ReadingJob, summary="How far the reading of what was given is.")
async def reading_job(request: Request, job: str) -> Response:
    """Each document given, with what became of it so far."""
    return _unkept(answer(request, "reading.html", _room(request).job(job)))


@router.post(
    "/read/{job}/cancel",
    status_code=303,
    summary="Read no more of what was given.",
    dependencies=[Depends(check_token)],
    responses=_REFUSED,
)
async def cancel(request: Request, job: str) -> Response:
    """What was read already stays."""
    _room(request).cancel(job)
    return RedirectResponse(f"/read/{job}", status_code=303)


@page(
    router, "/read/{job}/{number}", PreviewedDocument, summary="A document that was given, with every record in place."
)
async def previewed(request: Request, job: str, number: int) -> Response:
    """A document as the ledger's are shown, linked and checked for itself alone."""
    whole, kept = _room(request).document(job, number)
    shown = Preview(job=job, number=number, kept=kept, may_keep=_options(request).edit)
    return _unkept(answer(request, "document.html", f"{whole[:-1]},{compose(preview=shown)[1:]}"))


@router.post(
    "/read/{job}/keep",
    status_code=303,
    summary="Keep all that was read of a job in the ledger.",
    dependencies=[Depends(check_token), Depends(check_edit)],
    responses=_REFUSED,
)
async def keep_all(request: Request, job: str) -> Response:
    """Answers with the way to the document, or to the list where there are several."""
    return await _keep(request, job, None)


@router.post(
    "/read/{job}/{number}/keep",
    status_code=303,
    summary="Keep a document that was read in the ledger.",
    dependencies=[Depends(check_token), Depends(check_edit)],
    responses=_REFUSED,
)
async def keep_one(request: Request, job: str, number: int) -> Response:
    """Answers with the way to the document in the ledger."""
    return await _keep(request, job, number)


async def _keep(request: Request, job: str, number: int | None) -> Response:
    room, keeper = _room(request), _keeper(request)
    found = room.readings(job, number)
    if not found:
        raise UsageError("nothing of this was read, so there is nothing to keep")
    kept = await run_in_threadpool(_add_to_ledger, found, _options(request))
    room.mark_kept(job, kept)
    is_shown = await run_in_threadpool(keeper.refresh, _KEEP_WAIT_SECONDS)
    first = next(iter(kept.values()))
    address = f"/documents/{first}" if len(kept) == 1 else "/documents"
    return RedirectResponse(address if is_shown else f"/read/{job}", status_code=303)


def _add_to_ledger(found: list[tuple[int, bytes]], options: ServeOptions) -> dict[int, str]:
    """The ids of the documents by their numbers. Raises LedgerError."""
    readings = {number: Reading.model_validate_json(told) for number, told in found}
    with Ledger(options.ledger, busy_seconds=options.busy_seconds) as ledger:
        for reading in readings.values():
            ledger.add(reading)
        check_ledger(ledger, readings.values())
    return {number: reading.document.id for number, reading in readings.items()}


def _pasted(form: FormData) -> list[Given]:
    text = _field(form, "text")
    if not text.strip():
        return []
    title = tidy(_field(form, "title"))[:_LONGEST_NAME]
    return [Given(PASTED, text.encode("utf-8", "replace"), title or None, _published(form), "Pasted text")]


async def _files(form: FormData, limits: ReadingLimits) -> Any:
    """The files, one after the other; a field left empty comes as a file without a name."""
    published = _published(form)
    for upload in form.getlist("files"):
        if not isinstance(upload, UploadFile) or not upload.filename:
            continue
        name = tidy(upload.filename.replace("\\", "/").split("/")[-1])[-_LONGEST_NAME:] or "file"
        if (upload.size or 0) > limits.file_bytes:
            size, most = (upload.size or 0) / 1e6, limits.file_bytes / 1e6
            raise HTTPException(413, f"{name} has {size:,.0f} MB, more than the {most:,.0f} MB that a file may have")
        yield Given(name, await upload.read(), None, published)


def _field(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _published(form: FormData) -> Interval | None:
    """Raises UsageError."""
    words = _field(form, "published").strip()
    try:
        return interval_of(words) if words else None
    except ValueError as error:
        raise UsageError(f"{words[:40]!r} is no date; give one such as 2021-08-31 or 2021-08") from error


def _unkept(response: Response) -> Response:
    """Nobody keeps what is not in the ledger."""
    response.headers["Cache-Control"] = "no-store"
    return response


def _room(request: Request) -> ReadingRoom:
    room: ReadingRoom = request.app.state.room
    return room


def _keeper(request: Request) -> Keeper:
    keeper: Keeper = request.app.state.keeper
    return keeper


def _options(request: Request) -> ServeOptions:
    options: ServeOptions = request.app.state.options
    return options


def _limits(request: Request) -> ReadingLimits:
    return _options(request).limits
