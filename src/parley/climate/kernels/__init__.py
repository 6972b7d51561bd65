"""The physics, compiled: one process a file, plain arrays in and out, members in the inner loop.

No kernel allows the compiler to reorder or fuse floating-point operations, and none calls a mathematical library:
``exp``, ``log`` and the rest are written out in ``functions``. So a result is the same to the last bit whether a
member runs alone or among thousands, on one thread or on many, with AVX-512 or without.
"""
