"""A PDF as it is written: objects, fonts, tags, and what the file says of itself. Knows nothing of cases."""
