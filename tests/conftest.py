"""What all tests share: a property is judged by what it says, not by how long a busy machine takes."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("parley", deadline=None)
settings.load_profile("parley")
