"""Who told us: the statements of an article and their sources. May import ``press``, ``archive``, ``article`` and ``net``."""
