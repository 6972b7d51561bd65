"""Pledges: who committed to what by when, how firmly, and who only asks for it.

A sentence is searched for goals (``goals``, ``percentages``, ``figures``; together ``finding``) and their ``years``;
then for the words that govern each (``firmness``) and whose it is (``holders``, ``referring``). ``lists`` that leave
words out, and those with a line for each item (``leads``), are filled in, years told by a distance ``derived``, and
restatements joined (``merging``).
"""

from parley.reading.pledges.reading import read_pledges

__all__ = ["read_pledges"]
