"""One shape for every error, RFC 9457: a page for people, ``application/problem+json`` for programs."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from parley.errors import DocumentError, LedgerError, ParleyError, RecordNotFound, UsageError
from parley.web.answering import render, wants_json
from parley.web.models.problem import Problem

PROBLEM_JSON = "application/problem+json"
_HEADERS = {"Cache-Control": "no-store", "Vary": "Accept"}
_STATUS: tuple[tuple[type[ParleyError], int], ...] = (
    (RecordNotFound, 404),
    (UsageError, 422),
    (DocumentError, 422),
    (LedgerError, 503),
)


def problem_response(request: Request, status: int, detail: str) -> Response:
    """An error as a page or as JSON, whichever was asked for."""
    if wants_json(request):
        return problem_json(status, detail)
    page = render(request, "problem.html", _problem(status, detail).model_dump())
    return Response(page, status, _HEADERS, "text/html; charset=utf-8")


def problem_json(status: int, detail: str) -> Response:
    """An error as JSON, whatever was asked for."""
    return Response(_problem(status, detail).model_dump_json(), status, _HEADERS, PROBLEM_JSON)


def fault_response(request: Request, error: Exception) -> Response:
    """What is told of an error that Parley did not raise on purpose."""
    detail = f"a fault in Parley itself ({type(error).__name__}); please report it with the address of this page"
    try:
        return problem_response(request, 500, detail)
    except Exception:
        # Where no page can be drawn, the page of the error cannot either.
        return problem_json(500, detail)


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every error that is raised on purpose in our own shape; the guard answers all others."""
    app.add_exception_handler(ParleyError, _of_parley)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_values)


async def _of_parley(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 422)
    return problem_response(request, status, str(error))


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = error.detail
    if error.status_code == 404 and detail == HTTPStatus.NOT_FOUND.phrase:
        detail = f"there is no page at {request.url.path}; the first page is at /"
    answer = problem_response(request, error.status_code, detail)
    answer.headers.update(error.headers or {})
    return answer


async def _of_values(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problem_response(request, 422, "; ".join(_in_words(each) for each in error.errors()))


def _problem(status: int, detail: str) -> Problem:
    # Half a character, as a form may hold, cannot be written as UTF-8.
    written = detail.encode(errors="replace").decode()
    return Problem(title=HTTPStatus(status).phrase, status=status, detail=written)


def _in_words(error: dict[str, object]) -> str:
    place = error.get("loc", ())
    names = [str(part) for part in place[1:]] if isinstance(place, tuple) else []
    if error.get("type") == "extra_forbidden":
        return f"{'.'.join(names)}: there is no such parameter"
    return f"{'.'.join(names) or 'the request'}: {str(error.get('msg', 'cannot be used')).lower()}"
