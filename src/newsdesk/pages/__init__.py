"""The reader's site: recipes, contexts and the built-in theme; may import ``press``, ``archive`` and ``article``."""
