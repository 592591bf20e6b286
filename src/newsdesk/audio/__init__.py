"""Articles read aloud, bound to their exact words; imports press and below, Django's models, PyAV, c2pa."""
