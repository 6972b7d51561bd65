"""Reference figures: emissions, people, economies, energy, coal, pledges of record, assessments, each with its source."""
