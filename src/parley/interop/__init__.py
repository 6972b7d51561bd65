"""Other people's formats: calendars (RFC 5545), timelines (TimelineJS 3), feeds (Atom 1.0), reviews (ClaimReview).

Each file writes one format from ``Notice``s, which hold an event or a pledge in plain words with its quotes; reviews
from ``ReviewedClaim``s. Nothing here reads a clock: a notice is as young as the newest document that tells of it.
"""

from parley.interop.atom import write_atom
from parley.interop.claimreview import ReviewedClaim, write_claim_review, write_claim_reviews
from parley.interop.icalendar import write_icalendar
from parley.interop.notice import Notice, Said
from parley.interop.timelinejs import write_timelinejs

__all__ = [
    "Notice",
    "ReviewedClaim",
    "Said",
    "write_atom",
    "write_claim_review",
    "write_claim_reviews",
    "write_icalendar",
    "write_timelinejs",
]
