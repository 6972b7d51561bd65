"""Pledges: who committed to what by when, how firmly, and who only asks for it.

A sentence is searched for goals (``goals``, ``figures``), their years (``years``), the words that govern each
(``firmness``) and whose it is (``holders``); lists that leave words out are filled in (``lists``), restatements are
joined (``merging``).
"""

from parley.reading.pledges.reading import read_pledges

__all__ = ["read_pledges"]
