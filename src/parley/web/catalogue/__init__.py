"""What the pages show, worked out from a ledger in a process of its own and kept in a file made to be read quickly.

    ledger ──build (child process)──> catalogue file ──find, get, search──> routes

A page never waits for linking or checking: it reads finished JSON. When the ledger changes a new file is made beside
the old one, and takes its place when it is whole.
"""
