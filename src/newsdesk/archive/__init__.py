"""The public record: append-only, and the only writer of what readers see. May import ``article`` and ``bell``."""
