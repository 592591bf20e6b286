"""Who told us: an article's statements and their sources. May import ``press``, ``archive``, ``article``, ``net``."""
