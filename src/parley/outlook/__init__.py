"""What pledges add up to: world emissions, warming with its odds, and what each figure rests on."""
