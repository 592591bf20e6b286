"""The nouns of a published article, as plain values; imports nothing but the standard library."""
