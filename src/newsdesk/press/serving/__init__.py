"""The parts of the embedded reader server: no Django, and of Newsdesk nothing but ``press.shelves``."""
