"""A newsroom in one zip file: its database, originals and media, with a manifest of digests; no secrets, no sheets."""
