"""Reads our settings from the environment and refuses nonsense; may import nothing of Newsdesk.

Only ``static`` knows Django, so that a command can refuse a setting before Django is there.
"""
