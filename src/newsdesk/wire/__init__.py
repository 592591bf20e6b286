"""What comes in from agencies and other papers. May import ``press``, ``archive``, ``article`` and ``net``."""
