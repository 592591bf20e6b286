"""Has a voice say a script: one child process a clip, judged as it speaks. May import ``confined`` and ``net``; no Django.

``say.say`` is the door; ``values`` has what goes in, what comes out, and the one exception.
"""
