"""The run of an issue: from its due time to a last word about each delivery; imports models and posts, never a page.

Only the worker's own thread touches the database (``office.py``, ``ledger.py``); couriers know values and a door.
"""
