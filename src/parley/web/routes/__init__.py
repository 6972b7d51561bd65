"""The routes, one file for each noun."""

from parley.web.routes import (
    claims,
    conflicts,
    documents,
    home,
    judgements,
    outlook,
    people,
    pledges,
    positions,
    reading,
    reference,
    search,
    timeline,
)

ROUTERS = (
    home.router,
    timeline.router,
    conflicts.router,
    pledges.router,
    claims.router,
    documents.router,
    reading.router,
    outlook.router,
    people.router,
    positions.router,
    search.router,
    judgements.router,
    reference.router,
)
"""Every router, in the order in which the API's reference lists them."""
