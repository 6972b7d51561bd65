"""Claims: statements with a number, a rank or a comparison that could be checked.

A sentence is searched for figures (``rules``, ``figures``, ``lists``), ranks (``ranks``) and things counted
(``counts``); whose each is (``subjects``), of which year (``years``) and by whom it is said (``speakers``) is read from
the words around it; restatements are joined (``merging``).
"""

from parley.reading.claims.reading import read_claims

__all__ = ["read_claims"]
