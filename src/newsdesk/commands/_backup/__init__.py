"""A newsroom in one zip file: database, originals, media, recordings, a manifest of digests; no secrets, no sheets."""
