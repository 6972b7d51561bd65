"""What every error answers with."""

from __future__ import annotations

from parley.web.models.common import Model


class Problem(Model):
    """An error by RFC 9457: ``title`` is the phrase of the ``status``, ``detail`` what was wrong and what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
