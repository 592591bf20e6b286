"""A newsroom in one zip file: its database, originals, media and recordings, with a manifest of digests; no secrets, no sheets."""
