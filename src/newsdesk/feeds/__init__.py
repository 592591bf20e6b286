"""What programs read: RSS, Atom, sitemaps, robots.txt. May import ``press``, ``archive``, ``article`` and ``net``."""
