"""Where editors work, and the only folder that imports ``wagtail``. May import everything below it, ``acts`` and down.

Readers see nothing of it: what is published crosses as plain values, in ``filing.py``. The worker calls
``schedule.due``, ``schedule.do_one`` and ``reconcile.sweep``; ``init`` and ``demo`` call ``newsroom.setup``.
"""
