"""Letters, provably wanted and never knowingly sent twice; imports press and below, Django's models and views."""
