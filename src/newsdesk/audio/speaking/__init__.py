"""Has a voice say a script: one child process a clip, judged as it speaks; no Django.

``say.say`` is the door; ``values`` has what goes in and what comes out. May import ``voices``, ``confined``, ``net``.
"""
