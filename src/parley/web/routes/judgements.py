"""``/judgements``: what people decided about the links; with ``--edit``, deciding."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from parley import workflow
from parley.errors import RecordNotFound, UsageError
from parley.web.addresses import address_of
from parley.web.answering import Handler, answer, compose, page, wants_json
from parley.web.candidates import candidates_for, title_of
from parley.web.catalogue.catalogue import Catalogue, Wanted
from parley.web.guard import check_edit, check_token
from parley.web.judging import Judging, carry_out, landing
from parley.web.listing import FromCatalogue, NotBlank, Paged, listing
from parley.web.models.judgement import Again, CandidatesPage, JudgementsPage
from parley.web.models.problem import Problem

router = APIRouter(tags=["judgements"])
Kind = Literal["event", "person", "pledge"]
_Id = Annotated[str, Field(max_length=80)]
_Words = Annotated[str, Field(max_length=2_000)]

Chosen = Annotated[list[str], NotBlank]


class JudgementsFilter(Paged):
    """Which judgements to list. ``done`` and ``waiting`` are what the page says was just done."""

    state: Chosen = Field(default=[], description="Only in_force, not_applied or undone.", max_length=3)
    verb: Chosen = Field(default=[], description="Only merge, split, reject, note or undo.", max_length=5)
    done: str = Field(default="", max_length=10)
    waiting: str = Field(default="", max_length=1)

    @property
    def wanted(self) -> Wanted:
        """What the catalogue is asked for."""
        return Wanted({"state": self.state, "verb": self.verb})


class CandidatesFilter(BaseModel):
    """To which record others are wanted, and with which words."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    id: _Id = Field(default="", description="The record that is to be merged with one of them.")
    q: str = Field(default="", max_length=200, description="Words, or an id; without any, those that resemble it.")


class JudgementForm(BaseModel):
    """What every form of a judgement says: of which record, and why."""

    token: _Id = ""
    kind: Kind | Literal[""] = ""
    id: _Id = ""
    reason: _Words = ""


class MergeForm(JudgementForm):
    """``other`` is the record that is the same."""

    other: _Id = ""


class SplitForm(JudgementForm):
    """``report`` are the reports to take out."""

    report: list[_Id] = Field(default=[], max_length=2_000)


class NoteForm(JudgementForm):
    """``text`` is the note."""

    text: _Words = ""


class RejectForm(JudgementForm):
    """``report`` is the report to reject; all of the record where it is empty."""

    report: _Id = ""


class UndoForm(JudgementForm):
    """``judgement`` is the id of what to take back."""

    judgement: _Id = ""


@page(router, "/judgements", JudgementsPage, summary="What people decided.")
async def judgements(
    request: Request, asked: Annotated[JudgementsFilter, Query()], catalogue: FromCatalogue
) -> Response:
    """What people decided, the newest first, with what it does now."""
    found = catalogue.find("judgement", asked.wanted, offset=asked.offset, limit=asked.per_page)
    return answer(request, "judgements.html", compose(**listing(found, asked)))


@page(router, "/judgements/candidates", CandidatesPage, summary="What a record could be merged with.")
async def candidates(
    request: Request, asked: Annotated[CandidatesFilter, Query()], catalogue: FromCatalogue
) -> Response:
    """Others of a kind that hold some words, or that resemble a record."""
    known = asked.id and asked.kind in catalogue.kinds_of(asked.id)
    whole = json.loads(catalogue.get(asked.kind, asked.id)) if known else {}
    if asked.id and not known:
        raise RecordNotFound(f"there is no {asked.kind} {asked.id} in this ledger")
    content = CandidatesPage(
        kind=asked.kind,
        id=asked.id,
        title=title_of(whole) if whole else "",
        address=address_of(asked.kind, asked.id) if whole else "",
        q=asked.q,
        items=candidates_for(catalogue, asked.kind, asked.id, asked.q),
    )
    return answer(request, "candidates.html", content)


def _post(path: str, summary: str) -> Callable[[Handler], Handler]:
    """Register a judgement: of our own pages only, and only with ``--edit``."""
    problems: dict[int | str, dict[str, Any]] = {
        code: {"model": Problem, "description": words}
        for code, words in (
            (403, "The server was started without --edit, or the token is not of this run."),
            (404, "There is no such record."),
            (422, "The judgement cannot be made."),
            (503, "The ledger cannot be written now."),
        )
    }
    registered: Callable[[Handler], Handler] = router.post(
        path,
        summary=summary,
        status_code=303,
        response_class=Response,
        responses={303: {"description": "Done; where it is shown now."}, **problems},
        dependencies=[Depends(check_token), Depends(check_edit)],
    )
    return registered


@_post("/judgements/merge", "Judge that two events, people or pledges are one.")
async def merge(request: Request, form: Annotated[MergeForm, Form()]) -> Response:
    """Judge that two events, people or pledges are one."""
    if not form.other.strip():
        return _again(request, "merge", form, "choose what it is one with")
    return await _judge(
        request, "merge", form, lambda ledger, hand: workflow.merge(ledger, form.id, form.other.strip(), hand)
    )


@_post("/judgements/split", "Judge that some reports are not of a record.")
async def split(request: Request, form: Annotated[SplitForm, Form()]) -> Response:
    """Judge that some reports are not of a record; without any, that no two of them are of one."""
    return await _judge(request, "split", form, lambda ledger, hand: workflow.split(ledger, form.id, form.report, hand))


@_post("/judgements/reject", "Judge that a report, or a whole record, is wrong.")
async def reject(request: Request, form: Annotated[RejectForm, Form()]) -> Response:
    """Judge that a report, or a whole record, is wrong: it leaves every view."""
    return await _judge(
        request, "reject", form, lambda ledger, hand: workflow.reject(ledger, form.report or form.id, hand)
    )


@_post("/judgements/note", "Put a note beside a record.")
async def note(request: Request, form: Annotated[NoteForm, Form()]) -> Response:
    """Put a note beside a record."""
    return await _judge(request, "note", form, lambda ledger, hand: workflow.note(ledger, form.id, form.text, hand))


@_post("/judgements/undo", "Take back a judgement.")
async def undo(request: Request, form: Annotated[UndoForm, Form()]) -> Response:
    """Take back a judgement; to take back an undoing is to judge so again."""
    return await _judge(request, "undo", form, lambda ledger, hand: workflow.undo(ledger, form.judgement or None, hand))


async def _judge(request: Request, verb: str, form: JudgementForm, judging: Judging) -> Response:
    before = _before(request.app.state.keeper.catalogue, form)
    try:
        done, shown = await carry_out(request, judging, form.reason)
    except (RecordNotFound, UsageError) as error:
        return _again(request, verb, form, str(error))
    return landing(request, form.kind, before, done, shown)


def _before(catalogue: Catalogue, form: JudgementForm) -> tuple[str, ...]:
    """The id of a record and those of its reports, as it is now."""
    if not form.kind or form.kind not in catalogue.kinds_of(form.id):
        return (form.id,)
    whole = json.loads(catalogue.get(form.kind, form.id))
    return form.id, *(report["id"] for report in whole.get("reports", ()))


def _again(request: Request, verb: str, form: JudgementForm, problem: str) -> Response:
    """The form once more, with what was entered and why that cannot be done. Raises UsageError where no form is."""
    catalogue: Catalogue = request.app.state.keeper.catalogue
    if wants_json(request) or not form.kind or form.kind not in catalogue.kinds_of(form.id):
        raise UsageError(problem)
    whole = json.loads(catalogue.get(form.kind, form.id))
    chosen = form.report if isinstance(form, SplitForm) else [form.report] if isinstance(form, RejectForm) else []
    content = Again(
        verb=verb,
        kind=form.kind,
        id=form.id,
        title=title_of(whole),
        address=address_of(form.kind, form.id),
        problem=problem,
        reports=whole.get("reports", ()),
        chosen=tuple(chosen),
        text=form.text if isinstance(form, NoteForm) else "",
        reason=form.reason,
        candidates=candidates_for(catalogue, form.kind, form.id, "") if verb == "merge" else (),
        other=form.other if isinstance(form, MergeForm) else "",
    )
    return answer(request, "judging_again.html", content, status=422)
