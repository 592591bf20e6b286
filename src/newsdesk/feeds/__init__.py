"""What programs read: RSS, Atom, ninjs, sitemaps, robots.txt. May import ``press``, ``archive``, ``article``, ``net``."""
