"""Words that every other room shares: Parties, groups, offices, gases, units, time."""
