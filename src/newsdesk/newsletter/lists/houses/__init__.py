"""How each house writes its subscribers, one file each with ``COLUMNS`` and ``read``; found by being there."""
