"""What a text claims, each claim with its words and its verdict."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from parley.checking.assertion import Assertion
from parley.checking.assertions import assertions_of
from parley.checking.check import check_assertion
from parley.checking.claims import of_claim
from parley.checking.sentences import sentence_at
from parley.records import Claim, Reading, Report
from parley.records.verdict import SEVERITY, Reference, Token, Verdict, worst
from parley.terms.when import Interval

NO_CLAIM = (
    "There is no claim in it that could be held against a record: no figure, rank or comparison, no pledge, summit or "
    "office."
)
NOTHING = "There is no text to check."


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One thing that a report asserts: the ``words`` it rests on, how they were understood, and the verdict."""

    report: Report
    assertion: Assertion
    verdict: Verdict

    @property
    def words(self) -> str:
        """The words of the claim on one line."""
        return " ".join(self.report.quote.exact.split())


@dataclass(frozen=True, slots=True)
class Checked:
    """A text with the verdict on each of its claims, in their order.

    ``published`` is when it was said, as far as that is known; ``problem`` says why there is nothing to
    check, where there is nothing, and ``failed`` that this is because the text could not be read.
    """

    text: str
    published: Interval | None = None
    claims: tuple[CheckedClaim, ...] = ()
    problem: str = ""
    failed: bool = False

    @property
    def token(self) -> Token:
        """The worst of the claims' tokens; ``not_checkable`` without a claim."""
        return worst(tuple(claim.verdict.token for claim in self.claims))

    @property
    def deciding(self) -> CheckedClaim | None:
        """The claim that gives the text its token: the first of the worst."""
        return next((claim for claim in self.claims if claim.verdict.token == self.token), None)

    @property
    def reason(self) -> str:
        """Why, in one sentence: of the deciding claim, or why there is nothing to check."""
        return self.deciding.verdict.reason if self.deciding else self.problem

    @property
    def basis(self) -> str:
        """The accounting basis that decides; empty where nothing could be checked."""
        return self.deciding.verdict.basis if self.deciding else ""

    @property
    def reference(self) -> Reference | None:
        """The figure or fact of record that decides."""
        return next(iter(self.deciding.verdict.references), None) if self.deciding else None


def check_text(reading: Reading, *, today: date | None = None) -> Checked:
    """The verdict on every claim of a reading, in the order of the text."""
    document = reading.document
    claims = tuple(_check_all(reading, assertions_of(reading), today))
    return Checked(document.text.strip(), document.published, claims, "" if claims else NO_CLAIM)


def check_reports(
    reading: Reading, *, today: date | None = None, only: Container[str] | None = None
) -> dict[str, CheckedClaim]:
    """The worst that can be said of each report that asserts something, by the report's id.

    Every claim is among them: one that only repeats another has what is said of that. ``only`` names the reports that
    are wanted, where not all are.
    """
    assertions = assertions_of(reading)
    wanted = [assertion for assertion in assertions if only is None or (assertion.report or "") in only]
    found: dict[str, CheckedClaim] = {}
    for one in _check_all(reading, wanted, today):
        known = found.get(one.report.id)
        if known is None or _rank(one) < _rank(known):
            found[one.report.id] = one
    told = {assertion.report for assertion in assertions}
    again = [claim for claim in reading.claims if claim.id not in told and (only is None or claim.id in only)]
    return found | {one.report.id: one for one in _repeated(reading, again, found, today)}


def worst_first(claims: Iterable[CheckedClaim]) -> list[CheckedClaim]:
    """Claims with the gravest verdict first, else in their order."""
    return sorted(claims, key=_rank)


def _check_all(reading: Reading, assertions: Iterable[Assertion], today: date | None) -> Iterator[CheckedClaim]:
    reports = {report.id: report for report in reading.reports()}
    for assertion in assertions:
        if assertion.report in reports:
            yield CheckedClaim(reports[assertion.report], assertion, check_assertion(assertion, today=today))


def _repeated(
    reading: Reading, claims: Iterable[Claim], found: Mapping[str, CheckedClaim], today: date | None
) -> Iterator[CheckedClaim]:
    """Claims that say again what another claim of the text says."""
    said = reading.document.published.anchor if reading.document.published else None
    known = {_meaning(one.assertion): one.verdict for one in found.values()}
    for claim in claims:
        assertion = of_claim(claim, sentence_at(reading.document.text, claim.quote.start, claim.quote.end), said)
        verdict = known.get(_meaning(assertion)) or check_assertion(assertion, today=today)
        yield CheckedClaim(claim, assertion, verdict.model_copy(update={"claim": claim.id}))


def _meaning(assertion: Assertion) -> Assertion:
    return replace(assertion, words="", report=None, unread=None)


def _rank(one: CheckedClaim) -> int:
    return SEVERITY.index(one.verdict.token)
