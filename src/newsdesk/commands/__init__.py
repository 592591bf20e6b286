"""One file is one command of ``newsdesk``; what starts with an underscore serves them. May import everything.

Nothing of Django is imported before ``run``, so that ``--help`` is quick.
"""
