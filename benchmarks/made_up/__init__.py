"""A made-up press of real Parties and invented people, with the truth about what it reports.

Nothing in it happened. It exists so that linking can be measured on more than a handful of documents.
"""
