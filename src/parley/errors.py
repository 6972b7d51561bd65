"""What can go wrong, in one tree.

    ParleyError
    ├── DocumentError            one document could not be taken in; the others go on
    │   ├── UnreadableDocument   no permission, not found, encrypted, binary, empty, too large
    │   ├── UnsupportedSource    a kind of source Parley does not read (yet), such as an address
    │   └── ReadingStopped       it took too long, needed too much memory, or the process that read it was ended
    ├── UngroundedRecord         a record whose words are not in its document
    ├── LedgerError              the store cannot be used
    │   ├── LedgerMissing        no ledger at that path
    │   ├── LedgerLocked         another process holds it for too long
    │   └── LedgerTooNew         written by a newer Parley
    ├── RecordNotFound           no record with that id
    ├── ClimateError             the climate engine cannot go on
    │   ├── ScenarioError        emissions that cannot be run: missing, in an unknown unit, negative where impossible
    │   ├── EnsembleError        parameters that cannot be run
    │   └── CalibrationError     targets or observations that cannot be used, or that the priors do not meet
    ├── InventoryError           a reference figure that there is not, or that cannot be combined with another
    └── UsageError               a value given by the user cannot be used

Every message says what was wrong, where, and what to do.
"""

from __future__ import annotations

from typing import Literal

StopReason = Literal["time", "memory", "died", "cancelled", "start"]


class ParleyError(Exception):
    """Base of all errors that Parley raises on purpose."""


class DocumentError(ParleyError):
    """One document could not be taken in."""

    def __init__(self, source: str, problem: str, remedy: str = "") -> None:
        self.source, self.problem, self.remedy = source, problem, remedy
        super().__init__(f"{source}: {problem}" + (f"; {remedy}" if remedy else ""))


class UnreadableDocument(DocumentError):
    """The bytes could not be turned into text."""


class UnsupportedSource(DocumentError):
    """A kind of source that Parley does not read."""


class ReadingStopped(DocumentError):
    """The process that reads documents was ended over this one, or could not be started.

    ``reason``: it took too long (``time``), needed too much memory, the process died, the reading was cancelled, or
    there is no process to read with (``start``), which no other document will mend.
    """

    def __init__(self, source: str, problem: str, remedy: str, reason: StopReason) -> None:
        self.reason = reason
        super().__init__(source, problem, remedy)


class UngroundedRecord(ParleyError):
    """A record whose words are not in its document at the place it names."""


class LedgerError(ParleyError):
    """The store cannot be used."""


class LedgerMissing(LedgerError):
    """There is no ledger at the path given."""


class LedgerLocked(LedgerError):
    """Another process held the ledger for longer than we wait."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer version of Parley."""


class RecordNotFound(ParleyError):
    """No record with the id given."""


class ClimateError(ParleyError):
    """The climate engine cannot go on."""


class ScenarioError(ClimateError):
    """Emissions that cannot be run; the message names the scenario, the species and the year."""


class EnsembleError(ClimateError):
    """Parameters of ensemble members that cannot be run; the message names the column."""


class CalibrationError(ClimateError):
    """Targets or observations that cannot be used, or that too few prior members meet."""


class InventoryError(ParleyError):
    """A reference figure that there is not, or that cannot be combined with another."""


class UsageError(ParleyError):
    """A value given by the user cannot be used."""
