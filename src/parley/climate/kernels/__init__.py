"""The physics, compiled: one process a file, members in the inner loop."""
