"""What all tests share: a property is judged by what it says, not by how long a busy machine takes."""

from __future__ import annotations

from hypothesis import settings

# On a build server the default already draws the same examples every time; that is kept.
settings.register_profile("parley", settings.default, deadline=None)
settings.load_profile("parley")
