"""Parley: the record of climate diplomacy as a sourced ledger."""
