"""Reads our settings from the environment and refuses nonsense; may import nothing of Newsdesk, and no Django but in `static`."""
