"""From readings and links to a briefing: a typed view first, then HTML, Markdown and JSON of it.

view = build_view(readings, links)
html = render_html(view)
paths = write_briefing(readings, links, folder)
"""

from parley.briefing.build import build_view
from parley.briefing.files import BriefingPaths, write_briefing
from parley.briefing.markdown import render_markdown
from parley.briefing.page import render_html
from parley.briefing.plain import render_json
from parley.briefing.view import BriefingView

__all__ = [
    "BriefingPaths",
    "BriefingView",
    "build_view",
    "render_html",
    "render_json",
    "render_markdown",
    "write_briefing",
]
