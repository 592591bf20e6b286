"""Reads articles aloud: what is said, who says it, and the files listeners get; imports press and below."""
