"""Pledges in, emissions out: each Party's pathway, and the world's. It knows nothing of text or of warming."""
