"""Articles read aloud, from what is published to the files readers hear; imports press and below, Django's models."""
