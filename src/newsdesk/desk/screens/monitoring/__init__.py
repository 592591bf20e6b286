"""The desk's home: what is in work, what waits, what comes out when, what came out today, and what went wrong."""
