"""Template tags for themes."""
