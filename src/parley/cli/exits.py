"""Exit codes by kind of trouble: the one place that says them, for the program and for its help.

An error that carries several kinds is told by the first that fits.
"""

from __future__ import annotations

from enum import IntEnum

from parley.errors import ClimateError, InventoryError, LedgerError, ParleyError, RecordNotFound, UsageError


class ExitCode(IntEnum):
    """What the program says to the shell."""

    GOOD = 0
    SOME_DOCUMENTS_FAILED = 1
    USAGE = 2
    LEDGER = 3
    NOT_FOUND = 4
    FAULT = 70  # sysexits.h: EX_SOFTWARE
    INTERRUPTED = 130  # 128 + SIGINT, as shells have it


IN_WORDS = (
    "Exit codes: 0 all good; 1 some documents or lines could not be read (the others are kept); 2 a wrong option or "
    "value; 3 the ledger cannot be used; 4 not found; 70 a fault in Parley itself; 130 interrupted."
)


def exit_code_of(error: ParleyError) -> ExitCode:
    """The exit code for an error that ends the program."""
    match error:
        case UsageError() | ClimateError() | InventoryError():
            return ExitCode.USAGE
        case LedgerError():
            return ExitCode.LEDGER
        case RecordNotFound():
            return ExitCode.NOT_FOUND
    return ExitCode.SOME_DOCUMENTS_FAILED
