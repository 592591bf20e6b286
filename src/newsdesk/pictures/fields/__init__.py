"""The kinds of packet a picture says things in; each file can ``read``, ``write`` and ``scrub`` its own."""
