"""Claims against figures of record: which basis bears a claim out, and why."""
