"""A folder of voices that are no good, put beside the real ones for a test."""
