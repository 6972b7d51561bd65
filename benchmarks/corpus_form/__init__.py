"""Our records in the form of the reading corpus, for scoring only."""
