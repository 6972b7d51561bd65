"""The routes, one file for each noun."""

from parley.web.routes import timeline

ROUTERS = (timeline.router,)
"""Every router, in the order in which the API's reference lists them."""
