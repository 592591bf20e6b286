"""What programs read: feeds, ninjs, sitemaps, robots.txt. May import ``press``, ``archive``, ``article``, ``net``."""
