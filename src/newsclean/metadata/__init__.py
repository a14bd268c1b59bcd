"""What a document says of itself, found in its own words: dates, titles, bylines, agencies, sites and its language."""
